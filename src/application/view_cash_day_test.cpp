#include "application/view_cash_day.h"

#include "application/view_story.h"
#include "domain/cash_story.h"

using namespace waystation;
using namespace waystation::view_story;
using cash::story::Days;
using cash::story::eighth;

namespace {

// Twenty notes of stock; the sheet of the eighth is signed by two.
Days signed_day() {
  Days days;
  days.agree(
      cash::story::teller, cash::story::supervisor,
      cash::TakeIn{xianggong, {"in"}, cash::Source::fit_notes, cash::story::filling(9, 20), "D"});
  days.give(cash::story::teller, cash_day::DrawUp{xianggong, eighth});
  return days.give(cash::story::supervisor, cash_day::Sign{xianggong, eighth});
}

Seen seen(const Days& days) {
  return Seen(Story{days.bank(), {}}).at("2021-01-09T08:00:00+08:00");
}

}  // namespace

TEST_CASE("a day that two have signed is shown as they signed it, the next as it stands") {
  const Days days = signed_day();
  const auto signed_page = seen(days).see(view::CashDayQuery{xianggong, eighth});
  CHECK(signed_page.state == view::CashDayState::signed_by_two);
  CHECK(signed_page.sheet.closing == yuan(2000));
  const auto next = seen(days).see(view::CashDayQuery{xianggong, {}});
  CHECK(next.state == view::CashDayState::open);
  CHECK(next.sheet.opening == yuan(2000));
  CHECK(next.days == std::vector{eighth});
}

TEST_CASE("the sheet of a day before the first that was signed is not kept") {
  const view::CashDayQuery before{xianggong, eighth - std::chrono::days{1}};
  CHECK(seen(signed_day()).refused(before) == "cash-day.sheet-unknown");
}
