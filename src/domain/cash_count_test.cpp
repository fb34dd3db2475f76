#include "domain/cash_story.h"

namespace waystation::cash {

using namespace story;

namespace {

Count count(std::int32_t n) {
  return {xianggong, bag(1), hundreds(n), of_hundreds(n)};
}
Recount recount(std::int32_t n) {
  return {xianggong, bag(1), hundreds(n), of_hundreds(n)};
}

}  // namespace

TEST_CASE("two people count, and the second is another") {
  Days days;
  days.sanitised(1, 5);
  days.ask(second, recount(5)).refused("cash.first-count-missing");
  days.give(teller, count(5));
  days.ask(second, count(5)).refused("cash.counted-once-already");
  days.ask(teller, recount(5)).refused("cash.same-person");
  days.ask(second, recount(5))
      .then({xianggong, bag(1), true, hundreds(5), yuan(500), {"teller"}, {}, {}});
  days.give(second, recount(5));
  CHECK(days.bag_here(1).stage == Stage::counted);
  days.ask(teller, count(5)).refused("cash.not-to-count");
}

TEST_CASE("nothing is counted before it was sanitised") {
  Days days;
  days.give(teller, Receive{xianggong, window, Source::ordinary, hundreds(1), yuan(100)});
  days.give(teller,
            Fill{xianggong, bag(1), window, Source::ordinary, hundreds(1), yuan(100), seal(1)});
  days.ask(teller, count(1)).refused("cash.not-to-count");
}

TEST_CASE("counters who disagree both begin again, and learn no figure from it") {
  Days days;
  days.sanitised(1, 5).give(teller, count(5));
  days.give(second, recount(4));
  CHECK(days.bag_here(1).stage == Stage::sanitised);
  CHECK(site_of(days.bank(), xianggong).discrepancies.empty());
  days.ask(second, recount(5)).refused("cash.first-count-missing");
  days.give(teller, count(5)).give(second, recount(5));
}

TEST_CASE("a note that both miss is missing until somebody else has looked into it") {
  Days days;
  days.sanitised(1, 5).give(teller, count(4));
  days.ask(second, recount(4))
      .then({xianggong, bag(1), true, hundreds(4), yuan(400), {"teller"}, hundreds(1), {}});
  days.give(second, recount(4));
  CHECK(value_of(days.bag_here(1).notes) == yuan(400));
  CHECK(disagreements(site_of(days.bank(), xianggong)).empty());
  days.ask(manager, CloseDiscrepancy{xianggong, bag(2), "x"}).refused("cash.discrepancy-unknown");
  days.ask(manager, CloseDiscrepancy{xianggong, bag(1), ""}).refused("cash.finding-missing");
  const Stamp own = signer("teller", Role::outlet_manager);
  days.ask(own, CloseDiscrepancy{xianggong, bag(1), "x"}).refused("cash.counter-investigates");
  days.give(manager, CloseDiscrepancy{xianggong, bag(1), "a note stuck in the drawer"});
  CHECK(site_of(days.bank(), xianggong).discrepancies.empty());
}

TEST_CASE("two fifties in the place of a hundred are a shortage and an overage") {
  Days days;
  const Packs found{{Denomination::yuan_100, 4}, {Denomination::yuan_50, 2}};
  days.sanitised(1, 5).give(teller, Count{xianggong, bag(1), found, yuan(500)});
  days.give(second, Recount{xianggong, bag(1), found, yuan(500)});
  const auto& open = site_of(days.bank(), xianggong).discrepancies;
  REQUIRE(open.size() == 1);
  CHECK(open[0].missing.yuan_100 == 1);
  CHECK(open[0].surplus.yuan_50 == 2);
  CHECK(is_nothing(sum_of_all(days.bank().custody)));
}

TEST_CASE("an empty bag is counted as one") {
  Days days;
  days.sanitised(1, 1);
  days.give(teller, Count{xianggong, bag(1), {}, {}});
  days.give(second, Recount{xianggong, bag(1), {}, {}});
  CHECK(is_nothing(days.bag_here(1).notes));
  CHECK(disagreements(site_of(days.bank(), xianggong)).empty());
}

}  // namespace waystation::cash
