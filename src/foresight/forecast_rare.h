#pragma once
// Use on few days, such as spare parts or suits of an outlet that is mostly closed: TSB (Teunter,
// Syntetos and Babai 2011) follows how probable use is, every day, so that it falls when use has
// ended (Croston's method does not), and how much a day of use takes.
#include <deque>

#include "foresight/forecast_series.h"

namespace waystation::foresight {

class RareUse {
 public:
  explicit RareUse(const Series& history);
  void observe(double value);  // NaN says nothing.
  double probability() const { return probability_; }
  double expected() const { return probability_ * size_; }  // A day.
  // The stock that `days` days stay at or below with this share: the sum of days that use with the
  // probability, each one of the last 100 amounts. On a grid of 512 steps, rounded up. O(days × 512
  // × amounts).
  double enough(int days, double share) const;

 private:
  double probability_ = 0, size_ = 0;
  std::deque<double> amounts_;
};

}  // namespace waystation::foresight
