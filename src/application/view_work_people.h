#pragma once
// The worklist of people: who has fallen out and who could take the place, who keeps silent, whose
// test is due or missed, which suits are worn too long, which handover waits, and which backup was
// never tried.
#include "application/view_worklist.h"

namespace waystation::view {

void add_people_work(const Viewing&, const Scope&, std::vector<WorkItem>&);

}  // namespace waystation::view
