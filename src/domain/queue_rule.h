#pragma once
// The calling rule as it is printed on the wall, and what follows from it: who is next at a window,
// why nobody is, and how many stand before a ticket. `queue.call` and the views ask the same
// functions.
#include "domain/queue_state.h"

namespace waystation::queue {

struct HeadStart {
  Priority priority = Priority::ordinary;
  std::int64_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(HeadStart, (), (priority, minutes))

struct CallingRule {
  std::int64_t version = 0;  // Of the policy set.
  std::vector<HeadStart> head_starts;
  std::int64_t appointment_minutes = 0;
  std::int64_t longest_head_start_minutes =
      0;  // How long others can still come before an ordinary ticket.
  std::int64_t calls = 0;
  std::int64_t back_places = 0;
  std::int64_t returns = 0;
  lobby::Cap cap;
};
BOOST_DESCRIBE_STRUCT(CallingRule, (),
                      (version, head_starts, appointment_minutes, longest_head_start_minutes, calls,
                       back_places, returns, cap))

CallingRule calling_rule(const Bank&, const OutletId&, Day);
std::int64_t head_start_minutes(const Bank&, const OutletId&, Day, Priority, bool booked);

// Why no ticket can be handled now, whoever asks: "outlet.unknown", "outlet.no-counter",
// "outlet.not-open", "queue.clock-behind", "queue.day-not-closed", "queue.day-over".
std::optional<Refusal> refuse_outlet(const Bank&, const OutletId&);
std::optional<Refusal> refuse_day(const Bank&, const OutletId&, Time now);
std::optional<Refusal> refuse_clock(const Bank&, const OutletId&, Time now);

// Why this window calls nobody now; the same codes as the refusals of `queue.call`.
std::optional<Refusal> why_nobody_callable(const Bank&, const OutletId&, std::int32_t window,
                                           Time now);

struct Next {
  TicketId ticket;
  bool inside = false;
};
// The ticket that this window calls next, or none.
std::optional<Next> next_at(const Bank&, const OutletId&, std::int32_t window, Time now);
std::int64_t waiting_for(const Queue&, const Window&);

// Waiting tickets that are called before this one wherever both are served. O(their number).
std::int64_t people_before(const Bank&, const OutletId&, const TicketId&);
std::vector<std::int64_t> ahead_by_service(const Queue&, const TicketId&);
// For the door: whether a ticket that waits outside is one of the first so many there. Others may
// pass.
bool is_among_first_outside(const Bank&, const OutletId&, const TicketId&, std::int64_t first);
// The virtual arrival that puts a missed ticket so many places back in its line.
Time behind(const Queue&, const TicketId&, std::int64_t places);

}  // namespace waystation::queue
