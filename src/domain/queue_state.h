#pragma once
// Queue 排队: what an outlet's queue holds. One ticket is one place in one line, whether taken on
// paper, at the tablet or by phone; no phone is ever needed for it.
//
// The calling rule. A ticket has a virtual arrival: when it was taken, less the head start of its
// priority. A free window calls the ticket with the smallest virtual arrival (of equals the smaller
// number) among those that wait for one of its services and may be called: anyone while the lobby
// has a place, else only who is already inside. A virtual arrival stays, but for a missed
// number's, which grows by `missed_back_places`, and that of a ticket whose priority the door puts
// right: it becomes what it would have been with the true priority.
//
// Why an ordinary wait is bounded. Let an ordinary ticket x be taken at t, and H be the longest
// head start. While x may be called, no window that serves x calls a ticket with a greater virtual
// arrival. A ticket taken later than t + H has one greater than t, which is x's. So before x are
// called only tickets taken before x (each at most once more after it was missed) and priority
// tickets taken within (t, t + H]: as many as enter in H minutes, however many enter afterwards.
#include "domain/lobby.h"

namespace waystation::queue {

BOOST_DEFINE_ENUM_CLASS(Service, cash, pension, social_card, passbook, account)
BOOST_DEFINE_ENUM_CLASS(Priority, ordinary, elderly, disabled, pregnant)
BOOST_DEFINE_ENUM_CLASS(Channel, paper, tablet, phone)
BOOST_DEFINE_ENUM_CLASS(Stage, waiting, called, serving, parked, served, voided, cancelled,
                        turned_away)
BOOST_DEFINE_ENUM_CLASS(ProxyKind, kin, community_worker)
BOOST_DEFINE_ENUM_CLASS(ProxyPurpose, withdrawal, pension, social_card, passbook, other)
BOOST_DEFINE_ENUM_CLASS(WindowState, closed, open, paused)
BOOST_DEFINE_ENUM_CLASS(PauseReason, rest, disinfection, cash, fault)

inline constexpr std::size_t services =
    boost::mp11::mp_size<boost::describe::describe_enumerators<Service>>::value;

// 代取: for card holders who cannot come out.
struct Proxy {
  ProxyKind by = ProxyKind::kin;
  ProxyPurpose purpose = ProxyPurpose::withdrawal;
  std::int32_t card_holders = 1;
};
BOOST_DESCRIBE_STRUCT(Proxy, (), (by, purpose, card_holders))

// How long it takes until the call: half are called within p50, nine of ten within p90.
struct Wait {
  std::int32_t p50_minutes = 0;
  std::int32_t p90_minutes = 0;
  bool operator==(const Wait&) const = default;
};
BOOST_DESCRIBE_STRUCT(Wait, (), (p50_minutes, p90_minutes))

struct Ticket {
  Service service = Service::cash;
  Priority priority = Priority::ordinary;
  Channel channel = Channel::paper;
  std::optional<Proxy> proxy;
  bool booked = false;
  Time taken_at;
  Time virtual_arrival;
  Stage stage = Stage::waiting;
  std::int32_t window = 0;   // Where it is called or served; 0: nowhere.
  std::int32_t calls = 0;    // Since it last waited.
  std::int32_t returns = 0;  // How often it was sent back.
  bool inside = false;       // Its holder is known to be in the lobby.
  bool carried = false;      // From an earlier day.
  std::optional<Time> first_called_at;
  std::optional<Wait> promised;
};
BOOST_DESCRIBE_STRUCT(Ticket, (),
                      (service, priority, channel, proxy, booked, taken_at, virtual_arrival, stage,
                       window, calls, returns, inside, carried, first_called_at, promised))

// A place in a line: the virtual arrival in microseconds, 18 digits wide, then the ticket, so that
// text order is calling order.
using TurnId = Id<struct TurnKind>;
using Turns = Table<TurnId, TicketId>;

// Who waits for one service. Outside and inside stand apart, because a full lobby stops only those
// outside.
struct Line {
  Turns outside, inside;
  std::int64_t size() const { return std::int64_t(outside.size() + inside.size()); }
};
BOOST_DESCRIBE_STRUCT(Line, (), (outside, inside))

struct Window {
  WindowState state = WindowState::closed;
  std::vector<Service> services;
  std::optional<PauseReason> paused_for;
  std::optional<TicketId> ticket;  // Called or served here now.
};
BOOST_DESCRIBE_STRUCT(Window, (), (state, services, paused_for, ticket))

struct Booking {
  PersonId person;  // An opaque reference that begins "C-"; whose it is stands nowhere in the log.
  std::optional<Personal> contact;
  Service service = Service::cash;
  Priority priority = Priority::ordinary;
  Day day;
  TimeOfDay band;
  bool waitlisted = false;
};
BOOST_DESCRIBE_STRUCT(Booking, (), (person, contact, service, priority, day, band, waitlisted))

// A band of a day, such as 09:30 to 10:00.
struct Band {
  std::int64_t booked_minutes = 0;
  std::vector<BookingId> waitlist;  // In the order of asking.
};
BOOST_DESCRIBE_STRUCT(Band, (), (booked_minutes, waitlist))
using BandId = Id<struct BandKind>;

// A day in figures. `waits` counts first calls by whole minutes of waiting.
struct Figures {
  std::int32_t taken = 0;
  std::int32_t called = 0;
  std::int32_t served = 0;
  std::int32_t sent_back = 0;
  std::int32_t voided = 0;
  std::int32_t cancelled = 0;
  std::int32_t turned_away = 0;
  std::int32_t carried_over = 0;
  std::int32_t no_shows = 0;
  std::int32_t promised = 0;  // Of those called: with a promised wait.
  std::int32_t within_p50 = 0;
  std::int32_t within_p90 = 0;
  std::vector<std::int32_t> waits;
};
BOOST_DESCRIBE_STRUCT(Figures, (),
                      (taken, called, served, sent_back, voided, cancelled, turned_away,
                       carried_over, no_shows, promised, within_p50, within_p90, waits))

// Four weeks of figures, to compare a weekday with its like; older ones are in the log.
inline constexpr std::size_t days_kept = 28;

struct Queue {
  Day day;
  bool closed = false;
  Time last_at;                       // Of the last event; a clock never goes back behind it.
  std::vector<std::int32_t> numbers;  // The last number given, by service.
  std::int32_t live = 0;        // Tickets of the day that are not over; those carried do not count.
  std::int32_t coming = 0;      // Called, and not yet inside.
  std::vector<Window> windows;  // The first is window 1.
  std::vector<Line> lines;      // By service.
  Table<TicketId, Ticket> tickets;
  Table<BookingId, Booking> bookings;
  Table<BandId, Band> bands;
  Figures figures;
  Table<std::string, Figures> past;  // By day.
};
BOOST_DESCRIBE_STRUCT(Queue, (),
                      (day, closed, last_at, numbers, live, coming, windows, lines, tickets,
                       bookings, bands, figures, past))

struct Appointment {
  OutletId outlet;
  BookingId booking;
};
BOOST_DESCRIBE_STRUCT(Appointment, (), (outlet, booking))

struct Queues {
  Table<OutletId, Queue> outlets;
  Table<PersonId, Appointment> booked;  // The one booking of a person, wherever it is.
};
BOOST_DESCRIBE_STRUCT(Queues, (), (outlets, booked))

bool is_over(Stage);
const Queue* queue_of(const Bank&, const OutletId&);
const Ticket* ticket_of(const Bank&, const OutletId&, const TicketId&);
const Window* window_of(const Queue&, std::int32_t window);
std::int64_t coming(const Bank&, const OutletId&);
Day today_at(const Bank&, const OutletId&, Time now);
Fact number(std::string name, std::int64_t value);

// "queue.ticket-unknown", "queue.ticket-of-another-day", "queue.ticket-over".
std::optional<Refusal> refuse_ticket(const Bank&, const OutletId&, const TicketId&);

// ---- Moves of a ticket, for apply(). Each keeps lines, windows and counts in step.

TurnId turn_of(const Ticket&, const TicketId&);
Queue& touch(Queues&, const OutletId&, const Mark&);
void wait_in_line(Queue&, const TicketId&);  // From nowhere, a window or the parked ones.
void come_to_window(Queue&, const TicketId&, std::int32_t window);
void park_ticket(Queue&, const TicketId&);
void leave_place(Queue&, const TicketId&);  // Line or window.
void end_ticket(Queue&, const TicketId&, Stage);
void set_inside(Queue&, const TicketId&, bool inside);
void end_booking(Queues&, const OutletId&, const BookingId&);

}  // namespace waystation::queue
