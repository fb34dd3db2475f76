#include "planning/province/ascent.h"

#include <algorithm>
#include <cmath>

namespace waystation::planning::province {

namespace {

double visits(const Area& area, std::size_t group, int customer) {
  const auto at = area.of(area.groups[group].demand, customer);
  return std::max(1, area.critical[at] + area.ordinary[at]);
}

}  // namespace

Ascent::Ascent(const Area& area) : area_(area), evaluator_(area) {
  double window_visits = 0;
  for (const PriceGroup& group : area.groups)
    window_visits = std::max(window_visits, double(area.capacity[1]) * group.days);
  for (const SharedRow& row : area.rows)
    row_scale_.push_back(window_visits / std::max<double>(1, double(row.most)));
  centre_row_.assign(area.rows.size(), 0);
  for (std::size_t group = 0; group < area.groups.size(); ++group)
    for (int j = 0; j < area.customers; ++j) {
      double nearest = 1e18;
      for (int a = area.customer_first[j]; a < area.customer_first[j + 1]; ++a)
        nearest = std::min(nearest, double(area.arc_cost[a]));
      centre_visit_.push_back(std::min(double(area.loss_ordinary), nearest + 40'000));
    }
  slope_visit_.assign(centre_visit_.size(), 0);
  slope_row_.assign(centre_row_.size(), 0);
  prices_.visit.resize(centre_visit_.size());
  prices_.row.resize(centre_row_.size());
  tried_ = prices_;
  mean_sizes_.assign(evaluator_.sizes().size(), 0);
  mean_windows_.assign(evaluator_.windows().size(), 0);
}

void Ascent::average(double share) {
  for (std::size_t k = 0; k < slope_visit_.size(); ++k)
    slope_visit_[k] += share * (evaluator_.unmet()[k] - slope_visit_[k]);
  for (std::size_t r = 0; r < slope_row_.size(); ++r)
    slope_row_[r] += share * (double(evaluator_.overuse()[r]) - slope_row_[r]);
  for (std::size_t k = 0; k < mean_sizes_.size(); ++k)
    mean_sizes_[k] += share * (evaluator_.sizes()[k] - mean_sizes_[k]);
  for (std::size_t k = 0; k < mean_windows_.size(); ++k)
    mean_windows_[k] += share * (evaluator_.windows()[k] - mean_windows_[k]);
}

double Ascent::squared_slope() const {
  double sum = 1e-9;
  for (std::size_t group = 0; group < area_.groups.size(); ++group) {
    const double days =
        double(area_.groups[group].days) * area_.week_teams[area_.groups[group].week];
    for (int j = 0; j < area_.customers; ++j) {
      const double slope = slope_visit_[group * area_.customers + j];
      sum += days * slope * slope / visits(area_, group, j);
    }
  }
  for (std::size_t r = 0; r < slope_row_.size(); ++r)
    if (centre_row_[r] > 0 || slope_row_[r] > 0)
      sum += row_scale_[r] * slope_row_[r] * slope_row_[r];
  return sum;
}

// Prices stay at 0 or above, and a visit's at or below what losing it costs.
void Ascent::move(double step) {
  for (std::size_t group = 0; group < area_.groups.size(); ++group)
    for (int j = 0; j < area_.customers; ++j) {
      const std::size_t k = group * area_.customers + j;
      const double to = centre_visit_[k] + step * slope_visit_[k] / visits(area_, group, j);
      tried_.visit[k] = std::int32_t(std::clamp(to, 0.0, double(area_.loss_critical)));
    }
  for (std::size_t r = 0; r < slope_row_.size(); ++r)
    tried_.row[r] =
        std::int64_t(std::max(0.0, centre_row_[r] + step * row_scale_[r] * slope_row_[r]));
}

// A better bound moves the centre. Many steps without much gain: the aim was too far.
void Ascent::judge(std::int64_t value) {
  if (started_ && value <= bound_) return;
  if (started_ && double(value - bound_) > 1e-5 * std::abs(double(bound_))) idle_ = 0;
  bound_ = value;
  prices_ = tried_;
  std::ranges::copy(tried_.visit, centre_visit_.begin());
  std::ranges::copy(tried_.row, centre_row_.begin());
  started_ = true;
}

void Ascent::run(int steps, std::int64_t best_plan) {
  for (int n = 0; n < steps; ++n) {
    const double gap = std::max(double(best_plan - bound_), std::abs(double(bound_)) * 1e-5);
    move(started_ ? reach_ * gap / squared_slope() : 0);
    const std::int64_t value = evaluator_.evaluate(tried_);
    average(!started_ ? 1 : reach_ > 0.1 ? 0.2 : 0.08);
    judge(value);
    if (++idle_ < 15) continue;
    reach_ = std::max(reach_ * 0.75, 1e-4);
    idle_ = 0;
  }
}

}  // namespace waystation::planning::province
