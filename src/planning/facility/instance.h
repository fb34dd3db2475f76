#pragma once
// Capacitated facility location in the format of the OR-Library (Beasley 1990): `m n`, m lines
// `capacity fixed_cost`, then for every customer its demand and m costs of serving all of it. A
// file may say `capacity` in place of the number. Public instances whose optimum is known show what
// the planner's bound and search are worth.
#include <optional>
#include <string>
#include <vector>

namespace waystation::planning::facility {

struct Instance {
  std::vector<std::int64_t> capacity, demand;
  std::vector<double> fixed_cost;
  std::vector<std::vector<double>> cost;  // By customer and facility: of its whole demand.
};

// Throws std::runtime_error with what is wrong.
Instance read_instance(const std::string& text, std::optional<std::int64_t> capacity);

struct Answer {
  bool is_served = false;  // All customers are.
  double value = 0, bound = 0;
};

// Spends so many seconds at most.
Answer solve(const Instance&, double seconds);

}  // namespace waystation::planning::facility
