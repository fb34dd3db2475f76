#include "planning/crew_question.h"

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
    out.push_back({w.skills, {any || w.fit[0], any || w.fit[1]}});
  }
  return out;
}

CrewAnswer answer(const Pool& pool, const Posts& posts, int crews) {
  return {count(posts), pool.most_filled(posts), crews};
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
    const CrewAnswer of_team = answer(pool, posts, 1);
    if (!worst || of_team.filled < worst->filled) worst = of_team;
  }
  return worst.value_or(CrewAnswer{});
}

}  // namespace

bool counts(const Worker& w, const Rules& rules) {
  return (w.inside || !rules.contains(H4)) && !(w.excluded && rules.contains(H14));
}

CrewAnswer ask_crews(const Problem& p, const Windows& open, std::size_t site, const Rules& rules) {
  const Pool pool(people_under(p, rules), p.in_use, keys_under(rules));
  if (!rules.contains(H7)) return ask_alone(p, pool, site);
  Windows windows = open;
  windows[site] = 1;
  return answer(pool, posts_of(p, windows), crews_of(p, windows));
}

}  // namespace waystation::planning
