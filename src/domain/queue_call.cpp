#include "domain/bank.h"

namespace waystation::queue {

namespace {

struct AtWindow {
  TicketId id;
  const Ticket* ticket = nullptr;
};

// Who stands at a window or was called there, for the commands that speak of a window.
Decision<AtWindow> at_window(const Bank& bank, const auto& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = refuse_clock(bank, c.outlet, stamp.at)) return *no;
  const auto* queue = queue_of(bank, c.outlet);
  const auto* window = queue ? window_of(*queue, c.window) : nullptr;
  if (!window || !window->ticket)
    return conflict("queue.window-idle", {number("window", c.window)});
  return AtWindow{*window->ticket, queue->tickets.find(*window->ticket)};
}

Decision<AtWindow> at_window(const Bank& bank, const auto& c, const Stamp& stamp, Stage stage) {
  auto found = at_window(bank, c, stamp);
  if (!found || found->ticket->stage == stage) return found;
  std::string is(name_of(found->ticket->stage));
  return conflict(stage == Stage::called ? "queue.serving-already" : "queue.not-serving",
                  {{"ticket", found->id.text}, {"stage", std::move(is)}});
}

std::int64_t value(const Bank& bank, policy::Key key, const OutletId& outlet, Time now) {
  return policy::in_force(bank, key, outlet, today_at(bank, outlet, now)).value;
}

}  // namespace

// ---- Call.

Decision<Called> decide(const Bank& bank, const Call& c, const Stamp& stamp) {
  if (auto no = why_nobody_callable(bank, c.outlet, c.window, stamp.at)) return *no;
  const Next next = *next_at(bank, c.outlet, c.window, stamp.at);
  const Queue& queue = *queue_of(bank, c.outlet);
  return Called{.outlet = c.outlet,
                .window = c.window,
                .ticket = next.ticket,
                .virtual_arrival = queue.tickets.at(next.ticket).virtual_arrival,
                .holder_inside = next.inside,
                .waiting = waiting_for(queue, *window_of(queue, c.window)),
                .lobby = lobby::occupancy(bank, c.outlet, queue.day),
                .rule_version = bank.policies.version};
}

void apply(Queues& queues, const Called& e, const Mark& mark) {
  Queue& queue = touch(queues, e.outlet, mark);
  come_to_window(queue, e.ticket, e.window);
  ++queue.figures.called;
  Ticket& ticket = queue.tickets.edit(e.ticket);
  if (ticket.first_called_at) return;
  ticket.first_called_at = mark.at;
  count_first_call(queue.figures, ticket, mark.at);
}

// ---- Recall.

Decision<Recalled> decide(const Bank& bank, const Recall& c, const Stamp& stamp) {
  const auto called = at_window(bank, c, stamp, Stage::called);
  if (!called) return called.error();
  const auto most = value(bank, policy::Key::ticket_calls, c.outlet, stamp.at);
  if (called->ticket->calls >= most)
    return conflict("queue.calls-used-up", {number("calls", called->ticket->calls)});
  return Recalled{c.outlet, c.window, called->id, called->ticket->calls + 1};
}

void apply(Queues& queues, const Recalled& e, const Mark& mark) {
  touch(queues, e.outlet, mark).tickets.edit(e.ticket).calls = e.calls;
}

// ---- Miss.

Decision<Missed> decide(const Bank& bank, const Miss& c, const Stamp& stamp) {
  const auto called = at_window(bank, c, stamp, Stage::called);
  if (!called) return called.error();
  const Ticket& ticket = *called->ticket;
  const auto calls = value(bank, policy::Key::ticket_calls, c.outlet, stamp.at);
  if (ticket.calls < calls)
    return conflict("queue.calls-left", {number("calls", ticket.calls), number("of", calls)});
  if (ticket.returns >= value(bank, policy::Key::missed_returns, c.outlet, stamp.at))
    return Missed{c.outlet, c.window, called->id, MissedOutcome::voided, ticket.virtual_arrival};
  const auto places = value(bank, policy::Key::missed_back_places, c.outlet, stamp.at);
  return Missed{c.outlet, c.window, called->id, MissedOutcome::sent_back,
                behind(*queue_of(bank, c.outlet), called->id, places)};
}

void apply(Queues& queues, const Missed& e, const Mark& mark) {
  Queue& queue = touch(queues, e.outlet, mark);
  if (e.outcome == MissedOutcome::voided) {
    end_ticket(queue, e.ticket, Stage::voided);
    ++queue.figures.voided;
    return;
  }
  Ticket& ticket = queue.tickets.edit(e.ticket);
  ticket.virtual_arrival = e.virtual_arrival;
  ++ticket.returns;
  ++queue.figures.sent_back;
  wait_in_line(queue, e.ticket);
}

// ---- Serve and finish.

Decision<ServingBegun> decide(const Bank& bank, const Serve& c, const Stamp& stamp) {
  const auto called = at_window(bank, c, stamp, Stage::called);
  if (!called) return called.error();
  return ServingBegun{c.outlet, c.window, called->id};
}

void apply(Queues& queues, const ServingBegun& e, const Mark& mark) {
  Queue& queue = touch(queues, e.outlet, mark);
  Ticket& ticket = queue.tickets.edit(e.ticket);
  if (!ticket.inside) --queue.coming;
  ticket.stage = Stage::serving;
}

Decision<Finished> decide(const Bank& bank, const Finish& c, const Stamp& stamp) {
  const auto served = at_window(bank, c, stamp, Stage::serving);
  if (!served) return served.error();
  return Finished{c.outlet, c.window, served->id};
}

void apply(Queues& queues, const Finished& e, const Mark& mark) {
  Queue& queue = touch(queues, e.outlet, mark);
  end_ticket(queue, e.ticket, Stage::served);
  ++queue.figures.served;
}

// ---- Park and transfer.

Decision<Parked> decide(const Bank& bank, const Park& c, const Stamp& stamp) {
  const auto there = at_window(bank, c, stamp);
  if (!there) return there.error();
  return Parked{c.outlet, c.window, there->id};
}

void apply(Queues& queues, const Parked& e, const Mark& mark) {
  Queue& queue = touch(queues, e.outlet, mark);
  park_ticket(queue, e.ticket);
}

Decision<Transferred> decide(const Bank& bank, const Transfer& c, const Stamp& stamp) {
  const auto there = at_window(bank, c, stamp);
  if (!there) return there.error();
  if (there->ticket->service == c.to)
    return conflict("queue.same-service", {{"service", std::string(name_of(c.to))}});
  return Transferred{c.outlet, c.window, there->id, c.to};
}

void apply(Queues& queues, const Transferred& e, const Mark& mark) {
  Queue& queue = touch(queues, e.outlet, mark);
  queue.tickets.edit(e.ticket).service = e.to;
  wait_in_line(queue, e.ticket);
}

}  // namespace waystation::queue
