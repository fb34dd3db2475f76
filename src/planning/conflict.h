#pragma once
// Why an outlet cannot open beside those that do: the smallest set of rules that forbids it even if
// every other rule is waived, and what must be added at least so that it could.
// docs/reference/plan-file.md §5 defines both to the number.
#include "planning/choices.h"

namespace waystation::planning {

struct Obstacle {
  std::vector<plan::Reason> conflict;
  std::optional<plan::Relaxation> cheapest_fix;
};

// `pins_clash`: pins asked for outlets that cannot all open, so nothing does.
Obstacle obstacle(const Problem&, const Windows& open, std::size_t site, bool pins_clash);

}  // namespace waystation::planning
