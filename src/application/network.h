#pragma once
// A network: the bank as a folder of CSV files tells it, without a log. The planner and the checker
// start from it. The rows pass the same rules as an import, so a folder that loads here also
// imports.
#include "application/import.h"

namespace waystation {

// The moment of the bank is the last one that the folder speaks of (a seal, a test, a volunteer),
// so the same folder always gives the same bank. Refused "network.unreadable" or
// "network.bad-rows"; then `where` is the first error, and `report`, where given, holds all of
// them.
Decision<Bank> load_network_folder(const std::filesystem::path&, ImportReport* report = nullptr);
Decision<Bank> load_network(const std::vector<ImportText>&, ImportReport* report = nullptr);

}  // namespace waystation
