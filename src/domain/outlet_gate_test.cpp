#include "domain/sealed_zone_story.h"

namespace waystation::outlet {

using namespace sealed_zone;

namespace {

const VanId van_id{"SY-V01"};
const PlanId plan_id{"P1"};
const std::vector<PersonId> five{
    {"SY-S0101"}, {"SY-S0102"}, {"SY-S0103"}, {"SY-S0104"}, {"SY-S0105"}};

plan::PlanDocument five_people_one_window() {
  using namespace plan;
  Crew crew{Team::a, {}};
  for (std::size_t i = 0; i < five.size(); ++i)
    crew.members.push_back({five[i], Post(i), Custody::none});
  OutletDay open;
  open.windows = 1;
  OutletPlan outlet;
  outlet.outlet = xianggong;
  outlet.verdict = Verdict::can_open;
  outlet.crews = {crew};
  PlanDocument document;
  document.zone = huanggu;
  document.from = eighth;
  document.days = 14;
  for (int i = 0; i < 14; ++i) {
    open.day = eighth + std::chrono::days(i);
    outlet.days.push_back(open);
  }
  document.outlets = {outlet};
  return document;
}

disinfection::Recorded treated() {
  return full_round(xianggong);
}

// Everything that the gate asks for, in the order in which it is asked.
struct Met {
  bool grant = true, plan = true, health = true, pass = true, supplies = true, round = true;
};

Story fit_people() {
  Story story = scene();
  for (const auto& id : five) {
    if (id != resident) story = story.and_then(all_rounder(id, inside));
    story = story.and_then(quarantine::TestRecorded{id, morning, quarantine::TestResult::negative});
  }
  return story;
}

Story with(const Met& met) {
  Story story = fit_people();
  if (met.grant)
    story = story.and_then(zone::GrantRecorded{huanggu, xianggong, "皇姑防指2021-1", "指挥部", ""});
  if (met.plan)
    story = story.and_then(plan::Proposed{plan_id, five_people_one_window()},
                           approval::Signed{plan_id, Level::province, ""});
  if (met.health)
    for (const auto& id : five)
      story = story.and_then(quarantine::CheckRecorded{id, {"36.5"}, false});
  if (met.pass)
    story = story.and_then(van::Registered{van_id, "辽A-示01", shenyang, yuan(5'000'000), 200},
                           zone::PassRecorded{huanggu,
                                              zone::PassKind::cash_van,
                                              van_id.text,
                                              "塔湾街东卡口",
                                              {450},
                                              {480},
                                              eighth,
                                              day("2021-01-21")});
  if (met.supplies)
    story = story.and_then(supply::Received{xianggong, supply::Item::suit, "S", 250, {}},
                           supply::Received{xianggong, supply::Item::wipe, "W", 1250, {}});
  if (met.round) story = story.and_then(treated());
  return story;
}

void refused(const Story& story, std::vector<std::string> missing) {
  story.when(Open{xianggong, 1}).refused("outlet.gate-unmet", missing);
}

}  // namespace

TEST_CASE("with all papers, people and supplies an outlet opens inside the seal") {
  with({}).when_asked(Open{xianggong, 1}).then({xianggong, 1});
}

TEST_CASE("the gate names everything that is missing at once") {
  refused(with({.grant = false,
                .plan = false,
                .health = false,
                .pass = false,
                .supplies = false,
                .round = false}),
          {"gate.grant-missing", "gate.plan-not-approved", "gate.crew-short",
           "gate.van-pass-missing", "gate.supplies-short", "gate.disinfection-missing"});
}

TEST_CASE("each thing that the gate asks for is missed by its own name") {
  refused(with({.grant = false}), {"gate.grant-missing"});
  refused(with({.plan = false}), {"gate.plan-not-approved", "gate.crew-short"});
  refused(with({.health = false}), {"gate.health-check-missing"});
  refused(with({.pass = false}), {"gate.van-pass-missing"});
  refused(with({.supplies = false}), {"gate.supplies-short"});
  refused(with({.round = false}), {"gate.disinfection-missing"});
}

namespace {

using disinfection::TouchPoint;

// The surfaces that the refusal names.
std::string untreated(const Story& story) {
  const auto no = decide(story.bank, Open{xianggong, 1}, story.stamp);
  REQUIRE(no.has_error());
  for (const Fact& fact : no.error().facts)
    if (fact.name == "untreated") return fact.value;
  return "";
}

disinfection::Recorded treated_but(TouchPoint left_out) {
  auto e = treated();
  std::erase(e.touch_points, left_out);
  return e;
}

disinfection::Recorded machine_treated(std::int32_t machine) {
  auto e = treated();
  e.touch_points = {TouchPoint::atm_keypad, TouchPoint::atm_slot};
  e.machine = machine;
  return e;
}

Story with_machines(const Story& story, std::int32_t machines) {
  auto e = outlet_registered(xianggong, inside);
  e.machines = machines;
  return story.and_then(e);
}

}  // namespace

TEST_CASE("the gate asks for every touch point of the plan, and names those that were left out") {
  const Story but_pen = with({.round = false}).and_then(treated_but(TouchPoint::pen));
  refused(but_pen, {"gate.disinfection-missing"});
  CHECK(untreated(but_pen) == "pen");
  auto pen = treated();
  pen.touch_points = {TouchPoint::pen};
  but_pen.and_then(pen).when(Open{xianggong, 1}).then({xianggong, 1});
}

TEST_CASE("a round counts no longer than the policy lets it") {
  const Story two_hours = with({}).by(at(morning + std::chrono::minutes(120)));
  two_hours.when(Open{xianggong, 1}).then({xianggong, 1});
  const Story late = with({}).by(at(morning + std::chrono::minutes(121)));
  refused(late, {"gate.disinfection-missing"});
}

TEST_CASE("each machine that serves is asked for by its number") {
  const Story two = with_machines(with({.round = false}), 2)
                        .and_then(outlet::SelfServiceSwitched{xianggong, true},
                                  treated_but(TouchPoint::atm_slot), machine_treated(1));
  refused(two, {"gate.disinfection-missing"});
  CHECK(untreated(two) == "atm_slot 2");
  two.and_then(machine_treated(2)).when(Open{xianggong, 1}).then({xianggong, 1});
  two.and_then(outlet::SelfServiceSwitched{xianggong, false})
      .when(Open{xianggong, 1})
      .then({xianggong, 1});
}

TEST_CASE("an evacuation is not over by closing: the next morning asks whether it is safe again") {
  const Story fire =
      with({}).and_then(outlet::Opened{xianggong, 1}, lobby::Evacuated{xianggong, "火警", 3},
                        outlet::Closed{xianggong, 60, ""});
  refused(fire, {"gate.evacuated"});
  const Story safe = fire.and_then(lobby::Reopened{xianggong});
  safe.when(Open{xianggong, 1}).then({xianggong, 1});
  CHECK_FALSE(lobby::is_evacuated(safe.bank, xianggong));
}

TEST_CASE("after a suspected case the gate asks for a terminal disinfection since") {
  const lobby::SuspectId suspect{"2021-01-08-S1"};
  const Story suspected = with({}).and_then(
      lobby::Isolated{xianggong, suspect, lobby::FoundAt::door, {}, eighth, morning, morning});
  refused(suspected, {"gate.terminal-missing"});
  const auto released = [&](lobby::Outcome outcome) {
    return suspected.and_then(lobby::IsolationReleased{xianggong, suspect, outcome, {}});
  };
  released(lobby::Outcome::cleared).when(Open{xianggong, 1}).then({xianggong, 1});
  refused(released(lobby::Outcome::taken_away), {"gate.terminal-missing"});
  auto terminal = treated();
  terminal.kind = disinfection::Kind::terminal;
  released(lobby::Outcome::taken_away)
      .and_then(terminal)
      .when(Open{xianggong, 1})
      .then({xianggong, 1});
  refused(suspected.and_then(terminal), {"gate.terminal-missing"});
}

TEST_CASE("one member with a fever leaves the crew short") {
  refused(with({}).and_then(quarantine::CheckRecorded{five[2], {"38.1"}, true}),
          {"gate.crew-short"});
}

TEST_CASE("a plan allows no more windows than it gave") {
  with({})
      .when(Open{xianggong, 2})
      .refused("outlet.gate-unmet", {"gate.plan-not-approved", "gate.crew-short"});
}

TEST_CASE("one outlet's plan opens no other") {
  auto document = five_people_one_window();
  document.outlets[0].outlet = {"102221004221"};
  const Story story = with({.plan = false})
                          .and_then(plan::Proposed{plan_id, document},
                                    approval::Signed{plan_id, Level::province, ""});
  refused(story, {"gate.plan-not-approved", "gate.crew-short"});
}

TEST_CASE("supplies need to last no longer than the plan") {
  const auto five_days = [](const Story& story) {
    return story.and_then(supply::Received{xianggong, supply::Item::suit, "S", 50, {}},
                          supply::Received{xianggong, supply::Item::wipe, "W", 250, {}});
  };
  refused(five_days(with({.supplies = false})), {"gate.supplies-short"});
  auto document = five_people_one_window();
  document.days = 5;
  const Story ending = five_days(with({.plan = false, .supplies = false}))
                           .and_then(plan::Proposed{plan_id, document},
                                     approval::Signed{plan_id, Level::province, ""});
  ending.when(Open{xianggong, 1}).then({xianggong, 1});
}

TEST_CASE("once the seal is lifted only the disinfection is asked for") {
  const Story open_again =
      fit_people().and_then(zone::Lifted{huanggu}).by(at(morning + std::chrono::minutes(1)));
  refused(open_again, {"gate.disinfection-missing"});
  open_again.and_then(treated()).when(Open{xianggong, 1}).then({xianggong, 1});
}

}  // namespace waystation::outlet
