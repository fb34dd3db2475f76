#pragma once
// 事件处置: the list of incidents by their clocks, one incident with its timeline for the review,
// and the duty roster with whom it would call now.
#include "application/view_worklist.h"

namespace waystation::view {

struct IncidentDue {
  incident::DueKind kind = incident::DueKind::acknowledge;
  Time by;
  bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(IncidentDue, (), (kind, by, overdue))

struct IncidentRow {
  incident::IncidentId incident;
  incident::Kind kind = incident::Kind::other;
  incident::Class incident_class = incident::Class::class_4;
  Scope at;
  std::string title;  // Of the place.
  std::string what;
  bool drill = false;
  Time happened_at;
  std::vector<IncidentDue> dues;  // Soonest first.
  std::optional<incident::Step> next_step;
  std::vector<duty::Call> waiting_for;  // Who was called and has not answered.
  bool acknowledged = false;
  bool cleared = false;  // The suspicion was not confirmed.
  std::optional<Time> closed_at;
  std::string action;  // The command that the soonest clock asks for.
  bool mine = false;   // The viewer may give it.
};
BOOST_DESCRIBE_STRUCT(IncidentRow, (),
                      (incident, kind, incident_class, at, title, what, drill, happened_at, dues,
                       next_step, waiting_for, acknowledged, cleared, closed_at, action, mine))

struct IncidentListQuery {
  std::optional<Scope> scope;
  bool closed = false;  // Those that are over, instead of the open ones; the newest 200.
};
BOOST_DESCRIBE_STRUCT(IncidentListQuery, (), (scope, closed))

inline constexpr Roles incident_viewers = outlet_crew | role_set(Role::cash_centre, Role::auditor);

struct IncidentList {
  static constexpr auto name = "incident.list";
  static constexpr Roles roles = incident_viewers;
  using Query = IncidentListQuery;
  std::vector<IncidentRow> rows;  // By the soonest deadline.
  incident::IncidentFigures figures;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(IncidentList, (), (rows, figures, now, as_of_seq, as_of))
Decision<IncidentList> see(const Viewing&, const IncidentListQuery&);

// ---- One incident.

struct IncidentPageQuery {
  incident::IncidentId incident;
};
BOOST_DESCRIBE_STRUCT(IncidentPageQuery, (), (incident))

struct IncidentPage {
  static constexpr auto name = "incident.page";
  static constexpr Roles roles = incident_viewers;
  using Query = IncidentPageQuery;
  IncidentRow row;
  std::vector<incident::Step> steps;  // Asked for, in order.
  std::vector<incident::StepTaken> taken;
  std::vector<duty::Call> calls;  // The whole path, whether it came to it or not.
  std::vector<incident::Entry> timeline;
  std::optional<incident::Trace> trace;  // For managers.
  std::optional<incident::Backups> backups;
  std::vector<std::string> unfinished;
  std::string after_action;
  bool may_approve = false;  // City or province.
  std::int64_t version = 0;  // Of "incident/…".
  std::string time_zone;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(IncidentPage, (),
                      (row, steps, taken, calls, timeline, trace, backups, unfinished, after_action,
                       may_approve, version, time_zone, now, as_of_seq, as_of))
Decision<IncidentPage> see(const Viewing&, const IncidentPageQuery&);

// ---- Who is on duty.

struct DutyRow {
  Scope at;
  std::string title;
  std::vector<duty::Watch> watches;
  std::int32_t answer_minutes = 0;
  Time since;
  std::vector<duty::Call> path;  // If something happened there now.
  // Since an account was disabled: the first minute at which an unanswered call ends at nobody.
  std::optional<TimeOfDay> dead_end;
};
BOOST_DESCRIBE_STRUCT(DutyRow, (), (at, title, watches, answer_minutes, since, path, dead_end))

struct DutyQuery {
  std::optional<Scope> scope;
};
BOOST_DESCRIBE_STRUCT(DutyQuery, (), (scope))

struct DutyTable {
  static constexpr auto name = "duty.roster";
  static constexpr Roles roles = incident_viewers;
  using Query = DutyQuery;
  Scope at;                           // As asked for.
  std::vector<DutyRow> rows;          // Of the scope and of the levels above it.
  std::vector<AccountId> may_answer;  // Accounts that may be named for the scope itself.
  std::vector<duty::Call> path;       // If something happened in the scope now.
  std::string time_zone;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(DutyTable, (), (at, rows, may_answer, path, time_zone, now, as_of_seq, as_of))
Decision<DutyTable> see(const Viewing&, const DutyQuery&);

}  // namespace waystation::view
