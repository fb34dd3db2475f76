#include "domain/point.h"

#include <doctest/doctest.h>

using namespace waystation;

TEST_CASE("distances within a city are right to a metre in a kilometre") {
  const Point stadium{123'377'000, 41'823'800};
  CHECK(metres_between(stadium, stadium) == 0);
  // One thousandth of a degree: 111.2 m northwards, 82.9 m eastwards at this latitude.
  CHECK(metres_between(stadium, {123'377'000, 41'833'800}) == 1112);
  CHECK(metres_between(stadium, {123'387'000, 41'823'800}) == 829);
  CHECK(metres_between({123'387'000, 41'823'800}, stadium) == 829);
}

TEST_CASE("a point off the globe is recognised") {
  CHECK(is_on_earth({180'000'000, -90'000'000}));
  CHECK_FALSE(is_on_earth({180'000'001, 0}));
  CHECK_FALSE(is_on_earth({0, 90'000'001}));
  CHECK_FALSE(is_on_earth({INT32_MIN, 0}));
}
