#pragma once
// 日报: a day's reports, level by level, with who is missing and who is overdue; one report with
// all its versions against what the rooms say now; and from each figure the events that it rests
// on.
#include "application/view.h"

namespace waystation::view {

BOOST_DEFINE_ENUM_CLASS(ReportState, not_owed, awaited, overdue, sent, named_missing)

struct ReportFigure {
  daily_report::FigureKey key{};
  std::optional<std::int64_t> sent;        // In the newest version.
  std::optional<std::int64_t> now;         // As the rooms, or the reports below, say now.
  std::optional<std::int64_t> day_before;  // As sent for the day before.
  bool changed = false;                    // Both are known, and differ.
};
BOOST_DESCRIBE_STRUCT(ReportFigure, (), (key, sent, now, day_before, changed))

struct ReportRow {
  Scope at;
  Level level = Level::outlet;
  std::string title;
  ReportState state = ReportState::not_owed;
  Time may_be_sent_at;
  Time due_at;
  std::int64_t version = 0;  // 0: nothing was sent.
  bool zero = false;
  std::optional<AccountId> by;
  std::optional<Time> sent_at;
  std::string absence;         // Why the level above named it as missing.
  bool below_changed = false;  // Somebody below corrected theirs after it was gathered.
  bool mine = false;           // The viewer may send or correct it.
  std::vector<ReportFigure> figures;
};
BOOST_DESCRIBE_STRUCT(ReportRow, (),
                      (at, level, title, state, may_be_sent_at, due_at, version, zero, by, sent_at,
                       absence, below_changed, mine, figures))

struct ReportDayQuery {
  std::optional<Scope> scope;
  std::optional<Day> day;  // Today where absent.
};
BOOST_DESCRIBE_STRUCT(ReportDayQuery, (), (scope, day))

struct ReportDay {
  static constexpr auto name = "report-day";
  static constexpr Roles roles = outlet_crew | role_set(Role::inspector, Role::auditor);
  using Query = ReportDayQuery;
  Day day;
  std::vector<ReportRow>
      rows;  // The level itself first, then below it; those who owe or have sent.
  std::vector<Scope> missing;
  std::vector<Scope> overdue;
  TimeOfDay from;
  std::int32_t minutes = 60;
  std::string time_zone;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(ReportDay, (),
                      (day, rows, missing, overdue, from, minutes, time_zone, now, as_of_seq,
                       as_of))
Decision<ReportDay> see(const Viewing&, const ReportDayQuery&);

// ---- One report.

struct ReportPageQuery {
  std::optional<Scope> at;  // The viewer's own where absent.
  std::optional<Day> day;
};
BOOST_DESCRIBE_STRUCT(ReportPageQuery, (), (at, day))

struct ReportPage {
  static constexpr auto name = "report-page";
  static constexpr Roles roles = ReportDay::roles;
  using Query = ReportPageQuery;
  Day day;
  ReportRow row;
  std::vector<daily_report::Filed> versions;  // Oldest first.
  std::vector<Scope> missing_below;           // To be named before it can be sent.
  std::string time_zone;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(ReportPage, (),
                      (day, row, versions, missing_below, time_zone, now, as_of_seq, as_of))
Decision<ReportPage> see(const Viewing&, const ReportPageQuery&);

// ---- The events under a figure, read from the log. O(log).

struct ReportFact {
  std::int64_t seq = 0;
  std::string event;  // "disinfection.recorded"
  Time at;
  AccountId by;
};
BOOST_DESCRIBE_STRUCT(ReportFact, (), (seq, event, at, by))

struct ReportFactsQuery {
  OutletId outlet;
  Day day;
  daily_report::FigureKey figure{};
};
BOOST_DESCRIBE_STRUCT(ReportFactsQuery, (), (outlet, day, figure))

struct ReportFacts {
  static constexpr auto name = "report-facts";
  static constexpr Roles roles = managers | role_set(Role::inspector, Role::auditor);
  using Query = ReportFactsQuery;
  OutletId outlet;
  std::string title;
  Day day;
  daily_report::FigureKey figure{};
  std::string room;               // The view that holds the rows, such as "cash-day".
  std::vector<ReportFact> facts;  // Recorded on that day at that outlet; oldest first.
  std::int64_t left_off = 0;      // Beyond the most that are listed.
  std::string time_zone;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(ReportFacts, (),
                      (outlet, title, day, figure, room, facts, left_off, time_zone, now, as_of_seq,
                       as_of))
Decision<ReportFacts> see(const Viewing&, const ReportFactsQuery&);

inline constexpr std::size_t most_report_facts = 500;

}  // namespace waystation::view
