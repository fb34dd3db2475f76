#include "planning/province/fold.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace waystation::planning::province {

namespace {

struct Fold {
  const Network& network;
  int region;
  Area area{};
  std::vector<int> demand_of_day{};
  std::vector<std::int32_t> site_of{};  // By outlet of the province; -1 elsewhere.

  void sites();
  void customers();
  void days();
  void weeks();
  void arcs();
  void hall_rows();
};

void Fold::sites() {
  site_of.assign(network.outlets.size(), -1);
  for (std::size_t i = 0; i < network.outlets.size(); ++i) {
    if (network.outlets[i].region != region || network.outlets[i].windows < 1) continue;
    site_of[i] = area.sites++;
    area.site_ids.push_back(std::int32_t(i));
    area.windows.push_back(network.outlets[i].windows);
    area.most_windows = std::max(area.most_windows, network.outlets[i].windows);
  }
  const auto people = [&](int w) {
    std::int64_t sum = 0;
    for (int post = 0; post < posts; ++post)
      sum += network.crew.fixed[post] + network.crew.per_window[post] * w;
    return sum;
  };
  for (int i = 0; i < area.sites; ++i)
    for (int w = 0; w <= area.most_windows; ++w) {
      area.capacity.push_back(std::int64_t(network.visits_per_window) * w);
      area.day_cost.push_back(w ? network.weights.person_day * people(w) : 0);
    }
  area.loss_critical = network.weights.critical;
  area.loss_ordinary = network.weights.ordinary;
}

// Only who reaches something can be planned for; the others are lost in every plan.
void Fold::customers() {
  for (std::size_t j = 0; j < network.communities.size(); ++j) {
    const Community& community = network.communities[j];
    if (community.region != region) continue;
    if (!community.walks.empty()) {
      area.customer_ids.push_back(std::int32_t(j));
      continue;
    }
    for (int day = 0; day < network.days; ++day)
      area.uncoverable += community.critical[day] * area.loss_critical +
                          community.ordinary[day] * area.loss_ordinary;
  }
  area.customers = std::int32_t(area.customer_ids.size());
}

void Fold::days() {
  std::map<std::vector<std::int32_t>, int> known;
  std::map<std::pair<int, int>, std::size_t> types;
  for (int day = 0; day < network.days; ++day) {
    std::vector<std::int32_t> all;
    for (const auto j : area.customer_ids) all.push_back(network.communities[j].critical[day]);
    for (const auto j : area.customer_ids) all.push_back(network.communities[j].ordinary[day]);
    const auto [at, is_new] = known.emplace(all, area.demands);
    if (is_new) {
      area.critical.insert(area.critical.end(), all.begin(), all.begin() + area.customers);
      area.ordinary.insert(area.ordinary.end(), all.begin() + area.customers, all.end());
      ++area.demands;
    }
    const int team = network.team_of(day);
    const auto [type, is_new_type] = types.emplace(std::pair(team, at->second), area.types.size());
    if (is_new_type) area.types.push_back({team, at->second, {}});
    area.types[type->second].days.push_back(day);
  }
}

// Two teams have the same kind of week where they have as many days of each demand.
void Fold::weeks() {
  std::map<std::vector<std::pair<int, int>>, int> known;
  for (int team = 0; team < teams; ++team) {
    std::vector<std::pair<int, int>> week;
    for (const DayType& type : area.types)
      if (type.team == team) week.emplace_back(type.demand, std::ssize(type.days));
    std::ranges::sort(week);
    const auto [at, is_new] = known.emplace(week, int(area.week_teams.size()));
    area.week_of_team.push_back(at->second);
    if (!is_new) {
      ++area.week_teams[at->second];
      continue;
    }
    area.week_teams.push_back(1);
    for (const auto& [demand, days] : week) area.groups.push_back({at->second, demand, days});
  }
}

void Fold::arcs() {
  std::vector<std::vector<std::pair<int, int>>> by_site(std::size_t(area.sites));  // Customer, arc.
  area.customer_first.push_back(0);
  for (int j = 0; j < area.customers; ++j) {
    for (const Walk& walk : network.communities[area.customer_ids[j]].walks) {
      const auto site = site_of[walk.outlet];
      const auto cost = std::int32_t(walk.metres * network.weights.metre);
      by_site[site].emplace_back(j, int(area.arc_site.size()));
      area.arc_site.push_back(site);
      area.arc_cost.push_back(cost);
    }
    area.customer_first.push_back(std::int32_t(area.arc_site.size()));
  }
  area.site_first.push_back(0);
  for (const auto& arcs : by_site) {
    for (const auto& [customer, arc] : arcs) {
      area.site_customer.push_back(customer);
      area.site_cost.push_back(area.arc_cost[arc]);
      area.site_arc.push_back(arc);
    }
    area.site_first.push_back(std::int32_t(area.site_customer.size()));
  }
}

// For every set of kinds of post: the posts in it are at most the people who hold any of it. What
// both sides share as a divisor is rounded away. Of rows with the same left side the least holds.
void Fold::hall_rows() {
  std::map<std::pair<std::int64_t, std::int64_t>, std::pair<std::int64_t, int>> least;
  for (int set = 1; set < subsets; ++set) {
    std::int64_t fixed = 0, per_window = 0, most = 0;
    for (int post = 0; post < posts; ++post) {
      if (!(set >> post & 1)) continue;
      fixed += network.crew.fixed[post];
      per_window += network.crew.per_window[post];
    }
    for (const Person& person : network.staff)
      most += person.region == region && person.is_fit && (person.skills & unsigned(set));
    const std::int64_t divisor = std::gcd(fixed, per_window);
    if (divisor) most -= most % divisor;
    const auto [at, is_new] = least.emplace(std::pair(fixed, per_window), std::pair(most, set));
    if (!is_new) at->second = std::min(at->second, {most, set});
  }
  std::int32_t days = 1;
  for (const PriceGroup& group : area.groups) days = std::max(days, group.days);
  for (const auto& [left, right] : least) {
    const auto sites = std::size_t(area.sites);
    // A person more or less moves about what a window does on the days of the longest group.
    const double scale =
        double(network.visits_per_window) * days / std::max<double>(1, double(right.first));
    area.rows.push_back({right.second, right.first, scale, std::vector(sites, left.first),
                         std::vector(sites, left.second)});
  }
}

}  // namespace

Area fold(const Network& network, int region) {
  Fold fold{network, region};
  fold.sites();
  fold.customers();
  fold.days();
  fold.weeks();
  fold.arcs();
  fold.hall_rows();
  return std::move(fold.area);
}

}  // namespace waystation::planning::province
