// Recomputes the bound of docs/explanation/planner.md from the plan's prices. Nothing here is
// searched or solved: whatever prices the plan names, no plan of the area can cost less than this.
#include <algorithm>
#include <numeric>

#include "checking/province/rules.h"

namespace waystation::checking::province {

namespace {

// A group of days with the same visits, as the prices name them.
struct Group {
  const VisitPrices& prices;
  std::int64_t day = 0;  // Any of them.
  std::array<std::int64_t, teams> days{};
  std::vector<Wide> best{};  // Of the present outlet: the least of one day, by size of the team.
};

struct Gain {
  std::int64_t each = 0, visits = 0;
};

// What one more visit of an outlet saves, most first, then day by day the best number of windows.
void fill(const AreaCase& c, Group& group, std::int64_t outlet, const std::vector<Gain>& unsorted) {
  std::vector<Gain> gains = unsorted;
  std::ranges::sort(gains, {}, &Gain::each);
  group.best.assign(1, 0);
  Wide saved = 0;
  std::size_t next = 0;
  for (std::int64_t w = 1; w <= c.network.outlets[outlet].windows; ++w) {
    std::int64_t room = c.network.visits_per_window;
    while (room > 0 && next < gains.size()) {
      const std::int64_t served = std::min(room, gains[next].visits);
      saved += Wide(served) * gains[next].each;
      room -= served;
      if (!(gains[next].visits -= served)) ++next;
    }
    const Wide day = Wide(c.network.person_day) * c.network.people(w) + saved;
    group.best.push_back(std::min(group.best.back(), day));
  }
}

class AreaBound {
 public:
  explicit AreaBound(const AreaCase& c) : c_(c) {
    for (const std::int64_t j : c.communities)
      if (!c.network.communities[j].walks.empty()) reaching_.push_back(j);
    reached_by_.resize(c.network.outlets.size());
    for (std::size_t k = 0; k < reaching_.size(); ++k)
      for (const Walk& walk : c.network.communities[reaching_[k]].walks)
        reached_by_[walk.outlet].push_back({k, walk.metres});
    group_days();
  }

  Wide value() {
    Wide sum = visits() - halls();
    for (const std::int64_t outlet : c_.outlets) sum += teams_of(outlet);
    return sum;
  }

 private:
  [[noreturn]] void broken(const std::string& detail) const {
    throw Broken{"bound", c_.where + "/prices", detail};
  }

  bool same_visits(std::int64_t a, std::int64_t b) const {
    return std::ranges::all_of(reaching_, [&](std::int64_t j) {
      const Community& community = c_.network.communities[j];
      return community.critical[a] == community.critical[b] &&
             community.ordinary[a] == community.ordinary[b];
    });
  }

  void group_days() {
    std::vector<bool> is_priced(std::size_t(c_.network.days), false);
    for (const VisitPrices& prices : c_.plan.prices) {
      if (prices.critical.size() != reaching_.size() || prices.ordinary.size() != reaching_.size())
        broken("expected one price a community");
      if (prices.days.empty()) broken("prices for no day");
      Group group{prices, prices.days.front()};
      for (const std::int64_t day : prices.days) {
        if (day >= c_.network.days || is_priced[day]) broken("a day is not free");
        if (!same_visits(day, group.day)) broken("its days do not have the same visits");
        is_priced[day] = true;
        ++group.days[c_.network.team_of(day)];
      }
      groups_.push_back(std::move(group));
    }
    if (!std::ranges::all_of(is_priced, [](bool priced) { return priced; }))
      broken("a day has no prices");
  }

  std::int64_t critical_price(const Group& group, std::size_t k) const {
    return std::min(group.prices.critical[k], c_.network.loss_critical);
  }
  std::int64_t ordinary_price(const Group& group, std::size_t k) const {
    return std::min(group.prices.ordinary[k], c_.network.loss_ordinary);
  }

  // What every visit pays: its price, and never more than its loss.
  Wide visits() const {
    Wide sum = 0;
    for (const Group& group : groups_)
      for (std::size_t k = 0; k < reaching_.size(); ++k) {
        const Community& community = c_.network.communities[reaching_[k]];
        const Wide day = Wide(community.critical[group.day]) * critical_price(group, k) +
                         Wide(community.ordinary[group.day]) * ordinary_price(group, k);
        sum += day * std::ssize(group.prices.days);
      }
    return sum;
  }

  // People who hold any post of a set, at its price; what posts cannot use up is rounded away.
  Wide halls() {
    Wide sum = 0;
    for (unsigned set = 1; set < subsets; ++set) {
      const std::int64_t price = c_.plan.hall[set];
      if (!price) continue;
      std::int64_t fixed = 0, per_window = 0, people = 0;
      for (int post = 0; post < posts; ++post)
        if (set >> post & 1U)
          fixed += c_.network.fixed[post], per_window += c_.network.per_window[post];
      for (const Person& p : c_.network.staff)
        people += p.region == c_.plan.region && p.is_fit && (p.skills & set);
      if (const std::int64_t unit = std::gcd(fixed, per_window)) people -= people % unit;
      sum += Wide(price) * people;
      team_fixed_ += Wide(price) * fixed;
      team_per_window_ += Wide(price) * per_window;
    }
    return sum;
  }

  std::vector<Gain> gains_of(const Group& group, std::int64_t outlet) const {
    std::vector<Gain> out;
    const auto add = [&](std::int64_t each, std::int64_t visits) {
      if (each < 0 && visits > 0) out.push_back({each, visits});
    };
    for (const auto& [k, metres] : reached_by_[outlet]) {
      const Community& community = c_.network.communities[reaching_[k]];
      const std::int64_t walk = metres * c_.network.metre;
      add(walk - critical_price(group, k), community.critical[group.day]);
      add(walk - ordinary_price(group, k), community.ordinary[group.day]);
    }
    return out;
  }

  Wide teams_of(std::int64_t outlet) {
    for (Group& group : groups_) fill(c_, group, outlet, gains_of(group, outlet));
    Wide sum = 0;
    for (int team = 0; team < teams; ++team) {
      Wide best = 0;
      for (std::int64_t n = 1; n <= c_.network.outlets[outlet].windows; ++n) {
        Wide cost = team_fixed_ + team_per_window_ * n;
        for (const Group& group : groups_) cost += group.best[n] * group.days[team];
        best = std::min(best, cost);
      }
      sum += best;
    }
    return sum;
  }

  const AreaCase& c_;
  std::vector<std::int64_t> reaching_;  // Communities that reach an outlet.
  std::vector<std::vector<std::pair<std::size_t, std::int64_t>>> reached_by_;  // Place, metres.
  std::vector<Group> groups_;
  Wide team_fixed_ = 0, team_per_window_ = 0;
};

}  // namespace

Wide bound_of(const AreaCase& c) {
  return AreaBound(c).value();
}

}  // namespace waystation::checking::province
