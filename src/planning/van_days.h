#pragma once
// On which days a cash van enters the seal, and so on which days outlets may be open (H9 to H11).
// An outlet is open only if a van came within the last days that the policy allows; the fewest runs
// that keep it open are made.
#include "domain/bank.h"

namespace waystation::planning {

struct Run {
  Day day;
  VanId van;
  const zone::Pass* pass = nullptr;
};

struct VanDays {
  std::vector<Run> runs;
  std::vector<Day> open;
  std::int64_t carry_fen = 0;  // Of the weakest run.
};

VanDays van_days(const Bank&, const ZoneId&, Day from, int days, std::int64_t interval_days);

}  // namespace waystation::planning
