#include "domain/machine_story.h"

namespace waystation::machine {

using namespace story;

TEST_CASE("a machine is registered once, with cassettes that its kind has") {
  Days days;
  days.ask(manager, a_recycler())
      .then({xianggong, recycler, Kind::recycler, {takes_in(), pays_out()}});
  days.ask(teller, a_recycler()).refused("authority.role");
  auto wrong = an_atm();
  wrong.cassettes = {takes_in()};
  days.ask(manager, wrong).refused("machine.cassettes-not-of-kind");
  wrong.cassettes = {pays_out(), pays_out()};
  days.ask(manager, wrong).refused("machine.cassette-twice");
  wrong.cassettes[1].cassette = {"B"};
  wrong.cassettes[1].floor = 2'001;
  days.ask(manager, wrong).refused("machine.capacity-out-of-range");
  days.give(manager, a_recycler()).ask(manager, a_recycler()).refused("machine.exists");
  days.ask(manager, Resume{xianggong, atm}).refused("machine.unknown");
}

TEST_CASE("two people order a mode, and under a seal a recycler serves one line only") {
  Days days;
  days.give(manager, a_recycler());
  days.ask(teller, Resume{xianggong, recycler}).refused("machine.mode-unset");
  days.ask(teller, to("m", Mode::recycling)).refused("machine.must-be-single");
  days.give(teller, to("m", Mode::deposit_only));
  CHECK(!machine_here(days).mode);
  days.ask(teller, cash::Confirm{xianggong, {"m"}}).refused("cash.same-person");
  days.give(second, cash::Confirm{xianggong, {"m"}});
  CHECK(machine_here(days).mode == Mode::deposit_only);
  days.ask(teller, to("n", Mode::deposit_only)).refused("machine.mode-already");
  days.ask(teller, SwitchMode{xianggong, {"n"}, {}}).refused("machine.switches-missing");
  const Switch pays{recycler, Mode::withdraw_only};
  days.ask(teller, SwitchMode{xianggong, {"n"}, {pays, pays}}).refused("machine.switched-twice");
  days.give(manager, an_atm());
  days.ask(teller, to("n", Mode::deposit_only, atm)).refused("machine.mode-not-of-kind");
}

TEST_CASE("a recycler that recycled before the seal does not resume behind it") {
  Days days(given(city::Added{shenyang, "沈阳市", "Asia/Shanghai"}, community(inside, "塔湾社区"),
                  outlet_registered(xianggong, inside)));
  days.give(manager, a_recycler()).agree(teller, second, to("m", Mode::recycling));
  days.give(teller, Resume{xianggong, recycler}).happened(sealed());
  CHECK(is_forbidden(days.bank(), xianggong, Mode::recycling, days.now()));
  days.ask(teller, Resume{xianggong, recycler}).refused("machine.serves-already");
  days.give(teller, Stop{xianggong, recycler, Reason::ordered});
  days.ask(teller, Resume{xianggong, recycler}).refused("machine.must-be-single");
}

TEST_CASE("of two machines one takes in and one pays out at every moment; they may change places") {
  const MachineId other{"CRS-2"};
  Days days = taking_in();
  days.give(manager, a_recycler(other));
  days.ask(teller, to("m", Mode::deposit_only, other)).refused("machine.last-of-mode");
  days.agree(teller, second, to("m", Mode::withdraw_only, other));
  days.ask(teller, to("n", Mode::withdraw_only)).refused("machine.last-of-mode");
  const SwitchMode swap{
      xianggong, {"n"}, {{recycler, Mode::withdraw_only}, {other, Mode::deposit_only}}};
  days.agree(teller, second, swap);
  CHECK(machine_here(days).mode == Mode::withdraw_only);
  CHECK(machine_here(days, other).mode == Mode::deposit_only);
  CHECK(is_served(machines_of(days.bank(), xianggong), Service::withdraw));
  CHECK(!is_served(machines_of(days.bank(), xianggong), Service::deposit));
}

TEST_CASE("what no machine of the house can do is not asked for") {
  Days days;
  auto another = an_atm();
  another.machine = {"ATM-3"};
  days.give(manager, an_atm()).give(manager, another);
  days.agree(teller, second, to("m", Mode::withdraw_only, atm));
  days.agree(teller, second, to("n", Mode::withdraw_only, another.machine));
}

TEST_CASE("a cassette is loaded with released notes of its one denomination, while it is stopped") {
  Days days = to_load();
  days.ask(teller, Load{xianggong, {"a"}, recycler, {bag(9)}, {out}, ""})
      .refused("cash.document-missing");
  days.ask(teller, Load{xianggong, {"a"}, recycler, {bag(9)}, {}, "L"})
      .refused("machine.cassettes-unnamed");
  days.ask(teller, Load{xianggong, {"a"}, recycler, {bag(9)}, {in}, "L"})
      .refused("machine.cassette-takes-in");
  days.ask(teller, Load{xianggong, {"a"}, recycler, {bag(9)}, {{"X"}}, "L"})
      .refused("machine.cassette-unknown");
  days.agree(teller, second, load_of());
  CHECK(held(cassette_here(days, out)) == 500);
  CHECK(notes_in(cassette_here(days, out)).yuan_100 == 500);
  CHECK(cash::held_in(cash::site_of(days.bank(), xianggong).book, cash::Line::paid_out) ==
        of_hundreds(500));
  CHECK(cash::disagreements(cash::site_of(days.bank(), xianggong)).empty());
}

TEST_CASE("what was paid in does not come into a cassette before its release") {
  Days days;
  days.counted(1, 5).give(manager, a_recycler());
  days.ask(teller, Load{xianggong, {"a"}, recycler, {bag(1)}, {out}, "L"})
      .refused("cash.not-released");
}

TEST_CASE("no cassette holds two denominations, nor more than it can") {
  Days days;
  const cash::Filling mixed{
      bag(9), {{Denomination::yuan_100, 5}, {Denomination::yuan_50, 2}}, yuan(600), seal(9)};
  days.agree(teller, second, cash::TakeIn{xianggong, {"in"}, cash::Source::fit_notes, mixed, "P"});
  days.give(manager, a_recycler());
  days.ask(teller, load_of()).refused("machine.denomination-mixed");
  Days full;
  const cash::TakeIn stock{xianggong, {"in"}, cash::Source::fit_notes, filling(9, 2'001), "P"};
  full.agree(teller, second, stock).give(manager, a_recycler());
  full.ask(teller, load_of()).refused("machine.above-capacity");
}

TEST_CASE("service resumes only after a test of the dispensing since the last load") {
  Days days = to_load();
  days.agree(teller, second, load_of());
  days.ask(teller, Resume{xianggong, recycler}).refused("machine.test-missing");
  days.give(teller, Test{xianggong, recycler, false});
  days.ask(teller, Resume{xianggong, recycler}).refused("machine.test-missing");
  days.give(teller, Test{xianggong, recycler, true}).give(teller, Resume{xianggong, recycler});
  days.ask(teller, Test{xianggong, recycler, true}).refused("machine.in-service");
  days.ask(teller, load_of("b")).refused("cash.bag-unknown");
  days.give(teller, Stop{xianggong, recycler, Reason::dispenser_fault});
  days.ask(teller, Stop{xianggong, recycler, Reason::dispenser_fault})
      .refused("machine.stopped-already");
  days.give(teller, Stop{xianggong, recycler, Reason::replenishment});
}

TEST_CASE("a machine that serves is not opened") {
  Days days = taking_in();
  const cash::TakeIn stock{xianggong, {"in"}, cash::Source::fit_notes, filling(9, 500), "PBC"};
  days.agree(teller, supervisor, stock);
  days.ask(teller, load_of()).refused("machine.in-service");
  days.ask(teller, Settle{xianggong, {"s"}, recycler, {}}).refused("machine.in-service");
}

TEST_CASE("settling is due twice a week and a cassette is low or full by the policy of the day") {
  Days days = paying_out();
  const Bank& bank = days.bank();
  CHECK(settle_due(bank, xianggong, machine_here(days), days.now()) ==
        morning + std::chrono::hours{84});
  CHECK(!is_low(bank, xianggong, cassette_here(days, out), days.now()));
  CHECK(!is_full(bank, xianggong, cassette_here(days, in), days.now()));
  const policy::Changed higher{policy::Key::cassette_floor_percent,
                               {},
                               xianggong,
                               eighth + std::chrono::days{2},
                               {30, policy::Grade::G, "指挥部"}};
  days.happened(higher);
  CHECK(floor_of(days.bank(), xianggong, cassette_here(days, out), days.now()) == 300);
  days.later(std::chrono::days{2});
  CHECK(floor_of(days.bank(), xianggong, cassette_here(days, out), days.now()) == 600);
  CHECK(is_low(days.bank(), xianggong, cassette_here(days, out), days.now()));
  CHECK(floor_of(days.bank(), xianggong, cassette_here(days, in), days.now()) == 0);
}

}  // namespace waystation::machine
