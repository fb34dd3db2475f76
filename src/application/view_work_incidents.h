#pragma once
// What the pages of incidents and the worklist share.
#include "application/view_incidents.h"

namespace waystation::view {

std::string action_of(incident::DueKind);  // The command that ends the clock.
std::string title_of_place(const Bank&, const Scope&);

}  // namespace waystation::view
