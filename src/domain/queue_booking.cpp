#include <algorithm>

#include "domain/bank.h"

namespace waystation::queue {

namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr std::string_view opaque = "C-";

BandId band_id(Day day, TimeOfDay band) {
  return {to_text(day) + ' ' + to_text(band)};
}

std::int64_t value(const Bank& bank, policy::Key key, const OutletId& outlet, Day day) {
  return policy::in_force(bank, key, outlet, day).value;
}

const Band* band_of(const Bank& bank, const OutletId& outlet, Day day, TimeOfDay band) {
  const auto* queue = queue_of(bank, outlet);
  return queue ? queue->bands.find(band_id(day, band)) : nullptr;
}

const Booking* booking_of(const Bank& bank, const OutletId& outlet, const BookingId& id) {
  const auto* queue = queue_of(bank, outlet);
  return queue ? queue->bookings.find(id) : nullptr;
}

// A phone or an identity number would be somebody's name in the log for ever.
std::optional<Refusal> refuse_person(const Bank& bank, const PersonId& person) {
  if (!person.text.starts_with(opaque) || bank.people.contains(person))
    return invalid("queue.reference-not-opaque");
  const auto digits =
      std::ranges::count_if(person.text, [](char c) { return c >= '0' && c <= '9'; });
  if (std::size_t(digits) + opaque.size() == person.text.size())
    return invalid("queue.reference-not-opaque");
  return {};
}

std::optional<Refusal> refuse_band(const Bank& bank, const Book& c, Time now) {
  using enum policy::Key;
  const auto& outlet = bank.outlets.at(c.outlet);
  const Day today = today_at(bank, c.outlet, now);
  const auto length = value(bank, appointment_band_minutes, c.outlet, c.day);
  if (c.band.minutes % length != 0)
    return invalid("queue.band-not-on-grid", {number("minutes", length)});
  const bool hours_known = outlet.closes > outlet.opens;
  if (hours_known && (c.band < outlet.opens || c.band.minutes + length > outlet.closes.minutes))
    return invalid("queue.band-outside-hours",
                   {{"opens", to_text(outlet.opens)}, {"closes", to_text(outlet.closes)}});
  if (at_local(c.day, c.band, outlet::time_zone_of(bank, c.outlet)) <= now)
    return conflict("queue.band-past", {{"band", to_text(c.band)}});
  const auto ahead = value(bank, appointment_ahead_days, c.outlet, today);
  if (c.day > today + days{ahead}) return conflict("queue.band-too-far", {number("days", ahead)});
  return {};
}

// A booking lives until it has arrived, is cancelled, or was kept for nobody.
std::optional<Refusal> refuse_second(const Bank& bank, const PersonId& person, Time now) {
  const auto* own = bank.queues.booked.find(person);
  const auto* booking = own ? booking_of(bank, own->outlet, own->booking) : nullptr;
  if (!booking || hold_of(bank, own->outlet, *booking).until < now) return {};
  return conflict("queue.booking-live",
                  {{"booking", own->booking.text}, {"outlet", own->outlet.text}});
}

Decision<const Booking*> known(const Bank& bank, const auto& c, Time now) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = refuse_clock(bank, c.outlet, now)) return *no;
  const auto* booking = booking_of(bank, c.outlet, c.booking);
  if (!booking) return unknown("queue.booking-unknown", c.booking.text);
  return booking;
}

}  // namespace

std::int64_t minutes_left(const Bank& bank, const OutletId& id, Day day, TimeOfDay band) {
  using enum policy::Key;
  const auto& outlet = bank.outlets.at(id);
  const std::int64_t open = outlet.windows_open > 0 ? outlet.windows_open : outlet.windows;
  const std::int64_t all = std::max<std::int64_t>(open, 1) *
                           value(bank, appointment_band_minutes, id, day) *
                           value(bank, appointment_share_percent, id, day) / 100;
  const auto* booked = band_of(bank, id, day, band);
  return all - (booked ? booked->booked_minutes : 0);
}

std::int64_t waiting_for_band(const Bank& bank, const OutletId& id, Day day, TimeOfDay band) {
  const auto* found = band_of(bank, id, day, band);
  return found ? std::ssize(found->waitlist) : 0;
}

std::int64_t place_on_waitlist(const Bank& bank, const OutletId& id, const BookingId& booking) {
  const auto* found = booking_of(bank, id, booking);
  const auto* band = found ? band_of(bank, id, found->day, found->band) : nullptr;
  return band ? std::ranges::find(band->waitlist, booking) - band->waitlist.begin() : 0;
}

Hold hold_of(const Bank& bank, const OutletId& outlet, const Booking& booking) {
  using enum policy::Key;
  const Time begins = at_local(booking.day, booking.band, outlet::time_zone_of(bank, outlet));
  const minutes hold{value(bank, appointment_hold_minutes, outlet, booking.day)};
  const minutes length{value(bank, appointment_band_minutes, outlet, booking.day)};
  return {begins - hold, begins + length + hold};
}

// ---- Book.

Decision<Booked> decide(const Bank& bank, const Book& c, const Stamp& stamp) {
  const auto* outlet = bank.outlets.find(c.outlet);
  if (!outlet) return unknown("outlet.unknown", c.outlet.text);
  if (outlet->kind == outlet::Kind::back_office) return conflict("outlet.no-counter");
  if (auto no = refuse_clock(bank, c.outlet, stamp.at)) return *no;
  if (auto no = refuse_person(bank, c.person)) return *no;
  if (booking_of(bank, c.outlet, c.booking))
    return conflict("queue.booking-exists", {{"id", c.booking.text}});
  if (auto no = refuse_band(bank, c, stamp.at)) return *no;
  if (auto no = refuse_second(bank, c.person, stamp.at)) return *no;
  const std::int64_t needed = service_minutes(bank, c.outlet, c.service, c.day);
  const auto* band = band_of(bank, c.outlet, c.day, c.band);
  const std::int64_t before = band ? std::int64_t(band->waitlist.size()) : 0;
  // Who comes later does not pass the list.
  const bool full = before > 0 || minutes_left(bank, c.outlet, c.day, c.band) < needed;
  if (full && before >= value(bank, policy::Key::waitlist_max_people, c.outlet, c.day))
    return conflict("queue.waitlist-full", {number("waiting", before)});
  return Booked{c.outlet,   c.booking, c.person, c.contact,         c.service,
                c.priority, c.day,     c.band,   full ? 0 : needed, full};
}

void apply(Queues& queues, const Booked& e, const Mark& mark) {
  Queue& queue = touch(queues, e.outlet, mark);
  Band& band = queue.bands.edit(band_id(e.day, e.band));
  band.booked_minutes += e.minutes;
  if (e.waitlisted) band.waitlist.push_back(e.booking);
  queue.bookings.edit(e.booking) = {e.person, e.contact, e.service,   e.priority,
                                    e.day,    e.band,    e.waitlisted};
  queues.booked.edit(e.person) = {e.outlet, e.booking};
}

// ---- Cancel.

Decision<BookingCancelled> decide(const Bank& bank, const CancelBooking& c, const Stamp& stamp) {
  const auto found = known(bank, c, stamp.at);
  if (!found) return found.error();
  const Booking& booking = **found;
  const auto needed = [&](const Booking& b) {
    return service_minutes(bank, c.outlet, b.service, b.day);
  };
  const Band& band = *band_of(bank, c.outlet, booking.day, booking.band);
  std::int64_t left = minutes_left(bank, c.outlet, booking.day, booking.band);
  const std::int64_t all = left + band.booked_minutes;
  if (!booking.waitlisted) left += std::min(needed(booking), band.booked_minutes);
  BookingCancelled e{c.outlet, c.booking, {}, 0};
  for (const BookingId& id : band.waitlist) {
    if (id == c.booking) continue;
    const std::int64_t theirs = needed(*booking_of(bank, c.outlet, id));
    if (theirs > left) break;
    left -= theirs;
    e.promoted.push_back(id);
  }
  e.booked_minutes = all - left;
  return e;
}

void apply(Queues& queues, const BookingCancelled& e, const Mark& mark) {
  Queue& queue = touch(queues, e.outlet, mark);
  const Booking& booking = queue.bookings.at(e.booking);
  Band& band = queue.bands.edit(band_id(booking.day, booking.band));
  band.booked_minutes = e.booked_minutes;
  std::erase(band.waitlist, e.booking);
  end_booking(queues, e.outlet, e.booking);
  for (const BookingId& id : e.promoted) {
    std::erase(band.waitlist, id);
    queue.bookings.edit(id).waitlisted = false;
  }
}

// ---- Arrive.

Decision<Taken> decide(const Bank& bank, const Arrive& c, const Stamp& stamp) {
  if (auto no = refuse_outlet(bank, c.outlet)) return *no;
  if (auto no = refuse_day(bank, c.outlet, stamp.at)) return *no;
  const auto found = known(bank, c, stamp.at);
  if (!found) return found.error();
  const Booking& booking = **found;
  const Hold hold = hold_of(bank, c.outlet, booking);
  if (stamp.at < hold.from)
    return conflict("queue.booking-too-early", {{"from", to_text(hold.from)}});
  if (stamp.at > hold.until)
    return conflict("queue.booking-too-late", {{"until", to_text(hold.until)}});
  if (booking.waitlisted) return conflict("queue.booking-waitlisted");
  return next_ticket(bank, {c.outlet, booking.service, booking.priority, c.channel, {}}, c.booking,
                     stamp.at);
}

// ---- Forget.

Decision<Forgotten> decide(const Bank& bank, const Forget& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = refuse_person(bank, c.person)) return *no;
  if (auto no = refuse_second(bank, c.person, stamp.at)) return *no;
  return Forgotten{c.outlet, c.person};
}

// What was kept for them and has lapsed goes as well.
void apply(Queues& queues, const Forgotten& e, const Mark&) {
  const auto* own = queues.booked.find(e.person);
  if (!own) return;
  const Appointment lapsed = *own;
  queues.booked.erase(e.person);
  if (queues.outlets.contains(lapsed.outlet)) end_booking(queues, lapsed.outlet, lapsed.booking);
}

}  // namespace waystation::queue
