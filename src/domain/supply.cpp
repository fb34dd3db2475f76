#include <algorithm>

#include "domain/bank.h"
#include "domain/supply_leaving.h"

namespace waystation::supply {

namespace {

Shelf shelf_of(const Bank& bank, const OutletId& outlet) {
  const auto* shelf = bank.shelves.find(outlet);
  return shelf ? *shelf : Shelf{};
}

Leaving about(const Bank& bank, const auto& c, const Stamp& stamp) {
  return {.item = c.item,
          .quantity = 0,
          .lot = {},
          .has_reason = false,
          .moment = late_entry::moment_of(bank, c.outlet, c.occurred_at, stamp),
          .time_zone = outlet::time_zone_of(bank, c.outlet)};
}

// When an event happened: its own word, or where it has none when it was recorded.
Moment moment_of(const auto& e, Day day, const Mark& mark) {
  const Time at = e.occurred_at.value_or(mark.at);
  return {at, day, at < mark.at};
}

std::vector<LotQuantity> named_lots(const std::vector<Lot>& lots, std::int64_t sign) {
  std::vector<LotQuantity> out;
  for (const Lot& lot : lots) out.push_back({lot.lot, sign * lot.quantity});
  return out;
}

void move_lots(Shelf& shelf, const auto& e, std::int64_t sign, const Mark& mark) {
  const Time at = e.occurred_at.value_or(mark.at);
  const auto then = lots_at(shelf, at);
  for (const LotQuantity& x : *e.lots) {
    const auto same = [&](const Lot& lot) { return lot.item == e.item && lot.lot == x.lot; };
    const auto lot = std::ranges::find_if(then, same);
    const auto expiry = lot == then.end() ? std::nullopt : lot->expires_on;
    move(shelf, {at, e.item, x.lot, sign * x.quantity, expiry}, mark.at);
  }
}

}  // namespace

std::int64_t stock(const Bank& bank, const OutletId& outlet, Item item, Day day) {
  const auto* shelf = bank.shelves.find(outlet);
  return shelf ? usable(shelf->lots, item, day) : 0;
}

std::optional<std::int64_t> balance(const Bank& bank, const OutletId& outlet, Item item, Time at) {
  const auto* shelf = bank.shelves.find(outlet);
  if (!shelf) return 0;
  if (shelf->forgotten_to && at < *shelf->forgotten_to) return {};
  return usable(lots_at(*shelf, at), item, Day::min());
}

std::int64_t may_leave(const Bank& bank, const OutletId& outlet, Item item, const Moment& moment) {
  const auto* shelf = bank.shelves.find(outlet);
  constexpr auto all = std::numeric_limits<std::int64_t>::max();
  return shelf ? total(pick(*shelf, item, all, moment)) : 0;
}

std::int64_t may_leave(const Bank& bank, const OutletId& outlet, Item item, const std::string& lot,
                       const Moment& moment) {
  const auto* shelf = bank.shelves.find(outlet);
  if (!shelf || count_after(*shelf, item, lot, moment)) return 0;
  return lowest_since(*shelf, item, lot, moment.at).quantity;
}

const Lot* lot_on_shelf(const Bank& bank, const OutletId& outlet, Item item,
                        const std::string& name) {
  const auto* shelf = bank.shelves.find(outlet);
  if (!shelf) return nullptr;
  const auto same = [&](const Lot& lot) { return lot.item == item && lot.lot == name; };
  const auto at = std::ranges::find_if(shelf->lots, same);
  return at == shelf->lots.end() ? nullptr : &*at;
}

// ---- Receive.

Decision<Received> decide(const Bank& bank, const Receive& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (c.lot.empty()) return invalid("supply.lot-empty");
  if (auto no = refuse_quantity(c.quantity)) return *no;
  if (auto no = late_entry::refuse(bank, c.outlet, c.occurred_at, stamp)) return *no;
  Leaving entry = about(bank, c, stamp);
  if (c.expires_on && *c.expires_on < entry.moment.day)
    return conflict("supply.lot-expired", {{"lot", c.lot}, {"expires_on", to_text(*c.expires_on)}});
  const Lot* same = lot_on_shelf(bank, c.outlet, c.item, c.lot);
  if (same && same->expires_on != c.expires_on)
    return conflict("supply.lot-expiry-differs", {{"lot", c.lot}});
  entry.lot = c.lot;
  if (auto no = refuse_before_count(shelf_of(bank, c.outlet), entry)) return *no;
  return Received{c.outlet, c.item, c.lot, c.quantity, c.expires_on, c.occurred_at};
}

void apply(Shelves& shelves, const Received& e, const Mark& mark) {
  const Time at = e.occurred_at.value_or(mark.at);
  Shelf& shelf = shelves.edit(e.outlet);
  move(shelf, {at, e.item, e.lot, e.quantity, e.expires_on}, mark.at);
  shelf.short_arrivals.clear();
}

// ---- Issue.

Decision<Issued> decide(const Bank& bank, const Issue& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = late_entry::refuse(bank, c.outlet, c.occurred_at, stamp)) return *no;
  Leaving leaving = about(bank, c, stamp);
  leaving.quantity = c.quantity;
  leaving.lot = c.lot;
  leaving.has_reason = c.reason && !c.reason->empty();
  if (auto no = refuse_hand(bank, c.outlet, stamp, leaving.has_reason)) return *no;
  const auto lots = choose_lots(shelf_of(bank, c.outlet), leaving);
  if (!lots) return lots.error();
  return Issued{c.outlet, c.item,       c.quantity, leaving.moment.day, named_lots(*lots, 1),
                c.reason, c.occurred_at};
}

void apply(Shelves& shelves, const Issued& e, const Mark& mark) {
  Shelf& shelf = shelves.edit(e.outlet);
  if (e.lots) return move_lots(shelf, e, -1, mark);
  take(shelf, e.item, e.quantity, moment_of(e, e.on, mark), mark.at);
}

// ---- Count.

// A surplus joins the lot that goes out first: the cautious reading of its date.
static Decision<std::vector<LotQuantity>> place_surplus(const Shelf& shelf, const Leaving& count,
                                                        std::int64_t surplus) {
  for (const Lot& lot : lots_at(shelf, count.moment.at)) {
    if (lot.item != count.item || !is_usable(lot, count.moment.day)) continue;
    if (!count_after(shelf, lot.item, lot.lot, count.moment))
      return std::vector{LotQuantity{lot.lot, surplus}};
  }
  // What is found where nothing is booked has no lot or date yet: it must be received.
  return conflict("supply.lot-unknown", {{"item", std::string(name_of(count.item))}});
}

// How a difference falls on the lots; `count.quantity` is what is missing, or none.
static Decision<std::vector<LotQuantity>> place(const Shelf& shelf, const Leaving& count,
                                                std::int64_t difference) {
  if (difference == 0) return std::vector<LotQuantity>{};
  if (!count.lot && difference > 0) return place_surplus(shelf, count, difference);
  if (count.lot) {
    const auto free = lowest_since(shelf, count.item, *count.lot, count.moment.at).quantity;
    if (free < -difference) return short_later(shelf, count);
    return std::vector{LotQuantity{*count.lot, difference}};
  }
  const auto picked = pick(shelf, count.item, -difference, count.moment);
  if (total(picked) < -difference) return short_later(shelf, count);
  return named_lots(picked, -1);
}

// What the books say at the moment: what has not expired, or one lot whatever its date.
static std::optional<std::int64_t> booked_at(const Shelf& shelf, const Leaving& count) {
  const auto lots = lots_at(shelf, count.moment.at);
  if (!count.lot) return usable(lots, count.item, count.moment.day);
  for (const Lot& lot : lots)
    if (lot.item == count.item && lot.lot == *count.lot) return lot.quantity;
  return {};
}

static std::optional<Refusal> refuse_count(const Bank& bank, const Count& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (c.counted != 0)
    if (auto no = refuse_quantity(c.counted)) return *no;
  return late_entry::refuse(bank, c.outlet, c.occurred_at, stamp);
}

Decision<Counted> decide(const Bank& bank, const Count& c, const Stamp& stamp) {
  if (auto no = refuse_count(bank, c, stamp)) return *no;
  const Shelf shelf = shelf_of(bank, c.outlet);
  Leaving count = about(bank, c, stamp);
  count.lot = c.lot;
  if (auto no = refuse_before_count(shelf, count)) return *no;
  const Fact item{"item", std::string(name_of(c.item))};
  const auto booked = booked_at(shelf, count);
  if (!booked) return conflict("supply.lot-not-here", {item, {"lot", *c.lot}});
  const std::int64_t difference = c.counted - *booked;
  if (difference != 0 && c.reason.empty())
    return invalid(
        "supply.reason-missing",
        {item, {"booked", std::to_string(*booked)}, {"counted", std::to_string(c.counted)}});
  count.quantity = std::max<std::int64_t>(0, -difference);
  auto lots = place(shelf, count, difference);
  if (!lots) return lots.error();
  return Counted{c.outlet,         c.item, c.counted, difference,   c.reason,
                 count.moment.day, *lots,  c.lot,     c.occurred_at};
}

// A count before lots were recorded with it: the difference falls as it was decided then.
static void correct(Shelf& shelf, const Counted& e, const Mark& mark) {
  const Moment moment = moment_of(e, e.on, mark);
  if (e.difference < 0) return take(shelf, e.item, -e.difference, moment, mark.at);
  const auto first = std::ranges::find_if(
      shelf.lots, [&](const Lot& lot) { return lot.item == e.item && is_usable(lot, e.on); });
  if (first != shelf.lots.end())
    move(shelf, {moment.at, e.item, first->lot, e.difference, first->expires_on}, mark.at);
}

void apply(Shelves& shelves, const Counted& e, const Mark& mark) {
  Shelf& shelf = shelves.edit(e.outlet);
  if (e.lots)
    move_lots(shelf, e, 1, mark);
  else
    correct(shelf, e, mark);
  close_by_count(shelf, {e.occurred_at.value_or(mark.at), e.item, e.lot.value_or("")}, mark.at);
}

// ---- The keeper.

Decision<KeeperAppointed> decide(const Bank& bank, const AppointKeeper& c, const Stamp&) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  const auto* account = bank.accounts.find(c.keeper);
  if (!account) return unknown("account.unknown", c.keeper.text);
  const bool may_issue = !account->disabled && (Issue::roles & role_set(account->role)) &&
                         account->scope.covers(scope_of_outlet(bank, c.outlet));
  if (!may_issue) return conflict("supply.keeper-may-not-issue", {{"id", c.keeper.text}});
  if (shelf_of(bank, c.outlet).keeper == c.keeper)
    return conflict("supply.already-keeper", {{"id", c.keeper.text}});
  return KeeperAppointed{c.outlet, c.keeper};
}

void apply(Shelves& shelves, const KeeperAppointed& e, const Mark&) {
  shelves.edit(e.outlet).keeper = e.keeper;
}

std::optional<Refusal> refuse_hand(const Bank& bank, const OutletId& outlet, const Stamp& stamp,
                                   bool has_reason) {
  const auto* shelf = bank.shelves.find(outlet);
  if (has_reason || !shelf || !shelf->keeper || *shelf->keeper == stamp.by) return {};
  return conflict("supply.not-keeper", {{"keeper", shelf->keeper->text}});
}

// ---- Listening.

Item item_of(disinfection::Agent agent, std::optional<disinfection::Form> form) {
  switch (agent) {
    case disinfection::Agent::chlorine:
      return form == disinfection::Form::tablet ? Item::chlorine_tablet : Item::chlorine_liquid;
    case disinfection::Agent::alcohol:
      return Item::alcohol;
  }
  return Item::alcohol;
}

namespace {

// Events from before `on` was recorded knew only the day in Greenwich.
Moment moment_of_round(const auto& e, const std::optional<Time>& occurred_at, const Mark& mark) {
  const Time at = occurred_at.value_or(mark.at);
  return {at, e.on.value_or(std::chrono::floor<std::chrono::days>(mark.at)), at < mark.at};
}

void use_wipes(Shelves& shelves, const auto& e, const Moment& moment, const Mark& mark) {
  if (e.wipes_used > 0) take(shelves.edit(e.outlet), Item::wipe, e.wipes_used, moment, mark.at);
}

void use_agent(Shelves& shelves, const auto& e, const Moment& moment, const Mark& mark) {
  if (e.agent_used.value_or(0) <= 0) return;
  Shelf& shelf = shelves.edit(e.outlet);
  const Item item = item_of(e.agent, e.form);
  const auto is_batch = [&](const Lot& lot) { return lot.item == item && lot.lot == e.batch; };
  const auto lot = std::ranges::find_if(shelf.lots, is_batch);
  if (lot == shelf.lots.end()) return;
  move(shelf, {moment.at, item, e.batch, -*e.agent_used, lot->expires_on}, mark.at);
}

}  // namespace

void apply(Shelves& shelves, const disinfection::Recorded& e, const Mark& mark) {
  const Moment moment = moment_of_round(e, e.occurred_at, mark);
  use_wipes(shelves, e, moment, mark);
  use_agent(shelves, e, moment, mark);
}

void apply(Shelves& shelves, const disinfection::Begun& e, const Mark& mark) {
  use_agent(shelves, e, moment_of_round(e, e.occurred_at, mark), mark);
}

void apply(Shelves& shelves, const disinfection::Finished& e, const Mark& mark) {
  use_wipes(shelves, e, moment_of_round(e, e.occurred_at, mark), mark);
}

}  // namespace waystation::supply

template struct waystation::RoomTable<waystation::supply::Commands>;
