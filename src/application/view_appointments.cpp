#include <algorithm>

#include "application/view_queue.h"
#include "application/view_reading.h"

namespace waystation::view {

namespace {

AppointmentShown shown(const Bank& bank, const OutletId& outlet, const BookingId& id,
                       const queue::Booking& booking) {
  const auto hold = queue::hold_of(bank, outlet, booking);
  return {.booking = id,
          .person = booking.person,
          .service = booking.service,
          .priority = booking.priority,
          .band = booking.band,
          .waitlisted = booking.waitlisted,
          .from = hold.from,
          .until = hold.until};
}

// Who moves up first stands first.
std::int64_t place_of(const queue::Queue& queue, const AppointmentShown& row, Day day) {
  const auto* band = queue.bands.find({to_text(day) + ' ' + to_text(row.band)});
  if (!band || !row.waitlisted) return -1;
  return std::ranges::find(band->waitlist, row.booking) - band->waitlist.begin();
}

void read_rows(const Viewing& v, const queue::Queue& queue, Appointments& page) {
  for (const auto& [id, booking] : queue.bookings)
    if (booking.day == page.day)
      page.rows.push_back(shown(v.standing.bank, page.outlet, id, booking));
  std::ranges::stable_sort(page.rows, {}, [&](const AppointmentShown& row) {
    return std::pair(row.band, place_of(queue, row, page.day));
  });
}

void read_bands(const Viewing& v, const outlet::Outlet& outlet, Appointments& page) {
  const Bank& bank = v.standing.bank;
  const auto length = std::int32_t(
      policy::in_force(bank, policy::Key::appointment_band_minutes, page.outlet, page.day).value);
  for (TimeOfDay band = outlet.opens; band.minutes + length <= outlet.closes.minutes;
       band.minutes += length) {
    if (band.minutes % length != 0) continue;
    BandShown row{
        .band = band,
        .minutes_left = queue::minutes_left(bank, page.outlet, page.day, band),
        .past = at_local(page.day, band, outlet::time_zone_of(bank, page.outlet)) <= v.now};
    for (const AppointmentShown& one : page.rows)
      if (one.band == band) ++(one.waitlisted ? row.waitlisted : row.booked);
    page.bands.push_back(row);
  }
}

}  // namespace

Decision<Appointments> see(const Viewing& v, const AppointmentsQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto* outlet = bank.outlets.find(q.outlet);
  if (!outlet) return unknown("outlet.unknown", q.outlet.text);
  if (auto no = refuse_outside(v, {outlet->city, q.outlet})) return *no;
  Appointments page;
  page.outlet = q.outlet;
  const Day today = today_at(v, q.outlet);
  page.day = q.day.value_or(today);
  page.ahead_days =
      policy::in_force(bank, policy::Key::appointment_ahead_days, q.outlet, today).value;
  if (const auto* queue = queue::queue_of(bank, q.outlet)) read_rows(v, *queue, page);
  read_bands(v, *outlet, page);
  page.version = version_of(v.standing, "queue", q.outlet.text);
  stamp_as_of(page, v.standing);
  return page;
}

}  // namespace waystation::view
