#include "domain/incident.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::incident {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

std::optional<Refusal> refuse_text(const std::string& text, std::size_t longest) {
  if (text.empty()) return invalid("incident.text-empty");
  if (text.size() > longest)
    return invalid("incident.text-too-long", {{"most", std::to_string(longest)}});
  return {};
}

// A known incident that is not closed.
std::optional<Refusal> refuse_incident(const Bank& bank, const IncidentId& id) {
  const auto* it = bank.incidents.find(id);
  if (!it) return unknown("incident.unknown", id.text);
  if (it->closed_at) return conflict("incident.closed", {{"id", id.text}});
  return {};
}

bool is_late(const Bank& bank, const IncidentId& id, DueKind kind, Time now) {
  const auto dues = dues_of(bank, bank.incidents.at(id));
  const auto due = std::ranges::find(dues, kind, &Due::kind);
  return due != dues.end() && now > due->by;
}

Incident& enter(Incidents& incidents, const IncidentId& id, Entry entry) {
  Incident& it = incidents.edit(id);
  it.timeline.push_back(std::move(entry));
  return it;
}

IncidentId next_id(const Bank& bank, Day today) {
  for (int n = 1;; ++n) {
    IncidentId id{to_text(today) + "-E" + std::to_string(n)};
    if (!bank.incidents.contains(id)) return id;
  }
}

std::optional<Refusal> refuse_place(const Bank& bank, const Raise& c) {
  if (!c.at.city.text.empty() && !bank.cities.contains(c.at.city))
    return unknown("city.unknown", c.at.city.text);
  const auto* outlet = bank.outlets.find(c.at.outlet);
  if (!c.at.outlet.text.empty() && (!outlet || outlet->city != c.at.city))
    return unknown("outlet.unknown", c.at.outlet.text);
  if (!steps_of(c.kind).empty() && c.at.outlet.text.empty())
    return invalid("incident.outlet-missing");
  return {};
}

}  // namespace

Scope scope_of_incident(const Bank& bank, const IncidentId& id) {
  const auto* it = bank.incidents.find(id);
  return it ? it->at : Scope{};
}

// ---- Raise.

Scope scope_of(const Bank&, const Raise& c) {
  return c.at;
}

Decision<Raised> decide(const Bank& bank, const Raise& c, const Stamp& stamp) {
  using enum policy::Key;
  if (auto no = refuse_place(bank, c)) return *no;
  if (auto no = refuse_text(c.what, longest_text)) return *no;
  const Time at = c.happened_at.value_or(stamp.at);
  if (at > stamp.at) return invalid("incident.in-future", {{"at", to_text(at)}});
  const Day today = local_day(stamp.at, duty::time_zone_at(bank, c.at));
  const auto value = [&](policy::Key key) {
    return policy::in_force(bank, key, c.at.outlet, today).value;
  };
  Raised e{next_id(bank, today),
           c.at,
           c.kind,
           c.incident_class,
           c.what,
           c.drill,
           at,
           at + minutes{value(first_report_minutes)},
           at + hours{value(written_report_hours)},
           {}};
  if (!steps_of(c.kind).empty()) e.close_by = at + minutes{value(suspect_close_minutes)};
  return e;
}

void apply(Incidents& incidents, const Raised& e, const Mark& mark) {
  Incident& it = enter(
      incidents, e.incident,
      {EntryKind::raised, mark.at, mark.by, std::string(name_of(e.incident_class)), e.what, false});
  it.kind = e.kind, it.incident_class = e.incident_class;
  it.at = e.at, it.what = e.what, it.drill = e.drill;
  it.happened_at = e.happened_at;
  it.raised_at = it.calls_from = mark.at;
  it.raised_by = mark.by;
  it.first_report_by = e.first_report_by, it.written_report_by = e.written_report_by;
  it.close_by = e.close_by;
  if (e.incident_class == Class::class_1) it.class_1_since = mark.at;
}

// ---- Classify.

Scope scope_of(const Bank& bank, const Classify& c) {
  return scope_of_incident(bank, c.incident);
}

Decision<Classified> decide(const Bank& bank, const Classify& c, const Stamp& stamp) {
  if (auto no = refuse_incident(bank, c.incident)) return *no;
  const Class now = bank.incidents.at(c.incident).incident_class;
  if (c.incident_class == now)
    return conflict("incident.class-same", {{"class", std::string(name_of(now))}});
  if (c.incident_class > now && !(command_centres & role_set(stamp.role)))
    return conflict("incident.lower-above");
  if (auto no = refuse_text(c.note, longest_text)) return *no;
  return Classified{c.incident, c.incident_class, c.note};
}

void apply(Incidents& incidents, const Classified& e, const Mark& mark) {
  Incident& it = enter(incidents, e.incident,
                       {EntryKind::classified, mark.at, mark.by,
                        std::string(name_of(e.incident_class)), e.note, false});
  if (e.incident_class < it.incident_class) {
    it.calls_from = mark.at;
    it.acknowledged_at.reset();
    it.acknowledged_by.reset();
  }
  it.incident_class = e.incident_class;
  if (e.incident_class == Class::class_1)
    it.class_1_since = mark.at;
  else
    it.class_1_since.reset();
}

// ---- Acknowledge.

Scope scope_of(const Bank& bank, const Acknowledge& c) {
  return scope_of_incident(bank, c.incident);
}

Decision<Acknowledged> decide(const Bank& bank, const Acknowledge& c, const Stamp& stamp) {
  if (auto no = refuse_incident(bank, c.incident)) return *no;
  const Incident& it = bank.incidents.at(c.incident);
  if (it.acknowledged_at)
    return conflict("incident.already-acknowledged", {{"by", it.acknowledged_by->text}});
  return Acknowledged{c.incident, is_late(bank, c.incident, DueKind::acknowledge, stamp.at)};
}

void apply(Incidents& incidents, const Acknowledged& e, const Mark& mark) {
  Incident& it =
      enter(incidents, e.incident, {EntryKind::acknowledged, mark.at, mark.by, {}, {}, e.late});
  it.acknowledged_at = mark.at;
  it.acknowledged_by = mark.by;
}

// ---- Reports.

Scope scope_of(const Bank& bank, const FileFirst& c) {
  return scope_of_incident(bank, c.incident);
}

Decision<FirstFiled> decide(const Bank& bank, const FileFirst& c, const Stamp& stamp) {
  if (auto no = refuse_incident(bank, c.incident)) return *no;
  if (bank.incidents.at(c.incident).first_report_at) return conflict("incident.already-filed");
  if (auto no = refuse_text(c.note, longest_text)) return *no;
  return FirstFiled{c.incident, c.note, is_late(bank, c.incident, DueKind::first_report, stamp.at)};
}

void apply(Incidents& incidents, const FirstFiled& e, const Mark& mark) {
  enter(incidents, e.incident, {EntryKind::first_report, mark.at, mark.by, {}, e.note, e.late})
      .first_report_at = mark.at;
}

Scope scope_of(const Bank& bank, const FileWritten& c) {
  return scope_of_incident(bank, c.incident);
}

Decision<WrittenFiled> decide(const Bank& bank, const FileWritten& c, const Stamp& stamp) {
  if (auto no = refuse_incident(bank, c.incident)) return *no;
  const Incident& it = bank.incidents.at(c.incident);
  if (!it.first_report_at) return conflict("incident.first-report-missing");
  if (it.written_report_at) return conflict("incident.already-filed");
  if (auto no = refuse_text(c.note, longest_after_action)) return *no;
  return WrittenFiled{c.incident, c.note,
                      is_late(bank, c.incident, DueKind::written_report, stamp.at)};
}

void apply(Incidents& incidents, const WrittenFiled& e, const Mark& mark) {
  enter(incidents, e.incident, {EntryKind::written_report, mark.at, mark.by, {}, e.note, e.late})
      .written_report_at = mark.at;
}

// ---- Progress.

Scope scope_of(const Bank& bank, const RecordProgress& c) {
  return scope_of_incident(bank, c.incident);
}

Decision<ProgressRecorded> decide(const Bank& bank, const RecordProgress& c, const Stamp& stamp) {
  if (auto no = refuse_incident(bank, c.incident)) return *no;
  if (auto no = refuse_text(c.note, longest_text)) return *no;
  return ProgressRecorded{c.incident, c.note,
                          is_late(bank, c.incident, DueKind::progress, stamp.at)};
}

void apply(Incidents& incidents, const ProgressRecorded& e, const Mark& mark) {
  enter(incidents, e.incident, {EntryKind::progress, mark.at, mark.by, {}, e.note, e.late})
      .progress_at = mark.at;
}

// ---- Close.

Scope scope_of(const Bank& bank, const Close& c) {
  return scope_of_incident(bank, c.incident);
}

Decision<Closed> decide(const Bank& bank, const Close& c, const Stamp&) {
  if (auto no = refuse_incident(bank, c.incident)) return *no;
  if (auto no = refuse_text(c.after_action, longest_after_action)) return *no;
  auto open = unfinished(bank.incidents.at(c.incident));
  if (!open.empty()) return Refusal{Why::conflict, "incident.unfinished", {}, std::move(open), {}};
  return Closed{c.incident, c.after_action};
}

void apply(Incidents& incidents, const Closed& e, const Mark& mark) {
  Incident& it = enter(incidents, e.incident,
                       {EntryKind::closed, mark.at, mark.by, {}, e.after_action, false});
  it.closed_at = mark.at;
  it.after_action = e.after_action;
}

}  // namespace waystation::incident

template struct waystation::RoomTable<waystation::incident::Commands>;
