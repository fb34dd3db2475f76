#include "domain/cash_day.h"

#include "domain/cash_story.h"

namespace waystation::cash_day {

using namespace cash::story;

namespace {

using Story = cash::story::Days;

const DrawUp draw_up{xianggong, eighth};
const Sign sign{xianggong, eighth};

cash::Receive receiving(std::int32_t count, std::optional<Time> at = {}) {
  return {xianggong, window, cash::Source::ordinary, hundreds(count), of_hundreds(count), at};
}

// The stock of the first day, 300 yuan paid out of it, and 500 paid in and counted one short.
Story a_day() {
  Story days;
  days.agree(teller, supervisor,
             cash::TakeIn{xianggong, {"in"}, cash::Source::fit_notes, filling(9, 20), "D"});
  days.agree(teller, supervisor, cash::Draw{xianggong, {"draw"}, {bag(9)}, box});
  days.give(teller, cash::Pay{xianggong, box, hundreds(3), yuan(300)}).sanitised(1, 5);
  days.give(teller, cash::Count{xianggong, bag(1), hundreds(4), yuan(400)});
  return days.give(second, cash::Recount{xianggong, bag(1), hundreds(4), yuan(400)});
}

Fen amount(const Sheet& sheet, FlowKind kind) {
  const auto at = std::ranges::find(sheet.lines, kind, &Line::kind);
  return at == sheet.lines.end() ? Fen{} : at->amount;
}

}  // namespace

TEST_CASE("the sheet of a day has what came in, what went out, and what is there") {
  Story days = a_day();
  const auto sheet = sheet_of(days.bank(), xianggong, eighth);
  CHECK(sheet.opening == Fen{});
  CHECK(amount(sheet, FlowKind::taken_in) == yuan(2000));
  CHECK(amount(sheet, FlowKind::received) == yuan(500));
  CHECK(amount(sheet, FlowKind::paid) == yuan(300));
  CHECK(amount(sheet, FlowKind::missing) == yuan(100));
  CHECK(sheet.others == Fen{});
  CHECK(sheet.closing == yuan(2100));
  Fen held;
  for (const auto& stage : sheet.held) held = held + stage.amount;
  CHECK(held == sheet.closing);
  CHECK(sheet.discrepancies_open == 1);
}

TEST_CASE("one draws it up, another signs it, and it is the next day's opening") {
  Story days = a_day();
  days.ask(teller, sign).refused("cash-day.not-drawn-up");
  days.give(teller, draw_up).ask(teller, sign).refused("cash-day.same-person");
  days.give(supervisor, sign);
  days.ask(teller, draw_up).refused("cash-day.already-signed");
  days.until(morning + std::chrono::days{1}).give(teller, receiving(7));
  const auto next = sheet_of(days.bank(), xianggong, eighth + std::chrono::days{1});
  CHECK(next.opening == yuan(2100));
  CHECK(next.closing == yuan(2800));
  CHECK(next.lines.size() == 1);
}

TEST_CASE("what moved after it was drawn up makes it void") {
  Story days = a_day();
  days.give(teller, draw_up).give(teller, cash::Pay{xianggong, box, hundreds(1), yuan(100)});
  days.ask(supervisor, sign).refused("cash-day.moved-since");
}

TEST_CASE("a day is over when all is bagged and nothing waits, and not before it has begun") {
  Story days = a_day();
  days.ask(teller, DrawUp{xianggong, eighth + std::chrono::days{1}}).refused("cash-day.in-future");
  Story waiting = days;
  waiting.give(teller, cash::Store{xianggong, {"s"}, {bag(1)}});
  waiting.ask(teller, draw_up).refused("cash-day.deed-waits");
  days.give(teller, receiving(2)).ask(teller, draw_up).refused("cash-day.drawer-not-empty");
}

TEST_CASE("what is entered late belongs to its own day, until two have signed that day") {
  Story days = a_day();
  const Time evening = days.now();
  days.until(morning + std::chrono::days{1}).give(teller, receiving(2, evening));
  days.give(teller, receiving(3));
  const auto sheet = sheet_of(days.bank(), xianggong, eighth);
  CHECK(amount(sheet, FlowKind::received) == yuan(700));
  CHECK(sheet.closing == yuan(2300));
  CHECK(sheet.since == yuan(300));
  CHECK(cash::site_of(days.bank(), xianggong).drawers[0].since == evening);
  days.give(teller, cash::Fill{xianggong, bag(2), window, cash::Source::ordinary, hundreds(5),
                               yuan(500), seal(2)});
  days.give(teller, draw_up).give(supervisor, sign);
  days.ask(teller, receiving(1, evening)).refused("cash.day-signed");
  days.ask(teller, cash::Pay{xianggong, box, hundreds(1), yuan(100), evening})
      .refused("cash.day-signed");
  days.give(teller, receiving(1));
  const auto next = sheet_of(days.bank(), xianggong, eighth + std::chrono::days{1});
  CHECK(next.opening == yuan(2300));
  CHECK(next.closing == yuan(2700));
}

TEST_CASE("days that nobody signs are kept apart for a month, then together") {
  Story days;
  for (int n = 0; n < 40; ++n)
    days.until(morning + std::chrono::days{n}).give(teller, receiving(1));
  const auto& flows = ledger_of(days.bank(), xianggong).flows;
  CHECK(flows.size() == 32);
  Fen sum;
  for (const auto& flow : flows) sum = sum + flow.amount;
  CHECK(sum == yuan(4000));
}

}  // namespace waystation::cash_day
