#include "domain/sealed_zone_story.h"

namespace waystation::ppe {

using namespace sealed_zone;
using supply::Item;

namespace {

const Time nine = time("2021-01-08T09:00:00+08:00");

supply::Received received(Item item, std::int64_t quantity, std::optional<Day> expires = {}) {
  return {xianggong, item, "L-" + std::string(name_of(item)), quantity, expires};
}

Story stocked() {
  return scene().and_then(received(Item::suit, 3), received(Item::mask, 2), received(Item::wipe, 6),
                          received(Item::gloves, 1, eighth));
}

Change change(std::vector<Piece> pieces, std::optional<Time> at = {}) {
  return {xianggong, resident, std::move(pieces), at};
}

std::int64_t stock(const Story& story, Item item) {
  return supply::stock(story.bank, xianggong, item, eighth);
}

Story after(const Story& story, const Change& c) {
  const auto happened = decide(story.bank, c, story.stamp);
  REQUIRE_MESSAGE(happened.has_value(), happened.error().code);
  return story.and_then(*happened);
}

}  // namespace

TEST_CASE("a piece that nobody has handed out comes from the shelf, first expired first out") {
  stocked()
      .when(change({Piece::mask}))
      .then({xianggong, resident, {Piece::mask}, {}, {{Item::mask, "L-mask", 1, {}}}});
  const auto worn = after(stocked(), change({Piece::mask, Piece::suit}));
  CHECK(stock(worn, Item::mask) == 1);
  CHECK(stock(worn, Item::suit) == 2);
  CHECK(stock(worn, Item::wipe) == 6);
}

TEST_CASE("what the keeper has handed out is worn first, and counted once") {
  const auto story = stocked().and_then(supply::Issued{xianggong, Item::mask, 1, eighth});
  CHECK(in_hand(story.bank, xianggong, Item::mask) == 1);
  const auto once = after(story, change({Piece::mask}));
  CHECK(stock(once, Item::mask) == 1);
  CHECK(in_hand(once.bank, xianggong, Item::mask) == 0);
  const auto twice = after(once, change({Piece::mask}));
  CHECK(stock(twice, Item::mask) == 0);
  twice.when(change({Piece::mask})).refused("supply.short");
}

TEST_CASE("taking off an old suit takes wipes, the first suit of the day takes none") {
  const auto first = after(stocked(), change({Piece::suit}));
  CHECK(stock(first, Item::wipe) == 6);
  const auto second = after(first, change({Piece::suit}));
  CHECK(stock(second, Item::wipe) == 1);
  second.when(change({Piece::suit})).refused("supply.short");
}

TEST_CASE("an expired piece is never put on") {
  stocked()
      .by(at(time("2021-01-09T08:00:00+08:00")))
      .when(change({Piece::gloves}))
      .refused("supply.short");
}

TEST_CASE("each piece has its hours, and a change begins them anew") {
  const auto story = after(stocked(), change({Piece::mask, Piece::suit, Piece::gloves}));
  const auto overdue = [&](int hours) {
    return overdue_at(story.bank, xianggong, morning + std::chrono::hours{hours});
  };
  CHECK(overdue(2) == 0);
  CHECK(overdue(3) == 1);
  CHECK(overdue(5) == 3);
  const auto fresh = after(story.by(at(nine)), change({Piece::mask}));
  CHECK(due_at(fresh.bank, xianggong, fresh.bank.wardrobes.at(xianggong).worn.back()) ==
        nine + std::chrono::hours{4});
}

TEST_CASE("a change that is told late hides no newer one") {
  const auto fresh = after(stocked().by(at(nine)), change({Piece::mask}));
  const auto late = after(fresh, change({Piece::mask}, morning));
  CHECK(late.bank.wardrobes.at(xianggong).worn.size() == 1);
  CHECK(late.bank.wardrobes.at(xianggong).worn[0].since == nine);
  fresh.when(change({Piece::mask}, nine + std::chrono::hours{1})).refused("late-entry.in-future");
}

TEST_CASE("what is taken off or goes home has no clock, and only what is worn comes off") {
  const auto story = after(stocked(), change({Piece::mask, Piece::suit}));
  const TakeOff off{xianggong, resident, {Piece::suit}};
  stocked().when(off).refused("ppe.not-worn");
  story.when(off).then({xianggong, resident, {Piece::suit}});
  CHECK(story.and_then(TakenOff{xianggong, resident, {Piece::suit}})
            .bank.wardrobes.at(xianggong)
            .worn.size() == 1);
  CHECK(story.and_then(roster::Arrived{xianggong, resident}, roster::Left{xianggong, resident})
            .bank.wardrobes.at(xianggong)
            .worn.empty());
}

TEST_CASE("a change is for somebody who works here, and names each piece once") {
  stocked().when(change({})).refused("ppe.pieces-unclear");
  stocked().when(change({Piece::mask, Piece::mask})).refused("ppe.pieces-unclear");
  auto c = change({Piece::mask});
  c.person = {"nobody"};
  stocked().when(c).refused("staff.unknown");
  c = change({Piece::mask});
  c.outlet = elsewhere;
  stocked().when(c).refused("roster.works-elsewhere");
  c.outlet = {"nowhere"};
  stocked().when(c).refused("outlet.unknown");
}

}  // namespace waystation::ppe
