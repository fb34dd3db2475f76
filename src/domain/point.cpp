#include "domain/point.h"

#include <cmath>
#include <numbers>

namespace waystation {

namespace {
constexpr std::int32_t half_turn_e6 = 180'000'000;
constexpr std::int32_t pole_e6 = 90'000'000;
constexpr double metres_per_e6 = 6'371'008.8 * std::numbers::pi / 180e6;  // Mean radius (IUGG).
}  // namespace

bool is_on_earth(Point p) {
  return std::abs(std::int64_t{p.lon_e6}) <= half_turn_e6 &&
         std::abs(std::int64_t{p.lat_e6}) <= pole_e6;
}

std::int64_t metres_between(Point a, Point b) {
  const double middle = (a.lat_e6 * 1e-6 + b.lat_e6 * 1e-6) / 2 * std::numbers::pi / 180;
  const double east = double(std::int64_t{b.lon_e6} - a.lon_e6) * std::cos(middle);
  const double north = double(std::int64_t{b.lat_e6} - a.lat_e6);
  return std::llround(std::hypot(east, north) * metres_per_e6);
}

}  // namespace waystation
