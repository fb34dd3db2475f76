#include "planning/facility/instance.h"

#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <stdexcept>

#include "planning/province/random.h"

using namespace waystation::planning::facility;

namespace {

// Three facilities, four customers; two facilities are needed for all of the demand.
const std::string small = R"(3 4
 capacity 50.
 10 40.5
 10 70
 4
 8 12 20
 5
 10 5 15
 3
 9 6 3
 2
 4 8 2
)";

// Up to three facilities and five customers; some are so small that nothing fits.
Instance made_up(waystation::planning::province::Random& random, Source source) {
  Instance out;
  out.source = source;
  const auto facilities = random.between(2, 3);
  for (int i = 0; i < facilities; ++i) {
    out.capacity.push_back(random.between(4, 16));
    out.fixed_cost.push_back(double(random.between(0, 40)));
  }
  for (int j = 0; j < 5; ++j) {
    out.demand.push_back(random.between(1, 6));
    out.cost.emplace_back();
    for (int i = 0; i < facilities; ++i) out.cost.back().push_back(double(random.between(0, 50)));
  }
  return out;
}

// Customer by customer; a split customer unit by unit, as whole units are enough.
double by_trying(const Instance& instance) {
  std::vector<std::int64_t> units;
  std::vector<int> of;
  for (int j = 0; j < instance.customers(); ++j) {
    const bool is_single = instance.source == Source::single;
    for (std::int64_t n = is_single ? instance.demand[j] : 1; n <= instance.demand[j]; ++n) {
      units.push_back(is_single ? instance.demand[j] : 1);
      of.push_back(j);
    }
  }
  double best = 1e9;
  for (int set = 0; set < 1 << instance.facilities(); ++set) {
    std::map<std::vector<std::int64_t>, double> reached{
        {std::vector<std::int64_t>(instance.capacity.size(), 0), 0.0}};
    for (std::size_t k = 0; k < units.size(); ++k) {
      std::map<std::vector<std::int64_t>, double> next;
      for (const auto& [loads, cost] : reached)
        for (int i = 0; i < instance.facilities(); ++i) {
          if (!(set >> i & 1) || loads[i] + units[k] > instance.capacity[i]) continue;
          auto to = loads;
          to[i] += units[k];
          const double with =
              cost + instance.cost[of[k]][i] * double(units[k]) / double(instance.demand[of[k]]);
          const auto [at, is_new] = next.emplace(std::move(to), with);
          if (!is_new) at->second = std::min(at->second, with);
        }
      reached = std::move(next);
    }
    double fixed = 0;
    for (int i = 0; i < instance.facilities(); ++i)
      if (set >> i & 1) fixed += instance.fixed_cost[i];
    for (const auto& [loads, cost] : reached) best = std::min(best, fixed + cost);
  }
  return best;
}

}  // namespace

TEST_CASE("a small instance is solved as by hand, and its bound is below") {
  const Instance instance = read_instance(small, 10);
  CHECK(instance.capacity == std::vector<std::int64_t>{10, 10, 10});
  // Facilities 1 and 2: 40.5 + 50 open; customers 1 and 4 go to the first, 2 and 3 to the second.
  const double best = 50 + 40.5 + 8 + 5 + 6 + 4;
  const Answer answer = solve(instance, 5);
  REQUIRE(answer.is_served);
  CHECK(std::abs(answer.value - best) < 1e-6);
  CHECK(answer.bound <= best);
  CHECK(answer.bound > best - 0.01);  // Branches close what the prices leave.
}

TEST_CASE("random instances are solved as by trying every set of facilities and every assignment") {
  waystation::planning::province::Random random(7);
  for (int n = 0; n < 60; ++n) {
    CAPTURE(n);
    const Instance split = made_up(random, Source::split);
    Instance single = split;
    single.source = Source::single;
    for (const Instance& instance : {split, single}) {
      const double best = by_trying(instance);
      const Answer answer = solve(instance, 1);
      REQUIRE(answer.is_served == (best < 1e9));
      if (!answer.is_served) continue;
      CHECK(std::abs(answer.value - best) < 1e-6);
      CHECK(answer.bound <= best + 1e-9);
      if (instance.source == Source::split) CHECK(answer.bound > best - 0.01);
    }
  }
}

TEST_CASE("a file of Holmberg's lists the demands first, and a customer has one facility") {
  const Instance instance = read_instance("2 3\n5 7\n6 9\n3. 2. 4.\n1 2 3\n4 5 6\n", {});
  CHECK(instance.source == Source::single);
  CHECK(instance.demand == std::vector<std::int64_t>{3, 2, 4});
  CHECK(instance.cost[2] == std::vector<double>{3, 6});
  const Answer answer = solve(instance, 5);
  REQUIRE(answer.is_served);
  // The first holds 3 and 2, the second 4; or the first 4, the second 3 and 2: 1 + 2 + 6, 3 + 4
  // + 5.
  CHECK(answer.value == 7 + 9 + 1 + 2 + 6);
  CHECK(answer.bound == answer.value);
}

TEST_CASE("where the facilities cannot hold the demand, no value is claimed") {
  std::string tight = small;
  tight.replace(tight.find("10 40.5"), 2, "1 ");
  tight.replace(tight.find("10 70"), 2, "1 ");
  CHECK_FALSE(solve(read_instance(tight, 1), 1).is_served);
}

TEST_CASE("a file that is no instance is refused with what is wrong") {
  CHECK_THROWS_AS(read_instance(small, {}), std::runtime_error);
  CHECK_THROWS_AS(read_instance("3 4\n 1", 10), std::runtime_error);
  CHECK_THROWS_AS(read_instance("1 1 5 -2 1 1", 10), std::runtime_error);
}
