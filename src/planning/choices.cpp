#include "planning/choices.h"

#include "planning/households.h"

namespace waystation::planning {

namespace {

struct Walker {
  const Problem& problem;
  Pool pool;
  Windows windows{};
  std::vector<Windows> found = {};

  bool is_allowed() const {
    std::int64_t cash = 0;
    for (std::size_t i = 0; i < problem.sites.size(); ++i)
      if (windows[i] > 0) cash += cash_need(problem, problem.sites[i], windows[i]);
    return cash <= problem.van.carry_fen && pool.can_fill(posts_of(problem, windows));
  }

  // Outlets from `site` on are still shut; what is chosen so far is allowed.
  void walk(std::size_t site) {
    if (found.size() > most_choices) return;
    if (site == problem.sites.size()) {
      found.push_back(windows);
      return;
    }
    const Site& s = problem.sites[site];
    int most = 0;
    for (windows[site] = 1; windows[site] <= s.most_windows && is_allowed(); ++windows[site])
      most = windows[site];
    for (int n = most; n >= (s.must_open ? 1 : 0); --n) {
      windows[site] = std::int16_t(n);
      walk(site + 1);
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
  walker.walk(0);
  if (walker.found.size() > most_choices) return {};
  if (walker.found.empty() || !can_keep_pins(p)) walker.found = {Windows{}};
  std::vector<Choice> out;
  for (const Windows& w : walker.found)
    out.push_back(
        {w, service.most(Demand::critical, w), service.most(Demand::all, w), crew_total(p, w)});
  return out;
}

}  // namespace waystation::planning
