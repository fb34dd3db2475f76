#include "domain/ppe.h"

#include <algorithm>

#include "domain/bank.h"
#include "domain/supply_leaving.h"

namespace waystation::ppe {

namespace {

using supply::Item;

bool is_worn_by_crew(Item item) {
  return item == Item::mask || item == Item::gloves || item == Item::suit || item == Item::wipe;
}

std::int64_t held(const Wardrobe& wardrobe, Item item) {
  const auto at = std::ranges::find(wardrobe.in_hand, item, &HandedOut::item);
  return at == wardrobe.in_hand.end() ? 0 : at->quantity;
}

void hand(Wardrobe& wardrobe, Item item, std::int64_t change) {
  const auto at = std::ranges::find(wardrobe.in_hand, item, &HandedOut::item);
  if (at == wardrobe.in_hand.end())
    wardrobe.in_hand.push_back({item, std::max<std::int64_t>(0, change)});
  else
    at->quantity = std::max<std::int64_t>(0, at->quantity + change);
}

std::optional<Refusal> refuse(const Bank& bank, const auto& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = quarantine::refuse_person(bank, c.person)) return no;
  if (auto no = late_entry::refuse(bank, c.outlet, c.occurred_at, stamp)) return no;
  const auto moment = late_entry::moment_of(bank, c.outlet, c.occurred_at, stamp);
  if (!roster::works_at(bank, c.outlet, c.person, moment.day))
    return conflict("roster.works-elsewhere", {{"id", c.person.text}});
  auto pieces = c.pieces;
  std::ranges::sort(pieces);
  if (pieces.empty() || std::ranges::adjacent_find(pieces) != pieces.end())
    return invalid("ppe.pieces-unclear");
  return {};
}

const Worn* worn_by(const Wardrobe* wardrobe, const PersonId& person, Piece piece) {
  if (!wardrobe) return nullptr;
  const auto same = [&](const Worn& w) { return w.person == person && w.piece == piece; };
  const auto at = std::ranges::find_if(wardrobe->worn, same);
  return at == wardrobe->worn.end() ? nullptr : &*at;
}

// What a change uses: the piece, and with a new suit the wipes that taking off the old one asks
// for.
std::vector<HandedOut> needs(const Bank& bank, const Change& c, Day day) {
  std::vector<HandedOut> out;
  const auto wipes =
      policy::in_force(bank, policy::Key::wipes_per_suit_change, c.outlet, day).value;
  for (const Piece piece : c.pieces) {
    out.push_back({item_of(piece), 1});
    const bool again = worn_by(bank.wardrobes.find(c.outlet), c.person, piece);
    if (piece == Piece::suit && again && wipes > 0) out.push_back({Item::wipe, wipes});
  }
  return out;
}

void take_off(Wardrobe& wardrobe, const PersonId& person, Piece piece, Time at) {
  std::erase_if(wardrobe.worn, [&](const Worn& w) {
    return w.person == person && w.piece == piece && w.since <= at;
  });
}

}  // namespace

supply::Item item_of(Piece piece) {
  switch (piece) {
    case Piece::mask:
      return Item::mask;
    case Piece::gloves:
      return Item::gloves;
    case Piece::suit:
      break;
  }
  return Item::suit;
}

policy::Key hours_of(Piece piece) {
  switch (piece) {
    case Piece::mask:
      return policy::Key::mask_exposed_hours;
    case Piece::gloves:
      return policy::Key::gloves_hours;
    case Piece::suit:
      break;
  }
  return policy::Key::suit_hours;
}

Time due_at(const Bank& bank, const OutletId& id, const Worn& worn) {
  const Day day = local_day(worn.since, outlet::time_zone_of(bank, id));
  return worn.since +
         std::chrono::hours{policy::in_force(bank, hours_of(worn.piece), id, day).value};
}

std::int64_t overdue_at(const Bank& bank, const OutletId& id, Time now) {
  const auto* wardrobe = bank.wardrobes.find(id);
  if (!wardrobe) return 0;
  return std::ranges::count_if(wardrobe->worn,
                               [&](const Worn& w) { return due_at(bank, id, w) < now; });
}

std::int64_t in_hand(const Bank& bank, const OutletId& id, supply::Item item) {
  const auto* wardrobe = bank.wardrobes.find(id);
  return wardrobe ? held(*wardrobe, item) : 0;
}

// ---- Change.

Decision<Changed> decide(const Bank& bank, const Change& c, const Stamp& stamp) {
  if (auto no = refuse(bank, c, stamp)) return *no;
  const auto moment = late_entry::moment_of(bank, c.outlet, c.occurred_at, stamp);
  const auto* shelf = bank.shelves.find(c.outlet);
  Changed out{c.outlet, c.person, c.pieces, {}, {}, c.occurred_at};
  for (const HandedOut& need : needs(bank, c, moment.day)) {
    const auto at_hand = std::min(need.quantity, in_hand(bank, c.outlet, need.item));
    if (at_hand > 0) out.from_hand.push_back({need.item, at_hand});
    if (at_hand == need.quantity) continue;
    const supply::Leaving leaving{
        need.item, need.quantity - at_hand, {}, true, moment, outlet::time_zone_of(bank, c.outlet)};
    const auto lots = supply::choose_lots(shelf ? *shelf : supply::Shelf{}, leaving);
    if (!lots) return lots.error();
    out.from_shelf.insert(out.from_shelf.end(), lots->begin(), lots->end());
  }
  return out;
}

void apply(Wardrobes& wardrobes, const Changed& e, const Mark& mark) {
  Wardrobe& wardrobe = wardrobes.edit(e.outlet);
  const Time at = e.occurred_at.value_or(mark.at);
  for (const HandedOut& used : e.from_hand) hand(wardrobe, used.item, -used.quantity);
  for (const Piece piece : e.pieces) {
    take_off(wardrobe, e.person, piece, at);
    // What was put on later and told earlier is what is worn.
    if (!worn_by(&wardrobe, e.person, piece)) wardrobe.worn.push_back({e.person, piece, at});
  }
}

void apply(supply::Shelves& shelves, const Changed& e, const Mark& mark) {
  if (e.from_shelf.empty()) return;
  supply::Shelf& shelf = shelves.edit(e.outlet);
  const Time at = e.occurred_at.value_or(mark.at);
  for (const supply::Lot& lot : e.from_shelf)
    supply::move(shelf, {at, lot.item, lot.lot, -lot.quantity, lot.expires_on}, mark.at);
}

// ---- Take off.

Decision<TakenOff> decide(const Bank& bank, const TakeOff& c, const Stamp& stamp) {
  if (auto no = refuse(bank, c, stamp)) return *no;
  for (const Piece piece : c.pieces) {
    const auto* worn = worn_by(bank.wardrobes.find(c.outlet), c.person, piece);
    if (!worn || worn->since > c.occurred_at.value_or(stamp.at))
      return conflict("ppe.not-worn",
                      {{"id", c.person.text}, {"piece", std::string(name_of(piece))}});
  }
  return TakenOff{c.outlet, c.person, c.pieces, c.occurred_at};
}

void apply(Wardrobes& wardrobes, const TakenOff& e, const Mark& mark) {
  Wardrobe& wardrobe = wardrobes.edit(e.outlet);
  for (const Piece piece : e.pieces)
    take_off(wardrobe, e.person, piece, e.occurred_at.value_or(mark.at));
}

// ---- Listening.

void apply(Wardrobes& wardrobes, const roster::Left& e, const Mark& mark) {
  if (!wardrobes.contains(e.outlet)) return;
  const Time at = e.occurred_at.value_or(mark.at);
  std::erase_if(wardrobes.edit(e.outlet).worn,
                [&](const Worn& w) { return w.person == e.person && w.since <= at; });
}

void apply(Wardrobes& wardrobes, const supply::Issued& e, const Mark&) {
  if (is_worn_by_crew(e.item)) hand(wardrobes.edit(e.outlet), e.item, e.quantity);
}

}  // namespace waystation::ppe

template struct waystation::RoomTable<waystation::ppe::Commands>;
