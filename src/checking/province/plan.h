#pragma once
// A plan of a province as its file tells it: docs/reference/province-plan.md §2. Here only its form
// is judged; that it refers to things that exist is the rules' business.
#include "checking/province/network.h"

namespace waystation::checking::province {

struct PlannedWindows {
  std::int64_t outlet = 0, windows = 0;
};

struct PlannedFlow {
  std::int64_t community = 0, outlet = 0, critical = 0, ordinary = 0;
};

// One plan for all the days that it names.
struct PlannedDays {
  std::vector<std::int64_t> days;
  std::vector<PlannedWindows> windows;
  std::vector<PlannedFlow> flows;
};

struct PlannedCrew {
  std::int64_t outlet = 0, team = 0, windows = 0;
  std::vector<std::vector<std::int64_t>> people;  // By kind of post.
};

// What one visit brings on each of the days, by community of the region that reaches an outlet, in
// the order of the network's list.
struct VisitPrices {
  std::vector<std::int64_t> days, critical, ordinary;
};

struct PlannedArea {
  std::int64_t region = 0;
  std::vector<PlannedDays> days;
  std::vector<PlannedCrew> crews;
  std::vector<VisitPrices> prices;
  std::array<std::int64_t, subsets> hall{};  // What a person of each set of posts costs.
};

struct Plan {
  std::int64_t value = 0, bound = 0, uncoverable = 0;
  std::vector<PlannedArea> areas;
};

// Throws Unreadable where the text is no JSON, Broken where it is no plan.
Plan read_plan(std::string_view text);

}  // namespace waystation::checking::province
