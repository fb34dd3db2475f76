#include "application/export.h"
#include "application/view_story.h"

using namespace waystation;
using namespace waystation::view_story;
using supply::Item;
using view::Severity;
using view::WorkCode;

namespace {

const supply::TransferId transfer{"T1"};

std::vector<view::WorkItem> items(const Seen& seen, WorkCode code) {
  auto all = seen.see(view::WorklistQuery{}).items;
  std::erase_if(all, [&](const auto& item) { return item.code != code; });
  return all;
}

const view::SupplyRow& row_of(const std::vector<view::SupplyRow>& rows, const OutletId& outlet,
                              Item item) {
  const auto at = std::ranges::find_if(
      rows, [&](const auto& row) { return row.outlet == outlet && row.advice.cover.item == item; });
  REQUIRE(at != rows.end());
  return *at;
}

// Ten suits are on their way from the neighbour, who keeps ninety.
Story sent() {
  return opened().and_then(
      supply::Received{neighbour, Item::suit, "S", 100, day("2021-02-01")},
      supply::Sent{neighbour, xianggong, transfer, {{Item::suit, "S", 10, day("2021-02-01")}}});
}
supply::Accepted accepted(std::int64_t missing) {
  supply::Accepted e{xianggong, transfer, {{Item::suit, "S", 10 - missing, {}}}, {}, "破损", {}};
  if (missing > 0) e.shortage = {{Item::suit, "S", missing, {}}};
  return e;
}

}  // namespace

TEST_CASE("the page of supplies says how long each item lasts, with every figure of the sum") {
  const auto seen = Seen(opened()).see(view::SuppliesQuery{});
  const auto& suits = row_of(seen.rows, xianggong, Item::suit);
  CHECK(suits.advice.cover.stock == 250);
  CHECK(suits.advice.cover.people == 5);
  CHECK(suits.advice.cover.use_per_day == 10);
  CHECK(suits.advice.cover.hours == 600);
  CHECK(suits.advice.cover.days == 25);
  CHECK(suits.advice.runs_out_at == morning + std::chrono::hours(600));
  CHECK(suits.advice.order_by == morning + std::chrono::hours(600 - 6 * 24));
  CHECK(suits.severity == Severity::normal);
  CHECK(suits.comes_in_time);
  const auto& masks = row_of(seen.rows, xianggong, Item::mask);
  CHECK(masks.severity == Severity::alarm);
  CHECK_FALSE(masks.comes_in_time);
  CHECK(seen.rows.front().severity == Severity::alarm);
}

TEST_CASE("supplies are found by item, urgency, name and scope") {
  const Seen seen(sent());
  view::SuppliesQuery q;
  q.item = Item::suit;
  CHECK(seen.see(q).rows.size() == 2);
  q.severity = Severity::warning;
  REQUIRE(seen.see(q).rows.size() == 1);  // Ninety suits are nine days of fifteen.
  CHECK(seen.see(q).rows[0].outlet == neighbour);
  q.severity = Severity::alarm;
  CHECK(seen.see(q).rows.empty());
  q = {};
  q.search = "4221";
  CHECK(seen.see(q).rows.front().outlet == neighbour);
  const auto own = seen.by(Role::teller, outlet_scope).see(view::SuppliesQuery{});
  for (const auto& row : own.rows) CHECK(row.outlet == xianggong);
  CHECK(own.in_transit.size() == 1);
}

TEST_CASE("what is on its way is shown at both ends, and raised once it ought to be there") {
  const auto seen = Seen(sent()).see(view::SuppliesQuery{});
  REQUIRE(seen.in_transit.size() == 1);
  CHECK(seen.in_transit[0].due_at == morning + std::chrono::days(3));
  CHECK_FALSE(seen.in_transit[0].is_overdue);
  CHECK(row_of(seen.rows, xianggong, Item::suit).arrives_by == morning + std::chrono::days(3));
  CHECK(items(Seen(sent()), WorkCode::transfer_overdue).empty());
  const auto late = items(Seen(sent()).at("2021-01-11T09:00:00+08:00"), WorkCode::transfer_overdue);
  REQUIRE(late.size() == 1);
  CHECK(late[0].action == "supply.accept");
}

TEST_CASE("what came short waits until something is sent or delivered again") {
  CHECK(items(Seen(sent().and_then(accepted(0))), WorkCode::transfer_short).empty());
  const Story story = sent().and_then(accepted(3));
  const auto missing = items(Seen(story), WorkCode::transfer_short);
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].facts[3] == Fact{"missing", "3"});
  CHECK(missing[0].facts[4] == Fact{"reason", "破损"});
  const auto page = Seen(story).see(view::SuppliesQuery{});
  REQUIRE(page.came_short.size() == 1);
  CHECK(page.came_short[0].lines[0].quantity == 3);
  const auto again = story.and_then(
      supply::Sent{neighbour, xianggong, {"T2"}, {{Item::suit, "S", 3, day("2021-02-01")}}});
  CHECK(items(Seen(again), WorkCode::transfer_short).empty());
  const auto delivered = story.and_then(supply::Received{xianggong, Item::suit, "S9", 3, {}});
  CHECK(items(Seen(delivered), WorkCode::transfer_short).empty());
}

TEST_CASE("lots that have expired, or will soon, wait with their date") {
  const Story story =
      opened().and_then(supply::Received{xianggong, Item::gloves, "G-old", 20, day("2021-01-07")},
                        supply::Received{xianggong, Item::gloves, "G-soon", 30, day("2021-01-20")},
                        supply::Received{xianggong, Item::gloves, "G-late", 40, day("2021-09-20")});
  const auto old = items(Seen(story), WorkCode::lots_expired);
  REQUIRE(old.size() == 1);
  CHECK(old[0].facts[2] == Fact{"lot", "G-old"});
  CHECK(old[0].action == "supply.count");
  const auto soon = items(Seen(story), WorkCode::lots_expiring);
  REQUIRE(soon.size() == 1);
  CHECK(soon[0].facts[2] == Fact{"lot", "G-soon"});
  CHECK(soon[0].severity == Severity::normal);
  const auto expiring = Seen(story).see(view::SuppliesQuery{}).expiring;
  REQUIRE(expiring.size() == 2);
  CHECK(expiring[0].is_expired);
  CHECK(expiring[1].days_left == 13);
}

TEST_CASE("an item whose cover is under the lead time is to be ordered, with the amount") {
  // Four days of suits till the plan ends: enough for the gate, not for whoever orders.
  supply::Counted counted{xianggong, Item::suit, 40, -210, "盘点", eighth};
  counted.lots = std::vector<supply::LotQuantity>{{"S", -210}};
  const Story story = opened().and_then(counted);
  const Seen last_days = Seen(story).at("2021-01-18T09:00:00+08:00");
  const auto due = items(last_days, WorkCode::reorder_due);
  REQUIRE(due.size() == 1);
  CHECK(due[0].facts[0] == Fact{"item", "suit"});
  CHECK(due[0].facts[5] == Fact{"order", "140"});  // (15 + 3) × 10 − 40.
}

TEST_CASE("a shelf without a keeper asks for one") {
  CHECK(items(Seen(opened()), WorkCode::keeper_missing).size() == 1);
  const Story kept = opened().and_then(supply::KeeperAppointed{xianggong, {"A"}});
  CHECK(items(Seen(kept), WorkCode::keeper_missing).empty());
}

TEST_CASE("the page of one shelf has its lots in the order in which they go out") {
  const auto page = Seen(sent()).see(view::ShelfQuery{xianggong});
  CHECK(page.rows.size() == 8);
  REQUIRE(page.lots.size() == 2);
  CHECK(page.incoming.size() == 1);
  REQUIRE(page.places.size() == 1);
  CHECK(page.places[0].outlet == neighbour);
  CHECK_FALSE(page.keeper);
  CHECK(Seen(sent()).refused(view::ShelfQuery{{"nowhere"}}) == "outlet.unknown");
  const Seen other = Seen(sent()).by(Role::teller, {shenyang, neighbour});
  CHECK(other.refused(view::ShelfQuery{xianggong}) == "authority.scope");
}

TEST_CASE("supplies are exported with a column for each figure") {
  const Story story = sent();
  const Seen seen(story);
  const auto table = supplies_table(seen.viewing());
  REQUIRE_FALSE(table.rows.empty());
  for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
  const auto csv = export_bytes(seen.viewing(), ExportWhat::supplies, ExportFormat::csv);
  REQUIRE(csv.has_value());
  CHECK(csv->find("102221004264,沈阳向工街支行,SY,suit,250,0,0,5,10,600,25,14,10") !=
        std::string::npos);
}
