#include "domain/cash_story.h"

namespace waystation::cash {

using namespace story;

namespace {

Receive receive(std::int32_t count, Source source = Source::ordinary) {
  return {xianggong, window, source, hundreds(count), of_hundreds(count)};
}
Fill fill(int n, std::int32_t count, Source source = Source::ordinary) {
  return {xianggong, bag(n), window, source, hundreds(count), of_hundreds(count), seal(n)};
}

// A box with forty hundreds to pay out.
Days with_box() {
  Days days;
  days.agree(teller, supervisor,
             TakeIn{xianggong, {"open"}, Source::fit_notes, filling(9, 40), "first day"});
  days.agree(teller, supervisor, Draw{xianggong, {"draw"}, {bag(9)}, box});
  return days;
}

}  // namespace

TEST_CASE("what customers pay in lies apart by its source until it is bagged") {
  Days days;
  days.give(teller, receive(3)).give(teller, receive(2, Source::wet_market));
  days.ask(teller, fill(1, 4)).refused("cash.short");
  days.ask(teller, fill(1, 2, Source::wet_market))
      .then({xianggong, bag(1), window, Source::wet_market, hundreds(2), yuan(200), seal(1)});
  days.give(teller, fill(1, 2, Source::wet_market)).give(teller, fill(2, 3));
  CHECK(site_of(days.bank(), xianggong).drawers.empty());
  CHECK(held_in(site_of(days.bank(), xianggong).book, Line::paid_in) == yuan(500));
}

TEST_CASE("what is put into a bag at once is as old as its oldest note") {
  Days days;
  days.give(teller, receive(1)).later(std::chrono::hours{30}).give(teller, receive(1));
  days.give(teller, fill(1, 2));
  CHECK(days.bag_here(1).since == morning);
}

TEST_CASE("customers bring no sealed notes of the central bank") {
  Days days;
  days.ask(teller, receive(1, Source::new_sealed)).refused("cash.not-from-customers");
  Receive nowhere = receive(1);
  nowhere.outlet = {"102221000000"};
  days.ask(signer("p", Role::teller, {}), nowhere).refused("outlet.unknown");
}

TEST_CASE("an outlet takes no more than its insurer allows, and says how much that is") {
  Days days;
  days.give(teller, receive(20'000));
  days.ask(teller, receive(1)).refused("cash.above-holding-limit");
  const auto no = days.ask(teller, receive(1)).decision.error();
  CHECK(no.facts[0].value == "2000000");
}

TEST_CASE("a bag's id is the outlet's own, and used once") {
  Days days;
  days.give(teller, receive(3)).give(teller, fill(1, 1));
  days.ask(teller, fill(1, 1)).refused("cash.bag-exists");
  Fill foreign = fill(2, 1);
  foreign.bag = {"102221004010-2"};
  days.ask(teller, foreign).refused("cash.bag-of-another-site");
}

TEST_CASE("a customer is paid out of the teller's box, by denomination") {
  Days days = with_box();
  const Pay pay{xianggong, box, hundreds(30), yuan(3'000)};
  days.ask(teller, pay).then({xianggong, box, hundreds(30), yuan(3'000)});
  days.give(teller, pay).ask(teller, pay).refused("cash.short");
  const Pay fifties{xianggong, box, {{Denomination::yuan_50, 2}}, yuan(100)};
  days.ask(teller, fifties).refused("cash.short");
  const Pay nobody{xianggong, {"box-2"}, hundreds(1), yuan(100)};
  days.ask(teller, nobody).refused("cash.teller-box-unknown");
}

TEST_CASE("what was paid in is never in the box from which customers are paid") {
  Days days;
  days.give(teller, receive(5));
  days.ask(teller, Pay{xianggong, box, hundreds(1), yuan(100)}).refused("cash.teller-box-unknown");
  days.ask(teller, Pay{xianggong, window, hundreds(1), yuan(100)})
      .refused("cash.teller-box-unknown");
}

}  // namespace waystation::cash
