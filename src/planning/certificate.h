#pragma once
// The proof that no better plan exists: prices from which anyone can compute a bound for each
// level, by the formulas of docs/reference/plan-file.md §4. While a choice of windows still looks
// better than the plan, its own smallest cut (or its own walking prices) is added, until the bound
// meets the value.
#include "planning/best_choice.h"

namespace waystation::planning {

struct Certificate {
  std::vector<plan::LevelResult> levels;
  std::vector<plan::Multiplier> multipliers;
};

Certificate prove(const Problem&, const Service&, const std::vector<Choice>&, const Solution&);

}  // namespace waystation::planning
