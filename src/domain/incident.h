#pragma once
// What is done about an incident 事件处置: raised, classified, acknowledged, reported, handled step
// by step, closed with a review. Each refuses "incident.unknown" and, once closed,
// "incident.closed"; a note that is asked for "incident.text-empty", any note
// "incident.text-too-long".
#include "domain/incident_state.h"

namespace waystation::incident {

inline constexpr Roles reporters = outlet_crew | role_set(Role::cash_centre);

Scope scope_of_incident(const Bank&, const IncidentId&);

// ---- Raise. A case is at an outlet: "incident.outlet-missing". "incident.in-future".

struct Raise {
  static constexpr auto name = "incident.raise";
  static constexpr Roles roles = reporters;
  Scope at;
  Kind kind = Kind::other;
  Class incident_class = Class::class_4;
  std::string what;  // In plain words, without names.
  bool drill = false;
  std::optional<Time> happened_at = {};  // Now where absent.
};
BOOST_DESCRIBE_STRUCT(Raise, (), (at, kind, incident_class, what, drill, happened_at))

struct Raised {
  static constexpr auto name = "incident.raised";
  IncidentId incident;
  Scope at;
  Kind kind = Kind::other;
  Class incident_class = Class::class_4;
  std::string what;
  bool drill = false;
  Time happened_at;
  Time first_report_by, written_report_by;
  std::optional<Time> close_by;
};
BOOST_DESCRIBE_STRUCT(Raised, (),
                      (incident, at, kind, incident_class, what, drill, happened_at,
                       first_report_by, written_report_by, close_by))

Scope scope_of(const Bank&, const Raise&);
Decision<Raised> decide(const Bank&, const Raise&, const Stamp&);
void apply(Incidents&, const Raised&, const Mark&);

// ---- Classify: a graver class calls again, as if it were new. "incident.class-same"; a lighter
// one is a word of the command, "incident.lower-above".

struct Classify {
  static constexpr auto name = "incident.classify";
  static constexpr Roles roles = managers;
  IncidentId incident;
  Class incident_class = Class::class_4;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(Classify, (), (incident, incident_class, note))

struct Classified {
  static constexpr auto name = "incident.classified";
  IncidentId incident;
  Class incident_class = Class::class_4;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(Classified, (), (incident, incident_class, note))

Scope scope_of(const Bank&, const Classify&);
Decision<Classified> decide(const Bank&, const Classify&, const Stamp&);
void apply(Incidents&, const Classified&, const Mark&);

// ---- Acknowledge: "it is mine now"; nobody further is called. "incident.already-acknowledged".

struct Acknowledge {
  static constexpr auto name = "incident.acknowledge";
  static constexpr Roles roles = managers;
  IncidentId incident;
};
BOOST_DESCRIBE_STRUCT(Acknowledge, (), (incident))

struct Acknowledged {
  static constexpr auto name = "incident.acknowledged";
  IncidentId incident;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(Acknowledged, (), (incident, late))

Scope scope_of(const Bank&, const Acknowledge&);
Decision<Acknowledged> decide(const Bank&, const Acknowledge&, const Stamp&);
void apply(Incidents&, const Acknowledged&, const Mark&);

// ---- File the first and the written report. "incident.already-filed"; the written one comes after
// the first: "incident.first-report-missing".

struct FileFirst {
  static constexpr auto name = "incident.file-first-report";
  static constexpr Roles roles = managers;
  IncidentId incident;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(FileFirst, (), (incident, note))

struct FirstFiled {
  static constexpr auto name = "incident.first-report-filed";
  IncidentId incident;
  std::string note;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(FirstFiled, (), (incident, note, late))

Scope scope_of(const Bank&, const FileFirst&);
Decision<FirstFiled> decide(const Bank&, const FileFirst&, const Stamp&);
void apply(Incidents&, const FirstFiled&, const Mark&);

struct FileWritten {
  static constexpr auto name = "incident.file-written-report";
  static constexpr Roles roles = managers;
  IncidentId incident;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(FileWritten, (), (incident, note))

struct WrittenFiled {
  static constexpr auto name = "incident.written-report-filed";
  IncidentId incident;
  std::string note;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(WrittenFiled, (), (incident, note, late))

Scope scope_of(const Bank&, const FileWritten&);
Decision<WrittenFiled> decide(const Bank&, const FileWritten&, const Stamp&);
void apply(Incidents&, const WrittenFiled&, const Mark&);

// ---- Record progress; of class 1 every two hours.

struct RecordProgress {
  static constexpr auto name = "incident.record-progress";
  static constexpr Roles roles = reporters;
  IncidentId incident;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(RecordProgress, (), (incident, note))

struct ProgressRecorded {
  static constexpr auto name = "incident.progress-recorded";
  IncidentId incident;
  std::string note;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(ProgressRecorded, (), (incident, note, late))

Scope scope_of(const Bank&, const RecordProgress&);
Decision<ProgressRecorded> decide(const Bank&, const RecordProgress&, const Stamp&);
void apply(Incidents&, const ProgressRecorded&, const Mark&);

// ---- Activate the four backups, all named at once: "incident.backup-missing" lists those that are
// not, as "incident.backup-business" and so on. The outlet that takes over is another one:
// "incident.backup-same-outlet"; the account that leads may answer for the place:
// "duty.account-unfit".

struct ActivateBackups {
  static constexpr auto name = "incident.activate-backups";
  static constexpr Roles roles = managers;
  IncidentId incident;
  std::optional<OutletId> business;
  std::optional<PersonId> people;
  std::string service;
  std::optional<AccountId> management;
};
BOOST_DESCRIBE_STRUCT(ActivateBackups, (), (incident, business, people, service, management))

struct BackupsActivated {
  static constexpr auto name = "incident.backups-activated";
  IncidentId incident;
  OutletId business;
  PersonId people;
  std::string service;
  AccountId management;
};
BOOST_DESCRIBE_STRUCT(BackupsActivated, (), (incident, business, people, service, management))

Scope scope_of(const Bank&, const ActivateBackups&);
Decision<BackupsActivated> decide(const Bank&, const ActivateBackups&, const Stamp&);
void apply(Incidents&, const BackupsActivated&, const Mark&);

// ---- Take the next step of a case, each in its turn and by the fact that it rests on, which a
// drill does without. "incident.step-not-asked", "incident.out-of-order" (with `due`),
// "incident.nobody-isolated", "incident.outlet-open", "incident.terminal-missing"; the reopening is
// approved by city or province after the first report: "incident.approval-above",
// "incident.first-report-missing".

struct TakeStep {
  static constexpr auto name = "incident.take-step";
  static constexpr Roles roles = managers | role_set(Role::supervisor);
  IncidentId incident;
  Step step = Step::isolate;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(TakeStep, (), (incident, step, note))

struct StepDone {
  static constexpr auto name = "incident.step-taken";
  IncidentId incident;
  Step step = Step::isolate;
  Time done_at;
  std::string note;
  bool late = false;
  std::optional<Trace> trace;  // With the list of who was there.
};
BOOST_DESCRIBE_STRUCT(StepDone, (), (incident, step, done_at, note, late, trace))

Scope scope_of(const Bank&, const TakeStep&);
Decision<StepDone> decide(const Bank&, const TakeStep&, const Stamp&);
void apply(Incidents&, const StepDone&, const Mark&);

// ---- Clear: the suspicion was not confirmed, and no further step is asked.
// "incident.step-not-asked" where none is open; "incident.still-isolated" while somebody is in the
// isolation room.

struct Clear {
  static constexpr auto name = "incident.clear";
  static constexpr Roles roles = managers;
  IncidentId incident;
  std::string note;  // By whose word: "发热门诊排除".
};
BOOST_DESCRIBE_STRUCT(Clear, (), (incident, note))

struct Cleared {
  static constexpr auto name = "incident.cleared";
  IncidentId incident;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(Cleared, (), (incident, note))

Scope scope_of(const Bank&, const Clear&);
Decision<Cleared> decide(const Bank&, const Clear&, const Stamp&);
void apply(Incidents&, const Cleared&, const Mark&);

// ---- Close with the review 复盘: "incident.unfinished" says what is still open.

struct Close {
  static constexpr auto name = "incident.close";
  static constexpr Roles roles = managers;
  IncidentId incident;
  std::string after_action;
};
BOOST_DESCRIBE_STRUCT(Close, (), (incident, after_action))

struct Closed {
  static constexpr auto name = "incident.closed";
  IncidentId incident;
  std::string after_action;
};
BOOST_DESCRIBE_STRUCT(Closed, (), (incident, after_action))

Scope scope_of(const Bank&, const Close&);
Decision<Closed> decide(const Bank&, const Close&, const Stamp&);
void apply(Incidents&, const Closed&, const Mark&);

using Commands = boost::mp11::mp_list<Raise, Classify, Acknowledge, FileFirst, FileWritten,
                                      RecordProgress, ActivateBackups, TakeStep, Clear, Close>;

}  // namespace waystation::incident
