#include "planning/reach.h"

#include <cmath>

namespace waystation::planning {

namespace {

constexpr std::int64_t metres_per_degree = 111'195;  // Of a great circle.
constexpr std::int64_t far_e6 = 5'000'000;           // Beyond it the squares would not fit.

std::int64_t metres_per_degree_of_longitude(std::int64_t lat_e6) {
  const std::int64_t x = 90'000'000 - std::abs(lat_e6);
  const std::int64_t y = x * (180'000'000 - x) / 1'000'000;
  return metres_per_degree * 4 * y / (40'500'000'000 - y);
}

// The largest whole number whose square is not above; the floating guess is corrected exactly.
std::int64_t whole_root(std::int64_t square) {
  auto root = std::int64_t(std::sqrt(double(square)));
  while (root * root > square) --root;
  while ((root + 1) * (root + 1) <= square) ++root;
  return root;
}

}  // namespace

std::optional<std::int64_t> walk_metres(Point community, Point outlet) {
  const std::int64_t north = std::abs(std::int64_t(outlet.lat_e6) - community.lat_e6);
  const std::int64_t east = std::abs(std::int64_t(outlet.lon_e6) - community.lon_e6);
  if (north > far_e6 || east > far_e6) return {};
  const std::int64_t v = north * metres_per_degree / 1000;
  const std::int64_t h = east * metres_per_degree_of_longitude(community.lat_e6) / 1000;
  return whole_root(v * v + h * h) / 1000;
}

}  // namespace waystation::planning
