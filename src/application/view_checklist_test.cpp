#include "application/view_story.h"

using namespace waystation;
using namespace waystation::view_story;
using checklist::ItemState;
using checklist::Phase;
using checklist::Verdict;

namespace {

const std::string photo(64, 'a');

checklist::Item item(const char* id, Phase phase) {
  checklist::Item out;
  out.item = {id};
  out.title_zh = "现金核对";
  out.title_en = "Cash is checked";
  out.phase = phase;
  return out;
}

checklist::Published published() {
  auto round = item("before-round", Phase::before_opening);
  round.answered_by = checklist::KnownFact::round_valid;
  auto patrol = item("during-patrol", Phase::during_hours);
  patrol.every_minutes = 60;
  return {1,
          eighth,
          {round, item("before-cash", Phase::before_opening), patrol,
           item("after-cash", Phase::after_closing)}};
}

checklist::Answered answered(const char* id, Phase phase, Verdict verdict) {
  checklist::Answered e;
  e.outlet = xianggong;
  e.on = eighth;
  e.item = {id};
  e.phase = phase;
  e.verdict = verdict;
  e.note = verdict == Verdict::pass ? "" : "消毒柜故障";
  return e;
}

checklist::PhaseSigned signed_before() {
  return {xianggong, eighth, Phase::before_opening, {{{"before-round"}, true}}, {}};
}

Story asked() {
  return approved().and_then(published());
}

view::ChecklistPage page(const Seen& seen) {
  return seen.see(view::ChecklistQuery{xianggong, {}});
}

std::optional<view::WorkItem> work(const Seen& seen, view::WorkCode code) {
  for (auto& one : seen.see(view::WorklistQuery{}).items)
    if (one.code == code) return one;
  return {};
}

}  // namespace

TEST_CASE("where no template is in force the page says so") {
  CHECK(page(Seen(approved())).version == 0);
  CHECK(page(Seen(approved())).stages.empty());
  CHECK(Seen(approved()).see(view::ChecklistsQuery{}).rows.empty());
}

TEST_CASE("the page shows each item with its answer, its files and who answered") {
  auto e = answered("before-cash", Phase::before_opening, Verdict::pass);
  e.evidence = {photo};
  const auto seen = page(Seen(asked().and_then(
      account::Created{{"LN-command"}, "省行指挥", Role::province_command, {}},
      evidence::Stored{xianggong, photo, evidence::Media::png, 1061}, treated(), e)));
  CHECK(seen.version == 1);
  REQUIRE(seen.stages.size() == 3);
  const auto& before = seen.stages[0];
  CHECK(before.settled == 2);
  CHECK(before.open == 0);
  CHECK_FALSE(before.complete);
  CHECK(before.due == time("2021-01-08T08:45:00+08:00"));
  CHECK(before.lines[0].known == checklist::KnownFact::round_valid);
  CHECK(before.lines[0].state == ItemState::passed);
  REQUIRE(before.lines[1].files.size() == 1);
  CHECK(before.lines[1].files[0].bytes == 1061);
  CHECK(before.lines[1].answered_by == "省行指挥");
  CHECK(seen.stages[1].locked);
  CHECK(seen.stages[2].locked);
}

TEST_CASE("a list that is not signed in time is behind, on the table and on the worklist") {
  const Seen early(asked()), late = Seen(asked()).at("2021-01-08T08:50:00+08:00");
  CHECK_FALSE(early.see(view::ChecklistsQuery{}).rows.at(0).behind);
  const auto row = late.see(view::ChecklistsQuery{}).rows.at(0);
  CHECK(row.outlet == xianggong);
  CHECK(row.behind == Phase::before_opening);
  CHECK(row.since == time("2021-01-08T08:45:00+08:00"));
  CHECK_FALSE(work(early, view::WorkCode::checklist_overdue));
  const auto overdue = work(late, view::WorkCode::checklist_overdue);
  REQUIRE(overdue);
  CHECK(overdue->facts[0] == Fact{"phase", "before_opening"});
  CHECK_FALSE(overdue->mine);
}

TEST_CASE("what a person could not do waits for an upper level, and for nobody once overridden") {
  const Story story =
      asked().and_then(answered("before-cash", Phase::before_opening, Verdict::cannot));
  const auto waits = work(Seen(story), view::WorkCode::checklist_waits_for_override);
  REQUIRE(waits);
  CHECK(waits->mine);
  CHECK(waits->action == "checklist.override");
  CHECK(Seen(story).see(view::ChecklistsQuery{}).rows.at(0).waiting ==
        std::vector<std::string>{"before-cash"});
  const auto at_outlet = Seen(story).by(Role::outlet_manager, {shenyang, xianggong});
  CHECK_FALSE(work(at_outlet, view::WorkCode::checklist_waits_for_override)->mine);
  const Story overridden = story.and_then(
      checklist::Overridden{xianggong, eighth, {"before-cash"}, Level::city, "已核实"});
  CHECK_FALSE(work(Seen(overridden), view::WorkCode::checklist_waits_for_override));
  CHECK(page(Seen(overridden)).stages[0].lines[1].waiver->reason == "已核实");
}

TEST_CASE("during hours what comes again falls behind, and is caught up") {
  const Story open =
      asked().and_then(treated(), answered("before-cash", Phase::before_opening, Verdict::pass),
                       signed_before(), outlet::Opened{xianggong, 1});
  const auto at_ten = Seen(open).at("2021-01-08T10:00:00+08:00");
  CHECK(page(at_ten).stages[0].complete);
  CHECK(page(at_ten).stages[1].lines[0].overdue);
  CHECK(at_ten.see(view::ChecklistsQuery{}).rows.at(0).behind == Phase::during_hours);
  auto again = answered("during-patrol", Phase::during_hours, Verdict::pass);
  again.occurred_at = time("2021-01-08T09:50:00+08:00");
  const auto caught_up = Seen(open.and_then(again)).at("2021-01-08T10:00:00+08:00");
  CHECK_FALSE(caught_up.see(view::ChecklistsQuery{}).rows.at(0).behind);
}

TEST_CASE("what the evening left unsigned is behind the next morning") {
  const Story closed =
      asked().and_then(treated(), answered("before-cash", Phase::before_opening, Verdict::pass),
                       signed_before(), outlet::Opened{xianggong, 1},
                       outlet::Closed{xianggong, 3, "", outlet::LeftOpen{eighth, {"after-cash"}}});
  const auto morning_after = Seen(closed).at("2021-01-09T07:00:00+08:00");
  CHECK(morning_after.see(view::ChecklistsQuery{}).rows.at(0).behind == Phase::after_closing);
  CHECK(page(Seen(closed)).left_open == std::vector<std::string>{"after-cash"});
  const auto yesterday = morning_after.see(view::ChecklistQuery{xianggong, eighth}).stages.back();
  CHECK(yesterday.open == 1);
  CHECK_FALSE(yesterday.locked);
}

TEST_CASE("a day that is only in the log is not made up") {
  const Seen later = Seen(asked()).at("2021-02-08T08:00:00+08:00");
  CHECK(later.refused(view::ChecklistQuery{xianggong, eighth}) == "checklist.day-not-kept");
  CHECK(later.refused(view::ChecklistQuery{{"102221009999"}, {}}) == "outlet.unknown");
  const auto outside = Seen(asked()).by(Role::city_command, {{"DL"}, {}});
  CHECK(outside.refused(view::ChecklistQuery{xianggong, {}}) == "authority.scope");
}
