#pragma once
// Cash van runs 运钞任务: one van with a pass of the zone, a crew of at least two people who are
// fit for duty, one gate with its hours, a window of arrival for each stop, and a manifest of bags,
// clean and dirty apart, and of protective lots. A van that enters a sealed zone serves only that
// zone that day, and never carries more than the insurer covers. Bags change hands by the deeds of
// the cash room, with seals and two signatures; a run names them and never moves a note itself.
//
// Money is in fen; clock times are local to the van's city. Sources: docs/explanation/clean-cash.md
// (fixed van, handover 交接, escort 押运: grades S, T and A).
#include "domain/cash_act.h"
#include "domain/supply_transfer.h"
#include "domain/zone.h"

namespace waystation::van_run {

using RunId = Id<struct VanRunKind>;

BOOST_DEFINE_ENUM_CLASS(RunKind, regular, emergency)
BOOST_DEFINE_ENUM_CLASS(RunStage, planned, departed, turned_back, inside, at_stop, returned,
                        cancelled)
BOOST_DEFINE_ENUM_CLASS(Carriage, deliver, collect)  // To the stop, or away from it.
// Why the guard at the gate 卡口 does not let a van in.
BOOST_DEFINE_ENUM_CLASS(GateReason, pass, hours, health, traffic_order, other)
// 备选方案: what is done where a window was missed.
BOOST_DEFINE_ENUM_CLASS(Remedy, next_window, another_van, emergency_run, limit_payouts)

// Who rides: a staff number, and the account of the telephone they sign with.
struct CrewMember {
  PersonId person;
  AccountId account;
};
BOOST_DESCRIBE_STRUCT(CrewMember, (), (person, account))

struct RunBag {
  cash::BagId bag;
  Carriage carriage = Carriage::deliver;
  cash::Compartment compartment = cash::Compartment::clean;
  cash::SealId seal;  // When it was put on the list; the deed compares what is read.
  Fen amount;
};
BOOST_DESCRIBE_STRUCT(RunBag, (), (bag, carriage, compartment, seal, amount))

// What the outlet saw at its door: it is compared with the plan before anybody unlocks.
struct Check {
  std::string plate;
  std::vector<PersonId> crew;
  AccountId by;
  Time at;
};
BOOST_DESCRIBE_STRUCT(Check, (), (plate, crew, by, at))

// The line of the handover book 交接登记簿: two people at each end, face to face.
struct Handed {
  std::vector<PersonId> crew, house;
  std::vector<cash::ActId> acts;
  std::vector<cash::BagId> exceptions;  // Listed, and not moved.
  std::string reason;                   // Of the exceptions.
  AccountId by;
  Time at;
};
BOOST_DESCRIBE_STRUCT(Handed, (), (crew, house, acts, exceptions, reason, by, at))

// The two signatures under the deed of a stop, as the cash room recorded them.
struct Signatures {
  Carriage carriage = Carriage::deliver;
  AccountId first_by;
  Time first_at;
  std::optional<AccountId> second_by = {};
  std::optional<Time> second_at = {};
};
BOOST_DESCRIBE_STRUCT(Signatures, (), (carriage, first_by, first_at, second_by, second_at))

struct PlanB {
  Remedy remedy = Remedy::next_window;
  Time due;  // When it must have helped.
  std::optional<RunId> replacement;
  std::string note;
  AccountId by;
  Time at;
};
BOOST_DESCRIBE_STRUCT(PlanB, (), (remedy, due, replacement, note, by, at))

struct Stop {
  OutletId outlet;
  TimeOfDay from, to;  // The window of arrival.
  std::vector<RunBag> bags;
  std::vector<supply::TransferId> transfers;
  std::optional<Check> check = {};
  std::optional<Handed> handed = {};
  std::optional<Time> left_at = {};
  std::optional<PlanB> plan_b = {};
  std::vector<Signatures> signatures = {};
};
BOOST_DESCRIBE_STRUCT(Stop, (),
                      (outlet, from, to, bags, transfers, check, handed, left_at, plan_b,
                       signatures))

// One try at the gate; without a reason the van was let in.
struct GateTry {
  std::optional<GateReason> refused;
  std::string note;
  AccountId by;
  Time at;
};
BOOST_DESCRIBE_STRUCT(GateTry, (), (refused, note, by, at))

struct Signed {
  AccountId by;
  Time at;
};
BOOST_DESCRIBE_STRUCT(Signed, (), (by, at))

struct Run {
  Day day;
  VanId van;
  RunKind kind = RunKind::regular;
  OutletId depot;              // The cash centre it leaves from and returns to.
  std::optional<ZoneId> zone;  // None: no stop lies inside a seal.
  std::string gate;
  TimeOfDay gate_at;             // When it is to be there.
  TimeOfDay gate_from, gate_to;  // The hours of its pass.
  Fen insured;
  std::string permit;  // The command office's paper for an emergency run.
  std::vector<CrewMember> crew;
  std::vector<Stop> stops;  // In the order of driving.
  RunStage stage = RunStage::planned;
  Signed planned;
  std::optional<Signed> departed = {};
  std::vector<GateTry> gate_tries = {};
  std::optional<Signed> ended = {};  // Returned or cancelled.
  std::string cancel_reason = {};
};
BOOST_DESCRIBE_STRUCT(Run, (),
                      (day, van, kind, depot, zone, gate, gate_at, gate_from, gate_to, insured,
                       permit, crew, stops, stage, planned, departed, gate_tries, ended,
                       cancel_reason))
using Runs = Table<RunId, Run>;

// When it happened, or where the words do not say so, when it was recorded.
Time moment_of(const auto& recorded, const Mark& mark) {
  return recorded.occurred_at.value_or(mark.at);
}

template <class Test> bool any_run(const Runs& runs, Test test) {
  for (const auto& [id, run] : runs)
    if (test(run)) return true;
  return false;
}

inline constexpr std::size_t least_crew = 2;       // 双人押运: nobody rides alone.
inline constexpr std::size_t longest_run_id = 40;  // The deeds of its stops are named after it.

// ---- What follows from a run.

bool is_over(const Run&);
const std::string& time_zone_of(const Bank&, const Run&);
const Stop* stop_at(const Run&, const OutletId&);
// The first stop that is not left; null where there is none.
const Stop* next_stop(const Run&);
// The deed by which bags of a stop change hands: both sides know its name without a line.
cash::ActId act_of(const RunId&, const OutletId&, Carriage);
// Takes note of who signed it.
void apply(Runs&, const cash::Proposed&, const Mark&);
void apply(Runs&, const cash::Confirmed&, const Mark&);
// When the window of a stop counts as missed, by the grace of the policy.
Time missed_from(const Bank&, const Run&, const Stop&);
// Since when it is missed, by time alone or because the run ended before; none: not missed.
std::optional<Time> missed_at(const Bank&, const Run&, const Stop&, Time now);
// Whether another run has served the outlet since plan B was decided.
bool is_remedied(const Bank&, const Stop&);
// The most fen that lie in the van between two stops.
Fen peak_load(const std::vector<Stop>&);

// ---- The shared rules of the commands of one run.

inline constexpr Roles planners = command_centres | role_set(Role::cash_centre);
inline constexpr Roles drivers = role_set(Role::cash_centre, Role::van_crew);

Scope scope_of_run(const Bank&, const RunId&);
// "van-run.unknown", "van-run.not-of-crew", and "late-entry.…" of the depot.
std::optional<Refusal> refuse_run(const Bank&, const RunId&, const std::optional<Time>& occurred_at,
                                  const Stamp&);
Refusal wrong_stage(const Run&);
// Codes of bars on the day, or with `now` of everything that is asked on the day itself.
std::optional<Refusal> refuse_unfit(const Bank&, const Run&, std::optional<Time> now);

}  // namespace waystation::van_run
