#pragma once
// On which days a van can come and the zone's outlets can be open: docs/reference/plan-file.md
// §1.6.
#include <algorithm>

#include "checking/network.h"

namespace waystation::checking {

struct VanDays {
  std::vector<Date> runs;
  std::vector<Date> open;
  std::int64_t carry_fen = 0;  // What the weakest run day can bring.

  bool is_open(Date day) const { return std::binary_search(open.begin(), open.end(), day); }
  bool is_run(Date day) const { return std::binary_search(runs.begin(), runs.end(), day); }
};

// Of the passes usable on a day that of the van which carries most, then the first by van, then by
// row.
const Pass* best_pass(const Network&, const std::string& zone, Date day);
VanDays van_days(const Network&, const std::string& zone, Date from, std::int64_t days,
                 std::int64_t interval);

}  // namespace waystation::checking
