#include "foresight/measures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace waystation::foresight {

namespace {

double sum(const auto& all) {
  return static_cast<double>(std::accumulate(all.begin(), all.end(), std::int64_t{0}));
}

double minutes(auto ticks) {
  return static_cast<double>(ticks) / ticks_per_minute;
}

double ratio(double part, double whole) {
  return whole > 0 ? part / whole : 0;
}

// Open minutes of an hour: the last one may be half.
double open_ticks(const Prepared& p, int hour) {
  return std::min(60 * ticks_per_minute, p.close - hour * 60 * ticks_per_minute);
}

struct Protected {
  double suits, wipes;
};
Protected protection(const Prepared& p, const Day& d) {
  const Protection& rule = p.protection;
  const double shift = minutes(std::max(p.close, d.last_exit));
  const double suits = rule.people * std::ceil(shift / rule.suit_minutes);
  return {suits, suits * rule.wipes_per_suit + sum(d.served) * rule.wipes_per_service +
                     double(d.rounds) * rule.wipes_per_round};
}

void measure_hours(const Prepared& p, const Day& d, Values& out) {
  for (int h = 0; h <= p.hours; ++h) {
    const double open = h < p.hours ? open_ticks(p, h) : d.last_exit - p.close;
    out[hour_value(0, h)] = ratio(double(d.inside[h]), open);
    out[hour_value(1, h)] = d.peak[h];
    out[hour_value(2, h)] = ratio(double(d.at_cap[h]), open);
    out[hour_value(3, h)] = d.outside_peak[h];
    out[hour_value(4, h)] = d.lost[h];
    out[hour_value(5, h)] = minutes(d.pairs[h]) * p.contact_share;
  }
}

void measure_classes(const Prepared& p, const Day& d, Values& out) {
  for (int k = 0; k < p.classes; ++k) {
    out[class_value(0, k)] = d.arrived[k];
    out[class_value(1, k)] = d.served[k];
    out[class_value(2, k)] = d.balked[k] + d.left_outside[k] + d.left_window[k];
    out[class_value(3, k)] = ratio(minutes(d.waited[k]), d.called[k]);
  }
}

}  // namespace

void measure(const Prepared& p, const Day& d, Values& out) {
  double open_inside = 0, open_at_cap = 0;
  for (int h = 0; h < p.hours; ++h)
    open_inside += double(d.inside[h]), open_at_cap += double(d.at_cap[h]);
  const auto set = [&](int at, double value) { out[at] = value; };
  const Protected used = protection(p, d);
  const double balked = sum(d.balked), outside = sum(d.left_outside), window = sum(d.left_window);
  set(day_value("arrived"), sum(d.arrived));
  set(day_value("served"), sum(d.served));
  set(day_value("card_holders"), d.holders);
  set(day_value("lost"), balked + outside + window);
  set(day_value("balked"), balked);
  set(day_value("left_outside"), outside);
  set(day_value("left_window"), window);
  set(day_value("window_wait_minutes"), ratio(sum(d.waited) / ticks_per_minute, sum(d.called)));
  set(day_value("lobby_mean"), open_inside / p.close);
  set(day_value("lobby_peak"), *std::ranges::max_element(d.peak));
  set(day_value("time_at_cap_share"), open_at_cap / p.close);
  set(day_value("outside_peak"), *std::ranges::max_element(d.outside_peak));
  set(day_value("contact_minutes"), sum(d.pairs) / ticks_per_minute * p.contact_share);
  set(day_value("overtime_minutes"), minutes(std::max(0, d.last_exit - p.close)));
  set(day_value("window_utilisation"), ratio(double(d.windows_busy), double(d.windows_staffed)));
  set(day_value("machine_utilisation"),
      ratio(double(d.machines_busy), double(p.machines) * std::max(p.close, d.last_exit)));
  set(day_value("suits"), used.suits);
  set(day_value("wipes"), used.wipes);
  set(day_value("least_cash_yuan"), double(d.least_fen) / 100);
  set(day_value("cash_out"), d.least_fen < 0);
  set(day_value("machine_cash_out"), d.least_machine_fen < 0);
  set(day_value("events"), d.events);
  measure_hours(p, d, out);
  measure_classes(p, d, out);
}

}  // namespace waystation::foresight
