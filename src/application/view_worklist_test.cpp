#include "application/view_story.h"

using namespace waystation;
using namespace waystation::view_story;
using view::WorkCode;

namespace {

std::optional<view::WorkItem> item(const Seen& seen, WorkCode code) {
  for (auto& item : seen.see(view::WorklistQuery{}).items)
    if (item.code == code) return item;
  return {};
}

}  // namespace

TEST_CASE("a zone without an open outlet or a plan asks for one, before all else") {
  const auto items = Seen(with_people()).see(view::WorklistQuery{}).items;
  REQUIRE_FALSE(items.empty());
  CHECK(items[0].code == WorkCode::zone_without_open_outlet);
  CHECK(items[0].action == "plan.propose");
  CHECK_FALSE(item(Seen(approved()), WorkCode::zone_without_open_outlet));
}

TEST_CASE("a plan waits for the level whose turn it is") {
  const Seen seen(proposed());
  const auto manager =
      item(seen.by(Role::outlet_manager, outlet_scope), WorkCode::plan_waits_for_signature);
  REQUIRE(manager);
  CHECK(manager->facts == std::vector<Fact>{{"level", "outlet"}});
  CHECK(manager->mine);
  CHECK_FALSE(item(seen, WorkCode::plan_waits_for_signature)->mine);
  CHECK_FALSE(item(Seen(approved()), WorkCode::plan_waits_for_signature));
}

TEST_CASE("a returned plan waits for a new one, with the remark") {
  const Seen seen(proposed().and_then(approval::Returned{plan_id, Level::outlet, "人手不足"}));
  const auto returned = item(seen, WorkCode::plan_returned);
  REQUIRE(returned);
  CHECK(returned->facts == std::vector<Fact>{{"remark", "人手不足"}});
}

TEST_CASE("before opening the gate says what is missing, and then that nothing is") {
  const auto before = item(Seen(approved()), WorkCode::gate_unmet);
  REQUIRE(before);
  CHECK(before->missing == std::vector<std::string>{"gate.disinfection-missing"});
  CHECK(before->action == "disinfection.begin");
  CHECK(before->deadline == time("2021-01-08T09:00:00+08:00"));
  const auto ready = item(Seen(approved().and_then(treated())), WorkCode::ready_to_open);
  REQUIRE(ready);
  CHECK(ready->action == "outlet.open");
  CHECK_FALSE(item(Seen(opened()), WorkCode::ready_to_open));
}

TEST_CASE("an outlet that closed for the day is not asked to open again") {
  const Story closed = opened().and_then(outlet::Closed{xianggong, 61, ""});
  const Seen seen = Seen(closed).at("2021-01-08T15:00:00+08:00");
  CHECK_FALSE(item(seen, WorkCode::gate_unmet));
  CHECK_FALSE(item(seen, WorkCode::ready_to_open));
}

TEST_CASE("a late round, a short shelf, an ending pass and an ending quarantine each wait") {
  const Seen seen(opened());
  const auto late = item(seen.at("2021-01-08T10:30:00+08:00"), WorkCode::round_overdue);
  REQUIRE(late);
  CHECK(late->facts[0] == Fact{"minutes", "30"});
  CHECK(late->facts[1] == Fact{"surfaces", "10"});
  CHECK(late->action == "disinfection.begin");
  const auto shelf = item(seen, WorkCode::cover_below_minimum);
  REQUIRE(shelf);
  CHECK(shelf->facts[0] == Fact{"item", "mask"});
  CHECK_FALSE(item(seen, WorkCode::pass_expiring));
  const auto pass = item(seen.at("2021-01-20T09:00:00+08:00"), WorkCode::pass_expiring);
  REQUIRE(pass);
  CHECK(pass->deadline == time("2021-01-22T00:00:00+08:00"));
}

TEST_CASE("an ending quarantine is told to those who see the people, not to a teller") {
  const Seen seen(opened().and_then(quarantine::Started{
      commuter, quarantine::MeasureKind::home_isolation, "7", eighth, day("2021-01-09")}));
  const auto ending = item(seen, WorkCode::quarantine_ending);
  REQUIRE(ending);
  CHECK(ending->person == commuter);
  CHECK_FALSE(item(seen.by(Role::teller, outlet_scope), WorkCode::quarantine_ending));
}

TEST_CASE("the day of an outlet runs from its first round over its hours to its last") {
  const auto lines = Seen(opened()).at("2021-01-08T10:00:00+08:00").see(view::TimelineQuery{});
  REQUIRE(lines.outlets.size() == 2);
  const auto& line = lines.outlets[1];
  CHECK(line.outlet == xianggong);
  CHECK(line.windows_planned == 1);
  REQUIRE(line.segments.size() == 3);
  CHECK(line.segments[0].phase == view::Phase::during_hours);
  CHECK(line.segments[0].from == morning);
  CHECK_FALSE(line.segments[0].planned);
  CHECK(line.segments[1].planned);
  CHECK(line.segments[1].to == time("2021-01-08T16:00:00+08:00"));
  CHECK(line.segments[2].phase == view::Phase::after_closing);
  REQUIRE(line.rounds.size() == 4);  // 08:00 done; 10:00, 12:00 and 14:00 due.
  CHECK(line.rounds[0].done);
  CHECK_FALSE(line.rounds[1].done);
  CHECK(lines.vans.size() == 1);
  CHECK(lines.vans[0].from == time("2021-01-08T07:30:00+08:00"));
}

TEST_CASE("a day that is still to come is all plan") {
  const auto lines = Seen(approved()).at("2021-01-08T07:00:00+08:00").see(view::TimelineQuery{});
  const auto& line = lines.outlets[1];
  REQUIRE(line.segments.size() == 3);
  for (const auto& segment : line.segments) CHECK(segment.planned);
  CHECK(line.segments[0].phase == view::Phase::before_opening);
  CHECK(line.segments[1].from == time("2021-01-08T09:00:00+08:00"));
}

TEST_CASE("a closed day ends with its closing") {
  Story story = opened();
  story.stamp.at = time("2021-01-08T16:05:00+08:00");
  story = story.and_then(outlet::Closed{xianggong, 61, ""});
  const auto lines = Seen(story).at("2021-01-08T20:00:00+08:00").see(view::TimelineQuery{});
  const auto& segments = lines.outlets[1].segments;
  REQUIRE(segments.size() == 2);
  CHECK(segments[0].to == story.stamp.at);
  CHECK(segments[1].phase == view::Phase::after_closing);
}
