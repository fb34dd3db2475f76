#include "domain/bank.h"

namespace waystation::van {

static bool is_plate_taken(const Vans& vans, const std::string& plate) {
  for (const auto& [id, van] : vans)
    if (van.plate == plate) return true;
  return false;
}

Decision<Registered> decide(const Bank& bank, const Register& c, const Stamp&) {
  if (bank.vans.contains(c.van)) return conflict("van.already-registered", {{"id", c.van.text}});
  if (!bank.cities.contains(c.city)) return unknown("city.unknown", c.city.text);
  if (c.plate.empty()) return invalid("van.plate-empty");
  if (is_plate_taken(bank.vans, c.plate)) return conflict("van.plate-taken", {{"plate", c.plate}});
  if (c.carry_limit <= Fen{})
    return invalid("van.carry-limit-not-positive",
                   {{"carry_limit_fen", std::to_string(c.carry_limit.count)}});
  if (c.suits_capacity < 0)
    return invalid("van.suits-capacity-negative",
                   {{"suits_capacity", std::to_string(c.suits_capacity)}});
  return Registered{c.van, c.plate, c.city, c.carry_limit, c.suits_capacity};
}

void apply(Vans& vans, const Registered& e, const Mark&) {
  vans.edit(e.van) = {e.plate, e.city, e.carry_limit, e.suits_capacity};
}

}  // namespace waystation::van

template struct waystation::RoomTable<waystation::van::Commands>;
