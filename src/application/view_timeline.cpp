// The day of each sealed outlet: what was done up to now, and what is planned from now on.
#include <algorithm>
#include <map>
#include <set>

#include "application/view_reading.h"
#include "application/view_worklist.h"
#include "domain/disinfection_check.h"

namespace waystation::view {

namespace {

using std::chrono::minutes;

// One outlet's day, with the clock times of that day as instants.
struct DayOf {
  const Viewing& v;
  const OutletId& id;
  const outlet::Outlet& outlet;
  Day day;
  Time opens, closes;
  std::optional<Time> opened, closed;              // On this day.
  std::vector<const disinfection::Round*> rounds;  // Done on this day, oldest first.
  PlannedToday planned;

  std::int64_t policy(policy::Key key) const {
    return policy::in_force(v.standing.bank, key, id, day).value;
  }
  bool is_serving() const { return opened && !closed; }
  bool will_open() const { return planned && !opened && v.now < closes; }
};

bool falls_on(const DayOf& d, Time at) {
  return local_day(at, outlet::time_zone_of(d.v.standing.bank, d.id)) == d.day;
}

DayOf day_of(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet, Day day) {
  const Bank& bank = v.standing.bank;
  const auto& zone = outlet::time_zone_of(bank, id);
  DayOf d{.v = v,
          .id = id,
          .outlet = outlet,
          .day = day,
          .opens = at_local(day, outlet.opens, zone),
          .closes = at_local(day, outlet.closes, zone),
          .opened = {},
          .closed = {},
          .rounds = {},
          .planned = planned_on(bank, id, day)};
  if (outlet.opened_at && falls_on(d, *outlet.opened_at)) d.opened = outlet.opened_at;
  if (d.opened && outlet.state == outlet::State::closed) d.closed = outlet.since;
  if (const auto* rounds = bank.disinfections.find(id))
    for (const auto& round : rounds->last)
      if (falls_on(d, round.at) && disinfection::is_round(round)) d.rounds.push_back(&round);
  return d;
}

// ---- Segments.

void add(OutletDayLine& line, Phase phase, Time from, Time to, bool planned) {
  if (from >= to) return;
  const auto shown = planned ? ShownState::open : line.shown_state;
  line.segments.push_back({phase, from, to, planned, shown});
}

// From the first round of the morning, or from the order to prepare, to the opening.
void add_before(const DayOf& d, OutletDayLine& line) {
  const bool preparing = line.shown_state == ShownState::preparing && falls_on(d, d.outlet.since);
  std::optional<Time> begun;
  if (preparing) begun = d.outlet.since;
  if (!d.rounds.empty())
    begun = std::min(begun.value_or(d.rounds.front()->at), d.rounds.front()->at);
  if (d.opened && begun) return add(line, Phase::before_opening, *begun, *d.opened, false);
  if (!d.will_open() || d.opened) return;
  const minutes round{d.policy(policy::Key::chlorine_contact_minutes)};
  const Time from = begun.value_or(d.opens - round);
  if (begun) add(line, Phase::before_opening, from, std::min(d.v.now, d.opens), false);
  add(line, Phase::before_opening, std::max(from, d.v.now), d.opens, true);
}

void add_during(const DayOf& d, OutletDayLine& line) {
  if (d.opened) add(line, Phase::during_hours, *d.opened, d.closed.value_or(d.v.now), false);
  if (d.is_serving()) add(line, Phase::during_hours, d.v.now, d.closes, true);
  if (d.will_open()) add(line, Phase::during_hours, std::max(d.opens, d.v.now), d.closes, true);
}

// Closing ends with a full round: planned for its contact time, done when it is recorded.
void add_after(const DayOf& d, OutletDayLine& line) {
  const minutes round{d.policy(policy::Key::chlorine_contact_minutes)};
  if (d.is_serving() || d.will_open())
    return add(line, Phase::after_closing, std::max(d.closes, d.v.now),
               std::max(d.closes, d.v.now) + round, true);
  if (!d.closed) return;
  const Time end = !d.rounds.empty() && d.rounds.back()->at > *d.closed ? d.rounds.back()->at
                                                                        : *d.closed + round;
  add(line, Phase::after_closing, *d.closed, std::min(end, d.v.now), false);
  add(line, Phase::after_closing, std::max(*d.closed, d.v.now), end, true);
}

// ---- Rounds.

// How many surfaces a round treated: those of a machine once for each that was meant.
std::int32_t surfaces_of(const DayOf& d, const disinfection::Round& round) {
  std::int32_t sum = 0;
  for (const auto point : round.touch_points)
    sum += disinfection::is_of_a_machine(point) && !round.machine ? d.outlet.machines : 1;
  return sum;
}

// When each clock that runs is due, and how many are then; before opening the counters' own.
using Due = std::map<Time, std::int32_t>;
Due first_due(const DayOf& d, minutes interval) {
  const Bank& bank = d.v.standing.bank;
  Due due;
  for (const auto& clock : disinfection::clocks(bank, d.id, d.v.now))
    if (falls_on(d, clock.due)) ++due[clock.due];
  if (!d.will_open()) return due;
  const Time from = d.rounds.empty() ? d.opens : std::max(d.opens, d.rounds.back()->at);
  for (const auto& duty : disinfection::plan_of(bank, d.id, d.v.now))
    if (!disinfection::is_of_a_machine(duty.touch_point)) ++due[from + interval];
  return due;
}

minutes interval_of(const DayOf& d) {
  const auto plan = disinfection::plan_of(d.v.standing.bank, d.id, d.v.now);
  const auto counter =
      std::ranges::find(plan, disinfection::TouchPoint::counter, &disinfection::Duty::touch_point);
  return minutes{counter == plan.end() ? 24 * 60 : counter->interval_minutes};
}

// The clock of each surface says when it is due next; the round over most of them is then drawn on
// through the day.
void add_rounds(const DayOf& d, OutletDayLine& line) {
  for (const auto* round : d.rounds)
    line.rounds.push_back({round->at, true, false, surfaces_of(d, *round)});
  if (!d.is_serving() && !d.will_open()) return;
  const minutes interval = interval_of(d);
  Due due = first_due(d, interval);
  if (due.empty()) return;
  const auto [first, surfaces] = *std::ranges::max_element(due, {}, &Due::value_type::second);
  for (Time at = first + interval; at < d.closes; at += interval) due.emplace(at, surfaces);
  for (const auto& [at, many] : due) line.rounds.push_back({at, false, at < d.v.now, many});
}

OutletDayLine line_of(const DayOf& d) {
  OutletDayLine line;
  line.outlet = d.id;
  line.title = d.outlet.title;
  line.shown_state = shown_state(d.v, d.id, d.outlet);
  line.windows_open = d.outlet.windows_open;
  line.windows_planned = d.planned ? d.planned.day->windows : 0;
  add_before(d, line);
  add_during(d, line);
  add_after(d, line);
  add_rounds(d, line);
  return line;
}

// ---- Vans.

void add_vans(const Viewing& v, const Scope& scope, Timeline& out) {
  const Bank& bank = v.standing.bank;
  std::set<const plan::Plan*> plans;
  for (const auto& line : out.outlets)
    if (const auto* plan = plan::in_force(bank, line.outlet, out.day)) plans.insert(plan);
  for (const auto* plan : plans)
    for (const auto& run : plan->document.van_runs) {
      if (run.day != out.day || !sees(bank, scope, plan->document.zone)) continue;
      const auto* van = bank.vans.find(run.van);
      out.vans.push_back({run.van, van ? van->plate : run.van.text, run.gate,
                          at_local(run.day, run.from, out.time_zone),
                          at_local(run.day, run.to, out.time_zone), run.stops});
    }
  std::ranges::sort(out.vans, [](const VanLine& a, const VanLine& b) {
    return std::tie(a.from, a.van) < std::tie(b.from, b.van);
  });
}

std::string time_zone_of(const Bank& bank, const Scope& scope) {
  const auto* city = bank.cities.find(scope.city);
  if (!city && !bank.cities.empty()) city = &bank.cities.begin()->second;
  return city ? city->time_zone : "Asia/Shanghai";
}

}  // namespace

Decision<Timeline> see(const Viewing& v, const TimelineQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  const Bank& bank = v.standing.bank;
  Timeline out;
  out.time_zone = time_zone_of(bank, *scope);
  out.day = q.day.value_or(local_day(v.now, out.time_zone));
  for (const auto& [id, outlet] : bank.outlets)
    if (sees(*scope, id, outlet) && has_counter(outlet) && zone::sealed_zone_of(bank, id, v.now))
      out.outlets.push_back(line_of(day_of(v, id, outlet, out.day)));
  add_vans(v, *scope, out);
  out.now = v.now;
  stamp_as_of(out, v.standing);
  return out;
}

}  // namespace waystation::view
