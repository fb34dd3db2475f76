#pragma once
// Disinfection rounds 消杀: who treated which touch points with what, how strong and for how long. A round weaker or
// shorter than the policy asks is refused, not recorded: it did not disinfect.
#include "domain/room.h"

namespace waystation::disinfection {

BOOST_DEFINE_ENUM_CLASS(Agent, chlorine, alcohol)
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
};
BOOST_DESCRIBE_STRUCT(Round, (),
                      (at, by, agent, batch, concentration, contact_minutes, touch_points))

// The last rounds of an outlet, newest last; older ones are in the log.
inline constexpr std::size_t rounds_kept = 32;
struct Rounds {
  std::vector<Round> last;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Rounds, (), (last, count))
using Disinfections = Table<OutletId, Rounds>;

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
};
BOOST_DESCRIBE_STRUCT(Record, (),
                      (outlet, agent, batch, concentration, contact_minutes, touch_points,
                       wipes_used))

struct Recorded {
  static constexpr auto name = "disinfection.recorded";
  OutletId outlet;
  Agent agent = Agent::chlorine;
  std::string batch;
  std::int32_t concentration = 0;
  std::int32_t contact_minutes = 0;
  std::vector<TouchPoint> touch_points;
  std::int32_t wipes_used = 0;
};
BOOST_DESCRIBE_STRUCT(Recorded, (),
                      (outlet, agent, batch, concentration, contact_minutes, touch_points,
                       wipes_used))

Decision<Recorded> decide(const Bank&, const Record&, const Stamp&);
void apply(Disinfections&, const Recorded&, const Mark&);

using Commands = boost::mp11::mp_list<Record>;

}  // namespace waystation::disinfection
