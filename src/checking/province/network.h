#pragma once
// A province as the planner was given it: the file of docs/reference/province-plan.md §1, read by
// this room's own reader.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace waystation::checking::province {

inline constexpr int posts = 5, teams = 2, subsets = 1 << posts, most_days = 60;

struct Region {
  std::int64_t city = 0;
  bool is_sealed = false;
};

struct Outlet {
  std::int64_t region = 0, windows = 0;
};

struct Walk {
  std::int64_t outlet = 0, metres = 0;
};

struct Community {
  std::int64_t region = 0;
  std::vector<Walk> walks;
  std::vector<std::int64_t> critical, ordinary;  // By day.
};

struct Person {
  std::int64_t region = 0;
  unsigned skills = 0;
  bool is_fit = false;
};

struct Network {
  std::int64_t days = 0, team_days = 0, visits_per_window = 0;
  std::int64_t loss_critical = 0, loss_ordinary = 0, person_day = 0, metre = 0;
  std::array<std::int64_t, posts> fixed{}, per_window{};
  std::vector<Region> regions;
  std::vector<Outlet> outlets;
  std::vector<Community> communities;
  std::vector<Person> staff;

  int team_of(std::int64_t day) const { return int(day / team_days % teams); }
  std::int64_t people(std::int64_t windows) const;  // Of one team.
};

// Throws Unreadable.
Network read_network(std::string_view text);

}  // namespace waystation::checking::province
