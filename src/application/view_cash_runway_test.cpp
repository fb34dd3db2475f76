#include "application/view_cash_runway.h"

#include <algorithm>

#include "application/view_story.h"
#include "domain/cash_story.h"

using namespace waystation;
using namespace waystation::view_story;
using cash::story::Days;

namespace {

using std::chrono::hours;

// Outside the seal, 280,000 yuan a day declared, and so many notes of 100 in the vault.
Days declared(std::int32_t notes) {
  Days days;
  days.happened(policy::Changed{policy::Key::declared_payout_per_day_yuan,
                                {},
                                elsewhere,
                                eighth,
                                {280'000, policy::Grade::A, "order 3"}});
  return days.agree(cash::story::cashier, cash::story::keeper,
                    cash::TakeIn{elsewhere,
                                 {"in"},
                                 cash::Source::fit_notes,
                                 cash::story::filling(1, notes, elsewhere),
                                 "doc"});
}

Seen seen(const Days& days, const char* at = "2021-01-08T09:00:00+08:00") {
  return Seen(Story{days.bank(), {}}).at(at);
}

std::vector<view::WorkItem> shortages(const Seen& seen) {
  auto items = seen.see(view::WorklistQuery{}).items;
  std::erase_if(items,
                [](const auto& item) { return item.code != view::WorkCode::clean_cash_short; });
  return items;
}

}  // namespace

TEST_CASE("the table says until when the clean cash of an outlet lasts, and what to bring") {
  const auto table = seen(declared(5'000)).see(view::CashRunwayQuery{});
  REQUIRE(table.rows.size() == 1);
  const auto& row = table.rows[0];
  CHECK(row.outlet == elsewhere);
  CHECK(row.basis == cash::ForecastBasis::declared);
  CHECK(row.clean == yuan(500'000));
  CHECK(row.severity == view::Severity::alarm);
  REQUIRE(row.runs_out_at);
  CHECK(*row.safe_until < *row.runs_out_at);
  CHECK(*row.runs_out_at < *row.surely_out_at);
  CHECK(row.advice.urgent);
  CHECK(row.advice.bring > Fen{});
  CHECK(table.urgent == 1);
  CHECK(table.without_forecast == 0);
}

TEST_CASE("the worst outlet is first; one without a basis is counted and not forecast") {
  Days days = declared(60'000);
  days.agree(
      cash::story::cashier, cash::story::keeper,
      cash::TakeIn{
          xianggong, {"in-2"}, cash::Source::fit_notes, cash::story::filling(2, 100), "doc"});
  Bank bank = days.bank();
  remember_payout(bank.payouts, xianggong, cash::notes_of(cash::story::hundreds(1)), morning);
  const Seen quiet = Seen(Story{bank, {}}).at("2021-01-08T09:00:00+08:00");
  const auto table = quiet.see(view::CashRunwayQuery{});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.without_forecast == 1);
  CHECK(table.urgent == 0);
  const auto none = std::ranges::find(table.rows, xianggong, &view::CashRunwayRow::outlet);
  CHECK(none->basis == cash::ForecastBasis::none);
  CHECK_FALSE(none->safe_until);
  apply_to_rooms(bank,
                 policy::Changed{policy::Key::declared_payout_per_day_yuan,
                                 {},
                                 {},
                                 eighth,
                                 {200'000, policy::Grade::A, "order 4"}},
                 Mark{morning, {"LN-command"}});
  const auto worst =
      Seen(Story{bank, {}}).at("2021-01-08T09:00:00+08:00").see(view::CashRunwayQuery{});
  CHECK(worst.rows[0].outlet == xianggong);
  CHECK(worst.rows[0].severity == view::Severity::alarm);
}

TEST_CASE("the page of an outlet shows the curve with the numbers that it rests on") {
  const auto page = seen(declared(5'000)).see(view::CashRunwayPageQuery{elsewhere});
  CHECK(page.until == *parse_time("2021-01-14T09:00:00+08:00"));
  REQUIRE(page.curve.size() == 6 * 28);
  CHECK(page.curve.back().payout == yuan(280'000) * 6);
  CHECK(page.curve.back().risk_basis_points == page.row.risk_missed_van);
  REQUIRE(page.reserves.size() == 3);
  CHECK(page.reserves[0].missed_van == page.row.advice.reserve);
  CHECK(page.reserves[0].next_van < page.reserves[1].next_van);
  CHECK(page.reserves[1].missed_van < page.reserves[2].missed_van);
  CHECK(page.assumptions.daily.average == yuan(280'000));
  CHECK(page.assumptions.warning_basis_points == 500);
}

TEST_CASE("whoever may not see the cash does not see how long it lasts") {
  const Seen all = seen(declared(5'000));
  const Seen other = all.by(Role::teller, {shenyang, xianggong});
  CHECK(other.refused(view::CashRunwayPageQuery{elsewhere}) == "authority.scope");
  CHECK(other.see(view::CashRunwayQuery{}).rows.empty());
  CHECK(all.refused(view::CashRunwayPageQuery{{"102221000000"}}) == "outlet.unknown");
  CHECK(shortages(all.by(Role::inspector, {})).empty());
}

TEST_CASE("an outlet that may be dry before its van is on the worklist by time alone") {
  const Days days = declared(10'000);
  CHECK(shortages(seen(declared(60'000))).empty());
  const auto items = shortages(seen(days));
  REQUIRE(items.size() == 1);
  CHECK(items[0].outlet == elsewhere);
  REQUIRE(items[0].deadline);
  CHECK(items[0].facts[0].name == "percent");
  CHECK(shortages(seen(days).by(Role::cash_centre, {shenyang, {}})).size() == 1);
  CHECK(shortages(seen(days).by(Role::teller, {shenyang, elsewhere})).size() == 1);
  CHECK(shortages(seen(days).by(Role::teller, {shenyang, xianggong})).empty());
  // An hour before the van nothing can happen any more; once it has not come, much can.
  const Days little = declared(3'000);
  CHECK(shortages(seen(little, "2021-01-11T08:00:00+08:00")).empty());
  CHECK(shortages(seen(little, "2021-01-11T10:00:00+08:00")).size() == 1);
}
