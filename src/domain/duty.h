#pragma once
// The duty roster 值班: for a part of the province, which account answers at which hours and which
// deputy after it. Whom an incident calls follows from the roster and the time alone: the one on
// duty, after so many minutes without an answer the deputy, then the level above, up to the
// province (三级管理, domain.md §0). A roster is refused if at any minute of a day an unanswered
// call would end at nobody. Sources: features.md R29; the minutes are our own default (A).
#include "domain/account.h"

namespace waystation::duty {

inline constexpr std::int32_t answer_minutes_usual = 10;  // (A)
inline constexpr std::int32_t answer_minutes_most = 60;   // (A)
inline constexpr std::size_t most_watches = 12;           // Of one day.

// Daily hours, local to the place; they may pass midnight, and are a whole day where both are the
// same.
struct Watch {
  TimeOfDay from, until;
  AccountId on_duty;
  AccountId deputy;
};
BOOST_DESCRIBE_STRUCT(Watch, (), (from, until, on_duty, deputy))

struct DutyRoster {
  Scope at;
  std::vector<Watch> watches;  // By night an outlet may have none: its city is called at once.
  std::int32_t answer_minutes = answer_minutes_usual;
  Time since;
};
BOOST_DESCRIBE_STRUCT(DutyRoster, (), (at, watches, answer_minutes, since))
using DutyRosters = Table<std::string, DutyRoster>;  // By place, as Scope is written.

// One call of a path: from when on it is this account's to answer.
struct Call {
  AccountId account;
  Scope at;
  bool deputy = false;
  Time from;
};
BOOST_DESCRIBE_STRUCT(Call, (), (account, at, deputy, from))

const DutyRoster* roster_at(const Bank&, const Scope&);
const std::string& time_zone_at(const Bank&, const Scope&);
// The watch of a local minute of the day; of overlapping ones the first.
const Watch* watch_at(const DutyRoster&, TimeOfDay);
// The next part of the province above; none above the province.
std::optional<Scope> above(const Scope&);
// Whether the account may answer for the place: known, not disabled, in charge there.
bool can_answer(const Bank&, const AccountId&, const Scope&);

// Whom something at a place calls, in order, if nobody answers. Accounts that were disabled since
// are passed over. Where no roster of any level reaches anybody, the province's command accounts
// are called together: empty only where there is none. O(levels × watches), then O(accounts).
std::vector<Call> path_of(const Bank&, const Scope&, Time from);
// Whom it has called by now.
std::vector<Call> called_by(const std::vector<Call>&, Time now);

// The first minute of a day at which a call that nobody answers at a place would reach nobody above
// it; for the province itself, nobody at all. O(1440 × levels × watches).
std::optional<TimeOfDay> dead_end(const Bank&, const Scope&);

// ---- Publish who is on duty at a place; it replaces what was published before. Refuses
// "duty.no-watch", "duty.too-many", "duty.minutes-out-of-range", "duty.account-unfit",
// "duty.deputy-same", "duty.dead-end", "city.unknown", "outlet.unknown".

struct Publish {
  static constexpr auto name = "duty.publish";
  static constexpr Roles roles = managers;
  Scope at;
  std::vector<Watch> watches;
  std::int32_t answer_minutes = answer_minutes_usual;
};
BOOST_DESCRIBE_STRUCT(Publish, (), (at, watches, answer_minutes))

struct Published {
  static constexpr auto name = "duty.published";
  Scope at;
  std::vector<Watch> watches;
  std::int32_t answer_minutes = answer_minutes_usual;
};
BOOST_DESCRIBE_STRUCT(Published, (), (at, watches, answer_minutes))

Scope scope_of(const Bank&, const Publish&);
Decision<Published> decide(const Bank&, const Publish&, const Stamp&);
void apply(DutyRosters&, const Published&, const Mark&);

using Commands = boost::mp11::mp_list<Publish>;

}  // namespace waystation::duty
