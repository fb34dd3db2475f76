#pragma once
// Incidents 事件处置: what is known of one, and the clocks that follow from it. The clocks run from
// when it happened, not from when somebody found time to type. First report 30 min and written
// report 12 h are policies (first_report_minutes, written_report_hours: T1), so is closing
// (suspect_close_minutes: W3). Incidents name accounts, staff numbers and tickets, never a person's
// name. Sources: domain.md §0 and §5 (疑似处置).
#include "domain/duty.h"
#include "domain/lobby.h"

namespace waystation::incident {

using IncidentId = Id<struct IncidentKind>;  // Of the day, such as "2021-01-08-E1".

BOOST_DEFINE_ENUM_CLASS(Kind, suspected_case, staff_infected, van_missed, stock_out, crowding,
                        system_outage, other)
// 事件分级: class 1 is the gravest. The thresholds are the command's judgement: those published are
// of IT incidents only (T1, inferred).
BOOST_DEFINE_ENUM_CLASS(Class, class_1, class_2, class_3, class_4)
// 疑似处置, in its order (W3). The first report may come at any time before `reopen`.
BOOST_DEFINE_ENUM_CLASS(Step, isolate, close, trace, terminal, reopen)
BOOST_DEFINE_ENUM_CLASS(EntryKind, raised, classified, acknowledged, first_report, written_report,
                        progress, backups, step, cleared, closed)
BOOST_DEFINE_ENUM_CLASS(DueKind, acknowledge, isolate, first_report, close, progress,
                        written_report)

inline constexpr std::chrono::minutes isolate_within{10};   // W3
inline constexpr std::chrono::hours class_1_progress{2};    // T1, inferred
inline constexpr std::size_t longest_text = 2'000;          // Bytes of a note.
inline constexpr std::size_t longest_after_action = 8'000;  // Bytes.

// A line of the timeline, from which the after-action review 复盘 is read.
struct Entry {
  EntryKind kind = EntryKind::raised;
  Time at;
  AccountId by;
  std::string detail;  // The class or the step, by name; else empty.
  std::string note;
  bool late = false;  // After its deadline.
};
BOOST_DESCRIBE_STRUCT(Entry, (), (kind, at, by, detail, note, late))

struct StepTaken {
  Step step = Step::isolate;
  Time at;  // By the fact that it rests on, such as the outlet's closing.
  AccountId by;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(StepTaken, (), (step, at, by, late))

// Who was there: staff numbers and tickets of the day, and how many came in at the door. Whose they
// are is asked for elsewhere, by who may.
struct Trace {
  Time from, until;
  std::vector<PersonId> people;
  std::vector<TicketId> tickets;
  std::int64_t entered = 0;
};
BOOST_DESCRIBE_STRUCT(Trace, (), (from, until, people, tickets, entered))

// 四项备份: which outlet takes the business, who takes the place, how customers are served
// meanwhile, whose account leads.
struct Backups {
  OutletId business;
  PersonId people;
  std::string service;
  AccountId management;
  Time at;
};
BOOST_DESCRIBE_STRUCT(Backups, (), (business, people, service, management, at))

struct Incident {
  Kind kind = Kind::other;
  Class incident_class = Class::class_4;
  Scope at;
  std::string what;
  bool drill = false;  // 演练: it never counts in real figures.
  Time happened_at;
  Time raised_at;
  AccountId raised_by;
  Time calls_from;  // Since when somebody is called: raised, or made graver.
  Time first_report_by, written_report_by;
  std::optional<Time> close_by;  // Where it asks for the outlet to close.
  std::optional<Time> acknowledged_at;
  std::optional<AccountId> acknowledged_by;
  std::optional<Time> first_report_at, written_report_at;
  std::optional<Time> class_1_since;
  std::optional<Time> progress_at;
  std::vector<StepTaken> steps;
  std::optional<Trace> trace;
  std::optional<Backups> backups;
  std::vector<Entry> timeline;
  std::optional<Time> cleared_at;  // The suspicion was not confirmed: no more steps are asked.
  std::optional<Time> closed_at;
  std::string after_action;
};
BOOST_DESCRIBE_STRUCT(Incident, (),
                      (kind, incident_class, at, what, drill, happened_at, raised_at, raised_by,
                       calls_from, first_report_by, written_report_by, close_by, acknowledged_at,
                       acknowledged_by, first_report_at, written_report_at, class_1_since,
                       progress_at, steps, trace, backups, timeline, cleared_at, closed_at,
                       after_action))
using Incidents = Table<IncidentId, Incident>;

struct Due {
  DueKind kind = DueKind::acknowledge;
  Time by;
};
BOOST_DESCRIBE_STRUCT(Due, (), (kind, by))

// The steps that a kind asks for, in order; those of other kinds than a case are none.
std::vector<Step> steps_of(Kind);
std::optional<Step> next_step(const Incident&);  // None once done, or cleared.
const StepTaken* taken(const Incident&, Step);
// What has a deadline and is not done, soonest first; empty once closed.
std::vector<Due> dues_of(const Bank&, const Incident&);
// Whom it calls, in order; whoever acknowledges ends it.
std::vector<duty::Call> calls_of(const Bank&, const Incident&);
// Whom it has called by now and who has not answered: empty once somebody did.
std::vector<duty::Call> waiting_for(const Bank&, const Incident&, Time now);
// What keeps it from being closed, as codes.
std::vector<std::string> unfinished(const Incident&);
// An incident at the outlet, no drill, whose reopening the city has not approved.
const IncidentId* keeps_shut(const Bank&, const OutletId&);

// Who was at an outlet: its team of the day and those whose arrival was tapped, tickets taken in
// the time, entries counted that day. O(people + tickets).
Trace trace_of(const Bank&, const OutletId&, Time from, Time until);

// Real incidents of a scope, drills left out.
struct IncidentFigures {
  std::int64_t open = 0;
  std::int64_t overdue = 0;
  std::int64_t closed = 0;
};
BOOST_DESCRIBE_STRUCT(IncidentFigures, (), (open, overdue, closed))
IncidentFigures figures_of(const Bank&, const Scope&, Time now);

}  // namespace waystation::incident
