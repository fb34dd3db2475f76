#include "planning/province/ascent.h"

#include <algorithm>
#include <cmath>

namespace waystation::planning::province {

namespace {

double at_least_one(int visits) {
  return std::max(1, visits);
}

}  // namespace

Ascent::Ascent(const Area& area) : area_(area), evaluator_(area) {
  const std::size_t visits = area.groups.size() * area.customers;
  for (std::size_t group = 0; group < area.groups.size(); ++group)
    for (int j = 0; j < area.customers; ++j) {
      double nearest = 1e18;
      for (int a = area.customer_first[j]; a < area.customer_first[j + 1]; ++a)
        nearest = std::min(nearest, double(area.arc_cost[a]));
      centre_.visit.push_back(
          std::min(double(area.loss_ordinary), nearest + double(area.usual_margin)));
    }
  centre_.extra.assign(visits, 0);
  centre_.row.assign(area.rows.size(), 0);
  slope_ = {std::vector<double>(visits, 0), std::vector<double>(visits, 0),
            std::vector<double>(area.rows.size(), 0)};
  prices_ = {std::vector<std::int32_t>(visits), std::vector<std::int32_t>(visits),
             std::vector<std::int64_t>(area.rows.size())};
  tried_ = prices_;
  mean_sizes_.assign(evaluator_.sizes().size(), 0);
  mean_windows_.assign(evaluator_.windows().size(), 0);
}

void Ascent::average(double share) {
  const auto mix = [&](std::vector<double>& mean, const auto& now) {
    for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += share * (double(now[k]) - mean[k]);
  };
  for (std::size_t k = 0; k < slope_.visit.size(); ++k) {
    const double critical = evaluator_.unmet_critical()[k],
                 ordinary = evaluator_.unmet_ordinary()[k];
    slope_.visit[k] += share * (critical + ordinary - slope_.visit[k]);
    slope_.extra[k] += share * (critical - slope_.extra[k]);
  }
  mix(slope_.row, evaluator_.overuse());
  mix(mean_sizes_, evaluator_.sizes());
  mix(mean_windows_, evaluator_.windows());
}

// A critical visit is worth more only where an ordinary one is as dear as it can be.
bool Ascent::has_extra(std::size_t k) const {
  return centre_.extra[k] > 0 ||
         (slope_.extra[k] > 0 && centre_.visit[k] >= 0.999 * double(area_.loss_ordinary));
}

double Ascent::squared_slope() const {
  double sum = 1e-9;
  for (std::size_t group = 0; group < area_.groups.size(); ++group) {
    const PriceGroup& g = area_.groups[group];
    const double days = double(g.days) * area_.week_teams[g.week];
    for (int j = 0; j < area_.customers; ++j) {
      const std::size_t k = group * area_.customers + j;
      const int critical = area_.critical[area_.of(g.demand, j)];
      const int ordinary = area_.ordinary[area_.of(g.demand, j)];
      const bool is_stuck = slope_.visit[k] > 0 && centre_.visit[k] >= double(area_.loss_ordinary);
      if (!is_stuck)
        sum += days * slope_.visit[k] * slope_.visit[k] / at_least_one(critical + ordinary);
      if (has_extra(k)) sum += days * slope_.extra[k] * slope_.extra[k] / at_least_one(critical);
    }
  }
  for (std::size_t r = 0; r < slope_.row.size(); ++r)
    if (centre_.row[r] > 0 || slope_.row[r] > 0)
      sum += area_.rows[r].scale * slope_.row[r] * slope_.row[r];
  return sum;
}

// Prices stay at 0 or above, and a visit's at or below what losing it costs.
void Ascent::move(double step) {
  const double most = double(area_.loss_ordinary), most_extra = double(area_.loss_critical) - most;
  for (std::size_t group = 0; group < area_.groups.size(); ++group)
    for (int j = 0; j < area_.customers; ++j) {
      const std::size_t k = group * area_.customers + j;
      const int critical = area_.critical[area_.of(area_.groups[group].demand, j)];
      const int ordinary = area_.ordinary[area_.of(area_.groups[group].demand, j)];
      const double to =
          centre_.visit[k] + step * slope_.visit[k] / at_least_one(critical + ordinary);
      const double extra =
          has_extra(k) ? centre_.extra[k] + step * slope_.extra[k] / at_least_one(critical) : 0;
      tried_.ordinary[k] = std::int32_t(std::clamp(to, 0.0, most));
      tried_.critical[k] = tried_.ordinary[k] + std::int32_t(std::clamp(extra, 0.0, most_extra));
    }
  for (std::size_t r = 0; r < slope_.row.size(); ++r)
    tried_.row[r] =
        std::int64_t(std::max(0.0, centre_.row[r] + step * area_.rows[r].scale * slope_.row[r]));
}

void Ascent::judge(std::int64_t value) {
  for (std::size_t k = 0; k < centre_.visit.size(); ++k) {
    centre_.visit[k] = tried_.ordinary[k];
    centre_.extra[k] = tried_.critical[k] - tried_.ordinary[k];
  }
  std::ranges::copy(tried_.row, centre_.row.begin());
  last_ = value;
  if (started_ && value <= bound_) return;
  if (started_ && double(value - bound_) > 1e-5 * std::abs(double(bound_))) idle_ = 0;
  bound_ = value;
  prices_ = tried_;
  best_ = centre_;
  started_ = true;
}

// Many steps without much gain: they were too long. It goes on from the best with shorter ones.
void Ascent::run(int steps, std::int64_t best_plan) {
  constexpr int patience = 20;
  constexpr double share = 0.12, shorter = 0.8, shortest = 1e-4;
  for (int n = 0; n < steps; ++n) {
    const double gap = std::max(double(best_plan - last_), std::abs(double(bound_)) * 1e-5);
    move(started_ ? reach_ * gap / squared_slope() : 0);
    const bool is_first = !started_;
    judge(evaluator_.evaluate(tried_));
    average(is_first ? 1 : share);
    if (++idle_ < patience) continue;
    reach_ = std::max(reach_ * shorter, shortest);
    idle_ = 0;
    centre_ = best_;
    last_ = bound_;
  }
}

}  // namespace waystation::planning::province
