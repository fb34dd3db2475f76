#pragma once
// The set F of docs/reference/plan-file.md §1.8: how many windows each outlet of the zone could
// have at once, and how many posts can be filled then. Crews ask the same everywhere, so only sums
// of posts matter to people.
#include <functional>

#include "checking/household_filling.h"
#include "checking/zone_model.h"

namespace waystation::checking {

using Windows = std::vector<std::int64_t>;  // By outlet.

struct CrewPosts {
  std::int64_t crews = 0, tellers = 0, spares = 0;  // Tellers behind the first of each crew.
  auto operator<=>(const CrewPosts&) const = default;
};

// The posts of such crews of each team, in the order in which scarce people are offered them; `key`
// is the right that both key-holders need, or 0.
HouseholdFilling::Kinds posts_by_kind(const CrewPosts&, std::uint32_t key,
                                      const std::vector<int>& teams);

class Choices {
 public:
  explicit Choices(const ZoneModel&);
  // Visits every member of F; {0} where the pins ask for what cannot be, households included.
  void each(const std::function<void(const Windows&)>& visit) const;
  bool pins_clash() const { return pins_clash_; }
  // |S(n)| − M(n): posts and substitutes that stay empty whatever is done.
  std::int64_t unfilled_with_substitutes(const Windows&) const;
  std::int64_t people_on_site(const Windows&) const;

 private:
  CrewPosts posts_of(const Windows&) const;
  bool can_be_filled(const Windows&) const;
  bool keeps_households() const;
  bool can_be_carried(const Windows&) const;
  void extend(Windows&, std::size_t outlet, bool pins,
              const std::function<void(const Windows&)>&) const;

  const ZoneModel& model_;
  CrewFilling people_;
  bool pins_clash_ = false;
  mutable std::map<CrewPosts, bool> fillable_;
  mutable std::map<CrewPosts, std::int64_t> unfilled_;
};

}  // namespace waystation::checking
