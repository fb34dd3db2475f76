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

}  // namespace waystation::disinfection
