#include <algorithm>

#include "domain/bank.h"

namespace waystation::supply {

namespace {

constexpr std::int64_t largest_quantity =
    1'000'000'000;  // Far beyond any delivery; sums stay exact.

bool is_usable(const Lot& lot, Day day) {
  return !lot.expires_on || *lot.expires_on >= day;
}

// First expired, first out: lots without a date last.
bool goes_out_before(const Lot& a, const Lot& b) {
  const auto expiry = [](const Lot& lot) { return lot.expires_on.value_or(Day::max()); };
  return std::tuple(a.item, expiry(a), a.lot) < std::tuple(b.item, expiry(b), b.lot);
}

std::int64_t usable(const Shelf& shelf, Item item, Day day) {
  std::int64_t sum = 0;
  for (const Lot& lot : shelf.lots)
    if (lot.item == item && is_usable(lot, day)) sum += lot.quantity;
  return sum;
}

// Takes from the lots in their order, as far as they go; lots are kept sorted.
void take(Shelf& shelf, Item item, std::int64_t quantity, Day day) {
  for (Lot& lot : shelf.lots) {
    if (lot.item != item || !is_usable(lot, day)) continue;
    const std::int64_t taken = std::min(lot.quantity, quantity);
    lot.quantity -= taken;
    quantity -= taken;
  }
  std::erase_if(shelf.lots, [](const Lot& lot) { return lot.quantity == 0; });
}

Lot* lot_named(Shelf& shelf, Item item, const std::string& lot) {
  const auto same = [&](const Lot& x) { return x.item == item && x.lot == lot; };
  const auto at = std::ranges::find_if(shelf.lots, same);
  return at == shelf.lots.end() ? nullptr : &*at;
}

Shelf shelf_of(const Bank& bank, const OutletId& outlet) {
  const auto* shelf = bank.shelves.find(outlet);
  return shelf ? *shelf : Shelf{};
}

Day today_at(const Bank& bank, const OutletId& outlet, Time now) {
  return local_day(now, outlet::time_zone_of(bank, outlet));
}

Fact item_fact(Item item) {
  return {"item", std::string(name_of(item))};
}

}  // namespace

std::int64_t stock(const Bank& bank, const OutletId& outlet, Item item, Day day) {
  const auto* shelf = bank.shelves.find(outlet);
  return shelf ? usable(*shelf, item, day) : 0;
}

std::int64_t daily_use(const Bank& bank, const OutletId& outlet, Item item, std::int64_t people,
                       Day day) {
  using enum policy::Key;
  const auto value = [&](policy::Key key) {
    return policy::in_force(bank, key, outlet, day).value;
  };
  const std::int64_t suits = people * value(suits_per_person_day);
  switch (item) {
    case Item::suit:
      return suits;
    case Item::wipe:
      return suits * value(wipes_per_suit_change);
    case Item::mask: {
      // A duty is as long as the suits worn on it; a mask is changed when its exposed hours are
      // over.
      const std::int64_t hours = suits * value(suit_hours), each = value(mask_exposed_hours);
      return each > 0 ? (hours + each - 1) / each : 0;
    }
    case Item::gloves:
    case Item::face_shield:
    case Item::chlorine_tablet:
      return 0;  // Used by the case: no policy says how many a day.
  }
  return 0;
}

std::optional<std::int64_t> days_of_cover(const Bank& bank, const OutletId& outlet, Item item,
                                          std::int64_t people, Day day) {
  const std::int64_t use = daily_use(bank, outlet, item, people, day);
  if (use <= 0) return {};
  return stock(bank, outlet, item, day) / use;
}

// ---- Receive.

static std::optional<Refusal> refuse_quantity(std::int64_t quantity) {
  if (quantity >= 1 && quantity <= largest_quantity) return {};
  return invalid("supply.quantity-out-of-range", {{"quantity", std::to_string(quantity)}});
}

Decision<Received> decide(const Bank& bank, const Receive& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (c.lot.empty()) return invalid("supply.lot-empty");
  if (auto no = refuse_quantity(c.quantity)) return *no;
  if (c.expires_on && *c.expires_on < today_at(bank, c.outlet, stamp.at))
    return conflict("supply.lot-expired", {{"lot", c.lot}, {"expires_on", to_text(*c.expires_on)}});
  Shelf shelf = shelf_of(bank, c.outlet);
  const Lot* same = lot_named(shelf, c.item, c.lot);
  if (same && same->expires_on != c.expires_on)
    return conflict("supply.lot-expiry-differs", {{"lot", c.lot}});
  return Received{c.outlet, c.item, c.lot, c.quantity, c.expires_on};
}

void apply(Shelves& shelves, const Received& e, const Mark&) {
  Shelf& shelf = shelves.edit(e.outlet);
  if (Lot* same = lot_named(shelf, e.item, e.lot)) {
    same->quantity += e.quantity;
    return;
  }
  const Lot lot{e.item, e.lot, e.quantity, e.expires_on};
  shelf.lots.insert(std::ranges::upper_bound(shelf.lots, lot, goes_out_before), lot);
}

// ---- Issue.

Decision<Issued> decide(const Bank& bank, const Issue& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = refuse_quantity(c.quantity)) return *no;
  const Day today = today_at(bank, c.outlet, stamp.at);
  const std::int64_t available = stock(bank, c.outlet, c.item, today);
  if (c.quantity > available)
    return conflict("supply.short", {item_fact(c.item),
                                     {"available", std::to_string(available)},
                                     {"wanted", std::to_string(c.quantity)}});
  return Issued{c.outlet, c.item, c.quantity, today};
}

void apply(Shelves& shelves, const Issued& e, const Mark&) {
  take(shelves.edit(e.outlet), e.item, e.quantity, e.on);
}

// ---- Count.

Decision<Counted> decide(const Bank& bank, const Count& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (c.counted < 0 || c.counted > largest_quantity)
    return invalid("supply.quantity-out-of-range", {{"quantity", std::to_string(c.counted)}});
  const Day today = today_at(bank, c.outlet, stamp.at);
  const std::int64_t booked = stock(bank, c.outlet, c.item, today);
  const std::int64_t difference = c.counted - booked;
  if (difference != 0 && c.reason.empty())
    return invalid("supply.reason-missing", {item_fact(c.item),
                                             {"booked", std::to_string(booked)},
                                             {"counted", std::to_string(c.counted)}});
  // What is found where nothing is booked has no lot or date yet: it must be received.
  if (difference > 0 && booked == 0) return conflict("supply.lot-unknown", {item_fact(c.item)});
  return Counted{c.outlet, c.item, c.counted, difference, c.reason, today};
}

// A surplus joins the lot that goes out first: the cautious reading of its date.
void apply(Shelves& shelves, const Counted& e, const Mark&) {
  if (e.difference == 0) return;
  Shelf& shelf = shelves.edit(e.outlet);
  if (e.difference < 0) return take(shelf, e.item, -e.difference, e.on);
  const auto first = std::ranges::find_if(
      shelf.lots, [&](const Lot& lot) { return lot.item == e.item && is_usable(lot, e.on); });
  if (first != shelf.lots.end()) first->quantity += e.difference;
}

// ---- Listening.

void apply(Shelves& shelves, const disinfection::Recorded& e, const Mark& mark) {
  if (e.wipes_used <= 0) return;
  take(shelves.edit(e.outlet), Item::wipe, e.wipes_used,
       std::chrono::floor<std::chrono::days>(mark.at));
}

}  // namespace waystation::supply

template struct waystation::RoomTable<waystation::supply::Commands>;
