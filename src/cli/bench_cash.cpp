// bench cash: what one move of cash costs with few and with many outlets, how long the table of all
// and the page of one take with hundreds of open bags each, and what a bag costs in memory. All in
// CPU time, for other work on the machine is none of theirs.
#include <malloc.h>
#include <time.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "application/views.h"
#include "cli/desk_in_memory.h"
#include "cli/exit_code.h"

namespace waystation::cli {

namespace {

using namespace cash;

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

double cpu_seconds_of_thread() {
  timespec used{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return double(used.tv_sec) + double(used.tv_nsec) / 1e9;
}

// Decides and applies a receipt, with a reader that keeps the state before it: the worst of all
// desks, one that publishes after every single order.
double microseconds_in_room(Bank& bank, int outlets, int moves) {
  const Stamp teller{{start, {"teller"}}, Role::teller, {}};
  const double from = cpu_seconds_of_thread();
  for (int i = 0; i < moves; ++i) {
    const Bank reader = bank;
    const OutletId outlet = outlet_of(int(std::int64_t(i) * 7919 % outlets));
    const auto event =
        decide(bank, Receive{outlet, {"1"}, Source::ordinary, hundreds(1), yuan(100)}, teller);
    apply_to_rooms(bank, *event, teller);
  }
  return (cpu_seconds_of_thread() - from) / moves * 1e6;
}

struct Flatness {
  double few = 0, many = 0, ratio = 0;
};

// Of two banks in turn, five times; the medians.
Flatness compare(auto few, auto many) {
  std::vector<double> a, b, ratios;
  for (int round = 0; round < 5; ++round) {
    a.push_back(few()), b.push_back(many());
    ratios.push_back(b.back() / a.back());
  }
  return {median(a), median(b), median(ratios)};
}

Flatness rooms_alone(const CashBench& how, int few) {
  Bank small = bank_of(few, 50), large = bank_of(how.outlets, 50);
  return compare([&] { return microseconds_in_room(small, few, how.moves); },
                 [&] { return microseconds_in_room(large, how.outlets, how.moves); });
}

// The whole order: its JSON read, decided, applied, its entry written, its state published. Each
// outlet of either bank has ten open bags.
Flatness whole_orders(const CashBench& how, int few) {
  constexpr int bags = 10;
  DeskInMemory small(few, bags), large(how.outlets, bags);
  small.move(few * bags * 4, 1e9), large.move(std::int64_t(how.outlets) * bags * 4, 1e9);
  return compare([&] { return small.move(how.moves, 1e9).cpu_us; },
                 [&] { return large.move(how.moves, 1e9).cpu_us; });
}

struct Times {
  double median = 0, p99 = 0;  // Milliseconds of CPU.
};

Times times_of(const Standing& standing, const std::string& view, auto query) {
  const Viewing viewing{standing, start, Role::province_command, {}, nullptr};
  std::vector<double> times;
  for (int i = 0; i < 300; ++i) {
    const QueryText asked = query(i);
    const double from = cpu_seconds_of_thread();
    if (!view_named(view)->see(viewing, asked)) throw std::runtime_error(view);
    times.push_back((cpu_seconds_of_thread() - from) * 1e3);
  }
  std::ranges::sort(times);
  return {times[times.size() / 2], times[times.size() * 99 / 100]};
}

void run(const CashBench& how) {
  const int few = std::min(10, how.outlets);
  const Flatness rooms = rooms_alone(how, few), orders = whole_orders(how, few);
  const auto before = mallinfo2().uordblks;
  const Standing standing{bank_of(how.outlets, how.bags), {}, 1, start};
  const auto bags = std::int64_t(how.outlets) * how.bags;
  const double bytes = double(mallinfo2().uordblks - before) / double(bags);
  const Times table = times_of(standing, "cash", [](int) { return QueryText{}; });
  const Times page = times_of(standing, "cash-outlet", [&](int i) {
    return QueryText{{"outlet", outlet_of(i * 7 % how.outlets).text}};
  });
  std::printf(
      "{\"outlets\":%d,\"bags\":%lld,\"few_outlets\":%d,\"order_cpu_us_of_few\":%.2f,"
      "\"order_cpu_us\":%.2f,\"order_ratio\":%.3f,\"rooms_cpu_us_of_few\":%.2f,"
      "\"rooms_cpu_us\":%.2f,\"rooms_ratio\":%.3f,\"bytes_per_bag\":%.0f,\"table_p50_ms\":%.2f,"
      "\"table_p99_ms\":%.2f,\"page_p50_ms\":%.2f,\"page_p99_ms\":%.2f}\n",
      how.outlets, static_cast<long long>(bags), few, orders.few, orders.many, orders.ratio,
      rooms.few, rooms.many, rooms.ratio, bytes, table.median, table.p99, page.median, page.p99);
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
