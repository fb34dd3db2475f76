#include "checking/shelf.h"

#include <algorithm>
#include <limits>

namespace waystation::checking {

namespace {

Date last_day(const Lot& lot) {
  return lot.expires_on.value_or(std::numeric_limits<Date>::max());
}

std::vector<Lot> lots_of(const std::vector<Lot>& shelf, std::string_view item) {
  std::vector<Lot> out;
  for (const Lot& lot : shelf)
    if (lot.item == item) out.push_back(lot);
  std::stable_sort(out.begin(), out.end(),
                   [](const Lot& a, const Lot& b) { return last_day(a) < last_day(b); });
  return out;
}

}  // namespace

std::int64_t usable_on(const std::vector<Lot>& shelf, std::string_view item, Date day) {
  std::int64_t out = 0;
  for (const Lot& lot : shelf)
    if (lot.item == item && last_day(lot) >= day) out += lot.quantity;
  return out;
}

UsedUp use_up(const std::vector<Lot>& shelf, std::string_view item, std::int64_t use_a_day,
              const std::vector<Date>& days) {
  UsedUp out;
  if (!days.empty() && use_a_day > 0)
    out.cover_days = usable_on(shelf, item, days.front()) / use_a_day;
  std::vector<Lot> lots = lots_of(shelf, item);
  for (const Date day : days) {
    std::int64_t missing = use_a_day, left = 0;
    for (Lot& lot : lots) {
      if (last_day(lot) < day) continue;
      const auto taken = std::min(missing, lot.quantity);
      lot.quantity -= taken, missing -= taken, left += lot.quantity;
    }
    if (missing > 0) out.lasts = false;
    out.left.push_back(left - missing);
  }
  return out;
}

}  // namespace waystation::checking
