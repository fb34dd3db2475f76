#include "domain/sealed_zone_story.h"

namespace waystation::supply {

using namespace sealed_zone;

namespace {

Received lot(const char* name, std::int64_t quantity, std::optional<Day> expires_on = {},
             Item item = Item::suit) {
  return {xianggong, item, name, quantity, expires_on};
}

const AccountId keeper{"SY-keeper"}, teller{"SY-teller"};

Stamp hand(const AccountId& by) {
  return {{morning, by}, Role::teller, {shenyang, xianggong}};
}

account::Created account_of(const AccountId& id, Role role, const OutletId& at = xianggong) {
  return {id, "柜员", role, {shenyang, at}};
}

Issue issue(std::int64_t quantity, std::optional<std::string> of_lot = {},
            std::optional<std::string> reason = {}) {
  return {xianggong, Item::suit, quantity, of_lot, reason, {}};
}

Issued issued(std::vector<LotQuantity> lots, std::optional<std::string> reason = {}) {
  std::int64_t sum = 0;
  for (const auto& x : lots) sum += x.quantity;
  return {xianggong, Item::suit, sum, eighth, lots, reason, {}};
}

Count count(std::int64_t counted, std::string reason, std::optional<std::string> of_lot = {}) {
  return {xianggong, Item::suit, counted, reason, of_lot, {}};
}

// What this program wrote before it recorded lots and moments.
template <class Event> Event of_old(const char* json) {
  const auto event = from_json<Event>(json, json::From::log);
  REQUIRE_MESSAGE(event.has_value(), event.error().where);
  CHECK(to_json(*event) == json);
  return *event;
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
  story.when_asked(issue(10)).then(issued({{"L1", 10}}));
  const auto refused = story.when(Issue{xianggong, Item::suit, 11});
  refused.refused("supply.short");
  CHECK(value_of(refused.decision.error(), "available") == "10");
  CHECK(value_of(refused.decision.error(), "wanted") == "11");
  story.when(issue(0)).refused("supply.quantity-out-of-range");
  story.when(issue(1'000'000'001)).refused("supply.quantity-out-of-range");
  story.when(Issue{{"102221009999"}, Item::suit, 1}).refused("outlet.unknown");
}

TEST_CASE("a count that agrees is recorded without a reason") {
  const auto story = scene().and_then(lot("L1", 10));
  const Counted agreed{xianggong, Item::suit, 10, 0, "", eighth, std::vector<LotQuantity>{}};
  story.when(count(10, "")).then(agreed);
  CHECK(shelf(story.and_then(agreed)) == "L1:10 ");
}

TEST_CASE("a count that differs needs a reason and corrects the shelf") {
  const auto story = scene().and_then(lot("L1", 10, day("2021-06-01")), lot("L2", 10));
  story.when(count(7, "")).refused("supply.reason-missing");
  const std::vector<LotQuantity> both{{"L1", -10}, {"L2", -3}}, first{{"L1", 2}};
  const Counted less{xianggong, Item::suit, 7, -13, "torn in the store", eighth, both};
  story.when(count(7, less.reason)).then(less);
  CHECK(shelf(story.and_then(less)) == "L2:7 ");
  const Counted more{xianggong, Item::suit, 22, 2, "counted wrong before", eighth, first};
  story.when(count(22, more.reason)).then(more);
  CHECK(shelf(story.and_then(more)) == "L1:12 L2:10 ");
}

TEST_CASE("one lot can be counted, even when it has expired: so it leaves the books") {
  const auto story = scene().and_then(lot("old", 5, day("2021-01-07")), lot("new", 5));
  const Counted gone{
      xianggong, Item::suit, 0, -5, "destroyed", eighth, std::vector<LotQuantity>{{"old", -5}},
      "old"};
  story.when(count(0, "destroyed", "old")).then(gone);
  CHECK(shelf(story.and_then(gone)) == "new:5 ");
  story.when(count(0, "", "old")).refused("supply.reason-missing");
  story.when(count(3, "found", "none such")).refused("supply.lot-not-here");
}

TEST_CASE("a count is a number of things, of lots that are known") {
  scene().when(count(-1, "x")).refused("supply.quantity-out-of-range");
  scene().when(count(3, "found")).refused("supply.lot-unknown");
  scene().when(Count{{"102221009999"}, Item::suit, 1, "x"}).refused("outlet.unknown");
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

TEST_CASE("a round takes its agent from the batch on the shelf, when it is begun or recorded") {
  using namespace disinfection;
  const auto story = scene().and_then(lot("C1", 1000, {}, Item::chlorine_liquid),
                                      lot("T1", 100, {}, Item::chlorine_tablet),
                                      lot("A1", 500, {}, Item::alcohol));
  Begun begun;
  begun.outlet = xianggong;
  begun.batch = "C1";
  begun.agent_used = 100;
  CHECK(shelf(story.and_then(begun)) == "T1:100 C1:900 A1:500 ");
  begun.form = Form::tablet;
  begun.batch = "T1";
  CHECK(shelf(story.and_then(begun)) == "C1:1000 A1:500 ");
  disinfection::Recorded round;
  round.outlet = xianggong;
  round.agent = Agent::alcohol;
  round.batch = "A1";
  round.agent_used = 20;
  CHECK(shelf(story.and_then(round)) == "T1:100 C1:1000 A1:480 ");
  round.batch = "not kept in stock";
  CHECK(shelf(story.and_then(round)) == "T1:100 C1:1000 A1:500 ");
}

TEST_CASE("a round begun takes wipes when it is finished, by the day of the outlet") {
  // At 07:30 on the 9th in Shenyang it is still the 8th in Greenwich.
  auto story =
      scene().and_then(lot("till the 8th", 30, eighth, Item::wipe), lot("W", 30, {}, Item::wipe));
  story.stamp = at(time("2021-01-09T07:30:00+08:00"));
  disinfection::Finished finished;
  finished.outlet = xianggong;
  finished.wipes_used = 12;
  finished.on = day("2021-01-09");
  CHECK(shelf(story.and_then(finished)) == "till the 8th:30 W:18 ");
}

// ---- By name.

TEST_CASE("another lot than the first that expires leaves only with a reason") {
  const auto story =
      scene().and_then(lot("june", 5, day("2021-06-01")), lot("also june", 5, day("2021-06-01")),
                       lot("july", 5, day("2021-07-01")), lot("undated", 5));
  story.when(issue(2, "june")).then(issued({{"june", 2}}));
  story.when(issue(2, "also june")).then(issued({{"also june", 2}}));
  story.when(issue(2, "july")).refused("supply.not-first-expiring");
  story.when(issue(2, "undated")).refused("supply.not-first-expiring");
  story.when(issue(2, "july", "size XL only")).then(issued({{"july", 2}}, "size XL only"));
  const auto no = story.when(issue(2, "july")).decision.error();
  CHECK(value_of(no, "first") == "also june");
}

TEST_CASE("a lot named for an issue is there, has not expired and holds enough") {
  const auto story = scene().and_then(lot("old", 5, day("2021-01-07")), lot("new", 5));
  story.when(issue(1, "astray")).refused("supply.lot-not-here");
  story.when(issue(1, "old", "any reason")).refused("supply.lot-expired");
  story.when(issue(6, "new")).refused("supply.short");
}

// ---- The keeper.

TEST_CASE("a keeper is somebody of the outlet's crew who may issue") {
  const auto story =
      scene().and_then(account_of(keeper, Role::supervisor), account_of({"auditor"}, Role::auditor),
                       account_of({"astray"}, Role::teller, elsewhere),
                       account_of(teller, Role::teller), account::Disabled{teller});
  story.when_asked(AppointKeeper{xianggong, keeper}).then({xianggong, keeper});
  story.when(AppointKeeper{xianggong, {"nobody"}}).refused("account.unknown");
  story.when(AppointKeeper{{"102221009999"}, keeper}).refused("outlet.unknown");
  for (const AccountId& id : {AccountId{"auditor"}, AccountId{"astray"}, teller})
    story.when(AppointKeeper{xianggong, id}).refused("supply.keeper-may-not-issue");
  story.and_then(KeeperAppointed{xianggong, keeper})
      .when(AppointKeeper{xianggong, keeper})
      .refused("supply.already-keeper");
}

TEST_CASE("what leaves by another hand than the keeper's needs a reason") {
  const auto story = scene().and_then(lot("L1", 5), KeeperAppointed{xianggong, keeper});
  story.by(hand(keeper)).when_asked(issue(1)).then(issued({{"L1", 1}}));
  const auto refused = story.by(hand(teller)).when_asked(issue(1));
  refused.refused("supply.not-keeper");
  CHECK(value_of(refused.decision.error(), "keeper") == keeper.text);
  story.by(hand(teller)).when(issue(1, {}, "")).refused("supply.not-keeper");
  story.by(hand(teller))
      .when(issue(1, {}, "keeper at lunch"))
      .then(issued({{"L1", 1}}, "keeper at lunch"));
}

// ---- What was written before.

TEST_CASE("events from before lots were recorded are read, and mean the same") {
  const auto story = given(
      of_old<Received>(R"({"outlet":"102221004264","item":"suit","lot":"june","quantity":5,)"
                       R"("expires_on":"2021-06-01"})"),
      of_old<Received>(R"({"outlet":"102221004264","item":"suit","lot":"undated","quantity":5})"),
      of_old<Issued>(R"({"outlet":"102221004264","item":"suit","quantity":6,"on":"2021-01-08"})"));
  CHECK(shelf(story) == "undated:4 ");
  const auto less =
      of_old<Counted>(R"({"outlet":"102221004264","item":"suit","counted":3,"difference":-1,)"
                      R"("reason":"torn","on":"2021-01-08"})");
  CHECK(shelf(story.and_then(less)) == "undated:3 ");
  const auto more =
      of_old<Counted>(R"({"outlet":"102221004264","item":"suit","counted":6,"difference":2,)"
                      R"("reason":"found","on":"2021-01-08"})");
  CHECK(shelf(story.and_then(more)) == "undated:6 ");
}

}  // namespace waystation::supply
