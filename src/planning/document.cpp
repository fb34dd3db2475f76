#include "planning/document.h"

#include <algorithm>

#include "planning/backups.h"
#include "planning/conflict.h"

namespace waystation::planning {

namespace {

struct Served {
  std::int64_t critical = 0, ordinary = 0;
};

Served served_by(const Walk& walk, std::size_t site) {
  Served sum;
  for (const DayFlow& f : walk.flows)
    if (f.site == site) sum.critical += f.critical, sum.ordinary += f.ordinary;
  return sum;
}

bool is_run_day(const Problem& p, Day day) {
  return std::ranges::any_of(p.van.runs, [&](const Run& run) { return run.day == day; });
}

std::vector<plan::OutletDay> days_of(const Problem& p, const Solution& s, std::size_t index) {
  const Site& site = p.sites[index];
  const int windows = s.choice.windows[index];
  const Served served = served_by(s.walk, index);
  const UsedUp suits = use_up(p, site, site.suits, windows);
  const UsedUp wipes = use_up(p, site, site.wipes, windows);
  std::int64_t cash = site.outlet->cash_float.count;
  std::vector<plan::OutletDay> out;
  for (std::size_t d = 0; d < p.van.open.size(); ++d) {
    plan::OutletDay day;
    day.day = p.van.open[d];
    day.team = plan::Team(p.team_of(day.day));
    day.windows = windows;
    day.critical_served = std::int32_t(served.critical);
    day.ordinary_served = std::int32_t(served.ordinary);
    day.payout = {served.critical * site.payout_fen};
    day.suits_used = std::int32_t(suits.used_a_day);
    day.suits_left = std::int32_t(suits.left[d]);
    day.wipes_used = std::int32_t(wipes.used_a_day);
    day.wipes_left = std::int32_t(wipes.left[d]);
    if (is_run_day(p, day.day))
      day.cash_delivered = {std::max<std::int64_t>(0, cash_need(p, site, windows) - cash)};
    cash += day.cash_delivered.count - day.payout.count;
    day.float_left = {cash};
    out.push_back(day);
  }
  return out;
}

plan::OutletPlan open_outlet(const Problem& p, const Solution& s, std::size_t index) {
  const Site& site = p.sites[index];
  const int windows = s.choice.windows[index];
  plan::OutletPlan out;
  out.outlet = site.id;
  out.verdict = plan::Verdict::can_open;
  out.opens_on = p.van.open.front();
  out.windows = windows;
  for (const StaffedCrew& crew : s.staffing.crews)
    if (crew.site == index) out.crews.push_back({plan::Team(crew.team), crew.members});
  out.backups = backups_of(p, s.choice.windows, s.staffing, index);
  out.suit_cover_days = std::int32_t(use_up(p, site, site.suits, windows).cover_days);
  out.wipe_cover_days = std::int32_t(use_up(p, site, site.wipes, windows).cover_days);
  out.cash_need = {cash_need(p, site, windows)};
  out.days = days_of(p, s, index);
  return out;
}

plan::OutletPlan shut_outlet(const Problem& p, const Solution& s, std::size_t index) {
  const auto& windows = s.choice.windows;
  bool pins_clash = false;
  for (std::size_t i = 0; i < p.sites.size(); ++i)
    pins_clash |= p.sites[i].must_open && windows[i] == 0;
  Obstacle why = obstacle(p, windows, index, pins_clash);
  plan::OutletPlan out;
  out.outlet = p.sites[index].id;
  out.conflict = std::move(why.conflict);
  out.cheapest_fix = std::move(why.cheapest_fix);
  return out;
}

std::vector<plan::Flow> flows_of(const Problem& p, const Walk& walk) {
  std::vector<plan::Flow> out;
  for (Day day : p.van.open)
    for (const DayFlow& f : walk.flows)
      out.push_back({day, p.places[f.place].id, p.sites[f.site].id, std::int32_t(f.critical),
                     std::int32_t(f.ordinary)});
  return out;
}

std::vector<plan::VanRun> runs_of(const Problem& p, const Windows& windows) {
  std::vector<OutletId> stops;
  for (std::size_t i = 0; i < p.sites.size(); ++i)
    if (windows[i] > 0) stops.push_back(p.sites[i].id);
  std::vector<plan::VanRun> out;
  for (const Run& run : p.van.runs)
    if (!stops.empty())
      out.push_back(
          {run.day, run.van, run.pass->gate, run.pass->window_from, run.pass->window_to, stops});
  return out;
}

}  // namespace

plan::PlanDocument write_document(const Problem& p, const Solution& s, const Certificate& proof) {
  plan::PlanDocument out;
  out.zone = p.zone;
  out.from = p.from;
  out.days = p.days;
  out.policy_version = p.bank->policies.version;
  for (std::size_t i = 0; i < p.sites.size(); ++i)
    out.outlets.push_back(s.choice.windows[i] > 0 ? open_outlet(p, s, i) : shut_outlet(p, s, i));
  out.flows = flows_of(p, s.walk);
  out.van_runs = runs_of(p, s.choice.windows);
  out.levels = proof.levels;
  out.multipliers = proof.multipliers;
  return out;
}

}  // namespace waystation::planning
