#include "foresight/model.h"

#include <cmath>
#include <functional>
#include <limits>

using namespace waystation;
using namespace waystation::foresight;

namespace {

std::string refused(const std::function<void(OutletModel&)>& spoil) {
  OutletModel model = od_v1();
  spoil(model);
  const auto prepared = prepare(model);
  return prepared ? "" : prepared.error().code;
}

}  // namespace

TEST_CASE("the benchmark's day is as simulation.md says") {
  const auto p = prepare(od_v1());
  REQUIRE(p.has_value());
  CHECK(p->volume[16] == doctest::Approx(282));
  CHECK(p->close == 480 * 1024);
  CHECK(p->appointments == 23);
  CHECK(p->lines == 3);                  // Booked, elderly, and the others.
  CHECK(p->class_below[0][1] == 29491);  // 0.45 of 65536.
}

TEST_CASE("a day that cannot be played is refused by name") {
  CHECK(refused([](auto&) {}) == "");
  CHECK(refused([](auto& m) { m.windows.clear(); }) == "foresight.windows-none");
  CHECK(refused([](auto& m) { m.windows = {3, 0}; }) == "foresight.windows-none");
  CHECK(refused([](auto& m) { m.windows = {windows_most + 1}; }) == "foresight.windows-too-many");
  CHECK(refused([](auto& m) { m.windows = {-1, 1}; }) == "foresight.windows-too-many");
  CHECK(refused([](auto& m) { m.machines.resize(11); }) == "foresight.machines-too-many");
  CHECK(refused([](auto& m) { m.classes.clear(); }) == "foresight.classes-out-of-range");
  CHECK(refused([](auto& m) {
          for (int k = 0; k < 4; ++k) m.classes[std::size_t(k)].head_start_minutes = k;
          m.classes.push_back(m.classes[0]), m.classes[4].head_start_minutes = 9;
        }) == "foresight.classes-out-of-range");
  CHECK(refused([](auto& m) { m.classes[1].per_minute[3] = -0.1; }) == "foresight.rate-negative");
  CHECK(refused([](auto& m) { m.classes[1].per_minute[3] = std::nan(""); }) ==
        "foresight.rate-negative");
  CHECK(refused([](auto& m) { m.classes[1].per_minute[3] = 60; }) == "foresight.visitors-too-many");
  CHECK(refused([](auto& m) { m.classes[1].per_minute.resize(40); }) ==
        "foresight.day-out-of-range");
  CHECK(refused([](auto& m) { m.open_minutes = 470; }) == "foresight.day-out-of-range");
  CHECK(refused([](auto& m) { m.open_minutes = 1440; }) == "foresight.day-out-of-range");
  CHECK(refused([](auto& m) { m.lobby_cap = 0; }) == "foresight.lobby-out-of-range");
  CHECK(refused([](auto& m) { m.lobby_cap = 97; }) == "foresight.lobby-out-of-range");
  CHECK(refused([](auto& m) { m.pauses.resize(25); }) == "foresight.timetable-too-long");
  CHECK(refused([](auto& m) { m.appointments.minutes.resize(65, 20); }) ==
        "foresight.timetable-too-long");
}

TEST_CASE("a number that cannot be is refused with its place") {
  const auto number = [](const std::function<void(OutletModel&)>& spoil) {
    return refused(spoil) == "foresight.number-out-of-range";
  };
  CHECK(number([](auto& m) { m.classes[2].window_share = 1.2; }));
  CHECK(number([](auto& m) { m.classes[2].window_minutes.mean = 0; }));
  CHECK(number([](auto& m) { m.classes[2].machine_minutes.variation = -1; }));
  CHECK(number([](auto& m) { m.classes[2].proxy_holders = 9; }));
  CHECK(number([](auto& m) { m.appointments.minutes[0] = 480; }));
  CHECK(number([](auto& m) { m.appointments.visitor_class = 4; }));
  CHECK(number([](auto& m) { m.volume_variation = 2; }));
  CHECK(number([](auto& m) { m.opening_yuan = -1; }));
  CHECK(number([](auto& m) { m.opening_yuan = std::numeric_limits<double>::infinity(); }));
  CHECK(number([](auto& m) { m.pauses[0].minute = 481; }));
  CHECK(number([](auto& m) { m.vans.push_back({-1, 1, 1}); }));
  OutletModel model = od_v1();
  model.classes[2].withdraws = 7;
  CHECK(prepare(model).error().where == "classes.ordinary.withdraws");
}

TEST_CASE("of the pairs in a lobby, so many stand nearer than a metre") {
  // Measured by drawing points in a square of 11 m: 0.0242 (simulation.md has 12 × 10 m: 0.02389).
  CHECK(contact_share(120, 1) == doctest::Approx(0.0242).epsilon(0.01));
  CHECK(contact_share(0, 1) == 0);
  CHECK(contact_share(4, 10) <= 1);
}
