#include "planning/province/planner.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <numeric>
#include <thread>

#include "planning/province/area_planner.h"
#include "planning/province/fold.h"

namespace waystation::planning::province {

namespace {

using Clock = std::chrono::steady_clock;

// What one core of an ordinary machine does in a second, all areas together; two share them.
constexpr double shakes_per_second = 40;
constexpr int shakes_at_once = 5;

struct Effort {
  int steps = 0, starts = 0, shakes = 0;
};

Effort effort_for(const Area& area, std::int32_t all_sites, double seconds) {
  const double shakes = 2 * seconds * shakes_per_second * area.sites / std::max(all_sites, 1);
  return {.steps = int(std::clamp(200 * seconds, 500.0, 5000.0)),
          .starts = seconds < 3 ? 1 : 3,
          .shakes = int(shakes)};
}

// Gives every area its turn on the next free thread, the largest first.
void for_each_area(const std::vector<std::size_t>& order, int threads,
                   const std::function<void(std::size_t)>& turn) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t k = next++; k < order.size(); k = next++) turn(order[k]);
  };
  std::vector<std::jthread> others;
  for (int k = 1; k < threads; ++k) others.emplace_back(work);
  work();
}

// Regions where somebody lives and that are not sealed; the largest first, so that no thread waits
// long for another at the end.
std::vector<PlannedArea> open_areas(const Network& network) {
  std::vector<bool> is_open(network.regions.size(), false);
  for (const Community& community : network.communities)
    is_open[community.region] = !network.regions[community.region].is_sealed;
  std::vector<PlannedArea> out;
  for (std::size_t region = 0; region < is_open.size(); ++region)
    if (is_open[region])
      out.push_back({std::int32_t(region), fold(network, int(region)), {}, {}, 0});
  return out;
}

}  // namespace

Outcome plan(const Network& network, const Request& request) {
  Outcome out{.areas = open_areas(network)};
  std::vector<std::unique_ptr<AreaPlanner>> planners;
  std::int32_t all_sites = 0;
  for (const PlannedArea& area : out.areas) {
    planners.push_back(std::make_unique<AreaPlanner>(area.area));
    all_sites += area.area.sites;
  }
  std::vector<std::size_t> order(out.areas.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(),
                           [&](auto k) { return out.areas[k].area.sites; });
  std::atomic<bool> was_late = false;
  const auto end = Clock::now() + std::chrono::duration<double>(request.seconds);
  const auto is_late = [&] {
    if (Clock::now() < end) return false;
    was_late = true;
    return true;
  };
  const auto effort = [&](std::size_t k) {
    return effort_for(out.areas[k].area, all_sites, request.seconds);
  };
  for_each_area(order, request.threads, [&](auto k) { planners[k]->climb(effort(k).steps); });
  for_each_area(order, request.threads, [&](auto k) {
    if (!is_late()) planners[k]->start(effort(k).starts);
  });
  for_each_area(order, request.threads, [&](auto k) {
    for (int done = 0; done < effort(k).shakes && !is_late(); done += shakes_at_once)
      planners[k]->shake(shakes_at_once);
    if (!is_late()) planners[k]->finish();
  });
  for (std::size_t k = 0; k < out.areas.size(); ++k) {
    PlannedArea& area = out.areas[k];
    area.plan = planners[k]->plan();
    area.prices = planners[k]->prices();
    area.bound = planners[k]->bound();
    out.uncoverable += area.area.uncoverable;
    out.value += area.area.uncoverable + area.plan.value;
    out.bound += area.area.uncoverable + area.bound;
  }
  out.stopped_by_clock = was_late;
  return out;
}

}  // namespace waystation::planning::province
