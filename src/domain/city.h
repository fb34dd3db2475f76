#pragma once
// 二级分行 · city branches: the middle of the three levels (province → city → outlet).
#include "domain/room.h"

namespace waystation::city {

struct City {
  std::string name;
  std::string time_zone;  // IANA, such as Asia/Shanghai; outlets use their city's.
};
BOOST_DESCRIBE_STRUCT(City, (), (name, time_zone))
using Cities = Table<CityId, City>;

struct Add {
  static constexpr auto name = "city.add";
  static constexpr Roles roles = province_only | administrators;
  CityId city;
  std::string title;
  std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(Add, (), (city, title, time_zone))

struct Added {
  static constexpr auto name = "city.added";
  CityId city;
  std::string title;
  std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(Added, (), (city, title, time_zone))

Decision<Added> decide(const Bank&, const Add&, const Stamp&);
void apply(Cities&, const Added&, const Mark&);

using Commands = boost::mp11::mp_list<Add>;

}  // namespace waystation::city
