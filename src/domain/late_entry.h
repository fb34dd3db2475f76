#pragma once
// Late entries 补录: what happened while nobody could type is recorded afterwards, with both times:
// when it happened (`occurred_at`) and when it was recorded (the entry's own). Never in the future,
// and no further back than the policy lets.
#include "domain/room.h"

namespace waystation::late_entry {

// When a thing happened at an outlet, and which day that was there.
struct Moment {
  Time at;
  Day day;
  bool late = false;  // Recorded after it happened.
};

Moment moment_of(const Bank&, const OutletId&, const std::optional<Time>& occurred_at,
                 const Stamp&);
std::optional<Refusal> refuse(const Bank&, const OutletId&, const std::optional<Time>& occurred_at,
                              const Stamp&);

}  // namespace waystation::late_entry
