#pragma once
// 网点: the table of outlets, and one outlet: is it safe, staffed, stocked, in time?
#include "application/view.h"

namespace waystation::view {

struct OutletRow {
  OutletId outlet;
  std::string title;
  CityId city;
  std::string district;
  outlet::Kind kind = outlet::Kind::sub_branch;
  outlet::State state = outlet::State::open;
  ShownState shown_state = ShownState::open;
  bool self_service = true;
  std::int32_t windows_open = 0;
  std::int32_t windows = 0;
  std::optional<ZoneId> zone;
  std::optional<std::int64_t> suit_cover_days;
  // Counted inside a seal only: elsewhere the day's round is routine.
  std::int32_t gates_unmet = 0;
};
BOOST_DESCRIBE_STRUCT(OutletRow, (),
                      (outlet, title, city, district, kind, state, shown_state, self_service,
                       windows_open, windows, zone, suit_cover_days, gates_unmet))

struct OutletsQuery {
  std::optional<Scope> scope;
  std::optional<ZoneId> zone;
  std::optional<ShownState> shown_state;
  std::optional<std::string> search;  // A part of the title, code or district.
};
BOOST_DESCRIBE_STRUCT(OutletsQuery, (), (scope, zone, shown_state, search))

struct OutletTable {
  static constexpr auto name = "outlets";
  static constexpr Roles roles = everyone_signed_in;
  using Query = OutletsQuery;
  std::vector<OutletRow> rows;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(OutletTable, (), (rows, as_of_seq, as_of))
Decision<OutletTable> see(const Viewing&, const OutletsQuery&);

// ---- One outlet.

// `days` = stock ÷ daily_use; the numbers stand beside it so that anyone can check the sum.
struct StockLine {
  std::string item;  // A word of supply::Item.
  std::int64_t stock = 0;
  std::int64_t daily_use = 0;
  std::int64_t people = 0;  // That the use is reckoned for.
  std::optional<std::int64_t> days;
  std::int64_t minimum_days = 0;
  Severity severity = Severity::normal;
  std::optional<Day> first_expiry;
};
BOOST_DESCRIBE_STRUCT(StockLine, (),
                      (item, stock, daily_use, people, days, minimum_days, severity, first_expiry))

struct DutyPerson {
  PersonId person;
  std::optional<std::string> name;
  plan::Post post = plan::Post::teller;
  plan::Custody custody = plan::Custody::none;
  bool fit = false;
  std::vector<std::string> reasons;  // Why not, "fit.…"; only for who sees the people view.
};
BOOST_DESCRIBE_STRUCT(DutyPerson, (), (person, name, post, custody, fit, reasons))

struct OutletPass {
  zone::Pass pass;
  bool valid_today = false;
};
BOOST_DESCRIBE_STRUCT(OutletPass, (), (pass, valid_today))

struct OutletQuery {
  OutletId outlet;
  std::optional<std::int32_t> windows;  // For the gate; 1 where absent.
};
BOOST_DESCRIBE_STRUCT(OutletQuery, (), (outlet, windows))

struct OutletPage {
  static constexpr auto name = "outlet";
  static constexpr Roles roles = everyone_signed_in;
  using Query = OutletQuery;
  OutletId outlet;
  outlet::Outlet facts;
  ShownState shown_state = ShownState::open;
  std::string city_title;
  std::string time_zone;
  std::optional<ZoneId> zone;
  std::string zone_title;
  std::optional<zone::Grant> grant;
  std::vector<OutletPass> passes;                // Of the vans and people that serve it.
  std::vector<std::string> gate_unmet;           // "gate.…"; empty: it may open now.
  std::vector<disinfection::Surface> untreated;  // That the gate asks a round for.
  std::optional<PlanId> plan;                    // In force today.
  std::optional<plan::Team> team;                // On duty today.
  std::vector<DutyPerson> on_duty;
  std::vector<StockLine> stock;
  std::vector<disinfection::Round> rounds;  // Newest first.
  std::int64_t rounds_ever = 0;
  std::vector<disinfection::OpenRound> open_rounds;
  std::optional<Time> next_round_due;
  bool round_overdue = false;
  std::int64_t version = 0;  // Of the outlet's own stream, for If-Match.
  std::int64_t supply_version = 0;
  std::int64_t disinfection_version = 0;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(OutletPage, (),
                      (outlet, facts, shown_state, city_title, time_zone, zone, zone_title, grant,
                       passes, gate_unmet, untreated, plan, team, on_duty, stock, rounds,
                       rounds_ever, open_rounds, next_round_due, round_overdue, version,
                       supply_version, disinfection_version, now, as_of_seq, as_of))
Decision<OutletPage> see(const Viewing&, const OutletQuery&);

}  // namespace waystation::view
