#include "planning/planner.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "planning/explain.h"
#include "planning/small_zone.h"

namespace waystation::planning {

namespace {

using policy::Key;
using enum plan::Rule;

SmallZone one_team() {
  SmallZone zone;
  zone.with(Key::shift_team_days, 14).with(Key::van_visit_interval_days, 1);
  return zone.community("C1", 0, 10'000, 250).outlet("A", "C1", 3).crew(1);
}

plan::PlanDocument planned(const SmallZone& zone, int days = 14) {
  const auto document = make_plan(zone.bank, {{"Z"}, eighth, days});
  REQUIRE_MESSAGE(document.has_value(), document.error().code);
  const std::string text = to_json(*document);
  const auto back = from_json<plan::PlanDocument>(text);
  REQUIRE(back.has_value());
  CHECK(to_json(*back) == text);
  return *document;
}

std::string code_refused(const SmallZone& zone, const PlanRequest& request) {
  const auto document = make_plan(zone.bank, request);
  return document ? "was planned" : document.error().code;
}

std::vector<plan::Rule> rules_of(const plan::OutletPlan& outlet) {
  std::vector<plan::Rule> out;
  for (const auto& reason : outlet.conflict) out.push_back(reason.rule);
  return out;
}

std::int64_t value_of(const plan::PlanDocument& document, plan::Objective level) {
  return document.levels[std::size_t(level)].value;
}

void check_proven(const plan::PlanDocument& document) {
  for (const auto& level : document.levels) {
    INFO(std::string(name_of(level.level)));
    CHECK(level.value == level.bound);
  }
}

}  // namespace

TEST_CASE("five stand-ins who live inside reopen one outlet with one window") {
  const auto document = planned(one_team());
  const auto& outlet = document.outlets.at(0);
  CHECK(outlet.verdict == plan::Verdict::can_open);
  CHECK(outlet.windows == 1);
  REQUIRE(outlet.crews.size() == 1);
  CHECK(outlet.crews[0].members.size() == 5);
  CHECK(outlet.days.size() == 14);
  CHECK(outlet.days[0].suits_used == 10);
  CHECK(outlet.suit_cover_days == 100);
  // 40 visits a day in reach, 10 of them for pensions and cash: one window serves all.
  CHECK(value_of(document, plan::Objective::L1) == 0);
  CHECK(value_of(document, plan::Objective::L2) == 0);
  CHECK(value_of(document, plan::Objective::L4) == 70);
  // The spare teller stands in for the teller; nobody for supervisor, guide and guard.
  CHECK(value_of(document, plan::Objective::L5) == 3);
  check_proven(document);
}

TEST_CASE("without the only authorised supervisor the conflict is crew and fitness") {
  const auto document = planned(one_team().isolate("P1", "2021-01-02", "2021-01-22"));
  CHECK(is_infeasible(document));
  const auto& outlet = document.outlets.at(0);
  CHECK(rules_of(outlet) == std::vector{H5, H8});
  REQUIRE(outlet.cheapest_fix.has_value());
  CHECK(outlet.cheapest_fix->code == "relax.add-people");
  CHECK(outlet.cheapest_fix->facts == std::vector<Fact>{{"supervisor", "1"}});
  check_proven(document);
}

TEST_CASE("who lives outside the seal is no help") {
  auto zone = one_team();
  zone.bank.people.edit({"P1"}).residence.reset();
  const auto document = planned(zone);
  CHECK(rules_of(document.outlets.at(0)) == std::vector{H4, H5});
}

TEST_CASE("two outlets cannot share one crew") {
  auto zone = one_team();
  zone.community("C2", 5, 10'000, 500).outlet("B", "C2", 3).with(Key::reach_walk_max_metres, 100);
  const auto document = planned(zone);
  // B serves more pensions, so it is B that opens.
  CHECK(document.outlets.at(1).verdict == plan::Verdict::can_open);
  const auto& shut = document.outlets.at(0);
  CHECK(rules_of(shut) == std::vector{H5, H7});
  REQUIRE(shut.cheapest_fix.has_value());
  CHECK(shut.cheapest_fix->amount == 5);
  check_proven(document);
}

TEST_CASE("suits that run out keep the outlet shut, and the fix says how many to bring") {
  auto zone = one_team();
  zone.bank.shelves.edit({"A"}).lots[0].quantity = 100;
  const auto document = planned(zone);
  const auto& outlet = document.outlets.at(0);
  CHECK(rules_of(outlet) == std::vector{H13});
  REQUIRE(outlet.cheapest_fix.has_value());
  CHECK(outlet.cheapest_fix->code == "relax.supplies");
  CHECK(outlet.cheapest_fix->amount == 50);  // 15 days' cover for five people.
}

TEST_CASE("no van pass, no opening") {
  auto zone = one_team();
  zone.bank.zones.edit({"Z"}).passes.clear();
  const auto document = planned(zone);
  CHECK(rules_of(document.outlets.at(0)) == std::vector{H9});
  CHECK(document.outlets.at(0).cheapest_fix->code == "relax.pass");
  CHECK(document.van_runs.empty());
  check_proven(document);
}

TEST_CASE("a pass that begins later opens the outlet later") {
  auto zone = one_team();
  zone.bank.zones.edit({"Z"}).passes[0].valid_from = *parse_day("2021-01-11");
  const auto document = planned(zone);
  CHECK(document.outlets.at(0).opens_on == *parse_day("2021-01-11"));
  CHECK(document.outlets.at(0).days.size() == 11);
}

TEST_CASE("a cash reserve above the insured limit keeps the outlet shut") {
  auto zone = one_team();
  zone.bank.outlets.edit({"A"}).cash_limit = yuan(100);
  const auto document = planned(zone);
  CHECK(rules_of(document.outlets.at(0)) == std::vector{H12});
  CHECK(document.outlets.at(0).cheapest_fix->code == "relax.cash-limit");
}

TEST_CASE("a load above what the van is insured for keeps the outlet shut") {
  auto zone = one_team();
  zone.bank.vans.edit({"V1"}).carry_limit = yuan(100);
  const auto document = planned(zone);
  CHECK(rules_of(document.outlets.at(0)) == std::vector{H10});
  CHECK(document.outlets.at(0).cheapest_fix->code == "relax.carry-limit");
}

TEST_CASE("the command's pins bind: an outlet stays shut, a person is left out") {
  auto zone = one_team();
  zone.bank.pins.edit("A") = {plan::PinKind::must_stay_shut, "A", "works", eighth, {}};
  const auto shut = planned(zone);
  CHECK(rules_of(shut.outlets.at(0)) == std::vector{H14});
  CHECK(shut.outlets.at(0).cheapest_fix->code == "relax.unpin");
  zone = one_team();
  zone.bank.pins.edit("P4") = {plan::PinKind::person_excluded, "P4", "leave", eighth, {}};
  CHECK(rules_of(planned(zone).outlets.at(0)) == std::vector{H5, H14});
}

TEST_CASE("outlets that must open but cannot all open are named as a clash") {
  auto zone = one_team();
  zone.outlet("B", "C1", 3);
  for (const char* id : {"A", "B"})
    zone.bank.pins.edit(id) = {plan::PinKind::must_open, id, "order", eighth, {}};
  const auto document = planned(zone);
  CHECK(is_infeasible(document));
  CHECK(document.outlets.at(0).conflict.at(0).code == "why.pins-clash");
}

TEST_CASE("an outlet that could open without serving anyone more stays shut") {
  auto zone = one_team();
  zone.outlet("B", "C1", 3).crew(11);
  const auto document = planned(zone);
  CHECK(document.outlets.at(0).verdict == plan::Verdict::can_open);
  CHECK(document.outlets.at(1).conflict.at(0).code == "why.not-needed");
  check_proven(document);
}

TEST_CASE("people of one household are never split over the two teams") {
  SmallZone zone;
  zone.community("C1", 0, 10'000, 250).outlet("A", "C1", 1);
  zone.crew(1).crew(11);
  CHECK_FALSE(is_infeasible(planned(zone)));
  for (const char* id : {"P1", "P11"}) zone.bank.people.edit({id}).household = "H";
  const auto document = planned(zone);  // The only two supervisors live together.
  CHECK(is_infeasible(document));
  const auto& outlet = document.outlets.at(0);
  CHECK(rules_of(outlet) == std::vector{H5, H7});
  CHECK(outlet.conflict.at(0).facts == std::vector<Fact>{{"needed", "10"}, {"filled", "9"}});
  CHECK(outlet.conflict.at(1).code == "why.household-together");
  CHECK(outlet.conflict.at(1).facts == std::vector<Fact>{{"crews", "2"}, {"households", "1"}});
  REQUIRE(outlet.cheapest_fix.has_value());
  CHECK(outlet.cheapest_fix->facts == std::vector<Fact>{{"supervisor", "1"}});
}

TEST_CASE("an outlet that must open but whose household would be split is a clash of pins") {
  SmallZone zone;
  zone.community("C1", 0, 10'000, 250).outlet("A", "C1", 1).outlet("B", "C1", 1);
  zone.crew(1).crew(11).crew(21);
  for (const char* id : {"P1", "P11", "P21"}) zone.bank.people.edit({id}).household = "H";
  zone.bank.pins.edit("A") = {plan::PinKind::must_open, "A", "order", eighth, {}};
  const auto document = planned(zone);
  CHECK(is_infeasible(document));
  CHECK(document.outlets.at(0).conflict.at(1).code == "why.household-together");
  check_proven(document);
}

TEST_CASE("where pins clash nothing is called not needed") {
  auto zone = one_team();
  zone.outlet("B", "C1", 3).outlet("C", "C1", 1);
  for (const char* id : {"A", "B"})
    zone.bank.pins.edit(id) = {plan::PinKind::must_open, id, "order", eighth, {}};
  for (const auto& outlet : planned(zone).outlets)
    CHECK(outlet.conflict.at(0).code == "why.pins-clash");
}

TEST_CASE("of three spare tellers one stands in for the teller, and all are spares") {
  using enum staff::Skill;
  auto zone = one_team();
  zone.with(Key::spare_per_team_people, 3).person("P6", {teller}).person("P7", {teller});
  const auto document = planned(zone);
  const auto& outlet = document.outlets.at(0);
  CHECK(outlet.verdict == plan::Verdict::can_open);
  CHECK(outlet.crews.at(0).members.size() == 7);
  CHECK(value_of(document, plan::Objective::L4) == 98);
  CHECK(value_of(document, plan::Objective::L5) == 3);
  check_proven(document);
}

TEST_CASE("too few spares are a short crew, and the fix says how many are missing") {
  auto zone = one_team();
  zone.with(Key::spare_per_team_people, 3);
  const auto document = planned(zone);
  const auto& outlet = document.outlets.at(0);
  CHECK(rules_of(outlet) == std::vector{H5});
  CHECK(outlet.conflict.at(0).facts == std::vector<Fact>{{"needed", "7"}, {"filled", "5"}});
  REQUIRE(outlet.cheapest_fix.has_value());
  CHECK(outlet.cheapest_fix->facts == std::vector<Fact>{{"spare", "2"}});
  check_proven(document);
}

TEST_CASE("the planner refuses what it cannot plan") {
  auto zone = one_team();
  CHECK(code_refused(zone, {{"Y"}, eighth, 14}) == "zone.unknown");
  CHECK(code_refused(zone, {{"Z"}, eighth, 0}) == "plan.days-out-of-range");
  CHECK(code_refused(zone, {{"Z"}, eighth, 61}) == "plan.days-out-of-range");
  CHECK(code_refused(zone, {{"Z"}, *parse_day("2021-01-01"), 14}) == "plan.zone-not-sealed");
  for (int i = 0; i < 13; ++i) zone.outlet("Z" + std::to_string(i), "C1", 1);
  CHECK(code_refused(zone, {{"Z"}, eighth, 14}) == "plan.zone-too-large");
}

TEST_CASE("every reason and fix of a plan has a sentence in both languages") {
  auto zone = one_team().isolate("P1", "2021-01-02", "2021-01-22");
  const auto outlet = planned(zone).outlets.at(0);
  for (auto language : {Language::english, Language::chinese})
    for (const auto& line : why_shut(outlet, language)) {
      CHECK(line.find("why.") == line.npos);
      CHECK(line.find('{') == line.npos);
    }
  CHECK(why_shut(outlet, Language::chinese).back() ==
        "代价最小的办法：增加区内可上岗的营业主管（具备管库资格）1 人。");
}

}  // namespace waystation::planning
