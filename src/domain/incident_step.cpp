// Backups and the steps of a case: each step rests on a fact that its own room has recorded.
#include <algorithm>

#include "domain/bank.h"

namespace waystation::incident {

namespace {

std::optional<Refusal> refuse_open_case(const Bank& bank, const IncidentId& id) {
  const auto* it = bank.incidents.find(id);
  if (!it) return unknown("incident.unknown", id.text);
  if (it->closed_at) return conflict("incident.closed", {{"id", id.text}});
  return {};
}

std::optional<Refusal> refuse_unnamed(const ActivateBackups& c) {
  std::vector<std::string> missing;
  if (!c.business) missing.push_back("incident.backup-business");
  if (!c.people) missing.push_back("incident.backup-people");
  if (c.service.empty()) missing.push_back("incident.backup-service");
  if (!c.management) missing.push_back("incident.backup-management");
  if (missing.empty()) return {};
  return Refusal{Why::conflict, "incident.backup-missing", {}, std::move(missing), {}};
}

using Done = Decision<Time>;  // When the fact that a step rests on came about.

Done fact_of_isolation(const Bank& bank, const Incident& it, Time now) {
  if (it.kind == Kind::staff_infected) return now;  // At home or in hospital: said by the crew.
  const auto* lobby = bank.lobbies.find(it.at.outlet);
  if (!lobby || !lobby->suspected_at) return conflict("incident.nobody-isolated");
  return std::min(now, *lobby->suspected_at);
}

Done fact_of_closing(const Bank& bank, const Incident& it, Time now) {
  using enum outlet::State;
  const auto& outlet = bank.outlets.at(it.at.outlet);
  if (outlet.state == open || outlet.state == limited)
    return conflict("incident.outlet-open", {{"state", std::string(name_of(outlet.state))}});
  return std::min(now, std::max(outlet.since, it.happened_at));
}

Done fact_of_terminal(const Bank& bank, const Incident& it) {
  const auto* rounds = bank.disinfections.find(it.at.outlet);
  if (!rounds || !rounds->terminal_at || *rounds->terminal_at < it.happened_at ||
      disinfection::is_terminal_outstanding(bank, it.at.outlet))
    return conflict("incident.terminal-missing");
  return *rounds->terminal_at;
}

Done fact_of_approval(const Incident& it, const Stamp& stamp) {
  if (stamp.scope.level() == Level::outlet || !(command_centres & role_set(stamp.role)))
    return conflict("incident.approval-above");
  if (!it.first_report_at) return conflict("incident.first-report-missing");
  return stamp.at;
}

Done fact_of(const Bank& bank, const Incident& it, Step step, const Stamp& stamp) {
  if (step == Step::reopen) return fact_of_approval(it, stamp);
  if (it.drill) return stamp.at;
  switch (step) {
    case Step::isolate:
      return fact_of_isolation(bank, it, stamp.at);
    case Step::close:
      return fact_of_closing(bank, it, stamp.at);
    case Step::terminal:
      return fact_of_terminal(bank, it);
    case Step::trace:
    case Step::reopen:
      break;
  }
  return stamp.at;
}

// The tickets of that whole day: whoever came before may have met whoever is suspected.
Time start_of_day(const Bank& bank, const Incident& it) {
  const std::string& zone = duty::time_zone_at(bank, it.at);
  return at_local(local_day(it.happened_at, zone), {}, zone);
}

bool is_step_late(const Incident& it, Step step, Time done_at) {
  if (step == Step::isolate) return done_at > it.happened_at + isolate_within;
  return step == Step::close && it.close_by && done_at > *it.close_by;
}

}  // namespace

// ---- Backups.

Scope scope_of(const Bank& bank, const ActivateBackups& c) {
  return scope_of_incident(bank, c.incident);
}

Decision<BackupsActivated> decide(const Bank& bank, const ActivateBackups& c, const Stamp&) {
  if (auto no = refuse_open_case(bank, c.incident)) return *no;
  if (auto no = refuse_unnamed(c)) return *no;
  const Scope& at = bank.incidents.at(c.incident).at;
  if (!bank.outlets.contains(*c.business)) return unknown("outlet.unknown", c.business->text);
  if (*c.business == at.outlet) return conflict("incident.backup-same-outlet");
  if (auto no = quarantine::refuse_person(bank, *c.people)) return *no;
  if (c.service.size() > longest_text)
    return invalid("incident.text-too-long", {{"most", std::to_string(longest_text)}});
  if (!duty::can_answer(bank, *c.management, at))
    return conflict("duty.account-unfit", {{"id", c.management->text}});
  return BackupsActivated{c.incident, *c.business, *c.people, c.service, *c.management};
}

void apply(Incidents& incidents, const BackupsActivated& e, const Mark& mark) {
  Incident& it = incidents.edit(e.incident);
  it.backups = {e.business, e.people, e.service, e.management, mark.at};
  it.timeline.push_back({EntryKind::backups, mark.at, mark.by, {}, e.service, false});
}

// ---- Steps.

Scope scope_of(const Bank& bank, const TakeStep& c) {
  return scope_of_incident(bank, c.incident);
}

Decision<StepDone> decide(const Bank& bank, const TakeStep& c, const Stamp& stamp) {
  if (auto no = refuse_open_case(bank, c.incident)) return *no;
  const Incident& it = bank.incidents.at(c.incident);
  const auto next = next_step(it);
  if (!next || taken(it, c.step))
    return conflict("incident.step-not-asked", {{"step", std::string(name_of(c.step))}});
  if (c.step != *next)
    return conflict("incident.out-of-order", {{"due", std::string(name_of(*next))}});
  if (c.note.size() > longest_text)
    return invalid("incident.text-too-long", {{"most", std::to_string(longest_text)}});
  const auto done_at = fact_of(bank, it, c.step, stamp);
  if (!done_at) return done_at.error();
  StepDone e{c.incident, c.step, *done_at, c.note, is_step_late(it, c.step, *done_at), {}};
  if (c.step == Step::trace)
    e.trace = trace_of(bank, it.at.outlet, start_of_day(bank, it), stamp.at);
  return e;
}

void apply(Incidents& incidents, const StepDone& e, const Mark& mark) {
  Incident& it = incidents.edit(e.incident);
  it.steps.push_back({e.step, e.done_at, mark.by, e.late});
  if (e.trace) it.trace = e.trace;
  it.timeline.push_back(
      {EntryKind::step, mark.at, mark.by, std::string(name_of(e.step)), e.note, e.late});
}

// ---- Clear.

Scope scope_of(const Bank& bank, const Clear& c) {
  return scope_of_incident(bank, c.incident);
}

Decision<Cleared> decide(const Bank& bank, const Clear& c, const Stamp&) {
  if (auto no = refuse_open_case(bank, c.incident)) return *no;
  const Incident& it = bank.incidents.at(c.incident);
  if (!next_step(it)) return conflict("incident.step-not-asked", {{"step", ""}});
  const auto* lobby = bank.lobbies.find(it.at.outlet);
  if (!it.drill && lobby && !lobby->isolated.empty()) return conflict("incident.still-isolated");
  if (c.note.empty()) return invalid("incident.text-empty");
  if (c.note.size() > longest_text)
    return invalid("incident.text-too-long", {{"most", std::to_string(longest_text)}});
  return Cleared{c.incident, c.note};
}

void apply(Incidents& incidents, const Cleared& e, const Mark& mark) {
  Incident& it = incidents.edit(e.incident);
  it.cleared_at = mark.at;
  it.timeline.push_back({EntryKind::cleared, mark.at, mark.by, {}, e.note, false});
}

}  // namespace waystation::incident
