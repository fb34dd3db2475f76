#pragma once
// Disinfection rounds 消杀: who treated which touch points with what, how strong and for how long.
// A round weaker or shorter than the policy asks is refused, not recorded: it did not disinfect. A
// round is begun and finished under the clock, or recorded afterwards in the crew's own words.
#include "domain/late_entry.h"

namespace waystation::disinfection {

using RoundId = Id<struct RoundKind>;

BOOST_DEFINE_ENUM_CLASS(Agent, chlorine, alcohol)
BOOST_DEFINE_ENUM_CLASS(Form, liquid, tablet)     // As it is stored: millilitres or pieces.
BOOST_DEFINE_ENUM_CLASS(Kind, routine, terminal)  // Terminal 终末消毒: after an incident.
BOOST_DEFINE_ENUM_CLASS(TouchPoint, counter, pin_pad, pen, queue_machine, note_counter, atm_keypad,
                        atm_slot, seat, door_handle, form_desk, signature_pad, floor)

struct Round {
  Time at;
  AccountId by;
  Agent agent = Agent::chlorine;
  std::string batch;
  std::int32_t concentration = 0;  // mg/L of available chlorine, or per cent of alcohol.
  std::int32_t contact_minutes = 0;
  std::vector<TouchPoint> touch_points;
  std::optional<Kind> kind = {};             // Routine where absent.
  std::optional<std::int32_t> machine = {};  // Of the outlet's machines, the first is 1.
  std::optional<std::string> exception = {};
};
BOOST_DESCRIBE_STRUCT(Round, (),
                      (at, by, agent, batch, concentration, contact_minutes, touch_points, kind,
                       machine, exception))

// Begun and not finished: the agent is on the surfaces.
struct OpenRound {
  RoundId round;
  Time begun_at;
  AccountId by;
  Agent agent = Agent::chlorine;
  std::string batch;
  std::int32_t concentration = 0;
  std::vector<TouchPoint> touch_points;
  std::optional<Kind> kind;
  std::optional<std::int32_t> machine;
};
BOOST_DESCRIBE_STRUCT(OpenRound, (),
                      (round, begun_at, by, agent, batch, concentration, touch_points, kind,
                       machine))

// When a touch point was last treated: of one machine, or all of its kind.
struct Treated {
  TouchPoint touch_point = TouchPoint::counter;
  std::optional<std::int32_t> machine;
  Time at;
};
BOOST_DESCRIBE_STRUCT(Treated, (), (touch_point, machine, at))

struct Airing {
  Time at;
  std::int32_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(Airing, (), (at, minutes))

// The last rounds of an outlet, newest last; older ones are in the log.
inline constexpr std::size_t rounds_kept = 32;
inline constexpr std::size_t airings_kept = 16;
struct Rounds {
  std::vector<Round> last;
  std::int64_t count = 0;
  std::vector<OpenRound> open;
  std::vector<Treated> treated;
  std::vector<Airing> airings;
  std::optional<Time> terminal_at;
};
BOOST_DESCRIBE_STRUCT(Rounds, (), (last, count, open, treated, airings, terminal_at))
using Disinfections = Table<OutletId, Rounds>;

// ---- Record a round afterwards.

struct Record {
  static constexpr auto name = "disinfection.record";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  Agent agent = Agent::chlorine;
  std::string batch;
  std::int32_t concentration = 0;
  std::int32_t contact_minutes = 0;
  std::vector<TouchPoint> touch_points;
  std::int32_t wipes_used = 0;
  std::optional<Kind> kind = {};
  std::optional<std::int32_t> machine = {};
  std::optional<Form> form = {};
  std::optional<std::int64_t> agent_used = {};  // From the batch on the shelf.
  std::optional<std::string> exception = {};
  std::optional<Time> occurred_at = {};  // When it was finished.
};
BOOST_DESCRIBE_STRUCT(Record, (),
                      (outlet, agent, batch, concentration, contact_minutes, touch_points,
                       wipes_used, kind, machine, form, agent_used, exception, occurred_at))

struct Recorded {
  static constexpr auto name = "disinfection.recorded";
  OutletId outlet;
  Agent agent = Agent::chlorine;
  std::string batch;
  std::int32_t concentration = 0;
  std::int32_t contact_minutes = 0;
  std::vector<TouchPoint> touch_points;
  std::int32_t wipes_used = 0;
  std::optional<Kind> kind = {};
  std::optional<std::int32_t> machine = {};
  std::optional<Form> form = {};
  std::optional<std::int64_t> agent_used = {};
  std::optional<std::string> exception = {};
  std::optional<Time> occurred_at = {};
  std::optional<Day> on = {};  // Where something was taken from the shelf.
};
BOOST_DESCRIBE_STRUCT(Recorded, (),
                      (outlet, agent, batch, concentration, contact_minutes, touch_points,
                       wipes_used, kind, machine, form, agent_used, exception, occurred_at, on))

Decision<Recorded> decide(const Bank&, const Record&, const Stamp&);
void apply(Disinfections&, const Recorded&, const Mark&);

// ---- Begin a round: the agent is mixed and on the surfaces. A tablet without a line says later
// when that was.

struct Begin {
  static constexpr auto name = "disinfection.begin";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  RoundId round;
  Agent agent = Agent::chlorine;
  std::string batch;
  std::int32_t concentration = 0;
  std::vector<TouchPoint> touch_points;
  std::optional<Kind> kind = {};
  std::optional<std::int32_t> machine = {};
  std::optional<Form> form = {};
  std::optional<std::int64_t> agent_used = {};
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Begin, (),
                      (outlet, round, agent, batch, concentration, touch_points, kind, machine,
                       form, agent_used, occurred_at))

struct Begun {
  static constexpr auto name = "disinfection.begun";
  OutletId outlet;
  RoundId round;
  Agent agent = Agent::chlorine;
  std::string batch;
  std::int32_t concentration = 0;
  std::vector<TouchPoint> touch_points;
  std::optional<Kind> kind = {};
  std::optional<std::int32_t> machine = {};
  std::optional<Form> form = {};
  std::optional<std::int64_t> agent_used = {};
  std::optional<Day> on = {};
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Begun, (),
                      (outlet, round, agent, batch, concentration, touch_points, kind, machine,
                       form, agent_used, on, occurred_at))

Decision<Begun> decide(const Bank&, const Begin&, const Stamp&);
void apply(Disinfections&, const Begun&, const Mark&);

// ---- Finish it: refused before the contact time is over.

struct Finish {
  static constexpr auto name = "disinfection.finish";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  RoundId round;
  std::int32_t wipes_used = 0;
  std::optional<std::string> exception = {};
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Finish, (), (outlet, round, wipes_used, exception, occurred_at))

struct Finished {
  static constexpr auto name = "disinfection.finished";
  OutletId outlet;
  RoundId round;
  std::int32_t contact_minutes = 0;
  std::int32_t wipes_used = 0;
  std::optional<std::string> exception = {};
  std::optional<Day> on = {};
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Finished, (),
                      (outlet, round, contact_minutes, wipes_used, exception, on, occurred_at))

Decision<Finished> decide(const Bank&, const Finish&, const Stamp&);
void apply(Disinfections&, const Finished&, const Mark&);

// ---- Abandon it: it was disturbed, and did not disinfect. What was mixed is used up all the same.

struct Abandon {
  static constexpr auto name = "disinfection.abandon";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  RoundId round;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Abandon, (), (outlet, round, reason))

struct Abandoned {
  static constexpr auto name = "disinfection.abandoned";
  OutletId outlet;
  RoundId round;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Abandoned, (), (outlet, round, reason))

Decision<Abandoned> decide(const Bank&, const Abandon&, const Stamp&);
void apply(Disinfections&, const Abandoned&, const Mark&);

// ---- Air the rooms 通风.

struct Ventilate {
  static constexpr auto name = "disinfection.ventilate";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::int32_t minutes = 0;
  std::optional<Time> occurred_at = {};  // When the windows were closed again.
};
BOOST_DESCRIBE_STRUCT(Ventilate, (), (outlet, minutes, occurred_at))

struct Ventilated {
  static constexpr auto name = "disinfection.ventilated";
  OutletId outlet;
  std::int32_t minutes = 0;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Ventilated, (), (outlet, minutes, occurred_at))

Decision<Ventilated> decide(const Bank&, const Ventilate&, const Stamp&);
void apply(Disinfections&, const Ventilated&, const Mark&);

using Commands = boost::mp11::mp_list<Record, Begin, Finish, Abandon, Ventilate>;

}  // namespace waystation::disinfection
