#include "planning/province/crews.h"

#include <algorithm>
#include <bit>
#include <stdexcept>

#include "planning/min_cost_flow.h"

namespace waystation::planning::province {

namespace {

using Pools = std::array<std::vector<std::int32_t>, subsets>;  // People by their skills.

std::vector<Crew> sized_crews(const Area& area, const AreaPlan& plan) {
  std::vector<Crew> out;
  for (int site = 0; site < area.sites; ++site)
    for (int team = 0; team < teams; ++team) {
      std::int32_t size = 0;
      for (std::size_t type = 0; type < area.types.size(); ++type)
        if (area.types[type].team == team)
          size = std::max(size, plan.windows[type * area.sites + site]);
      if (size) out.push_back({area.site_ids[site], team, size, {}});
    }
  return out;
}

int posts_in(const Network& network, const Crew& crew, int post) {
  return network.crew.fixed[post] + network.crew.per_window[post] * crew.windows;
}

// For each kind of post those who go there.
std::array<std::vector<std::int32_t>, posts> assign(const Network& network, const Pools& pools,
                                                    const std::vector<Crew>& crews) {
  constexpr std::int64_t reward = 1000;
  MinCostFlow flow;
  std::array<int, posts> node{};
  std::array<std::array<int, posts>, subsets> arc{};
  for (int post = 0; post < posts; ++post) {
    std::int64_t needed = 0;
    for (const Crew& crew : crews) needed += posts_in(network, crew, post);
    node[post] = flow.add_node();
    flow.add_arc(node[post], MinCostFlow::sink, needed, -reward);
  }
  for (unsigned skills = 1; skills < subsets; ++skills) {
    const int kind = flow.add_node();
    flow.add_arc(MinCostFlow::source, kind, std::ssize(pools[skills]), std::popcount(skills));
    for (int post = 0; post < posts; ++post)
      if (skills >> post & 1U)
        arc[skills][post] = flow.add_arc(kind, node[post], std::ssize(pools[skills]), 0);
  }
  flow.run();
  std::array<std::vector<std::int32_t>, posts> out;
  for (unsigned skills = 1; skills < subsets; ++skills) {
    auto next = pools[skills].begin();
    for (int post = 0; post < posts; ++post) {
      if (!(skills >> post & 1U)) continue;
      const auto count = flow.flow(arc[skills][post]);
      out[post].insert(out[post].end(), next, next + count);
      next += count;
    }
  }
  return out;
}

}  // namespace

std::vector<Crew> crews_of(const Network& network, const Area& area, const AreaPlan& plan,
                           int region) {
  Pools pools;
  for (std::size_t s = 0; s < network.staff.size(); ++s) {
    const Person& person = network.staff[s];
    if (person.region == region && person.is_fit)
      pools[person.skills % subsets].push_back(std::int32_t(s));
  }
  std::vector<Crew> out = sized_crews(area, plan);
  const auto assigned = assign(network, pools, out);
  for (int post = 0; post < posts; ++post) {
    auto next = assigned[post].begin();
    for (Crew& crew : out) {
      const int needed = posts_in(network, crew, post);
      if (assigned[post].end() - next < needed)
        throw std::logic_error("Hall's rows hold, but a post stays empty");
      crew.people[post].assign(next, next + needed);
      next += needed;
    }
  }
  return out;
}

}  // namespace waystation::planning::province
