#pragma once
// The set F of docs/reference/plan-file.md §1.8: how many windows each outlet of the zone could
// have at once, and how many posts can be filled then. Crews ask the same everywhere, so only sums
// of posts matter to people.
#include <functional>

#include "checking/zone_model.h"

namespace waystation::checking {

using Windows = std::vector<std::int64_t>;  // By outlet.

class Choices {
 public:
  explicit Choices(const ZoneModel&);
  // Visits every member of F; {0} where the pins ask for what cannot be.
  void each(const std::function<void(const Windows&)>& visit) const;
  bool pins_clash() const { return pins_clash_; }
  // |S(n)| − M(n): posts and substitutes that stay empty whatever is done.
  std::int64_t unfilled_with_substitutes(const Windows&) const;
  std::int64_t people_on_site(const Windows&) const;

 private:
  struct Posts {
    std::int64_t crews = 0, tellers = 0, spares = 0;  // Tellers behind the first of each crew.
    auto operator<=>(const Posts&) const = default;
  };
  Posts posts_of(const Windows&) const;
  bool can_be_filled(const Windows&) const;
  bool can_be_carried(const Windows&) const;
  void extend(Windows&, std::size_t outlet, bool pins,
              const std::function<void(const Windows&)>&) const;

  const ZoneModel& model_;
  CrewFilling people_;
  bool pins_clash_ = false;
  mutable std::map<Posts, bool> fillable_;
  mutable std::map<Posts, std::int64_t> unfilled_;
};

// The posts of some crews of each team in use, in the order of docs/reference/plan-file.md §1.5.
void append_posts(std::vector<PostNeed>&, std::int64_t count, PostNeed need,
                  const std::vector<int>& teams);

}  // namespace waystation::checking
