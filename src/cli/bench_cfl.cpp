// bench cfl: public instances of capacitated facility location through the province planner's bound
// and search. One JSON line a file; value and bound are in the file's own costs.
#include <fmt/format.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/exit_code.h"
#include "planning/facility/instance.h"

namespace waystation::cli {

namespace {

struct CflBench {
  std::vector<std::string> files;
  double seconds = 10;
  std::optional<std::int64_t> capacity;
};

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw std::runtime_error("cannot be read");
  return std::move(text).str();
}

void measure(const CflBench& asked, const std::string& file) {
  const auto instance = planning::facility::read_instance(text_of(file), asked.capacity);
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t cpu = std::clock();
  const auto answer = planning::facility::solve(instance, asked.seconds);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  fmt::print(
      R"({{"file":"{}","value":{},"bound":{:.4f},"gap":{},"cpu_seconds":{:.3f},"wall_seconds":{:.3f}}})"
      "\n",
      std::filesystem::path(file).filename().string(),
      answer.is_served ? fmt::format("{:.4f}", answer.value) : "null", answer.bound,
      answer.is_served
          ? fmt::format("{:.6f}", std::max(0.0, answer.value - answer.bound) / answer.value)
          : "null",
      double(std::clock() - cpu) / CLOCKS_PER_SEC, wall.count());
}

int run(const CflBench& asked) {
  for (const std::string& file : asked.files) {
    try {
      measure(asked, file);
    } catch (const std::runtime_error& no) {
      fmt::print(stderr, "waystation: {}: {}\n", file, no.what());
      return exit_code::bad_input;
    }
  }
  return exit_code::ok;
}

}  // namespace

void add_bench_cfl(CLI::App& bench, int& exit_code) {
  auto asked = std::make_shared<CflBench>();
  auto* command = bench.add_subcommand("cfl", "Public instances of facility location (OR-Library)");
  command->add_option("files", asked->files, "In the format of the OR-Library")->required();
  command->add_option("--seconds", asked->seconds, "For each file, at most")
      ->check(CLI::Range(0.1, 3600.0));
  command->add_option("--capacity", asked->capacity, "Where a file says `capacity`")
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000}));
  command->callback([asked, &exit_code] { exit_code = run(*asked); });
}

}  // namespace waystation::cli
