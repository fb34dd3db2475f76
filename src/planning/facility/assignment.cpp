#include "planning/facility/assignment.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace waystation::planning::facility {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double little = 1e-7;

}  // namespace

Assignment::Assignment(const Instance& instance, std::uint64_t seed)
    : instance_(instance),
      random_(seed),
      at_(instance.demand.size(), 0),
      load_(instance.capacity.size(), 0),
      members_(instance.capacity.size(), 0),
      best_value_(infinite),
      base_value_(infinite) {
  double costs = 0, demand = 1;
  for (int j = 0; j < instance.customers(); ++j) {
    costs += std::ranges::max(instance.cost[j]) - std::ranges::min(instance.cost[j]);
    demand += double(instance.demand[j]);
  }
  price_ = costs / demand;
}

double Assignment::over(int facility, std::int64_t more) const {
  const std::int64_t room = instance_.capacity[facility] - load_[facility];
  return price_ * double(std::max<std::int64_t>(0, more - room) - std::max<std::int64_t>(0, -room));
}

double Assignment::move_change(int customer, int to) const {
  const int from = at_[customer];
  const std::int64_t demand = instance_.demand[customer];
  return instance_.cost[customer][to] - instance_.cost[customer][from] + over(to, demand) +
         over(from, -demand) + (members_[to] ? 0 : instance_.fixed_cost[to]) -
         (members_[from] == 1 ? instance_.fixed_cost[from] : 0);
}

double Assignment::swap_change(int a, int b) const {
  const int x = at_[a], y = at_[b];
  const std::int64_t more = instance_.demand[b] - instance_.demand[a];
  return instance_.cost[a][y] + instance_.cost[b][x] - instance_.cost[a][x] - instance_.cost[b][y] +
         over(x, more) + over(y, -more);
}

void Assignment::move(int customer, int to) {
  const std::int64_t demand = instance_.demand[customer];
  --members_[at_[customer]];
  load_[at_[customer]] -= demand;
  at_[customer] = to;
  ++members_[to];
  load_[to] += demand;
}

bool Assignment::move_one(int customer) {
  int best = -1;
  double least = -little;
  for (int i = 0; i < instance_.facilities(); ++i)
    if (i != at_[customer] && (members_[i] || members_[at_[customer]] == 1))
      if (const double change = move_change(customer, i); change < least) least = change, best = i;
  if (best < 0) return false;
  move(customer, best);
  return true;
}

bool Assignment::swap_one(int customer) {
  for (int other = 0; other < instance_.customers(); ++other) {
    if (at_[other] == at_[customer] || swap_change(customer, other) >= -little) continue;
    const int to = at_[other];
    move(other, at_[customer]);
    move(customer, to);
    return true;
  }
  return false;
}

void Assignment::descend() {
  const int count = instance_.customers();
  int j = int(random_.below(count));
  for (int idle = 0; idle < count; j = (j + 1) % count)
    idle = move_one(j) || swap_one(j) ? 0 : idle + 1;
}

void Assignment::close(int facility) {
  for (int j = 0; j < instance_.customers(); ++j) {
    if (at_[j] != facility) continue;
    int best = -1;
    double least = infinite;
    for (int i = 0; i < instance_.facilities(); ++i) {
      if (i == facility || !members_[i]) continue;
      const double cost = instance_.cost[j][i] + over(i, instance_.demand[j]);
      if (cost < least) least = cost, best = i;
    }
    if (best >= 0) move(j, best);
  }
}

// Those who gain most come, as long as there is room.
void Assignment::open(int facility) {
  std::vector<std::pair<double, int>> gains;
  for (int j = 0; j < instance_.customers(); ++j) {
    if (at_[j] == facility) continue;
    const double gain = instance_.cost[j][facility] - instance_.cost[j][at_[j]] +
                        over(at_[j], -instance_.demand[j]);
    gains.emplace_back(gain / double(std::max<std::int64_t>(1, instance_.demand[j])), j);
  }
  std::ranges::sort(gains);
  for (const auto& [gain, j] : gains)
    if (gain < 0 && load_[facility] + instance_.demand[j] <= instance_.capacity[facility])
      move(j, facility);
}

void Assignment::kick() {
  const int facilities = instance_.facilities();
  const auto any = [&](bool is_open) {
    int out = int(random_.below(facilities));
    for (int n = 0; n < facilities && (members_[out] > 0) != is_open; ++n)
      out = (out + 1) % facilities;
    return out;
  };
  switch (random_.below(5)) {
    case 0:
      close(any(true));
      return;
    case 1:
      open(any(false));
      return;
    case 2: {
      const int gone = any(true);
      open(any(false));
      close(gone);
      return;
    }
    case 3: {
      const int some = any(true);
      for (int j = 0; j < instance_.customers(); ++j)
        if (at_[j] == some && random_.permille(400)) move(j, any(true));
      return;
    }
    case 4:
      for (std::int64_t n = random_.between(2, 10); n > 0; --n)
        move(int(random_.below(instance_.customers())), any(true));
      return;
  }
}

double Assignment::total() const {
  double sum = 0;
  for (int i = 0; i < instance_.facilities(); ++i) {
    if (load_[i] > instance_.capacity[i]) return infinite;
    if (members_[i]) sum += instance_.fixed_cost[i];
  }
  for (int j = 0; j < instance_.customers(); ++j) sum += instance_.cost[j][at_[j]];
  return sum;
}

// A little worse is accepted on the way.
void Assignment::keep() {
  const double value = total();
  price_ *= value == infinite ? 1.05 : 0.98;
  if (value < best_value_ - little) best_value_ = value, best_ = at_;
  const double chance = double(random_.below(1000)) / 1000;
  if (value < base_value_ * (1 + 0.01 * chance * chance * chance * chance)) {
    base_value_ = value;
    base_ = at_;
    return;
  }
  if (base_.empty()) return;
  if (random_.permille(10)) base_ = best_, base_value_ = best_value_;
  std::ranges::fill(load_, 0);
  std::ranges::fill(members_, 0);
  at_ = base_;
  for (int j = 0; j < instance_.customers(); ++j) {
    load_[at_[j]] += instance_.demand[j];
    ++members_[at_[j]];
  }
}

void Assignment::start(const std::vector<char>& open, const std::vector<double>& prices) {
  std::ranges::fill(load_, 0);
  std::ranges::fill(members_, 0);
  std::vector<int> order(at_.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::greater<>(), [&](int j) { return prices[j]; });
  for (const int j : order) {
    double least = infinite;
    for (int i = 0; i < instance_.facilities(); ++i) {
      if (!open[i]) continue;
      const double cost = instance_.cost[j][i] + over(i, instance_.demand[j]);
      if (cost < least) least = cost, at_[j] = i;
    }
    load_[at_[j]] += instance_.demand[j];
    ++members_[at_[j]];
  }
  base_.clear();
  base_value_ = infinite;
  descend();
  keep();
}

void Assignment::improve(double enough, const std::function<bool()>& is_over) {
  while (best_value_ > enough && !is_over()) {
    kick();
    descend();
    keep();
  }
}

}  // namespace waystation::planning::facility
