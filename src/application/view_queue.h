#pragma once
// The queue of an outlet: what its crew, its hall display and one ticket's holder see. No name
// stands in it; a ticket is a number.
#include "application/view.h"

namespace waystation::view {

struct QueueQuery {
  OutletId outlet;
  std::optional<TicketId> ticket;  // Whose place and wait are asked for.
};
BOOST_DESCRIBE_STRUCT(QueueQuery, (), (outlet, ticket))

struct WindowNow {
  std::int32_t window = 0;
  queue::WindowState state = queue::WindowState::closed;
  std::vector<queue::Service> services;
  std::optional<queue::PauseReason> paused_for;
  std::optional<TicketId> ticket;  // Called or served here now.
  bool serving = false;
  std::optional<TicketId> next;  // Whom it would call now.
  std::string why_nobody;        // Else the code of the refusal.
};
BOOST_DESCRIBE_STRUCT(WindowNow, (),
                      (window, state, services, paused_for, ticket, serving, next, why_nobody))

struct TicketShown {
  TicketId ticket;
  queue::Service service = queue::Service::cash;
  queue::Priority priority = queue::Priority::ordinary;
  std::int32_t card_holders = 0;  // For whom its holder comes as a proxy; 0: for himself.
  bool booked = false;
  bool inside = false;
  bool carried = false;
  queue::Stage stage = queue::Stage::waiting;
  std::int32_t window = 0;
  Time taken_at;
};
BOOST_DESCRIBE_STRUCT(TicketShown, (),
                      (ticket, service, priority, card_holders, booked, inside, carried, stage,
                       window, taken_at))

struct ServiceNow {
  queue::Service service = queue::Service::cash;
  std::int64_t waiting = 0;
  std::optional<queue::Wait> wait;  // Of somebody who takes a ticket now; none without a window.
};
BOOST_DESCRIBE_STRUCT(ServiceNow, (), (service, waiting, wait))

struct CallShown {
  TicketId ticket;
  std::int32_t window = 0;
  Time at;
};
BOOST_DESCRIBE_STRUCT(CallShown, (), (ticket, window, at))

// The place of the ticket that was asked for.
struct PlaceInQueue {
  TicketShown ticket;
  std::int64_t before = 0;
  std::optional<queue::Wait> wait;
  bool may_enter = false;  // There is a place in the lobby, and no one who waits outside is before.
};
BOOST_DESCRIBE_STRUCT(PlaceInQueue, (), (ticket, before, wait, may_enter))

struct DayFigures {
  std::int32_t taken = 0;
  std::int32_t served = 0;
  std::int32_t voided = 0;
  std::int32_t no_shows = 0;
  std::optional<std::int32_t> wait_p50_minutes;
  std::optional<std::int32_t> wait_p90_minutes;
  std::optional<std::int32_t> promise_kept_permille;
};
BOOST_DESCRIBE_STRUCT(DayFigures, (),
                      (taken, served, voided, no_shows, wait_p50_minutes, wait_p90_minutes,
                       promise_kept_permille))

struct QueuePage {
  static constexpr auto name = "queue";
  static constexpr Roles roles = everyone_signed_in;
  using Query = QueueQuery;
  OutletId outlet;
  std::string title;
  std::optional<Day> day;  // None before the first ticket or window.
  bool closed = false;
  lobby::Occupancy lobby;
  lobby::Cap cap;
  bool evacuated = false;
  std::string evacuated_for;
  std::vector<lobby::Suspect> isolated;
  std::vector<WindowNow> windows;
  std::vector<ServiceNow> services;
  std::vector<TicketShown> tickets;    // Not over, in calling order.
  std::vector<CallShown> last_called;  // Newest first.
  DayFigures figures;
  queue::CallingRule rule;
  std::optional<PlaceInQueue> place;
  std::int64_t version = 0;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(QueuePage, (),
                      (outlet, title, day, closed, lobby, cap, evacuated, evacuated_for, isolated,
                       windows, services, tickets, last_called, figures, rule, place, version,
                       as_of_seq, as_of))
Decision<QueuePage> see(const Viewing&, const QueueQuery&);

}  // namespace waystation::view
