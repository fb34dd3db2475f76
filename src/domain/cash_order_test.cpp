#include "domain/cash_order.h"

#include "domain/cash_story.h"

namespace waystation::cash_order {

using namespace cash::story;

namespace {

const OrderId order{"O1"};
const Day tenth = eighth + std::chrono::days{2};
const Stamp branch = signer("city", Role::city_command, {shenyang, {}});

Place placing(std::int32_t hundreds_of = 1000, Direction direction = Direction::delivery) {
  return {xianggong, order, direction, hundreds(hundreds_of), of_hundreds(hundreds_of), tenth};
}
Approve approving(std::int32_t count, const char* remark = "") {
  return {xianggong, order, hundreds(count), of_hundreds(count), remark};
}

Days ordered(std::int32_t count = 1000) {
  Days days;
  return days.give(manager, placing(count));
}

const Order& here(const Days& days) {
  return *order_named(days.bank(), xianggong, order);
}

// A thousand released notes of 100 yuan are on the van that has its pass.
Days on_the_van() {
  Days days = ordered();
  days.give(cashier, approving(1000));
  days.agree(cashier, keeper,
             cash::TakeIn{centre, {"in"}, cash::Source::fit_notes, filling(1, 1000, centre), "D"});
  return days.agree(cashier, crew,
                    cash::HandOver{centre,
                                   {"out"},
                                   cash::story::van,
                                   cash::Compartment::clean,
                                   {bag(1, centre)},
                                   {seal(1)}});
}

cash::TakeOver arrival(const OrderId& of) {
  return {xianggong, {"arrive"}, cash::story::van, {bag(1, centre)}, {seal(1)}, of};
}

}  // namespace

TEST_CASE("an outlet orders whole bundles for a day that is not past") {
  Days days;
  days.ask(manager, placing(1500)).refused("cash-order.not-whole-bundles");
  auto past = placing();
  past.needed_on = eighth - std::chrono::days{1};
  days.ask(manager, past).refused("cash-order.day-past");
  days.ask(teller, placing()).refused("authority.role");
  days.ask(manager, placing())
      .then({xianggong, order, Direction::delivery, hundreds(1000), yuan(100'000), tenth,
             days.now() + std::chrono::hours{4}, false});
  days.give(manager, placing()).ask(manager, placing()).refused("cash-order.exists");
}

TEST_CASE("bundles are a thousand notes, or five hundred coins") {
  CHECK(bundle_of(cash::Denomination::yuan_100) == 1000);
  CHECK(bundle_of(cash::Denomination::coin_1) == 500);
}

TEST_CASE("an order beyond what the outlet or the van is insured for names the limit") {
  Days days = ordered(10'000);  // Half of the two millions, on its way.
  auto more = placing(11'000);
  more.order = {"O2"};
  const auto no = days.ask(manager, more).decision.error();
  CHECK(no.code == "cash-order.above-holding-limit");
  CHECK(no.facts[0].value == "2000000");
  CHECK(no.facts[2].value == "1000000");
  more = placing(51'000);
  more.order = {"O3"};
  const auto load = days.ask(manager, more).decision.error();
  CHECK(load.code == "cash-order.above-carry-limit");
  CHECK(load.facts[0].value == "5000000");
}

TEST_CASE("only what lies in the vault is announced as surplus, and only once") {
  Days days;
  days.ask(manager, placing(1000, Direction::hand_in)).refused("cash-order.not-in-vault");
  days.counted(1, 1000).give(manager, placing(1000, Direction::hand_in));
  auto again = placing(1000, Direction::hand_in);
  again.order = {"O2"};
  days.ask(manager, again).refused("cash-order.not-in-vault");
}

TEST_CASE("the level above approves it, whole or reduced with a reason, or refuses it") {
  Days days = ordered(2000);
  days.ask(cashier, approving(3000)).refused("cash-order.more-than-ordered");
  days.ask(cashier, approving(1000)).refused("cash-order.remark-missing");
  days.ask(manager, approving(2000)).refused("authority.role");
  days.ask(cashier, Refuse{xianggong, order, ""}).refused("cash-order.reason-missing");
  Days other = days;
  other.give(cashier, Refuse{xianggong, order, "无车"});
  CHECK(here(other).status == Status::refused);
  other.ask(cashier, approving(2000)).refused("cash-order.closed");
  days.give(cashier, approving(1000, "车上只剩十万"));
  CHECK(here(days).status == Status::approved);
  CHECK(on_its_way(days.bank(), xianggong) == yuan(100'000));
  days.ask(cashier, Approve{xianggong, {"O9"}, hundreds(1000), yuan(100'000), ""})
      .refused("cash-order.unknown");
}

TEST_CASE("whoever ordered approves nothing, by whatever role") {
  Days days = ordered();
  const Stamp same = signer("manager", Role::city_command, {shenyang, {}});
  days.ask(same, approving(1000)).refused("cash-order.own-order");
  days.ask(same, Refuse{xianggong, order, "no"}).refused("cash-order.own-order");
}

TEST_CASE("a large order needs two who agree") {
  Days days = ordered(15'000);
  CHECK(here(days).two_approve);
  days.give(cashier, approving(12'000, "减"));
  CHECK(here(days).status == Status::waiting);
  days.ask(cashier, approving(12'000, "减")).refused("cash-order.approved-by-same");
  days.ask(branch, approving(15'000)).refused("cash-order.approvals-differ");
  days.give(branch, approving(12'000, "减"));
  CHECK(here(days).status == Status::approved);
  CHECK(here(days).approvals.size() == 2);
}

TEST_CASE("the outlet may withdraw an order as long as it is open") {
  Days days = ordered();
  const Withdraw withdraw{xianggong, order};
  days.give(supervisor, withdraw);
  CHECK(on_its_way(days.bank(), xianggong) == Fen{});
  days.ask(supervisor, withdraw).refused("cash-order.closed");
  days.ask(supervisor, Withdraw{xianggong, {"O9"}}).refused("cash-order.unknown");
}

TEST_CASE("a handover of the van fulfils an order with exactly what was approved") {
  Days days = on_the_van();
  days.ask(manager, arrival({"O9"})).refused("cash-order.unknown");
  days.agree(manager, crew, arrival(order));
  CHECK(here(days).status == Status::fulfilled);
  CHECK(here(days).closed->remark == "arrive");
}

TEST_CASE("a handover with other notes than were approved fulfils nothing") {
  Days days = on_the_van();
  auto second_order = placing(2000);
  second_order.order = {"O2"};
  days.give(manager, second_order);
  days.ask(manager, arrival({"O2"})).refused("cash-order.not-approved");
  days.give(cashier, Approve{xianggong, {"O2"}, hundreds(2000), yuan(200'000), ""});
  days.ask(manager, arrival({"O2"})).refused("cash-order.other-notes");
}

}  // namespace waystation::cash_order
