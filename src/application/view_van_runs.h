#pragma once
// 运钞任务: where is each van of the day, what does it carry, which window comes next, and which
// was missed? The board has every run of a part of the province; one run has its stops, bags,
// seals, people and what happened; the crew's telephone has the whole of its own runs, so that it
// can go on without a line.
#include "application/view.h"

namespace waystation::view {

BOOST_DEFINE_ENUM_CLASS(BagWhere, depot, van, outlet, elsewhere)
BOOST_DEFINE_ENUM_CLASS(RunMoment, planned, departed, refused_at_gate, at_gate, arrived,
                        handed_over, left, plan_b, returned, cancelled)

struct VanRunBagRow {
  cash::BagId bag;
  van_run::Carriage carriage = van_run::Carriage::deliver;
  cash::Compartment compartment = cash::Compartment::clean;
  cash::SealId seal;  // As it lies there now: both sides compare it with what they read.
  Fen amount;         // None before it is counted: whoever counts, counts blind.
  BagWhere where = BagWhere::elsewhere;
};
BOOST_DESCRIBE_STRUCT(VanRunBagRow, (), (bag, carriage, compartment, seal, amount, where))

struct VanRunLot {
  supply::TransferId transfer;
  std::vector<supply::Lot> lines;  // As sent, until it is accepted.
  std::optional<Time> accepted_at;
  std::vector<supply::Lot> shortage;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(VanRunLot, (), (transfer, lines, accepted_at, shortage, reason))

// What the outlet ordered, or announced to hand in, that this stop is to fulfil: approved and open,
// needed by the day of the run; or fulfilled by this stop's own deed. The crew's deed names it.
struct VanRunOrder {
  cash_order::OrderId order;
  van_run::Carriage carriage = van_run::Carriage::deliver;
  Fen amount;  // As approved.
  Day needed_on;
  bool fulfilled = false;
};
BOOST_DESCRIBE_STRUCT(VanRunOrder, (), (order, carriage, amount, needed_on, fulfilled))

struct VanRunStop {
  OutletId outlet;
  std::string title;
  std::string address;
  Time from, to;
  Time missed_from;
  std::optional<Time> missed_at;
  std::int64_t minutes_late = 0;  // After the window's end, of a stop that is not reached yet.
  std::vector<VanRunBagRow> bags;
  std::vector<VanRunLot> lots;
  std::vector<VanRunOrder> orders;
  cash::ActId act_in, act_out;  // By which its bags change hands.
  std::vector<van_run::Signatures> signatures;
  std::optional<van_run::Check> check;
  std::optional<van_run::Handed> handed;
  std::optional<Time> left_at;
  std::optional<van_run::PlanB> plan_b;
};
BOOST_DESCRIBE_STRUCT(VanRunStop, (),
                      (outlet, title, address, from, to, missed_from, missed_at, minutes_late, bags,
                       lots, orders, act_in, act_out, signatures, check, handed, left_at, plan_b))

struct VanRunMember {
  PersonId person;
  std::optional<std::string> name;
  AccountId account;
  std::vector<std::string> unfit;  // Why not fit for duty on the day: codes "fit.…".
};
BOOST_DESCRIBE_STRUCT(VanRunMember, (), (person, name, account, unfit))

struct VanRunHappening {
  RunMoment what = RunMoment::planned;
  Time at;
  std::optional<AccountId> by;
  std::optional<OutletId> outlet;
  std::string title;
  std::string detail;  // The guard's reason, plan B's remedy: a word of its own list.
};
BOOST_DESCRIBE_STRUCT(VanRunHappening, (), (what, at, by, outlet, title, detail))

struct VanRunDetail {
  van_run::RunId run;
  Day day;
  VanId van;
  std::string plate;
  van_run::RunKind kind = van_run::RunKind::regular;
  van_run::RunStage stage = van_run::RunStage::planned;
  OutletId depot;
  std::string depot_title;
  std::optional<ZoneId> zone;
  std::string zone_title;
  std::string gate;
  std::string gate_from, gate_to;
  std::optional<Day> pass_from, pass_to;
  std::string permit;
  Time gate_at;
  Fen insured;
  Fen clean, dirty;  // In the van now.
  std::vector<VanRunMember> crew;
  cash::ActId act_load, act_unload;  // By which the centre's bags change hands.
  std::vector<VanRunStop> stops;
  std::vector<VanRunHappening> happened;  // In the order of time.
  std::int64_t version = 0;               // Of "van-run/…".
};
BOOST_DESCRIBE_STRUCT(VanRunDetail, (),
                      (run, day, van, plate, kind, stage, depot, depot_title, zone, zone_title,
                       gate, gate_from, gate_to, pass_from, pass_to, permit, gate_at, insured,
                       clean, dirty, crew, act_load, act_unload, stops, happened, version))

// ---- The board of a day.

struct VanRunWindow {
  OutletId outlet;
  std::string title;
  Time from, to;
  bool arrived = false, left = false, missed = false;
  std::optional<van_run::Remedy> plan_b;
};
BOOST_DESCRIBE_STRUCT(VanRunWindow, (), (outlet, title, from, to, arrived, left, missed, plan_b))

struct VanRunRow {
  van_run::RunId run;
  VanId van;
  std::string plate;
  CityId city;
  van_run::RunKind kind = van_run::RunKind::regular;
  van_run::RunStage stage = van_run::RunStage::planned;
  std::string gate;
  Time gate_at;
  std::vector<VanRunWindow> windows;
  std::optional<std::int64_t> next;  // Of the windows; none when all are left.
  std::int64_t minutes_late = 0;
  Fen clean, dirty;  // In the van now.
  Fen insured;
  std::int64_t missed = 0;  // Windows that wait for plan B.
};
BOOST_DESCRIBE_STRUCT(VanRunRow, (),
                      (run, van, plate, city, kind, stage, gate, gate_at, windows, next,
                       minutes_late, clean, dirty, insured, missed))

struct VanRunsQuery {
  std::optional<Scope> scope;
  std::optional<Day> day;  // Today where absent.
};
BOOST_DESCRIBE_STRUCT(VanRunsQuery, (), (scope, day))

struct VanRuns {
  static constexpr auto name = "van-runs";
  static constexpr Roles roles = cash::cash_crew | command_centres | role_set(Role::auditor);
  using Query = VanRunsQuery;
  Day day;
  std::string time_zone;
  std::vector<VanRunRow> rows;  // Those that are late first, then by the gate.
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(VanRuns, (), (day, time_zone, rows, now, as_of_seq, as_of))
Decision<VanRuns> see(const Viewing&, const VanRunsQuery&);

// ---- One run.

struct VanRunQuery {
  van_run::RunId run;
};
BOOST_DESCRIBE_STRUCT(VanRunQuery, (), (run))

struct VanRunPage {
  static constexpr auto name = "van-run";
  static constexpr Roles roles = VanRuns::roles;
  using Query = VanRunQuery;
  VanRunDetail run;
  std::string time_zone;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(VanRunPage, (), (run, time_zone, now, as_of_seq, as_of))
Decision<VanRunPage> see(const Viewing&, const VanRunQuery&);

// ---- What a crew's telephone and an outlet's tablet need of today.

struct VanCrewQuery {
  AccountId account;  // Whose runs, of the whole day.
};
BOOST_DESCRIBE_STRUCT(VanCrewQuery, (), (account))

struct VanCrew {
  static constexpr auto name = "van-crew";
  static constexpr Roles roles = role_set(Role::van_crew);
  using Query = VanCrewQuery;
  std::vector<VanRunDetail> runs;
  std::string time_zone;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(VanCrew, (), (runs, time_zone, now, as_of_seq, as_of))
Decision<VanCrew> see(const Viewing&, const VanCrewQuery&);

struct VanStopQuery {
  OutletId outlet;
};
BOOST_DESCRIBE_STRUCT(VanStopQuery, (), (outlet))

struct VanStops {
  static constexpr auto name = "van-stops";
  static constexpr Roles roles = cash::cash_crew | command_centres;
  using Query = VanStopQuery;
  OutletId outlet;
  std::vector<VanRunDetail> runs;  // That stop here today; each with this stop only.
  std::vector<PersonId> house;     // Who works here today: two of them sign the book.
  std::string time_zone;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(VanStops, (), (outlet, runs, house, time_zone, now, as_of_seq, as_of))
Decision<VanStops> see(const Viewing&, const VanStopQuery&);

}  // namespace waystation::view
