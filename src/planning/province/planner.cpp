#include "planning/province/planner.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <functional>
#include <memory>
#include <numeric>
#include <thread>

#include "planning/province/area_planner.h"
#include "planning/province/fold.h"

namespace waystation::planning::province {

namespace {

using Clock = std::chrono::steady_clock;

// What one core of an ordinary machine does in a second, in an area of `usual_sites`.
constexpr double shakes_per_second = 40, usual_sites = 40;
constexpr int rounds = 10;

// Calls for every area on the next free thread, the largest first.
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

// The areas of a province while they are planned, phase by phase; all of a phase is done before the
// next begins, so that what an area gets depends on no thread.
class Work {
 public:
  Work(Outcome& outcome, const Request& request)
      : outcome_(outcome), request_(request), order_(outcome.areas.size()) {
    for (const PlannedArea& area : outcome.areas)
      planners_.push_back(std::make_unique<AreaPlanner>(area.area));
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::ranges::stable_sort(order_, std::greater<>(), [&](auto k) { return sites(k); });
  }

  void run() {
    const int steps = int(std::clamp(300 * request_.seconds, 800.0, 5000.0));
    for_each_area(order_, request_.threads, [&](auto k) { planners_[k]->climb(steps); });
    report(0);
    const int starts = request_.seconds < 3 ? 1 : 3;
    each([&](std::size_t k) { planners_[k]->start(starts); });
    report(1);
    for (int round = 0; round < rounds && !was_called_off_; ++round) {
      shake();
      report(round + 2);
    }
    each([&](std::size_t k) { planners_[k]->finish(); });
  }

  void collect() {
    for (std::size_t k = 0; k < planners_.size(); ++k) {
      PlannedArea& area = outcome_.areas[k];
      area.plan = planners_[k]->plan();
      area.prices = planners_[k]->prices();
      area.bound = planners_[k]->bound();
      outcome_.uncoverable += area.area.uncoverable;
      outcome_.value += area.area.uncoverable + area.plan.value;
      outcome_.bound += area.area.uncoverable + area.bound;
    }
    outcome_.stopped_by_clock = was_late_;
    outcome_.stopped_by_caller = was_called_off_;
  }

 private:
  int sites(std::size_t k) const { return outcome_.areas[k].area.sites; }
  std::int64_t gap(std::size_t k) const {
    return planners_[k]->plan().value - planners_[k]->bound();
  }
  void report(int round) {
    if (!request_.report || was_called_off_) return;
    Progress progress{round, rounds + 1, 0, 0};
    for (std::size_t k = 0; k < planners_.size(); ++k) {
      progress.value += outcome_.areas[k].area.uncoverable + planners_[k]->plan().value;
      progress.bound += outcome_.areas[k].area.uncoverable + planners_[k]->bound();
    }
    was_called_off_ = !request_.report(progress);
  }
  void each(const std::function<void(std::size_t)>& turn) {
    for_each_area(order_, request_.threads, [&](std::size_t k) {
      if (!is_late()) turn(k);
    });
  }

  // Most effort goes where most of the gap is left.
  void shake() {
    double all = 1;
    for (std::size_t k = 0; k < planners_.size(); ++k) all += double(gap(k));
    std::vector<int> shakes(planners_.size());
    const double effort = 2 * request_.seconds * shakes_per_second / rounds;
    for (std::size_t k = 0; k < shakes.size(); ++k)
      shakes[k] =
          int(std::lround(effort * double(gap(k)) / all * usual_sites / std::max(sites(k), 1)));
    each([&](std::size_t k) {
      for (int done = 0; done < shakes[k] && !is_late(); ++done) planners_[k]->shake(1);
    });
  }

  bool is_late() {
    if (was_called_off_) return true;
    if (request_.end == End::by_effort || Clock::now() < end_) return false;
    was_late_ = true;
    return true;
  }

  Outcome& outcome_;
  const Request& request_;
  std::vector<std::size_t> order_;
  std::vector<std::unique_ptr<AreaPlanner>> planners_;
  const Clock::time_point end_ =
      Clock::now() +
      std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(request_.seconds));
  std::atomic<bool> was_late_ = false;
  bool was_called_off_ = false;  // Between rounds, when no thread is at work.
};

}  // namespace

Outcome plan(const Network& network, const Request& request) {
  Outcome out{.areas = open_areas(network)};
  Work work(out, request);
  work.run();
  work.collect();
  return out;
}

}  // namespace waystation::planning::province
