#pragma once
// A place on the ground. Whole micro-degrees, because nothing in the log is floating point. Where a
// position comes from is part of it: an invented one must never be shown as real.
#include "domain/room.h"

namespace waystation {

BOOST_DEFINE_ENUM_CLASS(PositionSource, unknown, surveyed, synthetic)

struct Point {
  std::int32_t lon_e6 = 0;  // East, micro-degrees.
  std::int32_t lat_e6 = 0;  // North, micro-degrees.
  bool operator==(const Point&) const = default;
};
BOOST_DESCRIBE_STRUCT(Point, (), (lon_e6, lat_e6))

bool is_on_earth(Point);
// Straight-line metres by the equirectangular formula, rounded; exact to 0.1 % within a city.
std::int64_t metres_between(Point, Point);

}  // namespace waystation
