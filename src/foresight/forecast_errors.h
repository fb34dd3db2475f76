#pragma once
// How a forecast has erred, and so how much to hold. An error is actual ÷ expected, of days with
// use; a quantile of the last year's errors times what is expected is a bound. Each bound keeps its
// own hit rate and corrects its own level by it (adaptive conformal inference, Gibbs and Candès
// 2021): a bound that was passed too often rises, whatever the cause.
#include <deque>
#include <vector>

namespace waystation::foresight {

inline constexpr std::size_t fewest_errors = 20;  // Below them a quantile is a guess.
inline constexpr std::size_t most_errors = 365;

class Errors {
 public:
  std::size_t size() const { return ascending_.size(); }
  void add(double error);  // The oldest beyond a year's is dropped. O(size).
  // The order statistic at ceil(share × (n + 1)), the greatest where there is none; 1 where empty.
  double quantile(double share) const;

 private:
  std::vector<double> ascending_;
  std::deque<double> in_order_;
};

// A bound that `share` of days should stay at or below.
class Bound {
 public:
  explicit Bound(double share) : share_(share), level_(share) {}
  double factor(const Errors& errors) const { return errors.quantile(level_); }
  void saw(bool held);  // Whether the day stayed at or below.
  std::size_t days() const { return days_; }
  double hit_rate() const { return days_ ? double(held_) / double(days_) : 0; }

 private:
  double share_, level_;
  std::size_t held_ = 0, days_ = 0;
};

// The newsvendor's share: short costs `under` a unit, left over costs `over` (Arrow, Harris and
// Marschak 1951). Both above 0.
inline double newsvendor_share(double under, double over) {
  return under / (under + over);
}

}  // namespace waystation::foresight
