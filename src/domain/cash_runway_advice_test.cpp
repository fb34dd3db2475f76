#include "domain/cash_runway_advice.h"

#include "domain/cash_story.h"

namespace waystation::cash {

using namespace story;

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

const Time nine = time("2021-01-11T09:00:00+08:00");

// Outside the seal, with so much clean cash, no limit, and 280,000 yuan a day declared.
Days outlet_with(std::int32_t notes) {
  Days story;
  story.happened(policy::Changed{policy::Key::declared_payout_per_day_yuan,
                                 {},
                                 elsewhere,
                                 eighth,
                                 {280'000, policy::Grade::A, "order 3"}});
  story.until(nine);
  if (notes > 0)
    story.agree(cashier, keeper,
                TakeIn{elsewhere, {"in"}, Source::fit_notes, filling(1, notes, elsewhere), "doc"});
  return story;
}

Advice advice(const Days& story, Time now = nine) {
  return advice_of(story.bank(), elsewhere, outlook_of(story.bank(), elsewhere, now), now);
}

Fen sum_of(const std::vector<BundleLine>& lines) {
  Fen sum;
  for (const auto& line : lines) {
    CHECK(line.amount ==
          value_of(line.denomination) *
              (line.bundles * std::int64_t(notes_a_bundle) + line.straps * notes_a_strap));
    sum = sum + line.amount;
  }
  return sum;
}

Fen small_in(const std::vector<BundleLine>& lines) {
  Fen sum;
  for (const auto& line : lines)
    if (line.denomination != Denomination::yuan_100) sum = sum + line.amount;
  return sum;
}

}  // namespace

TEST_CASE("an outlet that will be dry before its van is brought its reserve, in time") {
  const Days story = outlet_with(5'000);
  const Advice a = advice(story);
  CHECK(a.urgent);
  CHECK(a.risk_if_not > 9'000);
  CHECK(a.risk_if_brought < 100);
  REQUIRE(a.needed_by);
  CHECK(*a.needed_by > nine + hours{5});
  CHECK(*a.leave_by == *a.needed_by - minutes{60});
  CHECK_FALSE(a.too_late);
  CHECK(a.missing == a.reserve - of_hundreds(5'000));
  CHECK(a.bring == sum_of(a.bundles));
  CHECK(a.bring >= a.missing);
  CHECK(a.limit == BringLimit::none);
}

TEST_CASE("an outlet with enough until the van after the next is brought nothing") {
  const Advice a = advice(outlet_with(60'000));
  CHECK_FALSE(a.urgent);
  CHECK_FALSE(a.needed_by);
  CHECK_FALSE(a.leave_by);
  CHECK(a.bring == Fen{});
  CHECK(a.bundles.empty());
}

TEST_CASE("an outlet without clean cash ought to have been brought some already") {
  const Advice a = advice(outlet_with(0));
  CHECK(a.needed_by == nine);
  CHECK(a.too_late);
  CHECK(a.risk_if_not == certain_basis_points);
}

TEST_CASE("behind a seal the gate takes its time") {
  Days story;
  story.until(nine).happened(policy::Changed{policy::Key::declared_payout_per_day_yuan,
                                             {},
                                             xianggong,
                                             eighth,
                                             {280'000, policy::Grade::A, "order 3"}});
  story.agree(cashier, keeper,
              TakeIn{xianggong, {"in"}, Source::fit_notes, filling(1, 3'000), "doc"});
  Bank bank = story.bank();
  remember_payout(bank.payouts, xianggong, notes_of(hundreds(1)), nine);
  const Advice a = advice_of(bank, xianggong, outlook_of(bank, xianggong, nine), nine);
  REQUIRE(a.needed_by);
  CHECK(*a.leave_by == *a.needed_by - minutes{90});
}

TEST_CASE("no more is brought than the insurer lets lie at the outlet, or in the van") {
  Days story = outlet_with(5'000);
  auto small_van = van::Registered{van, "辽A-示01", shenyang, yuan(300'000), 200};
  Bank bank = story.happened(small_van).bank();
  const auto of = [&] {
    return advice_of(bank, elsewhere, outlook_of(bank, elsewhere, nine), nine);
  };
  CHECK(of().limit == BringLimit::van_load);
  CHECK(of().bring <= yuan(300'000));
  CHECK(of().bring > yuan(280'000));
  bank.outlets.edit(elsewhere).cash_limit = yuan(700'000);
  CHECK(of().limit == BringLimit::holding_limit);
  CHECK(of().bring <= yuan(200'000));
  CHECK(of().risk_if_brought < of().risk_if_not);
}

TEST_CASE("a pension day ahead asks for more small notes") {
  Days story = outlet_with(5'000);
  CHECK(advice(story).pension_day_ahead);  // The fifteenth, before the van after the next.
  CHECK(advice(story).small_percent == 15);
  const Advice a = advice(story);
  CHECK(small_in(a.bundles) * 100 >= a.missing * 15);
  story.happened(policy::Changed{
      policy::Key::pension_day_of_month, {}, {}, eighth, {0, policy::Grade::A, "order 4"}});
  CHECK_FALSE(advice(story).pension_day_ahead);
  CHECK(advice(story).small_percent == 5);
}

TEST_CASE("bundles are whole straps of each denomination, up to the sum or down from it") {
  const auto up = bundles_of(yuan(1'234'567), 10, {}, Rounding::up);
  CHECK(sum_of(up) >= yuan(1'234'567));
  CHECK(sum_of(up) < yuan(1'234'567) + yuan(10'000) * 4);
  REQUIRE(up.size() == 4);
  CHECK(up[0].denomination == Denomination::yuan_100);
  CHECK(up[0].bundles == 11);
  CHECK(up[1].denomination == Denomination::yuan_50);
  const auto down = bundles_of(yuan(1'234'567), 10, {}, Rounding::down);
  CHECK(sum_of(down) <= yuan(1'234'567));
  CHECK(sum_of(down) > yuan(1'234'567) - yuan(10'000));
  CHECK(bundles_of(yuan(50), 10, {}, Rounding::down).empty());
}

TEST_CASE("the ledger's own small notes are brought where they are more than the floor") {
  // Half in hundreds, half in tens.
  std::vector<std::int64_t> paid(9);
  paid[std::size_t(Denomination::yuan_100)] = paid[std::size_t(Denomination::yuan_10)] = 1'000;
  const auto lines = bundles_of(yuan(400'000), 5, paid, Rounding::up);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].amount == yuan(200'000));
  CHECK(lines[1].denomination == Denomination::yuan_10);
  CHECK(lines[1].bundles == 20);
  CHECK(small_in(bundles_of(yuan(400'000), 80, paid, Rounding::up)) >= yuan(320'000));
}

}  // namespace waystation::cash
