#pragma once
// A prepared day: the tables that tape and engine read, plain data only. The kernels are compiled
// for instruction sets that not every processor has; so they include nothing of which the linker
// might take a function for the rest of the program.
#include <array>
#include <cstdint>

namespace waystation::foresight {

inline constexpr int classes_most = 8, windows_most = 10, machines_most = 10, lines_most = 4;
inline constexpr int lobby_most = 96, outside_most = 128;  // People; together the engine's slots.
inline constexpr int half_hours_most = 32, hours_most = half_hours_most / 2;
inline constexpr int visitors_most = 1280, appointments_most = 64;
inline constexpr int visits_most = 24;  // Pauses and vans of a day.
inline constexpr int timetable_most = visits_most + half_hours_most;
inline constexpr int pauses_most = 256;  // Waiting at once: visits_most × windows_most fit.
inline constexpr int holders_most = 8;   // Card holders for whom one proxy comes.
inline constexpr double ticks_per_minute = 1024;

struct Protection {
  int people = 0;             // In suits.
  double suit_minutes = 240;  // None is worn longer, nor twice.
  int wipes_per_suit = 5, wipes_per_service = 0, wipes_per_round = 0;
};

// Ticks of 1/1024 minute, fen, chances in 1/65536.
enum class Turn : std::uint8_t { windows, pause, round, van };
struct Entry {
  std::int32_t tick = 0;
  Turn turn = Turn::windows;
  std::int32_t count = 0;  // Windows.
  std::int32_t ticks = 0;  // How long.
  std::int64_t fen = 0;
};

struct PreparedClass {
  std::int32_t line = 0;
  std::uint32_t window_below = 65536, fails_below = 0, withdraws_below = 0, proxy_below = 0;
  std::int32_t holders = 2;
  bool uses_machine_cash = false;
  float outside_ticks = 0, patience_ticks = 0;
  float window_mu = 0, window_sigma = 0, machine_mu = 0, machine_sigma = 0;  // Of log ticks.
  float out_mu = 0, out_sigma = 0, in_mu = 0, in_sigma = 0;                  // Of log fen.
};

struct Prepared {
  std::int32_t close = 0, hours = 0, half_hours = 0, classes = 0, lines = 0;
  std::array<double, half_hours_most + 1> volume{};         // Expected walk-ins till a half hour.
  std::array<double, half_hours_most> ticks_per_visitor{};  // In the half hour.
  std::array<std::array<std::uint32_t, classes_most>, half_hours_most> class_below{};
  std::array<PreparedClass, classes_most> of_class{};
  std::array<std::int32_t, lines_most> head_start{};
  double volume_shape = 0;  // Of the Gamma factor; 0: none.
  std::int32_t appointments = 0, appointment_class = 0, appointment_spread = 0;
  std::uint32_t shows_below = 0;
  std::array<std::int32_t, appointments_most> appointment_earliest{};
  std::int32_t windows = 0, machines = 0, cap = 0;
  std::int64_t balk_people = 0;  // In 1/65536, so that it compares with a chance in 1/65536.
  std::array<std::uint8_t, machines_most> machine_takes{};  // Bit 0 withdrawals, bit 1 deposits.
  bool machines_alike = true, two_lines = false;
  std::int32_t entries = 0;
  std::array<Entry, timetable_most> timetable{};
  std::int64_t opening_fen = 0, machine_fen = 0;
  double contact_share = 0;  // Of the pairs in the lobby, those nearer than the distance.
  Protection protection;
};

}  // namespace waystation::foresight
