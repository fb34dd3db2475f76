// bench runway: how long the table of all runways takes with many outlets, each with four weeks of
// payouts and bags whose hold ends within the time looked at; what one outlet costs of it, with few
// outlets and with many; and the curve of one.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <ctime>

#include "application/view_cash_runway.h"
#include "cli/exit_code.h"

namespace waystation::cli {

namespace {

using namespace cash;

struct RunwayBench {
  int outlets = 2000, few = 200, bags = 20, rounds = 50;
};

const Time start = *parse_time("2021-01-29T11:07:00+08:00");

OutletId outlet_of(int number) {
  return {std::to_string(102'221'000'000 + number)};
}

template <class Event> void happen(Bank& bank, const Event& event, Time at = start) {
  apply_to_rooms(bank, event, Mark{at, {"bench"}});
}

Packs hundreds(std::int32_t count) {
  return {{Denomination::yuan_100, count}};
}

// Four weeks with twelve payments a day; one outlet pays more than its neighbour.
void add_payouts(Bank& bank, const OutletId& id, int number) {
  for (int day = 28; day > 0; --day)
    for (int n = 0; n < 12; ++n)
      remember_payout(bank.payouts, id, notes_of(hundreds(50 + number % 200)),
                      start - std::chrono::days{day} + std::chrono::minutes{20 * n - 100});
}

Bag bag_of(int number) {
  Bag bag;
  bag.stage = Stage::counted, bag.place = PlaceKind::vault, bag.at = "vault";
  bag.notes.yuan_100 = 100;
  bag.since = start - std::chrono::days{8};
  bag.sanitised_at = start - std::chrono::days{7} + std::chrono::hours{number * 7 % 200};
  return bag;
}

void add_outlet(Bank& bank, int number, int bags) {
  const OutletId id = outlet_of(number);
  outlet::Registered outlet;
  outlet.outlet = id, outlet.title = "网点", outlet.city = {"SY"};
  outlet.opens = {540}, outlet.closes = {1020}, outlet.cash_limit = yuan(4'000'000);
  happen(bank, outlet);
  add_payouts(bank, id, number);
  Site& site = bank.custody.sites.edit(id);
  for (int n = 0; n < bags; ++n) {
    const Bag bag = bag_of(n);
    site.bags.edit({id.text + '-' + std::to_string(n)}) = bag;
    post(site.book, {PlaceKind::customer, Stage::paid, Source::ordinary}, site.book,
         account_of(bag), bag.notes);
  }
  Notes clean;
  clean.yuan_100 = 1'000 + number % 4'000;
  post(site.book, {PlaceKind::central_bank, Stage::handed_in, Source::fit_notes}, site.book,
       {PlaceKind::vault, Stage::released, Source::fit_notes}, clean);
}

Standing standing_of(int outlets, int bags) {
  Standing standing;
  happen(standing.bank, city::Added{{"SY"}, "沈阳市", "Asia/Shanghai"});
  for (int i = 0; i < outlets; ++i) add_outlet(standing.bank, i, bags);
  standing.as_of_seq = 1, standing.as_of = start;
  return standing;
}

double milliseconds(clockid_t clock) {
  timespec t{};
  clock_gettime(clock, &t);
  return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
}

// Sorted wall times, and the processor's own time of all.
struct Times {
  std::vector<double> wall;
  double cpu = 0;
  double at(double part) const { return wall[std::size_t(double(wall.size() - 1) * part)]; }
  double cpu_each() const { return cpu / double(wall.size()); }
};

Times times_of(int rounds, const auto& look) {
  Times out;
  for (int i = 0; i < rounds; ++i) {
    const double from = milliseconds(CLOCK_MONOTONIC), cpu = milliseconds(CLOCK_THREAD_CPUTIME_ID);
    if (!look()) throw std::runtime_error("runway");
    out.wall.push_back(milliseconds(CLOCK_MONOTONIC) - from);
    out.cpu += milliseconds(CLOCK_THREAD_CPUTIME_ID) - cpu;
  }
  std::ranges::sort(out.wall);
  return out;
}

Times table_times(int outlets, const RunwayBench& how) {
  const Standing standing = standing_of(outlets, how.bags);
  const Viewing viewing{standing, start, Role::province_command, {}, nullptr};
  return times_of(how.rounds, [&] { return see(viewing, view::CashRunwayQuery{}).has_value(); });
}

Times page_times(const RunwayBench& how) {
  const Standing standing = standing_of(2, how.bags);
  const Viewing viewing{standing, start, Role::province_command, {}, nullptr};
  return times_of(how.rounds, [&] {
    const auto page = see(viewing, view::CashRunwayPageQuery{outlet_of(1)});
    return page && !to_json(*page).empty();
  });
}

void run(const RunwayBench& how) {
  const Times few = table_times(how.few, how), many = table_times(how.outlets, how);
  const Times page = page_times(how);
  const double small = few.cpu_each() * 1e3 / how.few, large = many.cpu_each() * 1e3 / how.outlets;
  std::printf(
      "{\"outlets\":%d,\"bags\":%d,\"table_p50_ms\":%.2f,\"table_p99_ms\":%.2f,"
      "\"table_cpu_ms\":%.2f,\"outlet_cpu_microseconds_few\":%.2f,"
      "\"outlet_cpu_microseconds\":%.2f,\"ratio\":%.2f,\"page_json_p50_ms\":%.3f}\n",
      how.outlets, how.bags, many.at(0.5), many.at(0.99), many.cpu_each(), small, large,
      large / small, page.at(0.5));
}

}  // namespace

void add_bench_runway(CLI::App& bench, int& exit_code) {
  auto how = std::make_shared<RunwayBench>();
  auto* command = bench.add_subcommand("runway", "The runway of clean cash of every outlet");
  command->add_option("--outlets", how->outlets)->check(CLI::Range(1, 10'000));
  command->add_option("--few", how->few, "To compare with")->check(CLI::Range(1, 10'000));
  command->add_option("--bags", how->bags, "Held at each outlet")->check(CLI::Range(0, 5'000));
  command->add_option("--rounds", how->rounds)->check(CLI::Range(1, 10'000));
  command->callback([how, &exit_code] {
    run(*how);
    exit_code = exit_code::ok;
  });
}

}  // namespace waystation::cli
