#pragma once
// The way of a run: it departs, is let in at the gate or turned back, and returns. Each may be
// recorded afterwards with the moment at which it happened.
#include "domain/van_run_plan.h"

namespace waystation::van_run {

// ---- Depart: the crew is fit on the day itself, the van was disinfected within the time that the
// policy lets, and what lies in it is what the list says. "van-run.wrong-stage",
// "van-run.not-today", "van-run.person-unfit", "van-run.not-disinfected", "van-run.not-loaded",
// "van-run.not-on-list".

struct Depart {
  static constexpr auto name = "van-run.depart";
  static constexpr Roles roles = drivers;
  RunId run;
  Time disinfected_at;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Depart, (), (run, disinfected_at, occurred_at))

struct Departed {
  static constexpr auto name = "van-run.departed";
  RunId run;
  Time disinfected_at;
  Fen clean, dirty;  // As it leaves.
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Departed, (), (run, disinfected_at, clean, dirty, occurred_at))

Scope scope_of(const Bank&, const Depart&);
Decision<Departed> decide(const Bank&, const Depart&, const Stamp&);
void apply(Runs&, const Departed&, const Mark&);

// ---- At the gate, within the hours of the pass; an emergency run has its permit.
// "van-run.no-gate", "van-run.wrong-stage", "van-run.gate-shut".

struct PassGate {
  static constexpr auto name = "van-run.pass-gate";
  static constexpr Roles roles = drivers;
  RunId run;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(PassGate, (), (run, occurred_at))

struct AtGate {
  static constexpr auto name = "van-run.at-gate";
  RunId run;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(AtGate, (), (run, occurred_at))

Scope scope_of(const Bank&, const PassGate&);
Decision<AtGate> decide(const Bank&, const PassGate&, const Stamp&);
void apply(Runs&, const AtGate&, const Mark&);

// ---- Turned back at the gate, with the guard's reason; it may try again.

struct TurnBack {
  static constexpr auto name = "van-run.turn-back";
  static constexpr Roles roles = drivers;
  RunId run;
  GateReason reason = GateReason::other;
  std::string note;  // Required with `other`.
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(TurnBack, (), (run, reason, note, occurred_at))

struct RefusedAtGate {
  static constexpr auto name = "van-run.refused-at-gate";
  RunId run;
  GateReason reason = GateReason::other;
  std::string note;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(RefusedAtGate, (), (run, reason, note, occurred_at))

Scope scope_of(const Bank&, const TurnBack&);
Decision<RefusedAtGate> decide(const Bank&, const TurnBack&, const Stamp&);
void apply(Runs&, const RefusedAtGate&, const Mark&);

// ---- Return to the cash centre.

struct Return {
  static constexpr auto name = "van-run.return";
  static constexpr Roles roles = drivers;
  RunId run;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Return, (), (run, occurred_at))

struct Returned {
  static constexpr auto name = "van-run.returned";
  RunId run;
  Fen clean, dirty;  // Still in the van.
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Returned, (), (run, clean, dirty, occurred_at))

Scope scope_of(const Bank&, const Return&);
Decision<Returned> decide(const Bank&, const Return&, const Stamp&);
void apply(Runs&, const Returned&, const Mark&);

}  // namespace waystation::van_run
