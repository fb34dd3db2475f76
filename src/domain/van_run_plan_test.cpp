#include "domain/van_run_story.h"

namespace waystation::van_run {

using namespace story;

namespace {

// The plan with one thing changed.
Plan with(auto change) {
  Plan p = plan();
  change(p);
  return p;
}

void refused(const Days& days, const Plan& p, const char* code) {
  days.ask(cashier, p).refused(code);
}

}  // namespace

TEST_CASE("a run is planned with van, pass, crew, gate, windows and a list of bags") {
  const Days days = planned();
  const Run& made = days.bank().van_runs.at(run);
  CHECK(made.gate == "塔湾街东卡口");
  CHECK(made.zone == huanggu);
  CHECK(made.insured == yuan(5'000'000));
  REQUIRE(made.stops[0].bags.size() == 2);
  CHECK(made.stops[0].bags[0].compartment == cash::Compartment::clean);
  CHECK(made.stops[0].bags[0].amount == yuan(100'000));
  CHECK(made.stops[0].bags[1].compartment == cash::Compartment::dirty);
  CHECK(made.stops[0].bags[1].seal == seal(2));
}

TEST_CASE("a run has a name of its own, a day to come, a van, a centre and an insurer") {
  refused(planned(), plan(), "van-run.exists");
  const Days days = evening_before();
  refused(days, with([](Plan& p) { p.run.text = std::string(41, 'x'); }), "van-run.id-too-long");
  refused(days, with([](Plan& p) { p.day = day("2021-01-07"); }), "van-run.date-past");
  refused(days, with([](Plan& p) { p.depot = xianggong; }), "van-run.not-a-centre");
  refused(days, with([](Plan& p) { p.insured = yuan(5'000'001); }), "van-run.insured-above-limit");
  refused(days, with([](Plan& p) { p.kind = RunKind::emergency; }), "van-run.permit-missing");
}

TEST_CASE("nobody rides alone, unfit, unarmed, twice, or in two vans at once") {
  Days days = evening_before();
  refused(days, with([](Plan& p) { p.crew.pop_back(); }), "van-run.crew-too-few");
  refused(days, with([](Plan& p) { p.crew[1] = p.crew[0]; }), "van-run.person-twice");
  refused(days, with([](Plan& p) { p.crew[1].account = {"teller"}; }), "van-run.account-not-crew");
  refused(days, with([](Plan& p) { p.crew[1].person = commuter; }), "van-run.no-guard");
  days.happened(van::Registered{{"SY-V02"}, "辽A-示02", shenyang, yuan(5'000'000), 200});
  days.happened(zone::PassRecorded{
      huanggu, zone::PassKind::cash_van, "SY-V02", "塔湾街东卡口", {450}, {480}, eighth, eighth});
  Days two = days;
  two.give(cashier, plan());
  refused(two, with([](Plan& p) { p.run = {"VR-2"}, p.van = {"SY-V02"}; }),
          "van-run.person-elsewhere");
  days.happened(quarantine::CheckRecorded{guard, {"37.9"}, true});
  const auto no = days.ask(cashier, plan()).decision.error();
  CHECK(no.code == "van-run.person-unfit");
  CHECK(no.missing == std::vector<std::string>{"fit.abnormal"});
}

TEST_CASE("of two passes of a day the one of the hour is shown at the gate") {
  Days days = evening_before();
  const auto planned_at = [&](int hour) {
    Plan later = plan();
    later.gate_at = minute(hour, 40), later.stops[0].from = minute(hour, 45);
    later.stops[0].to = minute(hour, 59);
    return days.ask(cashier, later).decision;
  };
  CHECK(planned_at(14).error().code == "van-run.gate-shut");
  days.happened(zone::PassRecorded{huanggu, zone::PassKind::cash_van, truck.text, "塔湾街西卡口",
                                   minute(14, 30), minute(15, 0), eighth, eighth});
  const auto morning_run = planned_at(7), afternoon_run = planned_at(14);
  CHECK(morning_run->gate == "塔湾街东卡口");
  CHECK(morning_run->gate_to == minute(8, 0));
  CHECK(afternoon_run->gate == "塔湾街西卡口");
  CHECK(afternoon_run->gate_from == minute(14, 30));
  CHECK(planned_at(16).error().code == "van-run.gate-shut");
}

TEST_CASE("a van without a pass of the zone and the day does not go, nor at hours of a shut gate") {
  const Days days = evening_before();
  refused(days, with([](Plan& p) { p.day = day("2021-01-15"); }), "van-run.without-pass");
  refused(days, with([](Plan& p) { p.gate_at = minute(7, 29); }), "van-run.gate-shut");
  Plan emergency = with([](Plan& p) { p.kind = RunKind::emergency, p.permit = "指挥部2021-7"; });
  emergency.gate_at = minute(15, 0), emergency.stops[0].from = minute(15, 10);
  emergency.stops[0].to = minute(15, 40);
  Days other = days;
  other.give(cashier, emergency);
}

TEST_CASE("stops follow each other, each once, with a window that has a length") {
  const Days days = evening_before();
  refused(days, with([](Plan& p) { p.stops.clear(); }), "van-run.no-stops");
  refused(days, with([](Plan& p) { p.stops.push_back(p.stops[0]); }), "van-run.stop-twice");
  refused(days, with([](Plan& p) { p.stops[0].to = p.stops[0].from; }), "van-run.window-empty");
  refused(days, with([](Plan& p) { p.stops[0].from = minute(7, 35); }),
          "van-run.windows-out-of-order");
}

TEST_CASE("a van that enters a sealed zone serves only that zone that day") {
  const auto outside_stop = [](Plan& p) {
    p.stops.push_back({elsewhere, minute(8, 30), minute(9, 0), {}, {}, {}});
  };
  refused(evening_before(), with(outside_stop), "van-run.two-zones");
  refused(planned(), with([&](Plan& p) {
            outside_stop(p);
            p.run = {"VR-2"}, p.stops.erase(p.stops.begin());
          }),
          "van-run.other-zone-today");
  // A run that was called off has entered nothing.
  Days days = planned();
  days.ask(cashier, Cancel{run, ""}).refused("van-run.reason-missing");
  days.give(cashier, Cancel{run, "the pass was withdrawn"});
  Plan open = with(outside_stop);
  open.run = {"VR-2"}, open.stops.erase(open.stops.begin());
  days.give(cashier, open);
  CHECK(days.bank().van_runs.at({"VR-2"}).gate.empty());
}

TEST_CASE("each bag is on one list, and a list is never above what is insured") {
  const Days days = evening_before();
  refused(days, with([](Plan& p) { p.stops[0].deliver = {bag(9, centre)}; }),
          "van-run.bag-unknown");
  refused(days, with([](Plan& p) { p.stops[0].deliver = {fresh, fresh}; }), "van-run.bag-twice");
  refused(days, with([](Plan& p) { p.insured = yuan(99'999); }), "van-run.above-insured");
  refused(days, with([](Plan& p) {
            p.depot = centre, p.stops[0].collect = {};
            p.stops[0].transfers = {{"T-404"}};
          }),
          "van-run.transfer-unknown");
  Days on_list = planned();
  refused(on_list, with([](Plan& p) { p.run = {"VR-2"}; }), "van-run.bag-twice");
}

TEST_CASE("what is not released is not brought to an outlet") {
  Days days = evening_before();
  days.give(cashier, with([](Plan& p) { p.stops[0].deliver = {}; }));
  days.agree(teller, crew, taking());
  days.agree(cashier, crew, cash::TakeOver{centre, {"back"}, truck, {taken}, {seal(2)}, {}});
  days.give(cashier, Cancel{run, "a new list"});
  refused(days, with([](Plan& p) {
            p.run = {"VR-2"}, p.stops[0].deliver = {taken}, p.stops[0].collect = {};
          }),
          "van-run.bag-not-clean");
}

TEST_CASE("what is taken away from one stop is clean or dirty, not both") {
  Days days = evening_before();
  days.agree(
      cashier, crew,
      cash::HandOver{centre, {"load"}, truck, cash::Compartment::clean, {fresh}, {seal(1)}, {}});
  days.agree(crew, supervisor, bringing());
  refused(days, with([](Plan& p) {
            p.stops[0].deliver = {}, p.stops[0].collect = {fresh, taken};
          }),
          "van-run.collect-mixed");
}

TEST_CASE("protective lots ride as a transfer, and no more suits than the van takes") {
  Days days = evening_before();
  const supply::TransferId lots{"T-1"};
  days.happened(supply::Received{centre, supply::Item::suit, "S", 500, {}});
  days.happened(
      supply::Sent{centre, xianggong, lots, {{supply::Item::suit, "S", 201, {}}}, {}, {}});
  refused(days, with([&](Plan& p) { p.stops[0].transfers = {lots}; }),
          "van-run.suits-above-capacity");
}

TEST_CASE("more bags are listed as long as the stop is not handed over") {
  Days days = evening_before();
  days.give(cashier, with([](Plan& p) { p.stops[0].collect = {}; }));
  days.ask(teller, ListBags{run, elsewhere, {}, {}}).refused("authority.scope");
  days.ask(cashier, ListBags{run, elsewhere, {}, {}}).refused("van-run.no-stop-here");
  days.give(supervisor, ListBags{run, xianggong, {}, {taken}});
  CHECK(days.bank().van_runs.at(run).stops[0].bags.size() == 2);
  days.ask(supervisor, ListBags{run, xianggong, {}, {taken}}).refused("van-run.bag-twice");
  days.ask(supervisor, ListBags{{"VR-9"}, xianggong, {}, {}}).refused("van-run.unknown");
}

TEST_CASE("a list is as heavy as the van between its two heaviest stops") {
  const auto stop = [](std::int64_t brought, std::int64_t fetched) {
    Stop s;
    s.bags = {{bag(1), Carriage::deliver, cash::Compartment::clean, seal(1), yuan(brought)},
              {bag(2), Carriage::collect, cash::Compartment::dirty, seal(2), yuan(fetched)}};
    return s;
  };
  CHECK(peak_load({stop(10, 1), stop(5, 2)}) == yuan(15));
  CHECK(peak_load({stop(1, 20), stop(1, 2)}) == yuan(22));
}

}  // namespace waystation::van_run
