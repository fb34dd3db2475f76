#include "application/view_visit.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

using std::chrono::days;
using std::chrono::minutes;

Decision<const outlet::Outlet*> counter_at(const Viewing& v, const OutletId& id) {
  const auto* outlet = v.standing.bank.outlets.find(id);
  if (!outlet || !has_counter(*outlet)) return unknown("outlet.unknown", id.text);
  return outlet;
}

std::int64_t value(const Viewing& v, policy::Key key, const OutletId& id, Day day) {
  return policy::in_force(v.standing.bank, key, id, day).value;
}

bool is_given(const queue::Queue& queue, queue::Service service) {
  return std::ranges::any_of(queue.windows, [&](const queue::Window& window) {
    return window.state != queue::WindowState::closed &&
           std::ranges::find(window.services, service) != window.services.end();
  });
}

}  // namespace

// ---- What may be taken.

Decision<TakeOffer> take_offer(const Viewing& v, const OutletId& id) {
  const auto outlet = counter_at(v, id);
  if (!outlet) return outlet.error();
  const Bank& bank = v.standing.bank;
  TakeOffer out{
      .outlet = public_outlet(v, id, **outlet),
      .services = {},
      .proxy_holders_most = value(v, policy::Key::proxy_holders_max_people, id, today_at(v, id))};
  const auto* queue = queue::queue_of(bank, id);
  const bool runs = queue && queue->day == today_at(v, id) && !queue->closed;
  if (!runs || !out.outlet.within_hours || queue::refuse_outlet(bank, id)) return out;
  for (std::size_t i = 0; i < queue::services; ++i)
    if (is_given(*queue, queue::Service(i)))
      out.services.push_back(
          {queue::Service(i), queue::expected_wait(bank, id, queue::Service(i), v.now)});
  return out;
}

namespace {

std::vector<BandOffer> bands_of(const Viewing& v, const OutletId& id, queue::Service service,
                                Day day) {
  const Bank& bank = v.standing.bank;
  const auto& outlet = bank.outlets.at(id);
  const int length = int(value(v, policy::Key::appointment_band_minutes, id, day));
  const auto list_most = value(v, policy::Key::waitlist_max_people, id, day);
  const auto needed = queue::service_minutes(bank, id, service, day);
  const std::string& zone = outlet::time_zone_of(bank, id);
  std::vector<BandOffer> out;
  const int first = (outlet.opens.minutes + length - 1) / length * length;
  for (int at = first; at + length <= outlet.closes.minutes; at += length) {
    if (at_local(day, {at}, zone) <= v.now) continue;
    BandOffer band{.band = {at}, .until = {at + length}};
    band.waiting = queue::waiting_for_band(bank, id, day, {at});
    const auto left = std::max<std::int64_t>(0, queue::minutes_left(bank, id, day, {at}));
    band.places = band.waiting > 0 ? 0 : left / std::max<std::int64_t>(needed, 1);
    band.takes_waitlist = band.places == 0 && band.waiting < list_most;
    out.push_back(band);
  }
  return out;
}

}  // namespace

Decision<BookOffer> book_offer(const Viewing& v, const OutletId& id, queue::Service service,
                               std::optional<Day> asked) {
  const auto outlet = counter_at(v, id);
  if (!outlet) return outlet.error();
  const Day today = today_at(v, id);
  const auto ahead = value(v, policy::Key::appointment_ahead_days, id, today);
  BookOffer out{.outlet = public_outlet(v, id, **outlet),
                .service = service,
                .day = {},
                .days = {},
                .bands = {}};
  for (std::int64_t i = 0; i <= ahead; ++i) {
    const Day day = today + days{i};
    auto bands = bands_of(v, id, service, day);
    if (bands.empty()) continue;
    out.days.push_back(day);
    if (out.days.size() > 1 && asked != day) continue;
    out.day = day;
    out.bands = std::move(bands);
  }
  return out;
}

// ---- What was taken.

namespace {

Advice advice_for(const queue::Ticket& ticket, bool over_for_today) {
  switch (ticket.stage) {
    case queue::Stage::waiting:
      return over_for_today ? Advice::comes_tomorrow : Advice::wait_at_home;
    case queue::Stage::called:
      return Advice::go_to_window;
    case queue::Stage::serving:
      return Advice::being_served;
    case queue::Stage::parked:
      return Advice::fill_in_form;
    case queue::Stage::served:
      return Advice::served;
    case queue::Stage::voided:
      return Advice::missed;
    case queue::Stage::cancelled:
      return Advice::cancelled;
    case queue::Stage::turned_away:
      return Advice::turned_away;
  }
  return Advice::wait_at_home;
}

// Half of those like them are called within p50, so be there a little sooner.
void add_times(const Viewing& v, VisitTicket& out) {
  out.before = queue::people_before(v.standing.bank, out.outlet, out.ticket);
  out.wait = queue::expected_wait(v.standing.bank, out.outlet, out.ticket, v.now);
  if (!out.wait) return;
  const auto early =
      value(v, policy::Key::public_come_early_minutes, out.outlet, today_at(v, out.outlet));
  const auto spare = std::max<std::int64_t>(0, out.wait->p50_minutes - early);
  out.come_by = v.now + minutes(spare);
  out.half_by = v.now + minutes(out.wait->p50_minutes);
  out.most_by = v.now + minutes(out.wait->p90_minutes);
  if (spare == 0) out.advice = Advice::come_now;
}

}  // namespace

Decision<VisitTicket> visit_ticket(const Viewing& v, const OutletId& id, const TicketId& ticket) {
  const Bank& bank = v.standing.bank;
  const auto outlet = counter_at(v, id);
  if (!outlet) return outlet.error();
  const auto* found = queue::ticket_of(bank, id, ticket);
  if (!found)
    return queue::refuse_ticket(bank, id, ticket)
        .value_or(unknown("queue.ticket-unknown", ticket.text));
  const auto& queue = *queue::queue_of(bank, id);
  const bool over_for_today = queue.closed || queue.day != today_at(v, id);
  VisitTicket out{.outlet = id,
                  .outlet_title = (*outlet)->title,
                  .time_zone = outlet::time_zone_of(bank, id),
                  .phone = (*outlet)->phone,
                  .ticket = ticket,
                  .service = found->service,
                  .priority = found->priority,
                  .proxy = found->proxy,
                  .advice = advice_for(*found, over_for_today),
                  .carried = found->carried,
                  .can_cancel = !queue::is_over(found->stage) && found->window == 0,
                  .window = found->window,
                  .before = 0,
                  .wait = {},
                  .come_by = {},
                  .half_by = {},
                  .most_by = {},
                  .taken_at = found->taken_at};
  if (out.advice == Advice::wait_at_home) add_times(v, out);
  return out;
}

std::optional<TicketId> ticket_numbered(const Viewing& v, const OutletId& id,
                                        std::string_view number) {
  constexpr int days_back = 3;  // Over a weekend.
  const Bank& bank = v.standing.bank;
  if (!bank.outlets.contains(id)) return {};
  const Day today = today_at(v, id);
  for (int back = 0; back <= days_back; ++back) {
    TicketId ticket{to_text(today - days{back}) + '-'};
    ticket.text += number;
    if (queue::ticket_of(bank, id, ticket)) return ticket;
  }
  return {};
}

Decision<VisitBooking> visit_booking(const Viewing& v, const OutletId& id,
                                     const BookingId& booking) {
  const Bank& bank = v.standing.bank;
  const auto outlet = counter_at(v, id);
  if (!outlet) return outlet.error();
  const auto* queue = queue::queue_of(bank, id);
  const auto* found = queue ? queue->bookings.find(booking) : nullptr;
  if (!found) return unknown("queue.booking-unknown", booking.text);
  const int length = int(value(v, policy::Key::appointment_band_minutes, id, found->day));
  VisitBooking out{.outlet = id,
                   .outlet_title = (*outlet)->title,
                   .time_zone = outlet::time_zone_of(bank, id),
                   .phone = (*outlet)->phone,
                   .booking = booking,
                   .person = found->person,
                   .has_contact = found->contact.has_value(),
                   .service = found->service,
                   .priority = found->priority,
                   .day = found->day,
                   .band = found->band,
                   .until = {found->band.minutes + length},
                   .waitlisted = found->waitlisted,
                   .before = 0,
                   .hold = queue::hold_of(bank, id, *found)};
  if (found->waitlisted) out.before = queue::place_on_waitlist(bank, id, booking);
  return out;
}

}  // namespace waystation::view
