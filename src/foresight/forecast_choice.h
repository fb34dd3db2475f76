#pragma once
// Which methods to combine, chosen on rolling origins: the past is cut at several days, each cut
// is forecast from what came before it and scored on what came after. Nothing later than the
// history takes part.
//
// Scores: sMAPE = mean of 200 |a - f| ÷ (|a| + |f|), which is 0 where both are 0; MASE = mean
// |a - f| ÷ mean |a(t) - a(t-7)| of the history (Hyndman and Koehler 2006). Unknown days are not
// scored; outages are, as 0.
#include "foresight/forecast_methods.h"

namespace waystation::foresight {

struct Scores {
  double smape = 0, mase = 0;
  std::size_t days = 0;
};
double weekly_scale(const Series& history);  // MASE's denominator; 0 where nothing changes. O(n).
Scores scores_of(std::span<const double> actual, std::span<const double> forecast, double scale);

struct RollingOrigins {
  int horizon = 56;
  int origins = 4;  // A horizon apart, the last of them a horizon before the end.
};

// The score of each combination (index: methods - 1), its mean over origins; 0 days where the
// history is too short for any. O(origins × fit).
using ChoiceScores = std::array<Scores, combinations>;
ChoiceScores try_combinations(const Series& history, const RollingOrigins&);

// The combination with the least mean sMAPE of all series; all four where none was scored.
Combination choose(std::span<const ChoiceScores>);

}  // namespace waystation::foresight
