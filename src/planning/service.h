#pragma once
// How many visits a choice of windows can serve on a day, exactly: the most that flows from
// communities to the outlets they reach is the capacity of the smallest cut (Ford and Fulkerson),
// and a cut is a set of outlets: their capacity, plus the visits of communities that reach any
// outlet outside the set.
#include "planning/problem.h"

namespace waystation::planning {

// Windows by outlet of the zone.
using Windows = std::array<std::int16_t, most_outlets>;
using OutletSet = std::uint32_t;

enum class Demand { critical, all };

class Service {
 public:
  explicit Service(const Problem&);
  std::int64_t most(Demand, const Windows&) const;
  // The smallest cut; of equal ones the set with most outlets, which proves most about other
  // choices.
  OutletSet cut(Demand, const Windows&) const;
  // What the cut allows at most for other windows: never less than `most`.
  std::int64_t allowed(Demand, OutletSet, const Windows&) const;
  OutletSet everything() const { return (OutletSet{1} << sites_) - 1; }
  // The cut leaves the community's visits outside: each of them has its full price.
  bool is_priced(OutletSet cut, std::size_t place) const { return reach_[place] & ~cut; }

 private:
  friend class LeastCuts;
  struct Table {
    std::vector<std::int64_t> outside;  // By set: visits of communities that reach beyond it.
    std::vector<std::array<std::int64_t, most_outlets>> inside;  // Per outlet: the others.
  };
  Table table(Demand) const;
  const Table& of(Demand demand) const { return demand == Demand::critical ? critical_ : all_; }
  struct Capacities;

  const Problem& problem_;
  int sites_;
  std::vector<OutletSet> reach_;
  Table critical_, all_;
};

// The same as Service::most for one choice of windows after another: what the last one had in
// common with the next is kept, so that choices in the order in which they are written out cost
// O(1) each.
class LeastCuts {
 public:
  LeastCuts(const Service&, Demand);
  std::int64_t most(const Windows&);

 private:
  const Problem& problem_;
  // The first outlets decided, the others still as sets: the least cut of each.
  std::vector<std::vector<std::int64_t>> least_;
  std::size_t known_ = 0;  // Outlets decided as in `last_`.
  Windows last_{};
};

// One flow of a day: place and outlet by number.
struct DayFlow {
  std::size_t place = 0, site = 0;
  std::int64_t critical = 0, ordinary = 0;
};

// Prices under which nothing better exists; see docs/reference/plan-file.md §4, L6.
struct WalkPrices {
  std::int64_t serve = 0, serve_critical = 0;
  std::vector<std::int64_t> critical, ordinary;  // By place.
};

struct Walk {
  std::vector<DayFlow> flows;
  std::int64_t metres = 0;
  WalkPrices prices;
};

// Serves all that can be served, critical visits first, by the shortest walks in total.
Walk shortest_walks(const Problem&, const Windows&);
// What the prices prove for windows that serve so many visits: nobody can walk less. May be below
// 0.
std::int64_t least_metres(const Problem&, const WalkPrices&, const Windows&, std::int64_t critical,
                          std::int64_t visits);

}  // namespace waystation::planning
