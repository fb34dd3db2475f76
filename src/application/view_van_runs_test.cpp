#include "application/view_van_runs.h"

#include "application/calendar.h"
#include "application/view_story.h"
#include "application/view_worklist.h"
#include "domain/van_run_story.h"

using namespace waystation;
using van_run::RunStage;
using view_story::Seen;
using namespace van_run::story;

namespace {

Seen seen(const Days& days, const char* hh_mm) {
  return Seen(Story{days.bank(), {}})
      .at(("2021-01-08T" + std::string(hh_mm) + ":00+08:00").c_str());
}

Days arrived() {
  Days days = at_stop();
  days.give(crew, bringing());
  return days;
}

const view::WorkItem* item_of(const view::Worklist& list, view::WorkCode code) {
  const auto at = std::ranges::find(list.items, code, &view::WorkItem::code);
  return at == list.items.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("the board says where each van is, what it carries and what comes next") {
  const auto board = seen(at_gate(), "07:40").see(view::VanRunsQuery{});
  REQUIRE(board.rows.size() == 1);
  const auto& row = board.rows[0];
  CHECK(row.stage == RunStage::departed);
  CHECK(row.clean == yuan(100'000));
  CHECK(row.dirty == Fen{});
  CHECK(row.next == 0);
  CHECK(row.minutes_late == 0);
  CHECK(row.windows[0].title == "沈阳向工街支行");
  CHECK(seen(at_gate(), "08:20").see(view::VanRunsQuery{}).rows[0].minutes_late == 5);
  CHECK(seen(at_gate(), "08:31").see(view::VanRunsQuery{}).rows[0].missed == 1);
  view::VanRunsQuery other;
  other.day = day("2021-01-09");
  CHECK(seen(at_gate(), "08:31").see(other).rows.empty());
}

TEST_CASE("what a run that is over has brought back is in the van until somebody takes it") {
  Days days = at_gate();
  days.give(crew, van_run::TurnBack{run, van_run::GateReason::traffic_order, "a lorry", {}});
  days.give(crew, van_run::Return{run, {}});
  const auto board = seen(days, "08:35").see(view::VanRunsQuery{});
  CHECK(board.rows[0].stage == RunStage::returned);
  CHECK(board.rows[0].clean == yuan(100'000));
  CHECK(board.rows[0].dirty == Fen{});
}

TEST_CASE("the pass of a run is that of its gate and hours, not the first of the day") {
  Days days = evening_before();
  days.happened(zone::PassRecorded{huanggu, zone::PassKind::cash_van, truck.text, "塔湾街东卡口",
                                   minute(14, 30), minute(15, 0), eighth, eighth});
  auto later = van_run::story::plan();
  later.gate_at = minute(14, 40), later.stops[0].from = minute(14, 45);
  later.stops[0].to = minute(14, 59);
  days.give(cashier, later);
  const auto page = seen(days, "07:00").see(view::VanRunQuery{run}).run;
  CHECK(page.gate_from == "14:30");
  CHECK(page.pass_from == eighth);
  CHECK(page.pass_to == eighth);
}

TEST_CASE("a stop names the orders that it is to fulfil, and the one that its own deed fulfilled") {
  Days days = at_stop();
  const auto order = [&](const char* id, cash_order::Direction direction, const char* needed_on) {
    days.happened(cash_order::Placed{xianggong,
                                     {id},
                                     direction,
                                     hundreds(1000),
                                     yuan(100'000),
                                     day(needed_on),
                                     days.now(),
                                     false});
    days.happened(cash_order::Approved{xianggong, {id}, hundreds(1000), yuan(100'000), "", true});
  };
  order("O-1", cash_order::Direction::delivery, "2021-01-08");
  order("O-2", cash_order::Direction::delivery, "2021-01-09");
  days.happened(cash_order::Placed{xianggong,
                                   {"O-3"},
                                   cash_order::Direction::delivery,
                                   hundreds(1000),
                                   yuan(100'000),
                                   eighth,
                                   days.now(),
                                   false});
  const auto orders = [&] {
    return seen(days, "07:52").see(view::VanRunQuery{run}).run.stops[0].orders;
  };
  REQUIRE(orders().size() == 1);
  CHECK(orders()[0].order.text == "O-1");
  CHECK(orders()[0].carriage == van_run::Carriage::deliver);
  CHECK(orders()[0].amount == yuan(100'000));
  CHECK_FALSE(orders()[0].fulfilled);
  auto named = bringing();
  named.order = cash_order::OrderId{"O-1"};
  days.agree(crew, supervisor, named);
  REQUIRE(orders().size() == 1);
  CHECK(orders()[0].fulfilled);
}

TEST_CASE("a run shows where each bag lies and which side has signed") {
  const auto page = seen(arrived(), "07:52").see(view::VanRunQuery{run}).run;
  CHECK(page.crew.size() == 2);
  const auto& stop = page.stops[0];
  CHECK(stop.check->by.text == "supervisor");
  CHECK(stop.bags[0].where == view::BagWhere::van);
  CHECK(stop.bags[1].where == view::BagWhere::outlet);
  REQUIRE(stop.signatures.size() == 1);
  CHECK(!stop.signatures[0].second_by);
  CHECK(page.happened.back().what == view::RunMoment::arrived);
  CHECK(seen(arrived(), "07:52").refused(view::VanRunQuery{{"VR-9"}}) == "van-run.unknown");
  const Seen stranger = seen(arrived(), "07:52").by(Role::teller, {shenyang, elsewhere});
  CHECK(stranger.refused(view::VanRunQuery{run}) == "van-run.unknown");
}

TEST_CASE("a telephone sees its own runs of the day, the tablet those that stop at its outlet") {
  const Seen now = seen(arrived(), "07:52").by(Role::van_crew, {shenyang, {}});
  CHECK(now.see(view::VanCrewQuery{{"crew"}}).runs.size() == 1);
  CHECK(now.see(view::VanCrewQuery{{"stranger"}}).runs.empty());
  const Seen house = seen(arrived(), "07:52").by(Role::supervisor, {shenyang, xianggong});
  const auto stops = house.see(view::VanStopQuery{xianggong});
  REQUIRE(stops.runs.size() == 1);
  CHECK(stops.runs[0].stops[0].act_in.text == "VR-0108-102221004264-in");
  CHECK(std::ranges::find(stops.house, keyholder) != stops.house.end());
  CHECK(house.refused(view::VanStopQuery{elsewhere}) == "authority.scope");
}

TEST_CASE("a missed window is an item of the outlet and of the city until plan B has helped") {
  Days days = at_gate();
  const auto list = [&](const char* when, Role role, Scope scope) {
    return seen(days, when).by(role, std::move(scope)).see(view::WorklistQuery{});
  };
  const Scope house{shenyang, xianggong};
  CHECK(!item_of(list("08:29", Role::supervisor, house), view::WorkCode::van_window_missed));
  const auto at_house = list("08:31", Role::supervisor, house);
  const auto* missed = item_of(at_house, view::WorkCode::van_window_missed);
  REQUIRE(missed);
  CHECK(missed->deadline == clock("09:30"));
  CHECK(!missed->mine);
  const auto in_city = list("08:31", Role::city_command, {shenyang, {}});
  CHECK(item_of(in_city, view::WorkCode::van_window_missed)->mine);

  days.until(clock("08:40"))
      .give(cashier, van_run::DecidePlanB{
                         run, xianggong, van_run::Remedy::next_window, clock("12:00"), {}, ""});
  const auto after = list("08:41", Role::supervisor, house);
  CHECK(!item_of(after, view::WorkCode::van_window_missed));
  CHECK(item_of(after, view::WorkCode::van_plan_b_due)->severity == view::Severity::warning);
  CHECK(item_of(list("12:00", Role::supervisor, house), view::WorkCode::van_plan_b_due)->severity ==
        view::Severity::alarm);
}

TEST_CASE("an outlet's calendar has the window of the run that is planned") {
  const Seen now = seen(planned(), "07:00");
  const auto crew_sees = outlet_calendar(now.viewing(), xianggong, CalendarFor::crew);
  REQUIRE(crew_sees.has_value());
  CHECK(crew_sees->find("UID:run-102221004264-VR-0108@waystation") != std::string::npos);
  CHECK(crew_sees->find("20210108T074500") != std::string::npos);
  const auto all_see = outlet_calendar(now.viewing(), xianggong, CalendarFor::everybody);
  CHECK(all_see->find("VR-0108") == std::string::npos);
}
