// What the clean cash asks for, by time alone: an outlet that will have run out before the next
// van, with at least the chance that the policy warns of.
#include <algorithm>

#include "application/view_cash_runway.h"
#include "application/view_reading.h"
#include "application/view_work.h"

namespace waystation::view {

namespace {

constexpr std::int32_t likelier_than_not = 5'000;

std::int64_t percent_of(std::int32_t basis_points) {
  return (basis_points + 50) / 100;
}

// As a sentence says it: "2021-01-08 15:30", by the outlet's own clock.
std::string minute_of(Time time, const std::string& zone) {
  return to_text(local_day(time, zone)) + ' ' + to_text(local_time_of_day(time, zone));
}

void add_shortage(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet,
                  WorkItems& items) {
  const Bank& bank = v.standing.bank;
  const auto o = cash::outlook_of(bank, id, v.now);
  if (o.runway.risk_by(o.visits.next.value_or(o.until)) <
      cash::warning_basis_points(bank, id, v.now))
    return;
  const auto advice = cash::advice_of(bank, id, o, v.now);
  auto item = about_outlet(WorkCode::clean_cash_short, id, outlet);
  item.severity = advice.risk_if_not >= likelier_than_not || advice.too_late ? Severity::alarm
                                                                             : Severity::warning;
  item.deadline = advice.leave_by;
  item.facts = {
      number("percent", percent_of(advice.risk_if_not)),
      {"clean", cash::in_yuan(o.supply.clean)},
      {"bring", cash::in_yuan(advice.bring)},
      {"out", minute_of(advice.needed_by.value_or(v.now), outlet::time_zone_of(bank, id))}};
  item.action = "cash.hand-over";
  items.push_back(std::move(item));
}

}  // namespace

void add_clean_cash(const Viewing& v, const Scope& scope, WorkItems& items) {
  const Bank& bank = v.standing.bank;
  for (const auto& [id, site] : bank.custody.sites) {
    const auto* outlet = bank.outlets.find(id);
    if (outlet && sees(scope, id, *outlet) && has_counter(*outlet))
      add_shortage(v, id, *outlet, items);
  }
}

}  // namespace waystation::view
