// bench zone: may a sealed zone reopen, with whom; made-up zones of one to eight outlets. bench
// replan: plans of such zones lose a person, or a whole team; who steps in with the fewest changes.
// Times are CPU seconds of this thread, from the bank to the answer.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ctime>

#include "cli/exit_code.h"
#include "cli/made_up_zone.h"
#include "planning/planner.h"
#include "planning/replan.h"

namespace waystation::cli {

namespace {

double milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

struct Times {
  std::vector<double> all;

  double share(int permille) {
    std::ranges::sort(all);
    if (all.empty()) return 0;
    return all[std::min(all.size() - 1, all.size() * std::size_t(permille) / 1000)];
  }
  std::string text() {
    return fmt::format(R"("p50_ms":{:.3f},"p99_ms":{:.3f},"max_ms":{:.3f})", share(500), share(990),
                       share(1000));
  }
};

planning::PlanRequest two_weeks() {
  return {made_up_zone_id, *parse_day("2021-01-08"), 14};
}

struct ZoneBench {
  int zones = 200;
  std::uint64_t seed = 1;
};

int run(const ZoneBench& asked) {
  for (int outlets = 1; outlets <= 8; ++outlets) {
    Times times;
    std::int64_t opened = 0, refused = 0;
    for (int n = 0; n < asked.zones; ++n) {
      const Bank bank = made_up_zone(outlets, asked.seed + std::uint64_t(n));
      const double start = milliseconds();
      const auto document = planning::make_plan(bank, two_weeks());
      times.all.push_back(milliseconds() - start);
      if (!document) ++refused;
      if (document)
        opened += std::ranges::count(document->outlets, plan::Verdict::can_open,
                                     &plan::OutletPlan::verdict);
    }
    fmt::print(R"({{"outlets":{},"zones":{},"open_mean":{:.2f},"refused":{},{}}})"
               "\n",
               outlets, asked.zones, double(opened) / asked.zones, refused, times.text());
    std::fflush(stdout);
  }
  return exit_code::ok;
}

struct ReplanBench {
  int trials = 2000;
  std::uint64_t seed = 1;
};

struct Tally {
  Times times;
  int trials = 0, kept = 0;
  std::array<int, 5> changes{};  // Where windows are kept: 0, 1, 2, 3, more.

  void note(const planning::Replan& plan, double spent) {
    times.all.push_back(spent);
    ++trials;
    if (!plan.keeps_windows) return;
    ++kept;
    ++changes[std::min<std::size_t>(plan.changes.size(), 4)];
  }
  void print(const char* loss) {
    fmt::print(
        R"({{"loss":"{}","trials":{},"windows_kept":{},"changes_0_1_2_3_more":[{},{},{},{},{}],{}}})"
        "\n",
        loss, trials, kept, changes[0], changes[1], changes[2], changes[3], changes[4],
        times.text());
  }
};

// As often as among the sealed zones of a made-up province: most are small.
int outlets_of(std::uint64_t number) {
  constexpr int sizes[] = {1, 1, 1, 2, 2, 2, 3, 3, 4, 5};
  return sizes[number % 10];
}

int run(const ReplanBench& asked) {
  Tally person, team;
  for (std::uint64_t n = 0; person.trials < asked.trials; ++n) {
    const Bank bank = made_up_zone(outlets_of(n), asked.seed + n);
    auto document = planning::make_plan(bank, two_weeks());
    if (!document) continue;
    planning::ReplanRequest request{std::move(*document)};
    const auto lose = [&](std::vector<PersonId> out, Tally& tally) {
      request.out = std::move(out);
      const double start = milliseconds();
      const auto plan = planning::replan(bank, request);
      tally.note(*plan, milliseconds() - start);
    };
    for (const auto& outlet : request.before.outlets)
      for (const auto& crew : outlet.crews) {
        std::vector<PersonId> all;
        for (const auto& member : crew.members) {
          if (person.trials < asked.trials) lose({member.person}, person);
          all.push_back(member.person);
        }
        lose(all, team);
      }
  }
  person.print("person");
  team.print("team");
  return exit_code::ok;
}

}  // namespace

void add_bench_zone(CLI::App& bench, int& exit_code) {
  auto zone = std::make_shared<ZoneBench>();
  auto* command = bench.add_subcommand("zone", "Plan sealed zones of one to eight outlets");
  command->add_option("--zones", zone->zones, "Of each size")->check(CLI::Range(1, 100'000));
  command->add_option("--seed", zone->seed, "Of the first zone");
  command->callback([zone, &exit_code] { exit_code = run(*zone); });
  auto replan = std::make_shared<ReplanBench>();
  auto* second = bench.add_subcommand("replan", "Plans of sealed zones lose people");
  second->add_option("--trials", replan->trials, "Of one person")->check(CLI::Range(1, 1'000'000));
  second->add_option("--seed", replan->seed, "Of the first zone");
  second->callback([replan, &exit_code] { exit_code = run(*replan); });
}

}  // namespace waystation::cli
