#pragma once
// Tape: everything random about a day, drawn before it is played. Each number belongs to (seed,
// outlet, replication, visitor, purpose) and to nothing else: Philox4x32-10 (Salmon et al.,
// "Parallel random numbers: as easy as 1, 2, 3", SC11) keyed by the seed, its counter made of the
// rest. So a what-if replays the very same visitors (common random numbers), and the days do not
// depend on the order in which threads draw them.
#include <cstdint>

#include "foresight/prepared.h"

namespace waystation::foresight {

struct Replication {
  std::uint64_t seed = 1;
  std::uint32_t outlet = 0, number = 0;
};

// One array for each purpose. Appointments come first, then the walk-ins in the order they arrive.
struct Tape {
  static constexpr int arrays = visitors_most + 64;  // The last block of walk-ins is drawn whole.
  std::int32_t visitors = 0;                         // Appointments and walk-ins.
  std::int32_t appointments_shown = 0;
  bool cut =
      false;  // More walk-ins than there is room for: none in 10⁸ days that `prepare` admits.
  alignas(64) std::int32_t arrival[arrays];
  alignas(64) std::int32_t outside[arrays];   // Patience, ticks.
  alignas(64) std::int32_t patience[arrays];  // At the windows, ticks.
  alignas(64) std::int32_t window[arrays];    // Service, ticks.
  alignas(64) std::int32_t machine[arrays];   // Service, ticks.
  alignas(64) std::int32_t fen[arrays];       // Paid in; withdrawn where negative.
  alignas(64) std::uint16_t balk[arrays];     // Chance in 1/65536.
  std::uint8_t visitor_class[arrays];
  std::uint8_t traits[arrays];                        // Below: bits.
  std::int32_t appointment_order[appointments_most];  // tick × 64 + appointment, ascending.
};

inline constexpr std::uint8_t to_machine = 1, machine_fails = 2, is_proxy = 4;

}  // namespace waystation::foresight
