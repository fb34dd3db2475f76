#pragma once
// A plan in force loses people: one is infected, or a whole team goes into quarantine. Who steps in
// is decided with the fewest changes, and proven: nobody changes team, because teams never meet
// (H7). Where no people can keep the windows, the posts in short supply are named, and the windows
// that serve most are found again, of these the ones with the fewest changes (L1, L2, L3).
// What vans, cash and supplies allow is read from the bank as it is.
#include "planning/planner.h"
#include "planning/seats.h"

namespace waystation::planning {

struct ReplanRequest {
  plan::PlanDocument before;
  std::vector<PersonId> out = {};  // Besides those who can no longer serve by the bank's records.
};

struct NewPlace {
  PersonId person;
  std::optional<Seat> before, after;  // Sites by their place in `outlets`.
};

struct Replan {
  std::vector<OutletId> outlets;
  bool keeps_windows = false;
  Windows windows{};  // By outlet.
  Seats seats;        // By person of `people`.
  std::vector<PersonId> people;
  std::vector<NewPlace> changes;  // The fewest, without those who are out.
  std::vector<PersonId> gone;     // Who had a post and can no longer serve in it.
  std::int64_t critical_before = 0, visits_before = 0, critical = 0, visits = 0;  // Of a day.
  std::optional<Lack> lack;  // Why the windows cannot be kept.
};

// Refused: "zone.unknown", "plan.zone-not-sealed", "plan.days-out-of-range", "plan.zone-too-large".
Decision<Replan> replan(const Bank&, const ReplanRequest&);

// The same for a problem that was read before and is still true but for who is out: a command
// centre that watches a zone keeps it.
Replan replan(Problem, const ReplanRequest&);

}  // namespace waystation::planning
