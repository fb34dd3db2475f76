// bench od: how many outlet-days of the model OD v1 a core plays in a second, each from its own
// tape and one tape for 20 what-ifs; then a network of 600 mixed outlets. One JSON line each; times
// are CPU seconds of this process. bench/simpy.sh puts SimPy beside it.
#include <CLI/CLI.hpp>
#include <ctime>
#include <memory>

#include "cli/exit_code.h"
#include "foresight/model.h"
#include "foresight/simulate.h"

namespace waystation::cli {

namespace {

using namespace foresight;

struct OdBench {
  int days = 20'000, outlets = 600, replications = 1000, threads = 2;
};

double cpu_seconds() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return double(t.tv_sec) + double(t.tv_nsec) * 1e-9;
}

struct Played {
  Tape tape;
  Engine engine;
  Waits waits;
};

double replayed_per_second(int days) {
  const auto at = std::make_unique<Played>();
  std::vector<Prepared> what_ifs;
  for (int cap = 6; cap < 26; ++cap) {
    OutletModel model = od_v1();
    model.lobby_cap = cap;
    what_ifs.push_back(*prepare(model));
  }
  const double from = cpu_seconds();
  for (int n = 0; n < days / 20; ++n) {
    best_kernel().draw(what_ifs[0], {1, 0, std::uint32_t(n)}, at->tape);
    for (const Prepared& p : what_ifs) {
      foresight::Day day;
      best_kernel().play(p, at->tape, at->engine, at->waits, day);
    }
  }
  const auto played = days / 20 * 20;
  return played / (cpu_seconds() - from);
}

void bench_outlet(const OdBench& how) {
  Run run;
  run.replications = how.days;
  const double from = cpu_seconds();
  const auto out = simulate(*prepare(od_v1()), run);
  const double fresh = how.days / (cpu_seconds() - from);
  std::printf(
      "{\"case\":\"od\",\"days\":%d,\"fresh_days_per_second\":%.0f,"
      "\"replayed_days_per_second\":%.0f,\"events_per_second\":%.0f,\"kernel\":\"%s\"",
      how.days, fresh, replayed_per_second(how.days), fresh * out->day[day_value("events")].mean,
      best_kernel().name);
  for (const char* name : {"served", "balked", "left_outside", "left_window", "window_wait_minutes",
                           "lobby_mean", "time_at_cap_share", "cash_out"}) {
    const Interval& x = out->day[day_value(name)];
    std::printf(",\"%s\":{\"mean\":%.4f,\"half\":%.4f}", name, x.mean, (x.high - x.low) / 2);
  }
  std::puts("}");
}

// 1 to 3 windows, a quarter of the load to all of it, caps from 8 to 19 people.
std::vector<Prepared> network(int outlets) {
  std::vector<Prepared> out;
  for (int n = 0; n < outlets; ++n) {
    OutletModel model = od_v1();
    model.windows = {1 + n % 3};
    model.lobby_cap = 8 + n % 12;
    for (VisitorClass& c : model.classes)
      for (double& rate : c.per_minute) rate *= 0.25 + 0.75 * (n % 97) / 97;
    out.push_back(*prepare(model));
  }
  return out;
}

void bench_network(const OdBench& how) {
  Run run;
  run.replications = how.replications, run.threads = how.threads;
  const auto outlets = network(how.outlets);
  timespec begin{}, end{};
  clock_gettime(CLOCK_MONOTONIC, &begin);
  const double from = cpu_seconds();
  const auto out = simulate_network(outlets, run);
  const double cpu = cpu_seconds() - from;
  clock_gettime(CLOCK_MONOTONIC, &end);
  double events = 0;
  for (const Outcome& o : *out) events += o.day[day_value("events")].mean * o.replications;
  std::printf(
      "{\"case\":\"network\",\"outlets\":%d,\"replications\":%d,\"threads\":%d,"
      "\"cpu_seconds\":%.2f,\"wall_seconds\":%.2f,\"events_per_cpu_second\":%.0f}\n",
      how.outlets, how.replications, how.threads, cpu,
      double(end.tv_sec - begin.tv_sec) + double(end.tv_nsec - begin.tv_nsec) * 1e-9, events / cpu);
}

}  // namespace

void add_bench_od(CLI::App& bench, int& code) {
  auto how = std::make_shared<OdBench>();
  auto* command = bench.add_subcommand("od", "Outlet-days of the model OD v1, and a network");
  command->add_option("--days", how->days)->check(CLI::Range(100, 1'000'000));
  command->add_option("--outlets", how->outlets, "Of the network; 0: none")
      ->check(CLI::Range(0, 10'000));
  command->add_option("--replications", how->replications, "Of the network")
      ->check(CLI::Range(20, 1'000'000));
  command->add_option("--threads", how->threads, "Of the network")->check(CLI::Range(1, 256));
  command->callback([how, &code] {
    bench_outlet(*how);
    if (how->outlets > 0) bench_network(*how);
    code = exit_code::ok;
  });
}

}  // namespace waystation::cli
