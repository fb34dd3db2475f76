#include "domain/cash_runway.h"

#include <algorithm>

namespace waystation::cash {

Runway::Runway(const Supply& supply, const Profile& profile)
    : clean_(supply.clean),
      payment_(profile.payment.count),
      dispersion_(profile.dispersion_basis_points) {
  steps_.reserve(profile.slots.size());
  Fen mean, today;
  WideFen earlier = 0;
  for (std::size_t i = 0; i < profile.slots.size(); ++i) {
    const PayoutSlot& slot = profile.slots[i];
    if (i > 0 && slot.day != profile.slots[i - 1].day) {
      earlier += WideFen(today.count) * today.count;
      today = {};
    }
    mean = mean + slot.payout, today = today + slot.payout;
    steps_.push_back({slot.ends, mean, earlier + WideFen(today.count) * today.count});
  }
  Fen there = supply.clean;
  std::size_t from = 0;
  for (const Becoming& bag : supply.becoming) {
    // Within a quarter the notes come before its payouts only if they come before its end.
    const std::size_t at = before(bag.at);
    if (at > from) stretches_.push_back({from, at, there});
    from = std::max(from, at);
    there = there + bag.amount;
  }
  if (from < steps_.size()) stretches_.push_back({from, steps_.size(), there});
}

std::size_t Runway::before(Time t) const {
  const auto at = std::ranges::upper_bound(steps_, t, {}, &Step::at);
  return std::size_t(at - steps_.begin());
}

Spread Runway::spread(std::size_t slots) const {
  if (slots == 0) return {};
  const Step& step = steps_[slots - 1];
  constexpr WideFen whole = 10'000 * 10'000;
  const WideFen day = WideFen(dispersion_) * dispersion_;
  return {step.mean, WideFen(payment_) * step.mean.count + step.squares / whole * day +
                         step.squares % whole * day / whole};
}

std::int32_t Runway::risk_of(std::size_t slot, const Stretch& stretch) const {
  return chance_above(spread(slot + 1), stretch.supply);
}

// Within a stretch the chance only grows, so that its last slot within the time is its largest.
std::int32_t Runway::risk_by(Time t) const {
  const std::size_t ended = before(t);
  std::int32_t risk = 0;
  for (const Stretch& stretch : stretches_)
    if (stretch.from < ended)
      risk = std::max(risk, risk_of(std::min(stretch.to, ended) - 1, stretch));
  return risk;
}

std::optional<Time> Runway::first_at(std::int32_t basis_points, Time now) const {
  if (clean_ <= Fen{} && !steps_.empty()) return now;
  for (const Stretch& stretch : stretches_) {
    if (risk_of(stretch.to - 1, stretch) < basis_points) continue;
    std::size_t low = stretch.from, high = stretch.to - 1;
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      if (risk_of(middle, stretch) >= basis_points)
        high = middle;
      else
        low = middle + 1;
    }
    return steps_[low].at;
  }
  return {};
}

Fen Runway::reserve_until(Time t, std::int32_t left_over_basis_points) const {
  return enough_for(spread(before(t)), left_over_basis_points);
}

Fen Runway::expected_until(Time t) const {
  return spread(before(t)).mean;
}

std::vector<RunwayPoint> Runway::curve() const {
  std::vector<RunwayPoint> points;
  points.reserve(steps_.size());
  std::int32_t risk = 0;
  for (const Stretch& stretch : stretches_)
    for (std::size_t slot = stretch.from; slot < stretch.to; ++slot) {
      risk = std::max(risk, risk_of(slot, stretch));
      points.push_back({steps_[slot].at, steps_[slot].mean, stretch.supply, risk});
    }
  return points;
}

}  // namespace waystation::cash
