#include <algorithm>

#include "domain/bank.h"

namespace waystation::queue {

namespace {

Line& line_of(Queue& queue, Service service) {
  if (queue.lines.size() < services) queue.lines.resize(services);
  return queue.lines[std::size_t(service)];
}

void stand(Queue& queue, const TicketId& id, const Ticket& ticket) {
  Line& line = line_of(queue, ticket.service);
  (ticket.inside ? line.inside : line.outside).edit(turn_of(ticket, id)) = id;
}

void step_out(Queue& queue, const TicketId& id, const Ticket& ticket) {
  Line& line = line_of(queue, ticket.service);
  (ticket.inside ? line.inside : line.outside).erase(turn_of(ticket, id));
}

bool is_coming(const Ticket& ticket) {
  return ticket.stage == Stage::called && !ticket.inside;
}

}  // namespace

bool is_over(Stage stage) {
  switch (stage) {
    case Stage::waiting:
    case Stage::called:
    case Stage::serving:
    case Stage::parked:
      return false;
    case Stage::served:
    case Stage::voided:
    case Stage::cancelled:
    case Stage::turned_away:
      return true;
  }
  return true;
}

const Queue* queue_of(const Bank& bank, const OutletId& outlet) {
  return bank.queues.outlets.find(outlet);
}

const Ticket* ticket_of(const Bank& bank, const OutletId& outlet, const TicketId& ticket) {
  const auto* queue = queue_of(bank, outlet);
  return queue ? queue->tickets.find(ticket) : nullptr;
}

const Window* window_of(const Queue& queue, std::int32_t window) {
  const bool known = window >= 1 && std::size_t(window) <= queue.windows.size();
  return known ? &queue.windows[std::size_t(window) - 1] : nullptr;
}

std::int64_t coming(const Bank& bank, const OutletId& outlet) {
  const auto* queue = queue_of(bank, outlet);
  return queue ? queue->coming : 0;
}

Day today_at(const Bank& bank, const OutletId& outlet, Time now) {
  return local_day(now, outlet::time_zone_of(bank, outlet));
}

Fact number(std::string name, std::int64_t value) {
  return {std::move(name), std::to_string(value)};
}

std::optional<Refusal> refuse_ticket(const Bank& bank, const OutletId& outlet, const TicketId& id) {
  const auto* queue = queue_of(bank, outlet);
  const auto* ticket = queue ? queue->tickets.find(id) : nullptr;
  if (ticket && is_over(ticket->stage))
    return conflict("queue.ticket-over",
                    {{"id", id.text}, {"stage", std::string(name_of(ticket->stage))}});
  if (ticket) return {};
  // A ticket begins with its day: "2021-01-08-A003".
  const auto day = parse_day(std::string_view(id.text).substr(0, 10));
  if (queue && day && *day != queue->day)
    return conflict("queue.ticket-of-another-day", {{"id", id.text}, {"day", to_text(*day)}});
  return unknown("queue.ticket-unknown", id.text);
}

// ---- Moves.

TurnId turn_of(const Ticket& ticket, const TicketId& id) {
  constexpr std::size_t width = 18;  // Enough until the year 9999.
  const auto since = std::max<std::int64_t>(0, ticket.virtual_arrival.time_since_epoch().count());
  const std::string digits = std::to_string(since);
  return {std::string(width - std::min(width, digits.size()), '0') + digits + ' ' + id.text};
}

Queue& touch(Queues& queues, const OutletId& outlet, const Mark& mark) {
  Queue& queue = queues.outlets.edit(outlet);
  queue.last_at = mark.at;
  return queue;
}

void wait_in_line(Queue& queue, const TicketId& id) {
  leave_place(queue, id);
  Ticket& ticket = queue.tickets.edit(id);
  ticket.stage = Stage::waiting;
  ticket.calls = 0;
  stand(queue, id, ticket);
}

void come_to_window(Queue& queue, const TicketId& id, std::int32_t window) {
  leave_place(queue, id);
  Ticket& ticket = queue.tickets.edit(id);
  ticket.stage = Stage::called;
  ticket.window = window;
  ticket.calls = 1;
  queue.windows[std::size_t(window) - 1].ticket = id;
  if (!ticket.inside) ++queue.coming;
}

void park_ticket(Queue& queue, const TicketId& id) {
  leave_place(queue, id);
  Ticket& ticket = queue.tickets.edit(id);
  ticket.stage = Stage::parked;
  ticket.calls = 0;
}

void leave_place(Queue& queue, const TicketId& id) {
  Ticket& ticket = queue.tickets.edit(id);
  if (ticket.stage == Stage::waiting) step_out(queue, id, ticket);
  if (is_coming(ticket)) --queue.coming;
  if (ticket.window > 0) queue.windows[std::size_t(ticket.window) - 1].ticket.reset();
  ticket.window = 0;
}

void end_ticket(Queue& queue, const TicketId& id, Stage stage) {
  leave_place(queue, id);
  Ticket& ticket = queue.tickets.edit(id);
  ticket.stage = stage;
  if (!ticket.carried) --queue.live;
}

void set_inside(Queue& queue, const TicketId& id, bool inside) {
  Ticket& ticket = queue.tickets.edit(id);
  if (ticket.inside == inside) return;
  const bool waits = ticket.stage == Stage::waiting;
  if (waits) step_out(queue, id, ticket);
  queue.coming -= is_coming(ticket) ? 1 : 0;
  ticket.inside = inside;
  queue.coming += is_coming(ticket) ? 1 : 0;
  if (waits) stand(queue, id, ticket);
}

void end_booking(Queues& queues, const OutletId& outlet, const BookingId& id) {
  Queue& queue = queues.outlets.edit(outlet);
  const auto* booking = queue.bookings.find(id);
  if (!booking) return;
  const PersonId person = booking->person;
  queue.bookings.erase(id);
  const auto* own = queues.booked.find(person);
  if (own && own->outlet == outlet && own->booking == id) queues.booked.erase(person);
}

}  // namespace waystation::queue
