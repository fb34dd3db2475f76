#include "planning/crew_question.h"

#include "planning/households.h"

namespace waystation::planning {

namespace {

using enum plan::Rule;

Keys keys_under(const Rules& rules) {
  return rules.contains(H6) ? Keys::held : Keys::waived;
}

std::vector<Candidate> people_under(const Problem& p, const Rules& rules) {
  std::vector<Candidate> out;
  for (const Worker& w : p.workers) {
    if (!counts(w, rules)) continue;
    const bool any = !rules.contains(H8);
    out.push_back({w.skills, {any || w.fit[0], any || w.fit[1]}, w.household});
  }
  return out;
}

int crews_of(const Problem& p, const Windows& windows) {
  int sum = 0;
  for (int n : windows)
    if (n > 0) sum += int(p.in_use[0]) + int(p.in_use[1]);
  return sum;
}

// Each team of the outlet by itself: the one that can be filled least.
CrewAnswer ask_alone(const Problem& p, const Pool& pool, std::size_t site) {
  std::optional<CrewAnswer> worst;
  for (int team = 0; team < teams; ++team) {
    if (!p.in_use[team]) continue;
    Posts posts{};
    add_crew(posts, p.sites[site], 1, team);
    const int filled = pool.most_filled(posts);
    const CrewAnswer of_team{count(posts), filled, 1, filled};
    if (!worst || of_team.filled < worst->filled) worst = of_team;
  }
  return worst.value_or(CrewAnswer{});
}

}  // namespace

bool counts(const Worker& w, const Rules& rules) {
  return (w.inside || !rules.contains(H4)) && !(w.excluded && rules.contains(H14));
}

CrewAnswer ask_crews(const Problem& p, const Windows& open, std::size_t site, const Rules& rules) {
  const std::vector<Candidate> people = people_under(p, rules);
  const Keys keys = keys_under(rules);
  if (!rules.contains(H7)) return ask_alone(p, Pool(people, p.in_use, keys), site);
  Windows windows = open;
  windows[site] = 1;
  const Posts posts = posts_of(p, windows);
  const auto filled = [&](const std::vector<Candidate>& some) {
    return Score{Pool(some, p.in_use, keys).most_filled(posts)};
  };
  return {.needed = count(posts),
          .filled = best_together(people, p.in_use, filled).score.front(),
          .crews = crews_of(p, windows),
          .filled_apart = filled(people).front(),
          .households = households_of_several(people, p.in_use)};
}

}  // namespace waystation::planning
