#pragma once
// The planner of one sealed zone: which outlets may reopen, with whom, with what, and why the
// others cannot. Exact, and the same plan for the same bank on every machine.
// docs/explanation/planner.md tells how it works.
//
// Regions do not interact, because nobody crosses a seal; a planner of a province will call this
// for its sealed zones and put prices on what they share (vans, suits).
#include <map>

#include "domain/bank.h"

namespace waystation::planning {

inline constexpr int most_days = 60;

struct PlanRequest {
  ZoneId zone;
  Day from;  // The first day of service; the decision falls the reopening lead before.
  int days = 0;
};

// A zone in which nothing can open still has a document, which says why for each outlet. Refused:
// "zone.unknown", "plan.zone-not-sealed", "plan.days-out-of-range", "plan.zone-too-large".
Decision<plan::PlanDocument> make_plan(const Bank&, const PlanRequest&);

// No outlet can open.
bool is_infeasible(const plan::PlanDocument&);

// Every person that the plan names; a plan file carries their names.
std::vector<PersonId> people_named(const plan::PlanDocument&);

}  // namespace waystation::planning
