#pragma once
// Made-up provinces for measuring: cities of falling size, sealed circles in them, outlets and
// communities denser towards the middle, staff who live near their outlet or anywhere. The same
// seed gives the same province on every machine. No figure in it is a claim about a real place.
#include <optional>
#include <string_view>

#include "planning/province/network.h"

namespace waystation::planning::province {

struct Size {
  std::string_view name;
  int cities, outlets, communities, staff, zones;
};

std::optional<Size> size_named(std::string_view name);  // town, city, metro, province.
Network generate(const Size&, std::uint64_t seed);

}  // namespace waystation::planning::province
