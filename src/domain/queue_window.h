#pragma once
// Windows 窗口 that open for some services, pause for a break and close. No more stand open than
// the outlet was opened with; a window is left only when nobody stands at it.
#include "domain/queue_state.h"

namespace waystation::queue {

// ---- Open a window, come back from a break, or serve other services.

struct OpenWindow {
  static constexpr auto name = "queue.open-window";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::int32_t window = 1;
  std::vector<Service> services;
};
BOOST_DESCRIBE_STRUCT(OpenWindow, (), (outlet, window, services))

struct WindowOpened {
  static constexpr auto name = "queue.window-opened";
  OutletId outlet;
  Day day;
  std::int32_t window = 1;
  std::vector<Service> services;
};
BOOST_DESCRIBE_STRUCT(WindowOpened, (), (outlet, day, window, services))

Decision<WindowOpened> decide(const Bank&, const OpenWindow&, const Stamp&);
void apply(Queues&, const WindowOpened&, const Mark&);

// ---- Pause: a rest, a round of disinfection, cash, a fault.

struct PauseWindow {
  static constexpr auto name = "queue.pause-window";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::int32_t window = 1;
  PauseReason reason = PauseReason::rest;
};
BOOST_DESCRIBE_STRUCT(PauseWindow, (), (outlet, window, reason))

struct WindowPaused {
  static constexpr auto name = "queue.window-paused";
  OutletId outlet;
  std::int32_t window = 1;
  PauseReason reason = PauseReason::rest;
};
BOOST_DESCRIBE_STRUCT(WindowPaused, (), (outlet, window, reason))

Decision<WindowPaused> decide(const Bank&, const PauseWindow&, const Stamp&);
void apply(Queues&, const WindowPaused&, const Mark&);

// ---- Close a window.

struct CloseWindow {
  static constexpr auto name = "queue.close-window";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::int32_t window = 1;
};
BOOST_DESCRIBE_STRUCT(CloseWindow, (), (outlet, window))

struct WindowClosed {
  static constexpr auto name = "queue.window-closed";
  OutletId outlet;
  std::int32_t window = 1;
};
BOOST_DESCRIBE_STRUCT(WindowClosed, (), (outlet, window))

Decision<WindowClosed> decide(const Bank&, const CloseWindow&, const Stamp&);
void apply(Queues&, const WindowClosed&, const Mark&);

}  // namespace waystation::queue
