#pragma once
// 待处置 and 今日时间线: what waits for somebody, until when, and how the day of each sealed outlet
// goes.
#include "application/view.h"

namespace waystation::view {

// ---- The worklist, most urgent first; an alarm without a deadline is due now. Each item follows
// from the state; doing the action removes it.

BOOST_DEFINE_ENUM_CLASS(WorkCode, plan_waits_for_signature, plan_returned, gate_unmet,
                        ready_to_open, cover_below_minimum, pass_expiring, quarantine_ending,
                        round_overdue, zone_without_open_outlet, checklist_overdue,
                        checklist_waits_for_override, person_fallen_out, check_in_missing,
                        ppe_overdue, handover_waits, measure_test_due, backup_test_overdue,
                        rounds_overdue_in_city, airing_overdue, suspect_to_report, suspect_to_close,
                        terminal_outstanding, reorder_due, lots_expired, lots_expiring,
                        transfer_overdue, transfer_short, keeper_missing, clean_cash_short,
                        machine_settle_due, machine_mode_forbidden, machine_mode_drift,
                        machine_cassette_low, machine_cassette_full, machine_difference,
                        machine_line_unserved, van_window_missed, van_plan_b_due, cash_order_waits,
                        cash_pair_too_long, code_change_due, cash_day_unsigned, directive_behind,
                        incident_due, report_overdue)

// Somebody who could take the place, with why: best first.
struct WorkSubstitute {
  PersonId person;
  std::optional<std::string> name;
  std::vector<std::string> why;
};
BOOST_DESCRIBE_STRUCT(WorkSubstitute, (), (person, name, why))

struct WorkItem {
  WorkCode code{};
  Severity severity = Severity::warning;
  std::optional<Time> deadline;
  std::optional<CityId> city;
  std::optional<OutletId> outlet;
  std::optional<ZoneId> zone;
  std::optional<PlanId> plan;
  std::optional<PersonId> person;
  std::string title;  // Of the outlet or the zone.
  std::vector<Fact> facts;
  std::vector<std::string> missing;  // Codes of the gate, or why a person is unfit.
  std::vector<WorkSubstitute> substitutes;
  std::string action;  // The command that settles it, such as "approval.sign".
  bool mine = false;   // The viewer's role and scope may give that command.
};
BOOST_DESCRIBE_STRUCT(WorkItem, (),
                      (code, severity, deadline, city, outlet, zone, plan, person, title, facts,
                       missing, substitutes, action, mine))

struct WorklistQuery {
  std::optional<Scope> scope;
};
BOOST_DESCRIBE_STRUCT(WorklistQuery, (), (scope))

struct Worklist {
  static constexpr auto name = "worklist";
  static constexpr Roles roles = everyone_signed_in;
  using Query = WorklistQuery;
  std::vector<WorkItem> items;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(Worklist, (), (items, now, as_of_seq, as_of))
Decision<Worklist> see(const Viewing&, const WorklistQuery&);

// The items of a part of the province, for the board and the map to count.
std::vector<WorkItem> work_items(const Viewing&, const Scope&);

// ---- The timeline of one day.

using checklist::Phase;

// Done up to now, planned from now on: a phase that is under way is given as two segments.
struct Segment {
  Phase phase = Phase::during_hours;
  Time from;
  Time to;
  bool planned = false;
  ShownState shown_state = ShownState::open;
};
BOOST_DESCRIBE_STRUCT(Segment, (), (phase, from, to, planned, shown_state))

struct RoundDot {
  Time at;
  bool done = false;  // Otherwise due then.
  bool overdue = false;
  std::int32_t surfaces = 0;  // Touch points, those of each machine for itself.
};
BOOST_DESCRIBE_STRUCT(RoundDot, (), (at, done, overdue, surfaces))

struct OutletDayLine {
  OutletId outlet;
  std::string title;
  ShownState shown_state = ShownState::open;
  std::int32_t windows_open = 0;
  std::int32_t windows_planned = 0;
  std::vector<Segment> segments;
  std::vector<RoundDot> rounds;
};
BOOST_DESCRIBE_STRUCT(OutletDayLine, (),
                      (outlet, title, shown_state, windows_open, windows_planned, segments, rounds))

struct VanLine {
  VanId van;
  std::string plate;
  std::string gate;
  Time from;
  Time to;
  std::vector<OutletId> stops;
};
BOOST_DESCRIBE_STRUCT(VanLine, (), (van, plate, gate, from, to, stops))

struct TimelineQuery {
  std::optional<Scope> scope;
  std::optional<Day> day;  // Today where absent.
};
BOOST_DESCRIBE_STRUCT(TimelineQuery, (), (scope, day))

struct Timeline {
  static constexpr auto name = "timeline";
  static constexpr Roles roles = everyone_signed_in;
  using Query = TimelineQuery;
  Day day;
  std::string time_zone;
  std::vector<OutletDayLine> outlets;
  std::vector<VanLine> vans;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(Timeline, (), (day, time_zone, outlets, vans, now, as_of_seq, as_of))
Decision<Timeline> see(const Viewing&, const TimelineQuery&);

}  // namespace waystation::view
