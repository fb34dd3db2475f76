// The worklist of daily reports: silence has an owner. To an outlet its own report; to the levels
// above a city at a time, with how many outlets of it are silent.
#include <algorithm>

#include "application/view_reading.h"
#include "application/view_work.h"

namespace waystation::view {

namespace {

using std::chrono::days;

std::int64_t silent_below(const Viewing& v, const Scope& at, Day day) {
  const Bank& bank = v.standing.bank;
  const auto missing = daily_report::missing_below(bank, at, day);
  return std::ranges::count_if(
      missing, [&](const Scope& part) { return daily_report::is_overdue(bank, part, day, v.now); });
}

void add_place(const Viewing& v, const Scope& at, Day day, WorkItems& items) {
  const Bank& bank = v.standing.bank;
  const std::int64_t silent = silent_below(v, at, day);
  const bool own = daily_report::is_overdue(bank, at, day, v.now);
  if (!own && silent == 0) return;
  WorkItem item;
  if (const auto* outlet = bank.outlets.find(at.outlet))
    item = about_outlet(WorkCode::report_overdue, at.outlet, *outlet);
  item.code = WorkCode::report_overdue;
  item.severity = own ? Severity::alarm : Severity::warning;
  item.deadline = daily_report::due_at(bank, at, day);
  if (at.level() != Level::province) item.city = at.city;
  if (at.level() == Level::city) item.title = bank.cities.at(at.city).name;
  item.facts = {{"day", to_text(day)}, number("silent", silent)};
  if (at == v.scope) item.action = "daily-report.submit";
  items.push_back(std::move(item));
}

}  // namespace

// Today's and yesterday's: what is older is a matter of the record.
void add_reports(const Viewing& v, const Scope& scope, WorkItems& items) {
  const Bank& bank = v.standing.bank;
  if (!bank.daily_reports.since) return;
  const Day today = local_day(v.now, daily_report::time_zone_of(bank, scope));
  for (const Day day : {today - days{1}, today}) {
    add_place(v, scope, day, items);
    if (scope.level() == Level::province)
      for (const auto& [id, city] : bank.cities) add_place(v, {id, {}}, day, items);
  }
}

}  // namespace waystation::view
