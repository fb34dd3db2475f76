#include "planning/province/transport.h"

#include <doctest/doctest.h>

#include "planning/min_cost_flow.h"
#include "planning/province/fold.h"
#include "planning/province/generator.h"
#include "planning/province/random.h"

using namespace waystation::planning;
using namespace waystation::planning::province;

namespace {

// The same question to a flow that starts from nothing.
std::int64_t least_cost(const Area& area, int demand, const std::vector<std::int64_t>& capacity) {
  MinCostFlow flow;
  std::vector<int> sites;
  std::int64_t lost = 0;
  for (int i = 0; i < area.sites; ++i) {
    sites.push_back(flow.add_node());
    flow.add_arc(sites.back(), MinCostFlow::sink, capacity[i], 0);
  }
  std::vector<std::pair<int, std::int64_t>> used;
  const auto serve = [&](int customer, std::int64_t visits, std::int64_t loss) {
    lost += visits * loss;
    const int node = flow.add_node();
    flow.add_arc(MinCostFlow::source, node, visits, -loss);
    used.emplace_back(flow.add_arc(node, MinCostFlow::sink, visits, loss), 0);
    for (int a = area.customer_first[customer]; a < area.customer_first[customer + 1]; ++a)
      used.emplace_back(flow.add_arc(node, sites[area.arc_site[a]], visits, area.arc_cost[a]),
                        area.arc_cost[a] - loss);
  };
  for (int j = 0; j < area.customers; ++j) {
    serve(j, area.critical[area.of(demand, j)], area.loss_critical);
    serve(j, area.ordinary[area.of(demand, j)], area.loss_ordinary);
  }
  flow.run();
  for (const auto& [arc, saved] : used) lost += flow.flow(arc) * saved;
  return lost;
}

}  // namespace

TEST_CASE("visits stay where they are served at least cost while sites open, shrink and shut") {
  const auto network = generate(*size_named("town"), 3);
  const Area area = fold(network, 0);
  REQUIRE(area.sites > 2);
  for (int demand = 0; demand < area.demands; ++demand) {
    Transport transport(area, demand);
    std::vector<std::int64_t> capacity(area.sites, 0);
    Random random(7);
    for (int n = 0; n < 60; ++n) {
      const auto site = int(random.below(area.sites));
      const std::int64_t to = 25 * random.below(9);
      const auto mark = transport.mark();
      const std::int64_t before = transport.cost();
      const std::int64_t loss = transport.least_loss(site, to);
      const std::int64_t gain = to > capacity[site] ? transport.most_gain(site, to) : 0;
      CHECK(transport.set_capacity(site, to));
      CHECK(transport.cost() >= before + loss - gain);
      if (random.permille(300)) {
        transport.undo_to(mark);
        CHECK(transport.cost() == before);
      } else {
        capacity[site] = to;
      }
      REQUIRE(transport.cost() == least_cost(area, demand, capacity));
    }
  }
}

TEST_CASE("a change that cannot end below its limit is given up and undone") {
  const auto network = generate(*size_named("town"), 3);
  const Area area = fold(network, 0);
  Transport transport(area, 0);
  CHECK(transport.set_capacity(0, 140));
  const auto mark = transport.mark();
  const std::int64_t before = transport.cost();
  CHECK_FALSE(transport.set_capacity(0, 0, before));
  transport.undo_to(mark);
  CHECK(transport.cost() == before);
  CHECK(transport.load(0) > 0);
}
