#include "domain/cash_runway_outlet.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "domain/bank.h"

namespace waystation::cash {

namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr days longest_horizon{14};
constexpr days still_paying{3};
// Where nobody entered the hours of an outlet.
constexpr TimeOfDay usual_opens{9 * 60}, usual_closes{17 * 60};

std::int64_t value_on(const Bank& bank, policy::Key key, const OutletId& outlet, Day day) {
  return policy::in_force(bank, key, outlet, day).value;
}
Day today_at(const Bank& bank, const OutletId& outlet, Time now) {
  return local_day(now, outlet::time_zone_of(bank, outlet));
}

// ---- Vans.

// The earliest window of a day for which a van has a pass.
const zone::Pass* van_pass(const zone::Zone& zone, Day day) {
  const zone::Pass* first = nullptr;
  for (const zone::Pass& pass : zone.passes)
    if (pass.kind == zone::PassKind::cash_van && pass.valid_from <= day && day <= pass.valid_to)
      if (!first || pass.window_to < first->window_to) first = &pass;
  return first;
}

std::optional<Time> next_by_pass(const zone::Zone& zone, Day from, Time now,
                                 const std::string& time_zone) {
  for (Day day = from; day < from + longest_horizon; day += days{1})
    if (const auto* pass = van_pass(zone, day)) {
      const Time end = at_local(day, pass->window_to, time_zone);
      if (end > now) return end;
    }
  return {};
}

std::vector<Time> planned_visits(const Bank& bank, const OutletId& id, Time now,
                                 const std::string& time_zone) {
  std::vector<Time> out;
  const auto* plan = plan::in_force(bank, id, local_day(now, time_zone));
  if (!plan) return out;
  for (const auto& run : plan->document.van_runs) {
    const Time end = at_local(run.day, run.to, time_zone);
    if (end > now && std::ranges::find(run.stops, id) != run.stops.end()) out.push_back(end);
  }
  std::ranges::sort(out);
  return out;
}

// The day from which the next van is expected by the interval, if it has not been missed already.
Day expected_from(const Bank& bank, const OutletId& id, Day today, std::int64_t interval) {
  const auto& record = payouts_of(bank, id);
  if (!record.delivered_at) return today;
  return std::max(today, local_day(*record.delivered_at, record.time_zone) + days{interval});
}

Visits visits_inside(const Bank& bank, const OutletId& id, const zone::Zone& zone, Time now) {
  const std::string& time_zone = outlet::time_zone_of(bank, id);
  const Day today = local_day(now, time_zone);
  const auto interval = value_on(bank, policy::Key::van_visit_interval_days, id, today);
  const auto planned = planned_visits(bank, id, now, time_zone);
  Visits out;
  if (!planned.empty())
    out = {VisitBasis::plan, planned[0], {}};
  else if (const auto next =
               next_by_pass(zone, expected_from(bank, id, today, interval), now, time_zone))
    out = {VisitBasis::passes, next, {}};
  if (planned.size() > 1)
    out.after_next = planned[1];
  else if (out.next)
    out.after_next =
        next_by_pass(zone, local_day(*out.next, time_zone) + days{interval}, now, time_zone);
  return out;
}

Visits visits_outside(const Bank& bank, const OutletId& id, const outlet::Outlet& outlet,
                      Time now) {
  const std::string& time_zone = outlet::time_zone_of(bank, id);
  const Day today = local_day(now, time_zone);
  const days interval{value_on(bank, policy::Key::van_visit_interval_days, id, today)};
  const bool delivered = payouts_of(bank, id).delivered_at.has_value();
  Day day = delivered ? expected_from(bank, id, today, interval.count()) : today + interval;
  if (at_local(day, outlet.opens, time_zone) <= now) day += days{1};
  return {VisitBasis::interval, at_local(day, outlet.opens, time_zone),
          at_local(day + interval, outlet.opens, time_zone)};
}

}  // namespace

Visits visits_of(const Bank& bank, const OutletId& id, Time now) {
  if (const auto zone = zone::sealed_zone_of(bank, id, now))
    return visits_inside(bank, id, bank.zones.at(*zone), now);
  return visits_outside(bank, id, bank.outlets.at(id), now);
}

Time horizon_of(const Bank& bank, const OutletId& id, const Visits& visits, Time now) {
  const days cover{value_on(bank, policy::Key::reserve_cover_days, id, today_at(bank, id, now))};
  const Time alone = now + cover;
  const Time until = visits.after_next ? *visits.after_next
                     : visits.next     ? std::max(alone, *visits.next)
                                       : alone;
  return std::min(until, now + longest_horizon);
}

bool is_paying(const Bank& bank, const OutletId& id, Time now) {
  const outlet::Outlet& outlet = bank.outlets.at(id);
  if (outlet.kind == outlet::Kind::back_office) return false;
  if (!zone::sealed_zone_of(bank, id, now)) return true;
  if (outlet.state == outlet::State::open || outlet.state == outlet::State::limited) return true;
  const Day today = today_at(bank, id, now);
  const auto& record = payouts_of(bank, id);
  if (!record.days.empty() && record.days.back().day + still_paying >= today) return true;
  const auto* plan = plan::in_force(bank, id, today);
  const auto* planned = plan ? plan::outlet_plan(plan->document, id) : nullptr;
  return planned && planned->verdict == plan::Verdict::can_open;
}

Supply supply_of(const Bank& bank, const OutletId& id, Time now, Time until) {
  const Site& site = site_of(bank, id);
  Supply out{held_in(site.book, Line::paid_out), {}};
  const bool any = std::ranges::any_of(site.book, [](const Balance& b) {
    return b.account.stage == Stage::counted && may_return(b.account.source);
  });
  if (!any) return out;
  for (const auto& [bag_id, bag] : site.bags) {
    if (bag.stage != Stage::counted || bag.place != PlaceKind::vault) continue;
    const auto at = held_until(bank, bag_id, bag, now);
    if (at && *at <= until)
      out.becoming.push_back({std::max(*at, now), value_of(bag.notes), bag_id});
  }
  std::ranges::stable_sort(out.becoming, {}, &Becoming::at);
  return out;
}

// ---- The profile.

bool is_pension_day(const Bank& bank, const OutletId& id, Day day) {
  const auto of_month = value_on(bank, policy::Key::pension_day_of_month, id, day);
  return unsigned(std::chrono::year_month_day(day).day()) == unsigned(of_month);
}

namespace {

std::int64_t factor_percent(const Bank& bank, const OutletId& id, Day day) {
  return is_pension_day(bank, id, day)
             ? value_on(bank, policy::Key::pension_day_factor_percent, id, day)
             : 100;
}

// What one ordinary day pays out: by weekday from the ledger, or of each day of the plan.
struct Daily {
  ForecastBasis basis = ForecastBasis::none;
  std::array<Fen, 7> by_weekday{};
  Fen average;
  const plan::OutletPlan* plan = nullptr;
};

unsigned weekday_of(Day day) {
  return std::chrono::weekday(day).iso_encoding() - 1;
}

// Days before today only: today is not over.
Daily of_ledger(const Bank& bank, const OutletId& id, const PayoutRecord& record, Day today) {
  std::array<Fen, 7> sums{};
  std::array<std::int64_t, 7> seen{};
  Fen all;
  std::int64_t count = 0;
  for (const PayoutDay& day : record.days) {
    if (day.day >= today || day.day + days{payout_days_kept} < today) continue;
    const Fen ordinary{day.paid.count * 100 / factor_percent(bank, id, day.day)};
    sums[weekday_of(day.day)] = sums[weekday_of(day.day)] + ordinary;
    ++seen[weekday_of(day.day)], ++count;
    all = all + ordinary;
  }
  Daily out;
  if (count < std::int64_t(least_payout_days)) return out;
  out.basis = ForecastBasis::ledger;
  out.average = {all.count / count};
  for (std::size_t d = 0; d < 7; ++d)
    out.by_weekday[d] = seen[d] >= 2 ? Fen{sums[d].count / seen[d]} : out.average;
  return out;
}

Daily of_plan(const Bank& bank, const OutletId& id, Day today) {
  const auto* plan = plan::in_force(bank, id, today);
  const auto* planned = plan ? plan::outlet_plan(plan->document, id) : nullptr;
  Daily out;
  if (!planned || planned->days.empty()) return out;
  Fen all;
  for (const auto& day : planned->days) all = all + day.payout;
  out.average = {all.count / std::ssize(planned->days)};
  if (out.average > Fen{}) out.basis = ForecastBasis::plan, out.plan = planned;
  return out;
}

Daily daily_of(const Bank& bank, const OutletId& id, Time now) {
  const Day today = today_at(bank, id, now);
  Daily out = of_ledger(bank, id, payouts_of(bank, id), today);
  if (out.basis != ForecastBasis::none) return out;
  out = of_plan(bank, id, today);
  if (out.basis != ForecastBasis::none) return out;
  const auto declared = value_on(bank, policy::Key::declared_payout_per_day_yuan, id, today);
  if (declared <= 0) return out;
  out.basis = ForecastBasis::declared, out.average = yuan(declared);
  out.by_weekday.fill(out.average);
  return out;
}

// The plan knows its own days, pension days among them.
Fen expected_on(const Bank& bank, const OutletId& id, const Daily& daily, Day day) {
  if (daily.plan) {
    const auto at = std::ranges::find(daily.plan->days, day, &plan::OutletDay::day);
    return at == daily.plan->days.end() ? Fen{} : at->payout;
  }
  return {daily.by_weekday[weekday_of(day)].count * factor_percent(bank, id, day) / 100};
}

using Weights = std::array<std::int64_t, quarters_a_day>;

Weights weights_of(const outlet::Outlet& outlet, const PayoutRecord& record, ForecastBasis basis) {
  Weights out{};
  if (basis == ForecastBasis::ledger && !record.quarters.empty()) {
    std::ranges::copy(record.quarters, out.begin());
    return out;
  }
  const bool known = outlet.opens < outlet.closes;
  const auto [opens, closes] =
      known ? std::pair(outlet.opens, outlet.closes) : std::pair(usual_opens, usual_closes);
  for (int q = opens.minutes / 15; q < (closes.minutes + 14) / 15; ++q) out[std::size_t(q)] = 1;
  return out;
}

Fen payment_of(const Bank& bank, const OutletId& id, const PayoutRecord& record, Day today) {
  const auto paid = std::reduce(record.quarters.begin(), record.quarters.end(), std::int64_t{});
  if (paid > 0) return {std::int64_t(WideFen(record.squares_yuan2) * 10'000 / paid)};
  return yuan(value_on(bank, policy::Key::critical_visit_payout_yuan, id, today));
}

// One day in quarters; their sums stay those of the day's, whatever is rounded.
void add_day(Profile& out, const Weights& weights, Fen expected, Time begins, std::int32_t day,
             Time now, Time until) {
  const auto all = std::reduce(weights.begin(), weights.end(), std::int64_t{});
  WideFen weight = 0;
  Fen before;
  for (int q = 0; q < quarters_a_day && all > 0; ++q) {
    if (weights[std::size_t(q)] == 0) continue;
    weight += weights[std::size_t(q)];
    const Fen up_to{std::int64_t(WideFen(expected.count) * weight / all)};
    Fen payout = up_to - std::exchange(before, up_to);
    const Time from = begins + minutes{15 * q}, ends = from + minutes{15};
    if (ends <= now || from >= until) continue;
    if (from < now)
      payout = {std::int64_t(WideFen(payout.count) * (ends - now).count() / (ends - from).count())};
    out.slots.push_back({ends, day, payout});
  }
}

}  // namespace

Profile profile_of(const Bank& bank, const OutletId& id, Time now, Time until) {
  Profile out;
  if (!is_paying(bank, id, now)) return out;
  const Daily daily = daily_of(bank, id, now);
  const std::string& zone = outlet::time_zone_of(bank, id);
  const Day today = local_day(now, zone);
  const PayoutRecord& record = payouts_of(bank, id);
  out.basis = daily.basis;
  out.payment = payment_of(bank, id, record, today);
  out.dispersion_basis_points =
      value_on(bank, policy::Key::payout_dispersion_basis_points, id, today);
  if (daily.basis == ForecastBasis::none) return out;
  const Weights weights = weights_of(bank.outlets.at(id), record, daily.basis);
  const Day last = local_day(until, zone);
  for (Day day = today; day <= last; day += days{1})
    add_day(out, weights, expected_on(bank, id, daily, day), at_local(day, {}, zone),
            std::int32_t((day - today).count()), now, until);
  return out;
}

DailyPayout daily_payout(const Bank& bank, const OutletId& id, Time now) {
  const Daily daily = daily_of(bank, id, now);
  return {daily.basis, daily.average, std::ssize(payouts_of(bank, id).days)};
}

}  // namespace waystation::cash
