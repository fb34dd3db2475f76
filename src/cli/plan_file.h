#pragma once
// A plan file: the plan's document and the names of its people, as docs/reference/plan-file.md
// describes.
#include <filesystem>

#include "cli/plan_network.h"

namespace waystation::cli {

std::string write_plan_file(const plan::PlanDocument&, const Names&);
// Without the names. Refused "plan.file-unreadable", or as its JSON is.
Decision<plan::PlanDocument> read_plan_file(const std::filesystem::path&);

}  // namespace waystation::cli
