#include "domain/bank.h"

namespace waystation::city {

Decision<Added> decide(const Bank& bank, const Add& c, const Stamp&) {
  if (bank.cities.contains(c.city)) return conflict("city.already-added", {{"id", c.city.text}});
  if (c.title.empty()) return invalid("city.title-empty");
  if (!is_known_zone(c.time_zone))
    return invalid("city.time-zone-unknown", {{"time_zone", c.time_zone}});
  return Added{c.city, c.title, c.time_zone};
}

void apply(Cities& cities, const Added& e, const Mark&) {
  cities.edit(e.city) = {e.title, e.time_zone};
}

}  // namespace waystation::city

template struct waystation::RoomTable<waystation::city::Commands>;
