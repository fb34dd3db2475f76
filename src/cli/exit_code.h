#pragma once
// What the program's exit status means; scripts rely on it (docs/reference/command-line.md).
#include "core/decision.h"

namespace waystation::exit_code {

inline constexpr int ok = 0;
inline constexpr int failed = 1;
inline constexpr int usage = 2;
inline constexpr int not_found = 3;
inline constexpr int bad_input = 4;
inline constexpr int infeasible = 5;
inline constexpr int verification_failed = 6;
inline constexpr int conflict = 7;
inline constexpr int outcome_unknown = 70;  // EX_SOFTWARE: restart and replay.

inline int of(Why why) {
  switch (why) {
    case Why::invalid:
      return bad_input;
    case Why::forbidden:
      return failed;
    case Why::missing:
      return not_found;
    case Why::conflict:
    case Why::stale:
    case Why::mismatch:
      return conflict;
    case Why::busy:
      return failed;
    case Why::outcome_unknown:
      return outcome_unknown;
  }
  return failed;
}

}  // namespace waystation::exit_code
