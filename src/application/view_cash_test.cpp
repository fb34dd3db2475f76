#include "application/view_cash.h"

#include "application/export.h"
#include "application/view_story.h"
#include "domain/cash_story.h"

using namespace waystation;
using namespace waystation::view_story;
using cash::story::bag;
using cash::story::Days;

namespace {

// One bag is held, one of a special source is too, and one waits for its second signer.
Days two_bags() {
  Days days;
  days.counted(1, 5).counted(2, 3, cash::Source::hospital).sanitised(3, 1);
  days.give(cash::story::teller, cash::Store{xianggong, {"s"}, {bag(3)}});
  return days;
}

Seen seen(const Days& days, const char* at) {
  return Seen(Story{days.bank(), {}}).at(at);
}

}  // namespace

TEST_CASE("the table of cash says what each outlet holds and what of it may be paid out") {
  const auto table = seen(two_bags(), "2021-01-08T12:45:00+08:00").see(view::CashTableQuery{});
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].held == yuan(900));
  CHECK(table.rows[0].clean == Fen{});
  CHECK(table.rows[0].bags == 3);
  CHECK(table.rows[0].waiting == 1);
  CHECK(table.rows[0].sealed);
  CHECK(table.held == yuan(900));
}

TEST_CASE("the page of an outlet puts first what is money again first, and says why not yet") {
  const auto page =
      seen(two_bags(), "2021-01-10T08:00:00+08:00").see(view::CashPageQuery{xianggong});
  REQUIRE(page.bags.size() == 3);
  CHECK(page.bags[0].bag == bag(1));
  CHECK(to_local_text(*page.bags[0].held_until, "Asia/Shanghai") == "2021-01-22T09:30:00+08:00");
  CHECK(page.bags[0].not_yet == "cash.clock-running");
  CHECK(page.bags[0].key_area);
  CHECK(page.bags[2].bag == bag(2));
  CHECK(page.bags[2].not_yet == "cash.never-paid-out");
  CHECK(page.waiting.empty());
}

TEST_CASE("what a bag is said to hold is shown to nobody before it was counted") {
  const auto page =
      seen(two_bags(), "2021-01-08T12:45:00+08:00").see(view::CashPageQuery{xianggong});
  for (const auto& row : page.bags) {
    CHECK(row.notes.empty() == (row.bag == bag(3)));
    CHECK((row.amount == Fen{}) == (row.bag == bag(3)));
  }
}

TEST_CASE("another outlet's cash is not shown, nor one that is not there") {
  const Seen all = seen(two_bags(), "2021-01-08T12:45:00+08:00");
  const Seen other = all.by(Role::teller, {shenyang, elsewhere});
  CHECK(other.refused(view::CashPageQuery{xianggong}) == "authority.scope");
  CHECK(other.see(view::CashTableQuery{}).rows.empty());
  CHECK(all.refused(view::CashPageQuery{{"102221000000"}}) == "outlet.unknown");
}

TEST_CASE("the balance sheet lists every account, and its columns add up to nothing") {
  const Seen all = seen(two_bags(), "2021-01-08T12:45:00+08:00");
  const ExportTable sheet = *table_of(all.viewing(), ExportWhat::cash, {});
  REQUIRE(sheet.columns.size() == 16);
  REQUIRE(sheet.rows.size() == 5);
  for (std::size_t column = 6; column < sheet.columns.size(); ++column) {
    std::int64_t sum = 0;
    for (const auto& row : sheet.rows) sum += std::stoll(row[column]);
    CHECK(sum == 0);
  }
  CHECK(export_bytes(all.viewing(), ExportWhat::cash, ExportFormat::xlsx).has_value());
  const Seen guide = all.by(Role::lobby_guide, outlet_scope);
  CHECK(export_bytes(guide.viewing(), ExportWhat::cash, ExportFormat::csv).error().code ==
        "authority.role");
}
