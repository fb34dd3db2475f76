#include "domain/cash_deed_rule.h"

#include <algorithm>

#include "domain/bank.h"
#include "domain/machine_deed.h"

namespace waystation::cash {

Roles signers_of(DeedKind kind) {
  switch (kind) {
    case DeedKind::take_in:
    case DeedKind::store:
    case DeedKind::draw:
    case DeedKind::put_back:
    case DeedKind::sort_out:
    case DeedKind::machine_mode:
    case DeedKind::machine_load:
    case DeedKind::machine_settle:
      return cash_crew;
    case DeedKind::release:
      return cash_crew | command_centres;
    case DeedKind::hand_over:
    case DeedKind::take_over:
      return cash_crew | role_set(Role::van_crew);
    case DeedKind::hand_in:
      return role_set(Role::cash_centre);
  }
  return 0;
}

namespace {

// One deed of one outlet, as somebody asks for it.
struct Asked {
  const Bank& bank;
  const OutletId& outlet;
  const Deed& deed;
  const Stamp& stamp;
  const Site& site;
};

Refusal in_stage(std::string code, const BagId& id, const Bag& bag) {
  return conflict(std::move(code), {{"bag", id.text},
                                    {"stage", std::string(name_of(bag.stage))},
                                    {"source", std::string(name_of(bag.source))}});
}

bool is_back_office(const Asked& a) {
  return a.bank.outlets.at(a.outlet).kind == outlet::Kind::back_office;
}

// The first answer that is a "no", bag by bag.
std::optional<Refusal> refuse_each(const Asked& a, auto refuse) {
  if (auto no = refuse_list(a.deed.bags)) return no;
  for (const BagId& id : a.deed.bags) {
    if (auto no = refuse_bag(a.bank, a.outlet, id, a.stamp.at)) return no;
    if (auto no = refuse(id, a.site.bags.at(id))) return no;
  }
  return {};
}

std::optional<Refusal> refuse_outside_vault(const BagId& id, const Bag& bag) {
  if (bag.place == PlaceKind::vault) return {};
  return conflict("cash.not-in-vault",
                  {{"bag", id.text}, {"place", std::string(name_of(bag.place))}});
}

std::optional<Refusal> refuse_filling(const Asked& a) {
  if (auto no = refuse_packs(a.deed.filling->notes, a.deed.filling->total)) return no;
  return refuse_new_bag(a.bank, a.outlet, a.deed.filling->into);
}

std::optional<Refusal> refuse_document(const Asked& a) {
  if (a.deed.document->empty()) return invalid("cash.document-missing");
  return {};
}

// An outlet's own stock is taken in once, before anything else is booked there.
std::optional<Refusal> refuse_take_in(const Asked& a) {
  if (!is_delivered(*a.deed.source))
    return invalid("cash.not-from-central-bank",
                   {{"source", std::string(name_of(*a.deed.source))}});
  if (auto no = refuse_document(a)) return no;
  if (auto no = refuse_filling(a)) return no;
  if (!is_back_office(a) && !a.site.book.empty()) return conflict("cash.already-opened");
  return refuse_holding(a.bank, a.outlet, a.deed.filling->total);
}

// 先消毒后进库
std::optional<Refusal> refuse_store(const Asked& a) {
  return refuse_each(a, [](const BagId& id, const Bag& bag) -> std::optional<Refusal> {
    if (bag.place == PlaceKind::vault) return conflict("cash.already-in-vault", {{"bag", id.text}});
    if (bag.stage != Stage::sanitised && bag.stage != Stage::counted)
      return in_stage("cash.not-sanitised", id, bag);
    return {};
  });
}

std::optional<Refusal> refuse_releasing(const Asked& a) {
  return refuse_each(a, [&](const BagId& id, const Bag& bag) -> std::optional<Refusal> {
    if (auto no = refuse_release(a.bank, a.outlet, id, a.stamp.at)) return no;
    if (std::ranges::find(bag.counted_by, a.stamp.by) != bag.counted_by.end())
      return conflict("cash.counter-releases", {{"bag", id.text}, {"account", a.stamp.by.text}});
    return {};
  });
}

std::optional<Refusal> refuse_draw(const Asked& a) {
  return refuse_each(a, [](const BagId& id, const Bag& bag) -> std::optional<Refusal> {
    if (bag.stage != Stage::released) return in_stage("cash.not-released", id, bag);
    return refuse_outside_vault(id, bag);
  });
}

std::optional<Refusal> refuse_put_back(const Asked& a) {
  if (auto no = refuse_filling(a)) return no;
  const Box* box = box_named(a.site, *a.deed.teller_box);
  if (!box) return unknown("cash.teller-box-unknown", a.deed.teller_box->text);
  const Notes wanted = notes_of(a.deed.filling->notes);
  if (!holds(box->notes.notes(), wanted)) return short_of(wanted, box->notes.notes());
  return {};
}

std::optional<Refusal> refuse_sort_out(const Asked& a) {
  if (auto no = refuse_filling(a)) return no;
  return refuse_each(a, [&](const BagId& id, const Bag& bag) -> std::optional<Refusal> {
    if (bag.stage != Stage::counted) return in_stage("cash.not-counted", id, bag);
    const Notes wanted = notes_of(a.deed.filling->notes);
    if (!holds(bag.notes, wanted)) return short_of(wanted, bag.notes);
    return {};
  });
}

// Only what may be drawn is loaded.
std::optional<Refusal> refuse_load(const Asked& a) {
  if (auto no = refuse_document(a)) return no;
  if (auto no = refuse_draw(a)) return no;
  return machine::refuse_load(a.bank, a.outlet, a.deed);
}

// ---- Handing over, face to face: one of the van's crew, one of the house.

std::optional<Refusal> refuse_pass(const Asked& a) {
  const VanId& van = *a.deed.van;
  if (!a.bank.vans.contains(van)) return unknown("van.unknown", van.text);
  const auto zone = zone::sealed_zone_of(a.bank, a.outlet, a.stamp.at);
  if (!zone) return {};
  const Day today = local_day(a.stamp.at, outlet::time_zone_of(a.bank, a.outlet));
  if (zone::pass_for(a.bank.zones.at(*zone), zone::PassKind::cash_van, van.text, today)) return {};
  return conflict("cash.van-without-pass", {{"van", van.text}, {"zone", zone->text}});
}

std::optional<Refusal> refuse_seals(const Asked& a, const Table<BagId, Bag>& bags) {
  const auto& seals = *a.deed.seals;
  if (seals.size() != a.deed.bags.size())
    return invalid("cash.seals-unread", {{"bags", std::to_string(a.deed.bags.size())},
                                         {"seals", std::to_string(seals.size())}});
  for (std::size_t i = 0; i < seals.size(); ++i)
    if (bags.at(a.deed.bags[i]).seal != seals[i])
      return conflict("cash.seal-mismatch",
                      {{"bag", a.deed.bags[i].text}, {"read", seals[i].text}});
  return {};
}

Compartment compartment_of(const Bag& bag) {
  return line_of(bag.stage) == Line::paid_out ? Compartment::clean : Compartment::dirty;
}

std::optional<Refusal> refuse_carrying(const Asked& a) {
  const Fen limit = a.bank.vans.at(*a.deed.van).carry_limit;
  const Fen carried = held_in(load_of(a.bank, *a.deed.van).book);
  const Fen more = value_of(a.site, a.deed.bags);
  if (carried + more <= limit) return {};
  return conflict(
      "cash.above-carry-limit",
      {{"limit", in_yuan(limit)}, {"carried", in_yuan(carried)}, {"more", in_yuan(more)}});
}

std::optional<Refusal> refuse_hand_over(const Asked& a) {
  if (auto no = refuse_pass(a)) return no;
  const VanLoad& load = load_of(a.bank, *a.deed.van);
  auto no = refuse_each(a, [&](const BagId& id, const Bag& bag) -> std::optional<Refusal> {
    if (auto out = refuse_outside_vault(id, bag)) return out;
    if (compartment_of(bag) != *a.deed.compartment)
      return in_stage("cash.wrong-compartment", id, bag);
    if (load.bags.contains(id)) return conflict("cash.bag-exists", {{"bag", id.text}});
    return {};
  });
  if (no) return no;
  if ((no = refuse_seals(a, a.site.bags))) return no;
  if ((no = cash_order::refuse_fulfilment(a.bank, a.outlet, a.deed))) return no;
  return refuse_carrying(a);
}

std::optional<Refusal> refuse_take_over(const Asked& a) {
  if (auto no = refuse_pass(a)) return no;
  if (auto no = refuse_list(a.deed.bags)) return no;
  const VanLoad& load = load_of(a.bank, *a.deed.van);
  Fen more;
  for (const BagId& id : a.deed.bags) {
    const Bag* bag = load.bags.find(id);
    if (!bag) return unknown("cash.bag-not-in-van", id.text);
    if (a.site.bags.contains(id)) return conflict("cash.bag-exists", {{"bag", id.text}});
    more = more + value_of(bag->notes);
  }
  if (auto no = refuse_seals(a, load.bags)) return no;
  if (auto no = cash_order::refuse_fulfilment(a.bank, a.outlet, a.deed)) return no;
  return refuse_holding(a.bank, a.outlet, more);
}

std::optional<Refusal> refuse_hand_in(const Asked& a) {
  if (!is_back_office(a)) return conflict("cash.only-centre-hands-in");
  if (auto no = refuse_document(a)) return no;
  return refuse_each(a, [](const BagId& id, const Bag& bag) -> std::optional<Refusal> {
    if (bag.stage != Stage::counted && bag.stage != Stage::released)
      return in_stage("cash.not-counted", id, bag);
    return refuse_outside_vault(id, bag);
  });
}

}  // namespace

std::optional<Refusal> refuse_deed(const Bank& bank, const OutletId& outlet, const Deed& deed,
                                   const Stamp& stamp) {
  const Asked a{bank, outlet, deed, stamp, site_of(bank, outlet)};
  switch (deed.kind) {
    case DeedKind::take_in:
      return refuse_take_in(a);
    case DeedKind::store:
      return refuse_store(a);
    case DeedKind::release:
      return refuse_releasing(a);
    case DeedKind::draw:
      return refuse_draw(a);
    case DeedKind::put_back:
      return refuse_put_back(a);
    case DeedKind::sort_out:
      return refuse_sort_out(a);
    case DeedKind::hand_over:
      return refuse_hand_over(a);
    case DeedKind::take_over:
      return refuse_take_over(a);
    case DeedKind::hand_in:
      return refuse_hand_in(a);
    case DeedKind::machine_mode:
      return machine::refuse_switch(bank, outlet, deed, stamp.at);
    case DeedKind::machine_load:
      return refuse_load(a);
    case DeedKind::machine_settle:
      return machine::refuse_settle(bank, outlet, deed);
  }
  return {};
}

}  // namespace waystation::cash
