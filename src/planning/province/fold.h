#pragma once
// Makes the open area of a city from the province's lists: days are folded into types, people into
// Hall's rows. Both are exact; docs/explanation/planner.md says why.
#include "planning/province/area.h"
#include "planning/province/network.h"

namespace waystation::planning::province {

Area fold(const Network&, int region);

}  // namespace waystation::planning::province
