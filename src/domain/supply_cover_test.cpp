#include "domain/sealed_zone_story.h"

namespace waystation::supply {

using namespace sealed_zone;

namespace {

Received lot(const char* name, std::int64_t quantity, std::optional<Day> expires_on = {},
             Item item = Item::suit) {
  return {xianggong, item, name, quantity, expires_on};
}

Cover suits(const Story& story, Time now = morning) {
  return cover(story.bank, xianggong, Item::suit, 5, now);
}

Reorder advice(const Story& story) {
  return reorder_advice(story.bank, xianggong, Item::suit, 5, morning);
}

}  // namespace

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

TEST_CASE("cover stands beside the numbers it was reckoned from") {
  const Cover full = suits(scene().and_then(lot("S", 255)));
  CHECK(to_json(full) == R"({"item":"suit","people":5,"stock":255,"spoils":0,)"
                         R"("use_per_day":10,"hours":612,"days":25})");
  CHECK(!cover(scene().bank, xianggong, Item::alcohol, 5, morning).hours);
  CHECK(suits(scene()).hours == 0);
}

TEST_CASE("neither an expired lot nor one that expires before its turn is cover") {
  CHECK(suits(scene().and_then(lot("old", 100, day("2021-01-07")))).stock == 0);
  // At 08:00 the 8th has 16 hours left and the 9th 24: 10 × 40 ÷ 24 = 16 suits are used by then.
  const auto story = scene().and_then(lot("S", 100, day("2021-01-09")), lot("later", 10));
  const Cover both = suits(story);
  CHECK(both.stock == 110);
  CHECK(both.spoils == 84);
  CHECK(both.hours == 26 * 24 / 10);
  CHECK(both.days == 2);
}

TEST_CASE("an order is due when the cover is shorter than the lead time and three days") {
  const Reorder low = advice(scene().and_then(lot("S", 59)));
  CHECK(low.due);
  CHECK(low.quantity == 10 * (15 + 3) - 59);
  const Reorder enough = advice(scene().and_then(lot("S", 60)));
  CHECK(!enough.due);
  CHECK(enough.below_safety);
  const Reorder safe = advice(scene().and_then(lot("S", 150)));
  CHECK(!safe.below_safety);
  CHECK(safe.quantity == 0);
}

TEST_CASE("what is on its way is not ordered again") {
  const Sent sent{elsewhere, xianggong, {"T1"}, {{Item::suit, "S", 30, {}}}};
  const Reorder due = advice(scene().and_then(lot("S", 40), sent));
  CHECK(due.in_transit == 30);
  CHECK(!due.due);
  CHECK(due.quantity == 180 - 70);
  CHECK(in_transit(scene().bank, xianggong, Item::suit, eighth) == 0);
}

TEST_CASE("the latest time to order leaves the lead time and the margin") {
  const Sent sent{elsewhere, xianggong, {"T1"}, {{Item::suit, "S", 30, {}}}};
  const Reorder due = advice(scene().and_then(lot("S", 40), sent));
  CHECK(due.runs_out_at == morning + std::chrono::hours(96));         // 40 ÷ 10 a day.
  CHECK(due.order_by == morning + std::chrono::hours(168 - 6 * 24));  // 70 ÷ 10, less six days.
  const Story story = scene().and_then(sent);
  CHECK(arrival_due(story.bank, story.bank.transfers.at({"T1"}), morning) ==
        morning + std::chrono::days(3));
}

TEST_CASE("nothing is ordered of what no policy uses up") {
  const Reorder none = reorder_advice(scene().bank, xianggong, Item::gloves, 5, morning);
  CHECK(!none.due);
  CHECK(none.quantity == 0);
  CHECK_FALSE(none.order_by);
}

TEST_CASE("lots that expire within the warning are listed, the first to expire first") {
  const auto story = scene().and_then(
      lot("far", 1, day("2021-02-08")), lot("undated", 1), lot("near", 1, day("2021-02-07")),
      lot("wipes", 1, day("2021-01-09"), Item::wipe), lot("old", 1, day("2021-01-01")));
  std::string names;
  for (const Lot& x : expiring_soon(story.bank, xianggong, morning)) names += x.lot + ' ';
  CHECK(names == "old wipes near ");
}

}  // namespace waystation::supply
