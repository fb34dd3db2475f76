#include <algorithm>

#include "domain/bank.h"

namespace waystation::queue {

namespace {

void keep_figures(Queue& queue) {
  queue.past.edit(to_text(queue.day)) = queue.figures;
  while (queue.past.size() > days_kept) {
    const std::string oldest = queue.past.begin()->first;
    queue.past.erase(oldest);
  }
}

void shut_windows(Queue& queue) {
  for (Window& window : queue.windows) {
    if (window.ticket) {
      const TicketId id = *window.ticket;
      if (queue.tickets.at(id).stage == Stage::serving)
        end_ticket(queue, id, Stage::served), ++queue.figures.served;
      else
        wait_in_line(queue, id);
    }
    window = {};
  }
}

void forget_tickets_that_are_over(Queue& queue) {
  const auto before = queue.tickets;
  for (const auto& [id, ticket] : before)
    if (is_over(ticket.stage)) queue.tickets.erase(id);
}

// Who did not come by the end of the day has no booking any more.
void lapse_bookings(Queues& queues, const OutletId& outlet, Day until) {
  Queue& queue = queues.outlets.edit(outlet);
  const auto before = queue.bookings;
  for (const auto& [id, booking] : before) {
    if (booking.day > until) continue;
    if (!booking.waitlisted) ++queue.figures.no_shows;
    end_booking(queues, outlet, id);
  }
  const auto bands = queue.bands;
  for (const auto& [id, band] : bands)
    if (id.text <= to_text(until) + '~') queue.bands.erase(id);
}

void carry(Queue& queue, const TicketId& id) {
  if (queue.tickets.at(id).stage != Stage::waiting) wait_in_line(queue, id);
  set_inside(queue, id, false);
  Ticket& ticket = queue.tickets.edit(id);
  if (!ticket.carried) --queue.live;
  ticket.carried = true;
  ++queue.figures.carried_over;
}

void close(Queues& queues, const OutletId& outlet, Remaining remaining) {
  Queue& queue = queues.outlets.edit(outlet);
  shut_windows(queue);
  const auto before = queue.tickets;
  for (const auto& [id, ticket] : before) {
    if (is_over(ticket.stage)) continue;
    if (remaining == Remaining::carried_over)
      carry(queue, id);
    else
      end_ticket(queue, id, Stage::turned_away), ++queue.figures.turned_away;
  }
  lapse_bookings(queues, outlet, queue.day);
  forget_tickets_that_are_over(queue);
  keep_figures(queue);
  queue.closed = true;
}

}  // namespace

Queue& begin_day(Queues& queues, const OutletId& outlet, Day day, const Mark& mark) {
  Queue& queue = touch(queues, outlet, mark);
  if (queue.day == day) return queue;
  shut_windows(queue);
  lapse_bookings(queues, outlet, day - std::chrono::days{1});
  forget_tickets_that_are_over(queue);
  if (queue.day != Day{}) keep_figures(queue);
  queue.day = day;
  queue.closed = false;
  queue.numbers.assign(services, 0);
  queue.figures = {};
  return queue;
}

Decision<DayClosed> decide(const Bank& bank, const CloseDay& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = refuse_clock(bank, c.outlet, stamp.at)) return *no;
  const auto* queue = queue_of(bank, c.outlet);
  if (!queue || queue->day == Day{}) return conflict("queue.day-not-begun");
  if (queue->closed) return conflict("queue.day-over", {{"day", to_text(queue->day)}});
  for (const Window& window : queue->windows)
    if (window.ticket) return conflict("queue.window-busy", {{"ticket", window.ticket->text}});
  DayClosed e{c.outlet, queue->day, c.remaining, {}};
  for (const auto& [id, ticket] : queue->tickets)
    if (!is_over(ticket.stage)) e.tickets.push_back(id);
  return e;
}

void apply(Queues& queues, const DayClosed& e, const Mark& mark) {
  touch(queues, e.outlet, mark);
  close(queues, e.outlet, e.remaining);
}

// ---- Listening.

void apply(Queues& queues, const outlet::Closed& e, const Mark&) {
  const auto* queue = queues.outlets.find(e.outlet);
  if (queue && queue->day != Day{} && !queue->closed)
    close(queues, e.outlet, Remaining::carried_over);
}

void apply(Queues& queues, const outlet::Opened& e, const Mark&) {
  if (queues.outlets.contains(e.outlet)) queues.outlets.edit(e.outlet).closed = false;
}

}  // namespace waystation::queue
