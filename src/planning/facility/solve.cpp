// A facility is a site with one window, a customer's demand are its visits, and a price on the sum
// of capacities takes the place of Hall's rows. Costs are scaled to whole numbers and rounded down,
// so that what the prices prove holds for the true costs too; plans are valued with the true ones.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

#include "planning/facility/instance.h"
#include "planning/province/ascent.h"
#include "planning/province/search.h"

namespace waystation::planning::facility {

namespace {

using province::Area;
using Clock = std::chrono::steady_clock;

double highest_cost_each(const Instance& instance) {
  double highest = 0;
  for (std::size_t j = 0; j < instance.demand.size(); ++j)
    if (instance.demand[j] > 0)
      highest = std::max(highest, std::ranges::max(instance.cost[j]) / double(instance.demand[j]));
  return highest;
}

struct Scaled {
  const Instance& instance;
  double loss = 0;    // Of one unit that nobody serves, in true costs: more than any way to serve.
  double factor = 1;  // From true costs to whole numbers.

  std::int64_t whole(double cost) const { return std::int64_t(std::floor(cost * factor)); }
};

Scaled scale(const Instance& instance) {
  const double highest = highest_cost_each(instance);
  double dearest = 0;
  for (std::size_t i = 0; i < instance.capacity.size(); ++i)
    if (instance.capacity[i] > 0)
      dearest = std::max(dearest, instance.fixed_cost[i] / double(instance.capacity[i]));
  Scaled out{instance, 2 * highest + 20 * dearest + 1, 1};
  out.factor = 1e9 / out.loss;
  return out;
}

void add_sites(Area& area, const Scaled& scaled) {
  const Instance& instance = scaled.instance;
  area.sites = std::int32_t(instance.capacity.size());
  area.customers = std::int32_t(instance.demand.size());
  area.demands = area.most_windows = 1;
  area.windows.assign(std::size_t(area.sites), 1);
  for (int i = 0; i < area.sites; ++i) {
    area.capacity.insert(area.capacity.end(), {0, instance.capacity[i]});
    area.day_cost.insert(area.day_cost.end(), {0, scaled.whole(instance.fixed_cost[i])});
  }
  area.critical.assign(std::size_t(area.customers), 0);
  for (const auto demand : instance.demand) area.ordinary.push_back(std::int32_t(demand));
  area.loss_critical = area.loss_ordinary = scaled.whole(scaled.loss);
  const double fixed = std::accumulate(instance.fixed_cost.begin(), instance.fixed_cost.end(), 0.0);
  const double room =
      double(std::accumulate(instance.capacity.begin(), instance.capacity.end(), std::int64_t{1}));
  area.usual_margin = scaled.whole(fixed / room);
  area.types = {{0, 0, {0}}};
  area.groups = {{0, 0, 1}};
  area.week_teams = {1};
  area.week_of_team = {0};
}

// The cheapest facilities of each customer, at most so many.
void add_arcs(Area& area, const Scaled& scaled, std::size_t most) {
  std::vector<std::vector<std::pair<int, int>>> by_site(std::size_t(area.sites));
  area.customer_first = {0};
  for (int j = 0; j < area.customers; ++j) {
    const auto& costs = scaled.instance.cost[j];
    std::vector<int> order(costs.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](int i) { return costs[i]; });
    order.resize(std::min(most, order.size()));
    const double demand = std::max(1.0, double(scaled.instance.demand[j]));
    for (const int i : order) {
      by_site[i].emplace_back(j, int(area.arc_site.size()));
      area.arc_site.push_back(i);
      area.arc_cost.push_back(std::int32_t(scaled.whole(costs[i] / demand)));
    }
    area.customer_first.push_back(std::int32_t(area.arc_site.size()));
  }
  area.site_first = {0};
  for (const auto& arcs : by_site) {
    for (const auto& [customer, arc] : arcs) {
      area.site_customer.push_back(customer);
      area.site_cost.push_back(area.arc_cost[arc]);
      area.site_arc.push_back(arc);
    }
    area.site_first.push_back(std::int32_t(area.site_customer.size()));
  }
}

// Open facilities hold all demand together.
void add_capacity_row(Area& area) {
  const std::int64_t all =
      std::accumulate(area.ordinary.begin(), area.ordinary.end(), std::int64_t{0});
  std::vector<std::int64_t> fixed;
  for (int i = 0; i < area.sites; ++i) fixed.push_back(-area.capacity[area.at(i, 1)]);
  area.rows.push_back({0, -all, 1.0 / double(std::max<std::int64_t>(all, 1)), std::move(fixed),
                       std::vector<std::int64_t>(std::size_t(area.sites), 0)});
}

// What the plan costs in true costs; none where a customer is not served.
std::optional<double> true_value(const Instance& instance, const Area& area,
                                 const province::AreaPlan& plan) {
  province::Transport transport(area, 0);
  double value = 0;
  std::int64_t served = 0;
  for (int i = 0; i < area.sites; ++i)
    if (plan.windows[i]) {
      transport.set_capacity(i, area.capacity[area.at(i, 1)]);
      value += instance.fixed_cost[i];
    }
  for (int j = 0; j < area.customers; ++j)
    for (int a = area.customer_first[j]; a < area.customer_first[j + 1]; ++a) {
      const std::int64_t visits = transport.flows()[a];
      served += visits;
      if (visits)
        value += instance.cost[j][area.arc_site[a]] * double(visits) / double(area.ordinary[j]);
    }
  const bool is_all = served == std::accumulate(area.ordinary.begin(), area.ordinary.end(), 0LL);
  return is_all ? std::optional(value) : std::nullopt;
}

}  // namespace

Answer solve(const Instance& instance, double seconds) {
  const auto end = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                      std::chrono::duration<double>(seconds));
  const auto share_is_over = [&](double left) {
    return std::chrono::duration<double>(end - Clock::now()).count() < left * seconds;
  };
  const Scaled scaled = scale(instance);
  Area area, near;
  constexpr std::size_t search_width = 16;
  for (Area* const each : {&area, &near}) add_sites(*each, scaled);
  add_arcs(area, scaled, instance.capacity.size());
  add_arcs(near, scaled, search_width);
  add_capacity_row(area);
  province::Ascent ascent(area);
  ascent.run(50, 0);
  province::AreaState state(near, province::Teams::apart);
  province::Search(state, ascent.mean_sizes(), 1).construct(0);
  for (int n = 0; n < 80 && !share_is_over(0.4); ++n) ascent.run(50, state.value());
  province::Search search(state, ascent.mean_sizes(), 1);
  province::AreaPlan best = state.plan();
  const auto keep = [&] {
    if (state.value() < best.value) best = state.plan();
  };
  for (int start = 0; start < 4 && !share_is_over(0.1); ++start) {
    search.construct(start ? 0.5 : 0);
    search.improve();
    keep();
  }
  state.copy_windows(best);
  search.forget();
  for (int n = 0; n < 400 && best.value > ascent.bound() && !share_is_over(0.02); ++n) {
    search.shake_once(0);
    keep();
  }
  ascent.run(200, best.value);
  const auto value = true_value(instance, near, best);
  return {value.has_value(), value.value_or(0),
          std::floor(double(ascent.bound()) / scaled.factor * 1e4) / 1e4};
}

}  // namespace waystation::planning::facility
