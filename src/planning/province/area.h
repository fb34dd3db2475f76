#pragma once
// One region as a covering problem: sites that open with a number of windows on each day, customers
// who are served by a site that they reach or are lost at a price, and rows that the sizes of all
// teams share (people, docs/explanation/planner.md). Days with the same customers are folded into
// one type, and teams whose weeks are alike into one kind of week. Arrays lie as they are walked:
// by day, by site, by arc.
#include <cstdint>
#include <vector>

namespace waystation::planning::province {

// Days of one team with the same demand: one day's plan serves them all.
struct DayType {
  std::int32_t team = 0;
  std::int32_t demand = 0;
  std::vector<std::int32_t> days;
};

// Prices are the same for teams whose days are alike; a group is a demand inside a kind of week.
struct PriceGroup {
  std::int32_t week = 0;
  std::int32_t demand = 0;
  std::int32_t days = 0;  // Of one team.
};

// Σ over teams and sites of (fixed, if there is a team) + per_window · size ≤ most.
struct SharedRow {
  std::int32_t name = 0;  // For Hall rows the set of posts.
  std::int64_t most = 0;
  double scale = 1;  // How far its price moves where a visit's price moves by 1.
  std::vector<std::int64_t> fixed, per_window;  // By site.
};

struct Area {
  std::int32_t sites = 0, customers = 0, demands = 0, most_windows = 0;
  std::vector<std::int32_t> site_ids, customer_ids;  // Places in the province's lists.
  std::vector<std::int32_t> windows;                 // By site.
  std::vector<std::int64_t> capacity, day_cost;      // By site and windows: at(site, w).
  std::vector<std::int32_t> customer_first, arc_site, arc_cost;
  std::vector<std::int32_t> site_first, site_customer, site_cost,
      site_arc;                                  // The same arcs, by site.
  std::vector<std::int32_t> critical, ordinary;  // By demand and customer.
  std::int64_t loss_critical = 0, loss_ordinary = 0;
  std::int64_t usual_margin = 40'000;  // Of a visit's price over the nearest walk, to begin with.
  std::vector<SharedRow> rows;
  std::vector<DayType> types;
  std::vector<PriceGroup> groups;        // Those of one week stand together.
  std::vector<std::int32_t> week_teams;  // How many teams have such a week.
  std::vector<std::int32_t> week_of_team;
  std::int64_t uncoverable =
      0;  // Lost whatever is done: customers who reach nothing. Not in here else.

  std::size_t at(int site, int w) const { return std::size_t(site) * (most_windows + 1) + w; }
  std::size_t of(int demand, int customer) const {
    return std::size_t(demand) * customers + customer;
  }
};

// How each team works each type of day, and with how many windows its members are enough.
struct AreaPlan {
  std::vector<std::int32_t> windows;  // By day type and site.
  std::int64_t value = 0;             // Without what is uncoverable.
};

}  // namespace waystation::planning::province
