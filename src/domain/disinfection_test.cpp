#include "domain/sealed_zone_story.h"

namespace waystation::disinfection {

using namespace sealed_zone;

namespace {

Record round() {
  return {xianggong, Agent::chlorine, "C-2020-11", 500, 30, {TouchPoint::counter, TouchPoint::pen},
          0};
}
Recorded recorded() {
  const Record c = round();
  return {c.outlet,          c.agent,        c.batch,     c.concentration,
          c.contact_minutes, c.touch_points, c.wipes_used};
}
Record with(auto change) {
  Record c = round();
  change(c);
  return c;
}

}  // namespace

TEST_CASE("a round as strong and as long as the policy asks is recorded") {
  scene().when_asked(round()).then(recorded());
  const Story story = scene().and_then(recorded());
  const auto& last = story.bank.disinfections.at(xianggong).last.back();
  CHECK(last.at == morning);
  CHECK(last.by == province.by);
}

TEST_CASE("a weaker or shorter round did not disinfect") {
  const auto weak = with([](Record& c) { c.concentration = 250; });
  scene().when(weak).refused("disinfection.too-weak");
  const auto brief = with([](Record& c) { c.contact_minutes = 29; });
  scene().when(brief).refused("disinfection.too-short");
  const auto beer = with([](Record& c) { c.agent = Agent::alcohol, c.concentration = 60; });
  scene().when(beer).refused("disinfection.too-weak");
}

TEST_CASE("the refusal of a weak round says what was asked and what was given") {
  const auto no = decide(scene().bank, with([](Record& c) { c.concentration = 250; }), province);
  CHECK(no.error().facts ==
        std::vector<Fact>{{"agent", "chlorine"}, {"given", "250"}, {"asked", "500"}});
}

TEST_CASE("a figure that no agent can have is refused") {
  const auto pure = with([](Record& c) { c.agent = Agent::alcohol, c.concentration = 101; });
  scene().when(pure).refused("disinfection.concentration-impossible");
}

TEST_CASE("a round says what it treated, with which batch, at which outlet") {
  scene()
      .when(with([](Record& c) { c.touch_points = {}; }))
      .refused("disinfection.no-touch-points");
  const auto twice = with([](Record& c) { c.touch_points.push_back(TouchPoint::pen); });
  scene().when(twice).refused("disinfection.touch-point-twice");
  scene().when(with([](Record& c) { c.batch = ""; })).refused("disinfection.batch-empty");
  scene().when(with([](Record& c) { c.outlet = {"nowhere"}; })).refused("outlet.unknown");
}

TEST_CASE("a round uses no more wipes than the shelf holds") {
  scene().when(with([](Record& c) { c.wipes_used = 1; })).refused("disinfection.wipes-short");
  scene().when(with([](Record& c) { c.wipes_used = -1; })).refused("disinfection.wipes-negative");
  const supply::Received wipes{xianggong, supply::Item::wipe, "W", 1, {}};
  const auto one = with([](Record& c) { c.wipes_used = 1; });
  CHECK(decide(scene().and_then(wipes).bank, one, province).has_value());
}

TEST_CASE("the bank keeps the last rounds and counts them all") {
  Story story = scene();
  for (std::size_t i = 0; i < rounds_kept + 3; ++i) {
    story.stamp.at += std::chrono::minutes(120);
    story = story.and_then(recorded());
  }
  const auto& rounds = story.bank.disinfections.at(xianggong);
  CHECK(rounds.last.size() == rounds_kept);
  CHECK(rounds.count == std::int64_t(rounds_kept) + 3);
  CHECK(rounds.last.back().at == story.stamp.at);
}

// ---- The agent's batch.

namespace {

const RoundId first{"R1"};

supply::Received batch(const char* lot, std::int64_t quantity, std::optional<Day> expires_on = {},
                       supply::Item item = supply::Item::chlorine_liquid) {
  return {xianggong, item, lot, quantity, expires_on};
}

Begin begin() {
  return {xianggong, first, Agent::chlorine, "C-2020-11", 500, {TouchPoint::counter}};
}
Begun begun() {
  return {xianggong, first, Agent::chlorine, "C-2020-11", 500, {TouchPoint::counter}};
}
Stamp after(int minutes) {
  return at(morning + std::chrono::minutes{minutes});
}

std::vector<TouchPoint> all_points() {
  std::vector<TouchPoint> out;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<TouchPoint>>(
      [&](auto point) { out.push_back(point.value); });
  return out;
}

Story with_machines(int machines) {
  outlet::Registered e = outlet_registered(xianggong, inside);
  e.machines = machines;
  return scene().and_then(e);
}

}  // namespace

TEST_CASE("a batch is a lot on the shelf, and one that has expired disinfects nothing") {
  const auto story = scene().and_then(batch("C-2020-11", 100), batch("old", 9, day("2021-01-07")));
  story.when(with([](Record& c) { c.batch = "old"; })).refused("disinfection.batch-expired");
  const auto used = [](std::int64_t ml) { return with([ml](Record& c) { c.agent_used = ml; }); };
  story.when(used(101)).refused("disinfection.batch-short");
  story.when(used(-1)).refused("disinfection.agent-used-negative");
  story.when(with([](Record& c) { c.batch = "astray", c.agent_used = 1; }))
      .refused("disinfection.batch-unknown");
  story.when(with([](Record& c) { c.form = Form::tablet, c.agent_used = 1; }))
      .refused("disinfection.batch-unknown");
  Recorded all = recorded();
  all.agent_used = 100;
  all.on = eighth;
  story.when(used(100)).then(all);
  story
      .and_then(supply::Counted{xianggong, supply::Item::chlorine_liquid, 100, 0, "", eighth,
                                std::vector<supply::LotQuantity>{}})
      .when(with([](Record& c) {
        c.agent_used = 1;
        c.occurred_at = morning - std::chrono::hours{1};
      }))
      .refused("disinfection.batch-short");
}

// ---- Begun and finished.

TEST_CASE("a round is finished when its contact time is over, not before") {
  scene().when_asked(begin()).then(begun());
  const auto story = scene().and_then(begun());
  story.by(after(29)).when_asked(Finish{xianggong, first}).refused("disinfection.too-short");
  story.by(after(30)).when_asked(Finish{xianggong, first}).then({xianggong, first, 30});
  const auto finished = story.by(after(31)).and_then(Finished{xianggong, first, 31});
  const Rounds& rounds = finished.bank.disinfections.at(xianggong);
  CHECK(rounds.open.empty());
  CHECK(rounds.last.back().at == after(31).at);
  CHECK(rounds.last.back().contact_minutes == 31);
  CHECK(rounds.last.back().batch == "C-2020-11");
}

TEST_CASE("a round gone round with without a line is recorded later with both its times") {
  const Time began = after(0).at, ended = after(30).at;
  const Story late = scene().by(after(90));
  Begin c = begin();
  c.occurred_at = began;
  Begun e = begun();
  e.occurred_at = began;
  late.when(c).then(e);
  c.occurred_at = after(91).at;
  late.when(c).refused("late-entry.in-future");
  const Story open = late.and_then(e);
  open.when(Finish{xianggong, first, 0, {}, after(29).at}).refused("disinfection.too-short");
  open.when(Finish{xianggong, first, 0, {}, after(91).at}).refused("late-entry.in-future");
  const Finished f{xianggong, first, 30, 0, {}, {}, ended};
  open.when(Finish{xianggong, first, 0, {}, ended}).then(f);
  const auto done = open.and_then(f);
  CHECK(done.bank.disinfections.at(xianggong).last.back().at == ended);
}

TEST_CASE("a round that is begun takes its agent, and is as strong as one recorded") {
  const auto story = scene().and_then(batch("C-2020-11", 100));
  Begin c = begin();
  c.agent_used = 100;
  Begun e = begun();
  e.agent_used = 100;
  e.on = eighth;
  story.when(c).then(e);
  c.agent_used = 101;
  story.when(c).refused("disinfection.batch-short");
  c = begin();
  c.concentration = 499;
  story.when(c).refused("disinfection.too-weak");
  c.outlet = {"nowhere"};
  story.when(c).refused("outlet.unknown");
}

TEST_CASE("two rounds on one surface at once are refused") {
  const auto story = with_machines(2).and_then(begun());
  story.when(begin()).refused("disinfection.round-already-begun");
  Begin c = begin();
  c.round = {"R2"};
  story.when(c).refused("disinfection.already-under-way");
  Begun keypad = begun();
  keypad.round = {"R3"};
  keypad.touch_points = {TouchPoint::atm_keypad};
  keypad.machine = 1;
  c.touch_points = keypad.touch_points;
  c.machine = 2;
  Begun other = keypad;
  other.round = c.round;
  other.machine = 2;
  story.and_then(keypad).when(c).then(other);
  c.machine = {};
  story.and_then(keypad).when(c).refused("disinfection.already-under-way");
}

TEST_CASE("only a round that is under way is finished or abandoned") {
  scene().when(Finish{xianggong, first}).refused("disinfection.round-unknown");
  scene().when(Finish{{"nowhere"}, first}).refused("outlet.unknown");
  scene().when(Abandon{xianggong, first, "x"}).refused("disinfection.round-unknown");
  scene().when(Abandon{{"nowhere"}, first, "x"}).refused("outlet.unknown");
  const auto story = scene().and_then(begun());
  story.when(Abandon{xianggong, first, ""}).refused("disinfection.reason-empty");
  story.when_asked(Abandon{xianggong, first, "fire alarm"}).then({xianggong, first, "fire alarm"});
  const auto after_it = story.and_then(Abandoned{xianggong, first, "fire alarm"});
  CHECK(after_it.bank.disinfections.at(xianggong).open.empty());
  CHECK(after_it.bank.disinfections.at(xianggong).last.empty());
  CHECK(after_it.bank.disinfections.at(xianggong).count == 0);
}

TEST_CASE("wipes are counted where a round is finished") {
  const auto story = scene().and_then(begun()).by(after(30));
  story.when(Finish{xianggong, first, 1}).refused("disinfection.wipes-short");
  story.when(Finish{xianggong, first, -1}).refused("disinfection.wipes-negative");
  Finished e{xianggong, first, 30, 1, "one seat is broken", eighth};
  story.and_then(batch("W", 1, {}, supply::Item::wipe))
      .when(Finish{xianggong, first, 1, "one seat is broken"})
      .then(e);
}

// ---- Machines, and terminal disinfection.

TEST_CASE("a round of one machine names one that is there, and its own surfaces") {
  const auto machine = [](std::int32_t number, TouchPoint point) {
    return with([&](Record& c) { c.machine = number, c.touch_points = {point}; });
  };
  const auto story = with_machines(2);
  story.when(machine(3, TouchPoint::atm_slot)).refused("disinfection.machine-unknown");
  story.when(machine(0, TouchPoint::atm_slot)).refused("disinfection.machine-unknown");
  story.when(machine(2, TouchPoint::seat)).refused("disinfection.not-of-a-machine");
  Recorded e = recorded();
  e.machine = 2;
  e.touch_points = {TouchPoint::atm_slot};
  story.when(machine(2, TouchPoint::atm_slot)).then(e);
}

TEST_CASE("after an incident everything is treated, with chlorine, and stronger") {
  const auto terminal = [](auto change) {
    return with([&](Record& c) {
      c.kind = Kind::terminal;
      c.concentration = 1000;
      c.touch_points = all_points();
      change(c);
    });
  };
  const auto story = with_machines(1);
  story.when(terminal([](Record& c) { c.concentration = 999; })).refused("disinfection.too-weak");
  story.when(terminal([](Record& c) { c.agent = Agent::alcohol; }))
      .refused("disinfection.terminal-agent");
  const auto gap = story.when(terminal([](Record& c) { c.touch_points.pop_back(); }));
  gap.refused("disinfection.terminal-incomplete");
  CHECK(gap.decision.error().facts == std::vector<Fact>{{"left", "1"}, {"points", "floor"}});
  const auto done = decide(story.bank, terminal([](Record&) {}), province);
  REQUIRE(done.has_value());
  CHECK(story.and_then(*done).bank.disinfections.at(xianggong).terminal_at == morning);
}

// ---- Told late, and air.

TEST_CASE("a round told late takes its place among the others") {
  const auto late = [](int hours) {
    return with([&](Record& c) { c.occurred_at = morning - std::chrono::hours{hours}; });
  };
  scene().when(late(-1)).refused("late-entry.in-future");
  scene().when(late(73)).refused("late-entry.too-old");
  Recorded e = recorded();
  e.occurred_at = morning - std::chrono::hours{2};
  scene().when(late(2)).then(e);
  const auto story = scene().and_then(recorded(), e);
  CHECK(story.bank.disinfections.at(xianggong).last.front().at == *e.occurred_at);
  CHECK(story.bank.disinfections.at(xianggong).last.back().at == morning);
  for (const Treated& t : story.bank.disinfections.at(xianggong).treated) CHECK(t.at == morning);
}

TEST_CASE("air is let in long enough to count") {
  scene().when_asked(Ventilate{xianggong, 20}).then({xianggong, 20});
  scene().when(Ventilate{xianggong, 19}).refused("disinfection.airing-too-short");
  scene().when(Ventilate{xianggong, 0}).refused("disinfection.minutes-out-of-range");
  scene().when(Ventilate{xianggong, 1441}).refused("disinfection.minutes-out-of-range");
  scene().when(Ventilate{{"nowhere"}, 20}).refused("outlet.unknown");
  scene()
      .when(Ventilate{xianggong, 20, morning + std::chrono::minutes{1}})
      .refused("late-entry.in-future");
  Story story = scene();
  for (std::size_t i = 0; i < airings_kept + 2; ++i)
    story = story.and_then(Ventilated{xianggong, std::int32_t(20 + i)});
  const auto& airings = story.bank.disinfections.at(xianggong).airings;
  CHECK(airings.size() == airings_kept);
  CHECK(airings.back().minutes == 20 + int(airings_kept) + 1);
}

TEST_CASE("a round from before machines and kinds were recorded is read, and means the same") {
  const auto old = from_json<Recorded>(
      R"({"outlet":"102221004264","agent":"chlorine","batch":"C-2020-11","concentration":500,)"
      R"("contact_minutes":30,"touch_points":["counter","pen"],"wipes_used":0})",
      json::From::log);
  REQUIRE(old.has_value());
  CHECK(to_json(*old) == to_json(recorded()));
}

}  // namespace waystation::disinfection
