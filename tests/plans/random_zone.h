#pragma once
// A small sealed zone by chance: communities and outlets along a street, a few people, a van. It is
// written as the CSV files that the program reads, and searched by exhaustive.h; both know nothing
// of each other but this.
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace waystation::plans {

// Days count from the first day of the plan.
struct Span {
  int from = 0, until = 0;
  bool holds(int day) const { return from <= day && day <= until; }
};

struct Quarter {
  int at = 0;  // Thousandths of a degree of latitude: each is 111.195 m.
  int visits = 0, critical = 0;
};

struct Stock {
  int quantity = 0;
  std::optional<int> expires;  // The last day on which it may be used.
};

struct Branch {
  int at = 0, windows = 0, machines = 0;
  std::int64_t cash_limit_yuan = 0;
  std::vector<Stock> suits = {}, wipes = {};
  bool must_open = false, must_stay_shut = false;
};

enum Skill { supervisor, teller, lobby, guard, vault, skills };

struct Colleague {
  std::array<bool, skills> can{};
  bool inside = true, excluded = false, positive = false;
  std::optional<Span> measure = {};
  int household = 0;  // 0: lives alone.
};

struct Rules {
  int visits_per_window = 1, payout_yuan = 1000, reach_metres = 300, team_days = 7;
  int van_interval_days = 1, spares = 1, suits_per_person = 1, wipes_per_suit = 1, cover_days = 0;
};

struct RandomZone {
  int days = 1;
  Rules rules = {};
  std::vector<Quarter> quarters = {};
  std::vector<Branch> branches = {};
  std::vector<Colleague> people = {};
  std::vector<Span> passes = {};
  std::int64_t carry_yuan = 0;
};

RandomZone random_zone(std::uint64_t seed);

// The zone "Z" from 8 January 2021: file names and their texts, as docs/reference/network-files.md.
std::map<std::string, std::string> files_of(const RandomZone&);

std::int64_t metres_between(const Quarter&, const Branch&);

}  // namespace waystation::plans
