#pragma once
// Engine: plays one prepared day from one tape. Whatever may happen next lies in a fixed slot of
// one array as tick × 256 + slot; the smallest is next, so equal ticks go by slot: walk-in,
// appointment, timetable, windows, machines, then those who wait, each in the place it took (the
// lowest free). It allocates nothing. Working memory of a worker: tape, engine and waits, below 64
// KiB.
#include <array>
#include <cstdint>

#include "foresight/tape.h"

namespace waystation::foresight {

// What happened, for the test that compares with a slow engine.
enum class What : std::uint8_t {
  entered,
  waits_outside,
  balked,
  left_outside,
  called,
  left_window,
  served_window,
  to_machine_line,
  machine_started,
  served_machine,
  window_paused,
  window_back,
  machine_paused,
  timetable
};
struct Happened {
  std::int32_t tick = 0;
  What what = What::entered;
  std::int32_t who = 0;  // Visitor, window, machine or entry.
  bool operator==(const Happened&) const = default;
};
struct Trace {
  Happened* next = nullptr;
  Happened* end = nullptr;
};

// Of the open hours, and one more for what comes after closing.
template <class T> using ByHour = std::array<T, hours_most + 1>;
template <class T> using ByClass = std::array<T, classes_most>;

struct Day {
  ByClass<std::int32_t> arrived{}, served{}, balked{}, left_outside{}, left_window{}, called{};
  ByClass<std::int64_t> waited{};                    // At the windows until the call, ticks.
  ByHour<std::int64_t> inside{}, pairs{}, at_cap{};  // × ticks.
  ByHour<std::int32_t> peak{}, outside_peak{}, lost{};
  std::int64_t windows_busy = 0, windows_staffed = 0, machines_busy = 0;  // × ticks.
  std::int32_t holders = 0, window_services = 0, rounds = 0, last_exit = 0, events = 0;
  std::int64_t least_fen = 0, least_machine_fen = 0;  // Of the stock in the course of the day.
  bool cut = false;
  bool operator==(const Day&) const = default;
};

// From the door to the first service, in classes of waiting time that grow with it: eight to each
// doubling, so a quantile is known to about 4 %.
struct Waits {
  static constexpr int bins = 128;
  std::array<std::array<std::uint32_t, bins>, classes_most> by_class{};
  std::array<std::array<std::uint32_t, bins>, hours_most> by_hour{};  // Of the arrival.
};

struct Engine {
  static constexpr int slots = 256, first_window = 4, first_machine = first_window + windows_most,
                       first_waiter = first_machine + machines_most;
  static constexpr int outside_booked = 0, outside_walk_in = 1, window_line = 2,
                       machine_line = window_line + lines_most, lines = machine_line + 2;
  static constexpr std::int32_t never = 0x7fffffff;
  alignas(64) std::int32_t key[slots];
  std::int32_t since[slots];
  std::uint16_t visitor[slots];
  std::uint8_t next[slots], previous[slots], line[slots];
  std::uint8_t head[lines], tail[lines];
  std::int32_t length[lines];
  std::uint64_t free_waiters[slots / 64];
  std::uint8_t
      pause_of[pauses_most];  // Pauses that wait for a free window: entries of the timetable.
};
static_assert(sizeof(Tape) + sizeof(Engine) + sizeof(Waits) + sizeof(Day) <= 64 * 1024);
static_assert(Engine::slots - Engine::first_waiter >= lobby_most + outside_most);

// The same code for an instruction set; each gives the same bytes.
struct Kernel {
  const char* name;
  bool (*is_supported)();
  void (*draw)(const Prepared&, const Replication&, Tape&);
  void (*play)(const Prepared&, const Tape&, Engine&, Waits&, Day&);
  void (*play_traced)(const Prepared&, const Tape&, Engine&, Waits&, Day&, Trace&);
  // For tests and for queueing.cpp; in and out may be the same. n is a multiple of 64.
  void (*log_of)(const float* in, float* out, int n);     // Of normal numbers above 0.
  void (*exp_of)(const float* in, float* out, int n);     // Of -80 to 80.
  void (*normal_of)(const float* in, float* out, int n);  // Quantile of the normal distribution.
  // Uniform in (0, 1), 64 × blocks of them, by purpose.
  void (*uniforms)(const Replication&, std::uint32_t purpose, std::uint32_t first, float* out,
                   int blocks);
};
extern const Kernel kernel_sse2, kernel_avx2, kernel_avx512;
const Kernel& best_kernel();  // The widest that this processor has.

}  // namespace waystation::foresight
