#include "application/view_board.h"

#include <algorithm>
#include <set>

#include "application/view_figures.h"
#include "application/view_reading.h"
#include "application/view_worklist.h"

namespace waystation::view {

namespace {

// Outlets with something abnormal that waits for somebody.
std::set<OutletId> outlets_in_alert(const Viewing& v, const Scope& scope) {
  std::set<OutletId> out;
  for (const auto& item : work_items(v, scope))
    if (item.outlet && item.severity != Severity::normal) out.insert(*item.outlet);
  return out;
}

CityRollup rollup_of(const Viewing& v, const Scope& scope, const CityId& id, const city::City& city,
                     const std::set<OutletId>& alert) {
  const Scope within{id, scope.outlet};
  CityRollup row{.city = id,
                 .title = city.name,
                 .open = 0,
                 .total = 0,
                 .abnormal = 0,
                 .sealed_zones = 0,
                 .states = count_states(v, within)};
  for (const auto& [outlet_id, outlet] : v.standing.bank.outlets) {
    if (!sees(within, outlet_id, outlet) || !has_counter(outlet)) continue;
    ++row.total;
    row.open += is_counter_open(outlet);
    row.abnormal += alert.contains(outlet_id);
  }
  for (const auto& [zone_id, zone] : v.standing.bank.zones)
    row.sealed_zones += zone.city == id && zone::is_sealed(zone, v.now);
  return row;
}

void add_response(const Viewing& v, const Scope& scope, Board& board) {
  const Bank& bank = v.standing.bank;
  std::set<CityId> cities;
  for (const auto& [id, zone] : bank.zones) {
    if (!zone::is_sealed(zone, v.now) || !sees(bank, scope, id)) continue;
    cities.insert(zone.city);
    const auto* city = bank.cities.find(zone.city);
    const std::string time_zone = city ? city->time_zone : "Asia/Shanghai";
    const auto day =
        (local_day(v.now, time_zone) - local_day(zone.sealed_at, time_zone)).count() + 1;
    board.response_day = std::max<std::int64_t>(board.response_day.value_or(1), day);
  }
  board.cities_in_response.assign(cities.begin(), cities.end());
}

}  // namespace

Decision<Board> see(const Viewing& v, const BoardQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  const auto alert = outlets_in_alert(v, *scope);
  Board board;
  board.scope = *scope;
  add_response(v, *scope, board);
  board.figures = six_figures(v, *scope);
  board.states = count_states(v, *scope);
  for (const auto& [id, city] : v.standing.bank.cities)
    if (Scope{scope->city, {}}.covers({id, {}}))
      board.cities.push_back(rollup_of(v, *scope, id, city, alert));
  board.cover = cover_bars(v, *scope);
  board.now = v.now;
  stamp_as_of(board, v.standing);
  return board;
}

// ---- The map.

namespace {

MapZone map_zone(const Bank& bank, const ZoneId& id, const zone::Zone& zone) {
  MapZone out{.zone = id,
              .title = zone.title,
              .city = zone.city,
              .kind = zone.kind,
              .outline = zone.outline,
              .sealed_at = zone.sealed_at,
              .people = 0,
              .outlets = 0,
              .outlets_open = 0};
  for (const auto& community : zone.communities)
    out.people += bank.communities.at(community).people;
  for (const auto& outlet : outlets_of(bank, zone)) {
    ++out.outlets;
    out.outlets_open += is_counter_open(bank.outlets.at(outlet));
  }
  return out;
}

}  // namespace

Decision<GroundMap> see(const Viewing& v, const GroundMapQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  const Bank& bank = v.standing.bank;
  const auto alert = outlets_in_alert(v, *scope);
  GroundMap map;
  for (const auto& [id, outlet] : bank.outlets)
    if (sees(*scope, id, outlet) && has_counter(outlet))
      map.outlets.push_back({id, outlet.title, outlet.city, outlet.at, outlet.position_source,
                             outlet.state, shown_state(v, id, outlet), alert.contains(id),
                             zone::sealed_zone_of(bank, id, v.now)});
  for (const auto& [id, zone] : bank.zones)
    if (zone::is_sealed(zone, v.now) && sees(bank, *scope, id))
      map.zones.push_back(map_zone(bank, id, zone));
  for (const auto& [id, c] : bank.communities)
    if (Scope{scope->city, {}}.covers({c.city, {}}))
      map.communities.push_back({id, c.title, c.city, c.at, c.position_source,
                                 zone::sealed_zone_of(bank, id, v.now), c.people,
                                 c.card_customers});
  stamp_as_of(map, v.standing);
  return map;
}

}  // namespace waystation::view
