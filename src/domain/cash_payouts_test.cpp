#include "domain/cash_payouts.h"

#include <numeric>

#include "domain/cash_story.h"

namespace waystation::cash {

using namespace story;

namespace {

using std::chrono::days;
using std::chrono::hours;

Payouts one_outlet() {
  Payouts payouts;
  apply(payouts, city::Added{shenyang, "沈阳市", "Asia/Shanghai"}, Mark{});
  apply(payouts, outlet_registered(xianggong, inside), Mark{});
  return payouts;
}

const PayoutRecord& record(const Payouts& payouts) {
  return payouts.outlets.at(xianggong);
}

Notes of_yuan_100(std::int32_t count) {
  return notes_of(hundreds(count));
}

}  // namespace

TEST_CASE("a payment is remembered by the day and the quarter of the outlet's own clock") {
  Payouts payouts = one_outlet();
  remember_payout(payouts, xianggong, of_yuan_100(20), time("2021-01-08T23:59:00+08:00"));
  remember_payout(payouts, xianggong, of_yuan_100(10), time("2021-01-09T00:00:00+08:00"));
  REQUIRE(record(payouts).days.size() == 2);
  CHECK(record(payouts).days[0].day == eighth);
  CHECK(record(payouts).days[0].paid == yuan(2000));
  CHECK(record(payouts).quarters[95] == yuan(2000).count * 27 / 28);
  CHECK(record(payouts).quarters[0] == yuan(1000).count);
  CHECK(record(payouts).by_notes[0] == yuan(2000).count * 27 / 28 + yuan(1000).count);
}

TEST_CASE("a payment of a teller is remembered; what is paid in is not") {
  Days story;
  story.agree(cashier, keeper,
              TakeIn{xianggong, {"in"}, Source::fit_notes, filling(1, 100), "doc 1"});
  story.agree(teller, supervisor, Draw{xianggong, {"draw"}, {bag(1)}, box});
  story.give(teller, Receive{xianggong, window, Source::ordinary, hundreds(7), of_hundreds(7)});
  CHECK(payouts_of(story.bank(), xianggong).days.empty());
  story.give(teller, Pay{xianggong, box, hundreds(30), of_hundreds(30)});
  story.give(teller, Pay{xianggong, box, hundreds(10), of_hundreds(10)});
  const PayoutRecord& record = payouts_of(story.bank(), xianggong);
  REQUIRE(record.days.size() == 1);
  CHECK(record.days[0].paid == yuan(4000));
  CHECK(record.squares_yuan2 == 3000 * 3000 + 1000 * 1000);
  CHECK(record.delivered_at == story.now());
}

TEST_CASE("of the days with a payout the last twenty-eight are kept") {
  Payouts payouts = one_outlet();
  for (int d = 0; d < 40; ++d)
    remember_payout(payouts, xianggong, of_yuan_100(d + 1), morning + days{d});
  REQUIRE(record(payouts).days.size() == payout_days_kept);
  CHECK(record(payouts).days.front().day == eighth + days{12});
  CHECK(record(payouts).days.back().paid == yuan(4000));
}

TEST_CASE("a late entry of an earlier day is that day's, and older ones are dropped for it") {
  Payouts payouts = one_outlet();
  remember_payout(payouts, xianggong, of_yuan_100(1), morning + days{2});
  remember_payout(payouts, xianggong, of_yuan_100(2), morning);
  remember_payout(payouts, xianggong, of_yuan_100(3), morning);
  REQUIRE(record(payouts).days.size() == 2);
  CHECK(record(payouts).days[0].paid == yuan(500));
  for (int d = 3; d < 29; ++d)
    remember_payout(payouts, xianggong, of_yuan_100(1), morning + days{d});
  REQUIRE(record(payouts).days.size() == payout_days_kept);
  remember_payout(payouts, xianggong, of_yuan_100(1), morning - days{9});
  CHECK(record(payouts).days.size() == payout_days_kept);
  CHECK(record(payouts).days.front().day == eighth);
}

TEST_CASE("times of day fade: half of their weight is of the last nineteen days") {
  Payouts payouts = one_outlet();
  for (int d = 0; d < 200; ++d)
    remember_payout(payouts, xianggong, of_yuan_100(100),
                    morning + days{d} + hours{d < 181 ? 0 : 1});
  const auto& quarters = record(payouts).quarters;
  const auto all = std::reduce(quarters.begin(), quarters.end());
  const auto late = quarters[9 * 4];
  CHECK(late * 100 / all == 49);
}

}  // namespace waystation::cash
