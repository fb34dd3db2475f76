#pragma once
// Who works where, by name: the crews of the open outlets, and for each post the person who stands
// in (A角、B角). As many posts as possible get a substitute; people of one household are never
// split over the two teams (H7).
#include "planning/posts.h"
#include "planning/service.h"

namespace waystation::planning {

struct StaffedCrew {
  std::size_t site = 0;
  int team = 0;
  std::vector<plan::Member> members;  // Spares last.
  // By post in the order of members without spares; absent where nobody can stand in. Spares beyond
  // the posts that they could stand in for stand in for none.
  std::vector<std::optional<PersonId>> substitutes;
};

struct Staffing {
  std::vector<StaffedCrew> crews;
  std::int64_t unfilled = 0;  // Posts without a substitute.
};

// None where the posts cannot be filled with households together.
std::optional<Staffing> staff_crews(const Problem&, const Windows&);

}  // namespace waystation::planning
