#pragma once
// Every choice of windows that the zone's crews, the van and the command's pins allow: the set F of
// docs/reference/plan-file.md §1.8. Zones are small, so it is written out; fewer windows never need
// more people, so whole branches fall at once.
#include "planning/posts.h"
#include "planning/service.h"

namespace waystation::planning {

struct Choice {
  Windows windows{};
  std::int64_t critical = 0, visits = 0;  // The most it serves a day.
  std::int64_t crew = 0;                  // People on site a day.
};

inline constexpr std::size_t most_choices = 500'000;

// In a fixed order, most windows first; none where there are more than `most_choices`. Where pins
// ask for what cannot be, households included, only the choice that nothing opens.
std::optional<std::vector<Choice>> choices(const Problem&, const Service&);

std::int64_t crew_total(const Problem&, const Windows&);
Posts posts_of(const Problem&, const Windows&);

}  // namespace waystation::planning
