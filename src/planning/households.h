#pragma once
// Households stay together (H7): colleagues under one roof share a table, so all of them who serve
// do so in one team. Numbers of people cannot see that, so each household that could be split is
// tried in the one team and in the other. What nobody can exceed (the undecided serve in both
// teams) and what is sure already (they stay at home) end most trials early.
#include <functional>

#include "planning/posts.h"

namespace waystation::planning {

// What so many people can fill: the first number counts most. More people never score less.
using Score = std::vector<int>;
using Scored = std::function<Score(const std::vector<Candidate>&)>;

struct Together {
  Score score;
  std::vector<Candidate> people;  // As asked; of a household all in one team, or all at home.
};

// The best score that any way to keep households together allows.
Together best_together(std::vector<Candidate>, std::array<bool, teams> in_use, const Scored&);

// Households of which more than one person may work in a team in use.
int households_of_several(const std::vector<Candidate>&, std::array<bool, teams> in_use);

}  // namespace waystation::planning
