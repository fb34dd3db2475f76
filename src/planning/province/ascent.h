#pragma once
// Climbs to good prices: steps along an average of the bound's slopes (as in the volume algorithm,
// Barahona and Anbil 2000, but from where it is and not from the best), each price in its own
// scale. The average of the choices made on the way comes close to the relaxed optimum and tells
// the search which sites are in doubt.
#include "planning/province/bound.h"

namespace waystation::planning::province {

class Ascent {
 public:
  explicit Ascent(const Area&);

  void run(int steps, std::int64_t best_plan);    // Goes on from where it stopped.
  bool is_fine() const { return reach_ < 0.02; }  // Its steps have become small.
  std::int64_t bound() const { return bound_; }
  const Prices& prices() const { return prices_; }
  const std::vector<double>& mean_sizes() const { return mean_sizes_; }      // By week and site.
  const std::vector<double>& mean_windows() const { return mean_windows_; }  // By group and site.

 private:
  void average(double share);
  void move(double step);
  void judge(std::int64_t value);
  double squared_slope() const;
  bool has_extra(std::size_t k) const;

  const Area& area_;
  Bound evaluator_;
  Prices prices_, tried_;
  // A visit's price, at most that of losing an ordinary one, and what a critical one is worth above
  // it. Both kinds of visit move together as long as that is enough.
  struct Point {
    std::vector<double> visit, extra, row;
  };
  Point centre_, best_, slope_;  // Where it is, where the best bound was, the average of slopes.
  std::vector<double> mean_sizes_, mean_windows_;
  std::int64_t bound_ = 0, last_ = 0;
  double reach_ = 1.0;  // The part of the gap that a step aims at.
  int idle_ = 0;
  bool started_ = false;
};

}  // namespace waystation::planning::province
