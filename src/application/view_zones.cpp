#include "application/view_zones.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

Day local_today(const Bank& bank, const zone::Zone& zone, Time at) {
  const auto* city = bank.cities.find(zone.city);
  return local_day(at, city ? city->time_zone : "Asia/Shanghai");
}

std::int32_t count_fit(const Viewing& v, const zone::Zone& zone) {
  const Bank& bank = v.standing.bank;
  std::int32_t fit = 0;
  for (const auto& [id, person] : bank.people) {
    if (!person.residence ||
        std::ranges::find(zone.communities, *person.residence) == zone.communities.end())
      continue;
    const Day today = today_at(v, person.home_outlet);
    if (quarantine::unfit_reasons(bank, id, today, v.now).empty()) ++fit;
  }
  return fit;
}

ZoneRow row_of(const Viewing& v, const ZoneId& id, const zone::Zone& zone) {
  const Bank& bank = v.standing.bank;
  ZoneRow row;
  row.zone = id;
  row.title = zone.title;
  row.city = zone.city;
  row.scheme = zone.scheme;
  row.kind = zone.kind;
  row.sealed_at = zone.sealed_at;
  row.lifted_at = zone.lifted_at;
  const Day last = local_today(bank, zone, zone.lifted_at.value_or(v.now));
  row.day = (last - local_today(bank, zone, zone.sealed_at)).count() + 1;
  row.communities = std::int32_t(zone.communities.size());
  for (const auto& community_id : zone.communities) {
    const auto& community = bank.communities.at(community_id);
    row.people += community.people;
    row.card_customers += community.card_customers;
  }
  for (const auto& outlet : outlets_of(bank, zone)) {
    ++row.outlets;
    if (is_counter_open(bank.outlets.at(outlet))) ++row.outlets_open;
  }
  row.people_fit = count_fit(v, zone);
  row.version = version_of(v.standing, "zone", id.text);
  return row;
}

}  // namespace

Decision<ZoneTable> see(const Viewing& v, const ZonesQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  ZoneTable out;
  for (const auto& [id, zone] : v.standing.bank.zones)
    if (sees(v.standing.bank, *scope, id)) out.rows.push_back(row_of(v, id, zone));
  stamp_as_of(out, v.standing);
  return out;
}

Decision<ZonePage> see(const Viewing& v, const ZoneQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto* zone = bank.zones.find(q.zone);
  if (!zone) return unknown("zone.unknown", q.zone.text);
  if (!sees(bank, v.scope, q.zone)) return *refuse_outside(v, {zone->city, {}});
  ZonePage page;
  page.summary = row_of(v, q.zone, *zone);
  page.outline = zone->outline;
  for (const auto& id : zone->communities) {
    const auto& c = bank.communities.at(id);
    page.communities.push_back({id, c.title, c.people, c.card_customers, c.elderly_permille});
  }
  for (const auto& id : outlets_of(bank, *zone)) {
    const auto& outlet = bank.outlets.at(id);
    page.outlets.push_back({id, outlet.title, outlet.state, shown_state(v, id, outlet),
                            outlet::unmet(bank, id, 1, v.now)});
  }
  page.risk_areas = zone->risk_areas;
  page.grants = zone->grants;
  page.passes = zone->passes;
  stamp_as_of(page, v.standing);
  return page;
}

}  // namespace waystation::view
