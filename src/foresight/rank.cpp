#include "foresight/rank.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <tuple>

namespace waystation::foresight {

namespace {

struct Played {
  Tape tape;
  Engine engine;
  Waits waits;
  Day day;
  Values values{};
};

// Whether two variants are drawn the same visitors. Another timetable of appointments makes others.
bool expects_same(const PreparedClass& a, const PreparedClass& b) {
  const auto drawn_from = [](const PreparedClass& c) {
    return std::tuple(c.window_below, c.fails_below, c.withdraws_below, c.proxy_below, c.holders,
                      c.outside_ticks, c.patience_ticks, c.window_mu, c.window_sigma, c.machine_mu,
                      c.machine_sigma, c.out_mu, c.out_sigma, c.in_mu, c.in_sigma);
  };
  return drawn_from(a) == drawn_from(b);
}

bool expects_same(const Prepared& a, const Prepared& b) {
  const auto drawn_from = [](const Prepared& p) {
    return std::tie(p.close, p.half_hours, p.classes, p.volume, p.ticks_per_visitor, p.class_below,
                    p.volume_shape, p.appointments, p.appointment_class, p.appointment_spread,
                    p.shows_below, p.appointment_earliest);
  };
  const auto same_class = [](const PreparedClass& x, const PreparedClass& y) {
    return expects_same(x, y);
  };
  return drawn_from(a) == drawn_from(b) && std::ranges::equal(a.of_class, b.of_class, same_class);
}

class Selection {
 public:
  Selection(std::span<const Prepared> variants, const Ranking& how)
      : variants_(variants),
        how_(how),
        count_(static_cast<int>(variants.size())),
        days_of_(variants.size()),
        is_in_(variants.size(), true) {
    for (int i = 0; i < count_; ++i) {
      int k = 0;
      while (!expects_same(variants[k], variants[i])) ++k;
      visitors_of_.push_back(k);
    }
    const double n = how.first_days - 1, others = count_ - 1;
    const double eta = 0.5 * (std::pow(2 * (1 - how.confidence) / others, -2 / n) - 1);
    h2_ = 2 * eta * n;
  }

  bool run() {
    for (; played_ < how_.most_days && in() > 1; ++played_) {
      if (how_.goes_on && played_ % 16 == 0 && !how_.goes_on(double(played_) / how_.most_days))
        return false;
      play_day();
      if (played_ + 1 >= how_.first_days) drop_losers(played_ + 1);
    }
    return true;
  }

  RankingResult result() const {
    RankingResult out;
    out.days = played_, out.is_proven = in() == 1;
    for (int i = 0; i < count_; ++i) out.variants.push_back(ranked(i));
    out.best = -1;
    for (int i = 0; i < count_; ++i)
      if (is_in_[i] && (out.best < 0 || sum(i, played_) < sum(out.best, played_))) out.best = i;
    return out;
  }

 private:
  int in() const { return static_cast<int>(std::ranges::count(is_in_, true)); }

  void play_day() {
    const Kernel& kernel = best_kernel();
    int drawn = -1;
    for (int i = 0; i < count_; ++i) {
      if (!is_in_[i]) continue;
      if (visitors_of_[i] != drawn) {
        drawn = visitors_of_[i];
        kernel.draw(variants_[drawn], {how_.seed, how_.outlet, static_cast<std::uint32_t>(played_)},
                    at_->tape);
      }
      at_->day = {};
      kernel.play(variants_[i], at_->tape, at_->engine, at_->waits, at_->day);
      measure(variants_[i], at_->day, at_->values);
      const double before = days_of_[i].empty() ? 0 : days_of_[i].back().till;
      const double x = at_->values[how_.measure];
      days_of_[i].push_back({x, before + x});
    }
  }

  double sum(int i, int days) const { return days_of_[i][days - 1].till; }

  // Of the difference of two variants on the first days.
  double variance(int i, int l) const {
    Sums d;
    for (int r = 0; r < how_.first_days; ++r) d.add(days_of_[i][r].value - days_of_[l][r].value);
    const double n = how_.first_days;
    return std::max(0.0, (d.squares - d.sum * d.sum / n) / (n - 1));
  }

  void drop_losers(int days) {
    if (variances_.empty())
      for (int i = 0; i < count_; ++i)
        for (int l = 0; l < count_; ++l) variances_.push_back(variance(i, l));
    std::vector<int> losers;
    for (int i = 0; i < count_; ++i)
      for (int l = 0; l < count_ && is_in_[i]; ++l) {
        if (l == i || !is_in_[l]) continue;
        const double s2 = variances_[i * count_ + l], delta = how_.indifference;
        const double allowed = std::max(0.0, delta / 2 * (h2_ * s2 / (delta * delta) - days));
        const double behind = sum(i, days) - sum(l, days);
        // Equal to the last bit and nothing allowed: the earlier one stays.
        if (behind > allowed || (allowed == 0 && behind == 0 && l < i)) {
          losers.push_back(i);
          break;
        }
      }
    for (const int i : losers) is_in_[i] = false;
  }

  Ranked ranked(int i) const {
    Ranked out;
    const auto& own = days_of_[i];
    const auto& base = days_of_[0];
    const auto n = static_cast<int>(std::min(own.size(), base.size()));
    Sums mine, first, apart, whole;
    for (const auto& day : own) whole.add(day.value);
    for (int r = 0; r < n; ++r) {
      mine.add(own[r].value), first.add(base[r].value);
      apart.add(own[r].value - base[r].value);
    }
    out.days = static_cast<int>(own.size()), out.is_out = !is_in_[i];
    out.value = mean_of(whole, out.days);
    out.difference = mean_of(apart, n);
    const auto spread = [&](const Sums& s) { return s.squares - s.sum * s.sum / n; };
    if (spread(apart) > 0) out.variance_ratio = (spread(mine) + spread(first)) / spread(apart);
    return out;
  }

  struct OneDay {
    double value, till;  // Till: the sum so far.
  };
  std::span<const Prepared> variants_;
  const Ranking& how_;
  int count_, played_ = 0;
  double h2_ = 0;
  std::vector<std::vector<OneDay>> days_of_;
  std::vector<bool> is_in_;
  std::vector<int> visitors_of_;  // The first variant that expects the same.
  std::vector<double> variances_;
  std::unique_ptr<Played> at_ = std::make_unique<Played>();
};

Refusal out_of_range(std::string code, const char* where, double value) {
  return {Why::invalid, std::move(code), where, {}, {{"value", std::to_string(value)}}};
}

}  // namespace

std::optional<Refusal> refuse(std::span<const Prepared> variants, const Ranking& how) {
  if (variants.size() < 2 || variants.size() > variants_most)
    return out_of_range("foresight.variants-out-of-range", "variants", double(variants.size()));
  if (!(how.indifference > 0))
    return out_of_range("foresight.ranking-out-of-range", "indifference", how.indifference);
  if (!(how.confidence >= 0.5 && how.confidence < 1))
    return out_of_range("foresight.ranking-out-of-range", "confidence", how.confidence);
  if (how.first_days < 10 || how.most_days < how.first_days || how.most_days > replications_most)
    return out_of_range("foresight.ranking-out-of-range", "days", how.most_days);
  if (how.measure < 0 || how.measure >= int(day_measures.size()))
    return out_of_range("foresight.ranking-out-of-range", "measure", how.measure);
  return {};
}

std::optional<RankingResult> rank(std::span<const Prepared> variants, const Ranking& how) {
  Selection selection(variants, how);
  if (!selection.run()) return {};
  return selection.result();
}

}  // namespace waystation::foresight
