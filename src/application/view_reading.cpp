#include "application/view_reading.h"

#include <algorithm>

namespace waystation::view {

using std::chrono::days;

Decision<Scope> scope_seen(const Viewing& v, const std::optional<Scope>& asked) {
  if (!asked) return v.scope;
  if (auto no = refuse_outside(v, *asked)) return *no;
  return *asked;
}

std::optional<Refusal> refuse_outside(const Viewing& v, const Scope& touched) {
  return refuse_authority(role_set(v.role), touched, {{v.now, {}}, v.role, v.scope});
}

bool sees(const Scope& scope, const OutletId& id, const outlet::Outlet& outlet) {
  return scope.covers({outlet.city, id});
}

bool sees(const Bank& bank, const Scope& scope, const ZoneId& id) {
  const auto* zone = bank.zones.find(id);
  if (!zone || !Scope{scope.city, {}}.covers({zone->city, {}})) return false;
  if (scope.outlet.text.empty()) return true;
  const auto* outlet = bank.outlets.find(scope.outlet);
  return outlet && outlet->community &&
         std::ranges::find(zone->communities, *outlet->community) != zone->communities.end();
}

std::string title_of(const Bank& bank, const OutletId& id) {
  const auto* outlet = bank.outlets.find(id);
  return outlet ? outlet->title : id.text;
}

std::string title_of(const Bank& bank, const ZoneId& id) {
  const auto* zone = bank.zones.find(id);
  return zone ? zone->title : id.text;
}

std::int64_t version_of(const Standing& standing, std::string_view room, std::string_view id) {
  const auto* version = standing.versions.find(std::string(room) + '/' + std::string(id));
  return version ? *version : 0;
}

// ---- Outlets.

ShownState shown_state(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet) {
  switch (outlet.state) {
    case outlet::State::open:
      return ShownState::open;
    case outlet::State::limited:
      return ShownState::limited;
    case outlet::State::paused:
      return ShownState::paused;
    case outlet::State::preparing:
    case outlet::State::ready:
      return ShownState::preparing;
    case outlet::State::closed:
      break;
  }
  if (outlet.self_service) return ShownState::self_service;
  const bool sealed = zone::sealed_zone_of(v.standing.bank, id, v.now).has_value();
  return sealed ? ShownState::sealed_closed : ShownState::paused;
}

bool is_counter_open(const outlet::Outlet& outlet) {
  return outlet.state == outlet::State::open || outlet.state == outlet::State::limited;
}

bool has_counter(const outlet::Outlet& outlet) {
  return outlet.kind != outlet::Kind::back_office;
}

Day today_at(const Viewing& v, const OutletId& id) {
  return local_day(v.now, outlet::time_zone_of(v.standing.bank, id));
}

PlannedToday planned_on(const Bank& bank, const OutletId& id, Day day) {
  const auto* plan = plan::in_force(bank, id, day);
  const auto* outlet = plan ? plan::outlet_plan(plan->document, id) : nullptr;
  if (!outlet || outlet->verdict != plan::Verdict::can_open) return {};
  const auto at = std::ranges::find(outlet->days, day, &plan::OutletDay::day);
  if (at == outlet->days.end()) return {};
  return {plan, outlet, &*at};
}

bool is_watched(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet) {
  const Bank& bank = v.standing.bank;
  if (!zone::sealed_zone_of(bank, id, v.now)) return false;
  return is_counter_open(outlet) || planned_on(bank, id, today_at(v, id));
}

std::optional<Time> next_round_due(const Viewing& v, const OutletId& id) {
  const auto clocks = disinfection::clocks(v.standing.bank, id, v.now);
  return clocks.empty() ? std::nullopt : std::optional(clocks.front().due);
}

// ---- Stock.

// As the gate reckons: for the planned crew, up to the end of the plan where that is nearer.
Need need_of(const Viewing& v, const OutletId& id, Day today) {
  using enum policy::Key;
  const Bank& bank = v.standing.bank;
  if (const auto* outlet = bank.outlets.find(id); outlet && !has_counter(*outlet)) return {0, 0};
  const auto value = [&](policy::Key key) { return policy::in_force(bank, key, id, today).value; };
  const std::int64_t windows = 1, least_crew = 3 + windows + value(spare_per_team_people);
  Need need{least_crew, value(ppe_cover_min_days)};
  if (const auto planned = planned_on(bank, id, today)) {
    const auto& document = planned.plan->document;
    need.people =
        std::max<std::int64_t>(need.people, std::ssize(plan::on_duty(document, id, today)));
    need.days =
        std::min<std::int64_t>(need.days, (document.from + days{document.days} - today).count());
  }
  return need;
}

namespace {

std::optional<Day> first_expiry(const Bank& bank, const OutletId& id, supply::Item item,
                                Day today) {
  std::optional<Day> first;
  if (const auto* shelf = bank.shelves.find(id))
    for (const auto& lot : shelf->lots)
      if (lot.item == item && lot.expires_on && *lot.expires_on >= today)
        first = std::min(first.value_or(*lot.expires_on), *lot.expires_on);
  return first;
}

}  // namespace

std::vector<StockLine> stock_lines(const Viewing& v, const OutletId& id) {
  using enum supply::Item;
  const Bank& bank = v.standing.bank;
  const Day today = today_at(v, id);
  const Need need = need_of(v, id, today);
  const auto reserve = policy::in_force(bank, policy::Key::reserve_cover_days, id, today).value;
  std::vector<StockLine> lines;
  for (const auto item :
       {suit, wipe, mask, gloves, face_shield, chlorine_tablet, chlorine_liquid, alcohol}) {
    StockLine line{.item = std::string(name_of(item)),
                   .stock = supply::stock(bank, id, item, today),
                   .daily_use = supply::daily_use(bank, id, item, need.people, today),
                   .people = need.people,
                   .days = supply::days_of_cover(bank, id, item, need.people, today),
                   .minimum_days = need.days,
                   .severity = Severity::normal,
                   .first_expiry = first_expiry(bank, id, item, today)};
    if (line.days && *line.days < need.days)
      line.severity =
          *line.days < std::min(reserve, need.days) ? Severity::alarm : Severity::warning;
    lines.push_back(std::move(line));
  }
  return lines;
}

// ---- Zones.

std::vector<OutletId> outlets_of(const Bank& bank, const zone::Zone& zone) {
  std::vector<OutletId> out;
  for (const auto& [id, outlet] : bank.outlets)
    if (outlet.community && has_counter(outlet) &&
        std::ranges::find(zone.communities, *outlet.community) != zone.communities.end())
      out.push_back(id);
  return out;
}

}  // namespace waystation::view
