#pragma once
// Reads the network file of docs/reference/province-plan.md §1 for the planner. What it accepts the
// planner can plan: every place in a list exists, nobody walks out of a region, days are complete.
#include <string>

#include "planning/province/network.h"

namespace waystation::planning::province {

// Throws std::runtime_error with the place and what is wrong there.
Network read_network_file(const std::string& text);

}  // namespace waystation::planning::province
