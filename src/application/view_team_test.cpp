#include "application/view_team.h"

#include "application/substitutes.h"
#include "application/view_story.h"

using namespace waystation;
using namespace waystation::view_story;
using view::WorkCode;

namespace {

const PersonId second{"SY-S0102"}, helper{"SY-S0201"};

// The five on duty, and one who could step in.
Story with_helper() {
  return approved().and_then(all_rounder(helper, inside),
                             staff::Volunteered{helper, huanggu, eighth});
}

quarantine::CheckRecorded fever(const PersonId& id) {
  return {id, {"38.1"}, true};
}

std::optional<view::WorkItem> item(const Seen& seen, WorkCode code) {
  for (auto& item : seen.see(view::WorklistQuery{}).items)
    if (item.code == code) return item;
  return {};
}

std::string fact(const view::WorkItem& item, std::string_view name) {
  for (const Fact& f : item.facts)
    if (f.name == name) return f.value;
  return {};
}

const ppe::Changed dressed{xianggong, second, {ppe::Piece::suit}, {}, {}};

}  // namespace

TEST_CASE(
    "who falls out is an alarm of the outlet and the city, with a substitute and the effect") {
  const Seen seen(with_helper().and_then(fever(second)));
  for (const Seen& viewer :
       {seen.by(Role::outlet_manager, outlet_scope), seen.by(Role::city_command, city_scope)}) {
    const auto found = item(viewer, WorkCode::person_fallen_out);
    REQUIRE(found);
    CHECK(found->mine);
    CHECK(found->severity == view::Severity::alarm);
    CHECK(found->person == second);
    CHECK(found->missing == std::vector<std::string>{"fit.abnormal"});
    CHECK(fact(*found, "post") == "teller");
    CHECK(fact(*found, "windows_left") == "0");
    // The outlet's own spare comes first.
    REQUIRE_FALSE(found->substitutes.empty());
    CHECK(found->substitutes.back().person == helper);
    CHECK(found->substitutes.back().why ==
          std::vector<std::string>{"substitute.own-outlet", "substitute.qualified"});
  }
  CHECK_FALSE(item(seen.by(Role::teller, outlet_scope), WorkCode::person_fallen_out));
}

TEST_CASE("whoever is offered would be accepted, and once in place the item is gone") {
  const Story ill = with_helper().and_then(fever(second));
  const auto found = item(Seen(ill), WorkCode::person_fallen_out);
  REQUIRE(found);
  const roster::Replace order{xianggong, second, helper, *parse_day(fact(*found, "until")),
                              parse_day(fact(*found, "from"))};
  const auto replaced = decide(ill.bank, order, ill.stamp);
  REQUIRE_MESSAGE(replaced.has_value(), replaced.error().code);
  CHECK_FALSE(item(Seen(ill.and_then(*replaced)), WorkCode::person_fallen_out));
}

TEST_CASE("a named backup is offered before others, and nobody who is unfit is offered") {
  const PersonId last{"SY-S0999"};
  const Story story = with_helper().and_then(
      all_rounder(last, inside), staff::Volunteered{last, huanggu, eighth},
      post_backup::Ranked{{shenyang, xianggong}, post_backup::BackedPost::teller, second, {last}},
      fever(second));
  const auto people = [](const Story& s) {
    std::vector<PersonId> out;
    const auto found = item(Seen(s), WorkCode::person_fallen_out);
    REQUIRE(found);
    for (const auto& substitute : found->substitutes) out.push_back(substitute.person);
    return out;
  };
  CHECK(people(story).front() == last);
  CHECK(item(Seen(story), WorkCode::person_fallen_out)->substitutes[0].why.front() ==
        "substitute.ranked");
  const auto without = people(story.and_then(quarantine::LoopDeclared{last, false, eighth}));
  CHECK(std::ranges::find(without, last) == without.end());
}

TEST_CASE(
    "of a substitute it is said that the plan names them, or that they are on duty as spare") {
  const PersonId spare = five[4];
  auto planned = document();
  planned.outlets[0].backups = {{plan::BackupKind::people, "a/teller/1", helper.text}};
  const Story story = with_people().and_then(
      all_rounder(helper, inside), staff::Volunteered{helper, huanggu, eighth},
      staff::Volunteered{spare, huanggu, eighth}, plan::Proposed{plan_id, planned},
      approval::Signed{plan_id, Level::outlet, ""}, approval::Signed{plan_id, Level::city, ""},
      approval::Signed{plan_id, Level::province, ""}, fever(second));
  const auto found = item(Seen(story), WorkCode::person_fallen_out);
  REQUIRE(found);
  REQUIRE(found->substitutes.size() == 2);
  CHECK(found->substitutes[0].person == helper);
  CHECK(found->substitutes[0].why.front() == "substitute.in-plan");
  CHECK(found->substitutes[1].person == spare);
  CHECK(found->substitutes[1].why.front() == "substitute.on-spare");
}

TEST_CASE("outside a seal the outlet's own people stand in") {
  auto one = all_rounder({"T1"}, outside), two = all_rounder({"T2"}, outside);
  one.home_outlet = two.home_outlet = elsewhere;
  const plan::Member teller{one.person, plan::Post::teller, plan::Custody::none};
  const Story story = scene().and_then(
      one, two, roster::TeamSet{elsewhere, plan::Team::a, eighth, eighth, {teller}},
      fever(one.person));
  const auto found = item(Seen(story), WorkCode::person_fallen_out);
  REQUIRE(found);
  REQUIRE(found->substitutes.size() == 1);
  CHECK(found->substitutes[0].person == two.person);
}

TEST_CASE("silence is asked after by the hour, and becomes an alarm") {
  const Story quiet =
      scene().and_then(all_rounder({"T1"}, outside),
                       roster::TeamSet{elsewhere,
                                       plan::Team::a,
                                       eighth,
                                       eighth,
                                       {{{"T1"}, plan::Post::teller, plan::Custody::none}}});
  const Seen seen(quiet);
  CHECK_FALSE(item(seen.at("2021-01-08T07:59:00+08:00"), WorkCode::check_in_missing));
  const auto asked = item(seen.at("2021-01-08T08:10:00+08:00"), WorkCode::check_in_missing);
  REQUIRE(asked);
  CHECK(asked->severity == view::Severity::warning);
  CHECK(item(seen.at("2021-01-08T09:00:00+08:00"), WorkCode::check_in_missing)->severity ==
        view::Severity::alarm);
  const Seen said(quiet.and_then(roster::CheckedIn{elsewhere, {"T1"}}));
  CHECK_FALSE(item(said.at("2021-01-08T09:00:00+08:00"), WorkCode::check_in_missing));
}

TEST_CASE("a suit worn too long, a sheet that waits, a test that is due and an untried backup") {
  const Story story = with_helper().and_then(
      dressed, roster::HandedOver{xianggong, second, plan::Team::a, {}, ""},
      post_backup::Ranked{{shenyang, xianggong}, post_backup::BackedPost::guard, {}, {helper}},
      quarantine::Started{
          helper, quarantine::MeasureKind::central_quarantine, "14+7", day("2021-01-05"),
          day("2021-01-25"), quarantine::ContactKind::contact,
          quarantine::phases_of(*quarantine::scheme_on(scene().bank, "14+7", eighth),
                                quarantine::ContactKind::contact, day("2021-01-05"))});
  const Seen seen = Seen(story).at("2021-01-08T12:30:00+08:00");
  CHECK(fact(*item(seen, WorkCode::ppe_overdue), "minutes") == "30");
  CHECK(item(seen, WorkCode::handover_waits));
  CHECK(fact(*item(seen, WorkCode::measure_test_due), "missed") == "3");
  CHECK(fact(*item(seen, WorkCode::backup_test_overdue), "people") == "1");
}

TEST_CASE("the team's page shows who is on duty, inside, and what they wear") {
  const Seen seen(with_helper().and_then(roster::Arrived{xianggong, second}, dressed,
                                         roster::Arrived{xianggong, helper}, fever(resident)));
  const view::TeamQuery query{xianggong};
  const auto page = seen.by(Role::outlet_manager, outlet_scope).see(query);
  REQUIRE(page.on_duty);
  CHECK(page.on_duty->members.size() == 5);
  CHECK(page.on_duty->members[1].present_since == morning);
  REQUIRE(page.on_duty->members[1].clocks.size() == 1);
  CHECK(page.on_duty->members[1].clocks[0].due == morning + std::chrono::hours{4});
  CHECK_FALSE(page.on_duty->members[0].fit);
  CHECK_FALSE(page.on_duty->members[0].may_arrive);
  CHECK(page.on_duty->members[2].may_arrive);
  CHECK(page.on_duty->members[0].reasons == std::vector<std::string>{"fit.abnormal"});
  REQUIRE(page.others.size() == 1);
  CHECK(page.others[0].person == helper);
  CHECK(seen.by(Role::teller, outlet_scope).see(query).on_duty->members[0].reasons.empty());
  CHECK(seen.refused(view::TeamQuery{{"nowhere"}}) == "outlet.unknown");
  CHECK(seen.by(Role::teller, {shenyang, elsewhere}).refused(query) == "authority.scope");
}

TEST_CASE("posts without anybody who could stand in come first") {
  const Scope here{shenyang, xianggong};
  const Story story = with_helper().and_then(
      post_backup::Ranked{here, post_backup::BackedPost::guard, second, {helper}},
      post_backup::DrillRecorded{here, post_backup::BackedPost::guard, helper, eighth, true},
      post_backup::Ranked{here, post_backup::BackedPost::outlet_manager, second, {}});
  const auto view = Seen(story).see(view::BackupsQuery{});
  CHECK(view.rows.front().single_point);
  CHECK(view.single_points == std::ranges::count(view.rows, true, &view::BackupRow::single_point));
  const auto guard =
      std::ranges::find(view.rows, post_backup::BackedPost::guard, &view::BackupRow::post);
  REQUIRE(guard != view.rows.end());
  CHECK_FALSE(guard->single_point);
  CHECK_FALSE(guard->from_plan);
  CHECK_FALSE(guard->substitutes[0].test_overdue);
  const auto unranked =
      std::ranges::find(view.rows, post_backup::BackedPost::supervisor, &view::BackupRow::post);
  REQUIRE(unranked != view.rows.end());
  CHECK(unranked->from_plan);
  CHECK(unranked->single_point);
}

TEST_CASE("the people's page says who may work tomorrow, who is free when, and who may volunteer") {
  const auto phases = quarantine::phases_of(*quarantine::scheme_on(scene().bank, "14+7", eighth),
                                            quarantine::ContactKind::contact, eighth);
  const Seen seen(approved().and_then(
      all_rounder(helper, inside),
      quarantine::Started{second, quarantine::MeasureKind::central_quarantine, "14+7", eighth,
                          day("2021-01-28"), quarantine::ContactKind::contact, phases}));
  const auto view = seen.see(view::PeopleQuery{});
  const auto row = [&](const PersonId& id) {
    return *std::ranges::find(view.rows, id, &view::PersonRow::person);
  };
  CHECK_FALSE(row(second).fit_tomorrow);
  CHECK(row(second).free_on == day("2021-01-29"));
  CHECK(row(second).tests.size() == 8);
  CHECK(row(second).may_volunteer == "staff.unfit");
  CHECK(row(second).volunteer_missing == std::vector<std::string>{"fit.under-measure"});
  CHECK(row(helper).fit_tomorrow);
  CHECK(row(helper).may_volunteer == "yes");
  CHECK(row(commuter).may_volunteer == "staff.lives-outside");
  CHECK(view.schemes.size() == 2);
}
