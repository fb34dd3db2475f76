#pragma once
// What no plan of an area can go below, for given prices: each visit that is served brings its
// price, each person of a shared row costs one, and what is left falls apart into one question a
// site and team: how large, then each day how many windows, then whom to serve. Exact in whole
// numbers, so that every value is a proven bound; also the slope of the bound, for the ascent.
#include <array>

#include "planning/province/area.h"

namespace waystation::planning::province {

struct Prices {
  std::vector<std::int32_t> critical, ordinary;  // Of a visit: by price group and customer.
  std::vector<std::int64_t> row;                 // By shared row.
};

class Bound {
 public:
  explicit Bound(const Area&);

  std::int64_t evaluate(const Prices&);

  // Of the last evaluation. Visits that nobody chose to serve (below 0: too many did), by group and
  // customer, on one day.
  const std::vector<std::int32_t>& unmet_critical() const { return unmet_[0]; }
  const std::vector<std::int32_t>& unmet_ordinary() const { return unmet_[1]; }
  const std::vector<std::int64_t>& overuse() const { return overuse_; }  // By shared row.
  const std::vector<std::int32_t>& windows() const { return windows_; }  // By group and site.
  const std::vector<std::int32_t>& sizes() const { return sizes_; }      // By week and site.
  // The least cost of a team of each size, its prices included: by week, site and size.
  const std::vector<std::int64_t>& team_costs() const { return team_costs_; }

 private:
  using Item = std::uint32_t;  // Twice the arc of the site, and 1 for its ordinary visits.
  void start(const Prices&);
  void fill_site(int group, int site);
  void sort_items(int group, int site, const Prices&);
  void choose(int week, int site, const Prices&);
  void serve(int group, int site);
  std::int32_t amount(int demand, Item item) const {
    const auto at = area_.of(demand, area_.site_customer[item / 2]);
    return item % 2 ? area_.ordinary[at] : area_.critical[at];
  }

  const Area& area_;
  std::vector<Item> order_;         // By group and item of each site; kept from call to call.
  std::vector<std::int64_t> keys_;  // Cost less price above, item below, of the present site.
  std::vector<std::int32_t> gain_;  // By group and item: cost less price, in the order's sequence.
  std::vector<std::int64_t> day_values_;  // By group, site and windows.
  std::vector<std::int64_t> team_costs_, overuse_;
  std::array<std::vector<std::int32_t>, 2> unmet_;
  std::vector<std::int32_t> windows_, sizes_;
  std::int64_t value_ = 0;
};

}  // namespace waystation::planning::province
