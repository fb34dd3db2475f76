#pragma once
// 推演: one outlet's day to come, in several ways: with so many windows, cap, machines or
// appointments; all of them meet the same visitors, and the best is chosen with a stated
// probability (foresight/rank.h). Nothing is recorded.
//
// Figures are whole thousandths of their unit (minutes, people, yuan, shares), so that the same
// question has the same bytes as an answer everywhere.
#include "application/outlet_day.h"
#include "foresight/rank.h"

namespace waystation::what_if {

// What is to be small.
BOOST_DEFINE_ENUM_CLASS(Goal, lost, window_wait_minutes, contact_minutes, overtime_minutes)

// One way of the day; what is absent is as the outlet's record says.
struct DayChange {
  std::optional<std::int32_t> windows;
  std::optional<std::int32_t> cap;
  std::optional<std::int32_t> pay_out_machines;  // The outlet's others take in.
  std::int32_t booked_percent = 0;               // Of the walk-ins come by appointment instead.
};
BOOST_DESCRIBE_STRUCT(DayChange, (), (windows, cap, pay_out_machines, booked_percent))

inline constexpr std::size_t least_changes = 2, most_changes = 6;
inline constexpr std::int32_t most_booked_percent = 80;
inline constexpr int days_of_figures = 1000, most_days_of_ranking = 4000;
inline constexpr std::int32_t confidence_percent = 95;

struct Question {
  OutletId outlet;
  Day day;
  bool pension_day = false;
  std::optional<std::int32_t> visits;  // Expected; otherwise as the record says.
  Goal goal = Goal::lost;
  std::vector<DayChange> changes;  // The first is what the others are compared with.
};
BOOST_DESCRIBE_STRUCT(Question, (), (outlet, day, pension_day, visits, goal, changes))

// The mean or quantile, and the interval that holds the true value 95 times of 100; thousandths.
struct Figure {
  std::int64_t mean = 0;
  std::int64_t low = 0;
  std::int64_t high = 0;
};
BOOST_DESCRIBE_STRUCT(Figure, (), (mean, low, high))

struct DayFigure {
  std::string name;  // Of foresight/measures.h, or wait_q50, wait_q90, reserve_99.
  Figure figure;
};
BOOST_DESCRIBE_STRUCT(DayFigure, (), (name, figure))

struct HourFigures {
  TimeOfDay from;
  Figure lobby;
  Figure outside;
  Figure wait_q90;
};
BOOST_DESCRIBE_STRUCT(HourFigures, (), (from, lobby, outside, wait_q90))

struct Variant {
  DayChange change;
  bool best = false;
  bool out = false;       // Shown to be worse.
  std::int32_t days = 0;  // Played until then.
  Figure goal;            // Of those days.
  Figure difference;      // From the first variant, on the same days.
  std::vector<DayFigure> figures;
  std::vector<HourFigures> hours;
};
BOOST_DESCRIBE_STRUCT(Variant, (), (change, best, out, days, goal, difference, figures, hours))

struct InputRow {
  std::string name;
  std::string value;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(InputRow, (), (name, value, source))

struct Outlook {
  OutletId outlet;
  std::string title;
  Day day;
  Goal goal = Goal::lost;
  bool proven = false;  // One is left; otherwise the best has the smallest mean so far.
  std::int32_t confidence_percent = 0;
  std::int64_t indifference = 0;  // A smaller difference is none; thousandths.
  std::int32_t days_ranked = 0;
  std::int32_t days_of_figures = 0;
  std::vector<Variant> variants;  // As they were asked for.
  std::vector<InputRow> inputs;   // Of the first.
};
BOOST_DESCRIBE_STRUCT(Outlook, (),
                      (outlet, title, day, goal, proven, confidence_percent, indifference,
                       days_ranked, days_of_figures, variants, inputs))

// Some tenths of a second for an ordinary outlet. Refuses "outlet.unknown",
// "foresight.changes-out-of-range" (least to most_changes), "foresight.share-out-of-range",
// "foresight.appointments-too-many", "foresight.pay-out-too-many", "foresight.visitors-too-many" (1
// to foresight::visitors_most), and what foresight::prepare refuses; "foresight.cancelled" where
// `goes_on` said so.
Decision<Outlook> outlook(const Bank&, const Question&,
                          const std::function<bool(double done)>& goes_on = {});

}  // namespace waystation::what_if
