#include "domain/incident_state.h"

#include <algorithm>
#include <set>

#include "domain/bank.h"

namespace waystation::incident {

std::vector<Step> steps_of(Kind kind) {
  if (kind != Kind::suspected_case && kind != Kind::staff_infected) return {};
  return {Step::isolate, Step::close, Step::trace, Step::terminal, Step::reopen};
}

const StepTaken* taken(const Incident& it, Step step) {
  const auto at = std::ranges::find(it.steps, step, &StepTaken::step);
  return at == it.steps.end() ? nullptr : &*at;
}

std::optional<Step> next_step(const Incident& it) {
  if (it.cleared_at) return {};
  for (const Step step : steps_of(it.kind))
    if (!taken(it, step)) return step;
  return {};
}

// ---- Clocks.

std::vector<duty::Call> calls_of(const Bank& bank, const Incident& it) {
  return duty::path_of(bank, it.at, it.calls_from);
}

std::vector<duty::Call> waiting_for(const Bank& bank, const Incident& it, Time now) {
  if (it.closed_at || it.acknowledged_at) return {};
  return duty::called_by(calls_of(bank, it), now);
}

// When the first who was called should have answered.
static Time acknowledge_by(const Bank& bank, const Incident& it) {
  const auto calls = calls_of(bank, it);
  const auto later = std::ranges::find_if(
      calls, [&](const duty::Call& call) { return call.from > it.calls_from; });
  return later != calls.end() ? later->from
                              : it.calls_from + std::chrono::minutes{duty::answer_minutes_usual};
}

static bool is_asked(const Incident& it, Step step) {
  return !it.cleared_at && !steps_of(it.kind).empty() && !taken(it, step);
}

std::vector<Due> dues_of(const Bank& bank, const Incident& it) {
  std::vector<Due> dues;
  if (it.closed_at) return dues;
  if (!it.acknowledged_at) dues.push_back({DueKind::acknowledge, acknowledge_by(bank, it)});
  if (is_asked(it, Step::isolate))
    dues.push_back({DueKind::isolate, it.happened_at + isolate_within});
  if (!it.first_report_at) dues.push_back({DueKind::first_report, it.first_report_by});
  if (it.close_by && is_asked(it, Step::close)) dues.push_back({DueKind::close, *it.close_by});
  if (!it.written_report_at) dues.push_back({DueKind::written_report, it.written_report_by});
  if (it.class_1_since) {
    const Time last = std::max(*it.class_1_since, it.progress_at.value_or(*it.class_1_since));
    dues.push_back({DueKind::progress, last + class_1_progress});
  }
  std::ranges::stable_sort(dues, {}, &Due::by);
  return dues;
}

std::vector<std::string> unfinished(const Incident& it) {
  std::vector<std::string> out;
  if (!it.acknowledged_at) out.push_back("incident.unacknowledged");
  if (!it.first_report_at) out.push_back("incident.first-report-missing");
  if (!it.written_report_at) out.push_back("incident.written-report-missing");
  if (next_step(it)) out.push_back("incident.steps-open");
  return out;
}

const IncidentId* keeps_shut(const Bank& bank, const OutletId& outlet) {
  for (const auto& [id, it] : bank.incidents)
    if (it.at.outlet == outlet && !it.drill && !it.closed_at && is_asked(it, Step::reopen))
      return &id;
  return nullptr;
}

// ---- Who was there.

Trace trace_of(const Bank& bank, const OutletId& outlet, Time from, Time until) {
  Trace out{from, until, {}, {}, 0};
  const Day today = local_day(until, outlet::time_zone_of(bank, outlet));
  std::set<PersonId> people;
  if (const auto duty = roster::duty_on(bank, outlet, today))
    for (const auto& member : duty->members) people.insert(member.person);
  if (const auto* roster = bank.rosters.find(outlet))
    for (const auto& present : roster->present)
      if (present.since <= until) people.insert(present.person);
  out.people.assign(people.begin(), people.end());
  if (const auto* queue = queue::queue_of(bank, outlet))
    for (const auto& [id, ticket] : queue->tickets)
      if (ticket.taken_at >= from && ticket.taken_at <= until) out.tickets.push_back(id);
  const auto* lobby = bank.lobbies.find(outlet);
  if (lobby && lobby->day == today) out.entered = lobby->counts.entered;
  return out;
}

IncidentFigures figures_of(const Bank& bank, const Scope& scope, Time now) {
  IncidentFigures out;
  for (const auto& [id, it] : bank.incidents) {
    if (it.drill || !scope.covers(it.at)) continue;
    const auto dues = dues_of(bank, it);
    ++(it.closed_at ? out.closed : out.open);
    out.overdue += !dues.empty() && dues.front().by <= now;
  }
  return out;
}

}  // namespace waystation::incident
