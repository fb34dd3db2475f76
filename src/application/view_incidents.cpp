#include "application/view_incidents.h"

#include <algorithm>

#include "application/view_reading.h"
#include "application/view_work_incidents.h"

namespace waystation::view {

namespace {

constexpr std::size_t most_closed_rows = 200;

using incident::DueKind;
using incident::Incident;
using incident::IncidentId;

// What is done next: the command of the soonest clock, else the next step, else the closing.
std::string action_next(const Incident& it, const std::vector<IncidentDue>& dues) {
  if (it.closed_at) return {};
  if (!dues.empty() && dues.front().kind != DueKind::progress) return action_of(dues.front().kind);
  if (incident::next_step(it)) return "incident.take-step";
  return dues.empty() ? "incident.close" : action_of(dues.front().kind);
}

bool is_incident_mine(const Viewing& v, const Incident& it, const std::string& action) {
  const auto* row = command_named(action);
  if (!row || !(row->roles & role_set(v.role)) || !v.scope.covers(it.at)) return false;
  const bool approves =
      action == "incident.take-step" && incident::next_step(it) == incident::Step::reopen;
  return !approves || v.scope.level() != Level::outlet;
}

IncidentRow incident_row(const Viewing& v, const IncidentId& id, const Incident& it) {
  const Bank& bank = v.standing.bank;
  IncidentRow row;
  row.incident = id;
  row.kind = it.kind, row.incident_class = it.incident_class;
  row.at = it.at, row.title = title_of_place(bank, it.at);
  row.what = it.what, row.drill = it.drill, row.happened_at = it.happened_at;
  for (const auto& due : incident::dues_of(bank, it))
    row.dues.push_back({due.kind, due.by, due.by <= v.now});
  row.next_step = incident::next_step(it);
  row.waiting_for = incident::waiting_for(bank, it, v.now);
  row.acknowledged = it.acknowledged_at.has_value();
  row.cleared = it.cleared_at.has_value();
  row.closed_at = it.closed_at;
  row.action = action_next(it, row.dues);
  row.mine = is_incident_mine(v, it, row.action);
  return row;
}

// Open ones by their soonest deadline, those without any last; closed ones newest first.
bool comes_before(const IncidentRow& a, const IncidentRow& b) {
  if (a.closed_at && b.closed_at) return *a.closed_at > *b.closed_at;
  if (a.dues.empty() || b.dues.empty()) return !a.dues.empty() && b.dues.empty();
  return a.dues.front().by < b.dues.front().by;
}

}  // namespace

std::string action_of(DueKind kind) {
  switch (kind) {
    case DueKind::acknowledge:
      return "incident.acknowledge";
    case DueKind::isolate:
    case DueKind::close:
      return "incident.take-step";
    case DueKind::first_report:
      return "incident.file-first-report";
    case DueKind::progress:
      return "incident.record-progress";
    case DueKind::written_report:
      return "incident.file-written-report";
  }
  return {};
}

Decision<IncidentList> see(const Viewing& v, const IncidentListQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  IncidentList out;
  out.now = v.now;
  stamp_as_of(out, v.standing);
  out.figures = incident::figures_of(bank, *scope, v.now);
  for (const auto& [id, it] : bank.incidents)
    if (scope->covers(it.at) && it.closed_at.has_value() == q.closed)
      out.rows.push_back(incident_row(v, id, it));
  std::ranges::stable_sort(out.rows, comes_before);
  if (q.closed && out.rows.size() > most_closed_rows) out.rows.resize(most_closed_rows);
  return out;
}

Decision<IncidentPage> see(const Viewing& v, const IncidentPageQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto* it = bank.incidents.find(q.incident);
  if (!it) return unknown("incident.unknown", q.incident.text);
  if (auto no = refuse_outside(v, it->at)) return *no;
  IncidentPage out;
  out.row = incident_row(v, q.incident, *it);
  out.steps = incident::steps_of(it->kind);
  out.taken = it->steps;
  out.calls = incident::calls_of(bank, *it);
  out.timeline = it->timeline;
  if (managers & role_set(v.role)) out.trace = it->trace;
  out.backups = it->backups;
  if (!it->closed_at) out.unfinished = incident::unfinished(*it);
  out.after_action = it->after_action;
  out.may_approve = v.scope.level() != Level::outlet && (command_centres & role_set(v.role)) != 0;
  out.version = version_of(v.standing, "incident", q.incident.text);
  out.time_zone = duty::time_zone_at(bank, it->at);
  out.now = v.now;
  stamp_as_of(out, v.standing);
  return out;
}

}  // namespace waystation::view
