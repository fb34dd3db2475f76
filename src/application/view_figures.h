#pragma once
// The six figures of the board, each with the numbers that it is made of and the outlet that
// decides it.
#include "application/view_board.h"

namespace waystation::view {

std::vector<Figure> six_figures(const Viewing&, const Scope&);
std::vector<StateCount> count_states(const Viewing&, const Scope&);
std::vector<CoverBar> cover_bars(const Viewing&, const Scope&);  // Shortest first.

}  // namespace waystation::view
