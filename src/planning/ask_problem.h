#pragma once
// The zone that a request names, read once the request has been judged.
#include "planning/planner.h"
#include "planning/problem.h"

namespace waystation::planning {

// Refused as `make_plan` says.
Decision<Problem> ask_problem(const Bank&, const PlanRequest&);

Refusal too_large(const Problem&);

}  // namespace waystation::planning
