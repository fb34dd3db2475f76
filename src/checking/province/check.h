#pragma once
// Proves the plan of a province and its bound again, from the network file and the plan file alone:
// no code of the planner, no solver, exact whole numbers. docs/explanation/independent-check.md.
#include <string>

#include "checking/province/plan.h"

namespace waystation::checking::province {

struct Result {
  bool ok = false;
  std::string rule, where, detail;  // Of what is broken.
  std::int64_t value = 0;           // Proven, of all open areas.
  std::int64_t bound = 0;           // As the plan states it, and at most what its prices prove.
  std::int64_t uncoverable = 0;     // The part of both that no plan can avoid.
  std::size_t areas = 0;
};

// Throws Unreadable where the text is no JSON.
Result check_plan(const Network&, std::string_view plan_text);

}  // namespace waystation::checking::province
