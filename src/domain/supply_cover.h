#pragma once
// Cover 可撑天数: how long the stock lasts, with the numbers that it was reckoned from, and what to
// order.
//     hours = 24 × (stock − what expires before its turn) ÷ what the crew uses a day
// An expired lot covers nothing. Order when cover < lead time + margin, up to the safety stock
// beyond the lead time. The latest time to order is when that is so:
//     order by = now + hours of cover with what is coming − 24 × (lead time + margin)
#include "domain/supply_transfer.h"

namespace waystation::supply {

// What a crew uses on a day, by policy: suits_per_person_day × people; wipes_per_suit_change for
// each suit.
std::int64_t daily_use(const Bank&, const OutletId&, Item, std::int64_t people, Day);
// Whole days that the stock lasts; none where nothing is used.
std::optional<std::int64_t> days_of_cover(const Bank&, const OutletId&, Item, std::int64_t people,
                                          Day);

// The formula as data: each figure that stands in it, and the result.
struct Cover {
  Item item = Item::suit;
  std::int64_t people = 0;
  std::int64_t stock = 0;   // Not expired today.
  std::int64_t spoils = 0;  // Of it, what expires before its turn at this use.
  std::int64_t use_per_day = 0;
  std::optional<std::int64_t> hours, days;  // Rounded down; none where nothing is used.
};
BOOST_DESCRIBE_STRUCT(Cover, (), (item, people, stock, spoils, use_per_day, hours, days))

Cover cover(const Bank&, const OutletId&, Item, std::int64_t people, Time now);

struct Reorder {
  Cover cover;
  std::int64_t in_transit = 0;
  std::int64_t lead_days = 0;
  std::int64_t margin_days = 0;
  std::int64_t safety_days = 0;
  bool due = false;           // Cover with what is coming < lead time + margin.
  bool below_safety = false;  // Cover with what is coming < safety stock.
  std::int64_t quantity = 0;  // Up to safety_days + lead_days; nothing where neither is so.
  std::optional<Time> order_by, runs_out_at;  // None where nothing is used.
};
BOOST_DESCRIBE_STRUCT(Reorder, (),
                      (cover, in_transit, lead_days, margin_days, safety_days, due, below_safety,
                       quantity, order_by, runs_out_at))

Reorder reorder_advice(const Bank&, const OutletId&, Item, std::int64_t people, Time now);

// When what is on its way ought to have arrived.
Time arrival_due(const Bank&, const Transfer&, Time now);

// Lots on the shelf that have expired, or will within the days that policy warns of.
std::vector<Lot> expiring_soon(const Bank&, const OutletId&, Time now);

}  // namespace waystation::supply
