#pragma once
// How far people walk to an outlet, in whole metres. Planner and checker must agree to the metre on
// any machine, so there is no floating point: the cosine is Bhaskara's rational formula of the
// seventh century.
#include <optional>

#include "domain/point.h"

namespace waystation::planning {

// None where the two are more than five degrees apart.
std::optional<std::int64_t> walk_metres(Point community, Point outlet);

}  // namespace waystation::planning
