#include "domain/cash_runway_chance.h"

#include <doctest/doctest.h>

#include <cmath>

namespace waystation::cash {

namespace {

// P(N > n) of the negative binomial law with this mean and this variation of its rate, summed term
// by term; Poisson where the rate does not vary.
double exact_above(double mean, double variation, long n) {
  const double r = variation > 0 ? 1 / (variation * variation) : 0;
  const double p = variation > 0 ? mean / (mean + r) : 0;
  double log_term = variation > 0 ? r * std::log1p(-p) : -mean, below = 0;
  for (long k = 0; k <= n; ++k) {
    below += std::exp(log_term);
    log_term += variation > 0 ? std::log((double(k) + r) / double(k + 1) * p)
                              : std::log(mean / double(k + 1));
  }
  return 1 - below;
}

const Fen payment = yuan(2000);

Spread spread_of(std::int64_t payments, std::int64_t variation_percent) {
  const Fen mean = payment * payments;
  const WideFen day = WideFen(mean.count) * variation_percent / 100;
  return {mean, WideFen(payment.count) * mean.count + day * day};
}

}  // namespace

TEST_CASE("no chance is further than one in a hundred from the exact law") {
  double worst = 0;
  for (const int payments : {50, 100, 400, 2000})
    for (const int variation : {0, 10, 20, 30, 45, 60})
      for (int percent = 20; percent <= 300; percent += 5) {
        const long notes = long(payments) * percent / 100;
        const auto said = chance_above(spread_of(payments, variation), payment * notes);
        const double exact = exact_above(payments, variation / 100.0, notes) * 10'000;
        // Between two payments the exact law stands still: the middle of its step is compared.
        const double before = exact_above(payments, variation / 100.0, notes - 1) * 10'000;
        worst = std::max(worst, std::abs(said - (exact + before) / 2));
      }
  MESSAGE("largest error in basis points: " << worst);
  CHECK(worst <= 100);
  CHECK(worst > 0);
}

TEST_CASE("what is enough for a chance is not enough with just that chance") {
  for (const std::int32_t left_over : {50, 100, 500, 2000, 5000})
    for (const int payments : {20, 200, 5000})
      for (const int variation : {0, 30, 80}) {
        const Spread spread = spread_of(payments, variation);
        const Fen cash = enough_for(spread, left_over);
        CHECK(std::abs(chance_above(spread, cash) - left_over) <= 1);
      }
}

TEST_CASE("a larger reserve leaves less over, a longer wait more") {
  std::int32_t before = certain_basis_points;
  for (int hundred_thousands = 0; hundred_thousands < 12; ++hundred_thousands) {
    const auto chance = chance_above(spread_of(200, 30), yuan(100'000) * hundred_thousands);
    CHECK(chance <= before);
    before = chance;
  }
  before = 0;
  for (int payments = 0; payments < 400; ++payments) {
    const auto chance = chance_above(spread_of(payments, 30), yuan(300'000));
    CHECK(chance >= before);
    before = chance;
  }
}

TEST_CASE("where nothing is asked for nothing runs out; where nothing is left, it has") {
  CHECK(chance_above({}, {}) == 0);
  CHECK(chance_above({}, yuan(1)) == 0);
  CHECK(chance_above(spread_of(1, 0), {}) == certain_basis_points);
  CHECK(chance_above({yuan(100), 0}, yuan(99)) == certain_basis_points);
  CHECK(chance_above({yuan(100), 0}, yuan(101)) == 0);
  CHECK(enough_for({}, 500) == Fen{});
}

TEST_CASE("the largest sums of a province do not overflow") {
  const Fen all = yuan(100'000'000'000);
  const WideFen day = WideFen(all.count) * 60 / 100;
  const Spread spread{all, day * day};
  CHECK(chance_above(spread, all) > 3'000);
  CHECK(enough_for(spread, 50) > all * 3);
}

}  // namespace waystation::cash
