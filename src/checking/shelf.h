#pragma once
// How a shelf of dated lots is used up, first expired first: docs/reference/plan-file.md §1.7.
#include "checking/network.h"

namespace waystation::checking {

inline constexpr std::int64_t endless_cover = 9999;  // Days, where nothing is used.

struct UsedUp {
  bool lasts = true;
  std::int64_t cover_days = endless_cover;
  std::vector<std::int64_t> left;  // Usable and not yet used, at the end of each day.
};

UsedUp use_up(const std::vector<Lot>&, std::string_view item, std::int64_t use_a_day,
              const std::vector<Date>& days);
std::int64_t usable_on(const std::vector<Lot>&, std::string_view item, Date day);

}  // namespace waystation::checking
