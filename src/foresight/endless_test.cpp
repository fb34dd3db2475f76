#include "foresight/endless.h"

#include <cmath>

#include "foresight/erlang.h"

using namespace waystation::foresight;

TEST_CASE("the closed forms give the values of the tables") {
  CHECK(erlang_b(5, 4) == doctest::Approx(0.199067));
  CHECK(erlang_b(20, 18) == doctest::Approx(0.109214).epsilon(1e-4));
  CHECK(erlang_c(1, 0.8) == doctest::Approx(0.8));
  CHECK(erlang_c(2, 3) == 1);
  CHECK(mean_wait(1, 0.9, 1) == doctest::Approx(9));
  CHECK(mean_wait(3, 2.7, 1) == doctest::Approx(2.7235).epsilon(1e-4));
  CHECK(std::isinf(mean_wait(2, 2, 1)));
  CHECK(waits_longer(1, 0.5, 1, 2) == doctest::Approx(0.5 * std::exp(-1.0)));
  CHECK(mean_wait_general(0.8, 1, 0.6) == doctest::Approx(2.72));
  CHECK(mean_wait_general(0.8, 1, 1) == doctest::Approx(mean_wait(1, 0.8, 1)));
}

TEST_CASE("Erlang's formulas meet where they should") {
  // Endless patience is M/M/c; none at all is a loss system, where leaving at once loses B.
  CHECK(erlang_a(3, 2.4, 1, 1e-9).wait == doctest::Approx(mean_wait(3, 2.4, 1)).epsilon(1e-5));
  CHECK(erlang_a(5, 4, 1, 1e9).abandon == doctest::Approx(erlang_b(5, 4)).epsilon(1e-6));
  CHECK(erlang_a(50, 80, 1, 1).abandon > 0.35);  // Overloaded: at least 30 of 80 must leave.
  // One priority is M/M/1, and weighted waits do not depend on the order of service.
  const std::vector<double> one{0.8}, three{0.2, 0.3, 0.3};
  CHECK(mean_waits_by_priority(one, 1)[0] == doctest::Approx(4));
  const auto waits = mean_waits_by_priority(three, 1);
  CHECK((0.2 * waits[0] + 0.3 * waits[1] + 0.3 * waits[2]) / 0.8 == doctest::Approx(4));
  CHECK(servers_needed(2.4, 1, 1, 0.1) == 4);
  CHECK(waits_longer(4, 2.4, 1, 1) <= 0.1);
  CHECK(waits_longer(3, 2.4, 1, 1) > 0.1);
}

// The full bar, 10⁷ customers and 0.5 %, is `waystation bench queue`. Here 4 standard errors of 100
// batches; where a seed falls outside, a second one must not.
TEST_CASE("simulated queues keep the theory") {
  for (const TheoryCase& c : theory_cases()) {
    const std::size_t priorities = c.truths.empty() ? 1 : c.truths.size();
    for (std::size_t k = 0; k < priorities; ++k) {
      const double truth = c.truths.empty() ? c.truth : c.truths[k];
      const auto is_near = [&](std::uint64_t seed) {
        const Estimate e = estimate_of(c, play_endless(c.queue, seed, 2'000'000), k);
        return std::fabs(e.mean - truth) < 4 * e.error && e.error < 0.05 * truth;
      };
      CHECK_MESSAGE((is_near(20210108) || is_near(20210109)), c.name, ", priority ", k);
    }
  }
}

TEST_CASE("a wrong theory would be noticed") {
  const TheoryCase c = theory_cases()[1];
  const Estimate e = estimate_of(c, play_endless(c.queue, 20210108, 2'000'000));
  CHECK(std::fabs(e.mean - 1.1 * c.truth) > 4 * e.error);
}
