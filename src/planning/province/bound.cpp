#include "planning/province/bound.h"

#include <algorithm>

namespace waystation::planning::province {

Bound::Bound(const Area& area) : area_(area) {
  const auto groups = area.groups.size();
  const std::size_t items = 2 * area.site_customer.size();
  for (std::size_t group = 0; group < groups; ++group)
    for (Item item = 0; item < items; ++item) order_.push_back(item);
  gain_.resize(order_.size());
  keys_.resize(items);
  day_values_.resize(groups * area.day_cost.size());
  team_costs_.resize(area.week_teams.size() * area.day_cost.size());
  windows_.resize(groups * area.sites);
  sizes_.resize(area.week_teams.size() * area.sites);
  for (auto& unmet : unmet_) unmet.resize(groups * area.customers);
  overuse_.resize(area.rows.size());
}

// What every visit pays, and the shared rows at their limits.
void Bound::start(const Prices& prices) {
  value_ = 0;
  for (std::size_t row = 0; row < area_.rows.size(); ++row) {
    overuse_[row] = -area_.rows[row].most;
    value_ -= prices.row[row] * area_.rows[row].most;
  }
  for (std::size_t group = 0; group < area_.groups.size(); ++group) {
    const PriceGroup& g = area_.groups[group];
    std::int64_t sum = 0;
    for (int j = 0; j < area_.customers; ++j) {
      const std::size_t at = group * area_.customers + j, of = area_.of(g.demand, j);
      unmet_[0][at] = area_.critical[of];
      unmet_[1][at] = area_.ordinary[of];
      sum += std::int64_t(prices.critical[at]) * area_.critical[of] +
             std::int64_t(prices.ordinary[at]) * area_.ordinary[of];
    }
    value_ += sum * g.days * area_.week_teams[g.week];
  }
}

// The order of the last call is nearly right, so that sinking each item into place is cheap.
void Bound::sort_items(int group, int site, const Prices& prices) {
  const std::size_t first = 2 * std::size_t(area_.site_first[site]);
  const std::size_t end = 2 * std::size_t(area_.site_first[site + 1]);
  const std::size_t base = group * 2 * area_.site_customer.size();
  const std::int32_t* const critical = &prices.critical[std::size_t(group) * area_.customers];
  const std::int32_t* const ordinary = &prices.ordinary[std::size_t(group) * area_.customers];
  for (std::size_t k = first; k < end; ++k) {
    const Item item = order_[base + k];
    const std::int32_t customer = area_.site_customer[item / 2];
    const std::int32_t price = item % 2 ? ordinary[customer] : critical[customer];
    const std::int64_t gain = std::min(area_.site_cost[item / 2] - price, 0);
    const std::int64_t key = gain * (std::int64_t{1} << 32) + item;
    std::size_t to = k;
    for (; to > first && keys_[to - 1] > key; --to) keys_[to] = keys_[to - 1];
    keys_[to] = key;
  }
  for (std::size_t k = first; k < end; ++k) {
    order_[base + k] = Item(keys_[k] & 0xffffffff);
    gain_[base + k] = std::int32_t(keys_[k] >> 32);
  }
}

// The best day with each number of windows: who brings most is served first.
void Bound::fill_site(int group, int site) {
  const std::size_t base = group * 2 * area_.site_customer.size();
  const std::size_t end = base + 2 * std::size_t(area_.site_first[site + 1]);
  std::size_t k = base + 2 * std::size_t(area_.site_first[site]);
  std::int64_t* const values = &day_values_[group * area_.day_cost.size() + area_.at(site, 0)];
  const int demand = area_.groups[group].demand;
  std::int64_t gained = 0, used = 0, open = 0;
  values[0] = 0;
  for (int w = 1; w <= area_.windows[site]; ++w) {
    const std::int64_t capacity = area_.capacity[area_.at(site, w)];
    while (used < capacity) {
      if (!open) {
        if (k == end || gain_[k] >= 0) break;
        open = amount(demand, order_[k]);
        if (!open) {
          ++k;
          continue;
        }
      }
      const std::int64_t served = std::min(open, capacity - used);
      gained += served * gain_[k];
      used += served;
      open -= served;
      if (!open) ++k;
    }
    values[w] = area_.day_cost[area_.at(site, w)] + gained;
  }
}

// The best size of the site's team, and its windows on each day.
void Bound::choose(int week, int site, const Prices& prices) {
  std::int64_t fixed = 0, per_window = 0;
  for (std::size_t row = 0; row < area_.rows.size(); ++row) {
    fixed += prices.row[row] * area_.rows[row].fixed[site];
    per_window += prices.row[row] * area_.rows[row].per_window[site];
  }
  std::int64_t* const costs = &team_costs_[week * area_.day_cost.size() + area_.at(site, 0)];
  for (int n = 0; n <= area_.windows[site]; ++n) costs[n] = n ? fixed + per_window * n : 0;
  for (std::size_t group = 0; group < area_.groups.size(); ++group) {
    if (area_.groups[group].week != week) continue;
    const std::int64_t* const day = &day_values_[group * area_.day_cost.size() + area_.at(site, 0)];
    std::int64_t best = 0;
    for (int n = 1; n <= area_.windows[site]; ++n) {
      best = std::min(best, day[n]);
      costs[n] += best * area_.groups[group].days;
    }
  }
  const int size = int(std::min_element(costs, costs + area_.windows[site] + 1) - costs);
  sizes_[std::size_t(week) * area_.sites + site] = size;
  value_ += costs[size] * area_.week_teams[week];
  for (std::size_t row = 0; size && row < area_.rows.size(); ++row)
    overuse_[row] += area_.week_teams[week] *
                     (area_.rows[row].fixed[site] + area_.rows[row].per_window[site] * size);
  for (std::size_t group = 0; group < area_.groups.size(); ++group) {
    if (area_.groups[group].week != week) continue;
    const std::int64_t* const day = &day_values_[group * area_.day_cost.size() + area_.at(site, 0)];
    windows_[group * area_.sites + site] =
        std::int32_t(std::min_element(day, day + size + 1) - day);
    serve(int(group), site);
  }
}

void Bound::serve(int group, int site) {
  const std::size_t base = group * 2 * area_.site_customer.size();
  const std::size_t end = base + 2 * std::size_t(area_.site_first[site + 1]);
  std::int64_t room =
      area_.capacity[area_.at(site, windows_[std::size_t(group) * area_.sites + site])];
  for (std::size_t k = base + 2 * std::size_t(area_.site_first[site]);
       k < end && room > 0 && gain_[k] < 0; ++k) {
    const Item item = order_[k];
    const std::int64_t served =
        std::min<std::int64_t>(room, amount(area_.groups[group].demand, item));
    room -= served;
    unmet_[item % 2][std::size_t(group) * area_.customers + area_.site_customer[item / 2]] -=
        std::int32_t(served);
  }
}

std::int64_t Bound::evaluate(const Prices& prices) {
  start(prices);
  for (int group = 0; group < int(area_.groups.size()); ++group)
    for (int site = 0; site < area_.sites; ++site) {
      sort_items(group, site, prices);
      fill_site(group, site);
    }
  for (int week = 0; week < int(area_.week_teams.size()); ++week)
    for (int site = 0; site < area_.sites; ++site) choose(week, site, prices);
  return value_;
}

}  // namespace waystation::planning::province
