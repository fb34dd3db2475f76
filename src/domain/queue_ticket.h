#pragma once
// Tickets: taken by service on paper, at the tablet or by phone, for oneself or as a proxy 代取.
// Numbers run by service and day and are never used twice. Whoever fills in a form is parked and
// comes back to the place they had.
#include "domain/queue_state.h"

namespace waystation::queue {

// ---- Take a ticket.

struct Take {
  static constexpr auto name = "queue.take";
  static constexpr Roles roles = outlet_crew | the_public;
  OutletId outlet;
  Service service = Service::cash;
  Priority priority = Priority::ordinary;
  Channel channel = Channel::paper;
  std::optional<Proxy> proxy;
};
BOOST_DESCRIBE_STRUCT(Take, (), (outlet, service, priority, channel, proxy))

struct Taken {
  static constexpr auto name = "queue.taken";
  OutletId outlet;
  TicketId ticket;
  Day day;
  Service service = Service::cash;
  Priority priority = Priority::ordinary;
  Channel channel = Channel::paper;
  std::optional<Proxy> proxy;
  std::optional<BookingId> booking;  // Where an appointment has arrived.
  Time virtual_arrival;
  std::optional<Wait> promised;
};
BOOST_DESCRIBE_STRUCT(Taken, (),
                      (outlet, ticket, day, service, priority, channel, proxy, booking,
                       virtual_arrival, promised))

// The next ticket of a service, for whoever may have one.
Taken next_ticket(const Bank&, const Take&, const std::optional<BookingId>&, Time now);

Decision<Taken> decide(const Bank&, const Take&, const Stamp&);
void apply(Queues&, const Taken&, const Mark&);

// ---- Cancel a ticket: its holder goes home.

struct Cancel {
  static constexpr auto name = "queue.cancel";
  static constexpr Roles roles = outlet_crew | the_public;
  OutletId outlet;
  TicketId ticket;
};
BOOST_DESCRIBE_STRUCT(Cancel, (), (outlet, ticket))

struct Cancelled {
  static constexpr auto name = "queue.cancelled";
  OutletId outlet;
  TicketId ticket;
};
BOOST_DESCRIBE_STRUCT(Cancelled, (), (outlet, ticket))

Decision<Cancelled> decide(const Bank&, const Cancel&, const Stamp&);
void apply(Queues&, const Cancelled&, const Mark&);

// ---- Resume a parked ticket: back in line, at the place it had.

struct Resume {
  static constexpr auto name = "queue.resume";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  TicketId ticket;
};
BOOST_DESCRIBE_STRUCT(Resume, (), (outlet, ticket))

struct Resumed {
  static constexpr auto name = "queue.resumed";
  OutletId outlet;
  TicketId ticket;
};
BOOST_DESCRIBE_STRUCT(Resumed, (), (outlet, ticket))

Decision<Resumed> decide(const Bank&, const Resume&, const Stamp&);
void apply(Queues&, const Resumed&, const Mark&);

// ---- Correct the priority that a ticket claims 更正优先, for a reason.
//
// A ticket from home, or one taken by a relative, says of itself who comes; the door sees it. The
// ticket then stands where it would have stood with the true priority from the start, so nobody
// loses minutes already waited; who was sent back stays sent back. Not while it is called, because
// then the order has been decided.

struct CorrectPriority {
  static constexpr auto name = "queue.correct-priority";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  TicketId ticket;
  Priority priority = Priority::ordinary;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(CorrectPriority, (), (outlet, ticket, priority, reason))

struct PriorityCorrected {
  static constexpr auto name = "queue.priority-corrected";
  OutletId outlet;
  TicketId ticket;
  Priority was = Priority::ordinary;
  Priority priority = Priority::ordinary;
  std::string reason;
  Time virtual_arrival;  // Afterwards.
};
BOOST_DESCRIBE_STRUCT(PriorityCorrected, (),
                      (outlet, ticket, was, priority, reason, virtual_arrival))

// "queue.priority-unchanged", "queue.reason-empty", "queue.ticket-at-window".
Decision<PriorityCorrected> decide(const Bank&, const CorrectPriority&, const Stamp&);
void apply(Queues&, const PriorityCorrected&, const Mark&);

}  // namespace waystation::queue
