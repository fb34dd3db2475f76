#pragma once
// Proves a reopening plan, or names the first rule that it breaks, from the network and the plan
// file alone. Shares no code with the planner: a mistake there is not repeated here.
// docs/explanation/independent-check.md.
#include <string>
#include <string_view>
#include <vector>

#include "checking/network.h"

namespace waystation::checking {

struct CheckedLevel {
  std::string level;
  std::int64_t value = 0;
  std::int64_t bound = 0;  // Never above what the multipliers prove.
};

struct CheckResult {
  bool ok = false;
  std::string rule;  // Empty where the plan holds.
  std::string where;
  std::string detail;
  std::vector<CheckedLevel> levels;
};

// Throws Unreadable where the text is no JSON.
CheckResult check_plan(const Network&, std::string_view plan_text);

}  // namespace waystation::checking
