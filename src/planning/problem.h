#pragma once
// What the planner knows of one sealed zone: its days, people who need a bank, outlets, and people
// who may work. All of it is defined in docs/reference/plan-file.md §1; the independent checker
// computes the same from the same page.
#include <array>

#include "planning/van_days.h"

namespace waystation::planning {

inline constexpr int teams = 2;
inline constexpr std::size_t most_outlets = 12;  // Of one zone; the largest known has eight.

struct Place {
  CommunityId id;
  std::int64_t critical = 0;  // Visits a day for pensions and cash.
  std::int64_t visits = 0;    // All visits of a day.
};

// What an outlet uses and has of one item of protection.
struct Supply {
  supply::Item item = supply::Item::suit;
  std::vector<supply::Lot> lots = {};  // First expired first.
  std::int64_t per_person_day = 0;
};

struct Site {
  OutletId id;
  const outlet::Outlet* outlet = nullptr;
  std::int64_t visits_per_window = 0;
  std::int64_t payout_fen = 0;  // Of one critical visit.
  std::int64_t cover_min_days = 0;
  std::int64_t spares = 0;
  Supply suits = {}, wipes = {};
  bool pinned_shut = false;
  bool must_open = false;
  std::vector<std::int64_t> metres = {};  // By place; -1 out of reach.
  std::int64_t reachable_critical = 0;
  std::int64_t reachable_visits = 0;
  int most_windows = 0;  // By itself; crews and van come on top.
};

// Bits of a person's skills, in the order of staff::Skill.
using Skills = unsigned;

struct Worker {
  PersonId id;
  std::string household = {};
  Skills skills = 0;
  bool inside = false;  // Lives in the zone and has volunteered.
  bool excluded = false;
  std::array<bool, teams> fit{};  // On every duty day of the team.
  bool is_available(int team) const { return inside && !excluded && fit[team]; }
};

struct Problem {
  const Bank* bank = nullptr;
  ZoneId zone;
  Day from;
  int days = 0;
  std::int64_t reach_metres = 0;
  std::int64_t shift_days = 1;
  std::int64_t van_interval_days = 1;
  VanDays van = {};
  std::vector<Day> duty = {};        // The open days; all days where no van comes.
  std::array<bool, teams> in_use{};  // Teams to which a duty day belongs.
  std::vector<Place> places = {};
  std::vector<Site> sites = {};
  std::vector<Worker> workers = {};
  std::int64_t critical = 0;  // Of a day, all communities.
  std::int64_t visits = 0;

  int team_of(Day day) const { return int((day - from).count() / shift_days % teams); }
  std::int64_t open_days() const { return std::ssize(van.open); }
};

// The zone exists and is sealed; `days` is in range.
Problem read_problem(const Bank&, const ZoneId&, Day from, int days);

std::int64_t crew_size(const Site&, int windows);
std::int64_t cash_need(const Problem&, const Site&, int windows);
// What is missing for one window over the days of duty and the minimum cover; 0 where it suffices.
std::int64_t shortfall(const Problem&, const Site&, const Supply&);

struct UsedUp {
  bool lasts = false;
  std::int64_t cover_days = 0;
  std::int64_t used_a_day = 0;
  std::vector<std::int64_t> left = {};  // At the end of each duty day.
};
UsedUp use_up(const Problem&, const Site&, const Supply&, int windows);

}  // namespace waystation::planning
