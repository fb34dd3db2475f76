#include "planning/facility/service.h"

#include <algorithm>
#include <limits>

namespace waystation::planning::facility {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

}  // namespace

Service::Service(const Instance& instance) : instance_(instance) {}

void Service::go_to_cheapest() {
  const auto count = sites_.size();
  each_.resize(count * instance_.demand.size());
  flow_.assign(each_.size(), 0);
  load_.assign(count, 0);
  steps_.assign(count * count, {});
  for (int j = 0; j < instance_.customers(); ++j) {
    const double demand = double(std::max<std::int64_t>(1, instance_.demand[j]));
    int best = 0;
    for (std::size_t k = 0; k < count; ++k) {
      each_[std::size_t(j) * count + k] = instance_.cost[j][sites_[k]] / demand;
      if (each(j, int(k)) < each(j, best)) best = int(k);
    }
    flow(j, best) = instance_.demand[j];
    load_[best] += instance_.demand[j];
  }
}

// The cheapest unit to send from the facility to each other.
void Service::look(int from) {
  Step* const steps = &steps_[std::size_t(from) * sites_.size()];
  std::fill(steps, steps + sites_.size(), Step{infinite, -1});
  for (int j = 0; j < instance_.customers(); ++j) {
    if (!flow(j, from)) continue;
    for (std::size_t k = 0; k < sites_.size(); ++k)
      if (const double more = each(j, int(k)) - each(j, from); more < steps[k].cost)
        steps[k] = {more, j};
  }
}

bool Service::shorten(std::vector<double>& distance, std::vector<int>& before) const {
  bool changed = false;
  const std::size_t count = sites_.size();
  for (std::size_t a = 0; a < count; ++a) {
    if (distance[a] == infinite) continue;
    for (std::size_t b = 0; b < count; ++b) {
      const double to = distance[a] + steps_[a * count + b].cost;
      if (a == b || to >= distance[b] - 1e-9) continue;
      distance[b] = to;
      before[b] = int(a);
      changed = true;
    }
  }
  return changed;
}

// One path from a facility with too many to one with room; false where all is well.
bool Service::relieve() {
  const int count = int(sites_.size());
  std::vector<double> distance(sites_.size(), infinite);
  std::vector<int> before(sites_.size(), -1);
  const auto room = [&](int k) { return instance_.capacity[sites_[k]] - load_[k]; };
  for (int k = 0; k < count; ++k)
    if (room(k) < 0) distance[k] = 0;
  for (int n = 0; n < count && shorten(distance, before); ++n) {
  }
  int end = -1;
  for (int k = 0; k < count; ++k)
    if (room(k) > 0 && distance[k] < infinite && (end < 0 || distance[k] < distance[end])) end = k;
  if (end < 0) return false;
  std::int64_t most = room(end);
  int start = end;
  for (int length = 0; before[start] >= 0 && length < count; start = before[start], ++length)
    most = std::min(most, flow(steps_[std::size_t(before[start]) * sites_.size() + start].customer,
                               before[start]));
  most = std::min(most, -room(start));
  if (most <= 0) return false;
  std::vector<int> path{end};
  while (path.back() != start) path.push_back(before[path.back()]);
  for (std::size_t k = 0; k + 1 < path.size(); ++k) {
    const int to = path[k], from = path[k + 1];
    const int customer = steps_[std::size_t(from) * sites_.size() + to].customer;
    flow(customer, from) -= most;
    flow(customer, to) += most;
    load_[from] -= most;
    load_[to] += most;
  }
  for (const int k : path) look(k);
  return true;
}

double Service::cost(const std::vector<char>& open) {
  sites_.clear();
  std::int64_t room = 0, needed = 0;
  double sum = 0;
  for (int i = 0; i < instance_.facilities(); ++i)
    if (open[i]) {
      sites_.push_back(i);
      room += instance_.capacity[i];
      sum += instance_.fixed_cost[i];
    }
  for (const auto demand : instance_.demand) needed += demand;
  if (room < needed || sites_.empty()) return infinite;
  go_to_cheapest();
  for (std::size_t k = 0; k < sites_.size(); ++k) look(int(k));
  while (relieve()) {
  }
  for (std::size_t k = 0; k < sites_.size(); ++k)
    if (load_[k] > instance_.capacity[sites_[k]]) return infinite;
  for (int j = 0; j < instance_.customers(); ++j)
    for (int k = 0; k < int(sites_.size()); ++k) sum += each(j, k) * double(flow(j, k));
  return sum;
}

}  // namespace waystation::planning::facility
