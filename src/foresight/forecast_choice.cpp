#include "foresight/forecast_choice.h"

#include <cmath>

namespace waystation::foresight {

double weekly_scale(const Series& history) {
  double sum = 0;
  std::size_t n = 0;
  for (std::size_t t = week; t < history.size(); ++t) {
    const double step = std::fabs(history[t] - history[t - week]);
    if (!std::isnan(step)) sum += step, ++n;
  }
  return n ? sum / double(n) : 0;
}

Scores scores_of(std::span<const double> actual, std::span<const double> forecast, double scale) {
  Scores out;
  double relative = 0, absolute = 0;
  for (std::size_t i = 0; i < actual.size(); ++i) {
    if (std::isnan(actual[i])) continue;
    const double apart = std::fabs(actual[i] - forecast[i]);
    const double size = std::fabs(actual[i]) + std::fabs(forecast[i]);
    relative += size > 0 ? 200 * apart / size : 0;
    absolute += apart;
    ++out.days;
  }
  if (out.days == 0) return out;
  out.smape = relative / double(out.days);
  out.mase = scale > 0 ? absolute / double(out.days) / scale : 0;
  return out;
}

ChoiceScores try_combinations(const Series& history, const RollingOrigins& how) {
  ChoiceScores out;
  int scored = 0;
  for (int k = how.origins; k >= 1; --k) {
    const std::size_t after = std::size_t(k) * std::size_t(how.horizon);
    if (history.size() < after + fewest_days) continue;
    const std::size_t origin = history.size() - after;
    const Series before(history.begin(), history.begin() + std::ptrdiff_t(origin));
    const std::span actual = std::span(history).subspan(origin, std::size_t(how.horizon));
    const double scale = weekly_scale(before);
    const Forecaster forecaster(without_outages(before));
    std::vector<Foreseen> foreseen;
    for (int h = 1; h <= how.horizon; ++h) foreseen.push_back(forecaster.ahead(h));
    bool any = false;
    for (int c = 1; c <= combinations; ++c) {
      const Combination combination{static_cast<std::uint8_t>(c)};
      Series forecast;
      for (const Foreseen& f : foreseen) forecast.push_back(combination.of(f));
      const Scores s = scores_of(actual, forecast, scale);
      out[c - 1].smape += s.smape, out[c - 1].mase += s.mase, out[c - 1].days += s.days;
      any = s.days > 0;
    }
    scored += any;
  }
  for (Scores& s : out)
    if (scored) s.smape /= scored, s.mase /= scored;
  return out;
}

Combination choose(std::span<const ChoiceScores> of_series) {
  Combination best;
  double least = INFINITY;
  for (int c = combinations; c >= 1; --c) {
    double sum = 0;
    std::size_t days = 0;
    for (const ChoiceScores& s : of_series) sum += s[c - 1].smape, days += s[c - 1].days;
    if (days > 0 && sum < least) least = sum, best.methods = static_cast<std::uint8_t>(c);
  }
  return best;
}

}  // namespace waystation::foresight
