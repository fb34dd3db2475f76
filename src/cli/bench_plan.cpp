// bench plan: a made-up province is planned, and the plan and its bound are proven again by the
// checker from the two files alone. What no outlet reaches is reported apart, because it is lost in
// every plan and flatters the gap: gap_coverable leaves it out.
#include <fmt/format.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>

#include "checking/broken.h"
#include "checking/province/check.h"
#include "cli/exit_code.h"
#include "planning/province/generator.h"
#include "planning/province/planner.h"

namespace waystation::cli {

namespace {

namespace province = planning::province;
using Timer = std::chrono::steady_clock;

struct PlanBench {
  std::string size = "province", out;
  std::uint64_t seed = 1;
  province::Request request;
};

double seconds_since(Timer::time_point start) {
  return std::chrono::duration<double>(Timer::now() - start).count();
}

double cpu_seconds() {
  return double(std::clock()) / CLOCKS_PER_SEC;
}

double max_rss_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return double(usage.ru_maxrss) / 1024;
}

void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw std::runtime_error(path.string() + " cannot be written");
}

struct Measured {
  double cpu_seconds = 0, wall_seconds = 0, max_rss_mb = 0, check_ms = 0;
};

double gap(std::int64_t value, std::int64_t bound) {
  return value > bound ? double(value - bound) / double(value) : 0;
}

void print(const PlanBench& asked, const province::Outcome& outcome, const Measured& measured,
           const checking::province::Result& checked) {
  fmt::print(
      R"({{"size":"{}","seed":{},"scope":"open areas","areas":{},"value":{:.6f},"bound":{:.6f},)"
      R"("gap":{:.6f},"gap_coverable":{:.6f},"uncoverable":{:.6f},"cpu_seconds":{:.3f},)"
      R"("wall_seconds":{:.3f},"max_rss_mb":{:.1f},"stopped_by_clock":{},"checked":{},)"
      R"("broken":"{}","check_ms":{:.1f}}})"
      "\n",
      asked.size, asked.seed, outcome.areas.size(), double(outcome.value) / 1e6,
      double(outcome.bound) / 1e6, gap(outcome.value, outcome.bound),
      gap(outcome.value - outcome.uncoverable, outcome.bound - outcome.uncoverable),
      double(outcome.uncoverable) / 1e6, measured.cpu_seconds, measured.wall_seconds,
      measured.max_rss_mb, outcome.stopped_by_clock, checked.ok, checked.rule, measured.check_ms);
}

int run(const PlanBench& asked) {
  const province::Network network =
      province::generate(*province::size_named(asked.size), asked.seed);
  Measured measured;
  const double cpu = cpu_seconds();
  const auto start = Timer::now();
  const province::Outcome outcome = province::plan(network, asked.request);
  measured.wall_seconds = seconds_since(start);
  measured.cpu_seconds = cpu_seconds() - cpu;
  measured.max_rss_mb = max_rss_mb();
  const std::string network_text = province::network_text(network);
  const std::string plan_text = province::plan_text(network, outcome);
  if (!asked.out.empty()) {
    std::filesystem::create_directories(asked.out);
    write(std::filesystem::path(asked.out) / "network.json", network_text);
    write(std::filesystem::path(asked.out) / "plan.json", plan_text);
  }
  const auto check_start = Timer::now();
  const auto checked =
      checking::province::check_plan(checking::province::read_network(network_text), plan_text);
  measured.check_ms = 1000 * seconds_since(check_start);
  print(asked, outcome, measured, checked);
  return checked.ok ? exit_code::ok : exit_code::verification_failed;
}

}  // namespace

void add_bench_plan(CLI::App& bench, int& exit_code) {
  auto asked = std::make_shared<PlanBench>();
  auto* command = bench.add_subcommand("plan", "Plan a made-up province, and prove it again");
  command->add_option("--size", asked->size, "town, city, metro or province")
      ->check(CLI::IsMember(std::vector<std::string>{"town", "city", "metro", "province"}));
  command->add_option("--seed", asked->seed, "Of the province");
  command->add_option("--seconds", asked->request.seconds, "The effort, and the end by the clock")
      ->check(CLI::Range(0.1, 3600.0));
  command->add_option("--threads", asked->request.threads, "The plan does not depend on it")
      ->check(CLI::Range(1, 64));
  command->add_flag(
      "--whole-effort", [asked](std::int64_t) { asked->request.end = province::End::by_effort; },
      "Whatever the clock says: the same bytes on every machine");
  command->add_option("--out", asked->out, "A folder for network.json and plan.json");
  command->callback([asked, &exit_code] { exit_code = run(*asked); });
}

}  // namespace waystation::cli
