#pragma once
// Calling 叫号 and what follows at the window. The desk decides one command after the other, so two
// tellers who call at once get two tickets. A call records why it was this ticket: rule, lobby,
// cap, lines; a replay to the event before proves it. A missed number is called `ticket_calls`
// times, sent back `missed_returns` times, then void.
#include "domain/queue_state.h"

namespace waystation::queue {

BOOST_DEFINE_ENUM_CLASS(MissedOutcome, sent_back, voided)

// ---- Call the next ticket to a window.

struct Call {
  static constexpr auto name = "queue.call";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::int32_t window = 1;
};
BOOST_DESCRIBE_STRUCT(Call, (), (outlet, window))

struct Called {
  static constexpr auto name = "queue.called";
  OutletId outlet;
  std::int32_t window = 1;
  TicketId ticket;
  Time virtual_arrival;
  bool holder_inside = false;  // Then the lobby's cap does not matter.
  std::int64_t waiting = 0;    // For the services of this window, with the one called.
  lobby::Occupancy lobby;      // Before the call.
  std::int64_t rule_version = 0;
};
BOOST_DESCRIBE_STRUCT(Called, (),
                      (outlet, window, ticket, virtual_arrival, holder_inside, waiting, lobby,
                       rule_version))

Decision<Called> decide(const Bank&, const Call&, const Stamp&);
void apply(Queues&, const Called&, const Mark&);

// ---- Call the same ticket again.

struct Recall {
  static constexpr auto name = "queue.recall";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::int32_t window = 1;
};
BOOST_DESCRIBE_STRUCT(Recall, (), (outlet, window))

struct Recalled {
  static constexpr auto name = "queue.recalled";
  OutletId outlet;
  std::int32_t window = 1;
  TicketId ticket;
  std::int32_t calls = 2;
};
BOOST_DESCRIBE_STRUCT(Recalled, (), (outlet, window, ticket, calls))

Decision<Recalled> decide(const Bank&, const Recall&, const Stamp&);
void apply(Queues&, const Recalled&, const Mark&);

// ---- Nobody came 过号.

struct Miss {
  static constexpr auto name = "queue.miss";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::int32_t window = 1;
};
BOOST_DESCRIBE_STRUCT(Miss, (), (outlet, window))

struct Missed {
  static constexpr auto name = "queue.missed";
  OutletId outlet;
  std::int32_t window = 1;
  TicketId ticket;
  MissedOutcome outcome = MissedOutcome::sent_back;
  Time virtual_arrival;  // Afterwards.
};
BOOST_DESCRIBE_STRUCT(Missed, (), (outlet, window, ticket, outcome, virtual_arrival))

Decision<Missed> decide(const Bank&, const Miss&, const Stamp&);
void apply(Queues&, const Missed&, const Mark&);

// ---- Serve: the holder stands at the window.

struct Serve {
  static constexpr auto name = "queue.serve";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::int32_t window = 1;
};
BOOST_DESCRIBE_STRUCT(Serve, (), (outlet, window))

struct ServingBegun {
  static constexpr auto name = "queue.serving-begun";
  OutletId outlet;
  std::int32_t window = 1;
  TicketId ticket;
};
BOOST_DESCRIBE_STRUCT(ServingBegun, (), (outlet, window, ticket))

Decision<ServingBegun> decide(const Bank&, const Serve&, const Stamp&);
void apply(Queues&, const ServingBegun&, const Mark&);

// ---- Finish.

struct Finish {
  static constexpr auto name = "queue.finish";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::int32_t window = 1;
};
BOOST_DESCRIBE_STRUCT(Finish, (), (outlet, window))

struct Finished {
  static constexpr auto name = "queue.finished";
  OutletId outlet;
  std::int32_t window = 1;
  TicketId ticket;
};
BOOST_DESCRIBE_STRUCT(Finished, (), (outlet, window, ticket))

Decision<Finished> decide(const Bank&, const Finish&, const Stamp&);
void apply(Queues&, const Finished&, const Mark&);

// ---- Park: the holder fills in a form, and the window is free.

struct Park {
  static constexpr auto name = "queue.park";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::int32_t window = 1;
};
BOOST_DESCRIBE_STRUCT(Park, (), (outlet, window))

struct Parked {
  static constexpr auto name = "queue.parked";
  OutletId outlet;
  std::int32_t window = 1;
  TicketId ticket;
};
BOOST_DESCRIBE_STRUCT(Parked, (), (outlet, window, ticket))

Decision<Parked> decide(const Bank&, const Park&, const Stamp&);
void apply(Queues&, const Parked&, const Mark&);

// ---- Transfer to another service's line. Number and virtual arrival stay, so nobody waits twice.

struct Transfer {
  static constexpr auto name = "queue.transfer";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::int32_t window = 1;
  Service to = Service::cash;
};
BOOST_DESCRIBE_STRUCT(Transfer, (), (outlet, window, to))

struct Transferred {
  static constexpr auto name = "queue.transferred";
  OutletId outlet;
  std::int32_t window = 1;
  TicketId ticket;
  Service to = Service::cash;
};
BOOST_DESCRIBE_STRUCT(Transferred, (), (outlet, window, ticket, to))

Decision<Transferred> decide(const Bank&, const Transfer&, const Stamp&);
void apply(Queues&, const Transferred&, const Mark&);

}  // namespace waystation::queue
