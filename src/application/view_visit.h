#pragma once
// What a visitor may take or has taken: the services that an outlet gives numbers for now, the
// bands of a day with what is left in them, and the state of one ticket or booking for whoever
// holds it.
#include "application/view_public.h"

namespace waystation::view {

struct ServiceOffer {
  queue::Service service = queue::Service::cash;
  std::optional<queue::Wait> wait;
};

struct TakeOffer {
  PublicOutlet outlet;
  std::vector<ServiceOffer> services;  // Empty: no number from home now.
  std::int64_t proxy_holders_most = 0;
};
Decision<TakeOffer> take_offer(const Viewing&, const OutletId&);

struct BandOffer {
  TimeOfDay band, until;
  std::int64_t places = 0;      // Left, of this service.
  std::int64_t waiting = 0;     // On the list.
  bool takes_waitlist = false;  // Where no place is left.
};

struct BookOffer {
  PublicOutlet outlet;
  queue::Service service = queue::Service::cash;
  Day day;
  std::vector<Day> days;         // That may be chosen.
  std::vector<BandOffer> bands;  // Of `day`, not yet begun.
};
// Of the first day that may be chosen where none is asked for, or one that may not.
Decision<BookOffer> book_offer(const Viewing&, const OutletId&, queue::Service,
                               std::optional<Day> asked);

// What its holder is to do now.
BOOST_DEFINE_ENUM_CLASS(Advice, wait_at_home, come_now, go_to_window, being_served, fill_in_form,
                        comes_tomorrow, served, missed, cancelled, turned_away)

struct VisitTicket {
  OutletId outlet;
  std::string outlet_title, time_zone;
  std::optional<std::string> phone;
  TicketId ticket;
  queue::Service service = queue::Service::cash;
  queue::Priority priority = queue::Priority::ordinary;
  std::optional<queue::Proxy> proxy;
  Advice advice = Advice::wait_at_home;
  bool carried = false;
  bool can_cancel = false;
  std::int32_t window = 0;
  std::int64_t before = 0;
  std::optional<queue::Wait> wait;
  std::optional<Time> come_by, half_by, most_by;
  Time taken_at;
};
// "outlet.unknown", "queue.ticket-unknown", "queue.ticket-of-another-day".
Decision<VisitTicket> visit_ticket(const Viewing&, const OutletId&, const TicketId&);
// The ticket that a printed number such as "A003" stands for: today's, else one of a day before
// that is carried over.
std::optional<TicketId> ticket_numbered(const Viewing&, const OutletId&, std::string_view number);

struct VisitBooking {
  OutletId outlet;
  std::string outlet_title, time_zone;
  std::optional<std::string> phone;
  BookingId booking;
  PersonId person;
  bool has_contact = false;
  queue::Service service = queue::Service::cash;
  queue::Priority priority = queue::Priority::ordinary;
  Day day;
  TimeOfDay band, until;
  bool waitlisted = false;
  std::int64_t before = 0;  // On the waitlist.
  queue::Hold hold;
};
// "outlet.unknown", "queue.booking-unknown": arrived, cancelled, or over.
Decision<VisitBooking> visit_booking(const Viewing&, const OutletId&, const BookingId&);

}  // namespace waystation::view
