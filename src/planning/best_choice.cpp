#include "planning/best_choice.h"

#include <algorithm>

namespace waystation::planning {

namespace {

auto rank(const Choice& c) {
  return std::tuple(-c.critical, -c.visits, c.crew);
}

// Of choices that serve alike with as many people on site.
class Finalists {
 public:
  explicit Finalists(const Problem& p)
      : problem_(p), pool_(available_people(p), p.in_use, Keys::held, kinds) {}

  // Who works is the dearest question, so it comes last: where no fewer posts can stay without a
  // substitute, only shorter walks can win.
  void consider(const Choice& choice) {
    const auto least = least_unfilled(problem_, pool_, choice.windows);
    if (best_ && least > best_->staffing.unfilled) return;
    const bool must_walk_less = best_ && least == best_->staffing.unfilled;
    if (must_walk_less && least_metres(problem_, best_->walk.prices, choice.windows,
                                       choice.critical, choice.visits) >= best_->walk.metres)
      return;
    Walk walk = shortest_walks(problem_, choice.windows);
    if (must_walk_less && walk.metres >= best_->walk.metres) return;
    auto staffing = staff_crews(problem_, choice.windows);
    if (!staffing) return;
    const auto key = [](const Staffing& s, const Walk& w) {
      return std::pair(s.unfilled, w.metres);
    };
    if (best_ && key(*staffing, walk) >= key(best_->staffing, best_->walk)) return;
    best_ = Solution{choice, std::move(*staffing), std::move(walk)};
  }
  const std::optional<Solution>& best() const { return best_; }

 private:
  const Problem& problem_;
  Pool pool_;
  std::optional<Solution> best_;
};

}  // namespace

std::int64_t least_unfilled(const Problem& p, const Pool& pool, const Windows& windows) {
  Posts posts{};
  for (std::size_t i = 0; i < p.sites.size(); ++i)
    for (int team = 0; team < teams; ++team) {
      if (!p.in_use[team]) continue;
      add_crew(posts, p.sites[i], windows[i], team);
      add_substitutes(posts, windows[i], team);
    }
  for (auto& of : posts) of[int(Kind::spare)] = 0;  // Spares are substitutes.
  return count(posts) - pool.most_filled(posts);
}

// Level by level without sorting: the first one or two nearly always hold the answer.
Solution best_choice(const Problem& p, const std::vector<Choice>& all) {
  using Rank = decltype(rank(Choice{}));
  for (std::optional<Rank> last;;) {
    std::optional<Rank> next;
    for (const Choice& c : all)
      if ((!last || rank(c) > *last) && (!next || rank(c) < *next)) next = rank(c);
    if (!next) throw std::logic_error("the choice that opens least cannot be staffed");
    Finalists finalists(p);
    for (const Choice& c : all)
      if (rank(c) == *next) finalists.consider(c);
    if (finalists.best()) return *finalists.best();
    last = next;
  }
}

}  // namespace waystation::planning
