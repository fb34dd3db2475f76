#include "domain/supply_leaving.h"

#include <algorithm>

namespace waystation::supply {

namespace {

constexpr std::int64_t largest_quantity =
    1'000'000'000;  // Far beyond any delivery; sums stay exact.

Fact item_fact(Item item) {
  return {"item", std::string(name_of(item))};
}

const Lot* lot_in(const std::vector<Lot>& lots, Item item, const std::string& name) {
  const auto same = [&](const Lot& lot) { return lot.item == item && lot.lot == name; };
  const auto at = std::ranges::find_if(lots, same);
  return at == lots.end() ? nullptr : &*at;
}

// A lot that would expire unused while the named one goes out before it.
std::optional<Refusal> refuse_order(const Shelf& shelf, const Leaving& leaving, const Lot& lot) {
  if (leaving.has_reason) return {};
  const auto first = pick(shelf, leaving.item, 1, leaving.moment);
  if (first.empty() || !first[0].expires_on) return {};
  if (lot.expires_on && *lot.expires_on <= *first[0].expires_on) return {};
  return conflict("supply.not-first-expiring", {item_fact(leaving.item),
                                                {"lot", lot.lot},
                                                {"first", first[0].lot},
                                                {"expires_on", to_text(*first[0].expires_on)}});
}

Decision<std::vector<Lot>> choose_named(const Shelf& shelf, const Leaving& leaving) {
  const auto then = lots_at(shelf, leaving.moment.at);
  const Lot* lot = lot_in(then, leaving.item, *leaving.lot);
  if (!lot)
    return conflict("supply.lot-not-here", {item_fact(leaving.item), {"lot", *leaving.lot}});
  if (!is_usable(*lot, leaving.moment.day))
    return conflict("supply.lot-expired",
                    {{"lot", lot->lot}, {"expires_on", to_text(*lot->expires_on)}});
  if (auto no = refuse_order(shelf, leaving, *lot)) return *no;
  if (lot->quantity < leaving.quantity) return short_of(leaving, lot->quantity);
  const auto free = lowest_since(shelf, leaving.item, lot->lot, leaving.moment.at).quantity;
  if (free < leaving.quantity) return short_later(shelf, leaving);
  return std::vector{Lot{leaving.item, lot->lot, leaving.quantity, lot->expires_on}};
}

}  // namespace

Decision<std::vector<Lot>> choose_lots(const Shelf& shelf, const Leaving& leaving) {
  if (auto no = refuse_quantity(leaving.quantity)) return *no;
  if (auto no = refuse_before_count(shelf, leaving)) return *no;
  if (leaving.lot) return choose_named(shelf, leaving);
  const Moment& moment = leaving.moment;
  const std::int64_t booked = usable(lots_at(shelf, moment.at), leaving.item, moment.day);
  if (booked < leaving.quantity) return short_of(leaving, booked);
  auto picked = pick(shelf, leaving.item, leaving.quantity, moment);
  if (total(picked) < leaving.quantity) return short_later(shelf, leaving);
  return picked;
}

// ---- Refusals.

std::optional<Refusal> refuse_quantity(std::int64_t quantity) {
  if (quantity >= 1 && quantity <= largest_quantity) return {};
  return invalid("supply.quantity-out-of-range", {{"quantity", std::to_string(quantity)}});
}

std::optional<Refusal> refuse_before_count(const Shelf& shelf, const Leaving& leaving) {
  const auto* count = count_after(shelf, leaving.item, leaving.lot.value_or(""), leaving.moment);
  if (!count) return {};
  return conflict("supply.before-count",
                  {item_fact(leaving.item), {"at", to_local_text(count->at, leaving.time_zone)}});
}

Refusal short_of(const Leaving& leaving, std::int64_t available) {
  Refusal no = conflict("supply.short", {item_fact(leaving.item),
                                         {"available", std::to_string(available)},
                                         {"wanted", std::to_string(leaving.quantity)}});
  if (leaving.lot) no.facts.push_back({"lot", *leaving.lot});
  return no;
}

Refusal short_later(const Shelf& shelf, Leaving leaving) {
  const auto then = lots_at(shelf, leaving.moment.at);
  const auto is_meant = [&](const Lot& lot) {
    if (lot.item != leaving.item) return false;
    return leaving.lot ? *leaving.lot == lot.lot : is_usable(lot, leaving.moment.day);
  };
  for (const Lot& lot : then) {
    if (!is_meant(lot)) continue;
    const Lowest lowest = lowest_since(shelf, lot.item, lot.lot, leaving.moment.at);
    if (lowest.quantity < lot.quantity)
      return conflict("supply.short-later", {item_fact(lot.item),
                                             {"lot", lot.lot},
                                             {"at", to_local_text(lowest.at, leaving.time_zone)},
                                             {"available", std::to_string(lowest.quantity)},
                                             {"wanted", std::to_string(leaving.quantity)}});
  }
  // None of them is missed later: then a lot was counted by itself since.
  for (const Lot& lot : then) {
    leaving.lot = lot.lot;
    if (auto no = is_meant(lot) ? refuse_before_count(shelf, leaving) : std::nullopt) return *no;
  }
  return short_of(leaving, 0);
}

}  // namespace waystation::supply
