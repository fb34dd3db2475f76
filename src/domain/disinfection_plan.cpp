#include "domain/disinfection_plan.h"

#include <algorithm>

#include "domain/bank.h"
#include "domain/disinfection_check.h"

namespace waystation::disinfection {

namespace {

using std::chrono::minutes;

constexpr std::int64_t minutes_a_day = 24 * 60;

// Who asks: one outlet at one moment.
struct Asked {
  const Bank& bank;
  const OutletId& id;
  const outlet::Outlet& outlet;
  Time now;
  Day today;

  std::int64_t policy(policy::Key key) const {
    return policy::in_force(bank, key, id, today).value;
  }
};

Asked asked(const Bank& bank, const OutletId& id, Time now) {
  return {bank, id, bank.outlets.at(id), now, local_day(now, outlet::time_zone_of(bank, id))};
}

bool has_cases(const Bank& bank, const CityId& city, Time now) {
  const auto is_risky = [](const auto& area) { return area.level != zone::RiskLevel::low; };
  for (const auto& [id, zone] : bank.zones)
    if (zone.city == city &&
        (zone::is_sealed(zone, now) || std::ranges::any_of(zone.risk_areas, is_risky)))
      return true;
  return false;
}

// Where the hours are unknown the day has all of them.
std::int64_t minutes_open(const outlet::Outlet& outlet) {
  const int open = outlet.closes.minutes - outlet.opens.minutes;
  return open > 0 ? open : minutes_a_day;
}

std::int64_t interval_at_counters(const Asked& a, Alert alert) {
  using enum policy::Key;
  switch (alert) {
    case Alert::normal:
      return minutes_open(a.outlet) / a.policy(rounds_normal_per_day);
    case Alert::raised:
      return minutes_open(a.outlet) / a.policy(rounds_raised_per_day);
    case Alert::sealed:
      return a.policy(rounds_sealed_interval_minutes);
  }
  return minutes_a_day;
}

// Machines serve day and night.
std::int64_t interval_at_machines(const Asked& a, Alert alert) {
  using enum policy::Key;
  const std::int64_t interval = minutes_a_day / a.policy(atm_rounds_per_day);
  if (alert != Alert::sealed) return interval;
  return std::min(interval, a.policy(rounds_sealed_interval_minutes));
}

// What every customer touches while served.
bool is_touched_by_each(TouchPoint point) {
  return point == TouchPoint::pen || point == TouchPoint::pin_pad ||
         point == TouchPoint::queue_machine;
}

bool serves(const outlet::Outlet& outlet) {
  using enum outlet::State;
  return outlet.state == open || outlet.state == limited || outlet.state == paused;
}

std::optional<Time> last_of(const Rounds* rounds, TouchPoint point,
                            std::optional<std::int32_t> machine) {
  std::optional<Time> last;
  if (rounds)
    for (const Treated& t : rounds->treated)
      if (t.touch_point == point && (!t.machine || t.machine == machine))
        last = std::max(last.value_or(t.at), t.at);
  return last;
}

// The round after closing, on the day of closing.
std::optional<Time> due_after_closing(const Asked& a, Alert alert, std::optional<Time> last) {
  if (alert != Alert::sealed || a.outlet.state != outlet::State::closed) return {};
  const std::string& zone = outlet::time_zone_of(a.bank, a.id);
  const Time closed = a.outlet.since;
  const bool today = a.outlet.opened_at && local_day(*a.outlet.opened_at, zone) == a.today &&
                     local_day(closed, zone) == a.today;
  if (!today || (last && *last >= closed)) return {};
  return closed + minutes{a.policy(policy::Key::closing_round_within_minutes)};
}

std::optional<Time> due_at(const Asked& a, Alert alert, const Duty& duty,
                           std::optional<Time> last) {
  const minutes interval{duty.interval_minutes};
  if (is_of_a_machine(duty.touch_point)) {
    if (!a.outlet.self_service) return {};
    return last.value_or(a.outlet.since) + interval;
  }
  if (!serves(a.outlet)) return due_after_closing(a, alert, last);
  // The gate asked for a round before it opened.
  const Time opened = a.outlet.opened_at.value_or(a.outlet.since);
  return std::max(last.value_or(opened), opened) + interval;
}

// One clock for what the outlet has once, and one for each machine.
std::vector<std::optional<std::int32_t>> machines_of(const outlet::Outlet& outlet,
                                                     TouchPoint point) {
  if (!is_of_a_machine(point)) return {std::nullopt};
  std::vector<std::optional<std::int32_t>> out;
  for (std::int32_t machine = 1; machine <= outlet.machines; ++machine) out.emplace_back(machine);
  return out;
}

// Where neither counter nor machine serves, only the round after closing can be due: most outlets
// need no look at the policy.
bool can_be_due(const outlet::Outlet& outlet) {
  if (serves(outlet) || (outlet.self_service && outlet.machines > 0)) return true;
  return outlet.opened_at && outlet.state == outlet::State::closed;
}

std::vector<Duty> plan_of(const Asked& a, Alert alert) {
  const std::int64_t at_counters = interval_at_counters(a, alert);
  const std::int64_t at_machines = interval_at_machines(a, alert);
  std::vector<Duty> out;
  for (const TouchPoint point : touch_points_of(a.bank, a.id))
    out.push_back({point, is_of_a_machine(point) ? at_machines : at_counters,
                   alert != Alert::normal && is_touched_by_each(point)});
  return out;
}

}  // namespace

Alert alert_of(const Bank& bank, const OutletId& id, Time now) {
  const auto* outlet = bank.outlets.find(id);
  if (!outlet) return Alert::normal;
  const auto by_order = Alert(asked(bank, id, now).policy(policy::Key::disinfection_least_level));
  if (zone::sealed_zone_of(bank, id, now)) return Alert::sealed;
  return std::max(by_order, has_cases(bank, outlet->city, now) ? Alert::raised : Alert::normal);
}

std::vector<Duty> plan_of(const Bank& bank, const OutletId& id, Time now) {
  if (!bank.outlets.contains(id)) return {};
  return plan_of(asked(bank, id, now), alert_of(bank, id, now));
}

std::vector<Clock> clocks(const Bank& bank, const OutletId& id, Time now) {
  std::vector<Clock> out;
  const auto* outlet = bank.outlets.find(id);
  if (!outlet || !can_be_due(*outlet)) return out;
  const Rounds* rounds = bank.disinfections.find(id);
  const Asked a = asked(bank, id, now);
  const Alert alert = alert_of(bank, id, now);
  for (const Duty& duty : plan_of(a, alert))
    for (const auto machine : machines_of(*outlet, duty.touch_point)) {
      const auto last = last_of(rounds, duty.touch_point, machine);
      if (const auto due = due_at(a, alert, duty, last))
        out.push_back({duty.touch_point, machine, last, *due, duty.per_customer});
    }
  std::ranges::stable_sort(out, {}, &Clock::due);
  return out;
}

std::vector<Clock> overdue(const Bank& bank, const OutletId& id, Time now) {
  auto out = clocks(bank, id, now);
  std::erase_if(out, [&](const Clock& clock) { return clock.due >= now; });
  return out;
}

std::vector<Surface> untreated(const Bank& bank, const OutletId& id, Time now) {
  std::vector<Surface> out;
  if (!bank.outlets.contains(id)) return out;
  const Asked a = asked(bank, id, now);
  const Time oldest = now - minutes{a.policy(policy::Key::round_valid_minutes)};
  const Rounds* rounds = bank.disinfections.find(id);
  for (const TouchPoint point : touch_points_of(bank, id)) {
    if (is_of_a_machine(point) && !a.outlet.self_service) continue;
    for (const auto machine : machines_of(a.outlet, point)) {
      const auto last = last_of(rounds, point, machine);
      if (!last || *last < oldest) out.push_back({point, machine});
    }
  }
  return out;
}

std::string listed(const std::vector<Surface>& surfaces) {
  std::string out;
  for (const Surface& s : surfaces) {
    out += (out.empty() ? "" : ", ") + std::string(name_of(s.touch_point));
    if (s.machine) out += ' ' + std::to_string(*s.machine);
  }
  return out;
}

bool is_terminal_outstanding(const Bank& bank, const OutletId& id) {
  const auto* lobby = bank.lobbies.find(id);
  if (!lobby || !lobby->suspected_at) return false;
  const Rounds* rounds = bank.disinfections.find(id);
  return !rounds || !rounds->terminal_at || *rounds->terminal_at < *lobby->suspected_at;
}

Airings airings_today(const Bank& bank, const OutletId& id, Time now) {
  if (!bank.outlets.contains(id)) return {};
  const Asked a = asked(bank, id, now);
  const std::string& zone = outlet::time_zone_of(bank, id);
  Airings out{
      .done = 0, .due = 0, .per_day = a.policy(policy::Key::ventilation_per_day), .next = {}};
  if (const Rounds* rounds = bank.disinfections.find(id))
    out.done = std::ranges::count_if(rounds->airings, [&](const Airing& airing) {
      return airing.at <= now && local_day(airing.at, zone) == a.today;
    });
  if (!serves(a.outlet)) return out;
  // Evenly over the hours: the first third of the day has one, and so on.
  const auto so_far = local_time_of_day(now, zone).minutes - a.outlet.opens.minutes;
  const auto open = minutes_open(a.outlet);
  out.due = std::clamp<std::int64_t>(out.per_day * so_far / open, 0, out.per_day);
  if (out.done < out.per_day)
    out.next = at_local(a.today, a.outlet.opens, zone) +
               minutes{(open * (out.done + 1) + out.per_day - 1) / out.per_day};
  return out;
}

bool is_round(const Round& round) {
  return !std::ranges::all_of(round.touch_points, is_touched_by_each);
}

std::optional<Time> last_round(const Bank& bank, const OutletId& id) {
  const Rounds* rounds = bank.disinfections.find(id);
  std::optional<Time> last;
  if (rounds)
    for (const Round& round : rounds->last)
      if (is_round(round) && (!last || round.at > *last)) last = round.at;
  return last;
}

std::vector<Treated> last_treated(const Bank& bank, const OutletId& id,
                                  std::optional<std::int32_t> machine) {
  const Rounds* rounds = bank.disinfections.find(id);
  if (!rounds) return {};
  std::vector<Treated> out = rounds->treated;
  if (machine) {
    out.clear();
    for (const TouchPoint point : {TouchPoint::atm_keypad, TouchPoint::atm_slot})
      if (const auto last = last_of(rounds, point, machine)) out.push_back({point, machine, *last});
  }
  std::ranges::sort(out, std::ranges::greater{}, &Treated::at);
  return out;
}

}  // namespace waystation::disinfection
