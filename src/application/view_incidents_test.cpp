#include "application/view_incidents.h"

#include "application/view_story.h"

using namespace waystation;
using namespace waystation::view_story;

namespace {

const incident::IncidentId one{"2021-01-08-E1"}, two{"2021-01-08-E2"};
const AccountId duty_chief{"LN-1"}, duty_deputy{"LN-2"};

incident::Raised raised(const incident::IncidentId& id, Time happened, bool drill = false) {
  return {id,
          outlet_scope,
          incident::Kind::suspected_case,
          incident::Class::class_3,
          "客户发热",
          drill,
          happened,
          happened + std::chrono::minutes{30},
          happened + std::chrono::hours{12},
          happened + std::chrono::minutes{30}};
}

Story with_incident(bool drill = false) {
  return scene().and_then(account::Created{duty_chief, "值班", Role::province_command, {}},
                          account::Created{duty_deputy, "副班", Role::province_command, {}},
                          raised(one, morning, drill));
}

std::vector<std::string> on_worklist(const Seen& seen) {
  std::vector<std::string> out;
  for (const auto& item : seen.see(view::WorklistQuery{}).items)
    if (item.code == view::WorkCode::incident_due) out.push_back(item.facts.at(3).value);
  return out;
}

}  // namespace

TEST_CASE("incidents stand by their soonest clock, with what is to be done next") {
  const Seen seen(with_incident().and_then(raised(two, morning - std::chrono::minutes{20})));
  const auto list = seen.see(view::IncidentListQuery{});
  REQUIRE(list.rows.size() == 2);
  CHECK(list.rows[0].incident == two);
  CHECK(list.rows[0].dues[0].overdue);
  CHECK(list.rows[1].dues[0].kind == incident::DueKind::acknowledge);
  CHECK(list.rows[1].action == "incident.acknowledge");
  CHECK(list.rows[1].mine);
  CHECK(list.rows[1].waiting_for.size() == 2);
  CHECK(list.figures.open == 2);
  CHECK(list.figures.overdue == 1);
  CHECK(seen.see(view::IncidentListQuery{{}, true}).rows.empty());
}

TEST_CASE("what is late stands on the worklist of every level that covers the place") {
  const Seen late = Seen(with_incident()).at("2021-01-08T21:00:00+08:00");
  const std::vector<std::string> all{"acknowledge", "isolate", "first_report", "close",
                                     "written_report"};
  for (const Seen& seen : {late, late.by(Role::city_command, city_scope),
                           late.by(Role::outlet_manager, outlet_scope)}) {
    auto codes = on_worklist(seen);
    CHECK(std::ranges::is_permutation(codes, all));
  }
  CHECK(on_worklist(late.by(Role::outlet_manager, {shenyang, elsewhere})).empty());
}

TEST_CASE("a drill is on its list and on no worklist") {
  const Seen seen(with_incident(true));
  CHECK(seen.see(view::IncidentListQuery{}).rows.at(0).drill);
  CHECK(seen.see(view::IncidentListQuery{}).figures.open == 0);
  CHECK(on_worklist(seen).empty());
}

TEST_CASE("the page of an incident tells its path, its timeline and what keeps it open") {
  const auto story = with_incident().and_then(
      incident::Acknowledged{one, false}, incident::FirstFiled{one, "初报", false},
      incident::StepDone{one, incident::Step::isolate, morning, "", false, {}});
  const auto page = Seen(story).see(view::IncidentPageQuery{one});
  CHECK(page.timeline.size() == 4);
  CHECK(page.steps.size() == 5);
  CHECK(page.taken.size() == 1);
  CHECK(page.calls.size() == 2);
  CHECK(page.row.action == "incident.take-step");
  CHECK(page.may_approve);
  CHECK(page.unfinished.size() == 2);
  CHECK(page.row.waiting_for.empty());
  CHECK(Seen(story).refused(view::IncidentPageQuery{two}) == "incident.unknown");
  const auto other = Seen(story).by(Role::teller, {shenyang, elsewhere});
  CHECK(other.refused(view::IncidentPageQuery{one}) == "authority.scope");
}

TEST_CASE("what only the city approves is nobody's button at the outlet") {
  auto story = with_incident().and_then(incident::Acknowledged{one, false},
                                        incident::FirstFiled{one, "初报", false},
                                        incident::WrittenFiled{one, "书面", false});
  for (int i = 0; i < 4; ++i)
    story = story.and_then(incident::StepDone{one, incident::Step(i), morning, "", false, {}});
  const auto row =
      Seen(story).by(Role::outlet_manager, outlet_scope).see(view::IncidentPageQuery{one});
  CHECK(row.row.next_step == incident::Step::reopen);
  CHECK_FALSE(row.row.mine);
  CHECK(Seen(story).by(Role::city_command, city_scope).see(view::IncidentPageQuery{one}).row.mine);
  story = story.and_then(incident::StepDone{one, incident::Step::reopen, morning, "", false, {}});
  CHECK(Seen(story).see(view::IncidentPageQuery{one}).row.action == "incident.close");
  story = story.and_then(incident::Closed{one, "复盘"});
  const auto closed = Seen(story).see(view::IncidentListQuery{{}, true});
  REQUIRE(closed.rows.size() == 1);
  CHECK(closed.rows[0].action.empty());
}

TEST_CASE("the list of who was there is for managers") {
  const auto story = with_incident().and_then(
      incident::StepDone{one, incident::Step::trace, morning, "", false,
                         incident::Trace{morning, morning, {resident}, {}, 3}});
  CHECK(Seen(story).see(view::IncidentPageQuery{one}).trace->people.size() == 1);
  const auto teller = Seen(story).by(Role::teller, outlet_scope);
  CHECK_FALSE(teller.see(view::IncidentPageQuery{one}).trace);
}

TEST_CASE("the roster shows whom something would call now, and whom it may name") {
  const auto story =
      with_incident().and_then(duty::Published{{}, {{{0}, {0}, duty_chief, duty_deputy}}, 10});
  const auto table = Seen(story).see(view::DutyQuery{});
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].path.size() == 2);
  CHECK_FALSE(table.rows[0].dead_end);
  CHECK(table.may_answer.size() == 2);
  const auto outlet = Seen(story).by(Role::outlet_manager, outlet_scope).see(view::DutyQuery{});
  CHECK(outlet.rows.size() == 1);
  CHECK(outlet.path.at(1).from == morning + std::chrono::minutes{10});
  const auto gone = story.and_then(account::Disabled{duty_chief}, account::Disabled{duty_deputy});
  CHECK(Seen(gone).see(view::DutyQuery{}).rows[0].dead_end == TimeOfDay{0});
  CHECK(Seen(story).by(Role::outlet_manager, outlet_scope).refused(view::DutyQuery{Scope{}}) ==
        "authority.scope");
}
