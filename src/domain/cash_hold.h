#pragma once
// The hold 存放期: how long what was paid in lies dry after sanitising before it is money again.
// 14 days where the outlet was inside a seal at any moment since the notes came in, else 7; special
// sources never. The days are the policy's of the day that asks.
#include "domain/cash_custody.h"

namespace waystation::cash {

bool is_of_key_area(const Bank&, const BagId&, const Bag&, Time now);
// When its hold ends, if nothing changes; none where it is not sanitised, or never paid out again.
std::optional<Time> held_until(const Bank&, const BagId&, const Bag&, Time now);

// Why a bag that lies at this outlet may not yet be released.
std::optional<Refusal> refuse_release(const Bank&, const OutletId&, const BagId&, Time now);

}  // namespace waystation::cash
