#include "domain/disinfection_mixing.h"

#include <doctest/doctest.h>

namespace waystation::disinfection {

constexpr std::int64_t five_percent = 50'000;

TEST_CASE("one part of 5 % stock in a hundred of water is about 500 mg/L") {
  CHECK(strength(five_percent, 100, 10'000) == 495);
  CHECK(dilute(five_percent, 500, 10) == Mixture{100, 9'900, 500});
}

TEST_CASE("a mixture is never weaker than asked") {
  for (const std::int64_t asked : {1, 33, 250, 499, 500, 1000, 49'999, 50'000})
    for (const std::int64_t litres : {1, 3, 10, 17}) {
      const auto mixture = dilute(five_percent, asked, litres);
      REQUIRE(mixture);
      CHECK(mixture->mg_per_litre >= asked);
      CHECK(mixture->stock + mixture->water_ml == litres * 1000);
      // A millilitre less would be too weak.
      CHECK(five_percent * (mixture->stock - 1) < asked * litres * 1000);
    }
}

TEST_CASE("tablets are whole") {
  CHECK(dissolve(250, 500, 10) == Mixture{20, 10'000, 500});
  CHECK(dissolve(300, 500, 1) == Mixture{2, 1'000, 600});
}

TEST_CASE("no mixture is stronger than its stock, and nonsense has none") {
  CHECK(!dilute(500, 501, 1));
  CHECK(dilute(500, 500, 1) == Mixture{1000, 0, 500});
  for (const std::int64_t bad : {std::int64_t{0}, std::int64_t{-1}, INT64_MAX}) {
    CHECK(!dilute(bad, 500, 1));
    CHECK(!dilute(five_percent, bad, 1));
    CHECK(!dilute(five_percent, 500, bad));
    CHECK(!dissolve(bad, 500, 1));
    CHECK(!dissolve(250, bad, 1));
    CHECK(!dissolve(250, 500, bad));
    CHECK(!strength(bad, 1, 1));
    CHECK(!strength(five_percent, bad, 1));
  }
  CHECK(!strength(five_percent, 1, -1));
}

}  // namespace waystation::disinfection
