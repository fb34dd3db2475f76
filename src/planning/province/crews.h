#pragma once
// Puts people to the posts of an area's teams. Hall's rows have promised that there are enough; who
// goes where is a flow from kinds of people (by their skills) to kinds of post, in which people of
// few skills go first. Names come last and in the order of the list.
#include "planning/province/area.h"
#include "planning/province/network.h"

namespace waystation::planning::province {

struct Crew {
  std::int32_t outlet = 0, team = 0, windows = 0;
  std::array<std::vector<std::int32_t>, posts> people;
};

std::vector<Crew> crews_of(const Network&, const Area&, const AreaPlan&, int region);

}  // namespace waystation::planning::province
