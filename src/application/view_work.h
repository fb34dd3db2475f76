#pragma once
// What the parts of the worklist share: an item about an outlet, and which outlets are asked one by
// one. Each part adds what follows from its rooms.
#include "application/view_worklist.h"

namespace waystation::view {

using WorkItems = std::vector<WorkItem>;

WorkItem about_outlet(WorkCode, const OutletId&, const outlet::Outlet&);
Fact number(std::string name, std::int64_t value);

// Disinfection and airing by the clock of each touch point and machine, suspected cases and what
// they leave behind.
void add_upkeep(const Viewing&, const Scope&, WorkItems&);
// Cover, lots that expire, transfers on their way or short, shelves without a keeper.
void add_supplies(const Viewing&, const Scope&, WorkItems&);
// Outlets that will have no clean cash left before the next van; for who may see the cash.
void add_clean_cash(const Viewing&, const Scope&, WorkItems&);
// Settling, modes, cassettes and differences of self-service machines.
void add_machines(const Viewing&, const Scope&, WorkItems&);
// Windows that a van has missed, and plan B until it has helped.
void add_vans(const Viewing&, const Scope&, WorkItems&);
// Clocks of incidents, drills left out: every level sees those below it.
void add_incidents(const Viewing&, const Scope&, WorkItems&);
// Daily reports that are overdue: one's own, and for the level above how many below it are silent.
void add_reports(const Viewing&, const Scope&, WorkItems&);
// Directives that somebody should have read, or been tested in, by now.
void add_directives(const Viewing&, const Scope&, WorkItems&);
// Orders without an answer, pairs and codes beyond their time, days that two have not signed.
void add_cash(const Viewing&, const Scope&, WorkItems&);

}  // namespace waystation::view
