#include "planning/facility/relaxation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace waystation::planning::facility {

Relaxation::Relaxation(const Instance& instance)
    : instance_(instance),
      units_(instance.capacity),
      served_(instance.capacity.size()),
      unserved_(instance.demand.size()),
      worth_(instance.capacity.size()),
      chosen_(instance.capacity.size()) {
  for (int i = 0; i < instance.facilities(); ++i)
    for (int j = 0; j < instance.customers(); ++j) flat_cost_.push_back(instance.cost[j][i]);
  std::int64_t unit = 0;
  for (const auto capacity : units_) unit = std::gcd(unit, capacity);
  unit = std::max<std::int64_t>(unit, 1);
  for (auto& capacity : units_) capacity /= unit;
  needed_ = std::accumulate(instance.demand.begin(), instance.demand.end(), std::int64_t{0});
  needed_ = (needed_ + unit - 1) / unit;
}

// Whole customers: exact by a table over the capacity.
void Relaxation::fill_whole(int facility) {
  const auto room = instance_.capacity[facility];
  const auto width = std::size_t(room + 1);
  least_.assign(width, 0);
  taken_.assign(width * items_.size(), 0);
  for (std::size_t k = 0; k < items_.size(); ++k) {
    char* const taken = &taken_[k * width];
    for (std::int64_t r = room; r >= items_[k].demand; --r) {
      const double with = least_[r - items_[k].demand] + items_[k].gain;
      taken[r] = with < least_[r];
      least_[r] = std::min(with, least_[r]);
    }
  }
  worth_[facility] += least_[room];
  std::int64_t left = room;
  for (std::size_t k = items_.size(); k-- > 0;) {
    if (!taken_[k * width + std::size_t(left)]) continue;
    left -= items_[k].demand;
    served_[facility].emplace_back(items_[k].customer, 1.0);
  }
}

void Relaxation::fill(int facility, const std::vector<double>& prices) {
  const double* const cost = &flat_cost_[std::size_t(facility) * prices.size()];
  const std::int64_t capacity = instance_.capacity[facility];
  const bool is_single = instance_.source == Source::single;
  items_.clear();
  std::int64_t all = 0;
  for (int j = 0; j < instance_.customers(); ++j) {
    const std::int64_t demand = instance_.demand[j];
    if (cost[j] >= prices[j] || (is_single && demand > capacity)) continue;
    items_.push_back({cost[j] - prices[j], demand, j});
    all += demand;
  }
  auto& served = served_[facility];
  served.clear();
  worth_[facility] = instance_.fixed_cost[facility];
  if (all > capacity && is_single) return fill_whole(facility);
  if (all > capacity)
    std::ranges::sort(items_, {}, [](const Item& item) {
      return item.gain / double(std::max<std::int64_t>(item.demand, 1)) - (item.demand ? 0 : 1e18);
    });
  std::int64_t room = capacity;
  for (const Item& item : items_) {
    const double share = item.demand <= room ? 1 : double(room) / double(item.demand);
    room = std::max<std::int64_t>(0, room - item.demand);
    worth_[facility] += share * item.gain;
    served.emplace_back(item.customer, share);
    if (!room && all > capacity) break;
  }
}

// Opens more where what pays cannot hold all demand: the cheapest set that can, exactly.
double Relaxation::cover(const std::vector<State>& states) {
  std::int64_t needed = needed_, free = 0;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (chosen_[i]) needed -= units_[i];
    if (!chosen_[i] && states[i] == State::free) free += units_[i];
  }
  is_coverable_ = needed <= free;
  if (needed <= 0 || !is_coverable_) return 0;
  const auto width = std::size_t(needed + 1);
  least_.assign(width, 1e300);
  least_[0] = 0;
  taken_.assign(width * states.size(), 0);
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (chosen_[i] || states[i] != State::free) continue;
    for (std::int64_t r = needed; r > 0; --r) {
      const double with = least_[std::max<std::int64_t>(0, r - units_[i])] + worth_[i];
      taken_[i * width + r] = with < least_[r];
      least_[r] = std::min(with, least_[r]);
    }
  }
  const double out = least_[needed];
  for (std::size_t i = states.size(); i-- > 0;) {
    if (!taken_[i * width + std::size_t(needed)]) continue;
    chosen_[i] = 1;
    needed = std::max<std::int64_t>(0, needed - units_[i]);
  }
  return out;
}

double Relaxation::evaluate(const std::vector<double>& prices, const std::vector<State>& states) {
  double value = std::accumulate(prices.begin(), prices.end(), 0.0);
  for (std::size_t i = 0; i < states.size(); ++i) {
    chosen_[i] = 0;
    if (states[i] == State::shut) continue;
    fill(int(i), prices);
    chosen_[i] = states[i] == State::open || worth_[i] < 0;
    if (chosen_[i]) value += worth_[i];
  }
  without_cover_ = value;
  value += cover(states);
  std::ranges::fill(unserved_, 1.0);
  for (std::size_t i = 0; i < states.size(); ++i)
    if (chosen_[i])
      for (const auto& [customer, share] : served_[i]) unserved_[customer] -= share;
  return value;
}

void climb(Relaxation& relaxation, const Instance& instance, const std::vector<State>& states,
           const Effort& effort, Climb& out) {
  constexpr double share = 0.12, shorter = 0.75;
  constexpr int patience = 15;
  std::vector<double> now = out.prices, slope(now.size(), 0);
  double last = out.bound, reach = effort.reach;
  out.bound = -1e300;
  const bool had_mean = !out.mean.empty();
  out.mean.resize(states.size(), 0);
  for (int n = 0, idle = 0; n < effort.steps; ++n) {
    const double value = relaxation.evaluate(now, states);
    out.is_coverable = relaxation.is_coverable();
    if (!out.is_coverable) return;
    last = value;
    if (value - out.bound > 1e-6 * std::abs(value)) idle = 0;
    if (value > out.bound) {
      out.bound = value;
      out.prices = now;
      out.worth = relaxation.worth();
      out.without_cover = relaxation.without_cover();
    }
    if (out.bound >= effort.enough) return;
    if (++idle > patience) reach *= shorter, idle = 0, now = out.prices, last = out.bound;
    const double part = n ? share : 1;
    for (std::size_t j = 0; j < now.size(); ++j)
      slope[j] += part * (relaxation.unserved()[j] - slope[j]);
    for (std::size_t i = 0; i < states.size(); ++i)
      out.mean[i] += (n || had_mean ? share : 1) * (double(relaxation.chosen()[i]) - out.mean[i]);
    double norm = 1e-12;
    for (std::size_t j = 0; j < now.size(); ++j)
      norm += slope[j] * slope[j] * double(instance.demand[j] + 1);
    const double step = reach * std::max(effort.enough - last, 1e-5 * std::abs(last)) / norm;
    for (std::size_t j = 0; j < now.size(); ++j)
      now[j] = std::max(0.0, now[j] + step * slope[j] * double(instance.demand[j] + 1));
  }
}

Climb first_prices(const Instance& instance) {
  Climb out;
  const double fixed = std::accumulate(instance.fixed_cost.begin(), instance.fixed_cost.end(), 0.0);
  const double room =
      double(std::accumulate(instance.capacity.begin(), instance.capacity.end(), std::int64_t{1}));
  for (int j = 0; j < instance.customers(); ++j)
    out.prices.push_back(std::ranges::min(instance.cost[j]) +
                         double(instance.demand[j]) * fixed / room);
  return out;
}

}  // namespace waystation::planning::facility
