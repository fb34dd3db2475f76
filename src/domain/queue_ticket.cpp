#include <algorithm>

#include "domain/bank.h"

namespace waystation::queue {

namespace {

using std::chrono::minutes;

char letter_of(Service service) {
  return char('A' + int(service));
}

TicketId ticket_id(Day day, Service service, std::int32_t count) {
  const std::string digits = std::to_string(count);
  const std::string zeros(digits.size() < 3 ? 3 - digits.size() : 0, '0');
  return {to_text(day) + '-' + letter_of(service) + zeros + digits};
}

std::int32_t last_number(const Queue* queue, Day today, Service service) {
  return queue && queue->day == today ? queue->numbers[std::size_t(service)] : 0;
}

std::optional<Refusal> refuse_proxy(const Bank& bank, const Take& c, Day today) {
  if (!c.proxy) return {};
  const auto most =
      policy::in_force(bank, policy::Key::proxy_holders_max_people, c.outlet, today).value;
  if (c.proxy->card_holders >= 1 && c.proxy->card_holders <= most) return {};
  return invalid("queue.proxy-holders-out-of-range",
                 {number("holders", c.proxy->card_holders), number("most", most)});
}

std::optional<Refusal> refuse_more(const Bank& bank, const OutletId& outlet, Day today) {
  const auto* queue = queue_of(bank, outlet);
  const std::int64_t taken = queue && queue->day == today ? queue->figures.taken : 0;
  const auto most = policy::in_force(bank, policy::Key::tickets_most_per_day, outlet, today).value;
  if (taken < most) return {};
  return conflict("queue.day-full", {number("tickets", taken), number("most", most)});
}

bool is_given(const Queue* queue, Service service, Day today) {
  if (!queue || queue->day != today) return false;
  return std::ranges::any_of(queue->windows, [&](const Window& window) {
    return window.state != WindowState::closed &&
           std::ranges::find(window.services, service) != window.services.end();
  });
}

// Who takes a ticket from home sees neither the door nor the windows: what the crew may judge there
// is a rule here.
std::optional<Refusal> refuse_visitor(const Bank& bank, const Take& c, const Stamp& stamp) {
  if (stamp.role != Role::visitor) return {};
  if (c.channel != Channel::phone) return invalid("queue.visitor-channel");
  const auto& outlet = bank.outlets.at(c.outlet);
  const std::string& zone = outlet::time_zone_of(bank, c.outlet);
  const TimeOfDay local = local_time_of_day(stamp.at, zone);
  const bool hours_known = outlet.closes > outlet.opens;
  if (hours_known && (local < outlet.opens || local >= outlet.closes))
    return conflict("queue.outside-hours",
                    {{"opens", to_text(outlet.opens)}, {"closes", to_text(outlet.closes)}});
  if (!is_given(queue_of(bank, c.outlet), c.service, local_day(stamp.at, zone)))
    return conflict("queue.service-not-given", {{"service", std::string(name_of(c.service))}});
  return {};
}

}  // namespace

// ---- Take.

Taken next_ticket(const Bank& bank, const Take& c, const std::optional<BookingId>& booking,
                  Time now) {
  const Day today = today_at(bank, c.outlet, now);
  const std::int32_t count = last_number(queue_of(bank, c.outlet), today, c.service) + 1;
  const auto head = head_start_minutes(bank, c.outlet, today, c.priority, booking.has_value());
  return {.outlet = c.outlet,
          .ticket = ticket_id(today, c.service, count),
          .day = today,
          .service = c.service,
          .priority = c.priority,
          .channel = c.channel,
          .proxy = c.proxy,
          .booking = booking,
          .virtual_arrival = now - minutes{head},
          .promised = expected_wait(bank, c.outlet, c.service, now)};
}

Decision<Taken> decide(const Bank& bank, const Take& c, const Stamp& stamp) {
  if (auto no = refuse_outlet(bank, c.outlet)) return *no;
  if (auto no = refuse_day(bank, c.outlet, stamp.at)) return *no;
  const Day today = today_at(bank, c.outlet, stamp.at);
  if (auto no = refuse_visitor(bank, c, stamp)) return *no;
  if (auto no = refuse_proxy(bank, c, today)) return *no;
  if (auto no = refuse_more(bank, c.outlet, today)) return *no;
  return next_ticket(bank, c, {}, stamp.at);
}

void apply(Queues& queues, const Taken& e, const Mark& mark) {
  Queue& queue = begin_day(queues, e.outlet, e.day, mark);
  if (e.booking) end_booking(queues, e.outlet, *e.booking);
  ++queue.numbers[std::size_t(e.service)];
  ++queue.figures.taken;
  ++queue.live;
  queue.tickets.edit(e.ticket) = {.service = e.service,
                                  .priority = e.priority,
                                  .channel = e.channel,
                                  .proxy = e.proxy,
                                  .booked = e.booking.has_value(),
                                  .taken_at = mark.at,
                                  .virtual_arrival = e.virtual_arrival,
                                  .stage = Stage::parked,
                                  .first_called_at = {},
                                  .promised = e.promised};
  wait_in_line(queue, e.ticket);
}

// ---- Cancel.

Decision<Cancelled> decide(const Bank& bank, const Cancel& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = refuse_clock(bank, c.outlet, stamp.at)) return *no;
  if (auto no = refuse_ticket(bank, c.outlet, c.ticket)) return *no;
  const Ticket& ticket = *ticket_of(bank, c.outlet, c.ticket);
  if (ticket.window > 0)
    return conflict("queue.ticket-at-window", {number("window", ticket.window)});
  return Cancelled{c.outlet, c.ticket};
}

void apply(Queues& queues, const Cancelled& e, const Mark& mark) {
  Queue& queue = touch(queues, e.outlet, mark);
  end_ticket(queue, e.ticket, Stage::cancelled);
  ++queue.figures.cancelled;
}

// ---- Resume.

Decision<Resumed> decide(const Bank& bank, const Resume& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = refuse_clock(bank, c.outlet, stamp.at)) return *no;
  if (auto no = refuse_ticket(bank, c.outlet, c.ticket)) return *no;
  const Stage stage = ticket_of(bank, c.outlet, c.ticket)->stage;
  if (stage != Stage::parked)
    return conflict("queue.ticket-not-parked", {{"stage", std::string(name_of(stage))}});
  return Resumed{c.outlet, c.ticket};
}

void apply(Queues& queues, const Resumed& e, const Mark& mark) {
  wait_in_line(touch(queues, e.outlet, mark), e.ticket);
}

// ---- Correct the priority.

Decision<PriorityCorrected> decide(const Bank& bank, const CorrectPriority& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = refuse_clock(bank, c.outlet, stamp.at)) return *no;
  if (auto no = refuse_ticket(bank, c.outlet, c.ticket)) return *no;
  const Ticket& ticket = *ticket_of(bank, c.outlet, c.ticket);
  if (ticket.window > 0)
    return conflict("queue.ticket-at-window", {number("window", ticket.window)});
  if (ticket.priority == c.priority)
    return conflict("queue.priority-unchanged", {{"priority", std::string(name_of(c.priority))}});
  if (c.reason.empty()) return invalid("queue.reason-empty");
  const Day today = today_at(bank, c.outlet, stamp.at);
  const auto head = [&](Priority priority) {
    return minutes{head_start_minutes(bank, c.outlet, today, priority, ticket.booked)};
  };
  const Time without_head =
      ticket.returns == 0 ? ticket.taken_at : ticket.virtual_arrival + head(ticket.priority);
  return PriorityCorrected{c.outlet,   c.ticket, ticket.priority,
                           c.priority, c.reason, without_head - head(c.priority)};
}

void apply(Queues& queues, const PriorityCorrected& e, const Mark& mark) {
  Queue& queue = touch(queues, e.outlet, mark);
  const bool waits = queue.tickets.at(e.ticket).stage == Stage::waiting;
  if (waits) park_ticket(queue, e.ticket);
  Ticket& ticket = queue.tickets.edit(e.ticket);
  ticket.priority = e.priority;
  ticket.virtual_arrival = e.virtual_arrival;
  if (waits) wait_in_line(queue, e.ticket);
}

}  // namespace waystation::queue
