#pragma once
// The plan of disinfection 消毒频次: which touch points are due when, by the level of the outlet's
// place. Normal days ask for rounds a day; raised, where the city has cases, for more, and the pads
// after each customer; a seal for one every two hours and one after closing. The clocks run at the
// upper level: an outlet that is silent is overdue all the same.
#include "domain/disinfection.h"

namespace waystation::disinfection {

BOOST_DEFINE_ENUM_CLASS(Alert, normal, raised, sealed)

// Inside a seal; in a city with a seal or a medium or high risk area; or what an order asks for
// beyond that.
Alert alert_of(const Bank&, const OutletId&, Time now);

struct Duty {
  TouchPoint touch_point = TouchPoint::counter;
  std::int64_t interval_minutes = 0;
  bool per_customer = false;  // And after each customer 一客一消毒.
};
BOOST_DESCRIBE_STRUCT(Duty, (), (touch_point, interval_minutes, per_customer))

// What the level asks of each touch point that the outlet has.
std::vector<Duty> plan_of(const Bank&, const OutletId&, Time now);

struct Clock {
  TouchPoint touch_point = TouchPoint::counter;
  std::optional<std::int32_t> machine;
  std::optional<Time> last;  // Treated.
  Time due;
  bool per_customer = false;
};
BOOST_DESCRIBE_STRUCT(Clock, (), (touch_point, machine, last, due, per_customer))

// The clocks that run now, the first due first: of the counters while they serve and, inside a
// seal, till the round after closing; of the machines while self-service is on.
std::vector<Clock> clocks(const Bank&, const OutletId&, Time now);
std::vector<Clock> overdue(const Bank&, const OutletId&, Time now);

// What the gate asks for before opening: every touch point of the plan, those of each machine that
// serves for itself, treated no longer ago than the policy lets a round count.
struct Surface {
  TouchPoint touch_point = TouchPoint::counter;
  std::optional<std::int32_t> machine;
};
BOOST_DESCRIBE_STRUCT(Surface, (), (touch_point, machine))
std::vector<Surface> untreated(const Bank&, const OutletId&, Time now);
std::string listed(const std::vector<Surface>&);  // "pen, atm_slot 2": for a fact.

// Since the last suspicion that nobody cleared there was no terminal disinfection.
bool is_terminal_outstanding(const Bank&, const OutletId&);

// The airings of the outlet's day so far, and how many the policy asks for by this hour.
struct Airings {
  std::int64_t done = 0;
  std::int64_t due = 0;
  std::int64_t per_day = 0;
  std::optional<Time> next;  // When the next is due; none once all are done, or while closed.
};
BOOST_DESCRIBE_STRUCT(Airings, (), (done, due, per_day, next))
Airings airings_today(const Bank&, const OutletId&, Time now);

// Wiping a pen or a pad after a customer is no round.
bool is_round(const Round&);

// When the last round was done, whatever it left out; none where none is on record.
std::optional<Time> last_round(const Bank&, const OutletId&);

// For the public page behind the code on the door or the machine: when each surface was last
// treated. Without a machine all of the outlet, with one only what is its own.
std::vector<Treated> last_treated(const Bank&, const OutletId&,
                                  std::optional<std::int32_t> machine = {});

}  // namespace waystation::disinfection
