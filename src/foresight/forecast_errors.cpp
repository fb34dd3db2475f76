#include "foresight/forecast_errors.h"

#include <algorithm>
#include <cmath>

namespace waystation::foresight {

void Errors::add(double error) {
  if (in_order_.size() == most_errors) {
    ascending_.erase(std::ranges::lower_bound(ascending_, in_order_.front()));
    in_order_.pop_front();
  }
  in_order_.push_back(error);
  ascending_.insert(std::ranges::upper_bound(ascending_, error), error);
}

double Errors::quantile(double share) const {
  if (ascending_.empty()) return 1;
  const double place = std::ceil(share * double(size() + 1));
  return ascending_[std::size_t(std::clamp(place, 1.0, double(size()))) - 1];
}

void Bound::saw(bool held) {
  const double rare = std::min(share_, 1 - share_);
  level_ += 0.1 * rare * (share_ - (held ? 1 : 0));
  level_ = std::clamp(level_, 0.0, 1.0);
  held_ += held, ++days_;
}

}  // namespace waystation::foresight
