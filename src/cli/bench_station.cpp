// bench station: the nearest rest stations to a point, by what is needed and for whom, among as
// many as a national bank has. One JSON line; times are milliseconds of this process's clock.
#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/exit_code.h"
#include "domain/bank.h"

namespace waystation::cli {

namespace {

struct StationBench {
  int stations = 16'000, queries = 200;
};

// A grid over Liaoning, each outlet with a station; every third has a toilet.
Bank bank_of_stations(int stations) {
  constexpr int columns = 200, step_e6 = 20'000;
  Bank bank;
  bank.cities.edit({"SY"}).time_zone = "Asia/Shanghai";
  for (int n = 0; n < stations; ++n) {
    const OutletId id{std::to_string(102'221'000'000 + n)};
    outlet::Outlet& outlet = bank.outlets.edit(id);
    outlet.city = {"SY"};
    outlet.at = {119'000'000 + n % columns * step_e6, 39'000'000 + n / columns * step_e6};
    outlet.position_source = PositionSource::synthetic;
    station::Station& s = bank.stations.edit(id);
    s.published = true;
    s.till = {1440};
    s.audiences = {station::Audience::courier, station::Audience::other};
    s.items = {{.amenity = station::Amenity::water, .since = {}},
               {.amenity = station::Amenity::phone_charge, .since = {}}};
    if (n % 3 == 0) s.items.push_back({.amenity = station::Amenity::toilet, .since = {}});
  }
  return bank;
}

station::Need need_of_query(int n) {
  station::Need need{
      .at = Point{119'000'000 + n * 19'997 % 4'000'000, 39'000'000 + n * 15'991 % 1'600'000}};
  if (n % 2 == 0) need.amenities = {station::Amenity::water, station::Amenity::toilet};
  if (n % 4 < 2) need.audience = station::Audience::courier;
  need.open_now = n % 3 == 0;
  return need;
}

void bench_stations(const StationBench& how) {
  const Bank bank = bank_of_stations(how.stations);
  const Time now = *parse_time("2021-01-08T10:00:00+08:00");
  std::vector<double> milliseconds;
  std::size_t found = 0;
  for (int n = 0; n < how.queries; ++n) {
    const auto from = std::chrono::steady_clock::now();
    found += station::nearest(bank, need_of_query(n), now).size();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - from;
    milliseconds.push_back(took.count());
  }
  std::ranges::sort(milliseconds);
  std::printf(
      "{\"case\":\"station\",\"stations\":%d,\"queries\":%d,\"found\":%zu,\"p50_ms\":%.2f,"
      "\"max_ms\":%.2f}\n",
      how.stations, how.queries, found, milliseconds[milliseconds.size() / 2], milliseconds.back());
}

}  // namespace

void add_bench_station(CLI::App& bench, int& code) {
  auto* command = bench.add_subcommand("station", "the nearest rest stations to a point");
  const auto how = std::make_shared<StationBench>();
  command->add_option("--stations", how->stations)->check(CLI::Range(1, 1'000'000));
  command->add_option("--queries", how->queries)->check(CLI::Range(1, 1'000'000));
  command->callback([how, &code] {
    bench_stations(*how);
    code = exit_code::ok;
  });
}

}  // namespace waystation::cli
