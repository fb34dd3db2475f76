#pragma once
// The best plan of a small zone, found by trying everything: every choice of windows, every person
// in every post, every visit at every outlet. Slow, plain, and written from
// docs/reference/plan-file.md alone, so that the planner has something to be wrong against.
#include "random_zone.h"

namespace waystation::plans {

using Windows = std::vector<int>;  // By branch.

struct Post {
  int team = 0;
  Skill skill = teller;
  bool with_key = false, any_skill = false;
};

class Exhaustive {
 public:
  explicit Exhaustive(const RandomZone&);

  struct Best {
    std::array<std::int64_t, 6> values{};  // L1 to L6.
    bool pins_clash = false;               // So that nothing opens.
  };
  Best best() const;
  // All rules hold if exactly these windows open; pins that order outlets to open are not asked.
  bool can_open(const Windows&) const;

 private:
  struct Served {
    int critical = 0, visits = 0;
    std::int64_t metres = 0;
  };
  using Team = std::array<bool, 2>;

  void read_days();
  std::vector<Windows> all_choices() const;
  bool suits_branch(std::size_t branch, int windows) const;
  bool lasts(std::vector<Stock>, int used_a_day) const;
  std::int64_t cash_yuan(std::size_t branch, int windows) const;
  int spares(int windows) const;
  int crew(const Windows&) const;
  bool is_free(const Colleague&, int team) const;
  bool is_safe_at_home(const Colleague&, int day) const;
  bool may_fill(const Colleague&, const Post&, const Team& household_in_b) const;
  bool can_staff(const Windows&) const;
  int posts_without_substitute(const Windows&) const;
  // For each set of people already busy: the most substitutes found, or none.
  using BySet = std::vector<int>;
  using ByStandby = std::vector<BySet>;  // And by number of people of the crew who stand by.
  void offer(ByStandby&, const Post&, int counts, const Team& household_in_b) const;
  int fewest_without_substitute(const Windows&, const Team& household_in_b) const;
  std::vector<bool> people_left(const Windows&, const Team& household_in_b, bool with_spares) const;
  Served most_served(const Windows&) const;

  const RandomZone& zone_;
  std::vector<int> open_days_;
  std::array<bool, 2> in_use_{};
};

}  // namespace waystation::plans
