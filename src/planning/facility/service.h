#pragma once
// Who is served where at least cost, for given open facilities, where several facilities may share
// a customer. Everybody goes to the cheapest; then facilities with too many send the excess along
// cheapest paths of facilities (successive shortest paths; Ahuja, Magnanti, Orlin 1993, ch. 9).
#include "planning/facility/instance.h"

namespace waystation::planning::facility {

class Service {
 public:
  explicit Service(const Instance&);

  // With the fixed costs; infinite where the open facilities cannot hold the demand. A path costs
  // O(customers · open) for each facility on it.
  double cost(const std::vector<char>& open);

 private:
  struct Step {
    double cost = 0;  // Of one unit of demand.
    int customer = -1;
  };
  void go_to_cheapest();
  void look(int from);
  bool shorten(std::vector<double>& distance, std::vector<int>& before) const;
  bool relieve();
  std::int64_t& flow(int customer, int k) {
    return flow_[std::size_t(customer) * sites_.size() + k];
  }
  double each(int customer, int k) const {
    return each_[std::size_t(customer) * sites_.size() + k];
  }

  const Instance& instance_;
  std::vector<int> sites_;
  std::vector<double> each_;  // By customer and open facility.
  std::vector<std::int64_t> flow_, load_;
  std::vector<Step> steps_;  // By open facilities, from and to.
};

}  // namespace waystation::planning::facility
