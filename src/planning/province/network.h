#pragma once
// A province as the planner sees it: whole numbers only, each thing known by its place in a list.
// The plan of a province refers to these places; docs/reference/province-plan.md defines the file
// that carries them, and the independent checker reads that file with its own reader.
#include <array>
#include <cstdint>
#include <vector>

namespace waystation::planning::province {

// The kinds of post of a crew, in the order of a person's skill bits.
inline constexpr int posts = 5;  // Lead, custodian, teller, guide, guard.
inline constexpr int teams = 2;
inline constexpr int subsets = 1 << posts;
inline constexpr int teller = 2;

// What one unit of each thing costs, in millionths of an unserved ordinary visit.
struct Weights {
  std::int64_t critical = 10'000'000;  // A pension or cash visit that nobody serves.
  std::int64_t ordinary = 1'000'000;
  std::int64_t person_day = 400'000;
  std::int64_t metre = 20;  // One visit, one metre.
};

// Posts of one team: so many at any size, and so many more for each window.
struct CrewRule {
  std::array<std::int32_t, posts> fixed = {1, 2, 0, 1, 1};
  std::array<std::int32_t, posts> per_window = {0, 0, 1, 0, 0};
};

struct Region {
  std::int32_t city = 0;
  bool is_sealed = false;
};

struct Outlet {
  std::int32_t region = 0;
  std::int32_t windows = 0;
};

struct Walk {
  std::int32_t outlet = 0;
  std::int32_t metres = 0;
};

struct Community {
  std::int32_t region = 0;
  std::vector<Walk> walks;                       // To outlets of the same region.
  std::vector<std::int32_t> critical, ordinary;  // Visits by day.
};

struct Person {
  std::int32_t region = 0;
  std::uint32_t skills = 0;  // A bit for each kind of post.
  bool is_fit = true;
};

struct Network {
  std::int32_t days = 0;
  std::int32_t team_days = 0;  // The teams take turns after so many days.
  std::int32_t visits_per_window = 0;
  Weights weights;
  CrewRule crew;
  std::vector<Region> regions;
  std::vector<Outlet> outlets;
  std::vector<Community> communities;
  std::vector<Person> staff;

  int team_of(int day) const { return day / team_days % teams; }
};

}  // namespace waystation::planning::province
