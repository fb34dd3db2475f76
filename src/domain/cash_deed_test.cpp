#include "domain/cash_story.h"

namespace waystation::cash {

using namespace story;

namespace {

using std::chrono::days;

const ActId act{"a"};

TakeIn take_in(int n, std::int32_t count, const OutletId& at) {
  return {at, act, Source::new_sealed, filling(n, count, at), "order 7"};
}
HandOver hand_over(Compartment compartment, int n) {
  return {xianggong, act, van, compartment, {bag(n)}, {seal(n)}};
}
HandIn hand_in(const OutletId& at, const BagId& bag) {
  return {at, act, {bag}, "receipt 1"};
}

// A counted bag of the outlet lies in the van.
Days on_its_way() {
  Days story;
  story.counted(1, 5).agree(teller, crew, hand_over(Compartment::dirty, 1));
  return story;
}

}  // namespace

TEST_CASE("clean notes come from the central bank, with a paper") {
  Days story;
  TakeIn stray = take_in(1, 5, centre);
  stray.source = Source::ordinary;
  story.ask(cashier, stray).refused("cash.not-from-central-bank");
  stray = take_in(1, 5, centre);
  stray.document = "";
  story.ask(cashier, stray).refused("cash.document-missing");
  stray = take_in(1, 5, centre);
  stray.filling.total = yuan(1);
  story.ask(cashier, stray).refused("cash.total-mismatch");
  story.agree(cashier, keeper, take_in(1, 5, centre));
  CHECK(held_in(site_of(story.bank(), centre).book, Line::paid_out) == yuan(500));
}

TEST_CASE("an outlet's own stock is taken in once") {
  Days story;
  story.ask(teller, take_in(1, 20'001, xianggong)).refused("cash.above-holding-limit");
  story.agree(teller, supervisor, take_in(1, 5, xianggong));
  story.ask(teller, take_in(2, 5, xianggong)).refused("cash.already-opened");
}

TEST_CASE("nothing enters the vault before it was sanitised") {
  Days story;
  story.give(teller, Receive{xianggong, window, Source::ordinary, hundreds(1), yuan(100)});
  story.give(teller,
             Fill{xianggong, bag(1), window, Source::ordinary, hundreds(1), yuan(100), seal(1)});
  story.ask(teller, Store{xianggong, act, {bag(1)}}).refused("cash.not-sanitised");
  story.counted(2, 5).ask(teller, Store{xianggong, act, {bag(2)}}).refused("cash.already-in-vault");
}

TEST_CASE("whoever counted a bag does not release it, neither first nor second") {
  Days story;
  story.counted(1, 5).until(*story.bag_here(1).sanitised_at + days{14});
  const Release release{xianggong, act, {bag(1)}};
  story.ask(teller, release).refused("cash.counter-releases");
  story.ask(second, release).refused("cash.counter-releases");
  story.give(supervisor, release);
  story.ask(second, Confirm{xianggong, act}).refused("cash.counter-releases");
  story.give(manager, Confirm{xianggong, act});
}

TEST_CASE("only what is released is drawn into a teller's box") {
  Days story;
  story.counted(1, 5);
  const Draw draw{xianggong, act, {bag(1)}, box};
  story.ask(teller, draw).refused("cash.not-released");
  story.until(*story.bag_here(1).sanitised_at + days{14});
  story.ask(teller, draw).refused("cash.not-released");
  story.agree(supervisor, manager, Release{xianggong, {"r"}, {bag(1)}});
  story.agree(teller, supervisor, draw);
  CHECK(value_of(box_named(site_of(story.bank(), xianggong), box)->notes.notes()) == yuan(500));
  story.give(teller, Pay{xianggong, box, hundreds(2), yuan(200)});
}

TEST_CASE("what is left in a box goes back into the vault under a new seal") {
  Days story;
  story.agree(teller, supervisor, take_in(1, 5, xianggong));
  story.agree(teller, supervisor, Draw{xianggong, act, {bag(1)}, box});
  const PutBack put_back{xianggong, act, box, filling(2, 5)};
  story.ask(teller, PutBack{xianggong, act, box, filling(2, 6)}).refused("cash.short");
  story.ask(teller, PutBack{xianggong, act, {"none"}, filling(2, 5)})
      .refused("cash.teller-box-unknown");
  story.agree(teller, supervisor, put_back);
  CHECK(story.bag_here(2).stage == Stage::released);
  CHECK(disagreements(site_of(story.bank(), xianggong)).empty());
}

TEST_CASE("damaged notes are sorted out of a counted bag, and never paid out again") {
  Days story;
  story.sanitised(1, 5);
  const SortOut sort_out{xianggong, act, bag(1), filling(2, 1)};
  story.ask(teller, sort_out).refused("cash.not-counted");
  story.counted(3, 5);
  const SortOut counted{xianggong, act, bag(3), filling(2, 1)};
  story.ask(teller, SortOut{xianggong, act, bag(3), filling(2, 6)}).refused("cash.short");
  story.agree(teller, supervisor, counted);
  CHECK(value_of(story.bag_here(3).notes) == yuan(400));
  CHECK(story.bag_here(2).source == Source::damaged);
  story.later(days{30})
      .ask(manager, Release{xianggong, act, {bag(2)}})
      .refused("cash.never-paid-out");
}

TEST_CASE("the van is handed what lies in the vault, sealed as it says, clean and dirty apart") {
  Days story;
  story.counted(1, 5);
  story.ask(teller, hand_over(Compartment::clean, 1)).refused("cash.wrong-compartment");
  HandOver broken = hand_over(Compartment::dirty, 1);
  broken.seals = {seal(7)};
  story.ask(teller, broken).refused("cash.seal-mismatch");
  broken.seals = {};
  story.ask(teller, broken).refused("cash.seals-unread");
  broken.van = {"SY-V99"};
  story.ask(teller, broken).refused("van.unknown");
  story.sanitised(2, 5).ask(teller, hand_over(Compartment::dirty, 2)).refused("cash.not-in-vault");
}

TEST_CASE("one of the van's crew and one of the house hand over, face to face") {
  Days story;
  story.counted(1, 5).give(teller, hand_over(Compartment::dirty, 1));
  story.ask(supervisor, Confirm{xianggong, act}).refused("cash.handover-one-sided");
  story.give(crew, Confirm{xianggong, act});
  CHECK(held_in(load_of(story.bank(), van).book) == yuan(500));
  CHECK(is_nothing(sum_of_all(story.bank().custody)));
}

TEST_CASE("a van enters a seal with a pass only") {
  Days story;
  story.counted(1, 5).later(days{7});
  story.ask(teller, hand_over(Compartment::dirty, 1)).refused("cash.van-without-pass");
}

TEST_CASE("a van carries no more than its insurer allows") {
  Story small = house().and_then(van::Registered{van, "辽A-示01", shenyang, yuan(499), 0});
  Days story(small);
  story.counted(1, 5);
  story.ask(teller, hand_over(Compartment::dirty, 1)).refused("cash.above-carry-limit");
}

TEST_CASE("what the van brings is what lies in it, under the seals that were read") {
  Days story = on_its_way();
  TakeOver take{centre, act, van, {bag(1)}, {seal(1)}};
  story.ask(cashier, TakeOver{centre, act, van, {bag(2)}, {seal(2)}})
      .refused("cash.bag-not-in-van");
  story.ask(cashier, TakeOver{centre, act, van, {bag(1)}, {seal(2)}}).refused("cash.seal-mismatch");
  story.agree(cashier, crew, take);
  CHECK(site_of(story.bank(), centre).bags.contains(bag(1)));
  CHECK(held_in(load_of(story.bank(), van).book) == Fen{});
}

TEST_CASE("an id that was used twice is noticed where the two bags would meet") {
  Days story = on_its_way();
  story.counted(1, 5).ask(teller, hand_over(Compartment::dirty, 1)).refused("cash.bag-exists");
  story.ask(teller, TakeOver{xianggong, act, van, {bag(1)}, {seal(1)}}).refused("cash.bag-exists");
}

TEST_CASE("the cash centre hands in what was counted, with a receipt") {
  Days story = on_its_way();
  story.agree(cashier, crew, TakeOver{centre, act, van, {bag(1)}, {seal(1)}});
  HandIn bare = hand_in(centre, bag(1));
  bare.document = "";
  story.ask(cashier, bare).refused("cash.document-missing");
  story.agree(cashier, keeper, hand_in(centre, bag(1)));
  CHECK(held_in(site_of(story.bank(), centre).book) == Fen{});
  CHECK(is_nothing(sum_of_all(story.bank().custody)));
  story.counted(2, 5)
      .ask(signer("c", Role::cash_centre), hand_in(xianggong, bag(2)))
      .refused("cash.only-centre-hands-in");
}

}  // namespace waystation::cash
