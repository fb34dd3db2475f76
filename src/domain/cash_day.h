#pragma once
// The day sheet 日终轧账单: what an outlet's cash was in the morning, what came in and went out
// that day, and what it is in the evening; drawn up by one, signed by another, and then closed: a
// late entry for that day is refused. What two have signed is the next day's opening. The flows are
// kept by Beijing day, the legal time of all China; the sum opening + in − out = closing holds by
// construction and is compared with the book of the house when the sheet is drawn up. (R22, R26)
#include "domain/cash_act.h"
#include "domain/cash_count.h"

namespace waystation::cash_day {

BOOST_DEFINE_ENUM_CLASS(FlowKind, received, taken_in, taken_over, surplus, paid, handed_over,
                        handed_in, missing)

bool comes_in(FlowKind);
Day day_of(Time);  // In Beijing.

// What moved across the threshold of the house on one day, by kind.
struct Flow {
  Day day;
  FlowKind kind = FlowKind::received;
  Fen amount;
  std::int32_t times = 0;
};
BOOST_DESCRIBE_STRUCT(Flow, (), (day, kind, amount, times))

struct Line {
  FlowKind kind = FlowKind::received;
  Fen amount;
  std::int32_t times = 0;
};
BOOST_DESCRIBE_STRUCT(Line, (), (kind, amount, times))

struct StageSum {
  cash::PlaceKind place = cash::PlaceKind::vault;
  cash::Stage stage = cash::Stage::bagged;
  Fen amount;
  cash::Packs notes;
};
BOOST_DESCRIBE_STRUCT(StageSum, (), (place, stage, amount, notes))

struct Sheet {
  Day day;
  Fen opening;
  std::vector<Line> lines;
  Fen others;   // What the book has beyond the lines: machines, and what no line names.
  Fen closing;  // Of the day.
  Fen since;    // What moved on later days, before it was drawn up.
  std::vector<StageSum> held;  // When it was drawn up: together closing and since.
  std::int32_t discrepancies_open = 0;
  bool operator==(const Sheet&) const;
};
BOOST_DESCRIBE_STRUCT(Sheet, (),
                      (day, opening, lines, others, closing, since, held, discrepancies_open))

struct Drawn {
  Sheet sheet;
  AccountId by;
  Time at;
};
BOOST_DESCRIBE_STRUCT(Drawn, (), (sheet, by, at))

struct SignedSheet {
  Sheet sheet;
  AccountId drawn_up_by, signed_by;
  Time at;
};
BOOST_DESCRIBE_STRUCT(SignedSheet, (), (sheet, drawn_up_by, signed_by, at))

struct Ledger {
  std::vector<Flow> flows;  // Of days that are not signed.
  std::optional<Drawn> drawn;
  std::vector<SignedSheet> sheets;  // Oldest first; the last ones.
};
BOOST_DESCRIBE_STRUCT(Ledger, (), (flows, drawn, sheets))
using Days = Table<OutletId, Ledger>;

inline constexpr std::size_t sheets_kept = 31;
// Flows of days that nobody signs are kept apart for so long, then as one day.
inline constexpr std::chrono::days flows_kept{31};

const Ledger& ledger_of(const Bank&, const OutletId&);
std::optional<Day> last_signed(const Bank&, const OutletId&);
// The sheet of a day as it would be drawn up now. O(flows + bags).
Sheet sheet_of(const Bank&, const OutletId&, Day);
std::optional<Refusal> refuse_sheet(const Bank&, const OutletId&, Day, Time now);

// ---- Draw it up.

struct DrawUp {
  static constexpr auto name = "cash-day.draw-up";
  static constexpr Roles roles = cash::cash_crew;
  OutletId outlet;
  Day day;
};
BOOST_DESCRIBE_STRUCT(DrawUp, (), (outlet, day))

struct DrawnUp {
  static constexpr auto name = "cash-day.drawn-up";
  OutletId outlet;
  Sheet sheet;
};
BOOST_DESCRIBE_STRUCT(DrawnUp, (), (outlet, sheet))

Decision<DrawnUp> decide(const Bank&, const DrawUp&, const Stamp&);
void apply(Days&, const DrawnUp&, const Mark&);

// ---- Sign it, by another; the event repeats it whole.

struct Sign {
  static constexpr auto name = "cash-day.sign";
  static constexpr Roles roles = cash::cash_crew;
  OutletId outlet;
  Day day;
};
BOOST_DESCRIBE_STRUCT(Sign, (), (outlet, day))

struct Signed {
  static constexpr auto name = "cash-day.signed";
  OutletId outlet;
  Sheet sheet;
  AccountId drawn_up_by;
};
BOOST_DESCRIBE_STRUCT(Signed, (), (outlet, sheet, drawn_up_by))

Decision<Signed> decide(const Bank&, const Sign&, const Stamp&);
void apply(Days&, const Signed&, const Mark&);

// ---- What moves is counted.

void apply(Days&, const cash::Received&, const Mark&);
void apply(Days&, const cash::Paid&, const Mark&);
void apply(Days&, const cash::Counted&, const Mark&);
void apply(Days&, const cash::Confirmed&, const Mark&);

using Commands = boost::mp11::mp_list<DrawUp, Sign>;

}  // namespace waystation::cash_day
