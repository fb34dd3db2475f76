#include "domain/cash_story.h"

namespace waystation::cash {

using namespace story;

namespace {

using std::chrono::days;
using std::chrono::hours;

Release release(int n) {
  return {xianggong, Days::act("release", n), {bag(n)}};
}

policy::Changed hold_of(policy::Key key, std::int64_t value, Day from) {
  return {key, {}, {}, from, {value, policy::Grade::G, "order 1"}};
}

}  // namespace

TEST_CASE("inside a seal what was sanitised is money again after fourteen days, to the minute") {
  Days story;
  story.counted(1, 5);
  const Time until = *story.bag_here(1).sanitised_at + days{14};
  CHECK(held_until(story.bank(), bag(1), story.bag_here(1), story.now()) == until);
  story.until(until - hours{1}).ask(manager, release(1)).refused("cash.clock-running");
  const auto no = story.ask(manager, release(1)).decision.error();
  CHECK(no.facts[1].value == "2021-01-22T09:30:00+08:00");
  story.until(until - std::chrono::minutes{1})
      .ask(manager, release(1))
      .refused("cash.clock-running");
  story.until(until).agree(manager, supervisor, release(1));
  CHECK(story.bag_here(1).stage == Stage::released);
  story.ask(manager, Release{xianggong, {"again"}, {bag(1)}}).refused("cash.already-released");
}

TEST_CASE(
    "a lifted seal does not shorten the hold of what came in behind it, but of what comes after") {
  Days story;
  story.counted(1, 5).later(days{3}).happened(zone::Lifted{huanggu});
  story.later(hours{1}).counted(2, 5);
  CHECK(held_until(story.bank(), bag(1), story.bag_here(1), story.now()) ==
        *story.bag_here(1).sanitised_at + days{14});
  CHECK(held_until(story.bank(), bag(2), story.bag_here(2), story.now()) ==
        *story.bag_here(2).sanitised_at + days{7});
  story.until(*story.bag_here(2).sanitised_at + days{7});
  story.ask(manager, release(1)).refused("cash.clock-running");
  story.agree(manager, supervisor, release(2));
}

TEST_CASE("a new seal lengthens the hold of what was paid in before it") {
  Days story;
  story.happened(zone::Lifted{huanggu}).later(hours{1}).counted(1, 5).later(days{1});
  auto again = sealed();
  again.zone = {"SY-HG-02"};
  story.happened(again);
  CHECK(held_until(story.bank(), bag(1), story.bag_here(1), story.now()) ==
        *story.bag_here(1).sanitised_at + days{14});
}

TEST_CASE("an order of the command office changes the days from its date on") {
  Days story;
  story.counted(1, 5);
  story.happened(hold_of(policy::Key::cash_hold_key_area_days, 10, day("2021-01-15")));
  story.until(*story.bag_here(1).sanitised_at + days{6});
  story.ask(manager, release(1)).refused("cash.clock-running");
  story.later(days{3}).ask(manager, release(1)).refused("cash.clock-running");
  story.later(days{1}).agree(manager, supervisor, release(1));
}

TEST_CASE("what came in today is not paid out today, however short the hold") {
  Days story;
  story.happened(hold_of(policy::Key::cash_hold_key_area_days, 0, eighth)).counted(1, 5);
  story.ask(manager, release(1)).refused("cash.received-today");
  story.later(days{1}).agree(manager, supervisor, release(1));
}

TEST_CASE("what came from a special source is never paid out again") {
  for (const Source source : {Source::hospital, Source::wet_market, Source::public_transport,
                              Source::station, Source::isolation_area, Source::damaged}) {
    Days story;
    story.counted(1, 5, source).later(days{300});
    CHECK_FALSE(held_until(story.bank(), bag(1), story.bag_here(1), story.now()));
    story.ask(manager, release(1)).refused("cash.never-paid-out");
  }
}

TEST_CASE("only what was counted and lies in the vault is released") {
  Days story;
  story.sanitised(1, 5).later(days{20});
  story.ask(manager, release(1)).refused("cash.not-counted");
  story.give(teller, Count{xianggong, bag(1), hundreds(5), yuan(500)});
  story.give(second, Recount{xianggong, bag(1), hundreds(5), yuan(500)});
  story.ask(manager, release(1)).refused("cash.not-in-vault");
}

TEST_CASE("a bag keeps the hold of the outlet that sealed it, wherever it goes") {
  Days story;
  story.counted(1, 5);
  story.give(teller, HandOver{xianggong, {"out"}, van, Compartment::dirty, {bag(1)}, {seal(1)}});
  story.give(crew, Confirm{xianggong, {"out"}});
  story.give(cashier, TakeOver{centre, {"in"}, van, {bag(1)}, {seal(1)}});
  story.give(crew, Confirm{centre, {"in"}}).later(days{8});
  story.ask(cashier, Release{centre, {"r"}, {bag(1)}}).refused("cash.clock-running");
}

}  // namespace waystation::cash
