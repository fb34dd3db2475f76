// The worklist of incidents: one item for each clock that runs, on the list of every level that
// covers the place. A drill never stands among real work.
#include "application/view_work_incidents.h"

#include "application/view_work.h"

namespace waystation::view {

void add_incidents(const Viewing& v, const Scope& scope, WorkItems& items) {
  const Bank& bank = v.standing.bank;
  for (const auto& [id, it] : bank.incidents) {
    if (it.drill || it.closed_at || !scope.covers(it.at)) continue;
    for (const auto& due : incident::dues_of(bank, it)) {
      WorkItem item;
      item.code = WorkCode::incident_due;
      item.severity = due.by <= v.now ? Severity::alarm : Severity::warning;
      item.deadline = due.by;
      if (!it.at.city.text.empty()) item.city = it.at.city;
      if (!it.at.outlet.text.empty()) item.outlet = it.at.outlet;
      item.title = title_of_place(bank, it.at);
      item.facts = {{"incident", id.text},
                    {"kind", std::string(name_of(it.kind))},
                    {"class", std::string(name_of(it.incident_class))},
                    {"due", std::string(name_of(due.kind))}};
      item.action = action_of(due.kind);
      items.push_back(std::move(item));
    }
  }
}

}  // namespace waystation::view
