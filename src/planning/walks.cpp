#include <algorithm>

#include "planning/min_cost_flow.h"
#include "planning/service.h"

namespace waystation::planning {

namespace {

// More than the longest detour over which a visit may be moved to make room for another one: so
// serving always pays, and serving a critical visit pays before an ordinary one.
std::int64_t reward(const Problem& p) {
  return (2 * std::ssize(p.sites) + 2) * (p.reach_metres + 1);
}

// The network of one day: source → visits of a class → outlets → sink.
struct DayNetwork {
  struct Arc {
    std::size_t place, site;
    bool critical;
    int number;
  };
  MinCostFlow flow;
  std::vector<int> critical, ordinary;  // Nodes by place.
  std::vector<Arc> arcs;
};

DayNetwork network_of(const Problem& p, const Windows& windows) {
  DayNetwork net;
  std::vector<int> outlet;
  for (std::size_t i = 0; i < p.sites.size(); ++i) {
    outlet.push_back(net.flow.add_node());
    net.flow.add_arc(outlet[i], MinCostFlow::sink, p.sites[i].visits_per_window * windows[i], 0);
  }
  const auto add_class = [&](std::size_t j, bool critical, std::int64_t visits) {
    const int node = net.flow.add_node();
    net.flow.add_arc(MinCostFlow::source, node, visits, -reward(p) * (critical ? 2 : 1));
    for (std::size_t i = 0; i < p.sites.size(); ++i)
      if (const auto metres = p.sites[i].metres[j]; metres >= 0)
        net.arcs.push_back({j, i, critical, net.flow.add_arc(node, outlet[i], visits, metres)});
    return node;
  };
  for (std::size_t j = 0; j < p.places.size(); ++j) {
    const Place& place = p.places[j];
    net.critical.push_back(add_class(j, true, place.critical));
    net.ordinary.push_back(add_class(j, false, place.visits - place.critical));
  }
  return net;
}

std::vector<DayFlow> flows_of(const DayNetwork& net) {
  std::vector<DayFlow> out;
  for (const auto& arc : net.arcs) {
    const std::int64_t visits = net.flow.flow(arc.number);
    if (visits == 0) continue;
    const auto at = std::ranges::find_if(
        out, [&](const DayFlow& f) { return f.place == arc.place && f.site == arc.site; });
    DayFlow& flow = at != out.end() ? *at : out.emplace_back(DayFlow{arc.place, arc.site, 0, 0});
    (arc.critical ? flow.critical : flow.ordinary) += visits;
  }
  std::ranges::sort(out, {}, [](const DayFlow& f) { return std::pair(f.place, f.site); });
  return out;
}

WalkPrices prices_of(const Problem& p, const DayNetwork& net) {
  const auto price = net.flow.potentials();
  WalkPrices out{reward(p), reward(p), {}, {}};
  const auto of_node = [&](int node, std::int64_t gain) {
    return std::max<std::int64_t>(0, gain + price[node] - price[MinCostFlow::source]);
  };
  for (std::size_t j = 0; j < p.places.size(); ++j) {
    out.critical.push_back(of_node(net.critical[j], 2 * reward(p)));
    out.ordinary.push_back(of_node(net.ordinary[j], reward(p)));
  }
  return out;
}

// The most that one outlet can gain under the prices: its dearest visits first.
std::int64_t most_gain(const Problem& p, const WalkPrices& prices, std::size_t i, int windows) {
  std::vector<std::pair<std::int64_t, std::int64_t>> gains;  // Of a visit; number of visits.
  for (std::size_t j = 0; j < p.places.size(); ++j) {
    const std::int64_t metres = p.sites[i].metres[j];
    if (metres < 0) continue;
    const Place& place = p.places[j];
    gains.emplace_back(prices.serve + prices.serve_critical - prices.critical[j] - metres,
                       place.critical);
    gains.emplace_back(prices.serve - prices.ordinary[j] - metres, place.visits - place.critical);
  }
  std::ranges::sort(gains, std::greater{});
  std::int64_t room = p.sites[i].visits_per_window * windows, sum = 0;
  for (const auto& [gain, visits] : gains) {
    if (gain <= 0) break;
    sum += gain * std::min(room, visits);
    room -= std::min(room, visits);
  }
  return sum;
}

}  // namespace

Walk shortest_walks(const Problem& p, const Windows& windows) {
  DayNetwork net = network_of(p, windows);
  net.flow.run();
  Walk walk{flows_of(net), 0, prices_of(p, net)};
  for (const DayFlow& f : walk.flows)
    walk.metres += (f.critical + f.ordinary) * p.sites[f.site].metres[f.place];
  return walk;
}

std::int64_t least_metres(const Problem& p, const WalkPrices& prices, const Windows& windows,
                          std::int64_t critical, std::int64_t visits) {
  std::int64_t bound = prices.serve * visits + prices.serve_critical * critical;
  for (std::size_t j = 0; j < p.places.size(); ++j) {
    const Place& place = p.places[j];
    bound -= prices.critical[j] * place.critical;
    bound -= prices.ordinary[j] * (place.visits - place.critical);
  }
  for (std::size_t i = 0; i < p.sites.size(); ++i) bound -= most_gain(p, prices, i, windows[i]);
  return bound;
}

}  // namespace waystation::planning
