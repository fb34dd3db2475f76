#include "application/view_outlets.h"

#include <algorithm>

#include "application/view_people.h"
#include "application/view_reading.h"

namespace waystation::view {

namespace {

std::optional<std::int64_t> suit_cover(const std::vector<StockLine>& lines) {
  const auto at = std::ranges::find(lines, "suit", &StockLine::item);
  return at == lines.end() ? std::nullopt : at->days;
}

bool has_text(const OutletRow& row, const std::string& part) {
  return row.title.find(part) != std::string::npos ||
         row.outlet.text.find(part) != std::string::npos ||
         row.district.find(part) != std::string::npos;
}

bool is_asked(const OutletsQuery& q, const OutletRow& row) {
  return (!q.zone || row.zone == q.zone) && (!q.shown_state || row.shown_state == *q.shown_state) &&
         (!q.search || has_text(row, *q.search));
}

OutletRow row_of(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet) {
  const Bank& bank = v.standing.bank;
  OutletRow row{.outlet = id,
                .title = outlet.title,
                .city = outlet.city,
                .district = outlet.district,
                .kind = outlet.kind,
                .state = outlet.state,
                .shown_state = shown_state(v, id, outlet),
                .self_service = outlet.self_service,
                .windows_open = outlet.windows_open,
                .windows = outlet.windows,
                .zone = zone::sealed_zone_of(bank, id, v.now),
                .suit_cover_days = {},
                .gates_unmet = 0};
  if (row.zone) {
    row.suit_cover_days = suit_cover(stock_lines(v, id));
    if (!is_counter_open(outlet))
      row.gates_unmet = std::int32_t(outlet::unmet(bank, id, 1, v.now).size());
  }
  return row;
}

}  // namespace

Decision<OutletTable> see(const Viewing& v, const OutletsQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  OutletTable out;
  for (const auto& [id, outlet] : v.standing.bank.outlets) {
    if (!sees(*scope, id, outlet)) continue;
    if (auto row = row_of(v, id, outlet); is_asked(q, row)) out.rows.push_back(std::move(row));
  }
  stamp_as_of(out, v.standing);
  return out;
}

// ---- One outlet.

namespace {

void add_zone(const Viewing& v, OutletPage& page, Day today) {
  const Bank& bank = v.standing.bank;
  page.zone = zone::sealed_zone_of(bank, page.outlet, v.now);
  if (!page.zone) return;
  const auto& zone = bank.zones.at(*page.zone);
  page.zone_title = zone.title;
  if (const auto* grant = zone::grant_for(zone, page.outlet)) page.grant = *grant;
  for (const auto& pass : zone.passes)
    page.passes.push_back({pass, pass.valid_from <= today && today <= pass.valid_to});
}

PlanId id_of(const Bank& bank, const plan::Plan* wanted) {
  for (const auto& [id, plan] : bank.plans)
    if (&plan == wanted) return id;
  return {};
}

void add_crew(const Viewing& v, OutletPage& page, Day today) {
  const Bank& bank = v.standing.bank;
  const auto planned = planned_on(bank, page.outlet, today);
  if (!planned) return;
  page.plan = id_of(bank, planned.plan);
  page.team = planned.day->team;
  // A manager must know who stands at their own counter, wherever that person's home outlet is.
  const bool whole = may_see_names(v, scope_of_outlet(bank, page.outlet));
  const auto duty = roster::duty_on(bank, page.outlet, today);
  for (const auto& member : duty->members) {
    auto reasons = quarantine::unfit_for_post(bank, page.outlet, member, today, v.now);
    const bool fit = reasons.empty();
    // Why somebody is unfit is health data: shown only to those who see the people's page.
    if (!(People::roles & role_set(v.role))) reasons.clear();
    page.on_duty.push_back({member.person, name_seen(v, member.person, whole), member.post,
                            member.custody, fit, std::move(reasons)});
  }
}

void add_rounds(const Viewing& v, OutletPage& page) {
  if (const auto* rounds = v.standing.bank.disinfections.find(page.outlet)) {
    page.rounds.assign(rounds->last.rbegin(), rounds->last.rend());
    page.rounds_ever = rounds->count;
    page.open_rounds = rounds->open;
  }
  page.next_round_due = next_round_due(v, page.outlet);
  page.round_overdue = page.next_round_due && *page.next_round_due < v.now;
}

}  // namespace

Decision<OutletPage> see(const Viewing& v, const OutletQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto* outlet = bank.outlets.find(q.outlet);
  if (!outlet) return unknown("outlet.unknown", q.outlet.text);
  if (auto no = refuse_outside(v, {outlet->city, q.outlet})) return *no;
  const Day today = today_at(v, q.outlet);
  OutletPage page;
  page.outlet = q.outlet;
  page.facts = *outlet;
  page.shown_state = shown_state(v, q.outlet, *outlet);
  if (const auto* city = bank.cities.find(outlet->city)) page.city_title = city->name;
  page.time_zone = outlet::time_zone_of(bank, q.outlet);
  add_zone(v, page, today);
  page.gate_unmet = outlet::unmet(bank, q.outlet, q.windows.value_or(1), v.now);
  page.untreated = disinfection::untreated(bank, q.outlet, v.now);
  add_crew(v, page, today);
  page.stock = stock_lines(v, q.outlet);
  add_rounds(v, page);
  page.version = version_of(v.standing, "outlet", q.outlet.text);
  page.supply_version = version_of(v.standing, "supply", q.outlet.text);
  page.disinfection_version = version_of(v.standing, "disinfection", q.outlet.text);
  page.now = v.now;
  stamp_as_of(page, v.standing);
  return page;
}

}  // namespace waystation::view
