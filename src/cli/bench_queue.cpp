// bench queue: simulated queues against theory. One JSON line a case: the theory's value, ours, its
// standard error, how far apart in standard errors, and the gap. A case that one seed puts outside
// 4 standard errors is asked of a second one; exit 6 where a case is outside the bar.
#include <CLI/CLI.hpp>
#include <cmath>
#include <ctime>

#include "cli/exit_code.h"
#include "foresight/endless.h"

namespace waystation::cli {

namespace {

using namespace foresight;

struct QueueBench {
  std::int64_t customers = 10'000'000;
  int batches = 200;
  std::uint64_t seed = 20210108;
};

double cpu_seconds() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return double(t.tv_sec) + double(t.tv_nsec) * 1e-9;
}

struct Line {
  std::string name;
  double truth = 0;
  Estimate estimate;
  double seconds = 0;
  int seeds = 1;
  double errors() const { return std::fabs(estimate.mean - truth) / estimate.error; }
  double gap() const { return std::fabs(estimate.mean - truth) / truth; }
  bool is_within() const { return errors() < 4 && gap() < 0.005; }
};

void print(const Line& x, std::int64_t customers) {
  std::printf(
      "{\"case\":\"%s\",\"theory\":%.6f,\"value\":%.6f,\"standard_error\":%.6f,"
      "\"errors_apart\":%.2f,\"gap\":%.5f,\"customers\":%lld,\"seeds\":%d,"
      "\"seconds\":%.2f,\"events_per_second\":%.0f,\"ok\":%s}\n",
      x.name.c_str(), x.truth, x.estimate.mean, x.estimate.error, x.errors(), x.gap(),
      static_cast<long long>(customers), x.seeds, x.seconds, 2.0 * double(customers) / x.seconds,
      x.is_within() ? "true" : "false");
  std::fflush(stdout);
}

bool run_case(const TheoryCase& c, const QueueBench& how) {
  const std::size_t priorities = c.truths.empty() ? 1 : c.truths.size();
  std::vector<Line> lines(priorities);
  for (int seeds = 1; seeds <= 2; ++seeds) {
    const double from = cpu_seconds();
    const auto result =
        play_endless(c.queue, how.seed + std::uint64_t(seeds) - 1, how.customers, how.batches);
    const double seconds = cpu_seconds() - from;
    bool all = true;
    for (std::size_t k = 0; k < priorities; ++k) {
      if (seeds == 2 && lines[k].is_within()) continue;
      const std::string name = priorities > 1 ? ", priority " + std::to_string(k + 1) : "";
      lines[k] = {c.name + name, c.truths.empty() ? c.truth : c.truths[k],
                  estimate_of(c, result, k), seconds, seeds};
      all &= lines[k].is_within();
    }
    if (all) break;
  }
  bool ok = true;
  for (const Line& x : lines) print(x, how.customers), ok &= x.is_within();
  return ok;
}

}  // namespace

void add_bench_queue(CLI::App& bench, int& code) {
  auto how = std::make_shared<QueueBench>();
  auto* command = bench.add_subcommand("queue", "Simulated queues against Erlang and others");
  command->add_option("--customers", how->customers)
      ->check(CLI::Range(std::int64_t{100'000}, std::int64_t{1'000'000'000}));
  command->add_option("--batches", how->batches)->check(CLI::Range(100, 10'000));
  command->add_option("--seed", how->seed);
  command->callback([how, &code] {
    bool ok = true;
    for (const auto& c : theory_cases()) ok &= run_case(c, *how);
    code = ok ? exit_code::ok : exit_code::verification_failed;
  });
}

}  // namespace waystation::cli
