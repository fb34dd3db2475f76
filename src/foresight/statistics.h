#pragma once
// What many days say about one: means, shares and quantiles, each with an interval that holds the
// true value 95 times of 100. Sums are taken in the order of the replications, so the bytes do not
// depend on threads.
#include <cstdint>
#include <span>
#include <vector>

#include "foresight/engine.h"

namespace waystation::foresight {

inline constexpr double z95 = 1.959963985;
inline constexpr int batches = 20;    // Of the replications, for the intervals of quantiles.
inline constexpr double t19 = 2.093;  // Student's, of 20 batches.

struct Interval {
  double mean = 0, low = 0, high = 0;
  bool operator==(const Interval&) const = default;
};

struct Sums {
  double sum = 0, squares = 0;
  void add(double x) { sum += x, squares += x * x; }
  void add(const Sums& other) { sum += other.sum, squares += other.squares; }
};

Interval mean_of(const Sums&, std::int64_t days);
// Wilson's interval: honest where nothing, or everything, was seen.
Interval share_of(std::int64_t seen, std::int64_t days);
// Of values in ascending order: the order statistics that bracket the quantile.
Interval quantile_of(std::span<const std::int64_t> ascending, double share);

using Bins = std::array<std::uint32_t, Waits::bins>;
std::int64_t count(const Bins&);
double wait_minutes(const Bins&, double share);  // Within a bin evenly spread; 0 where empty.
// The quantile of all, and how it differs from batch to batch; batches without a wait are left out.
Interval wait_quantile(std::span<const Bins> of_batches, double share);

}  // namespace waystation::foresight
