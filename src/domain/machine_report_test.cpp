#include "domain/machine_story.h"

namespace waystation::machine {

using namespace story;

namespace {

Settle settle(std::vector<Emptying> emptied, const char* act = "s") {
  return {xianggong, {act}, recycler, std::move(emptied)};
}
Days stopped(Days days, const Report& last) {
  days.give(teller, Stop{xianggong, recycler, Reason::settlement});
  return days.give(sensor, last);
}

}  // namespace

TEST_CASE("a machine reports what it took in, and the book receives just that") {
  Days days = taking_in();
  days.ask(sensor, reading(30, 30))
      .then({xianggong,
             recycler,
             1,
             Mode::deposit_only,
             false,
             {{in, Denomination::yuan_100, Direction::takes_in, 30, 30, 30, 0},
              {out, Denomination::yuan_100, Direction::pays_out, 0, 0, 0, 0}},
             yuan(3'000),
             {}});
  days.give(sensor, reading(30, 30)).give(sensor, reading(30, 30)).give(teller, reading(45, 45));
  CHECK(held(cassette_here(days, in)) == 45);
  const auto& book = cash::site_of(days.bank(), xianggong).book;
  CHECK(cash::held_in(book, cash::Line::paid_in) == yuan(4'500));
  CHECK(cash::held_in(book, cash::Line::paid_out) == Fen{});
  days.ask(manager, Stop{xianggong, recycler, Reason::ordered});
  days.ask(sensor, Stop{xianggong, recycler, Reason::ordered}).refused("authority.role");
}

TEST_CASE("counters are not believed where they run back, leave out a cassette or cannot be") {
  Days days = taking_in();
  days.give(sensor, reading(30, 30));
  days.ask(sensor, reading(29, 29)).refused("machine.counter-backwards");
  days.ask(sensor, reading(30, 4'001)).refused("machine.reading-out-of-range");
  days.ask(sensor, reading(4'001, 100)).refused("machine.reading-out-of-range");
  auto wrong = reading(30, 30);
  wrong.cassettes.pop_back();
  days.ask(sensor, wrong).refused("machine.reading-missing");
  wrong.cassettes.push_back(wrong.cassettes[0]);
  days.ask(sensor, wrong).refused("machine.cassette-twice");
  wrong.cassettes[1].cassette = {"X"};
  days.ask(sensor, wrong).refused("machine.cassette-unknown");
  wrong = reading(5, 35);
  wrong.series = 0;
  days.ask(sensor, wrong).refused("machine.series-past");
  wrong.series = 2;  // A new board counts from nothing.
  days.give(sensor, wrong);
  CHECK(held(cassette_here(days, in)) == 35);
  days.give(manager, an_atm());
  days.ask(sensor, Report{xianggong, atm, 1, Mode::deposit_only, {{out, 0, 0}}})
      .refused("machine.mode-not-of-kind");
}

TEST_CASE("what a machine pays out was released, and what it says beyond that is a difference") {
  Days days = paying_out();
  days.give(sensor, reading(0, 0, 20, 480, Mode::withdraw_only));
  CHECK(held(cassette_here(days, out)) == 480);
  CHECK(!cassette_here(days, out).difference);
  days.give(sensor, reading(0, 0, 600, 0, Mode::withdraw_only));
  CHECK(held(cassette_here(days, out)) == 0);
  CHECK(is_nothing(cash::sum_of_all(days.bank().custody)));
  days.give(sensor, reading(0, 0, 600, 7, Mode::withdraw_only));
  CHECK(cassette_here(days, out).difference->notes == 7);
}

TEST_CASE("what a machine paid out is remembered by its day; what it repeats or takes in is not") {
  Days days = paying_out();
  days.give(sensor, reading(30, 30, 0, 500, Mode::withdraw_only));
  CHECK(cash::payouts_of(days.bank(), xianggong).days.empty());
  days.give(sensor, reading(30, 30, 20, 480, Mode::withdraw_only));
  days.give(sensor, reading(30, 30, 20, 480, Mode::withdraw_only));
  const auto& one_day = cash::payouts_of(days.bank(), xianggong);
  REQUIRE(one_day.days.size() == 1);
  CHECK(one_day.days[0].day == eighth);
  CHECK(one_day.days[0].paid == yuan(2'000));
  CHECK(one_day.by_notes[0] == yuan(2'000).count);
  // Who came when, and for how much, a counter does not say.
  CHECK(one_day.quarters.empty());
  CHECK(one_day.squares_yuan2 == 0);
  // Never more than the book had to pay out.
  days.later(std::chrono::days{1}).give(sensor, reading(30, 30, 900, 0, Mode::withdraw_only));
  const auto& two_days = cash::payouts_of(days.bank(), xianggong);
  REQUIRE(two_days.days.size() == 2);
  CHECK(two_days.days[1].paid == yuan(48'000));
}

TEST_CASE("a difference is looked into by somebody who had no hand in the machine") {
  Days days = paying_out();
  days.give(supervisor, reading(0, 0, 20, 478, Mode::withdraw_only));
  CHECK(cassette_here(days, out).difference->notes == -2);
  const CloseDifference close{xianggong, recycler, out, "Two notes in the reject bin."};
  days.ask(supervisor, close).refused("authority.role");
  days.ask(manager, CloseDifference{xianggong, recycler, out, ""}).refused("cash.finding-missing");
  days.ask(manager, CloseDifference{xianggong, recycler, in, "x"})
      .refused("machine.difference-unknown");
  days.give(manager, reading(0, 0, 20, 478, Mode::withdraw_only));
  days.ask(manager, close).refused("machine.hand-investigates");
  days.ask(cashier, close).then({xianggong, recycler, out, -2, close.finding});
  days.give(cashier, close).give(sensor, reading(0, 0, 30, 468, Mode::withdraw_only));
  CHECK(!cassette_here(days, out).difference);
  days.give(sensor, reading(0, 0, 30, 467, Mode::withdraw_only));
  CHECK(cassette_here(days, out).difference->notes == -3);
}

TEST_CASE("what was taken in is bagged uncounted, and begins the way of all received cash") {
  Days days = stopped(taking_in().give(sensor, reading(30, 30)).later(std::chrono::hours{1}),
                      reading(40, 40));
  days.ask(teller, settle({})).refused("machine.cassette-left");
  days.ask(teller, settle({{in, bag(1), seal(1), 40}}))
      .refused("machine.counted-before-sanitising");
  days.ask(teller, settle({{out, bag(1), seal(1), 1}})).refused("machine.cassette-empty");
  days.ask(teller, settle({{{"X"}, bag(1), seal(1), {}}})).refused("machine.cassette-unknown");
  const Emptying once{in, bag(1), seal(1), {}};
  days.ask(teller, settle({once, once})).refused("machine.cassette-twice");
  days.ask(teller, settle({{in, {"1"}, seal(1), {}}})).refused("cash.bag-of-another-site");
  days.agree(teller, second, settle({once}));
  const cash::Bag& bagged = days.bag_here(1);
  CHECK(bagged.source == cash::Source::ordinary);
  CHECK(bagged.stage == cash::Stage::bagged);
  CHECK(bagged.notes.yuan_100 == 40);
  CHECK(bagged.since == morning);
  CHECK(held(cassette_here(days, in)) == 0);
  CHECK(machine_here(days).settled_at == days.now());
  days.give(sensor, reading(40, 0));
  CHECK(!cassette_here(days, in).difference);
  days.agree(teller, second, settle({}, "again"));  // Nothing came in: settled all the same.
  days.give(teller, cash::BeginRun{xianggong, {"r"}, cabinet, cash::Method::cabinet, {bag(1)}});
}

TEST_CASE(
    "notes of a first report may have come in at any moment since the machine was registered") {
  Days days = taking_in();
  days.later(std::chrono::hours{5}).give(sensor, reading(30, 30));
  CHECK(cassette_here(days, in).taken_in_since == morning);
}

TEST_CASE("a machine is settled after its counters were read, once it had stopped") {
  Days days = taking_in();
  days.give(sensor, reading(30, 30)).later(std::chrono::minutes{5});
  days.give(teller, Stop{xianggong, recycler, Reason::settlement});
  days.ask(teller, settle({{in, bag(1), seal(1), {}}})).refused("machine.counters-unread");
}

TEST_CASE("what was left to pay out is counted at once; what is missing is looked into") {
  Days days = stopped(paying_out(), reading(0, 0, 20, 480, Mode::withdraw_only));
  days.ask(teller, settle({{out, bag(1), seal(1), {}}})).refused("machine.count-missing");
  days.ask(teller, settle({{out, bag(1), seal(1), 481}})).refused("machine.more-than-booked");
  days.ask(teller, settle({{out, bag(1), seal(1), 0}})).refused("machine.more-than-booked");
  auto twice = settle({{out, bag(1), seal(1), 480}});
  twice.emptied.push_back({in, bag(1), seal(2), {}});
  days.ask(teller, twice).refused("cash.bag-twice");
  days.agree(teller, second, settle({{out, bag(1), seal(1), 479}}));
  CHECK(days.bag_here(1).stage == cash::Stage::released);
  CHECK(days.bag_here(1).notes.yuan_100 == 479);
  CHECK(cassette_here(days, out).difference->notes == -1);
  CHECK(cash::disagreements(cash::site_of(days.bank(), xianggong)).empty());
  CHECK(is_nothing(cash::sum_of_all(days.bank().custody)));
  days.ask(second, CloseDifference{xianggong, recycler, out, "x"}).refused("authority.role");
  days.give(manager, CloseDifference{xianggong, recycler, out, "Returned by a customer."});
  CHECK(!cassette_here(days, out).difference);
}

TEST_CASE("service resumes in the mode that was ordered, as the machine itself confirms") {
  Days days = stopped(taking_in(), reading(0, 0));
  days.agree(teller, second, to("m2", Mode::withdraw_only));
  days.ask(teller, Resume{xianggong, recycler}).refused("machine.mode-unconfirmed");
  days.give(sensor, reading(0, 0, 0, 0, Mode::withdraw_only));
  days.give(teller, Resume{xianggong, recycler});
}

}  // namespace waystation::machine
