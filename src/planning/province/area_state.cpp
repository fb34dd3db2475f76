#include "planning/province/area_state.h"

#include <algorithm>

namespace waystation::planning::province {

AreaState::AreaState(const Area& area, Teams teams) : area_(area), use_(area.rows.size(), 0) {
  for (std::size_t row = 0; row < use_.size(); ++row) broken_rows_ += row_is_broken(row);
  std::vector<bool> is_done(area.week_teams.size(), false);
  for (int team = 0; team < int(area.week_of_team.size()); ++team) {
    const int week = area.week_of_team[team];
    if (teams == Teams::alike && is_done[week]) continue;
    is_done[week] = true;
    add_unit(team, teams == Teams::alike ? area.week_teams[week] : 1, teams);
  }
}

void AreaState::add_unit(int team, int count, Teams teams) {
  Unit unit{count, std::vector<std::int32_t>(area_.sites, 0), {}, {}};
  for (std::size_t t = 0; t < area_.types.size(); ++t) {
    const DayType& type = area_.types[t];
    if (type.team != team) continue;
    std::vector<std::int32_t> same;
    for (std::size_t other = 0; other < area_.types.size(); ++other) {
      const DayType& twin = area_.types[other];
      const bool is_twin =
          area_.week_of_team[twin.team] == area_.week_of_team[team] && twin.demand == type.demand;
      if (other == t || (teams == Teams::alike && is_twin)) same.push_back(std::int32_t(other));
    }
    const auto weight = std::int32_t(std::ssize(type.days)) * count;
    unit.days.push_back({weight, Transport(area_, type.demand), unit.sizes});
    unit.stands_for.push_back(std::move(same));
    value_ += unit.days.back().transport.cost() * weight;
  }
  units_.push_back(std::move(unit));
}

// With the least part of it left.
std::size_t AreaState::tightest_row() const {
  std::size_t tightest = 0;
  double least = 2;
  for (std::size_t row = 0; row < use_.size(); ++row) {
    const double most = std::max<double>(1, double(area_.rows[row].most));
    const double left = double(area_.rows[row].most - use_[row]) / most;
    if (left < least) least = left, tightest = row;
  }
  return tightest;
}

bool AreaState::is_tight() const {
  for (std::size_t row = 0; row < use_.size(); ++row) {
    const SharedRow& r = area_.rows[row];
    if (r.most - use_[row] < 2 * (r.fixed[0] + r.per_window[0])) return true;
  }
  return false;
}

void AreaState::add_use(std::size_t row, std::int64_t more) {
  broken_rows_ -= row_is_broken(row);
  use_[row] += more;
  broken_rows_ += row_is_broken(row);
}

void AreaState::apply_size(Unit& unit, int site, int size) {
  const int before = unit.sizes[site];
  unit.sizes[site] = size;
  for (std::size_t row = 0; row < use_.size(); ++row) {
    const SharedRow& r = area_.rows[row];
    add_use(row, unit.teams * (r.fixed[site] * ((size > 0) - (before > 0)) +
                               r.per_window[site] * (size - before)));
  }
}

std::int64_t AreaState::least_change(int unit, int type, int site, int windows, int shut) const {
  const DayState& day = units_[unit].days[type];
  const int before = day.windows[site];
  if (windows == before) return 0;
  const std::int64_t capacity = area_.capacity[area_.at(site, windows)];
  const std::int64_t visits = windows < before ? day.transport.least_loss(site, capacity)
                                               : -day.transport.most_gain(site, capacity, shut);
  return day.weight * (visits + area_.day_cost[area_.at(site, windows)] -
                       area_.day_cost[area_.at(site, before)]);
}

void AreaState::set_windows(int unit, int type, int site, int windows) {
  DayState& day = units_[unit].days[type];
  const int before = day.windows[site];
  if (before == windows) return;
  changes_.push_back({unit, type, site, before, day.transport.mark()});
  const std::int64_t cost = day.transport.cost();
  const std::int64_t sites =
      area_.day_cost[area_.at(site, windows)] - area_.day_cost[area_.at(site, before)];
  const std::int64_t limit = limit_ == Transport::no_limit
                                 ? limit_
                                 : cost - sites + (limit_ - value_ + day.weight - 1) / day.weight;
  if (!day.transport.set_capacity(site, area_.capacity[area_.at(site, windows)], limit))
    is_hopeless_ = true;
  day.windows[site] = windows;
  value_ += day.weight * (day.transport.cost() - cost + sites);
}

void AreaState::set_size(int unit, int site, int size) {
  const int before = units_[unit].sizes[site];
  if (before == size) return;
  for (int type = 0; type < types(unit); ++type)
    if (windows(unit, type, site) > size && !is_hopeless_) set_windows(unit, type, site, size);
  changes_.push_back({unit, -1, site, before, 0});
  apply_size(units_[unit], site, size);
}

void AreaState::undo_to(Mark mark) {
  is_hopeless_ = false;
  for (; changes_.size() > mark.changes; changes_.pop_back()) {
    const Change& last = changes_.back();
    Unit& unit = units_[last.unit];
    if (last.type < 0) {
      apply_size(unit, last.site, last.before);
      continue;
    }
    DayState& day = unit.days[last.type];
    const std::int64_t cost = day.transport.cost();
    day.transport.undo_to(last.transport_mark);
    value_ += day.weight *
              (day.transport.cost() - cost + area_.day_cost[area_.at(last.site, last.before)] -
               area_.day_cost[area_.at(last.site, day.windows[last.site])]);
    day.windows[last.site] = last.before;
  }
}

void AreaState::settle() {
  changes_.clear();
  for (Unit& unit : units_)
    for (DayState& day : unit.days) day.transport.settle();
}

AreaPlan AreaState::plan() const {
  AreaPlan out{std::vector<std::int32_t>(area_.types.size() * area_.sites, 0), value_};
  for (const Unit& unit : units_)
    for (std::size_t type = 0; type < unit.days.size(); ++type)
      for (const int t : unit.stands_for[type])
        std::ranges::copy(unit.days[type].windows, out.windows.begin() + t * area_.sites);
  return out;
}

void AreaState::copy_windows(const AreaPlan& plan) {
  for (int u = 0; u < units(); ++u)
    for (int site = 0; site < area_.sites; ++site) {
      int size = 0;
      for (const auto& same : units_[u].stands_for)
        size = std::max(size, plan.windows[same.front() * area_.sites + site]);
      set_size(u, site, std::max(size, this->size(u, site)));
      for (int type = 0; type < types(u); ++type)
        set_windows(u, type, site,
                    plan.windows[units_[u].stands_for[type].front() * area_.sites + site]);
      set_size(u, site, size);
    }
}

}  // namespace waystation::planning::province
