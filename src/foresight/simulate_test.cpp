#include "foresight/simulate.h"

#include <chrono>
#include <cmath>

#include "foresight/model.h"

using namespace waystation;
using namespace waystation::foresight;

namespace {

// Interval of the mean, as the peers in simulation.md print it: ± 1.96 standard errors.
struct Peer {
  const char* measure;
  double mean, half;
};

// The throw-away prototype on 20,000 days; SimPy, cimba and SimCpp20 agree with it (section 1.1).
constexpr Peer peers[] = {{"served", 252.74, 0.19},
                          {"balked", 10.51, 0.10},
                          {"left_outside", 5.97, 0.06},
                          {"left_window", 32.30, 0.10},
                          {"window_wait_minutes", 6.071, 0.017},
                          {"lobby_mean", 5.744, 0.009},
                          {"time_at_cap_share", 0.1258, 0.0007},
                          {"cash_out", 0.156, 0.005}};

Run run_of(int replications, int threads = 1) {
  Run run;
  run.replications = replications, run.threads = threads;
  return run;
}

}  // namespace

TEST_CASE("OD v1 agrees with the peers inside joint 99.9 % intervals") {
  const auto out = simulate(*prepare(od_v1()), run_of(10'000));
  REQUIRE(out.has_value());
  for (const Peer& peer : peers) {
    const Interval& ours = out->day[day_value(peer.measure)];
    const double own = (ours.high - ours.low) / 2;
    const double joint = std::hypot(own, peer.half) * 3.2905 / z95;
    CHECK_MESSAGE(std::fabs(ours.mean - peer.mean) < joint, peer.measure, " ", ours.mean,
                  " against ", peer.mean, " ± ", joint);
  }
  CHECK(out->cut_days == 0);
}

TEST_CASE("one thread and two, and every instruction set, give the same bytes") {
  const auto p = *prepare(od_v1());
  const auto one = simulate(p, run_of(400)), two = simulate(p, run_of(400, 2));
  REQUIRE(one.has_value());
  CHECK((*one == *two));
  for (const Kernel* k : {&kernel_sse2, &kernel_avx2, &kernel_avx512}) {
    if (!k->is_supported()) continue;
    Run run = run_of(400, 2);
    run.kernel = k;
    CHECK_MESSAGE((*one == *simulate(p, run)), k->name);
  }
  Run other = run_of(400);
  other.seed = 2;
  CHECK(!(*one == *simulate(p, other)));
}

TEST_CASE("a network is its outlets, each with its own days") {
  const std::vector<Prepared> outlets(3, *prepare(od_v1()));
  const auto all = simulate_network(outlets, run_of(100, 2));
  REQUIRE(all.has_value());
  Run third = run_of(100);
  third.outlet = 2;
  CHECK((all->at(2) == *simulate(outlets[2], third)));
  CHECK(!(all->at(0) == all->at(1)));
}

TEST_CASE("whoever waits for a simulation may stop it at once") {
  Run run = run_of(1'000'000, 2);
  double told = -1;
  std::chrono::steady_clock::time_point asked;
  run.goes_on = [&](double done) {
    told = done, asked = std::chrono::steady_clock::now();
    return false;
  };
  CHECK(!simulate(*prepare(od_v1()), run).has_value());
  const auto waited = std::chrono::steady_clock::now() - asked;
  CHECK(waited < std::chrono::milliseconds(100));
  CHECK(told >= 0);
  CHECK(told < 1);
}

TEST_CASE("runs that would say nothing, or never end, are refused") {
  CHECK(!refuse(run_of(20)));
  CHECK(refuse(run_of(19))->code == "foresight.replications-out-of-range");
  CHECK(refuse(run_of(1'000'000'000))->code == "foresight.replications-out-of-range");
  CHECK(refuse(run_of(100, 0))->code == "foresight.threads-out-of-range");
}

TEST_CASE("intervals hold what they promise") {
  CHECK(share_of(0, 1000).low < 1e-12);
  CHECK(share_of(0, 1000).high == doctest::Approx(0.0038).epsilon(0.02));
  std::vector<std::int64_t> ascending(1000);
  for (int k = 0; k < 1000; ++k) ascending[std::size_t(k)] = k + 1;
  const Interval q95 = quantile_of(ascending, 0.95);
  CHECK(q95.mean == 950);
  CHECK(q95.low == doctest::Approx(937));
  CHECK(q95.high == doctest::Approx(965));
  Bins bins{};
  bins[0] = 50, bins[40] = 50;  // Bin 40: 128 to 144 sixteenths of 1/64 minute.
  CHECK(wait_minutes(bins, 0.4) == 0);
  CHECK(wait_minutes(bins, 0.75) == doctest::Approx(136 * 16 / 1024.0));
}

TEST_CASE("what the outlet does shows in what comes out") {
  const auto at = [](const OutletModel& m, const char* measure) {
    return simulate(*prepare(m), run_of(400))->day[day_value(measure)].mean;
  };
  OutletModel m = od_v1();
  m.lobby_m2 = 120;
  m.protection = {5, 240, 5, 1, 10};
  const double contact = at(m, "contact_minutes"), cash = at(m, "least_cash_yuan"),
               wait = at(m, "window_wait_minutes");
  CHECK(contact > 0);
  CHECK(at(m, "suits") >= 10);  // Five people, two halves of a shift; more where it lasts longer.
  CHECK(at(m, "wipes") > 50 + 200);
  OutletModel narrow = m;
  narrow.lobby_cap = 8;
  CHECK(at(narrow, "contact_minutes") < contact / 1.5);
  OutletModel strict = m;
  strict.two_lines = true;
  CHECK(at(strict, "least_cash_yuan") < cash - 50'000);
  OutletModel van = strict;
  van.vans.push_back({100, 100'000, 15});
  CHECK(at(van, "least_cash_yuan") > at(strict, "least_cash_yuan"));
  OutletModel round = m;
  round.pauses.push_back({60, 30, 0, true});
  CHECK(at(round, "window_wait_minutes") > wait);
  OutletModel pension = m;
  for (double& rate : pension.classes[1].per_minute) rate *= 2.5;
  CHECK(at(pension, "lost") > 1.5 * at(m, "lost"));
}
