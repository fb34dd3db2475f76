// bench cash: what one move of cash costs with few and with many outlets, how long the table of all
// and the page of one take with hundreds of open bags each, and what a bag costs in memory.
#include <malloc.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>

#include "application/views.h"
#include "cli/exit_code.h"

namespace waystation::cli {

namespace {

using namespace cash;
using Clock = std::chrono::steady_clock;

struct CashBench {
  int outlets = 2000, bags = 500, moves = 20'000;
};

const Time start = *parse_time("2021-01-08T08:00:00+08:00");

OutletId outlet_of(int number) {
  return {std::to_string(102'221'000'000 + number)};
}
BagId bag_of(const OutletId& outlet, int number) {
  return {outlet.text + '-' + std::to_string(number)};
}
Packs hundreds(std::int32_t count) {
  return {{Denomination::yuan_100, count}};
}

template <class Event> void happen(Bank& bank, const Event& event) {
  apply_to_rooms(bank, event, Mark{start, {"bench"}});
}

void add_outlet(Bank& bank, const OutletId& id, int bags) {
  outlet::Registered outlet;
  outlet.outlet = id, outlet.title = "网点", outlet.city = {"SY"};
  happen(bank, outlet);
  for (int n = 0; n < bags; ++n) {
    happen(bank, Received{id, {"1"}, Source::ordinary, hundreds(1000), yuan(100'000)});
    happen(bank, Bagged{id,
                        bag_of(id, n),
                        {"1"},
                        Source::ordinary,
                        hundreds(1000),
                        yuan(100'000),
                        {"F" + std::to_string(n)}});
  }
}

Bank bank_of(int outlets, int bags) {
  Bank bank;
  happen(bank, city::Added{{"SY"}, "沈阳市", "Asia/Shanghai"});
  for (int i = 0; i < outlets; ++i) add_outlet(bank, outlet_of(i), bags);
  return bank;
}

double seconds_since(Clock::time_point from) {
  return std::chrono::duration<double>(Clock::now() - from).count();
}

// Decides and applies a receipt, with a reader that keeps the state before it, as the desk does.
double microseconds_per_move(Bank bank, int outlets, int moves) {
  const Stamp teller{{start, {"teller"}}, Role::teller, {}};
  const auto from = Clock::now();
  for (int i = 0; i < moves; ++i) {
    const Bank reader = bank;
    const OutletId outlet = outlet_of(int(std::int64_t(i) * 7919 % outlets));
    const auto event =
        decide(bank, Receive{outlet, {"1"}, Source::ordinary, hundreds(1), yuan(100)}, teller);
    apply_to_rooms(bank, *event, teller);
  }
  return seconds_since(from) / moves * 1e6;
}

double milliseconds_of(const Standing& standing, const std::string& view, const QueryText& query) {
  const Viewing viewing{standing, start, Role::province_command, {}, nullptr};
  std::vector<double> times;
  for (int i = 0; i < 9; ++i) {
    const auto from = Clock::now();
    if (!view_named(view)->see(viewing, query)) throw std::runtime_error(view);
    times.push_back(seconds_since(from) * 1e3);
  }
  std::ranges::sort(times);
  return times[times.size() / 2];
}

void run(const CashBench& how) {
  const int few = 10;
  const double small = microseconds_per_move(bank_of(few, 50), few, how.moves);
  const double large = microseconds_per_move(bank_of(how.outlets, 50), how.outlets, how.moves);
  const auto before = mallinfo2().uordblks;
  Standing standing{bank_of(how.outlets, how.bags), {}, 1, start};
  const auto bags = std::int64_t(how.outlets) * how.bags;
  const double bytes = double(mallinfo2().uordblks - before) / double(bags);
  const double table = milliseconds_of(standing, "cash", {});
  const double page = milliseconds_of(standing, "cash-outlet", {{"outlet", outlet_of(1).text}});
  std::printf(
      "{\"outlets\":%d,\"bags\":%lld,\"move_microseconds_10_outlets\":%.2f,"
      "\"move_microseconds\":%.2f,\"ratio\":%.2f,\"bytes_per_bag\":%.0f,\"table_ms\":%.1f,"
      "\"page_ms\":%.1f}\n",
      how.outlets, static_cast<long long>(bags), small, large, large / small, bytes, table, page);
}

}  // namespace

void add_bench_cash(CLI::App& bench, int& exit_code) {
  auto how = std::make_shared<CashBench>();
  auto* command = bench.add_subcommand("cash", "A move of cash, its views, and a bag's memory");
  command->add_option("--outlets", how->outlets)->check(CLI::Range(1, 10'000));
  command->add_option("--bags", how->bags, "Open at each outlet")->check(CLI::Range(1, 5'000));
  command->add_option("--moves", how->moves)->check(CLI::Range(1, 10'000'000));
  command->callback([how, &exit_code] {
    run(*how);
    exit_code = exit_code::ok;
  });
}

}  // namespace waystation::cli
