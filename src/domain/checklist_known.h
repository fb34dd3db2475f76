#pragma once
// What the system answers by itself 系统自答, so that nobody ticks by hand what the log already
// proves, and nobody can tick away what it disproves.
#include "domain/checklist_template.h"

namespace waystation::checklist {

// Whether it is so now; none where the system cannot know, and a person must look: an outlet
// without an approved plan has no crew that the system could judge.
std::optional<bool> known(const Bank&, const OutletId&, KnownFact, Time now);

bool holds(const Bank&, const OutletId&, Condition, Time now);

}  // namespace waystation::checklist
