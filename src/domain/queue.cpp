#include "domain/queue.h"

#include "domain/bank.h"

namespace waystation::queue {

namespace {

void set_inside(Queues& queues, const auto& e, bool inside) {
  if (!e.ticket || !queues.outlets.contains(e.outlet)) return;
  Queue& queue = queues.outlets.edit(e.outlet);
  if (queue.tickets.contains(*e.ticket)) set_inside(queue, *e.ticket, inside);
}

}  // namespace

void apply(Queues& queues, const lobby::Entered& e, const Mark&) {
  set_inside(queues, e, true);
}

void apply(Queues& queues, const lobby::Left& e, const Mark&) {
  set_inside(queues, e, false);
}

void apply(Queues& queues, const lobby::Isolated& e, const Mark&) {
  set_inside(queues, e, false);
  if (!e.ticket || !queues.outlets.contains(e.outlet)) return;
  Queue& queue = queues.outlets.edit(e.outlet);
  const auto* ticket = queue.tickets.find(*e.ticket);
  if (ticket && !is_over(ticket->stage)) park_ticket(queue, *e.ticket);
}

void apply(Queues& queues, const lobby::IsolationReleased& e, const Mark&) {
  if (e.outcome != lobby::Outcome::taken_away || !e.ticket || !queues.outlets.contains(e.outlet))
    return;
  Queue& queue = queues.outlets.edit(e.outlet);
  const auto* ticket = queue.tickets.find(*e.ticket);
  if (!ticket || is_over(ticket->stage)) return;
  end_ticket(queue, *e.ticket, Stage::cancelled);
  ++queue.figures.cancelled;
}

void apply(Queues& queues, const lobby::Evacuated& e, const Mark&) {
  if (!queues.outlets.contains(e.outlet)) return;
  Queue& queue = queues.outlets.edit(e.outlet);
  const auto before = queue.tickets;
  for (const auto& [id, ticket] : before) {
    if (ticket.window > 0) wait_in_line(queue, id);
    set_inside(queue, id, false);
  }
}

}  // namespace waystation::queue

template struct waystation::RoomTable<waystation::queue::Commands>;
