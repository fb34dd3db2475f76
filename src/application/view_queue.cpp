#include "application/view_queue.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

constexpr std::size_t calls_shown = 6;

TicketShown shown(const TicketId& id, const queue::Ticket& ticket) {
  return {.ticket = id,
          .service = ticket.service,
          .priority = ticket.priority,
          .card_holders = ticket.proxy ? ticket.proxy->card_holders : 0,
          .booked = ticket.booked,
          .inside = ticket.inside,
          .carried = ticket.carried,
          .stage = ticket.stage,
          .window = ticket.window,
          .taken_at = ticket.taken_at,
          .promised = ticket.promised};
}

std::vector<WindowNow> windows_of(const Viewing& v, const OutletId& id, const queue::Queue& queue) {
  std::vector<WindowNow> out;
  std::int32_t number = 0;
  for (const auto& window : queue.windows) {
    const auto* ticket = window.ticket ? queue.tickets.find(*window.ticket) : nullptr;
    WindowNow row{.window = ++number,
                  .state = window.state,
                  .services = window.services,
                  .paused_for = window.paused_for,
                  .ticket = window.ticket,
                  .serving = ticket && ticket->stage == queue::Stage::serving,
                  .calls = ticket ? ticket->calls : 0,
                  .next = {},
                  .why_nobody = {}};
    const Bank& bank = v.standing.bank;
    if (const auto no = queue::why_nobody_callable(bank, id, number, v.now))
      row.why_nobody = no->code;
    else if (const auto next = queue::next_at(bank, id, number, v.now))
      row.next = next->ticket;
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<ServiceNow> services_of(const Viewing& v, const OutletId& id,
                                    const queue::Queue& queue) {
  std::vector<ServiceNow> out;
  for (std::size_t i = 0; i < queue::services; ++i) {
    const auto service = queue::Service(i);
    out.push_back({service, i < queue.lines.size() ? queue.lines[i].size() : 0,
                   queue::expected_wait(v.standing.bank, id, service, v.now)});
  }
  return out;
}

// Those that are not over, in calling order; and the last calls of the day.
void read_tickets(const queue::Queue& queue, QueuePage& page) {
  std::vector<std::pair<Time, TicketShown>> live;
  for (const auto& [id, ticket] : queue.tickets) {
    if (!queue::is_over(ticket.stage)) live.emplace_back(ticket.virtual_arrival, shown(id, ticket));
    if (ticket.first_called_at && local_day(*ticket.first_called_at, page.time_zone) == queue.day)
      page.last_called.push_back({id, ticket.window, *ticket.first_called_at});
  }
  std::ranges::stable_sort(live, {}, [](const auto& one) { return one.first; });
  for (auto& [arrival, ticket] : live) page.tickets.push_back(std::move(ticket));
  std::ranges::stable_sort(page.last_called, std::greater(), &CallShown::at);
  if (page.last_called.size() > calls_shown) page.last_called.resize(calls_shown);
}

DayFigures figures_of(const queue::Figures& day) {
  return {.taken = day.taken,
          .served = day.served,
          .voided = day.voided,
          .no_shows = day.no_shows,
          .wait_p50_minutes = queue::wait_percentile(day, 50),
          .wait_p90_minutes = queue::wait_percentile(day, 90),
          .promise_kept_permille = queue::hit_permille(day)};
}

PlaceInQueue place_of(const Viewing& v, const OutletId& id, const TicketId& asked,
                      const queue::Ticket& ticket, const lobby::Occupancy& lobby) {
  const Bank& bank = v.standing.bank;
  const bool waiting = ticket.stage == queue::Stage::waiting;
  const bool outside = waiting && !ticket.inside;
  return {.ticket = shown(asked, ticket),
          .before = waiting ? queue::people_before(bank, id, asked) : 0,
          .wait = queue::expected_wait(bank, id, asked, v.now),
          .may_enter = outside && lobby.places() > 0 &&
                       queue::is_among_first_outside(bank, id, asked, lobby.places())};
}

void read_lobby(const Viewing& v, QueuePage& page, Day today) {
  const Bank& bank = v.standing.bank;
  page.lobby = lobby::occupancy(bank, page.outlet, today);
  page.cap = lobby::cap_of(bank, page.outlet, today);
  const auto* lobby = bank.lobbies.find(page.outlet);
  if (!lobby) return;
  page.evacuated = lobby->evacuated;
  page.evacuated_for = lobby->reason;
  if (lobby->day == today) page.counts = lobby->counts;
  if (v.role != Role::hall_display) page.isolated = lobby->isolated;
}

void read_outlet(const Viewing& v, QueuePage& page, const outlet::Outlet& outlet) {
  page.title = outlet.title;
  page.shown_state = shown_state(v, page.outlet, outlet);
  page.opens = outlet.opens;
  page.closes = outlet.closes;
  page.time_zone = outlet::time_zone_of(v.standing.bank, page.outlet);
  page.next_round = next_round_due(v, page.outlet);
  page.windows_open = outlet.windows_open;
  page.now = v.now;
}

}  // namespace

Decision<QueuePage> see(const Viewing& v, const QueueQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto* outlet = bank.outlets.find(q.outlet);
  if (!outlet) return unknown("outlet.unknown", q.outlet.text);
  if (auto no = refuse_outside(v, {outlet->city, q.outlet})) return *no;
  const Day today = today_at(v, q.outlet);
  QueuePage page;
  page.outlet = q.outlet;
  read_outlet(v, page, *outlet);
  page.rule = queue::calling_rule(bank, q.outlet, today);
  read_lobby(v, page, today);
  const auto* queue = queue::queue_of(bank, q.outlet);
  if (q.ticket && (!queue || !queue->tickets.contains(*q.ticket)))
    return unknown("queue.ticket-unknown", q.ticket->text);
  if (queue) {
    page.day = queue->day;
    page.closed = queue->closed;
    page.windows = windows_of(v, q.outlet, *queue);
    page.services = services_of(v, q.outlet, *queue);
    read_tickets(*queue, page);
    page.figures = figures_of(queue->figures);
    if (q.ticket)
      page.place = place_of(v, q.outlet, *q.ticket, queue->tickets.at(*q.ticket), page.lobby);
  }
  page.version = version_of(v.standing, "queue", q.outlet.text);
  stamp_as_of(page, v.standing);
  return page;
}

}  // namespace waystation::view
