#pragma once
// Could a crew be found for one more outlet if only some of the rules were kept? The rules decide
// who counts, which posts need a key, and whether the other outlets' crews must be filled from the
// same people.
#include <set>

#include "planning/choices.h"

namespace waystation::planning {

using Rules = std::set<plan::Rule>;

struct CrewAnswer {
  int needed = 0;
  int filled = 0;        // With H7 no household is in two teams.
  int crews = 0;         // That must be filled together.
  int filled_apart = 0;  // If households could be in two teams.
  int households = 0;    // With more than one person among those who count.
  bool can_fill() const { return filled == needed; }
};

CrewAnswer ask_crews(const Problem&, const Windows& open, std::size_t site, const Rules&);

// The person passes H4 and H14 as far as these are among the rules.
bool counts(const Worker&, const Rules&);

}  // namespace waystation::planning
