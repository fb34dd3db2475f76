#pragma once
// Exact whole numbers: products in 128 bits, and a stop where one would not fit back into 64.
#include <cstdint>

#include "checking/broken.h"

namespace waystation::checking {

__extension__ using Wide = __int128;

inline std::int64_t exact(Wide value) {
  constexpr Wide largest = 1'000'000'000'000'000'000;
  if (value > largest || value < -largest) throw Unreadable{"network", "its numbers are too large"};
  return std::int64_t(value);
}

}  // namespace waystation::checking
