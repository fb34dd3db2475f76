#pragma once
// The daily report 日报: outlet → city → province, each evening from a set hour on (20:00, grade A;
// a bank reported "nightly" [N9]). Nobody types a number: each is worked out from what the rooms
// hold for that day; the person confirms, and may add a note. A day on which nothing happened is
// reported as nothing 零报告. The event keeps the figures as they were sent, so that what changes
// afterwards is seen against them; a correction is a further version with its reason. Who gathers
// from below names whoever is missing, and why, or is refused.
//
// Outlets inside a seal owe a report, served or not, from the day on which the province sets the
// hour or the first is sent; others may send one. What "left the shelf" is "used". Days are those
// of the place. Money is in fen, times in minutes; a figure that no room holds any more is left
// out, never given as nought.
#include "domain/outlet.h"

namespace waystation::daily_report {

// What an upper level makes of a figure: the sum of those below, or for the two of `is_greatest`
// the greatest.
BOOST_DEFINE_ENUM_CLASS(FigureKey, outlets_opened, minutes_open, tickets_taken, tickets_served,
                        tickets_turned_away, wait_p90_minutes, entered, most_inside, door_checked,
                        suspected, staff_checked, staff_abnormal, rounds_done, rounds_due, airings,
                        suits_used, suits_left, masks_used, masks_left, gloves_used, gloves_left,
                        wipes_used, wipes_left, cash_in_fen, cash_out_fen, cash_held_fen,
                        cash_differences, van_stops_planned, van_stops_served)

struct Line {
  FigureKey key{};
  std::int64_t value = 0;
  bool operator==(const Line&) const = default;
};
BOOST_DESCRIBE_STRUCT(Line, (), (key, value))
using Figures = std::vector<Line>;  // In the order of the keys; what is not known is not there.

std::optional<std::int64_t> value_of(const Figures&, FigureKey);
bool is_greatest(FigureKey);
// Whether nothing happened: no doors open, nobody served, nothing used, moved or suspected.
bool is_zero(const Figures&);

// Somebody below who sent nothing, named by the level above.
struct Absence {
  Scope at;
  std::string reason;
  bool operator==(const Absence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Absence, (), (at, reason))

// The version that a gathering level had before it.
struct Gathered {
  Scope at;
  std::int64_t version = 0;
  bool operator==(const Gathered&) const = default;
};
BOOST_DESCRIBE_STRUCT(Gathered, (), (at, version))

struct Filed {
  Day day;
  std::int64_t version = 1;
  Figures figures;
  bool zero = false;
  std::string note;
  std::string reason;  // Of a correction.
  std::vector<Absence> absent;
  std::vector<Gathered> gathered;
  AccountId by;
  Time at;
};
BOOST_DESCRIBE_STRUCT(Filed, (),
                      (day, version, figures, zero, note, reason, absent, gathered, by, at))

struct Reports {
  TimeOfDay from{20 * 60};
  std::int32_t minutes = 60;  // For each level, one after the other.
  std::optional<Day> since;   // Reports are owed from here on: ordered, or the first was sent.
  Table<std::string, std::vector<Filed>> filed;  // By place, as a scope is written; oldest first.
};
BOOST_DESCRIBE_STRUCT(Reports, (), (from, minutes, since, filed))

inline constexpr std::chrono::days days_kept{31};
inline constexpr std::int64_t most_versions = 20;
inline constexpr std::size_t longest_note = 600;  // Bytes: 200 Chinese characters.

// ---- What follows from the state.

const std::string& time_zone_of(const Bank&, const Scope&);
// The newest version of a day; null where nothing was sent, or it is no longer kept.
const Filed* report_of(const Bank&, const Scope&, Day);
std::vector<const Filed*> versions_of(const Bank&, const Scope&, Day);  // Oldest first.

Time may_be_sent_at(const Bank&, const Scope&, Day);
Time due_at(const Bank&, const Scope&, Day);
// An outlet with a counter inside a seal that evening; a city or a province with one below it.
bool owes(const Bank&, const Scope&, Day);
// Who is to send to this level: the outlets of a city, the cities of a province. In order.
std::vector<Scope> below(const Bank&, const Scope&, Day);
// Of those who owe, who has sent nothing.
std::vector<Scope> missing_below(const Bank&, const Scope&, Day);
bool is_overdue(const Bank&, const Scope&, Day, Time now);

// An outlet's figures from its rooms; of a city or a province from what was sent to it.
// O(staff + runs + movements of the shelf).
Figures figures_of(const Bank&, const Scope&, Day, Time now);

// ---- Set the hour from which reports are sent, and how long each level has for it.

struct SetHour {
  static constexpr auto name = "daily-report.set-hour";
  static constexpr Roles roles = province_only;
  TimeOfDay from;
  std::int32_t minutes = 60;
};
BOOST_DESCRIBE_STRUCT(SetHour, (), (from, minutes))

struct HourSet {
  static constexpr auto name = "daily-report.hour-set";
  TimeOfDay from;
  std::int32_t minutes = 60;
};
BOOST_DESCRIBE_STRUCT(HourSet, (), (from, minutes))

// "daily-report.hour-out-of-range": before noon, later than 23:00, or not 10 to 60 minutes.
Decision<HourSet> decide(const Bank&, const SetHour&, const Stamp&);
void apply(Reports&, const HourSet&, const Mark&);

// ---- Send the day's report. Each level sends its own.

inline constexpr Roles senders = managers | role_set(Role::supervisor);

struct Submit {
  static constexpr auto name = "daily-report.submit";
  static constexpr Roles roles = senders;
  Scope at;
  Day day;
  std::string note;  // No names, no numbers of telephones or papers.
  std::vector<Absence> absent;
};
BOOST_DESCRIBE_STRUCT(Submit, (), (at, day, note, absent))

struct Submitted {
  static constexpr auto name = "daily-report.submitted";
  Scope at;
  Day day;
  Figures figures;
  bool zero = false;
  std::string note;
  std::vector<Absence> absent;
  std::vector<Gathered> gathered;
};
BOOST_DESCRIBE_STRUCT(Submitted, (), (at, day, figures, zero, note, absent, gathered))

// "daily-report.not-own-level": another level's report.
std::optional<Refusal> refuse_command(const Bank&, const Submit&, const Stamp&);
// "city.unknown", "outlet.unknown", "daily-report.too-early", "daily-report.too-old",
// "daily-report.already-sent", "daily-report.note-too-long", "daily-report.note-personal" (seven or
// more digits in a row), "daily-report.below-missing" (`missing` names them),
// "daily-report.not-missing", "daily-report.absence-unexplained".
Decision<Submitted> decide(const Bank&, const Submit&, const Stamp&);
void apply(Reports&, const Submitted&, const Mark&);

// ---- Correct it: the figures as they are by now, as a further version. What no room holds any
// more stays as it was sent.

struct Correct {
  static constexpr auto name = "daily-report.correct";
  static constexpr Roles roles = senders;
  Scope at;
  Day day;
  std::string reason;
  std::string note;
  std::vector<Absence> absent;
};
BOOST_DESCRIBE_STRUCT(Correct, (), (at, day, reason, note, absent))

struct Corrected {
  static constexpr auto name = "daily-report.corrected";
  Scope at;
  Day day;
  std::int64_t version = 0;
  std::string reason;
  Figures figures;
  bool zero = false;
  std::string note;
  std::vector<Absence> absent;
  std::vector<Gathered> gathered;
};
BOOST_DESCRIBE_STRUCT(Corrected, (),
                      (at, day, version, reason, figures, zero, note, absent, gathered))

std::optional<Refusal> refuse_command(const Bank&, const Correct&, const Stamp&);
// As Submit, and "daily-report.not-sent", "daily-report.reason-missing",
// "daily-report.too-many-versions".
Decision<Corrected> decide(const Bank&, const Correct&, const Stamp&);
void apply(Reports&, const Corrected&, const Mark&);

using Commands = boost::mp11::mp_list<SetHour, Submit, Correct>;

}  // namespace waystation::daily_report
