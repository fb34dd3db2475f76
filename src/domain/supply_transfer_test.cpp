#include "domain/sealed_zone_story.h"

namespace waystation::supply {

using namespace sealed_zone;

namespace {

const TransferId way{"T1"};

Story stocked() {
  return scene().and_then(Received{elsewhere, Item::suit, "june", 5, day("2021-06-01")},
                          Received{elsewhere, Item::suit, "undated", 5, {}},
                          Received{elsewhere, Item::wipe, "W", 50, {}});
}

Send send(std::vector<Sending> lines) {
  return {elsewhere, xianggong, way, std::move(lines)};
}

Sent sent() {
  return {elsewhere,
          xianggong,
          way,
          {{Item::suit, "june", 5, day("2021-06-01")}, {Item::suit, "undated", 2, {}}}};
}

Accept accept(std::int64_t june, std::int64_t undated, std::string reason = "") {
  return {xianggong,
          way,
          {{Item::suit, "june", june}, {Item::suit, "undated", undated}},
          std::move(reason)};
}

std::int64_t on_shelf(const Story& story, const OutletId& outlet) {
  return stock(story.bank, outlet, Item::suit, eighth);
}
std::int64_t coming(const Story& story) {
  return in_transit(story.bank, xianggong, Item::suit, eighth);
}

}  // namespace

TEST_CASE("what is sent leaves the first lots to expire, and is in transit") {
  stocked().when_asked(send({{Item::suit, 7}})).then(sent());
  const auto story = stocked().and_then(sent());
  CHECK(on_shelf(story, elsewhere) == 3);
  CHECK(coming(story) == 7);
  CHECK(on_shelf(story, xianggong) == 0);
}

TEST_CASE("two lines of one lot are one") {
  stocked().when(send({{Item::suit, 4}, {Item::suit, 3}})).then(sent());
  stocked().when(send({{Item::suit, 6}, {Item::suit, 5}})).refused("supply.short");
}

TEST_CASE("what arrives whole is on the receiver's shelf with its dates") {
  const Accepted whole{xianggong, way, sent().lines, {}, ""};
  stocked().and_then(sent()).when_asked(accept(5, 2)).then(whole);
  const auto story = stocked().and_then(sent(), whole);
  CHECK(on_shelf(story, xianggong) == 7);
  CHECK(coming(story) == 0);
  CHECK(story.bank.shelves.at(xianggong).lots.front().expires_on == day("2021-06-01"));
  CHECK(story.bank.transfers.at(way).accepted_at == morning);
}

TEST_CASE("a shortage at the dock is recorded with its reason") {
  const auto story = stocked().and_then(sent());
  const auto refused = story.when(accept(3, 0));
  refused.refused("supply.shortage-reason-missing");
  CHECK(refused.decision.error().facts == std::vector<Fact>{{"missing", "4"}});
  const Accepted part{xianggong,
                      way,
                      {{Item::suit, "june", 3, day("2021-06-01")}},
                      {{Item::suit, "june", 2, day("2021-06-01")}, {Item::suit, "undated", 2, {}}},
                      "box torn open"};
  story.when(accept(3, 0, "box torn open")).then(part);
  const auto after = story.and_then(part);
  CHECK(on_shelf(after, xianggong) == 3);
  CHECK(total(after.bank.transfers.at(way).shortage) == 4);
  // It stays in mind until something is sent or delivered there again.
  const auto& shelves = after.bank.shelves;
  CHECK(shelves.at(xianggong).short_arrivals == std::vector{way});
  const auto delivered = after.and_then(Received{xianggong, Item::suit, "new", 4, {}});
  CHECK(delivered.bank.shelves.at(xianggong).short_arrivals.empty());
  Sent again = sent();
  again.transfer = {"T2"};
  CHECK(after.and_then(again).bank.shelves.at(xianggong).short_arrivals.empty());
}

TEST_CASE("a transfer goes from one known place to another, with something") {
  const auto story = stocked();
  story.when(send({})).refused("supply.no-lines");
  story.when(Send{elsewhere, elsewhere, way, {{Item::suit, 1}}}).refused("supply.same-place");
  story.when(Send{{"102221009999"}, xianggong, way, {{Item::suit, 1}}}).refused("outlet.unknown");
  story.when(Send{elsewhere, {"102221009999"}, way, {{Item::suit, 1}}}).refused("outlet.unknown");
  story.and_then(sent()).when(send({{Item::suit, 1}})).refused("supply.transfer-exists");
  story.when(send({{Item::suit, 0}})).refused("supply.quantity-out-of-range");
  story.when(send({{Item::suit, 1, "undated"}})).refused("supply.not-first-expiring");
}

TEST_CASE("the sender's keeper sends, another needs a reason") {
  const auto story = stocked().and_then(KeeperAppointed{elsewhere, {"SY-keeper"}});
  Send c = send({{Item::suit, 7}});
  story.when(c).refused("supply.not-keeper");
  c.reason = "ordered by the command centre";
  Sent e = sent();
  e.reason = c.reason;
  story.when(c).then(e);
}

TEST_CASE("a transfer is sent by the sender's crew and accepted by the receiver's") {
  const Stamp crew{{morning, {"teller"}}, Role::teller, {shenyang, xianggong}};
  const auto story = stocked().and_then(sent()).by(crew);
  story.when_asked(Send{elsewhere, xianggong, {"T2"}, {{Item::suit, 1}}})
      .refused("authority.scope");
  story.when_asked(accept(5, 2)).then({xianggong, way, sent().lines, {}, ""});
}

TEST_CASE("only what was sent here and is not accepted yet can be accepted") {
  const auto story = stocked().and_then(sent());
  stocked().when(accept(5, 2)).refused("supply.transfer-unknown");
  Accept astray = accept(5, 2);
  astray.outlet = elsewhere;
  story.when(astray).refused("supply.transfer-unknown");
  astray.outlet = {"102221009999"};
  story.when(astray).refused("outlet.unknown");
  story.and_then(Accepted{xianggong, way, sent().lines, {}, ""})
      .when(accept(5, 2))
      .refused("supply.transfer-accepted");
}

TEST_CASE("at the dock every line is counted once, and none is more than was sent") {
  const auto story = stocked().and_then(sent());
  story.when(accept(6, 2)).refused("supply.more-than-sent");
  story.when(accept(-1, 2)).refused("supply.quantity-out-of-range");
  Accept c = accept(5, 2);
  c.lines.pop_back();
  story.when(c).refused("supply.line-uncounted");
  c.lines.push_back(c.lines.front());
  story.when(c).refused("supply.line-twice");
  c.lines.back() = {Item::wipe, "W", 1};
  story.when(c).refused("supply.line-not-sent");
}

TEST_CASE("a transfer told late keeps its own times, in their order") {
  const Time earlier = morning - std::chrono::hours{2};
  Sent e = sent();
  e.occurred_at = morning - std::chrono::hours{1};
  const auto story = stocked().by(at(morning)).and_then(e);
  Accept c = accept(5, 2);
  c.occurred_at = earlier;
  story.when(c).refused("supply.before-sending");
  c.occurred_at = morning + std::chrono::hours{1};
  story.when(c).refused("late-entry.in-future");
  c.occurred_at = morning - std::chrono::minutes{30};
  const Accepted whole{xianggong, way, sent().lines, {}, "", c.occurred_at};
  story.when(c).then(whole);
  CHECK(balance(story.and_then(whole).bank, xianggong, Item::suit, *c.occurred_at) == 7);
  const Counted none{xianggong, Item::suit, 0, 0, "", eighth, std::vector<LotQuantity>{}};
  story.and_then(none).when(c).refused("supply.before-count");
  Send late = send({{Item::suit, 1}});
  late.transfer = {"T2"};
  late.occurred_at = morning + std::chrono::hours{1};
  story.when(late).refused("late-entry.in-future");
}

}  // namespace waystation::supply
