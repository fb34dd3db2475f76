// bench cfl: public instances of capacitated facility location (OR-Library, Holmberg), where the
// proven gap and the distance from the known optimum show what the planner's method is worth. One
// JSON line a case; value and bound are in the file's own costs. A table of optima among the files
// (a .csv) adds what is known, and the capacities for files that leave them open.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
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

struct Known {
  std::optional<std::int64_t> capacity;  // For a file that leaves it open.
  double value = 0;
  bool is_optimal = true;
};

using KnownCases = std::multimap<std::string, Known>;  // By name of the file, without its ending.

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw std::runtime_error("cannot be read");
  return std::move(text).str();
}

// instance,facilities,customers,capacity_to_use or status,value,…
void read_known(const std::string& text, KnownCases& out) {
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::istringstream row(line);
    std::string name, skipped, use, value;
    std::getline(row, name, ',');
    std::getline(row, skipped, ',');
    std::getline(row, skipped, ',');
    std::getline(row, use, ',');
    std::getline(row, value, ',');
    Known known;
    if (!use.empty() && use.find_first_not_of("0123456789") == std::string::npos)
      known.capacity = std::stoll(use);
    known.is_optimal = use != "bounds-only";
    try {
      known.value = std::stod(value);
    } catch (const std::exception&) {
      throw std::runtime_error('"' + value + "\" is no value");
    }
    out.emplace(name, known);
  }
}

void measure(const CflBench& asked, const std::string& file, const Known* known) {
  const auto capacity = asked.capacity || !known ? asked.capacity : known->capacity;
  const auto instance = planning::facility::read_instance(text_of(file), capacity);
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t cpu = std::clock();
  const auto answer = planning::facility::solve(instance, asked.seconds);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  const auto or_null = [&](bool has, double value, int digits) {
    return has ? fmt::format("{:.{}f}", value, digits) : "null";
  };
  const double value = answer.value;
  const bool is_served = answer.is_served;
  const bool is_comparable = is_served && known && !asked.capacity;
  const bool is_single = instance.source == planning::facility::Source::single;
  fmt::print(
      R"({{"file":"{}","source":"{}","capacity":{},"value":{},"bound":{:.4f},"gap":{},"known":{},)"
      R"("known_is_optimal":{},"over_known":{},"cpu_seconds":{:.3f},"wall_seconds":{:.3f}}})"
      "\n",
      std::filesystem::path(file).filename().string(), is_single ? "single" : "split",
      capacity ? std::to_string(*capacity) : "null", or_null(is_served, value, 4), answer.bound,
      or_null(is_served, std::max(0.0, value - answer.bound) / value, 7),
      or_null(known, known ? known->value : 0, 4), known ? known->is_optimal : false,
      or_null(is_comparable, is_comparable ? value / known->value - 1 : 0, 7),
      double(std::clock() - cpu) / CLOCKS_PER_SEC, wall.count());
  std::fflush(stdout);
}

void measure(const CflBench& asked, const std::string& file, const KnownCases& known) {
  const auto [first, last] = known.equal_range(std::filesystem::path(file).stem().string());
  if (first == last) return measure(asked, file, nullptr);
  for (auto at = first; at != last; ++at) {
    measure(asked, file, &at->second);
    if (asked.capacity) return;
  }
}

bool is_table(const std::string& file) {
  return std::filesystem::path(file).extension() == ".csv";
}

int run(const CflBench& asked) {
  std::string present;
  try {
    std::map<std::filesystem::path, KnownCases> known;  // Names are unique within a folder only.
    for (const std::string& file : asked.files)
      if (is_table(present = file))
        read_known(text_of(file), known[std::filesystem::path(file).parent_path()]);
    for (const std::string& file : asked.files)
      if (!is_table(present = file))
        measure(asked, file, known[std::filesystem::path(file).parent_path()]);
  } catch (const std::runtime_error& no) {
    fmt::print(stderr, "waystation: {}: {}\n", present, no.what());
    return exit_code::bad_input;
  }
  return exit_code::ok;
}

}  // namespace

void add_bench_cfl(CLI::App& bench, int& exit_code) {
  auto asked = std::make_shared<CflBench>();
  auto* command = bench.add_subcommand("cfl", "Public instances of facility location");
  command
      ->add_option("files", asked->files,
                   "In the format of the OR-Library or of Holmberg; and tables of optima (.csv)")
      ->required();
  command->add_option("--seconds", asked->seconds, "Of one core, for each case, at most")
      ->check(CLI::Range(0.1, 3600.0));
  command->add_option("--capacity", asked->capacity, "Where a file says `capacity`")
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000}));
  command->callback([asked, &exit_code] { exit_code = run(*asked); });
}

}  // namespace waystation::cli
