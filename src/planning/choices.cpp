#include "planning/choices.h"

#include "planning/households.h"

namespace waystation::planning {

namespace {

struct Walker {
  const Problem& problem;
  Pool pool;
  Windows windows{};
  std::vector<Windows> found = {};

  // What outlets before `site` take is given, and it is allowed; outlets from `site` on are shut.
  void walk(std::size_t site, const Posts& taken, std::int64_t cash) {
    if (found.size() > most_choices) return;
    if (site == problem.sites.size()) {
      found.push_back(windows);
      return;
    }
    const Site& s = problem.sites[site];
    std::vector<std::pair<Posts, std::int64_t>> with{{taken, cash}};  // By windows.
    for (int n = 1; n <= s.most_windows; ++n) {
      Posts posts = taken;
      for (int team = 0; team < teams; ++team)
        if (problem.in_use[team]) add_crew(posts, s, n, team);
      const std::int64_t more = cash + cash_need(problem, s, n);
      if (more > problem.van.carry_fen || !pool.can_fill(posts)) break;
      with.emplace_back(posts, more);
    }
    for (int n = int(std::ssize(with)) - 1; n >= (s.must_open ? 1 : 0); --n) {
      windows[site] = std::int16_t(n);
      walk(site + 1, with[n].first, with[n].second);
    }
    windows[site] = 0;
  }
};

// One window wherever pins ask for it: if people cannot be found for this, then for no choice.
bool can_keep_pins(const Problem& p) {
  Windows least{};
  for (std::size_t i = 0; i < p.sites.size(); ++i) least[i] = p.sites[i].must_open ? 1 : 0;
  const Posts posts = posts_of(p, least);
  const auto filled = [&](const std::vector<Candidate>& people) {
    return Score{Pool(people, p.in_use).most_filled(posts)};
  };
  return best_together(available_people(p), p.in_use, filled).score == Score{count(posts)};
}

}  // namespace

std::int64_t crew_total(const Problem& p, const Windows& windows) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < p.sites.size(); ++i)
    if (windows[i] > 0) sum += crew_size(p.sites[i], windows[i]);
  return sum;
}

Posts posts_of(const Problem& p, const Windows& windows) {
  Posts posts{};
  for (std::size_t i = 0; i < p.sites.size(); ++i)
    for (int team = 0; team < teams; ++team)
      if (p.in_use[team]) add_crew(posts, p.sites[i], windows[i], team);
  return posts;
}

std::optional<std::vector<Choice>> choices(const Problem& p, const Service& service) {
  Walker walker{p, Pool(available_people(p), p.in_use)};
  walker.walk(0, {}, 0);
  if (walker.found.size() > most_choices) return {};
  if (walker.found.empty() || !can_keep_pins(p)) walker.found = {Windows{}};
  std::vector<Choice> out;
  LeastCuts critical(service, Demand::critical), all(service, Demand::all);
  for (const Windows& w : walker.found)
    out.push_back({w, critical.most(w), all.most(w), crew_total(p, w)});
  return out;
}

}  // namespace waystation::planning
