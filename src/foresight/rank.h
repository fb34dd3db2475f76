#pragma once
// Rank: which of several variants of an outlet's day is best. All variants meet the same visitors
// (common random numbers), so differences show long before means do. The winner is chosen by KN,
// Kim and Nelson's fully sequential procedure (ACM TOMACS 11, 2001): a variant goes as soon as it
// is behind another one by more than chance allows; the last one is the best, or within the
// indifference of it, with the probability that was asked for. KN assumes days that are independent
// and nearly normal, which its first days, taken whole, approximate.
#include <functional>
#include <optional>
#include <string>

#include "foresight/simulate.h"

namespace waystation::foresight {

inline constexpr int variants_most = 32;

struct Ranking {
  std::uint64_t seed = 1;
  std::uint32_t outlet = 0;
  int measure = day_value("lost");  // Of day_measures; the smaller the better.
  double indifference = 1;          // Differences that nobody would pay for; in the measure's unit.
  double confidence = 0.95;
  int first_days = 50;
  int most_days = 20'000;
  std::function<bool(double done)> goes_on = {};  // Asked after every 16 days; false cancels.
};

struct Ranked {
  Interval value;             // Over the days that it was in.
  Interval difference;        // From the first variant, on the same days.
  double variance_ratio = 1;  // Of that difference: had the visitors been others ÷ as it is.
  int days = 0;               // Until it was out; of those that stayed, all.
  bool is_out = false;
};

struct RankingResult {
  std::vector<Ranked> variants;
  int best = 0;
  bool is_proven = false;  // One is left. Otherwise `best` has the smallest mean so far.
  int days = 0;
};

// "foresight.variants-out-of-range" (2 to variants_most), "foresight.ranking-out-of-range".
std::optional<Refusal> refuse(std::span<const Prepared>, const Ranking&);

// None where it was cancelled. A day is drawn once for all variants that expect the same visitors
// (appointments move them), from the same chances, and played by every variant still in.
std::optional<RankingResult> rank(std::span<const Prepared>, const Ranking&);

}  // namespace waystation::foresight
