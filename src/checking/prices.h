#pragma once
// The multipliers of a plan as price sets: docs/reference/plan-file.md §4. Every set gives a valid
// bound by itself.
#include <map>

#include "checking/case.h"

namespace waystation::checking {

inline constexpr std::int64_t price_unit = 1'000'000;

struct PriceSet {
  std::vector<std::int64_t> cover;               // L1, L2: by community.
  std::int64_t serve = 0, serve_critical = 0;    // L6, in metres.
  std::vector<std::int64_t> critical, ordinary;  // L6: by community.
};

// The sets of a level by their number. Throws Broken "bound" at a row that is unknown or out of
// order, or at a price that is out of range.
std::map<std::int64_t, PriceSet> price_sets(const Case&, const std::string& level);
void check_price_rows(const Case&);

}  // namespace waystation::checking
