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

}  // namespace waystation::queue
