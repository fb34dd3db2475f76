#include <algorithm>

#include "domain/bank.h"

namespace waystation::queue {

namespace {

// Walks several lines as one, in calling order.
class Walk {
 public:
  void join(const Turns& turns) {
    if (!turns.empty()) ways_.push_back({turns.begin(), turns.end()});
  }
  const Turns::value_type* next() {
    Way* first = nullptr;
    for (Way& way : ways_)
      if (way.at != way.end && (!first || way.at->first < first->at->first)) first = &way;
    if (!first) return nullptr;
    const auto* turn = &*first->at;
    ++first->at;
    return turn;
  }

 private:
  struct Way {
    Turns::iterator at, end;
  };
  std::vector<Way> ways_;
};

const Line* line_of(const Queue& queue, Service service) {
  return queue.lines.empty() ? nullptr : &queue.lines[std::size_t(service)];
}

// The first in calling order of those that may be called.
std::optional<Next> first_of(const Queue& queue, const Window& window, bool has_place) {
  const Turns::value_type* first = nullptr;
  bool inside = false;
  const auto consider = [&](const Turns& turns, bool is_inside) {
    if (turns.empty()) return;
    const auto& turn = *turns.begin();
    if (first && first->first < turn.first) return;
    first = &turn, inside = is_inside;
  };
  for (const Service service : window.services) {
    const auto* line = line_of(queue, service);
    if (!line) continue;
    consider(line->inside, true);
    if (has_place) consider(line->outside, false);
  }
  if (!first) return {};
  return Next{first->second, inside};
}

}  // namespace

// ---- The rule.

std::int64_t head_start_minutes(const Bank& bank, const OutletId& outlet, Day day,
                                Priority priority, bool booked) {
  using enum policy::Key;
  const auto value = [&](policy::Key key) {
    return policy::in_force(bank, key, outlet, day).value;
  };
  const std::int64_t own = priority == Priority::ordinary ? 0 : value(priority_head_start_minutes);
  return std::max(own, booked ? value(appointment_head_start_minutes) : 0);
}

CallingRule calling_rule(const Bank& bank, const OutletId& outlet, Day day) {
  using enum policy::Key;
  const auto value = [&](policy::Key key) {
    return policy::in_force(bank, key, outlet, day).value;
  };
  CallingRule rule{.version = bank.policies.version,
                   .head_starts = {},
                   .appointment_minutes = value(appointment_head_start_minutes),
                   .longest_head_start_minutes = value(appointment_head_start_minutes),
                   .calls = value(ticket_calls),
                   .back_places = value(missed_back_places),
                   .returns = value(missed_returns),
                   .cap = lobby::cap_of(bank, outlet, day)};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Priority>>([&](auto priority) {
    const auto own = head_start_minutes(bank, outlet, day, priority.value, false);
    rule.head_starts.push_back({priority.value, own});
    rule.longest_head_start_minutes = std::max(rule.longest_head_start_minutes, own);
  });
  return rule;
}

// ---- What keeps tickets from being handled.

std::optional<Refusal> refuse_outlet(const Bank& bank, const OutletId& id) {
  using enum outlet::State;
  const auto* outlet = bank.outlets.find(id);
  if (!outlet) return unknown("outlet.unknown", id.text);
  if (outlet->kind == outlet::Kind::back_office) return conflict("outlet.no-counter");
  const auto state = outlet->state;
  if (state == open || state == limited || state == paused) return {};
  return conflict("outlet.not-open", {{"state", std::string(name_of(state))}});
}

std::optional<Refusal> refuse_clock(const Bank& bank, const OutletId& outlet, Time now) {
  const auto* queue = queue_of(bank, outlet);
  if (!queue || now >= queue->last_at) return {};
  return conflict("queue.clock-behind", {{"last", to_text(queue->last_at)}});
}

// A day that nobody closed is closed first, by somebody who says what becomes of those who still
// wait.
std::optional<Refusal> refuse_day(const Bank& bank, const OutletId& outlet, Time now) {
  if (auto no = refuse_clock(bank, outlet, now)) return no;
  const auto* queue = queue_of(bank, outlet);
  if (!queue) return {};
  if (queue->day != today_at(bank, outlet, now)) {
    if (queue->live == 0) return {};
    return conflict("queue.day-not-closed",
                    {{"day", to_text(queue->day)}, number("tickets", queue->live)});
  }
  if (queue->closed) return conflict("queue.day-over", {{"day", to_text(queue->day)}});
  return {};
}

static std::optional<Refusal> refuse_calling(const Bank& bank, const OutletId& outlet,
                                             std::int32_t window, Time now) {
  if (auto no = refuse_outlet(bank, outlet)) return no;
  if (bank.outlets.at(outlet).state == outlet::State::paused)
    return conflict("queue.outlet-paused", {{"reason", bank.outlets.at(outlet).reason}});
  if (lobby::is_evacuated(bank, outlet)) return conflict("lobby.under-evacuation");
  if (auto no = refuse_day(bank, outlet, now)) return no;
  const auto* queue = queue_of(bank, outlet);
  const auto* found = queue ? window_of(*queue, window) : nullptr;
  const bool of_today = queue && queue->day == today_at(bank, outlet, now);
  if (!found || found->state != WindowState::open || !of_today)
    return conflict("queue.window-not-open", {number("window", window)});
  if (found->ticket)
    return conflict("queue.window-busy",
                    {number("window", window), {"ticket", found->ticket->text}});
  return {};
}

std::optional<Refusal> why_nobody_callable(const Bank& bank, const OutletId& outlet,
                                           std::int32_t window, Time now) {
  if (auto no = refuse_calling(bank, outlet, window, now)) return no;
  const Queue& queue = *queue_of(bank, outlet);
  const Window& free = *window_of(queue, window);
  if (waiting_for(queue, free) == 0)
    return conflict("queue.nobody-waiting", {number("window", window)});
  const auto now_there = lobby::occupancy(bank, outlet, queue.day);
  if (first_of(queue, free, now_there.places() > 0)) return {};
  return conflict("lobby.full", lobby::facts_of(now_there));
}

std::optional<Next> next_at(const Bank& bank, const OutletId& outlet, std::int32_t window,
                            Time now) {
  if (refuse_calling(bank, outlet, window, now)) return {};
  const Queue& queue = *queue_of(bank, outlet);
  const auto now_there = lobby::occupancy(bank, outlet, queue.day);
  return first_of(queue, *window_of(queue, window), now_there.places() > 0);
}

std::int64_t waiting_for(const Queue& queue, const Window& window) {
  std::int64_t sum = 0;
  for (const Service service : window.services)
    if (const auto* line = line_of(queue, service)) sum += line->size();
  return sum;
}

// ---- Places.

std::vector<std::int64_t> ahead_by_service(const Queue& queue, const TicketId& id) {
  std::vector<std::int64_t> ahead(services);
  const auto* ticket = queue.tickets.find(id);
  if (!ticket || ticket->stage != Stage::waiting) return ahead;
  const TurnId own = turn_of(*ticket, id);
  for (std::size_t s = 0; s < queue.lines.size(); ++s) {
    Walk walk;
    walk.join(queue.lines[s].inside);
    walk.join(queue.lines[s].outside);
    for (const auto* turn = walk.next(); turn && turn->first < own; turn = walk.next()) ++ahead[s];
  }
  return ahead;
}

std::int64_t people_before(const Bank& bank, const OutletId& outlet, const TicketId& id) {
  const auto* queue = queue_of(bank, outlet);
  const auto* ticket = queue ? queue->tickets.find(id) : nullptr;
  if (!ticket) return 0;
  const auto ahead = ahead_by_service(*queue, id);
  // A line counts where one open window serves it and this ticket's service.
  std::vector<bool> shared(services);
  shared[std::size_t(ticket->service)] = true;
  for (const Window& window : queue->windows) {
    if (window.state != WindowState::open) continue;
    if (std::ranges::find(window.services, ticket->service) == window.services.end()) continue;
    for (const Service service : window.services) shared[std::size_t(service)] = true;
  }
  std::int64_t sum = 0;
  for (std::size_t s = 0; s < services; ++s)
    if (shared[s]) sum += ahead[s];
  return sum;
}

bool is_among_first_outside(const Bank& bank, const OutletId& outlet, const TicketId& id,
                            std::int64_t first) {
  const auto* ticket = ticket_of(bank, outlet, id);
  if (!ticket || ticket->stage != Stage::waiting || ticket->inside) return true;
  const TurnId own = turn_of(*ticket, id);
  Walk walk;
  for (const Line& line : queue_of(bank, outlet)->lines) walk.join(line.outside);
  for (std::int64_t i = 0; i < first; ++i) {
    const auto* turn = walk.next();
    if (!turn || turn->first == own) return true;
  }
  return false;
}

Time behind(const Queue& queue, const TicketId& id, std::int64_t places) {
  const Ticket& ticket = queue.tickets.at(id);
  Time at = ticket.virtual_arrival;
  const auto* line = line_of(queue, ticket.service);
  if (!line) return at;
  Walk walk;
  walk.join(line->inside);
  walk.join(line->outside);
  for (std::int64_t i = 0; i < places; ++i) {
    const auto* turn = walk.next();
    if (!turn) break;
    const Time theirs = queue.tickets.at(turn->second).virtual_arrival;
    at = std::max(at, theirs + std::chrono::microseconds{1});
  }
  return at;
}

}  // namespace waystation::queue
