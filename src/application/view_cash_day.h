#pragma once
// 日终轧账: the day sheet of an outlet as it stands now, as it was drawn up, or as two signed it;
// with the pairs that act together at the vault and the locks whose code is due.
#include "application/view.h"

namespace waystation::view {

BOOST_DEFINE_ENUM_CLASS(CashDayState, open, drawn_up, signed_by_two)

struct CashPairRow {
  AccountId one, other;
  Time since, last;
  std::int32_t deeds = 0;
  Time change_by;
  bool too_long = false;
};
BOOST_DESCRIBE_STRUCT(CashPairRow, (), (one, other, since, last, deeds, change_by, too_long))

struct CashLockRow {
  cash_key::LockName lock;
  cash_key::LockKind kind = cash_key::LockKind::vault;
  Day changed_on;
  std::vector<AccountId> changed_by;
  Day due_on;
  bool overdue = false;
  std::optional<AccountId> begun_by;  // A change waits for a second person.
};
BOOST_DESCRIBE_STRUCT(CashLockRow, (),
                      (lock, kind, changed_on, changed_by, due_on, overdue, begun_by))

struct CashDayQuery {
  OutletId outlet;
  std::optional<Day> day;  // Today where absent.
};
BOOST_DESCRIBE_STRUCT(CashDayQuery, (), (outlet, day))

struct CashDayPage {
  static constexpr auto name = "cash-day";
  static constexpr Roles roles = cash::cash_crew | command_centres | role_set(Role::auditor);
  using Query = CashDayQuery;
  OutletId outlet;
  std::string title;
  CashDayState state = CashDayState::open;
  cash_day::Sheet sheet;
  std::optional<AccountId> drawn_up_by;
  std::optional<AccountId> signed_by;
  std::optional<Time> signed_at;
  std::optional<std::string> not_yet;  // Why it cannot be drawn up now: a code.
  std::vector<Day> days;               // Whose sheets are kept, oldest first.
  std::vector<CashPairRow> pairs;
  std::vector<CashLockRow> locks;
  std::int64_t version = 0;  // Of "cash-day/…".
  std::string time_zone;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(CashDayPage, (),
                      (outlet, title, state, sheet, drawn_up_by, signed_by, signed_at, not_yet,
                       days, pairs, locks, version, time_zone, now, as_of_seq, as_of))
// "cash-day.sheet-unknown" where two signed a later day, and the day's own sheet is not kept.
Decision<CashDayPage> see(const Viewing&, const CashDayQuery&);

}  // namespace waystation::view
