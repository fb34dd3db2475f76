#pragma once
// The roster 排班: who is on duty at an outlet, by teams A/B班 that never meet. Where a plan is in
// force its crews are the roster, with the stand-ins 顶岗 that took somebody's place since;
// elsewhere the manager sets the teams by dates. Arriving and leaving are one tap each. A team
// hands over without contact: the sheet is written from what is open, signed by one of those who
// go, and signed again by one of those who come when nobody who goes is left inside.
#include "domain/fit_for_duty.h"
#include "domain/late_entry.h"

namespace waystation::roster {

using plan::Member;
using plan::Team;

struct Duty {
  Team team = Team::a;
  Day from;
  Day until;
  std::vector<Member> members;
};
BOOST_DESCRIBE_STRUCT(Duty, (), (team, from, until, members))

struct StandIn {
  PersonId out;
  PersonId in;
  Day from;
  Day until;
};
BOOST_DESCRIBE_STRUCT(StandIn, (), (out, in, from, until))

struct Presence {
  PersonId person;
  Time since;
};
BOOST_DESCRIBE_STRUCT(Presence, (), (person, since))

// What is open when a team goes, as a code and how many.
struct OpenItem {
  std::string code;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(OpenItem, (), (code, count))

struct Sheet {
  Team team = Team::a;  // That goes.
  PersonId given_by;
  Time given_at;
  std::vector<OpenItem> items;
  std::string note;
  std::optional<PersonId> taken_by = {};
  std::optional<Time> taken_at = {};
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (team, given_by, given_at, items, note, taken_by, taken_at))

struct CheckIn {
  PersonId person;
  Time at;
};
BOOST_DESCRIBE_STRUCT(CheckIn, (), (person, at))

struct Roster {
  std::vector<Duty> duties;  // By first day; the last few.
  std::vector<StandIn> stand_ins;
  std::vector<Presence> present;
  std::vector<CheckIn> check_ins;  // The last of each.
  std::optional<Sheet> sheet;      // The last one; open until it is taken.
};
BOOST_DESCRIBE_STRUCT(Roster, (), (duties, stand_ins, present, check_ins, sheet))
using Rosters = Table<OutletId, Roster>;

// The team of a day and who is in it; none where neither a plan nor a roster speaks of the day.
std::optional<Duty> duty_on(const Bank&, const OutletId&, Day);
// The other team that is to come, from its first day on, as far as anybody knows.
std::optional<Duty> next_duty(const Bank&, const OutletId&, Day);
// Works here: their home outlet, or in a team or as a substitute.
bool works_at(const Bank&, const OutletId&, const PersonId&, Day);
std::vector<OpenItem> open_items(const Bank&, const OutletId&, Time now);
const CheckIn* last_check_in(const Bank&, const OutletId&, const PersonId&);
const Presence* presence_of(const Bank&, const OutletId&, const PersonId&);

// ---- Set a team for some days, where no plan does.

struct SetTeam {
  static constexpr auto name = "roster.set-team";
  static constexpr Roles roles = managers;
  OutletId outlet;
  Team team = Team::a;
  Day from;
  Day until;
  std::vector<Member> members;
};
BOOST_DESCRIBE_STRUCT(SetTeam, (), (outlet, team, from, until, members))

struct TeamSet {
  static constexpr auto name = "roster.team-set";
  OutletId outlet;
  Team team = Team::a;
  Day from;
  Day until;
  std::vector<Member> members;
};
BOOST_DESCRIBE_STRUCT(TeamSet, (), (outlet, team, from, until, members))

Decision<TeamSet> decide(const Bank&, const SetTeam&, const Stamp&);
void apply(Rosters&, const TeamSet&, const Mark&);

// ---- Put a substitute in somebody's place, until a day.

struct Replace {
  static constexpr auto name = "roster.replace";
  static constexpr Roles roles = managers;
  OutletId outlet;
  PersonId out;
  PersonId in;
  Day until;
  std::optional<Day> from = {};  // Today, or a day to come on which the other is on duty.
};
BOOST_DESCRIBE_STRUCT(Replace, (), (outlet, out, in, until, from))

struct Replaced {
  static constexpr auto name = "roster.replaced";
  OutletId outlet;
  PersonId out;
  PersonId in;
  Day from;
  Day until;
};
BOOST_DESCRIBE_STRUCT(Replaced, (), (outlet, out, in, from, until))

Decision<Replaced> decide(const Bank&, const Replace&, const Stamp&);
void apply(Rosters&, const Replaced&, const Mark&);

// ---- Arrive and leave: one tap.

struct Arrive {
  static constexpr auto name = "roster.arrive";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  PersonId person;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Arrive, (), (outlet, person, occurred_at))

struct Arrived {
  static constexpr auto name = "roster.arrived";
  OutletId outlet;
  PersonId person;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Arrived, (), (outlet, person, occurred_at))

Decision<Arrived> decide(const Bank&, const Arrive&, const Stamp&);
void apply(Rosters&, const Arrived&, const Mark&);

struct Leave {
  static constexpr auto name = "roster.leave";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  PersonId person;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Leave, (), (outlet, person, occurred_at))

struct Left {
  static constexpr auto name = "roster.left";
  OutletId outlet;
  PersonId person;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Left, (), (outlet, person, occurred_at))

Decision<Left> decide(const Bank&, const Leave&, const Stamp&);
void apply(Rosters&, const Left&, const Mark&);

// ---- Check in 报到: whoever says nothing by the hour is asked after.

struct SayReady {
  static constexpr auto name = "roster.check-in";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  PersonId person;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(SayReady, (), (outlet, person, occurred_at))

struct CheckedIn {
  static constexpr auto name = "roster.checked-in";
  OutletId outlet;
  PersonId person;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(CheckedIn, (), (outlet, person, occurred_at))

Decision<CheckedIn> decide(const Bank&, const SayReady&, const Stamp&);
void apply(Rosters&, const CheckedIn&, const Mark&);

// ---- Hand over and take over 无接触交接.

struct HandOver {
  static constexpr auto name = "roster.hand-over";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  PersonId person;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(HandOver, (), (outlet, person, note))

struct HandedOver {
  static constexpr auto name = "roster.handed-over";
  OutletId outlet;
  PersonId person;
  Team team = Team::a;
  std::vector<OpenItem> items;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(HandedOver, (), (outlet, person, team, items, note))

Decision<HandedOver> decide(const Bank&, const HandOver&, const Stamp&);
void apply(Rosters&, const HandedOver&, const Mark&);

struct TakeOver {
  static constexpr auto name = "roster.take-over";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(TakeOver, (), (outlet, person))

struct TakenOver {
  static constexpr auto name = "roster.taken-over";
  OutletId outlet;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(TakenOver, (), (outlet, person))

Decision<TakenOver> decide(const Bank&, const TakeOver&, const Stamp&);
void apply(Rosters&, const TakenOver&, const Mark&);

using Commands =
    boost::mp11::mp_list<SetTeam, Replace, Arrive, Leave, SayReady, HandOver, TakeOver>;

}  // namespace waystation::roster
