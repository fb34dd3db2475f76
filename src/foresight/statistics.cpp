#include "foresight/statistics.h"

#include <algorithm>
#include <cmath>

namespace waystation::foresight {

Interval mean_of(const Sums& s, std::int64_t days) {
  const auto n = static_cast<double>(days);
  const double mean = s.sum / n;
  const double variance = days > 1 ? std::max(0.0, (s.squares - s.sum * mean) / (n - 1)) : 0;
  const double half = z95 * std::sqrt(variance / n);
  return {mean, mean - half, mean + half};
}

Interval share_of(std::int64_t seen, std::int64_t days) {
  const auto n = static_cast<double>(days), share = static_cast<double>(seen) / n;
  const double z2 = z95 * z95, middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const double half = z95 / (1 + z2 / n) * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
  return {share, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

Interval quantile_of(std::span<const std::int64_t> ascending, double share) {
  const auto n = static_cast<double>(ascending.size());
  const double half = z95 * std::sqrt(n * share * (1 - share));
  const auto at = [&](double rank) {
    return static_cast<double>(
        ascending[static_cast<std::size_t>(std::clamp(std::ceil(rank) - 1, 0.0, n - 1))]);
  };
  return {at(n * share), at(n * share - half), at(n * share + half + 1)};
}

std::int64_t count(const Bins& bins) {
  std::int64_t out = 0;
  for (const auto n : bins) out += n;
  return out;
}

double wait_minutes(const Bins& bins, double share) {
  const double wanted = share * static_cast<double>(count(bins));
  double till = 0;
  for (int k = 0; k < Waits::bins; ++k) {
    if (bins[k] == 0) continue;
    if (till + bins[k] >= wanted) {
      const int doubling = k < 16 ? 0 : k / 8 - 1, step = k < 16 ? k : 8 + k % 8;
      const double low = std::ldexp(step, doubling), width = std::ldexp(1, doubling);
      // Whoever did not wait at all shares the first bin with those who waited a second.
      if (k == 0) return 0;
      return (low + width * (wanted - till) / bins[k]) * 16 / ticks_per_minute;
    }
    till += bins[k];
  }
  return 0;
}

Interval wait_quantile(std::span<const Bins> of_batches, double share) {
  Bins all{};
  Sums sums;
  std::int64_t n = 0;
  for (const Bins& b : of_batches) {
    for (int k = 0; k < Waits::bins; ++k) all[k] += b[k];
    if (count(b) > 0) sums.add(wait_minutes(b, share)), ++n;
  }
  const double mean = wait_minutes(all, share);
  if (n < 2) return {mean, mean, mean};
  const Interval spread = mean_of(sums, n);
  const double half = (spread.high - spread.mean) * t19 / z95;
  return {mean, std::max(0.0, mean - half), mean + half};
}

}  // namespace waystation::foresight
