#pragma once
// The queue of an outlet: what its crew, its hall display and one ticket's holder see. No name
// stands in it; a ticket is a number. Appointments are for the crew alone.
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
  std::int32_t calls = 0;        // Of that ticket, since it last waited.
  std::optional<TicketId> next;  // Whom it would call now.
  std::string why_nobody;        // Else the code of the refusal.
};
BOOST_DESCRIBE_STRUCT(WindowNow, (),
                      (window, state, services, paused_for, ticket, serving, calls, next,
                       why_nobody))

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
  std::optional<queue::Wait> promised;  // When it was taken.
};
BOOST_DESCRIBE_STRUCT(TicketShown, (),
                      (ticket, service, priority, card_holders, booked, inside, carried, stage,
                       window, taken_at, promised))

struct ServiceNow {
  queue::Service service = queue::Service::cash;
  std::int64_t waiting = 0;
  std::optional<queue::Wait> wait;  // Of somebody who takes a ticket now; none without a window.
};
BOOST_DESCRIBE_STRUCT(ServiceNow, (), (service, waiting, wait))

struct CallShown {
  TicketId ticket;
  std::int32_t window = 0;  // 0: no longer there.
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
  static constexpr Roles roles = everyone_signed_in | hall_displays;
  using Query = QueueQuery;
  OutletId outlet;
  std::string title;
  ShownState shown_state = ShownState::open;
  TimeOfDay opens, closes;
  std::string time_zone;
  std::optional<Time> next_round;  // Of disinfection, inside a seal.
  std::int32_t windows_open = 0;   // So many the outlet was opened with.
  std::optional<Day> day;          // None before the first ticket or window.
  bool closed = false;
  lobby::Occupancy lobby;
  lobby::Cap cap;
  lobby::Counts counts;  // Of today, at the door.
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
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(QueuePage, (),
                      (outlet, title, shown_state, opens, closes, time_zone, next_round,
                       windows_open, day, closed, lobby, cap, counts, evacuated, evacuated_for,
                       isolated, windows, services, tickets, last_called, figures, rule, place,
                       version, now, as_of_seq, as_of))
Decision<QueuePage> see(const Viewing&, const QueueQuery&);

// ---- Appointments 预约.

struct AppointmentsQuery {
  OutletId outlet;
  std::optional<Day> day;  // Today where absent.
};
BOOST_DESCRIBE_STRUCT(AppointmentsQuery, (), (outlet, day))

struct AppointmentShown {
  BookingId booking;
  PersonId person;  // The opaque reference, for `queue.forget`.
  queue::Service service = queue::Service::cash;
  queue::Priority priority = queue::Priority::ordinary;
  TimeOfDay band;
  bool waitlisted = false;
  Time from, until;  // When its holder is let in with a head start.
};
BOOST_DESCRIBE_STRUCT(AppointmentShown, (),
                      (booking, person, service, priority, band, waitlisted, from, until))

struct BandShown {
  TimeOfDay band;
  std::int64_t booked = 0;
  std::int64_t waitlisted = 0;
  std::int64_t minutes_left = 0;  // Of service.
  bool past = false;
};
BOOST_DESCRIBE_STRUCT(BandShown, (), (band, booked, waitlisted, minutes_left, past))

struct Appointments {
  static constexpr auto name = "appointments";
  static constexpr Roles roles = outlet_crew;
  using Query = AppointmentsQuery;
  OutletId outlet;
  Day day;
  std::int64_t ahead_days = 0;         // So far ahead one may book.
  std::vector<AppointmentShown> rows;  // By band, the waitlist in its order after those booked.
  std::vector<BandShown> bands;        // Of the opening hours; none where they are not known.
  std::int64_t version = 0;            // Of the queue.
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(Appointments, (),
                      (outlet, day, ahead_days, rows, bands, version, as_of_seq, as_of))
Decision<Appointments> see(const Viewing&, const AppointmentsQuery&);

}  // namespace waystation::view
