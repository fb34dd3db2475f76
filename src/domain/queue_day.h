#pragma once
// A queue's day: it begins with its first ticket or window and ends by closing. Closing never
// wipes: who still waits is carried over to the next day, before everybody of that day, or is
// turned away by name of the ticket. Tickets that are over leave the state; the day's figures stay,
// its events are in the log.
#include "domain/queue_state.h"

namespace waystation::queue {

BOOST_DEFINE_ENUM_CLASS(Remaining, carried_over, turned_away)

// For apply() of what begins a day.
Queue& begin_day(Queues&, const OutletId&, Day, const Mark&);

struct CloseDay {
  static constexpr auto name = "queue.close-day";
  static constexpr Roles roles = managers;
  OutletId outlet;
  Remaining remaining = Remaining::carried_over;
};
BOOST_DESCRIBE_STRUCT(CloseDay, (), (outlet, remaining))

struct DayClosed {
  static constexpr auto name = "queue.day-closed";
  OutletId outlet;
  Day day;
  Remaining remaining = Remaining::carried_over;
  std::vector<TicketId> tickets;  // Those that remained, in the order of their numbers.
};
BOOST_DESCRIBE_STRUCT(DayClosed, (), (outlet, day, remaining, tickets))

Decision<DayClosed> decide(const Bank&, const CloseDay&, const Stamp&);
void apply(Queues&, const DayClosed&, const Mark&);

// Whoever closes the outlet closes its queue's day; who still waits is carried over. Opening again
// the same day goes on.
void apply(Queues&, const outlet::Closed&, const Mark&);
void apply(Queues&, const outlet::Opened&, const Mark&);

}  // namespace waystation::queue
