#include "planning/facility/instance.h"

#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>

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
  CHECK(answer.bound > 0.6 * best);
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
