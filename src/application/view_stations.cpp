#include "application/view_stations.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

using station::Audience;

std::vector<StationItem> items_seen(const station::Station& s, Time now) {
  std::vector<StationItem> out;
  for (const station::Item& item : s.items)
    out.push_back({.amenity = item.amenity,
                   .basic = station::is_basic(item.amenity),
                   .condition = item.condition,
                   .since = item.since,
                   .doubted_at = item.doubted_at,
                   .offered = is_offered(item, now)});
  return out;
}

std::vector<StationVisits> visits_seen(const station::Station& s, Day today) {
  std::vector<StationVisits> out;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Audience>>([&](auto audience) {
    StationVisits row{.audience = audience.value};
    for (const station::Visits& v : s.visits) {
      if (v.audience != row.audience || v.on > today) continue;
      if (v.on == today) row.today += v.people;
      if (v.on > today - std::chrono::days{7}) row.week += v.people;
    }
    out.push_back(row);
  });
  return out;
}

StationRow station_seen(const Viewing& v, const OutletId& id) {
  const Bank& bank = v.standing.bank;
  const auto& outlet = bank.outlets.at(id);
  StationRow row;
  row.outlet = id, row.title = outlet.title, row.city = outlet.city;
  row.version = version_of(v.standing, "station", id.text);
  row.time_zone = outlet::time_zone_of(bank, id);
  const Day today = today_at(v, id);
  const auto occupancy = lobby::occupancy(bank, id, today);
  row.inside = occupancy.inside, row.cap = occupancy.cap;
  const station::Station* s = bank.stations.find(id);
  if (!s) return row;
  row.published = s->published, row.withdrawn_because = s->withdrawn_because;
  row.open_now = is_open(bank, id, *s, v.now);
  row.unconfirmed = is_unconfirmed(*s, v.now);
  row.items = items_seen(*s, v.now);
  for (const StationItem& item : row.items) {
    row.faulty += item.condition == station::Condition::faulty;
    row.doubted += item.doubted_at.has_value();
  }
  row.corners = s->corners, row.audiences = s->audiences;
  row.from = s->from, row.till = s->till, row.notice = s->notice;
  row.valid_days = s->valid_days;
  row.verified_at = s->verified_at, row.verified_by = s->verified_by;
  row.visits = visits_seen(*s, today);
  row.suggestions.assign(s->suggestions.rbegin(), s->suggestions.rend());
  return row;
}

bool waits_for_somebody(const StationRow& row) {
  return row.published && (row.unconfirmed || row.faulty > 0 || row.doubted > 0);
}

PublicStation station_shown(const Viewing& v, const OutletId& id, const station::Station& s,
                            std::optional<std::int64_t> metres) {
  const Bank& bank = v.standing.bank;
  const auto& outlet = bank.outlets.at(id);
  const auto zone = zone::sealed_zone_of(bank, id, v.now);
  PublicStation out;
  out.outlet = id, out.title = outlet.title, out.district = outlet.district;
  out.address = outlet.address, out.phone = outlet.phone, out.metres = metres;
  if (zone) out.zone = title_of(bank, *zone);
  out.open_now = is_open(bank, id, s, v.now);
  out.unconfirmed = is_unconfirmed(s, v.now);
  out.items = items_seen(s, v.now);
  out.corners = s.corners, out.audiences = s.audiences;
  out.from = s.from, out.till = s.till, out.notice = s.notice;
  out.verified_at = s.verified_at;
  out.places = std::max<std::int64_t>(lobby::occupancy(bank, id, today_at(v, id)).places(), 0);
  out.time_zone = outlet::time_zone_of(bank, id);
  return out;
}

}  // namespace

Decision<StationList> see(const Viewing& v, const StationsQuery& q) {
  const Bank& bank = v.standing.bank;
  StationList out;
  out.now = v.now;
  stamp_as_of(out, v.standing);
  if (q.outlet) {
    const auto* outlet = bank.outlets.find(*q.outlet);
    if (!outlet) return unknown("outlet.unknown", q.outlet->text);
    if (auto no = refuse_outside(v, {outlet->city, *q.outlet})) return *no;
    out.stations.push_back(station_seen(v, *q.outlet));
    return out;
  }
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  for (const auto& [id, s] : bank.stations)
    if (scope->covers(scope_of_outlet(bank, id))) out.stations.push_back(station_seen(v, id));
  std::ranges::stable_sort(out.stations, {}, [](const StationRow& row) {
    return std::pair(!waits_for_somebody(row), row.title);
  });
  return out;
}

std::vector<PublicStation> public_stations(const Viewing& v, const station::Need& need) {
  const Bank& bank = v.standing.bank;
  std::vector<PublicStation> out;
  for (const station::Near& near : station::nearest(bank, need, v.now))
    out.push_back(station_shown(v, near.outlet, bank.stations.at(near.outlet), near.metres));
  return out;
}

Decision<PublicStation> public_station(const Viewing& v, const OutletId& id) {
  const auto* s = station::station_of(v.standing.bank, id);
  if (!s) return unknown("station.unknown", id.text);
  return station_shown(v, id, *s, {});
}

}  // namespace waystation::view
