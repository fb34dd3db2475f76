#pragma once
// Simulate 推演: plays a prepared day many times and says what comes out, with intervals. The same
// seed gives the same bytes on any number of threads and any processor: the replications are cut
// into the same 20 batches, and batches are added up in their order.
#include <functional>
#include <optional>

#include "core/decision.h"
#include "foresight/measures.h"
#include "foresight/statistics.h"

namespace waystation::foresight {

inline constexpr int replications_least = 20, replications_most = 1'000'000;

struct Run {
  std::uint64_t seed = 1;
  std::uint32_t outlet = 0;  // Outlets of a network have different days of the same seed.
  int replications = 1000;
  int threads = 1;
  const Kernel* kernel = &best_kernel();
  // Asked some twenty times a second with the share that is done; false cancels within 100 ms.
  std::function<bool(double done)> goes_on = {};
};

struct WaitQuantiles {
  std::int64_t visits = 0;
  Interval q50, q90, q95;  // Minutes from the door to the first service.
  bool operator==(const WaitQuantiles&) const = default;
};

struct Outcome {
  int replications = 0, hours = 0, classes = 0;
  std::array<Interval, day_measures.size()> day{};
  std::array<std::array<Interval, hours_most + 1>, hour_measures.size()> hour{};
  std::array<std::array<Interval, classes_most>, class_measures.size()> of_class{};
  std::array<WaitQuantiles, classes_most> waits_of_class{};
  std::array<WaitQuantiles, hours_most> waits_of_hour{};
  WaitQuantiles waits;
  Interval reserve95, reserve99, reserve995;  // Yuan at opening that last the day so often.
  int cut_days = 0;                           // On which more came than the tape holds.
  bool operator==(const Outcome&) const = default;
};

// "foresight.replications-out-of-range", "foresight.threads-out-of-range".
std::optional<Refusal> refuse(const Run&);

// None where it was cancelled. O(replications × events); 64 KiB a thread, and 15 KiB a batch.
std::optional<Outcome> simulate(const Prepared&, const Run&);

// Every outlet, its number in the list being its outlet number; threads share the outlets.
std::optional<std::vector<Outcome>> simulate_network(std::span<const Prepared>, const Run&);

}  // namespace waystation::foresight
