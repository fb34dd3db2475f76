#include "foresight/forecast_outlook.h"

#include <algorithm>
#include <cmath>

#include "foresight/forecast_rare.h"

namespace waystation::foresight {

namespace {

struct Record {
  Errors errors;
  Bound low{0.025}, high{0.975}, reserve;
  std::size_t tried = 0, in_band = 0;
  explicit Record(double share) : reserve(share) {}
  void saw(double error) {
    if (errors.size() >= fewest_errors) {
      const bool above = error >= low.factor(errors), below = error <= high.factor(errors);
      low.saw(!above), high.saw(below), reserve.saw(error <= reserve.factor(errors));
      ++tried, in_band += above && below;
    }
    errors.add(error);
  }
  DayAhead of(double expected) const {
    return {expected,
            expected * low.factor(errors),
            expected * high.factor(errors),
            expected * reserve.factor(errors),
            tried,
            tried ? double(in_band) / double(tried) : 0,
            reserve.hit_rate()};
  }
};

// Follows the second half, and judges each forecast on the day it was for.
std::vector<Record> records_of(const Series& series, Combination c, const OutlookAsked& asked) {
  const Series use = without_outages(series);
  const std::size_t split = std::max<std::size_t>(fewest_days / 2, series.size() / 2);
  Forecaster forecaster{std::span(use).first(split)};
  std::vector<Record> out(std::size_t(asked.horizon), Record(asked.service_share));
  std::vector<Series> made;  // By origin, then by days ahead.
  for (std::size_t t = split; t < series.size(); ++t) {
    made.emplace_back();
    for (int h = 1; h <= asked.horizon; ++h) made.back().push_back(c.of(forecaster.ahead(h)));
    for (std::size_t h = 0; h < out.size() && h < made.size(); ++h) {
      const double expected = made[made.size() - 1 - h][h];
      if (series[t] > 0 && expected > 0) out[h].saw(series[t] / expected);
    }
    forecaster.observe(series[t]);
  }
  return out;
}

Outlook rare_outlook(const Series& series, const OutlookAsked& asked) {
  Outlook out;
  out.is_intermittent = true;
  const RareUse use(series);
  DayAhead day;
  day.expected = use.expected(), day.high = use.enough(1, 0.975);
  day.reserve = use.enough(1, asked.service_share);
  const std::size_t split = series.size() / 2;
  RareUse then(Series(series.begin(), series.begin() + std::ptrdiff_t(split)));
  std::size_t in_band = 0, enough = 0;
  for (std::size_t t = split; t < series.size(); ++t) {
    if (!std::isnan(series[t])) {
      ++day.tried, in_band += series[t] <= then.enough(1, 0.975);
      enough += series[t] <= then.enough(1, asked.service_share);
    }
    then.observe(series[t]);
  }
  day.band_hits = day.tried ? double(in_band) / double(day.tried) : 0;
  day.reserve_hits = day.tried ? double(enough) / double(day.tried) : 0;
  out.days.assign(std::size_t(asked.horizon), day);
  return out;
}

}  // namespace

Decision<Outlook> foresee(const Series& series, const OutlookAsked& asked) {
  if (is_intermittent(series)) return rare_outlook(series, asked);
  Outlook out;
  const ChoiceScores scores = try_combinations(series, {asked.horizon, 4});
  out.combination = choose(std::span(&scores, 1));
  const Scores& own = scores[out.combination.methods - 1];
  out.smape = own.smape, out.mase = own.mase;
  const auto records = records_of(series, out.combination, asked);
  if (records[0].errors.size() < fewest_errors)
    return Refusal{Why::invalid,
                   "forecast.too-short",
                   "",
                   {},
                   {{"days", std::to_string(records[0].errors.size())}, {"line", "0"}}};
  const Forecaster forecaster(without_outages(series));
  std::size_t judged = 0;  // Too few errors so far ahead: those of the day before.
  for (std::size_t h = 0; h < records.size(); ++h) {
    if (records[h].errors.size() >= fewest_errors) judged = h;
    const double expected = out.combination.of(forecaster.ahead(int(h) + 1));
    out.days.push_back(records[judged].of(expected));
  }
  return out;
}

}  // namespace waystation::foresight
