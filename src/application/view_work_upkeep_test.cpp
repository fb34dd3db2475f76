#include "application/view_story.h"

using namespace waystation;
using namespace waystation::view_story;
using view::WorkCode;

namespace {

std::vector<view::WorkItem> items(const Seen& seen, WorkCode code) {
  auto all = seen.see(view::WorklistQuery{}).items;
  std::erase_if(all, [&](const auto& item) { return item.code != code; });
  return all;
}

std::string fact(const view::WorkItem& item, const char* name) {
  for (const auto& fact : item.facts)
    if (fact.name == name) return fact.value;
  return "";
}

const auto ten_one = "2021-01-08T10:01:00+08:00";

Story with_machines(std::int32_t machines) {
  auto e = outlet_registered(xianggong, inside);
  e.machines = machines;
  e.state = outlet::State::closed;
  return approved().and_then(e, outlet::SelfServiceSwitched{xianggong, true}, treated(),
                             outlet::Opened{xianggong, 1});
}

lobby::Isolated isolated() {
  const Time until = morning + std::chrono::minutes(30);
  return {xianggong, {"2021-01-08-S1"}, lobby::FoundAt::door, {}, eighth, until, until};
}

}  // namespace

TEST_CASE(
    "each surface and each machine has its own clock, and the item names those that are late") {
  const Seen seen(with_machines(2).by(at(time("2021-01-08T08:30:00+08:00"))).and_then([] {
    auto counter = treated();
    counter.touch_points = {disinfection::TouchPoint::counter};
    return counter;
  }()));
  const auto late = items(seen.at(ten_one), WorkCode::round_overdue);
  REQUIRE(late.size() == 1);
  CHECK(late[0].deadline == time("2021-01-08T10:00:00+08:00"));
  CHECK(fact(late[0], "surfaces") == "13");  // Of 10 + 2 × 2, all but the counter.
  CHECK(fact(late[0], "points").find("atm_slot 2") != std::string::npos);
  CHECK((", " + fact(late[0], "points")).find(", counter") == std::string::npos);
}

TEST_CASE("an outlet that never speaks is late by time alone, its city in one line") {
  const Seen seen(opened());
  CHECK(items(seen.at("2021-01-08T10:20:00+08:00"), WorkCode::rounds_overdue_in_city).empty());
  const auto late = items(seen.at("2021-01-08T10:21:00+08:00"), WorkCode::rounds_overdue_in_city);
  REQUIRE(late.size() == 1);  // Raised: three rounds in seven hours, the first due at 10:20.
  CHECK(late[0].title == "沈阳市");
  CHECK(fact(late[0], "outlets") == "1");
  CHECK(late[0].severity == view::Severity::warning);
  CHECK_FALSE(late[0].deadline);
  // Its own page of work names it.
  const Seen own = seen.by(Role::outlet_manager, {shenyang, elsewhere});
  CHECK(items(own.at("2021-01-08T10:21:00+08:00"), WorkCode::round_overdue).size() == 1);
}

TEST_CASE("a missed airing waits until it is done") {
  const Seen seen(opened());
  CHECK(items(seen.at("2021-01-08T11:19:00+08:00"), WorkCode::airing_overdue).empty());
  const auto late = items(seen.at("2021-01-08T11:21:00+08:00"), WorkCode::airing_overdue);
  REQUIRE(late.size() == 1);
  CHECK(late[0].deadline == time("2021-01-08T11:20:00+08:00"));
  const Seen aired(opened().and_then(disinfection::Ventilated{xianggong, 20}));
  CHECK(items(aired.at("2021-01-08T11:21:00+08:00"), WorkCode::airing_overdue).empty());
}

TEST_CASE("an isolated suspect is to be reported and the outlet closed in time, at every level") {
  const Story story = opened().and_then(isolated());
  for (const auto& scope : {Scope{}, city_scope, outlet_scope}) {
    const auto role = scope.outlet.text.empty() ? Role::province_command : Role::outlet_manager;
    const Seen seen = Seen(story).by(role, scope);
    const auto report = items(seen, WorkCode::suspect_to_report);
    REQUIRE(report.size() == 1);
    CHECK(report[0].deadline == morning + std::chrono::minutes(30));
    CHECK(report[0].severity == view::Severity::alarm);
    CHECK(items(seen, WorkCode::suspect_to_close).size() == 1);
  }
  const Seen shut(story.and_then(outlet::Closed{xianggong, 3, "疑似"}));
  CHECK(items(shut, WorkCode::suspect_to_close).empty());
  CHECK(items(shut, WorkCode::suspect_to_report).size() == 1);
}

TEST_CASE("once a suspect was taken away a terminal disinfection is outstanding till it is done") {
  const Story story = opened().and_then(isolated());
  CHECK(items(Seen(story), WorkCode::terminal_outstanding).empty());
  const Story gone = story.and_then(
      lobby::IsolationReleased{xianggong, {"2021-01-08-S1"}, lobby::Outcome::taken_away, {}});
  const auto due = items(Seen(gone), WorkCode::terminal_outstanding);
  REQUIRE(due.size() == 1);
  CHECK(due[0].action == "disinfection.begin");
  auto terminal = treated();
  terminal.kind = disinfection::Kind::terminal;
  CHECK(items(Seen(gone.and_then(terminal)), WorkCode::terminal_outstanding).empty());
}

TEST_CASE("an evacuation that nobody lifted waits at the gate of the next morning") {
  const Story closed =
      opened().and_then(lobby::Evacuated{xianggong, "火警", 3}, outlet::Closed{xianggong, 3, ""});
  const auto gate = items(Seen(closed).at("2021-01-09T08:00:00+08:00"), WorkCode::gate_unmet);
  REQUIRE(gate.size() == 1);
  CHECK(std::ranges::find(gate[0].missing, "gate.evacuated") != gate[0].missing.end());
}

TEST_CASE(
    "the timeline draws each clock that is due, and the round over most of them through the day") {
  Story story = with_machines(2).by(at(time("2021-01-08T09:00:00+08:00")));
  auto pads = treated();
  pads.touch_points = {disinfection::TouchPoint::pen, disinfection::TouchPoint::pin_pad};
  const Seen seen = Seen(story.and_then(pads)).at("2021-01-08T09:30:00+08:00");
  const auto lines = seen.see(view::TimelineQuery{}).outlets;
  const auto& rounds = lines[1].rounds;
  REQUIRE(rounds.size() == 5);  // Done 08:00; due 10:00, pads 11:00, 12:00 and 14:00.
  CHECK(rounds[0].done);
  CHECK(rounds[0].surfaces == 14);
  CHECK(rounds[1].surfaces == 12);
  CHECK(rounds[2].at == time("2021-01-08T11:00:00+08:00"));
  CHECK(rounds[2].surfaces == 2);
}

TEST_CASE("the page of rounds shows clocks, rules, recipes and what is under way") {
  using namespace disinfection;
  Begun begun{xianggong, {"R1"}, Agent::chlorine, "C-1", 500, {TouchPoint::floor}};
  const Story story = with_machines(2).and_then(
      supply::Received{xianggong, supply::Item::chlorine_tablet, "C-2", 100, day("2021-06-01")},
      supply::Received{xianggong, supply::Item::chlorine_tablet, "C-1", 100, day("2021-02-01")},
      supply::Received{xianggong, supply::Item::chlorine_tablet, "C-0", 100, day("2021-01-01")},
      begun);
  const auto page = Seen(story).see(view::RoundsQuery{xianggong});
  CHECK(page.alert == Alert::sealed);
  CHECK(page.clocks.size() == 14);
  CHECK(page.untreated.empty());
  REQUIRE(page.open.size() == 1);
  CHECK(page.open[0].ready_at == morning + std::chrono::minutes(30));
  REQUIRE(page.agents.size() == 3);  // The wipes of the scene, and two lots of tablets.
  CHECK(page.agents[1].lot == "C-1");
  const auto recipe = std::ranges::find_if(page.recipes, [](const auto& r) {
    return r.form == Form::liquid && r.asked == 500 && r.litres == 10;
  });
  REQUIRE(recipe != page.recipes.end());
  CHECK(recipe->stock == 100);  // 5 % stock at 1 : 100.
  CHECK(recipe->water_ml == 9900);
  CHECK(Seen(story).refused(view::RoundsQuery{{"nowhere"}}) == "outlet.unknown");
  CHECK(Seen(story).by(Role::teller, {shenyang, neighbour}).refused(view::RoundsQuery{xianggong}) ==
        "authority.scope");
}
