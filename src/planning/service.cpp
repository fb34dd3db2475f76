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

template <class Better>
OutletSet Service::best_cut(Demand demand, const Windows& windows, Better better) const {
  std::vector<std::int64_t> capacity(everything() + 1);
  OutletSet best = 0;
  std::int64_t least = of(demand).outside[0];
  for (OutletSet set = 1; set <= everything(); ++set) {
    const int i = std::countr_zero(set);
    capacity[set] = capacity[set & (set - 1)] + problem_.sites[i].visits_per_window * windows[i];
    const std::int64_t value = capacity[set] + of(demand).outside[set];
    if (better(value, set, least, best)) least = value, best = set;
  }
  return best;
}

OutletSet Service::cut(Demand demand, const Windows& windows) const {
  return best_cut(demand, windows, [](auto value, OutletSet set, auto least, OutletSet best) {
    return value < least || (value == least && std::popcount(set) > std::popcount(best));
  });
}

std::int64_t Service::most(Demand demand, const Windows& windows) const {
  const OutletSet set =
      best_cut(demand, windows, [](auto value, auto, auto least, auto) { return value < least; });
  std::int64_t value = of(demand).outside[set];
  for (int i = 0; i < sites_; ++i)
    if (set >> i & 1) value += problem_.sites[i].visits_per_window * windows[i];
  return value;
}

std::int64_t Service::allowed(Demand demand, OutletSet set, const Windows& windows) const {
  const Table& t = of(demand);
  std::int64_t value = t.outside[set];
  for (int i = 0; i < sites_; ++i)
    value += std::min(problem_.sites[i].visits_per_window * windows[i], t.inside[set][i]);
  return value;
}

}  // namespace waystation::planning
