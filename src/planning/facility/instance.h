#pragma once
// Capacitated facility location, in two formats. OR-Library (Beasley 1990): `m n`, m lines
// `capacity fixed_cost`, then for every customer its demand and m costs of serving all of it; a
// file may say `capacity` in place of the number. Holmberg, Rönnqvist, Yuan (1999): the same head,
// then all demands, then for every facility the costs of all customers; there one facility serves
// all of a customer. Public instances whose optimum is known show what a bound and a search are
// worth.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace waystation::planning::facility {

enum class Source { split, single };  // By how many facilities a customer may be served.

struct Instance {
  Source source = Source::split;
  std::vector<std::int64_t> capacity, demand;
  std::vector<double> fixed_cost;
  std::vector<std::vector<double>> cost;  // By customer and facility: of its whole demand.

  int facilities() const { return int(capacity.size()); }
  int customers() const { return int(demand.size()); }
};

// Throws std::runtime_error with what is wrong.
Instance read_instance(const std::string& text, std::optional<std::int64_t> capacity);

struct Answer {
  bool is_served = false;  // All customers are.
  double value = 0, bound = 0;
};

// Spends so many seconds of one core at most; less where value and bound meet before.
Answer solve(const Instance&, double seconds);

}  // namespace waystation::planning::facility
