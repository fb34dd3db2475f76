#include "planning/service.h"

#include <algorithm>
#include <bit>

namespace waystation::planning {

namespace {

std::int64_t visits_of(const Place& place, Demand demand) {
  return demand == Demand::critical ? place.critical : place.visits;
}

OutletSet reach_of(const Problem& p, std::size_t place) {
  OutletSet set = 0;
  for (std::size_t i = 0; i < p.sites.size(); ++i)
    if (p.sites[i].metres[place] >= 0) set |= OutletSet{1} << i;
  return set;
}

}  // namespace

Service::Service(const Problem& p) : problem_(p), sites_(int(p.sites.size())) {
  for (std::size_t j = 0; j < p.places.size(); ++j) reach_.push_back(reach_of(p, j));
  critical_ = table(Demand::critical);
  all_ = table(Demand::all);
}

Service::Table Service::table(Demand demand) const {
  Table out;
  out.outside.resize(everything() + 1);
  out.inside.resize(everything() + 1);
  for (std::size_t j = 0; j < reach_.size(); ++j) {
    const std::int64_t visits = visits_of(problem_.places[j], demand);
    for (OutletSet set = 0; set <= everything(); ++set) {
      if (reach_[j] & ~set)
        out.outside[set] += visits;
      else
        for (int i = 0; i < sites_; ++i)
          if (reach_[j] >> i & 1) out.inside[set][i] += visits;
    }
  }
  return out;
}

// By set of outlets: what their windows hold.
struct Service::Capacities {
  std::array<std::int64_t, std::size_t{1} << most_outlets> of;

  Capacities(const Problem& p, const Windows& windows) {
    of[0] = 0;
    for (std::size_t i = 0; i < p.sites.size(); ++i) {
      const std::size_t bit = std::size_t{1} << i;
      const std::int64_t more = p.sites[i].visits_per_window * windows[i];
      for (std::size_t set = 0; set < bit; ++set) of[bit + set] = of[set] + more;
    }
  }
};

OutletSet Service::cut(Demand demand, const Windows& windows) const {
  const Capacities capacity(problem_, windows);
  const auto& outside = of(demand).outside;
  OutletSet best = 0;
  for (OutletSet set = 1; set <= everything(); ++set) {
    const std::int64_t value = capacity.of[set] + outside[set];
    const std::int64_t least = capacity.of[best] + outside[best];
    if (value < least || (value == least && std::popcount(set) > std::popcount(best))) best = set;
  }
  return best;
}

std::int64_t Service::most(Demand demand, const Windows& windows) const {
  const Capacities capacity(problem_, windows);
  const std::int64_t* const outside = of(demand).outside.data();
  std::int64_t least = outside[0];
  for (OutletSet set = 1; set <= everything(); ++set)
    least = std::min(least, capacity.of[set] + outside[set]);
  return least;
}

LeastCuts::LeastCuts(const Service& service, Demand demand)
    : problem_(service.problem_), least_(problem_.sites.size() + 1) {
  least_[0] = service.of(demand).outside;
  for (std::size_t i = 0; i < problem_.sites.size(); ++i)
    least_[i + 1].resize(least_[i].size() / 2);
}

std::int64_t LeastCuts::most(const Windows& windows) {
  const std::size_t count = problem_.sites.size();
  std::size_t same = 0;
  while (same < known_ && windows[same] == last_[same]) ++same;
  for (std::size_t i = same; i < count; ++i) {
    const std::int64_t capacity = problem_.sites[i].visits_per_window * windows[i];
    const std::vector<std::int64_t>& before = least_[i];
    for (std::size_t set = 0; set < least_[i + 1].size(); ++set)
      least_[i + 1][set] = std::min(before[2 * set], before[2 * set + 1] + capacity);
  }
  known_ = count;
  last_ = windows;
  return least_[count][0];
}

std::int64_t Service::allowed(Demand demand, OutletSet set, const Windows& windows) const {
  const Table& t = of(demand);
  std::int64_t value = t.outside[set];
  for (int i = 0; i < sites_; ++i)
    value += std::min(problem_.sites[i].visits_per_window * windows[i], t.inside[set][i]);
  return value;
}

}  // namespace waystation::planning
