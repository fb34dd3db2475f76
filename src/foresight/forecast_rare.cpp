#include "foresight/forecast_rare.h"

#include <algorithm>
#include <cmath>

namespace waystation::foresight {

namespace {
constexpr double follow_probability = 0.05, follow_size = 0.1;
constexpr std::size_t most_amounts = 100, steps = 512;
}  // namespace

RareUse::RareUse(const Series& history) {
  double sum = 0;
  std::size_t known = 0, used = 0;
  for (std::size_t t = 0; t < std::min(history.size(), fewest_days); ++t)
    if (!std::isnan(history[t])) ++known, used += history[t] > 0, sum += history[t];
  if (known) probability_ = double(used) / double(known);
  if (used) size_ = sum / double(used);
  for (const double x : history) observe(x);
}

void RareUse::observe(double value) {
  if (std::isnan(value)) return;
  probability_ += follow_probability * ((value > 0 ? 1 : 0) - probability_);
  if (value <= 0) return;
  size_ = size_ > 0 ? size_ + follow_size * (value - size_) : value;
  amounts_.push_back(value);
  if (amounts_.size() > most_amounts) amounts_.pop_front();
}

double RareUse::enough(int days, double share) const {
  if (amounts_.empty()) return 0;
  const double step = *std::ranges::max_element(amounts_) * days / double(steps);
  std::vector<double> chance(steps + 1, 0.0);
  chance[0] = 1;
  const double each = probability_ / double(amounts_.size());
  for (int day = 0; day < days; ++day) {
    std::vector<double> next(steps + 1, 0.0);
    for (std::size_t i = 0; i <= steps; ++i) {
      if (chance[i] == 0) continue;
      next[i] += chance[i] * (1 - probability_);
      for (const double amount : amounts_)
        next[std::min(steps, i + std::size_t(std::ceil(amount / step - 1e-9)))] += chance[i] * each;
    }
    chance = std::move(next);
  }
  double below = 0;
  std::size_t i = 0;
  for (; i < steps; ++i)
    if ((below += chance[i]) >= share) break;
  return step * double(i);
}

}  // namespace waystation::foresight
