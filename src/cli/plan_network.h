#pragma once
// The network that `plan` and `explain` work on: a folder of CSVs, or a data folder as it stands
// now.
#include <filesystem>
#include <map>

#include "domain/bank.h"

namespace waystation::cli {

using Names = std::map<PersonId, std::string>;

struct PlanNetwork {
  Bank bank;
  Names names;  // Of people whose name may still be read.
};

Decision<PlanNetwork> read_plan_network(const std::filesystem::path&);

}  // namespace waystation::cli
