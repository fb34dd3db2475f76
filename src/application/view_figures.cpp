#include "application/view_figures.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

Fact number(std::string_view name, std::int64_t value) {
  return {std::string(name), std::to_string(value)};
}

template <class Visit> void each_watched(const Viewing& v, const Scope& scope, Visit visit) {
  for (const auto& [id, outlet] : v.standing.bank.outlets)
    if (sees(scope, id, outlet) && is_watched(v, id, outlet)) visit(id, outlet);
}

// ---- Outlets where people can do their banking.

Figure outlets_serving(const std::vector<StateCount>& states) {
  Figure f{.key = FigureKey::outlets_serving,
           .value = 0,
           .of = 0,
           .unit = Unit::outlets,
           .detail = {},
           .severity = Severity::normal,
           .target = {}};
  for (const auto& [state, count] : states) {
    *f.of += count;
    if (state == ShownState::open || state == ShownState::limited) *f.value += count;
    if (count > 0) f.detail.push_back(number(name_of(state), count));
  }
  if (*f.of > 0 && *f.value == 0) f.severity = Severity::alarm;
  return f;
}

// ---- Residents of sealed zones who reach an open counter on foot.

bool is_walkable(const zone::Community& home, const outlet::Outlet& outlet, std::int64_t metres) {
  const bool known = home.position_source != PositionSource::unknown &&
                     outlet.position_source != PositionSource::unknown;
  // Where a position is not known, the zone itself is the walk: nobody can leave it.
  return !known || metres_between(home.at, outlet.at) <= metres;
}

struct Reach {
  std::int64_t people = 0, reached = 0, metres = 0;
};

void add_zone(const Viewing& v, const ZoneId& id, const zone::Zone& zone, Reach& reach) {
  const Bank& bank = v.standing.bank;
  const Day today = local_day(v.now, "Asia/Shanghai");
  reach.metres = policy::in_force(bank, policy::Key::reach_walk_max_metres, id, today).value;
  std::vector<const outlet::Outlet*> open;
  for (const auto& outlet : outlets_of(bank, zone))
    if (is_counter_open(bank.outlets.at(outlet))) open.push_back(&bank.outlets.at(outlet));
  for (const auto& community_id : zone.communities) {
    const auto& home = bank.communities.at(community_id);
    reach.people += home.people;
    const auto near = [&](const auto* o) { return is_walkable(home, *o, reach.metres); };
    if (std::ranges::any_of(open, near)) reach.reached += home.people;
  }
}

Figure residents_reached(const Viewing& v, const Scope& scope) {
  Figure f{.key = FigureKey::residents_reached,
           .value = {},
           .of = {},
           .unit = Unit::permille,
           .detail = {},
           .severity = Severity::normal,
           .target = {}};
  Reach reach;
  for (const auto& [id, zone] : v.standing.bank.zones)
    if (zone::is_sealed(zone, v.now) && sees(v.standing.bank, scope, id))
      add_zone(v, id, zone, reach);
  if (reach.people == 0) return f;
  f.value = reach.reached * 1000 / reach.people;
  f.of = 1000;
  f.detail = {number("reached", reach.reached), number("people", reach.people),
              number("metres", reach.metres)};
  if (*f.value < 1000) f.severity = *f.value == 0 ? Severity::alarm : Severity::warning;
  return f;
}

// ---- Staff inside the seals who may work today.

struct Fitness {
  std::int64_t all = 0, fit = 0, under_measure = 0, check_missing = 0, volunteered = 0;
};

Fitness fitness_inside(const Viewing& v, const Scope& scope) {
  const Bank& bank = v.standing.bank;
  Fitness out;
  for (const auto& [id, person] : bank.people) {
    if (person.erased || !person.residence || !scope.covers(scope_of_person(bank, id))) continue;
    if (!zone::sealed_zone_of(bank, *person.residence, v.now)) continue;
    const auto reasons =
        quarantine::unfit_reasons(bank, id, today_at(v, person.home_outlet), v.now);
    const auto has = [&](const char* code) {
      return std::ranges::find(reasons, code) != reasons.end();
    };
    ++out.all;
    out.fit += reasons.empty();
    out.under_measure += has("fit.under-measure");
    out.check_missing += has("fit.check-missing");
    out.volunteered += person.volunteered_on.has_value();
  }
  return out;
}

bool is_crew_unfit(const Viewing& v, const OutletId& id) {
  const Day today = today_at(v, id);
  const auto planned = planned_on(v.standing.bank, id, today);
  if (!planned) return false;
  const auto duty = roster::duty_on(v.standing.bank, id, today);
  return std::ranges::any_of(duty->members, [&](const auto& member) {
    return !quarantine::unfit_for_post(v.standing.bank, id, member, today, v.now).empty();
  });
}

Figure people_fit(const Viewing& v, const Scope& scope) {
  Figure f{.key = FigureKey::people_fit,
           .value = {},
           .of = {},
           .unit = Unit::people,
           .detail = {},
           .severity = Severity::normal,
           .target = {}};
  const Fitness people = fitness_inside(v, scope);
  if (people.all == 0) return f;
  f.value = people.fit;
  f.of = people.all;
  f.detail = {number("under_measure", people.under_measure),
              number("check_missing", people.check_missing),
              number("volunteered", people.volunteered)};
  each_watched(v, scope, [&](const OutletId& id, const outlet::Outlet&) {
    if (!f.target && is_crew_unfit(v, id)) f.target = id, f.severity = Severity::warning;
  });
  return f;
}

// ---- Days until the cash at a counter runs out, by today's figures of the plan.

Figure cash_cover(const Viewing& v, const Scope& scope) {
  Figure f{.key = FigureKey::cash_cover,
           .value = {},
           .of = {},
           .unit = Unit::days,
           .detail = {},
           .severity = Severity::normal,
           .target = {}};
  each_watched(v, scope, [&](const OutletId& id, const outlet::Outlet&) {
    const auto planned = planned_on(v.standing.bank, id, today_at(v, id));
    if (!planned || planned.day->payout <= Fen{}) return;
    const auto days = planned.day->float_left.count / planned.day->payout.count;
    if (f.value && *f.value <= days) return;
    f.value = days;
    f.target = id;
    f.detail = {number("float_left_fen", planned.day->float_left.count),
                number("payout_fen", planned.day->payout.count)};
  });
  if (!f.target) return f;
  const auto visit = policy::in_force(v.standing.bank, policy::Key::van_visit_interval_days,
                                      *f.target, today_at(v, *f.target));
  f.detail.push_back(number("van_every_days", visit.value));
  if (*f.value < visit.value) f.severity = *f.value == 0 ? Severity::alarm : Severity::warning;
  return f;
}

// ---- Days until the suits run out.

Figure suit_cover(const std::vector<CoverBar>& bars) {
  Figure f{.key = FigureKey::suit_cover,
           .value = {},
           .of = {},
           .unit = Unit::days,
           .detail = {},
           .severity = Severity::normal,
           .target = {}};
  const auto least = std::ranges::find_if(bars, [](const CoverBar& b) { return b.item == "suit"; });
  if (least == bars.end() || !least->days) return f;
  f.value = least->days;
  f.detail = {number("stock", least->stock), number("minimum_days", least->minimum_days)};
  f.severity = least->severity;
  f.target = least->outlet;
  return f;
}

// ---- Rounds that are late.

Figure rounds_overdue(const Viewing& v, const Scope& scope) {
  Figure f{.key = FigureKey::rounds_overdue,
           .value = {},
           .of = {},
           .unit = Unit::rounds,
           .detail = {},
           .severity = Severity::normal,
           .target = {}};
  std::optional<Time> earliest;
  each_watched(v, scope, [&](const OutletId& id, const outlet::Outlet&) {
    const auto due = next_round_due(v, id);
    if (!due) return;
    f.of = f.of.value_or(0) + 1;
    f.value = f.value.value_or(0) + (*due < v.now);
    if (!earliest || *due < *earliest) earliest = due, f.target = id;
  });
  if (!earliest) return f;
  f.detail = {{"next_due", to_text(*earliest)}};
  if (*f.value > 0) f.severity = Severity::alarm;
  return f;
}

}  // namespace

std::vector<StateCount> count_states(const Viewing& v, const Scope& scope) {
  std::vector<StateCount> out;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<ShownState>>([&](auto state) {
    out.push_back({state.value, 0});
  });
  for (const auto& [id, outlet] : v.standing.bank.outlets)
    if (sees(scope, id, outlet) && has_counter(outlet))
      ++out[std::size_t(shown_state(v, id, outlet))].outlets;
  return out;
}

std::vector<CoverBar> cover_bars(const Viewing& v, const Scope& scope) {
  std::vector<CoverBar> bars;
  each_watched(v, scope, [&](const OutletId& id, const outlet::Outlet& outlet) {
    for (const auto& line : stock_lines(v, id))
      if (line.daily_use > 0)
        bars.push_back(
            {id, outlet.title, line.item, line.stock, line.days, line.minimum_days, line.severity});
  });
  std::ranges::stable_sort(bars, {}, [](const CoverBar& b) { return b.days.value_or(INT64_MAX); });
  return bars;
}

std::vector<Figure> six_figures(const Viewing& v, const Scope& scope) {
  return {outlets_serving(count_states(v, scope)),
          residents_reached(v, scope),
          people_fit(v, scope),
          cash_cover(v, scope),
          suit_cover(cover_bars(v, scope)),
          rounds_overdue(v, scope)};
}

}  // namespace waystation::view
