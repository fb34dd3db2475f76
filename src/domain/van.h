#pragma once
// Cash vans 固定运钞车: one named vehicle and crew for each pass. A van that enters a sealed zone
// serves only that zone that day. The carry limit is what the insurer allows for one trip.
#include "domain/room.h"

namespace waystation::van {

struct Van {
  std::string plate;
  CityId city;
  Fen carry_limit;
  std::int32_t suits_capacity = 0;  // Protective suits it can bring in one trip beside the cash.
};
BOOST_DESCRIBE_STRUCT(Van, (), (plate, city, carry_limit, suits_capacity))
using Vans = Table<VanId, Van>;

struct Register {
  static constexpr auto name = "van.register";
  static constexpr Roles roles = command_centres | administrators | role_set(Role::cash_centre);
  VanId van;
  std::string plate;
  CityId city;
  Fen carry_limit;
  std::int32_t suits_capacity = 0;
};
BOOST_DESCRIBE_STRUCT(Register, (), (van, plate, city, carry_limit, suits_capacity))

struct Registered {
  static constexpr auto name = "van.registered";
  VanId van;
  std::string plate;
  CityId city;
  Fen carry_limit;
  std::int32_t suits_capacity = 0;
};
BOOST_DESCRIBE_STRUCT(Registered, (), (van, plate, city, carry_limit, suits_capacity))

Decision<Registered> decide(const Bank&, const Register&, const Stamp&);
void apply(Vans&, const Registered&, const Mark&);

using Commands = boost::mp11::mp_list<Register>;

}  // namespace waystation::van
