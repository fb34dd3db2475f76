#include "planning/province/area_planner.h"

#include <algorithm>

namespace waystation::planning::province {

AreaPlanner::Attempt::Attempt(const Area& area, Teams teams, std::vector<double> sizes)
    : state(area, teams), search(state, std::move(sizes), 1) {}

AreaPlanner::AreaPlanner(const Area& area) : area_(area), ascent_(area) {
  best_ = AreaState(area, Teams::apart).plan();  // All shut: no row is broken.
}

// Sizes by unit and site, as the relaxation has them on average.
std::vector<double> AreaPlanner::mean_sizes(Teams teams) const {
  const auto& by_week = ascent_.mean_sizes();
  if (teams == Teams::alike) return by_week;
  std::vector<double> out;
  for (const int week : area_.week_of_team)
    out.insert(out.end(), by_week.begin() + week * area_.sites,
               by_week.begin() + (week + 1) * area_.sites);
  return out;
}

bool AreaPlanner::is_scarce() const {
  return std::ranges::any_of(ascent_.prices().row, [](auto price) { return price > 0; });
}

void AreaPlanner::keep_better(const AreaState& state) {
  if (state.rows_hold() && state.value() < best_.value) best_ = state.plan();
}

void AreaPlanner::construct(Attempt& attempt, double noise) {
  attempt.search.construct(noise);
  attempt.search.improve();
  keep_better(attempt.state);
}

// Until a hundred steps bring next to nothing. A rough plan tells how far there is to go.
void AreaPlanner::climb(int steps) {
  constexpr int at_once = 100;
  ascent_.run(at_once, 0);
  Attempt rough(area_, Teams::alike, ascent_.mean_sizes());
  rough.search.construct(0);
  keep_better(rough.state);
  for (int done = 0; done < steps; done += at_once) {
    const std::int64_t before = ascent_.bound();
    ascent_.run(at_once, best_.value);
    if (ascent_.is_fine() && ascent_.bound() - before < before / 1'000'000) break;
  }
  alike_ = std::make_unique<Attempt>(area_, Teams::alike, mean_sizes(Teams::alike));
  apart_ = std::make_unique<Attempt>(area_, Teams::apart, mean_sizes(Teams::apart));
  construct(main(), 0);
}

void AreaPlanner::start(int starts) {
  for (int n = 0; n < starts; ++n) construct(n % 3 == 0 ? *alike_ : main(), 0.5);
  main().state.copy_windows(best_);
  main().search.improve();
  keep_better(main().state);
}

// A little worse is accepted on the way; after a long way without success it starts from the best.
void AreaPlanner::shake(int times) {
  constexpr int patience = 40, part_of_gap = 10;
  Attempt& attempt = main();
  for (int n = 0; n < times; ++n) {
    const std::int64_t before = best_.value;
    attempt.search.shake_once((best_.value - bound()) / part_of_gap);
    keep_better(attempt.state);
    idle_ = best_.value < before ? 0 : idle_ + 1;
    if (idle_ < patience) continue;
    attempt.state.copy_windows(best_);
    attempt.search.forget();
    idle_ = 0;
  }
}

void AreaPlanner::finish() {
  apart_->state.copy_windows(best_);
  apart_->search.improve();
  keep_better(apart_->state);
}

}  // namespace waystation::planning::province
