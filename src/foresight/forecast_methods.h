#pragma once
// Four ways to foresee a series with a week's rhythm, and their mean. Each is fitted once to a
// history without outages, then follows day by day in constant time; so a forecast can be tried on
// all the days it already knows.
//
// Weekday median: of the last twelve of the weekday. Theta (Assimakopoulos and Nikolopoulos 2000;
// as Hyndman and Billah 2003 write it): exponential smoothing of the series without its weekdays,
// with half the slope of its trend. ETS(A,N,A) (Hyndman et al. 2002): a level and seven additive
// weekdays. Holt-Winters (Winters 1960): a level and seven factors, without trend. Smoothing
// parameters are those of a fixed grid with the least squared error one day ahead.
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "foresight/forecast_series.h"

namespace waystation::foresight {

enum class Method : std::uint8_t { weekday_median, theta, ets, holt_winters };
inline constexpr std::array<std::string_view, 4> method_names = {"weekday_median", "theta", "ets",
                                                                 "holt_winters"};
using Foreseen = std::array<double, 4>;  // By Method; never negative.

// Some of the methods, as bits by Method; their plain mean is the forecast.
struct Combination {
  std::uint8_t methods = 0b1111;
  bool operator==(const Combination&) const = default;
  bool holds(std::size_t m) const { return methods >> m & 1; }
  double of(const Foreseen&) const;
};
inline constexpr int combinations = 15;  // methods 1 to 15

// A level and seven weekdays that follow the days; `factors`: multiplied, else added.
struct Smoothed {
  bool factors = false;
  double alpha = 0.1, gamma = 0.1;
  double level = 0;
  double weekday[week] = {};
  std::size_t day = 0;
  double ahead(int days) const;
  void observe(double);
};

class Forecaster {
 public:
  // At least four weeks, made `without_outages`. O(days × grid): under a millisecond for two
  // years.
  explicit Forecaster(std::span<const double> history);
  Foreseen ahead(int days) const;  // 1 is the next day. O(1).
  void observe(double value);      // The next day; an outage or NaN counts as usual. O(1).

 private:
  WeekdayMedians medians_;
  Smoothed theta_, ets_, winters_;
  double drift_ = 0;
  void follow(double use);
};

}  // namespace waystation::foresight
