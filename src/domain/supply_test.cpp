#include "domain/sealed_zone_story.h"

namespace waystation::supply {

using namespace sealed_zone;

namespace {

Received lot(const char* name, std::int64_t quantity, std::optional<Day> expires_on = {},
             Item item = Item::suit) {
  return {xianggong, item, name, quantity, expires_on};
}

Receive delivery(const char* name, std::int64_t quantity, std::optional<Day> expires_on = {}) {
  return {xianggong, Item::suit, name, quantity, expires_on};
}

std::string shelf(const Story& story) {
  std::string out;
  for (const Lot& x : story.bank.shelves.at(xianggong).lots)
    out += x.lot + ":" + std::to_string(x.quantity) + " ";
  return out;
}

std::string value_of(const Refusal& no, std::string_view name) {
  for (const Fact& fact : no.facts)
    if (fact.name == name) return fact.value;
  return {};
}

}  // namespace

TEST_CASE("a delivery is recorded by item, lot and date") {
  const auto c = delivery("L1", 250, day("2022-12-31"));
  scene().when(c).then({c.outlet, c.item, c.lot, c.quantity, c.expires_on});
}

TEST_CASE("a delivery says which lot and how many, and is not too old to use") {
  scene().when(delivery("", 1)).refused("supply.lot-empty");
  scene().when(delivery("L1", 0)).refused("supply.quantity-out-of-range");
  scene().when(delivery("L1", 1'000'000'001)).refused("supply.quantity-out-of-range");
  scene().when(delivery("L1", 1, day("2021-01-07"))).refused("supply.lot-expired");
  scene()
      .and_then(lot("L1", 5))
      .when(delivery("L1", 1, day("2022-01-01")))
      .refused("supply.lot-expiry-differs");
  Receive astray = delivery("L1", 1);
  astray.outlet = {"102221009999"};
  scene().when(astray).refused("outlet.unknown");
}

TEST_CASE("what expires first goes out first, and what has expired never") {
  const auto story = scene().and_then(
      lot("undated", 5), lot("june", 5, day("2021-06-01")), lot("tomorrow", 5, day("2021-01-09")),
      lot("old", 5, day("2021-01-07")), lot("june", 2, day("2021-06-01")));
  CHECK(shelf(story) == "old:5 tomorrow:5 june:7 undated:5 ");
  CHECK(stock(story.bank, xianggong, Item::suit, eighth) == 17);
  CHECK(shelf(story.and_then(Issued{xianggong, Item::suit, 6, eighth})) ==
        "old:5 june:6 undated:5 ");
}

TEST_CASE("no more is issued than is there, and the answer says how much that is") {
  const auto story = scene().and_then(lot("L1", 10), lot("old", 90, day("2021-01-07")));
  story.when(Issue{xianggong, Item::suit, 10}).then({xianggong, Item::suit, 10, eighth});
  const auto refused = story.when(Issue{xianggong, Item::suit, 11});
  refused.refused("supply.short");
  CHECK(value_of(refused.decision.error(), "available") == "10");
  CHECK(value_of(refused.decision.error(), "wanted") == "11");
  story.when(Issue{xianggong, Item::suit, 0}).refused("supply.quantity-out-of-range");
  story.when(Issue{{"102221009999"}, Item::suit, 1}).refused("outlet.unknown");
}

TEST_CASE("a count that agrees is recorded without a reason") {
  const auto story = scene().and_then(lot("L1", 10));
  story.when(Count{xianggong, Item::suit, 10, ""}).then({xianggong, Item::suit, 10, 0, "", eighth});
  CHECK(shelf(story.and_then(Counted{xianggong, Item::suit, 10, 0, "", eighth})) == "L1:10 ");
}

TEST_CASE("a count that differs needs a reason and corrects the shelf") {
  const auto story = scene().and_then(lot("L1", 10, day("2021-06-01")), lot("L2", 10));
  story.when(Count{xianggong, Item::suit, 7, ""}).refused("supply.reason-missing");
  const Counted less{xianggong, Item::suit, 7, -13, "torn in the store", eighth};
  story.when(Count{xianggong, Item::suit, 7, less.reason}).then(less);
  CHECK(shelf(story.and_then(less)) == "L2:7 ");
  const Counted more{xianggong, Item::suit, 22, 2, "counted wrong before", eighth};
  story.when(Count{xianggong, Item::suit, 22, more.reason}).then(more);
  CHECK(shelf(story.and_then(more)) == "L1:12 L2:10 ");
}

TEST_CASE("a count is a number of things, of lots that are known") {
  scene().when(Count{xianggong, Item::suit, -1, "x"}).refused("supply.quantity-out-of-range");
  scene().when(Count{xianggong, Item::suit, 3, "found"}).refused("supply.lot-unknown");
  scene().when(Count{{"102221009999"}, Item::suit, 1, "x"}).refused("outlet.unknown");
}

TEST_CASE("250 suits and 1,250 wipes last five people 25 days") {
  const auto story = scene().and_then(lot("S", 250), lot("W", 1250, {}, Item::wipe));
  CHECK(daily_use(story.bank, xianggong, Item::suit, 5, eighth) == 10);
  CHECK(daily_use(story.bank, xianggong, Item::wipe, 5, eighth) == 50);
  CHECK(daily_use(story.bank, xianggong, Item::mask, 5, eighth) == 10);
  CHECK(days_of_cover(story.bank, xianggong, Item::suit, 5, eighth) == 25);
  CHECK(days_of_cover(story.bank, xianggong, Item::wipe, 5, eighth) == 25);
  CHECK(days_of_cover(story.bank, xianggong, Item::mask, 5, eighth) == 0);
  CHECK(!days_of_cover(story.bank, xianggong, Item::gloves, 5, eighth));
  CHECK(!days_of_cover(story.bank, xianggong, Item::suit, 0, eighth));
}

TEST_CASE("a round of disinfection takes its wipes from the shelf, as far as they go") {
  const auto story = scene().and_then(lot("W", 30, {}, Item::wipe));
  disinfection::Recorded round;
  round.outlet = xianggong;
  round.wipes_used = 12;
  CHECK(shelf(story.and_then(round)) == "W:18 ");
  round.wipes_used = 31;
  CHECK(shelf(story.and_then(round)) == "");
}

}  // namespace waystation::supply
