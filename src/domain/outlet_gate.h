#pragma once
// The gate's questions one by one, for the checklist that answers them before the gate is asked. A
// crew and its stock are judged by the approved plan of the day; without one there is no answer.
#include "domain/outlet.h"

namespace waystation::outlet {

bool is_disinfected(const Bank&, const OutletId&, Time now);
bool is_clear_of_suspects(const Bank&, const OutletId&);
std::optional<bool> is_crew_fit(const Bank&, const OutletId&, Time now);
std::optional<bool> are_checks_done(const Bank&, const OutletId&, Time now);
std::optional<bool> do_supplies_cover(const Bank&, const OutletId&, Time now);

}  // namespace waystation::outlet
