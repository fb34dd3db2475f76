#include "domain/sealed_zone_story.h"

namespace waystation::disinfection {

using namespace sealed_zone;

namespace {

// The outlet inside is open since 08:00, hours 09:00 to 16:00, with two machines.
Story open_inside() {
  outlet::Registered e = outlet_registered(xianggong, inside);
  e.machines = 2;
  e.state = outlet::State::closed;
  return scene().and_then(e, outlet::Opened{xianggong, 1},
                          outlet::SelfServiceSwitched{xianggong, true});
}
Story open_after_the_seal() {
  return open_inside().and_then(zone::Lifted{huanggu});
}

Time clock(const char* hours_and_minutes) {
  return time((std::string("2021-01-08T") + hours_and_minutes + ":00+08:00").c_str());
}

Recorded treated(std::vector<TouchPoint> points, std::optional<std::int32_t> machine = {}) {
  Recorded e{xianggong, Agent::chlorine, "C", 500, 30, std::move(points), 0};
  e.machine = machine;
  return e;
}

std::optional<Clock> clock_of(const Story& story, TouchPoint point, Time now,
                              std::optional<std::int32_t> machine = {}) {
  for (const Clock& x : clocks(story.bank, xianggong, now))
    if (x.touch_point == point && x.machine == machine) return x;
  return {};
}

std::int64_t interval(const Story& story, TouchPoint point) {
  for (const Duty& duty : plan_of(story.bank, xianggong, morning))
    if (duty.touch_point == point) return duty.interval_minutes;
  return 0;
}

bool per_customer(const Story& story, TouchPoint point) {
  for (const Duty& duty : plan_of(story.bank, xianggong, morning))
    if (duty.touch_point == point) return duty.per_customer;
  return false;
}

Story by_order(const Story& story, std::int64_t level) {
  return story.and_then(policy::Changed{policy::Key::disinfection_least_level,
                                        {},
                                        xianggong,
                                        eighth,
                                        {level, policy::Grade::G, "皇姑防指2021-3"}});
}

}  // namespace

TEST_CASE("the level follows the seal, the cases in the city, and orders beyond them") {
  const auto story = scene();
  CHECK(alert_of(story.bank, xianggong, morning) == Alert::sealed);
  CHECK(alert_of(story.bank, elsewhere, morning) == Alert::raised);
  CHECK(alert_of(story.bank, {"nowhere"}, morning) == Alert::normal);
  const auto lifted = story.and_then(zone::Lifted{huanggu});
  CHECK(alert_of(lifted.bank, xianggong, morning) == Alert::normal);
  const auto risky =
      lifted.and_then(zone::RiskSet{huanggu, "某小区", zone::RiskLevel::medium, eighth});
  CHECK(alert_of(risky.bank, xianggong, morning) == Alert::raised);
  CHECK(alert_of(by_order(lifted, 2).bank, xianggong, morning) == Alert::sealed);
  CHECK(alert_of(by_order(risky, 0).bank, xianggong, morning) == Alert::raised);
}

TEST_CASE("each level asks for its rounds, and above normal for the pads after each customer") {
  const auto normal = open_after_the_seal();
  CHECK(interval(normal, TouchPoint::counter) == 210);
  CHECK(interval(normal, TouchPoint::atm_slot) == 480);
  CHECK(!per_customer(normal, TouchPoint::pin_pad));
  const auto raised = by_order(normal, 1);
  CHECK(interval(raised, TouchPoint::counter) == 140);
  CHECK(interval(raised, TouchPoint::atm_slot) == 480);
  CHECK(per_customer(raised, TouchPoint::pin_pad));
  CHECK(!per_customer(raised, TouchPoint::seat));
  const auto sealed = open_inside();
  CHECK(interval(sealed, TouchPoint::counter) == 120);
  CHECK(interval(sealed, TouchPoint::atm_slot) == 120);
  CHECK(per_customer(sealed, TouchPoint::pen));
}

TEST_CASE("an outlet has the touch points of its counters, and of its machines") {
  CHECK(plan_of(open_inside().bank, xianggong, morning).size() == 12);
  CHECK(plan_of(scene().bank, elsewhere, morning).size() == 10);
  CHECK(plan_of(scene().bank, {"nowhere"}, morning).empty());
  outlet::Registered office = outlet_registered(elsewhere, outside);
  office.kind = outlet::Kind::back_office;
  CHECK(plan_of(scene().and_then(office).bank, elsewhere, morning).empty());
  CHECK(clocks(scene().bank, {"nowhere"}, morning).empty());
}

TEST_CASE("what the gate still asks for is named, the surfaces of a machine with its number") {
  const auto story = open_inside();
  CHECK(untreated(story.bank, xianggong, morning).size() == 14);
  const auto keypads = story.and_then(treated({TouchPoint::atm_keypad}, 2));
  CHECK(untreated(keypads.bank, xianggong, morning).size() == 13);
  CHECK(listed({{TouchPoint::pen, {}}, {TouchPoint::atm_slot, 2}}) == "pen, atm_slot 2");
  CHECK(untreated(story.bank, {"nowhere"}, morning).empty());
}

TEST_CASE("the next airing is due at an even distance until all are done") {
  const auto story = open_inside();
  const auto next = [](const Story& s, const char* at) {
    return airings_today(s.bank, xianggong, clock(at)).next;
  };
  CHECK(next(story, "09:00") == clock("11:20"));
  const auto once = story.and_then(Ventilated{xianggong, 20});
  CHECK(next(once, "09:00") == clock("13:40"));
  const auto all = once.and_then(Ventilated{xianggong, 20}, Ventilated{xianggong, 20});
  CHECK_FALSE(next(all, "09:00"));
}

TEST_CASE("the clock of a touch point runs from its own last round") {
  const auto story = open_inside().by(at(clock("09:00"))).and_then(treated({TouchPoint::counter}));
  CHECK(clock_of(story, TouchPoint::counter, morning)->due == clock("11:00"));
  CHECK(clock_of(story, TouchPoint::counter, morning)->last == clock("09:00"));
  CHECK(clock_of(story, TouchPoint::seat, morning)->due == clock("10:00"));
  CHECK(clocks(story.bank, xianggong, morning).back().touch_point == TouchPoint::counter);
}

TEST_CASE("an outlet that says nothing is overdue by the clock of the level above") {
  const auto story = open_inside();
  CHECK(overdue(story.bank, xianggong, clock("10:00")).empty());
  CHECK(overdue(story.bank, xianggong, clock("10:01")).size() == 14);
  const auto done = story.by(at(clock("10:30"))).and_then(treated({TouchPoint::counter}));
  CHECK(overdue(done.bank, xianggong, clock("10:31")).size() == 13);
  // Only the machines have a clock at an outlet that is closed, and none when they are off.
  const auto closed = open_after_the_seal().and_then(outlet::Closed{xianggong, 60, ""});
  CHECK(overdue(closed.bank, xianggong, clock("23:00")).size() == 4);
  const auto off = closed.and_then(outlet::SelfServiceSwitched{xianggong, false});
  CHECK(clocks(off.bank, xianggong, clock("23:00")).empty());
}

TEST_CASE("each machine has its own clock; a round of all machines is one of each") {
  const auto story =
      open_inside().by(at(clock("09:00"))).and_then(treated({TouchPoint::atm_slot}, 1));
  CHECK(clock_of(story, TouchPoint::atm_slot, morning, 1)->due == clock("11:00"));
  CHECK(clock_of(story, TouchPoint::atm_slot, morning, 2)->due == clock("10:00"));
  const auto all = story.by(at(clock("09:30"))).and_then(treated({TouchPoint::atm_slot}));
  CHECK(clock_of(all, TouchPoint::atm_slot, morning, 1)->due == clock("11:30"));
  CHECK(clock_of(all, TouchPoint::atm_slot, morning, 2)->due == clock("11:30"));
}

TEST_CASE("inside a seal a round is due after closing, that day") {
  const auto closed = open_inside()
                          .by(at(clock("16:00")))
                          .and_then(outlet::Closed{xianggong, 60, ""},
                                    outlet::SelfServiceSwitched{xianggong, false});
  CHECK(clock_of(closed, TouchPoint::floor, clock("16:01"))->due == clock("17:00"));
  CHECK(overdue(closed.bank, xianggong, clock("17:01")).size() == 10);
  CHECK(clocks(closed.bank, xianggong, clock("17:01") + std::chrono::hours{24}).empty());
  const auto done = closed.by(at(clock("16:40"))).and_then(treated({TouchPoint::floor}));
  CHECK(!clock_of(done, TouchPoint::floor, clock("17:01")));
}

TEST_CASE("air is due evenly over the hours") {
  const auto story = open_inside();
  const auto due = [&](const char* when) {
    return airings_today(story.bank, xianggong, clock(when)).due;
  };
  CHECK(due("08:30") == 0);
  CHECK(due("11:19") == 0);
  CHECK(due("11:20") == 1);
  CHECK(due("15:59") == 2);
  CHECK(due("18:00") == 3);
  const auto aired = story.and_then(Ventilated{xianggong, 20});
  const Airings today = airings_today(aired.bank, xianggong, clock("12:00"));
  CHECK(today.done == 1);
  CHECK(today.per_day == 3);
  const Time next_day = clock("12:00") + std::chrono::hours{24};
  CHECK(airings_today(aired.bank, xianggong, next_day).done == 0);
  CHECK(airings_today(aired.bank, {"nowhere"}, morning).per_day == 0);
  CHECK(airings_today(scene().bank, xianggong, clock("12:00")).due == 0);
}

TEST_CASE("the public page of an outlet or a machine shows when it was last treated") {
  const auto story = open_inside()
                         .and_then(treated({TouchPoint::atm_slot, TouchPoint::seat}))
                         .by(at(clock("09:00")))
                         .and_then(treated({TouchPoint::atm_keypad}, 2));
  CHECK(last_treated(story.bank, xianggong).size() == 3);
  CHECK(last_treated(story.bank, xianggong).front().at == clock("09:00"));
  CHECK(last_treated(story.bank, xianggong, 1).size() == 1);
  CHECK(last_treated(story.bank, xianggong, 2).size() == 2);
  CHECK(last_treated(story.bank, xianggong, 2).front().touch_point == TouchPoint::atm_keypad);
  CHECK(last_treated(story.bank, elsewhere).empty());
}

}  // namespace waystation::disinfection
