#pragma once
// An endless queue, whose theory is known: c servers, priorities, patience, a bounded line. It
// takes its chance from the same Philox, logarithm and normal quantile as the outlet-day does, and
// is held against erlang.h; so an error of theirs shows here.
#include <cstdint>
#include <string>
#include <vector>

#include "foresight/engine.h"

namespace waystation::foresight {

struct Endless {
  int servers = 1;
  std::vector<double> arrivals{0.8};  // Rates by priority, the first is served first.
  double service_variation = -1;      // Lognormal of mean 1; below 0: exponential of mean 1.
  double leaving = 0;                 // Rate at which each who waits loses patience.
  bool no_line = false;               // Who finds no free server is lost.
};

struct Estimate {
  double mean = 0, error = 0;  // Its standard error, of batches.
};
struct EndlessResult {
  std::vector<Estimate> wait;  // By priority.
  Estimate all_waits, lost, must_wait;
};

// Customers in equal batches after one batch that is thrown away. Time is that of the mean service.
EndlessResult play_endless(const Endless&, std::uint64_t seed, std::int64_t customers,
                           int batches = 100, const Kernel& = best_kernel());

// The cases of theory, each with what it must come to.
struct TheoryCase {
  std::string name;
  Endless queue;
  double truth;
  std::vector<double> truths = {};  // By priority.
  enum class Of { wait, lost, must_wait } of = Of::wait;
};
std::vector<TheoryCase> theory_cases();
Estimate estimate_of(const TheoryCase&, const EndlessResult&, std::size_t priority = 0);

}  // namespace waystation::foresight
