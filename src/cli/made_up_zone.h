#pragma once
// A sealed zone by chance, as large as those of a city: outlets with two to six windows, five
// communities an outlet, fewer people than all windows need. Benchmarks plan it.
#include "domain/bank.h"

namespace waystation::cli {

inline const ZoneId made_up_zone_id{"Z"};

// The zone is sealed before 8 January 2021; the same bank for the same numbers on every machine.
Bank made_up_zone(int outlets, std::uint64_t seed);

}  // namespace waystation::cli
