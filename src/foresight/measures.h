#pragma once
// What is measured of a day: of the whole, by hour and by class of visitor.
#include <array>
#include <span>
#include <string_view>

#include "foresight/engine.h"

namespace waystation::foresight {

// Minutes, people and yuan. "Lost" went home before being served: balked, gave up outside or at the
// windows. "cash_out" and "machine_cash_out" are 1 on a day on which the stock would go below zero.
inline constexpr std::array<std::string_view, 22> day_measures{"arrived",
                                                               "served",
                                                               "card_holders",
                                                               "lost",
                                                               "balked",
                                                               "left_outside",
                                                               "left_window",
                                                               "window_wait_minutes",
                                                               "lobby_mean",
                                                               "lobby_peak",
                                                               "time_at_cap_share",
                                                               "outside_peak",
                                                               "contact_minutes",
                                                               "overtime_minutes",
                                                               "window_utilisation",
                                                               "machine_utilisation",
                                                               "suits",
                                                               "wipes",
                                                               "least_cash_yuan",
                                                               "cash_out",
                                                               "machine_cash_out",
                                                               "events"};
inline constexpr std::array<std::string_view, 6> hour_measures{
    "lobby_mean", "lobby_peak", "time_at_cap_share", "outside_peak", "lost", "contact_minutes"};
inline constexpr std::array<std::string_view, 4> class_measures{"arrived", "served", "lost",
                                                                "window_wait_minutes"};

inline constexpr int hour_values_at = day_measures.size();
inline constexpr int class_values_at = hour_values_at + hour_measures.size() * (hours_most + 1);
inline constexpr int values = class_values_at + class_measures.size() * classes_most;
using Values = std::array<double, values>;

constexpr int hour_value(int measure, int hour) {
  return hour_values_at + measure * (hours_most + 1) + hour;
}
constexpr int class_value(int measure, int k) {
  return class_values_at + measure * classes_most + k;
}
// The place of a day's measure; the name is one of those above.
constexpr int day_value(std::string_view name) {
  for (std::size_t k = 0; k < day_measures.size(); ++k)
    if (day_measures[k] == name) return static_cast<int>(k);
  throw name;
}
constexpr bool is_share_of_days(std::size_t day_measure) {
  return day_measures[day_measure].ends_with("cash_out");
}

// Hours beyond the day and classes beyond the model's stay 0. The last hour is after closing.
void measure(const Prepared&, const Day&, Values&);

}  // namespace waystation::foresight
