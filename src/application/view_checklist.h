#pragma once
// 检查单: one outlet's day, item by item; and for the upper levels who is behind.
#include "application/view.h"

namespace waystation::view {

// ---- One outlet's day.

struct ChecklistFile {
  std::string sha256;
  evidence::Media media = evidence::Media::jpeg;
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(ChecklistFile, (), (sha256, media, bytes))

struct ChecklistLine {
  checklist::ItemId item;
  std::string title_zh;
  std::string title_en;
  bool mandatory = true;
  bool evidence = false;  // A pass needs a file.
  std::optional<checklist::Measure> measure;
  std::optional<std::int32_t> every_minutes;
  std::optional<checklist::KnownFact> known;  // Where the system answers.
  checklist::ItemState state = checklist::ItemState::open;
  std::optional<Time> due;
  bool overdue = false;
  // Of the answer that stands.
  std::optional<checklist::Verdict> verdict;
  std::optional<std::int64_t> value;
  std::string note;
  std::vector<ChecklistFile> files;
  std::optional<Time> answered_at;
  std::string answered_by;  // As shown; empty where the system answered.
  std::int32_t times = 0;
  std::optional<checklist::Waiver> waiver;
};
BOOST_DESCRIBE_STRUCT(ChecklistLine, (),
                      (item, title_zh, title_en, mandatory, evidence, measure, every_minutes, known,
                       state, due, overdue, verdict, value, note, files, answered_at, answered_by,
                       times, waiver))

struct ChecklistStage {
  checklist::Phase phase = checklist::Phase::before_opening;
  bool locked = false;
  bool complete = false;  // Signed, and nothing open since.
  std::int64_t settled = 0;
  std::int64_t asked = 0;
  std::int64_t open = 0;    // Mandatory and not settled: nobody can sign.
  std::optional<Time> due;  // When it is to be signed.
  std::optional<Time> signed_at;
  std::string signed_by;
  std::vector<ChecklistLine> lines;
};
BOOST_DESCRIBE_STRUCT(ChecklistStage, (),
                      (phase, locked, complete, settled, asked, open, due, signed_at, signed_by,
                       lines))

struct ChecklistQuery {
  OutletId outlet;
  std::optional<Day> day;  // Today where absent.
};
BOOST_DESCRIBE_STRUCT(ChecklistQuery, (), (outlet, day))

struct ChecklistPage {
  static constexpr auto name = "checklist";
  static constexpr Roles roles = everyone_signed_in;
  using Query = ChecklistQuery;
  OutletId outlet;
  std::string title;
  Day day;
  std::string time_zone;
  std::int64_t version = 0;  // Of the template in force; 0: none, nothing is asked.
  std::vector<ChecklistStage> stages;
  std::vector<std::string> left_open;  // By item, when the doors were shut.
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(ChecklistPage, (),
                      (outlet, title, day, time_zone, version, stages, left_open, now, as_of_seq,
                       as_of))
Decision<ChecklistPage> see(const Viewing&, const ChecklistQuery&);

// ---- Who is behind.

struct ChecklistCount {
  checklist::Phase phase = checklist::Phase::before_opening;
  std::int64_t settled = 0;
  std::int64_t asked = 0;
  bool complete = false;
};
BOOST_DESCRIBE_STRUCT(ChecklistCount, (), (phase, settled, asked, complete))

struct ChecklistRow {
  OutletId outlet;
  std::string title;
  CityId city;
  ShownState shown_state = ShownState::open;
  std::vector<ChecklistCount> counts;
  std::optional<checklist::Phase> behind;
  std::optional<Time> since;         // When it should have been done.
  std::vector<std::string> waiting;  // Items that only an override can settle.
};
BOOST_DESCRIBE_STRUCT(ChecklistRow, (),
                      (outlet, title, city, shown_state, counts, behind, since, waiting))

struct ChecklistsQuery {
  std::optional<Scope> scope;
};
BOOST_DESCRIBE_STRUCT(ChecklistsQuery, (), (scope))

struct ChecklistTable {
  static constexpr auto name = "checklists";
  static constexpr Roles roles = everyone_signed_in;
  using Query = ChecklistsQuery;
  std::vector<ChecklistRow> rows;  // Who waits or is behind first.
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(ChecklistTable, (), (rows, now, as_of_seq, as_of))
Decision<ChecklistTable> see(const Viewing&, const ChecklistsQuery&);

// ---- For the worklist.

// Whose checklist the upper levels follow: inside a seal, or who has begun one these days.
bool follows_checklist(const Viewing&, const OutletId&, const outlet::Outlet&);

struct Behind {
  checklist::Phase phase;
  Time deadline;
  std::int64_t open = 0;
};
// The first phase of today, or yesterday's last, that should have been done.
std::optional<Behind> behind(const Viewing&, const OutletId&, const outlet::Outlet&);

// Mandatory items of today that somebody answered with fail or cannot.
std::vector<const checklist::Item*> waiting_for_override(const Viewing&, const OutletId&);

}  // namespace waystation::view
