#include "domain/sealed_zone_story.h"

namespace waystation::supply {

using namespace sealed_zone;

namespace {

const Time noon = time("2021-01-08T12:00:00+08:00");

Time before_noon(int hours) {
  return noon - std::chrono::hours{hours};
}

Received received(const char* lot, std::int64_t quantity, Time when) {
  return {xianggong, Item::suit, lot, quantity, {}, when};
}

Issue issue(std::int64_t quantity, std::optional<Time> when, std::optional<std::string> lot = {}) {
  return {xianggong, Item::suit, quantity, lot, {}, when};
}

Issued issued(std::vector<LotQuantity> lots, Time when) {
  std::int64_t sum = 0;
  for (const auto& x : lots) sum += x.quantity;
  return {xianggong, Item::suit, sum, eighth, lots, {}, when};
}

Counted counted(std::int64_t quantity, Time when, std::optional<std::string> lot = {}) {
  return {xianggong, Item::suit, quantity, 0, "", eighth, std::vector<LotQuantity>{}, lot, when};
}

// Ten suits since 06:00, of which eight leave at 10:00; told at noon.
Story day_so_far() {
  return scene().by(at(noon)).and_then(received("L1", 10, before_noon(6)),
                                       issued({{"L1", 8}}, before_noon(2)));
}

std::optional<std::int64_t> suits(const Story& story, Time when) {
  return balance(story.bank, xianggong, Item::suit, when);
}

std::string value_of(const Refusal& no, std::string_view name) {
  for (const Fact& fact : no.facts)
    if (fact.name == name) return fact.value;
  return {};
}

}  // namespace

TEST_CASE("an entry about the past keeps both times") {
  const auto story = day_so_far();
  story.when(issue(2, before_noon(4))).then(issued({{"L1", 2}}, before_noon(4)));
}

TEST_CASE("an entry about the past sets every balance since then right") {
  const auto story = day_so_far().and_then(issued({{"L1", 2}}, before_noon(4)));
  CHECK(suits(story, before_noon(7)) == 0);
  CHECK(suits(story, before_noon(6)) == 10);
  CHECK(suits(story, before_noon(4)) == 8);
  CHECK(suits(story, before_noon(3)) == 8);
  CHECK(suits(story, before_noon(2)) == 0);
  CHECK(suits(story, noon) == 0);
  CHECK(suits(story.and_then(received("L2", 5, before_noon(5))), before_noon(4)) == 13);
  CHECK(balance(story.bank, elsewhere, Item::suit, noon) == 0);
}

TEST_CASE("an entry that a later issue would miss is refused with the moment and the lot") {
  const auto refused = day_so_far().when(issue(3, before_noon(4)));
  refused.refused("supply.short-later");
  const Refusal& no = refused.decision.error();
  CHECK(value_of(no, "lot") == "L1");
  CHECK(value_of(no, "at") == "2021-01-08T10:00:00+08:00");
  CHECK(value_of(no, "available") == "2");
  day_so_far().when(issue(3, before_noon(4), "L1")).refused("supply.short-later");
  const auto two_lots = day_so_far().and_then(received("L2", 5, before_noon(5)));
  two_lots.when(issue(3, before_noon(4))).then(issued({{"L1", 2}, {"L2", 1}}, before_noon(4)));
}

TEST_CASE("what was not there yet does not leave") {
  day_so_far().when(issue(1, before_noon(7))).refused("supply.short");
  day_so_far().when(issue(1, before_noon(7), "L1")).refused("supply.lot-not-here");
}

TEST_CASE("a lot that is used up by now is remembered with its date") {
  const Received old{xianggong, Item::suit, "old", 4, day("2021-01-07"), before_noon(40)};
  const auto story = scene().by(at(noon)).and_then(old, issued({{"old", 4}}, before_noon(30)));
  CHECK(suits(story, before_noon(35)) == 4);
  CHECK(suits(story, before_noon(30)) == 0);
  story.when(Count{xianggong, Item::suit, 4, "", {}, before_noon(35)})
      .then({xianggong,
             Item::suit,
             4,
             0,
             "",
             day("2021-01-07"),
             std::vector<LotQuantity>{},
             {},
             before_noon(35)});
}

TEST_CASE("nothing happens in the future, and nothing is told too late") {
  const auto story = day_so_far();
  story.when(issue(1, noon + std::chrono::seconds{1})).refused("late-entry.in-future");
  story.when(issue(1, before_noon(73))).refused("late-entry.too-old");
  story.when(issue(1, before_noon(72))).refused("supply.short");
  Receive late{xianggong, Item::suit, "L1", 1, {}, noon + std::chrono::seconds{1}};
  story.when(late).refused("late-entry.in-future");
  story.when(Count{xianggong, Item::suit, 1, "x", {}, before_noon(99)})
      .refused("late-entry.too-old");
}

TEST_CASE("how late is too late is policy, as far as a shelf remembers") {
  policy::Change change{policy::Key::late_entry_max_hours,
                        {},
                        {},
                        day("2021-01-01"),
                        {2, policy::Grade::G, "皇姑防指2021-3"}};
  const auto story =
      day_so_far().and_then(policy::Changed{change.key, {}, {}, change.from, change.value});
  story.when(issue(1, before_noon(3))).refused("late-entry.too-old");
  change.value.value = remembered.count() + 1;
  story.when(change).refused("policy.value-out-of-range");
}

TEST_CASE("a count is final for what lies before it") {
  const auto story = day_so_far().and_then(counted(2, before_noon(1)));
  story.when(issue(1, before_noon(3))).refused("supply.before-count");
  story.when(issue(1, before_noon(1))).refused("supply.before-count");
  story.when(Count{xianggong, Item::suit, 2, "", {}, before_noon(3)})
      .refused("supply.before-count");
  story.when(Receive{xianggong, Item::suit, "L1", 1, {}, before_noon(3)})
      .refused("supply.before-count");
  story.when(issue(1, noon - std::chrono::minutes{59}))
      .then(issued({{"L1", 1}}, noon - std::chrono::minutes{59}));
  story.when(Receive{xianggong, Item::wipe, "W", 1, {}, before_noon(3)})
      .then({xianggong, Item::wipe, "W", 1, {}, before_noon(3)});
}

TEST_CASE("a count of one lot closes the past of that lot only") {
  const auto story =
      day_so_far().and_then(received("L2", 5, before_noon(6)), counted(2, before_noon(1), "L1"));
  story.when(issue(1, before_noon(3), "L1")).refused("supply.before-count");
  story.when(issue(3, before_noon(3))).then(issued({{"L2", 3}}, before_noon(3)));
  const auto alone = scene().by(at(noon)).and_then(received("L1", 5, before_noon(6)),
                                                   counted(5, before_noon(1), "L1"));
  alone.when(issue(1, before_noon(3))).refused("supply.before-count");
  alone.when(Count{xianggong, Item::suit, 6, "found", {}, before_noon(3)})
      .refused("supply.lot-unknown");
}

TEST_CASE("a count may be told late, and corrects what was there then") {
  const auto story = day_so_far();
  story.when(Count{xianggong, Item::suit, 8, "torn", {}, before_noon(4)})
      .then({xianggong,
             Item::suit,
             8,
             -2,
             "torn",
             eighth,
             std::vector<LotQuantity>{{"L1", -2}},
             {},
             before_noon(4)});
  story.when(Count{xianggong, Item::suit, 7, "torn", {}, before_noon(4)})
      .refused("supply.short-later");
  story.when(Count{xianggong, Item::suit, 7, "torn", "L1", before_noon(4)})
      .refused("supply.short-later");
}

TEST_CASE("a shelf remembers as long as a late entry may reach, and says where that ends") {
  const auto week_later =
      day_so_far().by(at(noon + remembered)).and_then(received("L2", 1, noon + remembered));
  CHECK(!suits(week_later, before_noon(3)));
  CHECK(suits(week_later, before_noon(2)) == 2);
  CHECK(suits(week_later, noon + remembered) == 3);
  CHECK(week_later.bank.shelves.at(xianggong).movements.size() == 1);
}

TEST_CASE("where two deliveries give one lot two dates the earlier holds") {
  const auto story =
      scene().and_then(Received{xianggong, Item::suit, "other", 1, day("2021-03-01")},
                       Received{xianggong, Item::suit, "L1", 1, day("2021-06-01")},
                       Received{xianggong, Item::suit, "L1", 1, day("2021-02-01")});
  const auto& lots = story.bank.shelves.at(xianggong).lots;
  CHECK(lots.front().lot == "L1");
  CHECK(lots.front().quantity == 2);
  CHECK(lots.front().expires_on == day("2021-02-01"));
}

}  // namespace waystation::supply
