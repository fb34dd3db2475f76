#pragma once
// A forecast with bounds that it has earned: the methods are fitted to the first half of the
// history and follow the second half day by day; how they erred there, by days ahead, is what the
// bounds rest on, and their hit rate is counted there too, each day judged only by errors before
// it.
#include "foresight/forecast_choice.h"
#include "foresight/forecast_errors.h"

namespace waystation::foresight {

struct OutlookAsked {
  int horizon = 14;              // Days ahead, 1 to 56.
  double service_share = 0.995;  // Of days that the reserve should last.
};

struct DayAhead {
  double expected = 0, low = 0, high = 0;  // Low to high holds 95 of 100 days.
  double reserve = 0;                      // Enough for `service_share` of days.
  std::size_t tried = 0;                   // Past days so far ahead that were judged.
  double band_hits = 0, reserve_hits = 0;  // Share of them.
};

struct Outlook {
  bool is_intermittent = false;  // By TSB: the same every day.
  Combination combination;
  double smape = 0, mase = 0;  // Of the combination on rolling origins; 0 where none fitted.
  std::vector<DayAhead> days;
};

// Refuses "forecast.too-short" where fewer than 20 days of use are left to judge by.
// O(days × horizon + fits).
Decision<Outlook> foresee(const Series&, const OutlookAsked&);

}  // namespace waystation::foresight
