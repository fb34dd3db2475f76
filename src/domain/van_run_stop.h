#pragma once
// A stop: the outlet checks van and crew before it opens, both sides hand over by the deeds of the
// cash room, and the van leaves. Where the window was missed, the city's cash centre or command
// decides on plan B 备选方案.
#include "domain/van_run_way.h"

namespace waystation::van_run {

// ---- Arrive: given by the outlet, from behind its locked door. "van-run.no-stop-here",
// "van-run.wrong-stage", "van-run.plate-mismatch", "van-run.crew-too-few", "van-run.crew-mismatch".

struct Arrive {
  static constexpr auto name = "van-run.arrive";
  static constexpr Roles roles = cash::cash_crew;
  RunId run;
  OutletId outlet;
  std::string plate;           // As read.
  std::vector<PersonId> crew;  // As their papers say.
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Arrive, (), (run, outlet, plate, crew, occurred_at))

struct Arrived {
  static constexpr auto name = "van-run.arrived";
  RunId run;
  OutletId outlet;
  std::string plate;
  std::vector<PersonId> crew;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Arrived, (), (run, outlet, plate, crew, occurred_at))

Decision<Arrived> decide(const Bank&, const Arrive&, const Stamp&);
void apply(Runs&, const Arrived&, const Mark&);

// ---- Hand over: the line of the book, once the deeds have moved every bag of the list, or it is
// named with a reason. "van-run.not-at-stop", "van-run.two-at-each-end", "van-run.crew-mismatch",
// "van-run.not-of-house", "van-run.not-moved", "van-run.reason-missing".

struct HandOver {
  static constexpr auto name = "van-run.hand-over";
  static constexpr Roles roles = cash::cash_crew;
  RunId run;
  OutletId outlet;
  std::vector<PersonId> crew, house;
  std::vector<cash::BagId> exceptions;
  std::string reason;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(HandOver, (), (run, outlet, crew, house, exceptions, reason, occurred_at))

struct HandedOver {
  static constexpr auto name = "van-run.handed-over";
  RunId run;
  OutletId outlet;
  std::vector<PersonId> crew, house;
  std::vector<cash::ActId> acts;
  std::vector<cash::BagId> exceptions;
  std::string reason;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(HandedOver, (),
                      (run, outlet, crew, house, acts, exceptions, reason, occurred_at))

Decision<HandedOver> decide(const Bank&, const HandOver&, const Stamp&);
void apply(Runs&, const HandedOver&, const Mark&);

// ---- Leave the stop, handed over. "van-run.not-handed-over".

struct Leave {
  static constexpr auto name = "van-run.leave";
  static constexpr Roles roles = role_set(Role::van_crew) | cash::cash_crew;
  RunId run;
  OutletId outlet;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Leave, (), (run, outlet, occurred_at))

struct Left {
  static constexpr auto name = "van-run.left";
  RunId run;
  OutletId outlet;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Left, (), (run, outlet, occurred_at))

Decision<Left> decide(const Bank&, const Leave&, const Stamp&);
void apply(Runs&, const Left&, const Mark&);

// ---- Plan B for a stop whose window was missed. "van-run.not-missed", "van-run.due-past",
// "van-run.replacement-missing".

struct DecidePlanB {
  static constexpr auto name = "van-run.plan-b";
  static constexpr Roles roles = planners;
  RunId run;
  OutletId outlet;
  Remedy remedy = Remedy::next_window;
  Time due;
  std::optional<RunId> replacement = {};  // Required for another van and an emergency run.
  std::string note;
};
BOOST_DESCRIBE_STRUCT(DecidePlanB, (), (run, outlet, remedy, due, replacement, note))

struct PlanBDecided {
  static constexpr auto name = "van-run.plan-b-decided";
  RunId run;
  OutletId outlet;
  Remedy remedy = Remedy::next_window;
  Time due;
  std::optional<RunId> replacement = {};
  std::string note;
};
BOOST_DESCRIBE_STRUCT(PlanBDecided, (), (run, outlet, remedy, due, replacement, note))

Decision<PlanBDecided> decide(const Bank&, const DecidePlanB&, const Stamp&);
void apply(Runs&, const PlanBDecided&, const Mark&);

using Commands = boost::mp11::mp_list<Plan, ListBags, Cancel, Depart, PassGate, TurnBack, Return,
                                      Arrive, HandOver, Leave, DecidePlanB>;

}  // namespace waystation::van_run
