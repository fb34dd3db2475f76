#include "foresight/forecast_methods.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace waystation::foresight {

namespace {

constexpr double grid[] = {0.01, 0.03, 0.06, 0.1, 0.15, 0.22, 0.3, 0.45};
// One odd day (a fair, half an outage) may pull only so far; chosen on NN5's training part.
constexpr double least_surprise = 0.5, most_surprise = 1.5;
constexpr std::size_t learning = 4 * week;  // Days whose errors speak of the start, not of the fit.

// The median over all weeks of a day's ratio to (or difference from) the week around it.
void set_weekdays(Smoothed& s, std::span<const double> history, std::size_t most) {
  std::vector<double> of[week];
  const std::size_t end = std::min(history.size(), most);
  double sum = 0;
  for (std::size_t t = 0; t < std::min<std::size_t>(week, end); ++t) sum += history[t];
  for (std::size_t t = 3; t + 3 < end; ++t) {
    const double mean = sum / week;
    if (s.factors && mean > 0) of[t % week].push_back(history[t] / mean);
    if (!s.factors) of[t % week].push_back(history[t] - mean);
    if (t + 4 < end) sum += history[t + 4] - history[t - 3];
  }
  double all = 0;
  for (int d = 0; d < week; ++d) all += s.weekday[d] = median_of(of[d]);
  for (double& w : s.weekday) {
    if (!s.factors) w -= all / week;
    if (s.factors) w = all > 0 ? std::max(0.01, w * week / all) : 1;
  }
}

// Where the smoothing begins: the mean of the first four weeks, and their weekdays.
Smoothed begun(std::span<const double> history, bool factors) {
  Smoothed s;
  s.factors = factors;
  set_weekdays(s, history, 16 * week);
  for (std::size_t t = 0; t < learning; ++t) s.level += history[t] / double(learning);
  s.level = std::max(s.level, 1e-9);
  return s;
}

double squares(Smoothed s, std::span<const double> history, double bound) {
  double sum = 0;
  for (std::size_t t = 0; t < history.size() && sum < bound; ++t) {
    const double error = history[t] - s.ahead(1);
    if (t >= learning) sum += error * error;
    s.observe(history[t]);
  }
  return sum;
}

// The parameters of the grid with the least squared error, then followed to the end.
Smoothed fitted(Smoothed s, std::span<const double> history, bool with_weekdays) {
  double least = std::numeric_limits<double>::infinity();
  Smoothed best = s;
  for (const double alpha : grid)
    for (const double gamma : grid) {
      Smoothed tried = s;
      tried.alpha = alpha, tried.gamma = with_weekdays ? gamma : 0;
      const double sum = squares(tried, history, least);
      if (sum < least) least = sum, best = tried;
      if (!with_weekdays) break;
    }
  for (const double x : history) best.observe(x);
  return best;
}

// Least-squares slope a day of the series without its weekdays.
double slope_of(const Smoothed& rhythm, std::span<const double> history) {
  const double n = double(history.size()), middle = (n - 1) / 2;
  double across = 0;
  for (std::size_t t = 0; t < history.size(); ++t)
    across += (double(t) - middle) * history[t] / rhythm.weekday[t % week];
  return across / (n * (n * n - 1) / 12);
}

}  // namespace

double Combination::of(const Foreseen& f) const {
  double sum = 0;
  int n = 0;
  for (std::size_t m = 0; m < f.size(); ++m)
    if (holds(m)) sum += f[m], ++n;
  return n ? sum / n : 0;
}

double Smoothed::ahead(int days) const {
  const double w = weekday[(day + std::size_t(days) - 1) % week];
  return factors ? level * w : level + w;
}

void Smoothed::observe(double x) {
  const double expected = ahead(1);
  if (expected > 0) x = std::clamp(x, expected * least_surprise, expected * most_surprise);
  double& w = weekday[day++ % week];
  const double before = level;
  if (factors) {
    level += alpha * (x / w - before);
    level = std::max(level, 1e-9);
    if (gamma > 0) w = std::max(0.01, w + gamma * (x / before - w));
  } else {
    level += alpha * (x - w - before);
    w += gamma * (x - before - w);
  }
}

Forecaster::Forecaster(std::span<const double> history) {
  for (const double x : history) medians_.observe(x);
  Smoothed rhythm = begun(history, true);
  set_weekdays(rhythm, history, history.size());
  theta_ = fitted(rhythm, history, false);
  drift_ = slope_of(rhythm, history) / 2;
  ets_ = fitted(begun(history, false), history, true);
  winters_ = fitted(begun(history, true), history, true);
}

Foreseen Forecaster::ahead(int days) const {
  const double grown = 1 + drift_ * (days - 1 + 1 / theta_.alpha) / theta_.level;
  Foreseen out = {medians_.ahead(days).value_or(0), theta_.ahead(days) * std::max(0.0, grown),
                  ets_.ahead(days), winters_.ahead(days)};
  for (double& x : out) x = std::max(0.0, x);
  return out;
}

void Forecaster::observe(double value) {
  const auto usual = medians_.ahead(1);
  follow(as_use(value, usual).value_or(usual.value_or(0)));
}

void Forecaster::follow(double use) {
  medians_.observe(use);
  theta_.observe(use);
  ets_.observe(use);
  winters_.observe(use);
}

}  // namespace waystation::foresight
