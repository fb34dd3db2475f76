#include "cli/plan_province.h"

#include <fmt/format.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/exit_code.h"
#include "planning/province/network_file.h"
#include "planning/province/planner.h"

namespace waystation::cli {

namespace {

namespace province = planning::province;

volatile std::sig_atomic_t was_interrupted = 0;

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw std::runtime_error("cannot be read");
  return std::move(text).str();
}

double gap(std::int64_t value, std::int64_t bound) {
  return value > bound ? double(value - bound) / double(value) : 0;
}

bool tell(const province::Progress& p) {
  fmt::print(stderr,
             R"({{"round":{},"rounds":{},"value":{:.6f},"bound":{:.6f},"gap":{:.6f}}})"
             "\n",
             p.round, p.rounds, double(p.value) / 1e6, double(p.bound) / 1e6,
             gap(p.value, p.bound));
  return !was_interrupted;
}

void print(const province::Outcome& o) {
  fmt::print(
      R"({{"scope":"open areas","areas":{},"value":{:.6f},"bound":{:.6f},"gap_coverable":{:.6f},)"
      R"("uncoverable":{:.6f},"stopped_by_clock":{},"stopped_by_caller":{}}})"
      "\n",
      o.areas.size(), double(o.value) / 1e6, double(o.bound) / 1e6,
      gap(o.value - o.uncoverable, o.bound - o.uncoverable), double(o.uncoverable) / 1e6,
      o.stopped_by_clock, o.stopped_by_caller);
}

}  // namespace

bool is_province_file(const std::string& path) {
  return std::filesystem::path(path).extension() == ".json";
}

int plan_province(const ProvinceAsked& asked) {
  province::Network network;
  try {
    network = province::read_network_file(text_of(asked.network));
  } catch (const std::runtime_error& no) {
    fmt::print(stderr, "waystation: {}: {}\n", asked.network, no.what());
    return exit_code::bad_input;
  }
  const auto before = std::signal(SIGINT, [](int) { was_interrupted = 1; });
  const province::Outcome outcome = province::plan(
      network, {.seconds = asked.seconds,
                .threads = asked.threads,
                .end = asked.whole_effort ? province::End::by_effort : province::End::by_clock,
                .report = tell});
  std::signal(SIGINT, before);
  if (!asked.out.empty()) {
    std::ofstream file(asked.out, std::ios::binary);
    file << province::plan_text(network, outcome);
    if (!file.flush()) throw std::runtime_error(asked.out + " cannot be written");
  }
  print(outcome);
  return exit_code::ok;
}

}  // namespace waystation::cli
