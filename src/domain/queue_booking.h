#pragma once
// Appointments 预约: a band of a day, such as 09:30 to 10:00. A band takes as many minutes of
// service as its share of the windows' time; who comes after that waits on a list and moves up when
// somebody cancels. One live booking per person, whom an opaque reference stands for: never a
// phone, an identity number or a staff number. How to reach them is sealed under their own key, and
// `queue.forget` destroys it. Nobody needs a booking to be served.
#include "domain/queue_ticket.h"

namespace waystation::queue {

// Minutes of service that a band may still take.
std::int64_t minutes_left(const Bank&, const OutletId&, Day, TimeOfDay band);
// How many wait on a band's list, and how many of them before a booking.
std::int64_t waiting_for_band(const Bank&, const OutletId&, Day, TimeOfDay band);
std::int64_t place_on_waitlist(const Bank&, const OutletId&, const BookingId&);
// From when until when the holder of a booking is let in: the band and `appointment_hold_minutes`
// around it.
struct Hold {
  Time from, until;
};
Hold hold_of(const Bank&, const OutletId&, const Booking&);

// ---- Book, or go on the waitlist of a full band.

struct Book {
  static constexpr auto name = "queue.book";
  static constexpr Roles roles = outlet_crew | the_public;
  OutletId outlet;
  BookingId booking;  // An opaque code, drawn by who asks; shown to the person.
  PersonId person;
  std::optional<Personal> contact;
  Service service = Service::cash;
  Priority priority = Priority::ordinary;
  Day day;
  TimeOfDay band;
};
BOOST_DESCRIBE_STRUCT(Book, (), (outlet, booking, person, contact, service, priority, day, band))

struct Booked {
  static constexpr auto name = "queue.booked";
  OutletId outlet;
  BookingId booking;
  PersonId person;
  std::optional<Personal> contact;
  Service service = Service::cash;
  Priority priority = Priority::ordinary;
  Day day;
  TimeOfDay band;
  std::int64_t minutes = 0;  // Taken from the band; 0 on the waitlist.
  bool waitlisted = false;
};
BOOST_DESCRIBE_STRUCT(Booked, (),
                      (outlet, booking, person, contact, service, priority, day, band, minutes,
                       waitlisted))

Decision<Booked> decide(const Bank&, const Book&, const Stamp&);
void apply(Queues&, const Booked&, const Mark&);

// ---- Cancel a booking: the first on the waitlist that fits moves up.

struct CancelBooking {
  static constexpr auto name = "queue.cancel-booking";
  static constexpr Roles roles = outlet_crew | the_public;
  OutletId outlet;
  BookingId booking;
};
BOOST_DESCRIBE_STRUCT(CancelBooking, (), (outlet, booking))

struct BookingCancelled {
  static constexpr auto name = "queue.booking-cancelled";
  OutletId outlet;
  BookingId booking;
  std::vector<BookingId> promoted;
  std::int64_t booked_minutes = 0;  // Of the band, afterwards.
};
BOOST_DESCRIBE_STRUCT(BookingCancelled, (), (outlet, booking, promoted, booked_minutes))

Decision<BookingCancelled> decide(const Bank&, const CancelBooking&, const Stamp&);
void apply(Queues&, const BookingCancelled&, const Mark&);

// ---- Arrive: the booking becomes a ticket with a head start. Too early or too late it is an
// ordinary walk-in's.

struct Arrive {
  static constexpr auto name = "queue.arrive";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  BookingId booking;
  Channel channel = Channel::paper;
};
BOOST_DESCRIBE_STRUCT(Arrive, (), (outlet, booking, channel))

Decision<Taken> decide(const Bank&, const Arrive&, const Stamp&);

// ---- Forget a person: their key is destroyed, and what was sealed under it is gone (PIPL 47).

struct Forget {
  static constexpr auto name = "queue.forget";
  static constexpr Roles roles = managers | administrators | the_public;
  OutletId outlet;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(Forget, (), (outlet, person))

struct Forgotten {
  static constexpr auto name = "queue.forgotten";
  static constexpr bool erases_person = true;
  OutletId outlet;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(Forgotten, (), (outlet, person))

Decision<Forgotten> decide(const Bank&, const Forget&, const Stamp&);
void apply(Queues&, const Forgotten&, const Mark&);

}  // namespace waystation::queue
