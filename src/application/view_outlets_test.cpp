#include "application/view_reading.h"
#include "application/view_story.h"

using namespace waystation;
using namespace waystation::view_story;
using view::ShownState;

namespace {

ShownState shown(const Seen& seen, const OutletId& id) {
  return view::shown_state(seen.viewing(), id, seen.standing.bank.outlets.at(id));
}

}  // namespace

TEST_CASE("each raw state is shown as the public understands it") {
  const Story story = opened();
  CHECK(shown(Seen(story), xianggong) == ShownState::open);
  CHECK(shown(Seen(story), neighbour) == ShownState::sealed_closed);
  using outlet::State;
  const auto limited = story.and_then(outlet::Restricted{xianggong, State::limited, "人多"});
  CHECK(shown(Seen(limited), xianggong) == ShownState::limited);
  const auto paused = story.and_then(outlet::Restricted{xianggong, State::paused, "消毒"});
  CHECK(shown(Seen(paused), xianggong) == ShownState::paused);
  CHECK(shown(Seen(story.and_then(outlet::Prepared{neighbour})), neighbour) ==
        ShownState::preparing);
  const auto machines = story.and_then(outlet::SelfServiceSwitched{neighbour, true});
  CHECK(shown(Seen(machines), neighbour) == ShownState::self_service);
  const auto shut = story.and_then(outlet::Closed{elsewhere, 0, "停电"});
  CHECK(shown(Seen(shut), elsewhere) == ShownState::self_service);
  CHECK(shown(Seen(shut.and_then(outlet::SelfServiceSwitched{elsewhere, false})), elsewhere) ==
        ShownState::paused);
}

TEST_CASE("the table of outlets has what a city asks for, and only its own") {
  const Seen seen(approved());
  CHECK(seen.see(view::OutletsQuery{}).rows.size() == 3);
  CHECK(seen.see(asking(&view::OutletsQuery::zone, huanggu)).rows.size() == 2);
  CHECK(seen.see(asking(&view::OutletsQuery::shown_state, ShownState::open)).rows.size() == 1);
  CHECK(seen.see(asking(&view::OutletsQuery::search, "4221")).rows.size() == 1);
  CHECK(seen.by(Role::teller, outlet_scope).see(view::OutletsQuery{}).rows.size() == 1);
  const auto row = seen.by(Role::teller, outlet_scope).see(view::OutletsQuery{}).rows.front();
  CHECK(row.suit_cover_days == 25);  // 250 suits, 5 people, 2 a day.
  CHECK(row.gates_unmet == 1);
}

TEST_CASE("the page of an outlet shows its gate, crew, papers and stock with the sum") {
  const auto page = Seen(approved()).see(asking(&view::OutletQuery::outlet, xianggong));
  CHECK(page.gate_unmet == std::vector<std::string>{"gate.disinfection-missing"});
  CHECK(page.zone == huanggu);
  CHECK(page.plan == plan_id);
  REQUIRE(page.on_duty.size() == 5);
  CHECK(page.on_duty[0].fit);
  CHECK(page.on_duty[0].name == "王某");
  CHECK(page.grant.has_value());
  REQUIRE(page.passes.size() == 1);
  CHECK(page.passes[0].valid_today);
  CHECK(page.stock[0].item == "suit");
  CHECK(page.stock[0].stock == 250);
  CHECK(page.stock[0].daily_use == 10);
  CHECK(page.stock[0].days == 25);
  CHECK(page.stock[0].minimum_days == 14);  // The plan ends before the fifteenth day.
  CHECK(page.city_title == "沈阳市");
}

TEST_CASE("why somebody is unfit is told to managers, not across the counter") {
  const Seen seen(approved().and_then(quarantine::CheckRecorded{five[1], {"38.0"}, true}));
  const auto manager = seen.by(Role::outlet_manager, outlet_scope);
  const auto teller = seen.by(Role::teller, outlet_scope);
  const auto query = asking(&view::OutletQuery::outlet, xianggong);
  CHECK(manager.see(query).on_duty[1].reasons == std::vector<std::string>{"fit.abnormal"});
  CHECK(teller.see(query).on_duty[1].reasons.empty());
  CHECK_FALSE(teller.see(query).on_duty[1].fit);
  CHECK(teller.see(query).on_duty[1].name == "王*");
}

TEST_CASE("rounds are newest first, and the next is due two hours after the last") {
  Story story = opened();
  story.stamp.at += std::chrono::minutes(90);
  const Seen seen(story.and_then(treated()));
  const auto query = asking(&view::OutletQuery::outlet, xianggong);
  const auto page = seen.at("2021-01-08T10:00:00+08:00").see(query);
  CHECK(page.rounds_ever == 2);
  CHECK(page.rounds.front().at == story.stamp.at);
  CHECK(page.next_round_due == time("2021-01-08T11:30:00+08:00"));
  CHECK_FALSE(page.round_overdue);
  CHECK(seen.at("2021-01-08T11:31:00+08:00").see(query).round_overdue);
}

TEST_CASE("a zone's page has its communities, outlets with their gates, and papers") {
  const Seen seen(opened());
  const auto page = seen.see(view::ZoneQuery{huanggu});
  CHECK(page.summary.day == 7);
  CHECK(page.summary.people == 10'000);
  CHECK(page.summary.outlets == 2);
  CHECK(page.summary.outlets_open == 1);
  CHECK(page.summary.people_fit == 5);
  CHECK(page.communities.size() == 1);
  CHECK(page.outlets.size() == 2);
  CHECK(page.passes.size() == 1);
  CHECK(seen.by(Role::teller, {shenyang, elsewhere}).see(view::ZonesQuery{}).rows.empty());
}

TEST_CASE("a lifted zone keeps its figures") {
  const auto zones = Seen(opened().and_then(zone::Lifted{huanggu})).see(view::ZonesQuery{});
  CHECK(zones.rows[0].lifted_at.has_value());
  CHECK(zones.rows[0].people == 10'000);
}
