#include "application/view_story.h"

using namespace waystation;
using namespace waystation::view_story;

TEST_CASE("the table of plans says whose signature is due") {
  const auto rows = Seen(proposed()).see(view::PlansQuery{}).rows;
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].level_due == Level::outlet);
  CHECK(rows[0].people == 5);
  CHECK(rows[0].outlets_opening == 1);
  CHECK(rows[0].outlets == 2);
  const auto done = Seen(approved()).see(asking(&view::PlansQuery::zone, huanggu)).rows;
  CHECK(done[0].status == plan::Status::approved);
  CHECK(done[0].signatures.size() == 3);
  CHECK_FALSE(done[0].level_due);
}

TEST_CASE("a plan is shown to the outlets that it speaks of and to those above them") {
  const Seen seen(proposed());
  CHECK(seen.by(Role::outlet_manager, outlet_scope).see(view::PlansQuery{}).rows.size() == 1);
  const Seen stranger = seen.by(Role::outlet_manager, {shenyang, elsewhere});
  CHECK(stranger.see(view::PlansQuery{}).rows.empty());
  CHECK(stranger.refused(asking(&view::PlanQuery::plan, plan_id)) == "plan.unknown");
  CHECK(seen.refused(view::PlanQuery{plan_id, PlanId{"?"}}) == "plan.unknown");
}

TEST_CASE("the page of a plan turns its ids into words") {
  const auto page = Seen(proposed()).see(asking(&view::PlanQuery::plan, plan_id));
  CHECK(page.names.at(resident) == "王某");
  CHECK(page.outlet_titles.size() == 2);
  CHECK(page.community_titles.at(inside) == "塔湾社区");
  CHECK(page.van_plates.at(van_id) == "辽A-示01");
  CHECK_FALSE(page.difference);
}

TEST_CASE("a plan's names follow the rule for names") {
  const Seen seen(proposed());
  const auto query = asking(&view::PlanQuery::plan, plan_id);
  CHECK(seen.by(Role::teller, outlet_scope).see(query).names.at(resident) == "王*");
  CHECK(seen.by(Role::outlet_manager, {shenyang, neighbour}).see(query).names.at(resident) ==
        "王*");
  CHECK(seen.by(Role::outlet_manager, outlet_scope).see(query).names.at(resident) == "王某");
}

TEST_CASE("only the level that is due may sign") {
  const Seen seen(proposed());
  const auto query = asking(&view::PlanQuery::plan, plan_id);
  CHECK(seen.by(Role::outlet_manager, outlet_scope).see(query).may_sign);
  CHECK_FALSE(seen.by(Role::city_command, city_scope).see(query).may_sign);
  CHECK_FALSE(seen.by(Role::teller, outlet_scope).see(query).may_sign);
}

TEST_CASE("a new plan is compared with the one approved before it") {
  auto changed = document();
  changed.outlets[0].crews[0].members.pop_back();
  std::swap(changed.outlets[0].crews[0].members[0].person,
            changed.outlets[0].crews[0].members[1].person);
  changed.outlets[0].crews[0].members.push_back({commuter, plan::Post::spare, plan::Custody::none});
  changed.outlets[1].verdict = plan::Verdict::can_open;
  changed.outlets[1].windows = 2;
  const PlanId second{"P2"};
  const auto page = Seen(approved().and_then(plan::Proposed{second, changed}))
                        .see(asking(&view::PlanQuery::plan, second));
  REQUIRE(page.difference);
  CHECK(page.difference->against == plan_id);
  const auto& people = page.difference->people;
  REQUIRE(people.size() == 4);
  CHECK(people[0].before->post == plan::Post::supervisor);
  CHECK(people[0].after->post == plan::Post::teller);
  CHECK_FALSE(people[2].after);   // The old spare left.
  CHECK_FALSE(people[3].before);  // The new one came.
  REQUIRE(page.difference->outlets.size() == 1);
  CHECK(page.difference->outlets[0].outlet == neighbour);
  CHECK(page.difference->outlets[0].windows_after == 2);
}
