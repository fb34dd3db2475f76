#include "planning/min_cost_flow.h"

#include <algorithm>
#include <deque>

namespace waystation::planning {

namespace {

constexpr std::int64_t unreached = INT64_MAX;

}  // namespace

int MinCostFlow::add_node() {
  arcs_of_.emplace_back();
  return int(std::ssize(arcs_of_)) - 1;
}

int MinCostFlow::add_arc(int from, int to, std::int64_t capacity, std::int64_t cost) {
  const int arc = int(std::ssize(arcs_));
  arcs_.push_back({to, capacity, cost});
  arcs_.push_back({from, 0, -cost});
  arcs_of_[from].push_back(arc);
  arcs_of_[to].push_back(arc + 1);
  return arc;
}

// Shortest path from the source by a queue (Bellman, Ford, Moore).
bool MinCostFlow::find_path() {
  distance_.assign(arcs_of_.size(), unreached);
  reached_by_.assign(arcs_of_.size(), -1);
  std::vector<bool> waiting(arcs_of_.size());
  std::deque<int> queue{source};
  distance_[source] = 0;
  while (!queue.empty()) {
    const int node = queue.front();
    queue.pop_front();
    waiting[node] = false;
    for (int arc : arcs_of_[node]) {
      const Arc& a = arcs_[arc];
      if (a.room == 0 || distance_[node] + a.cost >= distance_[a.to]) continue;
      distance_[a.to] = distance_[node] + a.cost;
      reached_by_[a.to] = arc;
      if (!waiting[a.to]) queue.push_back(a.to);
      waiting[a.to] = true;
    }
  }
  return distance_[sink] < 0;
}

void MinCostFlow::send() {
  std::int64_t amount = INT64_MAX;
  for (int node = sink; node != source; node = arcs_[reached_by_[node] ^ 1].to)
    amount = std::min(amount, arcs_[reached_by_[node]].room);
  for (int node = sink; node != source; node = arcs_[reached_by_[node] ^ 1].to) {
    arcs_[reached_by_[node]].room -= amount;
    arcs_[reached_by_[node] ^ 1].room += amount;
  }
}

void MinCostFlow::run() {
  while (find_path()) send();
}

std::vector<std::int64_t> MinCostFlow::potentials() const {
  std::vector<std::int64_t> price(arcs_of_.size(), 0);
  for (bool changed = true; changed;) {
    changed = false;
    const auto lower = [&](int node, std::int64_t to) {
      if (to < price[node]) price[node] = to, changed = true;
    };
    for (int node = 0; node < std::ssize(arcs_of_); ++node)
      for (int arc : arcs_of_[node])
        if (arcs_[arc].room > 0) lower(arcs_[arc].to, price[node] + arcs_[arc].cost);
    lower(source, price[sink]);
    lower(sink, price[source]);
  }
  return price;
}

}  // namespace waystation::planning
