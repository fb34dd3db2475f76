#include <algorithm>

#include "domain/bank.h"
#include "domain/cash_deed_rule.h"
#include "domain/machine_deed.h"

namespace waystation::cash {

namespace {

Account central_bank(Stage stage, Source source) {
  return {PlaceKind::central_bank, stage, source};
}

void take_in(Site& site, const Deed& deed, Time now) {
  Bag bag{.source = *deed.source,
          .stage = Stage::released,
          .place = PlaceKind::vault,
          .at = {},
          .notes = notes_of(deed.filling->notes),
          .seal = deed.filling->seal,
          .since = now,
          .sanitised_at = {},
          .counted_by = {}};
  post(site.book, central_bank(Stage::released, bag.source), site.book, account_of(bag), bag.notes);
  site.bags.edit(deed.filling->into) = std::move(bag);
}

void set_all(Site& site, const Deed& deed, Stage stage) {
  for (const BagId& id : deed.bags) put(site, id, PlaceKind::vault, {}, stage);
}

void store(Site& site, const Deed& deed) {
  for (const BagId& id : deed.bags) put(site, id, PlaceKind::vault, {}, site.bags.at(id).stage);
}

// The only way onto the line that is paid out: what is not released makes no Payable.
void draw(Site& site, const Deed& deed) {
  Payable& box = box_to_fill(site, *deed.teller_box);
  for (const BagId& id : deed.bags) {
    const Bag& bag = site.bags.at(id);
    const Payable drawn = Payable::of(bag);
    post(site.book, account_of(bag), site.book, payable_in(PlaceKind::teller_box), drawn.notes());
    box.add(drawn);
    site.bags.erase(id);
  }
}

void put_back(Site& site, const Deed& deed, Time now) {
  const Payable part = box_to_fill(site, *deed.teller_box).take(notes_of(deed.filling->notes));
  Bag bag{.source = Source::fit_notes,
          .stage = Stage::released,
          .place = PlaceKind::vault,
          .at = {},
          .notes = part.notes(),
          .seal = deed.filling->seal,
          .since = now,
          .sanitised_at = {},
          .counted_by = {}};
  post(site.book, payable_in(PlaceKind::teller_box), site.book, account_of(bag), bag.notes);
  site.bags.edit(deed.filling->into) = std::move(bag);
}

void sort_out(Site& site, const Deed& deed) {
  Bag& from = site.bags.edit(deed.bags.front());
  const Account before = account_of(from);
  Bag apart = from;
  apart.source = Source::damaged;
  apart.seal = deed.filling->seal;
  apart.notes = notes_of(deed.filling->notes);
  from.notes -= apart.notes;
  post(site.book, before, site.book, account_of(apart), apart.notes);
  site.bags.edit(deed.filling->into) = std::move(apart);
}

struct Holder {
  Book& book;
  Table<BagId, Bag>& bags;
  PlaceKind place;
};

void change_hands(const Deed& deed, Holder from, Holder to) {
  for (const BagId& id : deed.bags) {
    Bag bag = from.bags.at(id);
    const Account before = account_of(bag);
    bag.place = to.place, bag.at.clear();
    post(from.book, before, to.book, account_of(bag), bag.notes);
    from.bags.erase(id);
    to.bags.edit(id) = std::move(bag);
  }
}

void hand_in(Site& site, const Deed& deed) {
  for (const BagId& id : deed.bags) {
    const Bag& bag = site.bags.at(id);
    post(site.book, account_of(bag), site.book, central_bank(Stage::handed_in, bag.source),
         bag.notes);
    site.bags.erase(id);
  }
}

Fen sum_of(const Table<BagId, Bag>& bags, const std::vector<BagId>& ids) {
  Fen sum;
  for (const BagId& id : ids) sum = sum + value_of(bags.at(id).notes);
  return sum;
}

}  // namespace

Fen amount_of(const Custody& custody, const OutletId& outlet, const Deed& deed) {
  if (deed.filling) return deed.filling->total;
  if (deed.emptied) return machine::settled_amount(custody.sites.at(outlet), deed);
  if (deed.kind == DeedKind::take_over) return sum_of(custody.vans.at(*deed.van).bags, deed.bags);
  return sum_of(custody.sites.at(outlet).bags, deed.bags);
}

void carry_out(Custody& custody, const OutletId& outlet, const Deed& deed,
               const std::vector<AccountId>& hands, Time now) {
  Site& site = custody.sites.edit(outlet);
  const auto house = [&] { return Holder{site.book, site.bags, PlaceKind::vault}; };
  const auto van = [&] {
    VanLoad& load = custody.vans.edit(*deed.van);
    return Holder{load.book, load.bags, PlaceKind::van};
  };
  switch (deed.kind) {
    case DeedKind::take_in:
      return take_in(site, deed, now);
    case DeedKind::store:
      return store(site, deed);
    case DeedKind::release:
      return set_all(site, deed, Stage::released);
    case DeedKind::draw:
      return draw(site, deed);
    case DeedKind::put_back:
      return put_back(site, deed, now);
    case DeedKind::sort_out:
      return sort_out(site, deed);
    case DeedKind::hand_over:
      return change_hands(deed, house(), van());
    case DeedKind::take_over:
      return change_hands(deed, van(), house());
    case DeedKind::hand_in:
      return hand_in(site, deed);
    case DeedKind::machine_mode:
      return machine::switch_modes(site, deed);
    case DeedKind::machine_load:
      return machine::load(site, deed, hands);
    case DeedKind::machine_settle:
      return machine::settle(site, deed, hands, now);
  }
}

}  // namespace waystation::cash
