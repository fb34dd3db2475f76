#pragma once
// Minimum-cost flow by successive shortest paths, for the small networks of one zone: who is served
// where, who works in which post. Costs may be negative (a reward); flow is sent as long as it
// pays. Whole numbers, and the same flow on every machine.
#include <cstdint>
#include <vector>

namespace waystation::planning {

class MinCostFlow {
 public:
  static constexpr int source = 0, sink = 1;

  MinCostFlow() : arcs_of_(2) {}
  int add_node();
  int add_arc(int from, int to, std::int64_t capacity, std::int64_t cost);  // Returns its number.
  void run();  // Costs round a circle must not be negative before it.
  std::int64_t flow(int arc) const { return arcs_[arc ^ 1].room; }
  // Prices of the nodes under which no unused arc pays; source and sink have the same.
  std::vector<std::int64_t> potentials() const;

 private:
  struct Arc {
    int to;
    std::int64_t room, cost;
  };
  bool find_path();
  void send();

  std::vector<Arc> arcs_;
  std::vector<std::vector<int>> arcs_of_;
  std::vector<std::int64_t> distance_;
  std::vector<int> reached_by_;
};

}  // namespace waystation::planning
