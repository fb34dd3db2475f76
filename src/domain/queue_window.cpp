#include <algorithm>

#include "domain/bank.h"

namespace waystation::queue {

namespace {

constexpr std::int32_t most_windows =
    99;  // Where the register does not say; two digits on the screen.

bool has_twice(std::vector<Service> list) {
  std::ranges::sort(list);
  return std::ranges::adjacent_find(list) != list.end();
}

std::optional<Refusal> refuse_number(const outlet::Outlet& outlet, std::int32_t window) {
  const std::int32_t most = outlet.windows > 0 ? outlet.windows : most_windows;
  if (window >= 1 && window <= most) return {};
  return invalid("queue.window-out-of-range", {number("window", window), number("most", most)});
}

// As many as the hard gate has let open, with a crew for each.
std::optional<Refusal> refuse_one_more(const outlet::Outlet& outlet, const Queue& queue) {
  if (outlet.windows_open == 0) return {};
  const auto open = std::ranges::count(queue.windows, WindowState::open, &Window::state);
  if (open < outlet.windows_open) return {};
  return conflict("queue.windows-all-open", {number("most", outlet.windows_open)});
}

// The queue as it stands today: yesterday's windows are closed.
Queue queue_today(const Bank& bank, const OutletId& outlet, Time now) {
  const auto* queue = queue_of(bank, outlet);
  return queue && queue->day == today_at(bank, outlet, now) ? *queue : Queue{};
}

std::optional<Refusal> refuse_window(const Bank& bank, const OutletId& outlet, std::int32_t window,
                                     Time now) {
  if (!bank.outlets.contains(outlet)) return unknown("outlet.unknown", outlet.text);
  if (auto no = refuse_clock(bank, outlet, now)) return no;
  const Queue queue = queue_today(bank, outlet, now);
  const auto* found = window_of(queue, window);
  if (!found || found->state == WindowState::closed)
    return conflict("queue.window-not-open", {number("window", window)});
  if (found->ticket)
    return conflict("queue.window-busy",
                    {number("window", window), {"ticket", found->ticket->text}});
  return {};
}

}  // namespace

// ---- Open.

Decision<WindowOpened> decide(const Bank& bank, const OpenWindow& c, const Stamp& stamp) {
  if (auto no = refuse_outlet(bank, c.outlet)) return *no;
  if (auto no = refuse_day(bank, c.outlet, stamp.at)) return *no;
  const auto& outlet = bank.outlets.at(c.outlet);
  if (auto no = refuse_number(outlet, c.window)) return *no;
  if (c.services.empty()) return invalid("queue.no-services");
  if (has_twice(c.services)) return invalid("queue.service-twice");
  const Queue queue = queue_today(bank, c.outlet, stamp.at);
  const auto* window = window_of(queue, c.window);
  const bool open = window && window->state == WindowState::open;
  if (open && window->services == c.services)
    return conflict("queue.window-already-open", {number("window", c.window)});
  if (!open)
    if (auto no = refuse_one_more(outlet, queue)) return *no;
  return WindowOpened{c.outlet, today_at(bank, c.outlet, stamp.at), c.window, c.services};
}

void apply(Queues& queues, const WindowOpened& e, const Mark& mark) {
  Queue& queue = begin_day(queues, e.outlet, e.day, mark);
  if (queue.windows.size() < std::size_t(e.window)) queue.windows.resize(std::size_t(e.window));
  Window& window = queue.windows[std::size_t(e.window) - 1];
  window = {WindowState::open, e.services, {}, window.ticket};
}

// ---- Pause.

Decision<WindowPaused> decide(const Bank& bank, const PauseWindow& c, const Stamp& stamp) {
  if (auto no = refuse_window(bank, c.outlet, c.window, stamp.at)) return *no;
  const auto* window = window_of(*queue_of(bank, c.outlet), c.window);
  if (window->state == WindowState::paused)
    return conflict("queue.window-already-paused", {number("window", c.window)});
  return WindowPaused{c.outlet, c.window, c.reason};
}

void apply(Queues& queues, const WindowPaused& e, const Mark& mark) {
  Window& window = touch(queues, e.outlet, mark).windows[std::size_t(e.window) - 1];
  window.state = WindowState::paused;
  window.paused_for = e.reason;
}

// ---- Close.

Decision<WindowClosed> decide(const Bank& bank, const CloseWindow& c, const Stamp& stamp) {
  if (auto no = refuse_window(bank, c.outlet, c.window, stamp.at)) return *no;
  return WindowClosed{c.outlet, c.window};
}

void apply(Queues& queues, const WindowClosed& e, const Mark& mark) {
  touch(queues, e.outlet, mark).windows[std::size_t(e.window) - 1] = {};
}

}  // namespace waystation::queue
