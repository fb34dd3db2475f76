#include "application/view_cash_day.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

void add_keys(const Viewing& v, CashDayPage& page) {
  const Bank& bank = v.standing.bank;
  const auto& ring = cash_key::keys_of(bank, page.outlet);
  const Day today = local_day(v.now, page.time_zone);
  for (const cash_key::Pair& pair : ring.pairs) {
    if (v.now - pair.last >= cash_key::rest_of_pair) continue;
    const Time until = change_by(bank, page.outlet, pair, v.now);
    page.pairs.push_back(
        {pair.one, pair.other, pair.since, pair.last, pair.deeds, until, v.now >= until});
  }
  for (const cash_key::Lock& lock : ring.locks) {
    const Day due = code_due_on(bank, page.outlet, lock, v.now);
    page.locks.push_back(
        {lock.lock, lock.kind, lock.changed_on, lock.changed_by, due, due < today, lock.begun_by});
  }
}

// What is kept of the day, or how it stands now.
std::optional<Refusal> add_sheet(const Viewing& v, Day day, CashDayPage& page) {
  const Bank& bank = v.standing.bank;
  const auto& ledger = cash_day::ledger_of(bank, page.outlet);
  for (const auto& kept : ledger.sheets) page.days.push_back(kept.sheet.day);
  const auto kept = std::ranges::find(page.days, day);
  if (kept != page.days.end()) {
    const auto& signed_sheet = ledger.sheets[std::size_t(kept - page.days.begin())];
    page.state = CashDayState::signed_by_two, page.sheet = signed_sheet.sheet;
    page.drawn_up_by = signed_sheet.drawn_up_by, page.signed_by = signed_sheet.signed_by;
    page.signed_at = signed_sheet.at;
    return {};
  }
  if (!page.days.empty() && day < page.days.back())
    return unknown("cash-day.sheet-unknown", to_text(day));
  page.sheet = cash_day::sheet_of(bank, page.outlet, day);
  if (ledger.drawn && ledger.drawn->sheet == page.sheet)
    page.state = CashDayState::drawn_up, page.drawn_up_by = ledger.drawn->by;
  if (const auto no = cash_day::refuse_sheet(bank, page.outlet, day, v.now))
    page.not_yet = no->code;
  return {};
}

}  // namespace

Decision<CashDayPage> see(const Viewing& v, const CashDayQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto* outlet = bank.outlets.find(q.outlet);
  if (!outlet) return unknown("outlet.unknown", q.outlet.text);
  if (auto no = refuse_outside(v, {outlet->city, q.outlet})) return *no;
  CashDayPage page;
  page.outlet = q.outlet, page.title = outlet->title;
  page.time_zone = outlet::time_zone_of(bank, q.outlet);
  if (auto no = add_sheet(v, q.day.value_or(cash_day::day_of(v.now)), page)) return *no;
  add_keys(v, page);
  page.version = version_of(v.standing, "cash-day", q.outlet.text);
  page.now = v.now;
  stamp_as_of(page, v.standing);
  return page;
}

}  // namespace waystation::view
