// The duty roster: who answers at which hours, and whom something would call now.
#include <algorithm>

#include "application/view_incidents.h"
#include "application/view_reading.h"
#include "application/view_work_incidents.h"

namespace waystation::view {

std::string title_of_place(const Bank& bank, const Scope& at) {
  if (!at.outlet.text.empty()) return title_of(bank, at.outlet);
  const auto* city = bank.cities.find(at.city);
  return city ? city->name : at.city.text;
}

namespace {

DutyRow duty_row(const Viewing& v, const duty::DutyRoster& roster) {
  const Bank& bank = v.standing.bank;
  return {roster.at,
          title_of_place(bank, roster.at),
          roster.watches,
          roster.answer_minutes,
          roster.since,
          duty::path_of(bank, roster.at, v.now),
          duty::dead_end(bank, roster.at)};
}

}  // namespace

Decision<DutyTable> see(const Viewing& v, const DutyQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  DutyTable out;
  out.at = *scope;
  out.now = v.now;
  out.time_zone = duty::time_zone_at(bank, *scope);
  stamp_as_of(out, v.standing);
  for (const auto& [place, roster] : bank.duty_rosters)
    if (scope->covers(roster.at) || roster.at.covers(*scope))
      out.rows.push_back(duty_row(v, roster));
  for (const auto& [id, account] : bank.accounts)
    if (duty::can_answer(bank, id, *scope)) out.may_answer.push_back(id);
  out.path = duty::path_of(bank, *scope, v.now);
  return out;
}

}  // namespace waystation::view
