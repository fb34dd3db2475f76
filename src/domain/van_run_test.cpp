#include "domain/van_run_story.h"

namespace waystation::van_run {

using namespace story;
using std::chrono::minutes;

TEST_CASE("a run goes out and comes back, and every note is where its deeds brought it") {
  Days days = at_stop();
  days.agree(crew, supervisor, bringing()).agree(supervisor, mate, taking());
  days.give(supervisor, hand_over()).until(clock("08:05")).give(crew, Leave{run, xianggong, {}});
  days.until(clock("08:50")).give(crew, Return{run, {}});
  const Run& done = days.bank().van_runs.at(run);
  CHECK(done.stage == RunStage::returned);
  CHECK(done.departed->at == clock("07:10"));
  const Stop& stop = done.stops[0];
  CHECK(stop.check->crew == std::vector<PersonId>{driver, guard});
  CHECK(stop.handed->acts == std::vector<cash::ActId>{{run.text + "-102221004264-in"},
                                                      {run.text + "-102221004264-out"}});
  REQUIRE(stop.signatures.size() == 2);
  CHECK(stop.signatures[0].first_by.text == "crew");
  CHECK(stop.signatures[0].second_by->text == "supervisor");
  CHECK(stop.signatures[1].second_by->text == "mate");
  CHECK(stop.handed->house == std::vector<PersonId>{resident, keyholder});
  CHECK(cash::load_of(days.bank(), truck).bags.contains(taken));
  CHECK(cash::site_of(days.bank(), xianggong).bags.contains(fresh));
  CHECK(!missed_at(days.bank(), done, stop, clock("12:00")));
}

TEST_CASE(
    "a van departs on its day, disinfected, with a crew that was checked and what is listed") {
  Days days = planned();
  days.ask(crew, depart()).refused("van-run.not-disinfected");
  days.until(clock("07:00")).ask(crew, depart()).refused("van-run.not-loaded");
  days.ask(signer("stranger", Role::van_crew, {shenyang, {}}), depart())
      .refused("van-run.not-of-crew");
  days.until(time("2021-01-09T07:00:00+08:00")).ask(crew, depart()).refused("van-run.not-today");
  Days ready = loaded();
  ready.until(clock("08:51")).ask(crew, depart()).refused("van-run.not-disinfected");
  ready.until(clock("07:10"))
      .give(crew, depart())
      .ask(crew, depart())
      .refused("van-run.wrong-stage");
  ready.ask(cashier, Cancel{run, "late"}).refused("van-run.wrong-stage");
  CHECK(ready.bank().van_runs.at(run).stage == RunStage::departed);
}

TEST_CASE("who falls ill between plan and departure does not ride") {
  Days days = loaded();
  days.until(clock("07:00")).happened(quarantine::CheckRecorded{driver, {"38.0"}, true});
  days.ask(crew, depart()).refused("van-run.person-unfit", {"fit.abnormal"});
}

TEST_CASE("no bag rides that is on no list") {
  Days days = evening_before();
  Plan empty = plan();
  empty.stops[0].deliver = {};
  days.give(cashier, empty);
  days.agree(
      cashier, crew,
      cash::HandOver{centre, {"load"}, truck, cash::Compartment::clean, {fresh}, {seal(1)}, {}});
  days.until(clock("07:00")).ask(crew, depart()).refused("van-run.not-on-list");
}

TEST_CASE("the gate lets a van in within its hours, or the guard says why not") {
  Days days = at_gate();
  days.ask(supervisor, arrive()).refused("van-run.wrong-stage");
  days.ask(crew, TurnBack{run, GateReason::other, "", {}}).refused("van-run.reason-missing");
  days.give(crew, TurnBack{run, GateReason::traffic_order, "", {}});
  CHECK(days.bank().van_runs.at(run).stage == RunStage::turned_back);
  days.until(clock("08:01")).ask(crew, PassGate{run, {}}).refused("van-run.gate-shut");
  // It was there in time; the telephone had no line.
  days.give(crew, PassGate{run, clock("07:58")});
  const auto& tries = days.bank().van_runs.at(run).gate_tries;
  REQUIRE(tries.size() == 2);
  CHECK(tries[0].refused == GateReason::traffic_order);
  CHECK(tries[1].at == clock("07:58"));
  days.ask(crew, PassGate{run, {}}).refused("van-run.wrong-stage");
}

TEST_CASE("a run outside every seal has no gate") {
  Days days = evening_before();
  Plan open = plan();
  open.stops = {{elsewhere, minute(8, 0), minute(8, 30), {}, {}, {}}};
  days.give(cashier, open).until(clock("07:00")).give(crew, depart());
  days.ask(crew, PassGate{run, {}}).refused("van-run.no-gate");
  days.give(signer("teller", Role::teller, {shenyang, elsewhere}),
            Arrive{run, elsewhere, "辽A-示01", {driver, guard}, {}});
}

TEST_CASE("the outlet compares plate and people before it opens") {
  Days days = at_gate();
  days.give(crew, PassGate{run, {}}).until(clock("07:50"));
  Arrive other = arrive();
  other.plate = "辽A-示02";
  days.ask(supervisor, other).refused("van-run.plate-mismatch");
  other = arrive(), other.crew = {driver, driver};
  days.ask(supervisor, other).refused("van-run.crew-too-few");
  other.crew = {driver, commuter};
  days.ask(supervisor, other).refused("van-run.crew-mismatch");
  other = arrive(), other.outlet = elsewhere;
  days.ask(cashier, other).refused("van-run.no-stop-here");
  days.ask(crew, arrive()).refused("authority.role");
}

TEST_CASE("a handover is two people at each end, and every bag of the list or the reason why not") {
  Days days = at_gate();
  days.give(crew, PassGate{run, {}}).ask(supervisor, hand_over()).refused("van-run.not-at-stop");
  days.until(clock("07:50")).give(supervisor, arrive());
  HandOver alone = hand_over();
  alone.house.pop_back();
  days.ask(supervisor, alone).refused("van-run.two-at-each-end");
  alone = hand_over(), alone.house[0] = driver;
  days.ask(supervisor, alone).refused("van-run.not-of-house");
  alone = hand_over(), alone.crew[0] = commuter;
  days.ask(supervisor, alone).refused("van-run.crew-mismatch");
  days.ask(supervisor, hand_over()).refused("van-run.not-moved");
  days.ask(crew, Leave{run, xianggong, {}}).refused("van-run.not-handed-over");
  days.agree(crew, supervisor, bringing());
  HandOver partly = hand_over();
  partly.exceptions = {taken};
  days.ask(supervisor, partly).refused("van-run.reason-missing");
  partly.reason = "the seal was broken";
  days.give(supervisor, partly);
  days.ask(supervisor, ListBags{run, xianggong, {}, {}}).refused("van-run.wrong-stage");
  days.give(crew, Leave{run, xianggong, {}});
  days.ask(crew, Leave{run, xianggong, {}}).refused("van-run.wrong-stage");
  CHECK(days.bank().van_runs.at(run).stops[0].handed->exceptions.size() == 1);
}

TEST_CASE("a handover signed without a line holds by when it was signed, whoever arrives first") {
  Days days = at_stop();
  auto bring = bringing();
  bring.occurred_at = clock("07:52");
  const cash::Confirm confirm{xianggong, bring.act, clock("07:53")};
  days.until(clock("11:00")).ask(supervisor, confirm).refused("cash.act-unknown");
  days.give(crew, bring);
  // A deed of the house in between forgets nothing, and what arrives hours later completes it.
  auto take = taking();
  take.occurred_at = clock("07:54");
  days.give(mate, take).until(clock("15:00"));
  days.ask(supervisor, cash::Confirm{xianggong, bring.act, {}}).refused("cash.act-expired");
  days.ask(supervisor, cash::Confirm{xianggong, bring.act, clock("07:15")})
      .refused("cash.act-expired");
  days.ask(supervisor, cash::Confirm{xianggong, bring.act, clock("15:01")})
      .refused("late-entry.in-future");
  days.give(supervisor, confirm);
  days.ask(supervisor, confirm).refused("cash.act-unknown");
  days.ask(crew, bring).refused("cash.bag-not-in-van");
  days.give(supervisor, cash::Confirm{xianggong, take.act, clock("07:55")});
  const auto& signed_by = days.bank().van_runs.at(run).stops[0].signatures;
  REQUIRE(signed_by.size() == 2);
  CHECK(signed_by[0].first_at == clock("07:52"));
  CHECK(signed_by[0].second_at == clock("07:53"));
  days.give(supervisor, hand_over());
}

TEST_CASE("only a handover is confirmed late") {
  Days days = evening_before();
  days.sanitised(3, 5).give(teller, cash::Store{xianggong, {"s"}, {bag(3)}});
  days.ask(supervisor, cash::Confirm{xianggong, {"s"}, days.now()}).refused("cash.never-late");
}

TEST_CASE("a window is missed by time alone, or when the run ends without the stop") {
  Days days = loaded();
  const auto missed = [&](const char* when) {
    const Run& it = days.bank().van_runs.at(run);
    return missed_at(days.bank(), it, it.stops[0], clock(when));
  };
  CHECK(!missed("08:29"));
  CHECK(missed("08:30") == clock("08:30"));
  days.until(clock("06:55")).give(cashier, Cancel{run, "the road is shut"});
  CHECK(missed("07:00") == clock("06:55"));
  // Another run of the day takes the stop over.
  Plan again = plan();
  again.run = {"VR-2"}, again.stops[0].deliver = {};
  days.give(cashier, again);
  CHECK(!missed("07:00"));
}

TEST_CASE("plan B answers a window that was missed, and names a run that exists") {
  Days days = loaded();
  DecidePlanB b{run, xianggong, Remedy::emergency_run, clock("12:00"), {}, ""};
  days.until(clock("08:20")).ask(cashier, b).refused("van-run.not-missed");
  days.until(clock("08:40")).ask(cashier, b).refused("van-run.replacement-missing");
  days.ask(supervisor, b).refused("authority.role");
  Plan emergency = plan();
  emergency.run = {"VR-E1"}, emergency.gate_at = minute(10, 0);
  emergency.stops = {{xianggong, minute(10, 10), minute(10, 40), {}, {}, {}}};
  emergency.kind = RunKind::emergency, emergency.permit = "指挥部2021-9";
  days.give(cashier, emergency);
  b.replacement = emergency.run, b.due = clock("08:00");
  days.ask(cashier, b).refused("van-run.due-past");
  b.due = clock("12:00");
  days.give(cashier, b);
  const Stop& stop = days.bank().van_runs.at(run).stops[0];
  CHECK(stop.plan_b->replacement == emergency.run);
  CHECK(!is_remedied(days.bank(), stop));
}

}  // namespace waystation::van_run
