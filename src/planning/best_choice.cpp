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

  void consider(const Choice& choice) {
    if (best_ && least_unfilled(problem_, pool_, choice.windows) > best_->staffing.unfilled) return;
    auto staffing = staff_crews(problem_, choice.windows);
    if (!staffing || (best_ && staffing->unfilled > best_->staffing.unfilled)) return;
    Walk walk = shortest_walks(problem_, choice.windows);
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

Solution best_choice(const Problem& p, const std::vector<Choice>& all) {
  std::vector<const Choice*> order;
  for (const Choice& c : all) order.push_back(&c);
  std::ranges::stable_sort(order, {}, [](const Choice* c) { return rank(*c); });
  for (auto at = order.begin(); at != order.end();) {
    Finalists finalists(p);
    const auto first = at;
    for (; at != order.end() && rank(**at) == rank(**first); ++at) finalists.consider(**at);
    if (finalists.best()) return *finalists.best();
  }
  throw std::logic_error("the choice that opens least cannot be staffed");
}

}  // namespace waystation::planning
