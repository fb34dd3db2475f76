#include "domain/cash_runway_chance.h"

#include <algorithm>
#include <array>

namespace waystation::cash {

namespace {

constexpr std::int64_t million = 1'000'000, trillion = million * million;
constexpr std::int64_t z_step = 50'000;

// Millionths of the normal law above z = 0, 0.05, … 4; every z here is in millionths.
constexpr std::array<std::int32_t, 81> above = {
    500000, 480061, 460172, 440382, 420740, 401294, 382089, 363169, 344578, 326355, 308538, 291160,
    274253, 257846, 241964, 226627, 211855, 197663, 184060, 171056, 158655, 146859, 135666, 125072,
    115070, 105650, 96800,  88508,  80757,  73529,  66807,  60571,  54799,  49471,  44565,  40059,
    35930,  32157,  28717,  25588,  22750,  20182,  17864,  15778,  13903,  12224,  10724,  9387,
    8198,   7143,   6210,   5386,   4661,   4025,   3467,   2980,   2555,   2186,   1866,   1589,
    1350,   1144,   968,    816,    687,    577,    483,    404,    337,    280,    233,    193,
    159,    131,    108,    88,     72,     59,     48,     39,     32};

std::int64_t millionths_above(std::int64_t z) {
  if (z < 0) return million - millionths_above(-z);
  const auto at = std::size_t(z / z_step);
  if (at + 1 >= above.size()) return 0;
  return above[at] - (above[at] - above[at + 1]) * (z % z_step) / z_step;
}

// The z, that a part of at most one half lies above.
std::int64_t z_of(std::int64_t part_millionths) {
  const auto at = std::ranges::find_if(above, [&](auto part) { return part < part_millionths; });
  if (at == above.begin()) return 0;
  if (at == above.end()) return z_step * std::int64_t(above.size() - 1);
  const std::int64_t before = *(at - 1), span = before - *at;
  return z_step * (at - above.begin() - 1) + z_step * (before - part_millionths) / span;
}

// The largest whole number whose power is not above x.
std::uint64_t root_of(std::uint64_t x, std::uint64_t most, auto power) {
  std::uint64_t low = 0;
  for (std::uint64_t high = most; low < high;) {
    const std::uint64_t middle = low + (high - low + 1) / 2;
    if (power(middle) <= x)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

std::uint64_t cube_root(std::uint64_t x) {
  return root_of(x, 2'600'000, [](std::uint64_t y) { return y * y * y; });
}
std::uint64_t square_root(std::uint64_t x) {
  return root_of(x, 1'000'000'000, [](std::uint64_t y) { return y * y; });
}

// The a of Wilson and Hilferty in trillionths, and its root in billionths.
struct Shape {
  std::int64_t a, root;
};
Shape shape_of(const Spread& s) {
  const WideFen mean = s.mean.count;
  const WideFen most = WideFen(trillion) * 2 / 9;
  const WideFen a = s.variance / 9 * trillion / (mean * mean);
  const auto kept = std::int64_t(std::clamp<WideFen>(a, 1, most));
  return {kept, std::int64_t(square_root(std::uint64_t(kept) * million))};
}

}  // namespace

std::int32_t chance_above(const Spread& s, Fen cash) {
  if (s.mean <= Fen{}) return 0;
  if (cash <= Fen{}) return certain_basis_points;
  if (cash.count / 16 >= s.mean.count) return 0;
  const auto ratio = std::uint64_t(WideFen(cash.count) * trillion * million / s.mean.count);
  const Shape shape = shape_of(s);
  const auto root = std::int64_t(cube_root(ratio));
  const std::int64_t z = (root * million - trillion + shape.a) * 1000 / shape.root;
  return std::int32_t((millionths_above(z) + 50) / 100);
}

Fen enough_for(const Spread& s, std::int32_t left_over_basis_points) {
  if (s.mean <= Fen{}) return {};
  const Shape shape = shape_of(s);
  const WideFen root =
      trillion - shape.a + WideFen(z_of(left_over_basis_points * 100)) * shape.root / 1000;
  if (root <= 0) return {};
  WideFen cash = s.mean.count;
  for (int i = 0; i < 3; ++i) cash = cash * root / trillion;
  return {std::int64_t(cash) + 1};
}

}  // namespace waystation::cash
