#include "domain/outlet_day_story.h"

namespace waystation::roster {

using namespace sealed_zone;
using outlet_day::policy_changed;

namespace {

// Four colleagues of an outlet outside every seal, two a team.
const PersonId anna{"A1"}, bao{"A2"}, chen{"B1"}, ding{"B2"}, spare{"S1"};

staff::Registered colleague(const PersonId& id, const std::string& household = "") {
  auto e = all_rounder(id, outside);
  e.home_outlet = elsewhere;
  e.household = household;
  return e;
}

Member in(const PersonId& id, plan::Post post = plan::Post::teller) {
  return {id, post, plan::Custody::none};
}

SetTeam team(Team which, const char* from, const char* until, std::vector<Member> members) {
  return {elsewhere, which, day(from), day(until), std::move(members)};
}

TeamSet set(const SetTeam& c) {
  return {c.outlet, c.team, c.from, c.until, c.members};
}

const SetTeam first = team(Team::a, "2021-01-08", "2021-01-14", {in(anna), in(bao)});
const SetTeam second = team(Team::b, "2021-01-15", "2021-01-21", {in(chen), in(ding)});

Story healthy(Story story, const PersonId& id) {
  return story.and_then(
      quarantine::TestRecorded{id, morning, quarantine::TestResult::negative, eighth},
      quarantine::CheckRecorded{id, {"36.5"}, false});
}

Story staffed() {
  Story story = scene();
  for (const auto& id : {anna, bao, chen, ding, spare})
    story = healthy(story.and_then(colleague(id)), id);
  return story;
}

Story two_teams() {
  return staffed().and_then(set(first), set(second));
}

}  // namespace

TEST_CASE("teams are set by dates, and the days of one are never the days of the other") {
  staffed().when(first).then(set(first));
  CHECK(duty_on(two_teams().bank, elsewhere, day("2021-01-14"))->team == Team::a);
  CHECK(duty_on(two_teams().bank, elsewhere, day("2021-01-15"))->team == Team::b);
  CHECK_FALSE(duty_on(two_teams().bank, elsewhere, day("2021-01-22")));
  CHECK(next_duty(two_teams().bank, elsewhere, eighth)->members.front().person == chen);
  auto c = second;
  c.from = day("2021-01-14");
  c.until = day("2021-01-20");
  staffed().and_then(set(first)).when(c).refused("roster.days-taken");
}

TEST_CASE("a team has sound dates, known people once each, with the skill of their post") {
  auto c = first;
  c.until = day("2021-01-07");
  staffed().when(c).refused("roster.dates-reversed");
  c.until = day("2021-01-15");
  staffed().when(c).refused("roster.shift-too-long");
  c = first;
  c.members = {};
  staffed().when(c).refused("roster.team-size");
  c.members = {in(anna), in(anna)};
  staffed().when(c).refused("roster.person-twice");
  c.members = {in({"nobody"})};
  staffed().when(c).refused("staff.unknown");
  c.members = {in(commuter, plan::Post::guard)};
  staffed().when(c).refused("staff.unfit", {"fit.skill-missing"});
  c = first;
  c.outlet = {"nowhere"};
  staffed().when(c).refused("outlet.unknown");
}

TEST_CASE("nobody is in both teams, and no household is") {
  auto c = second;
  c.members = {in(anna)};
  const auto story = staffed().and_then(set(first));
  story.when(c).refused("roster.teams-would-meet");
  const auto homes = scene().and_then(colleague(anna, "H"), colleague(chen, "H"), colleague(bao),
                                      colleague(ding), set(first));
  homes.when(second).refused("roster.teams-would-meet");
}

TEST_CASE("one tap comes in, one goes; each only once, and only where one works") {
  const auto story = two_teams();
  story.when(Arrive{elsewhere, anna}).then({elsewhere, anna});
  story.when(Arrive{elsewhere, resident}).refused("roster.works-elsewhere");
  story.when(Leave{elsewhere, anna}).refused("roster.not-present");
  const auto inside_now = story.and_then(Arrived{elsewhere, anna});
  inside_now.when(Arrive{elsewhere, anna}).refused("roster.already-present");
  inside_now.when(Leave{elsewhere, anna}).then({elsewhere, anna});
  const auto gone = inside_now.and_then(Left{elsewhere, anna});
  CHECK_FALSE(presence_of(gone.bank, elsewhere, anna));
  const auto ill = story.and_then(quarantine::CheckRecorded{anna, {"38.0"}, true});
  ill.when(Arrive{elsewhere, anna}).refused("staff.unfit", {"fit.abnormal"});
}

TEST_CASE("the teams never meet at the door") {
  const auto story = two_teams().and_then(Arrived{elsewhere, anna});
  story.when(Arrive{elsewhere, chen}).refused("roster.teams-overlap");
  story.when(Arrive{elsewhere, spare}).then({elsewhere, spare});
}

TEST_CASE("a handover is signed by one who goes and one who comes, with nobody between") {
  const auto story = two_teams().and_then(Arrived{elsewhere, anna});
  story.when(TakeOver{elsewhere, chen}).refused("roster.no-sheet");
  story.when(HandOver{elsewhere, chen, ""}).refused("roster.not-on-team");
  story.when(HandOver{elsewhere, anna, std::string(501, 'x')}).refused("roster.note-too-long");
  story.when(HandOver{elsewhere, anna, "钥匙在柜"})
      .then({elsewhere, anna, Team::a, {}, "钥匙在柜"});
  const auto given = story.and_then(HandedOver{elsewhere, anna, Team::a, {}, ""});
  given.when(HandOver{elsewhere, bao, ""}).refused("roster.sheet-open");
  given.when(TakeOver{elsewhere, chen}).refused("roster.teams-overlap");
  const auto gone = given.and_then(Left{elsewhere, anna});
  gone.when(TakeOver{elsewhere, bao}).refused("roster.not-incoming");
  gone.when(TakeOver{elsewhere, chen}).then({elsewhere, chen});
  const auto taken = gone.and_then(TakenOver{elsewhere, chen});
  CHECK(taken.bank.rosters.at(elsewhere).sheet->taken_by == chen);
  taken.when(TakeOver{elsewhere, ding}).refused("roster.no-sheet");
}

TEST_CASE("the sheet is written from what is open") {
  const auto count = [](const Story& story, const char* code) {
    for (const auto& item : open_items(story.bank, elsewhere, story.stamp.at))
      if (item.code == code) return item.count;
    return std::int64_t{0};
  };
  disinfection::Begun round;
  round.outlet = elsewhere;
  round.round = {"R1"};
  lobby::Entered people;
  people.outlet = elsewhere;
  people.people = 2;
  people.on = eighth;
  people.inside = 2;
  const auto story = two_teams().and_then(
      round, people, quarantine::CheckRecorded{chen, {"38.0"}, true},
      ppe::Changed{elsewhere, anna, {ppe::Piece::suit}, {}, {}, morning - std::chrono::hours{5}});
  CHECK(count(story, "handover.round-open") == 1);
  CHECK(count(story, "handover.customers-inside") == 2);
  CHECK(count(story, "handover.next-team-unfit") == 1);
  CHECK(count(story, "handover.ppe-overdue") == 1);
  CHECK(count(story, "handover.transfer-incoming") == 0);
  CHECK(count(story, "handover.suspect-isolated") == 0);
}

TEST_CASE("whoever has checked in is known, with the last time") {
  const auto story = two_teams();
  story.when(SayReady{elsewhere, anna}).then({elsewhere, anna});
  const auto said = story.and_then(CheckedIn{elsewhere, anna},
                                   CheckedIn{elsewhere, anna, morning - std::chrono::hours{1}});
  CHECK(last_check_in(said.bank, elsewhere, anna)->at == morning);
  CHECK_FALSE(last_check_in(said.bank, elsewhere, bao));
}

TEST_CASE("a substitute takes somebody's place until a day, fit and of neither team") {
  const auto story = two_teams();
  const Replace c{elsewhere, anna, spare, day("2021-01-10")};
  story.when(c).then({elsewhere, anna, spare, eighth, c.until});
  const auto done = story.and_then(Replaced{elsewhere, anna, spare, eighth, c.until});
  CHECK(duty_on(done.bank, elsewhere, eighth)->members.front().person == spare);
  CHECK(duty_on(done.bank, elsewhere, day("2021-01-11"))->members.front().person == anna);
  CHECK(works_at(done.bank, elsewhere, spare, eighth));
  done.when(c).refused("roster.not-on-team");
  const auto refused = [&](Replace wrong, const char* code) { story.when(wrong).refused(code); };
  refused({elsewhere, anna, bao, c.until}, "roster.already-posted");
  refused({elsewhere, anna, chen, day("2021-01-16")}, "roster.teams-would-meet");
  story.when(Replace{elsewhere, chen, spare, day("2021-01-21"), day("2021-01-15")})
      .then({elsewhere, chen, spare, day("2021-01-15"), day("2021-01-21")});
  refused({elsewhere, anna, {"nobody"}, c.until}, "staff.unknown");
  refused({elsewhere, anna, spare, day("2021-01-07")}, "roster.until-out-of-range");
  story.and_then(quarantine::LoopDeclared{spare, false, eighth})
      .when(c)
      .refused("staff.unfit", {"fit.loop-broken"});
}

TEST_CASE("a plan in force is the roster; inside a seal a substitute has asked to serve") {
  plan::PlanDocument document;
  document.zone = huanggu;
  document.from = eighth;
  document.days = 2;
  plan::OutletPlan planned;
  planned.outlet = xianggong;
  planned.crews = {{Team::a, {in(resident)}}};
  for (int i = 0; i < 2; ++i) {
    planned.days.emplace_back();
    planned.days.back().day = eighth + std::chrono::days{i};
  }
  document.outlets = {planned};
  const PersonId other{"SY-S0102"};
  auto helper = all_rounder(other, inside);
  const auto story = scene().and_then(
      helper, plan::Proposed{{"P1"}, document}, approval::Signed{{"P1"}, Level::outlet, ""},
      approval::Signed{{"P1"}, Level::city, ""}, approval::Signed{{"P1"}, Level::province, ""});
  SetTeam c{xianggong, Team::a, eighth, eighth, {in(resident)}};
  story.when(c).refused("roster.plan-in-force");
  const Replace replace{xianggong, resident, other, day("2021-01-09")};
  story.when(replace).refused("roster.not-volunteered");
  const auto asked = story.and_then(staff::Volunteered{other, huanggu, eighth});
  asked.when(replace).then({xianggong, resident, other, eighth, replace.until});
}

}  // namespace waystation::roster
