#pragma once
// Planning a run, putting more bags on its list, and calling it off.
#include "domain/van_run.h"

namespace waystation::van_run {

// ---- Plan. "van-run.exists", "van-run.id-too-long", "van-run.date-past", "van.unknown"; of the
// crew "van-run.crew-too-few", "van-run.person-twice", "van-run.account-not-crew",
// "van-run.person-unfit", "van-run.no-guard", "van-run.person-elsewhere"; of the way
// "van-run.not-a-centre", "van-run.no-stops", "van-run.stop-twice", "outlet.unknown",
// "van-run.two-zones", "van-run.other-zone-today", "van-run.without-pass", "van-run.gate-shut",
// "van-run.permit-missing", "van-run.window-empty", "van-run.windows-out-of-order"; of the load
// "van-run.bag-unknown", "van-run.bag-not-clean", "van-run.bag-twice", "van-run.collect-mixed",
// "van-run.above-insured", "van-run.insured-above-limit", "van-run.transfer-unknown",
// "van-run.suits-above-capacity".
// O(runs + stops × bags).

struct StopWish {
  OutletId outlet;
  TimeOfDay from, to;
  std::vector<cash::BagId> deliver, collect;
  std::vector<supply::TransferId> transfers;
};
BOOST_DESCRIBE_STRUCT(StopWish, (), (outlet, from, to, deliver, collect, transfers))

struct Plan {
  static constexpr auto name = "van-run.plan";
  static constexpr Roles roles = planners;
  RunId run;
  Day day;
  VanId van;
  RunKind kind = RunKind::regular;
  OutletId depot;
  TimeOfDay gate_at;
  std::vector<CrewMember> crew;
  std::vector<StopWish> stops;
  std::optional<Fen> insured = {};         // The van's carry limit where absent.
  std::optional<std::string> permit = {};  // Of an emergency run.
};
BOOST_DESCRIBE_STRUCT(Plan, (), (run, day, van, kind, depot, gate_at, crew, stops, insured, permit))

struct PlannedStop {
  OutletId outlet;
  TimeOfDay from, to;
  std::vector<RunBag> bags;
  std::vector<supply::TransferId> transfers;
};
BOOST_DESCRIBE_STRUCT(PlannedStop, (), (outlet, from, to, bags, transfers))

struct Planned {
  static constexpr auto name = "van-run.planned";
  RunId run;
  Day day;
  VanId van;
  RunKind kind = RunKind::regular;
  OutletId depot;
  std::optional<ZoneId> zone;
  std::string gate;
  TimeOfDay gate_at, gate_from, gate_to;
  Fen insured;
  std::string permit;
  std::vector<CrewMember> crew;
  std::vector<PlannedStop> stops;
};
BOOST_DESCRIBE_STRUCT(Planned, (),
                      (run, day, van, kind, depot, zone, gate, gate_at, gate_from, gate_to, insured,
                       permit, crew, stops))

Scope scope_of(const Bank&, const Plan&);  // The van's city.
Decision<Planned> decide(const Bank&, const Plan&, const Stamp&);
void apply(Runs&, const Planned&, const Mark&);

// ---- List more bags, as long as the stop is not handed over.

struct ListBags {
  static constexpr auto name = "van-run.list-bags";
  static constexpr Roles roles = planners | cash::cash_crew;
  RunId run;
  OutletId outlet;
  std::vector<cash::BagId> deliver, collect;
};
BOOST_DESCRIBE_STRUCT(ListBags, (), (run, outlet, deliver, collect))

struct BagsListed {
  static constexpr auto name = "van-run.bags-listed";
  RunId run;
  OutletId outlet;
  std::vector<RunBag> bags;
};
BOOST_DESCRIBE_STRUCT(BagsListed, (), (run, outlet, bags))

Decision<BagsListed> decide(const Bank&, const ListBags&, const Stamp&);
void apply(Runs&, const BagsListed&, const Mark&);

// ---- Cancel, before it departs.

struct Cancel {
  static constexpr auto name = "van-run.cancel";
  static constexpr Roles roles = planners;
  RunId run;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Cancel, (), (run, reason))

struct Cancelled {
  static constexpr auto name = "van-run.cancelled";
  RunId run;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Cancelled, (), (run, reason))

Scope scope_of(const Bank&, const Cancel&);
Decision<Cancelled> decide(const Bank&, const Cancel&, const Stamp&);
void apply(Runs&, const Cancelled&, const Mark&);

}  // namespace waystation::van_run
