#pragma once
// 管控区: the sealed zones, and one of them with its communities, outlets, papers and risk areas.
#include "application/view.h"

namespace waystation::view {

struct ZoneRow {
  ZoneId zone;
  std::string title;
  CityId city;
  std::string scheme;
  zone::SealKind kind = zone::SealKind::key_control_area;
  Time sealed_at;
  std::optional<Time> lifted_at;
  std::int64_t day = 0;  // Of the seal: 1 is the day it closed; the last day once lifted.
  std::int32_t communities = 0;
  std::int64_t people = 0;
  std::int64_t card_customers = 0;
  std::int32_t outlets = 0;
  std::int32_t outlets_open = 0;
  std::int32_t people_fit = 0;  // In-zone staff fit for duty today.
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ZoneRow, (),
                      (zone, title, city, scheme, kind, sealed_at, lifted_at, day, communities,
                       people, card_customers, outlets, outlets_open, people_fit, version))

struct ZonesQuery {
  std::optional<Scope> scope;
};
BOOST_DESCRIBE_STRUCT(ZonesQuery, (), (scope))

struct ZoneTable {
  static constexpr auto name = "zones";
  static constexpr Roles roles = everyone_signed_in;
  using Query = ZonesQuery;
  std::vector<ZoneRow> rows;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(ZoneTable, (), (rows, as_of_seq, as_of))
Decision<ZoneTable> see(const Viewing&, const ZonesQuery&);

struct ZoneCommunity {
  CommunityId community;
  std::string title;
  std::int32_t people = 0;
  std::int32_t card_customers = 0;
  std::int32_t elderly_permille = 0;
};
BOOST_DESCRIBE_STRUCT(ZoneCommunity, (),
                      (community, title, people, card_customers, elderly_permille))

struct ZoneOutlet {
  OutletId outlet;
  std::string title;
  outlet::State state = outlet::State::open;
  ShownState shown_state = ShownState::open;
  std::vector<std::string> gate_unmet;
};
BOOST_DESCRIBE_STRUCT(ZoneOutlet, (), (outlet, title, state, shown_state, gate_unmet))

struct ZoneQuery {
  ZoneId zone;
};
BOOST_DESCRIBE_STRUCT(ZoneQuery, (), (zone))

struct ZonePage {
  static constexpr auto name = "zone";
  static constexpr Roles roles = everyone_signed_in;
  using Query = ZoneQuery;
  ZoneRow summary;
  std::vector<Point> outline;
  std::vector<ZoneCommunity> communities;
  std::vector<ZoneOutlet> outlets;
  std::vector<zone::RiskArea> risk_areas;
  std::vector<zone::Grant> grants;
  std::vector<zone::Pass> passes;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(ZonePage, (),
                      (summary, outline, communities, outlets, risk_areas, grants, passes,
                       as_of_seq, as_of))
Decision<ZonePage> see(const Viewing&, const ZoneQuery&);

}  // namespace waystation::view
