#pragma once
// Plans one area in strides: prices first, then plans rounded from them, then the search. Where
// nothing that teams share has a price, what is good for one team is good for its like, and one
// search serves both; the teams are told apart only to finish.
#include <memory>

#include "planning/province/ascent.h"
#include "planning/province/search.h"

namespace waystation::planning::province {

class AreaPlanner {
 public:
  explicit AreaPlanner(const Area&);

  void climb(int steps);   // The prices, at most so many steps; then a first plan.
  void start(int starts);  // Other plans from the prices; goes on from the best of all.
  void shake(int times);
  void finish();

  const AreaPlan& plan() const { return best_; }
  const Prices& prices() const { return ascent_.prices(); }
  std::int64_t bound() const { return ascent_.bound(); }

 private:
  struct Attempt {
    Attempt(const Area&, Teams, std::vector<double> sizes);
    AreaState state;
    Search search;
  };
  std::vector<double> mean_sizes(Teams) const;
  bool is_scarce() const;
  Attempt& main() { return *(is_scarce() ? apart_ : alike_); }
  void keep_better(const AreaState&);
  void construct(Attempt&, double noise);

  const Area& area_;
  Ascent ascent_;
  AreaPlan best_;
  int idle_ = 0;  // Shakes without success.
  std::unique_ptr<Attempt> alike_, apart_;
};

}  // namespace waystation::planning::province
