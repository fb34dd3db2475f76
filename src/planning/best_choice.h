#pragma once
// The best choice of windows, strictly level by level: critical visits, then all visits, then
// people on site, then posts without a substitute, then metres walked.
#include "planning/choices.h"
#include "planning/staffing.h"

namespace waystation::planning {

struct Solution {
  Choice choice;
  Staffing staffing;
  Walk walk;
};

// One of the choices can be staffed: that nothing opens, or what pins ask for at least.
Solution best_choice(const Problem&, const std::vector<Choice>&);

// The fewest posts without a substitute that the people inside allow, households left out.
std::int64_t least_unfilled(const Problem&, const Pool&, const Windows&);

}  // namespace waystation::planning
