// bench day: a province's day through HTTP, faster than the clock (drill_day.h), and beside it the
// same day of a smaller bank, to see whether an order costs more in a larger one.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/drill_day.h"
#include "cli/exit_code.h"

namespace waystation::cli {

namespace {

namespace fs = std::filesystem;

struct Bench {
  int outlets = 600, customers = 400;
  double speed = 60;
  int beside = 60;  // Outlets of the smaller bank; 0: none.
  std::uint64_t seed = 1;
  std::string disk = fs::temp_directory_path();
};

// ---- What is printed.

std::string refusals_text(const DayResult& r) {
  std::string out;
  for (const auto& [code, count] : r.refusals) {
    if (!out.empty()) out += ',';
    ((((out += '"') += code) += "\":") += std::to_string(count));
  }
  return out;
}

void print(const DayResult& r) {
  std::printf(
      "{\"outlets\":%d,\"customers\":%d,\"speed\":%g,\"seconds\":%.1f,\"accepted\":%lld,"
      "\"refused\":%lld,\"replayed\":%lld,\"commands_per_second\":%.0f,\"wait_p50_ms\":%.2f,"
      "\"wait_p99_ms\":%.2f,\"wait_max_ms\":%.2f,\"cpu_us_per_command\":%.1f,\"max_rss_mb\":%.1f,"
      "\"refusals\":{%s},\"unexpected\":%lld,\"tickets\":%s,\"events_lost\":%lld,"
      "\"verified\":%s,\"ok\":%s}\n",
      r.outlets, r.customers, r.speed, r.seconds, static_cast<long long>(r.accepted),
      static_cast<long long>(r.refused), static_cast<long long>(r.replayed), r.per_second,
      r.wait_p50_ms, r.wait_p99_ms, r.wait_max_ms, r.cpu_us_per_command, r.memory_mb,
      refusals_text(r).c_str(), static_cast<long long>(r.unexpected), to_json(r.tickets).c_str(),
      static_cast<long long>(r.events_lost), r.verified ? "true" : "false",
      r.ok ? "true" : "false");
  std::fflush(stdout);
}

// A folder that is gone when the bench is.
struct Scratch {
  fs::path path;
  explicit Scratch(const std::string& disk) {
    std::string made = (fs::path(disk) / "waystation-day-XXXXXX").string();
    if (!::mkdtemp(made.data())) throw std::runtime_error("no temporary folder");
    path = made;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Scratch(const Scratch&) = delete;
};

DayResult day_of(const Bench& asked, int outlets, double speed) {
  const Scratch scratch(asked.disk);
  DayResult out =
      DrillDay({outlets, asked.customers, speed, asked.seed}, scratch.path / "data").play();
  print(out);
  return out;
}

// The smaller bank lives as many times faster as it is smaller, so that as many orders arrive in a
// second and as many share a commit.
int run(const Bench& asked) {
  const DayResult whole = day_of(asked, asked.outlets, asked.speed);
  bool ok = whole.ok;
  if (asked.beside > 0 && asked.beside < asked.outlets) {
    const double faster = double(asked.outlets) / asked.beside;
    const DayResult small = day_of(asked, asked.beside, asked.speed * faster);
    ok = ok && small.ok;
    std::printf("{\"cpu_ratio\":%.3f,\"of_outlets\":[%d,%d]}\n",
                whole.cpu_us_per_command / small.cpu_us_per_command, asked.outlets, asked.beside);
  }
  return ok ? exit_code::ok : exit_code::verification_failed;
}

}  // namespace

void add_bench_day(CLI::App& bench, int& code) {
  auto asked = std::make_shared<Bench>();
  auto* command = bench.add_subcommand(
      "day", "A province's day through HTTP, faster than the clock; then the log is checked");
  command->add_option("--outlets", asked->outlets, "All of them open")->check(CLI::Range(1, 1000));
  command->add_option("--customers", asked->customers, "At each of them")
      ->check(CLI::Range(1, 590));
  command->add_option("--speed", asked->speed, "Times the clock")->check(CLI::Range(1.0, 10'000.0));
  command->add_option("--beside", asked->beside, "Outlets of the bank to compare with; 0: none")
      ->check(CLI::Range(0, 1000));
  command->add_option("--seed", asked->seed, "Of the day");
  command->add_option("--disk", asked->disk, "Folder on the disk that is to be used");
  command->callback([asked, &code] { code = run(*asked); });
}

}  // namespace waystation::cli
