#pragma once
// Plans: proposed by a planner run, signed by the three levels (outlet → city → province), then in
// force. A plan that changes is a new plan with a new id; the old one stays readable, and any two
// can be compared. Pins are the command's own word: an outlet must open or must stay shut, a person
// is excluded (H14).
#include "domain/plan_document.h"

namespace waystation::plan {

BOOST_DEFINE_ENUM_CLASS(Status, proposed, approved, returned, superseded)
BOOST_DEFINE_ENUM_CLASS(PinKind, must_open, must_stay_shut, person_excluded)

struct Plan {
  PlanDocument document;
  Status status = Status::proposed;
  Time proposed_at;
  AccountId proposed_by;
};
BOOST_DESCRIBE_STRUCT(Plan, (), (document, status, proposed_at, proposed_by))
using Plans = Table<PlanId, Plan>;

struct Pin {
  PinKind kind = PinKind::must_open;
  std::string target;  // Outlet or person.
  std::string reason;
  Day until;  // The last day it binds.
  AccountId by;
};
BOOST_DESCRIBE_STRUCT(Pin, (), (kind, target, reason, until, by))
using Pins = Table<std::string, Pin>;  // By target.

// The approved plan that covers an outlet on a day, or none.
const Plan* in_force(const Bank&, const OutletId&, Day);
const OutletPlan* outlet_plan(const PlanDocument&, const OutletId&);
// People of the team that the plan puts on duty at an outlet on a day; empty where it is shut.
std::vector<Member> on_duty(const PlanDocument&, const OutletId&, Day);
// The plan in force names the person in one of the outlet's crews or as a substitute there.
bool is_posted(const Bank&, const OutletId&, const PersonId&, Day);

// ---- Propose.

struct Propose {
  static constexpr auto name = "plan.propose";
  static constexpr Roles roles = command_centres;
  PlanId plan;
  PlanDocument document;
};
BOOST_DESCRIBE_STRUCT(Propose, (), (plan, document))

struct Proposed {
  static constexpr auto name = "plan.proposed";
  PlanId plan;
  PlanDocument document;
};
BOOST_DESCRIBE_STRUCT(Proposed, (), (plan, document))

Scope scope_of(const Bank&, const Propose&);
Decision<Proposed> decide(const Bank&, const Propose&, const Stamp&);
void apply(Plans&, const Proposed&, const Mark&);

// ---- Pin and unpin.

struct SetPin {
  static constexpr auto name = "plan.pin";
  static constexpr Roles roles = command_centres;
  PinKind kind = PinKind::must_open;
  std::string target;
  std::string reason;
  Day until;
};
BOOST_DESCRIBE_STRUCT(SetPin, (), (kind, target, reason, until))

struct Pinned {
  static constexpr auto name = "plan.pinned";
  PinKind kind = PinKind::must_open;
  std::string target;
  std::string reason;
  Day until;
};
BOOST_DESCRIBE_STRUCT(Pinned, (), (kind, target, reason, until))

Scope scope_of(const Bank&, const SetPin&);
Decision<Pinned> decide(const Bank&, const SetPin&, const Stamp&);
void apply(Pins&, const Pinned&, const Mark&);

struct Unpin {
  static constexpr auto name = "plan.unpin";
  static constexpr Roles roles = command_centres;
  std::string target;
};
BOOST_DESCRIBE_STRUCT(Unpin, (), (target))

struct Unpinned {
  static constexpr auto name = "plan.unpinned";
  std::string target;
};
BOOST_DESCRIBE_STRUCT(Unpinned, (), (target))

Scope scope_of(const Bank&, const Unpin&);
Decision<Unpinned> decide(const Bank&, const Unpin&, const Stamp&);
void apply(Pins&, const Unpinned&, const Mark&);

using Commands = boost::mp11::mp_list<Propose, SetPin, Unpin>;

}  // namespace waystation::plan
