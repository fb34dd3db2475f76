#pragma once
// A series of use, one value a day: cash paid out, visitors, suits. What was not measured is NaN.
//
// A day without use, of a weekday that is usually busy, was an outage: the machine was empty or
// broken, nobody came through a closed door. It says nothing about what people want, so it is read
// as a gap, and a gap takes the median of its weekday. A weekday that is always closed stays 0.
#include <optional>
#include <string_view>
#include <vector>

#include "core/decision.h"
#include "core/time.h"

namespace waystation::foresight {

inline constexpr int week = 7;
inline constexpr std::size_t median_weeks =
    12;  // Of a weekday; chosen on NN5 (docs/explanation/forecasts.md).
inline constexpr std::size_t fewest_days =
    56;  // Eight weeks: half to fit, half to see how it errs.
inline constexpr std::size_t most_days = 20 * 366;  // Twenty years: older days say nothing.
inline constexpr double most_use = 1e15;            // Fen of a whole country; doubles stay exact.

using Series = std::vector<double>;

struct DatedSeries {
  Day from;
  Series values;
};

// A table "date,value" with a header row, one row a day in order; an empty value is not known.
// Refusals: "forecast.unreadable" (no such table, or a row that is none), "forecast.negative",
// "forecast.date-gap" (a date that is not the day after the one before), "forecast.too-short"
// (fewer than 56 days, or none known), "forecast.too-long" (more than 20 years). `where` is the
// line. O(bytes).
Decision<DatedSeries> read_series(std::string_view csv);

double median_of(std::vector<double> values);  // 0 where empty. O(n).

// Most of the known days are without use, as with spare parts; see forecast_rare.h. O(n).
bool is_intermittent(const Series&);

// The last twelve known values of each weekday. Memory is constant, each call O(1).
class WeekdayMedians {
 public:
  void observe(double known);
  void pass() { ++day_; }                       // A day that says nothing.
  std::optional<double> ahead(int days) const;  // 1 is the next day; none where never seen.

 private:
  struct Last {
    double values[median_weeks] = {};
    std::size_t seen = 0;
  };
  Last of_[week];
  std::size_t day_ = 0;
};

// Every day a number: outages and gaps take the median of their weekday as known before them (the
// first weeks: as known in the first twelve weeks). Nothing of a later day is used after those.
// O(n).
Series without_outages(const Series&);

// What a single new day, known as `value`, counts for: its value, or none where it is an outage.
std::optional<double> as_use(double value, std::optional<double> usual);

}  // namespace waystation::foresight
