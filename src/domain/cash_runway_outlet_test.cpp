#include "domain/cash_runway_outlet.h"

#include "domain/cash_story.h"

namespace waystation::cash {

using namespace story;

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

const Time nine = time("2021-01-08T09:00:00+08:00");

Bank house_bank() {
  return house().bank;
}

// So many days before the eighth, each with its sum paid at ten.
void pay_daily(Bank& bank, int count, Fen each, const OutletId& outlet = xianggong) {
  for (int d = count; d > 0; --d)
    remember_payout(bank.payouts, outlet, notes_of(hundreds(std::int32_t(each.count / 10'000))),
                    time("2021-01-08T10:00:00+08:00") - days{d});
}

policy::Changed set(policy::Key key, std::int64_t value) {
  return {key, {}, {}, day("2021-01-01"), {value, policy::Grade::A, "order 2"}};
}
void set(Bank& bank, policy::Key key, std::int64_t value) {
  apply_to_rooms(bank, set(key, value), Mark{morning, {"LN-command"}});
}

Fen sum_of(const Profile& profile, int day) {
  Fen sum;
  for (const auto& slot : profile.slots)
    if (slot.day == day) sum = sum + slot.payout;
  return sum;
}

Time at_window_end(const char* iso) {
  return at_local(day(iso), {480}, "Asia/Shanghai");
}

}  // namespace

TEST_CASE("without a ledger, a plan or a declaration there is no forecast") {
  const Bank bank = house_bank();
  const Profile none = profile_of(bank, elsewhere, nine, nine + days{3});
  CHECK(none.basis == ForecastBasis::none);
  CHECK(none.slots.empty());
}

TEST_CASE("what an outlet declared is spread over its opening hours") {
  Bank bank = house_bank();
  set(bank, policy::Key::declared_payout_per_day_yuan, 280'000);
  const Profile said = profile_of(bank, elsewhere, nine, nine + days{2});
  CHECK(said.basis == ForecastBasis::declared);
  REQUIRE(said.slots.size() == 2 * 28);
  CHECK(said.slots[0].ends == nine + minutes{15});
  CHECK(said.slots[0].payout == yuan(10'000));
  CHECK(sum_of(said, 0) == yuan(280'000));
  CHECK(said.payment == yuan(2'000));
}

TEST_CASE("a quarter that has begun is asked for in part, and what is over not at all") {
  Bank bank = house_bank();
  set(bank, policy::Key::declared_payout_per_day_yuan, 280'000);
  const Profile later = profile_of(bank, elsewhere, nine + minutes{20}, nine + hours{6});
  CHECK(later.slots[0].ends == nine + minutes{30});
  CHECK(later.slots[0].payout == Fen{666'666});
  CHECK(later.slots[1].payout == yuan(10'000));
}

TEST_CASE("five days of the ledger are better than a declaration, four are not") {
  Bank bank = house_bank();
  set(bank, policy::Key::declared_payout_per_day_yuan, 280'000);
  pay_daily(bank, 4, yuan(50'000), elsewhere);
  CHECK(profile_of(bank, elsewhere, nine, nine + days{1}).basis == ForecastBasis::declared);
  pay_daily(bank, 5, yuan(50'000), elsewhere);
  const Profile own = profile_of(bank, elsewhere, nine, nine + days{1});
  CHECK(own.basis == ForecastBasis::ledger);
  REQUIRE(own.slots.size() == 1);
  CHECK(own.slots[0].ends == time("2021-01-08T10:15:00+08:00"));
  // What fades is rounded down.
  CHECK(own.payment > yuan(49'999));
  CHECK(own.payment < yuan(50'001));
}

TEST_CASE("each weekday has its own average; today, which is not over, is not in it") {
  Bank bank = house_bank();
  for (int d = 28; d >= 0; --d) {
    const Time at = time("2021-01-08T10:00:00+08:00") - days{d};
    const bool friday = d % 7 == 0;
    remember_payout(bank.payouts, elsewhere, notes_of(hundreds(friday ? 900 : 100)), at);
  }
  set(bank, policy::Key::pension_day_of_month, 0);
  const Profile own = profile_of(bank, elsewhere, nine, nine + days{8});
  CHECK(sum_of(own, 0) == yuan(90'000));
  CHECK(sum_of(own, 1) == yuan(10'000));
  CHECK(sum_of(own, 7) == yuan(90'000));
}

TEST_CASE("a pension day is brought down in the average and up again where one lies ahead") {
  Bank bank = house_bank();
  set(bank, policy::Key::pension_day_of_month, 6);
  pay_daily(bank, 10, yuan(40'000), elsewhere);
  remember_payout(bank.payouts, elsewhere, notes_of(hundreds(600)),
                  time("2021-01-06T10:00:00+08:00"));  // 100,000 yuan on that day.
  CHECK(daily_payout(bank, elsewhere, nine).average == yuan(40'000));
  set(bank, policy::Key::pension_day_of_month, 9);
  const Profile ahead = profile_of(bank, elsewhere, nine, nine + days{3});
  CHECK(sum_of(ahead, 1) * 2 == sum_of(ahead, 2) * 5);
  CHECK(is_pension_day(bank, elsewhere, day("2021-01-09")));
  CHECK_FALSE(is_pension_day(bank, elsewhere, day("2021-01-10")));
}

TEST_CASE("inside a seal an outlet pays out where it serves, or has done so lately") {
  Bank bank = house_bank();
  bank.outlets.edit(xianggong).state = outlet::State::open;
  CHECK(is_paying(bank, xianggong, nine));
  bank.outlets.edit(xianggong).state = outlet::State::closed;
  CHECK_FALSE(is_paying(bank, xianggong, nine));
  CHECK(profile_of(bank, xianggong, nine, nine + days{1}).slots.empty());
  CHECK(is_paying(bank, elsewhere, nine));
  CHECK_FALSE(is_paying(bank, centre, nine));
  pay_daily(bank, 1, yuan(10'000));
  CHECK(is_paying(bank, xianggong, nine));
  CHECK_FALSE(is_paying(bank, xianggong, nine + days{3}));
}

TEST_CASE("vans come by their passes and by the interval from the last delivery") {
  Bank bank = house_bank();
  const Visits first = visits_of(bank, xianggong, nine);
  CHECK(first.basis == VisitBasis::passes);
  CHECK(first.next == at_window_end("2021-01-09"));
  CHECK(first.after_next == at_window_end("2021-01-12"));
  bank.payouts.outlets.edit(xianggong).delivered_at = nine;
  CHECK(visits_of(bank, xianggong, nine).next == at_window_end("2021-01-11"));
  const Visits last = visits_of(bank, xianggong, nine + days{4});
  CHECK(last.next == at_window_end("2021-01-13"));
  CHECK_FALSE(last.after_next);  // The pass ends on the fourteenth.
  const Visits none = visits_of(bank, xianggong, nine + days{9});
  CHECK(none.basis == VisitBasis::none);
  CHECK(horizon_of(bank, xianggong, none, nine + days{9}) == nine + days{9} + days{3});
}

TEST_CASE("outside a seal vans are expected by the interval") {
  Bank bank = house_bank();
  const Visits visits = visits_of(bank, elsewhere, nine);
  CHECK(visits.basis == VisitBasis::interval);
  CHECK(visits.next == nine + days{3});
  CHECK(visits.after_next == nine + days{6});
  bank.payouts.outlets.edit(elsewhere).delivered_at = nine - days{8};
  CHECK(visits_of(bank, elsewhere, nine).next == nine + days{1});
  CHECK(horizon_of(bank, elsewhere, visits, nine) == nine + days{6});
}

TEST_CASE("clean cash is supply; what is held becomes it at its own hour, special sources never") {
  Days story;
  story.agree(cashier, keeper,
              TakeIn{xianggong, {"in"}, Source::fit_notes, filling(9, 100), "doc 1"});
  story.counted(1, 5).counted(2, 3, Source::hospital).sanitised(3, 1);
  const Time until = *story.bag_here(1).sanitised_at + days{14};
  const Supply supply = supply_of(story.bank(), xianggong, story.now(), until);
  CHECK(supply.clean == of_hundreds(100));
  REQUIRE(supply.becoming.size() == 1);
  CHECK(supply.becoming[0].bag == bag(1));
  CHECK(supply.becoming[0].at == until);
  CHECK(supply.becoming[0].amount == of_hundreds(5));
  const auto sooner = supply_of(story.bank(), xianggong, story.now(), until - minutes{1});
  CHECK(sooner.becoming.empty());
}

}  // namespace waystation::cash
