#pragma once
// What no solution of a facility-location problem goes below, for given prices of serving each
// customer (Lagrange: Geoffrion, McBride 1978). For each facility one knapsack is left, of whole
// customers where one facility must serve all of a customer; and open facilities must hold the
// demand together, which is one more knapsack. Any prices give a true bound.
#include "planning/facility/instance.h"

namespace waystation::planning::facility {

enum class State : signed char { free, open, shut };

class Relaxation {
 public:
  explicit Relaxation(const Instance&);

  // O(arcs), with the sorting of those that pay; single source O(arcs · capacity).
  double evaluate(const std::vector<double>& prices, const std::vector<State>&);

  // Of the last evaluation.
  const std::vector<double>& unserved() const { return unserved_; }  // Share; below 0: too often.
  const std::vector<double>& worth() const { return worth_; }  // What opening costs, by facility.
  const std::vector<char>& chosen() const { return chosen_; }  // By facility.
  double without_cover() const { return without_cover_; }  // The bound without the last knapsack.
  bool is_coverable() const { return is_coverable_; }

 private:
  struct Item {
    double gain;  // Cost less price, below 0.
    std::int64_t demand;
    int customer;
  };
  void fill(int facility, const std::vector<double>& prices);
  void fill_whole(int facility);
  double cover(const std::vector<State>&);

  const Instance& instance_;
  std::vector<double> flat_cost_;  // By facility and customer.
  std::vector<std::int64_t> units_;
  std::int64_t needed_ = 0;  // Of the units, by all demand.
  std::vector<Item> items_;
  std::vector<std::vector<std::pair<int, double>>> served_;  // By facility: customer, share.
  std::vector<double> unserved_, worth_, least_;
  std::vector<char> chosen_, taken_;
  double without_cover_ = 0;
  bool is_coverable_ = true;
};

// Climbs to good prices, as province/ascent.h does; the average of the choices on the way tells
// which facilities are in doubt.
struct Climb {
  std::vector<double> prices;  // The best.
  double bound = -1e300;
  std::vector<double> mean;   // Of chosen, by facility.
  std::vector<double> worth;  // At the best prices.
  double without_cover = 0;
  bool is_coverable = true;
};

struct Effort {
  int steps = 0;
  double reach = 1;   // The part of the gap that a step aims at, to begin with.
  double enough = 0;  // Stops where the bound comes to this, and aims at it.
};

void climb(Relaxation&, const Instance&, const std::vector<State>&, const Effort&, Climb&);
Climb first_prices(const Instance&);

}  // namespace waystation::planning::facility
