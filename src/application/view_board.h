#pragma once
// 态势: the board. Can people do their banking, and where is it going wrong?
#include "application/view.h"

namespace waystation::view {

// ---- The six figures and the cities.

BOOST_DEFINE_ENUM_CLASS(FigureKey, outlets_serving, residents_reached, people_fit, cash_cover,
                        suit_cover, rounds_overdue)
BOOST_DEFINE_ENUM_CLASS(Unit, outlets, permille, people, days, rounds)

struct Figure {
  FigureKey key{};
  std::optional<std::int64_t> value;  // Absent: there is nothing to count, such as no seal.
  std::optional<std::int64_t> of;     // The whole that it is a part of.
  Unit unit{};
  std::vector<Fact> detail;  // Numbers for the line below, by name.
  Severity severity = Severity::normal;
  std::optional<OutletId> target;  // The outlet that decides the figure.
};
BOOST_DESCRIBE_STRUCT(Figure, (), (key, value, of, unit, detail, severity, target))

struct StateCount {
  ShownState shown_state = ShownState::open;
  std::int32_t outlets = 0;
};
BOOST_DESCRIBE_STRUCT(StateCount, (), (shown_state, outlets))

struct CityRollup {
  CityId city;
  std::string title;
  std::int32_t open = 0;
  std::int32_t total = 0;
  std::int32_t abnormal = 0;  // With an item of warning or alarm on the worklist.
  std::int32_t sealed_zones = 0;
  std::vector<StateCount> states;
};
BOOST_DESCRIBE_STRUCT(CityRollup, (), (city, title, open, total, abnormal, sealed_zones, states))

// One bar of "days that the stock lasts". `below` is what the policy asks for.
struct CoverBar {
  OutletId outlet;
  std::string title;
  std::string item;  // A word of supply::Item.
  std::int64_t stock = 0;
  std::optional<std::int64_t> days;
  std::int64_t minimum_days = 0;
  Severity severity = Severity::normal;
};
BOOST_DESCRIBE_STRUCT(CoverBar, (), (outlet, title, item, stock, days, minimum_days, severity))

struct BoardQuery {
  std::optional<Scope> scope;
};
BOOST_DESCRIBE_STRUCT(BoardQuery, (), (scope))

struct Board {
  static constexpr auto name = "board";
  static constexpr Roles roles = everyone_signed_in;
  using Query = BoardQuery;
  Scope scope;
  std::optional<std::int64_t> response_day;  // 1 is the day of the first seal in force.
  std::vector<CityId> cities_in_response;
  std::vector<Figure> figures;
  std::vector<StateCount> states;
  std::vector<CityRollup> cities;
  std::vector<CoverBar> cover;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(Board, (),
                      (scope, response_day, cities_in_response, figures, states, cities, cover, now,
                       as_of_seq, as_of))
Decision<Board> see(const Viewing&, const BoardQuery&);

// ---- The map.

struct MapOutlet {
  OutletId outlet;
  std::string title;
  CityId city;
  Point at;
  PositionSource position_source = PositionSource::unknown;
  outlet::State state = outlet::State::open;
  ShownState shown_state = ShownState::open;
  bool alert = false;
  std::optional<ZoneId> zone;
};
BOOST_DESCRIBE_STRUCT(MapOutlet, (),
                      (outlet, title, city, at, position_source, state, shown_state, alert, zone))

struct MapZone {
  ZoneId zone;
  std::string title;
  CityId city;
  zone::SealKind kind = zone::SealKind::key_control_area;
  std::vector<Point> outline;
  Time sealed_at;
  std::int64_t people = 0;
  std::int32_t outlets = 0;
  std::int32_t outlets_open = 0;
};
BOOST_DESCRIBE_STRUCT(MapZone, (),
                      (zone, title, city, kind, outline, sealed_at, people, outlets, outlets_open))

struct MapCommunity {
  CommunityId community;
  std::string title;
  CityId city;
  Point at;
  PositionSource position_source = PositionSource::unknown;
  std::optional<ZoneId> zone;
  std::int32_t people = 0;
  std::int32_t card_customers = 0;
};
BOOST_DESCRIBE_STRUCT(MapCommunity, (),
                      (community, title, city, at, position_source, zone, people, card_customers))

struct GroundMapQuery {
  std::optional<Scope> scope;
};
BOOST_DESCRIBE_STRUCT(GroundMapQuery, (), (scope))

struct GroundMap {
  static constexpr auto name = "map";
  static constexpr Roles roles = everyone_signed_in;
  using Query = GroundMapQuery;
  std::vector<MapOutlet> outlets;
  std::vector<MapZone> zones;
  std::vector<MapCommunity> communities;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(GroundMap, (), (outlets, zones, communities, as_of_seq, as_of))
Decision<GroundMap> see(const Viewing&, const GroundMapQuery&);

}  // namespace waystation::view
