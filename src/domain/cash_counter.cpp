#include "domain/cash_counter.h"

#include <algorithm>

#include "domain/bank.h"
#include "domain/late_entry.h"

namespace waystation::cash {

std::optional<Refusal> refuse_site(const Bank& bank, const OutletId& outlet) {
  if (!bank.outlets.contains(outlet)) return unknown("outlet.unknown", outlet.text);
  return {};
}

std::optional<Refusal> refuse_holding(const Bank& bank, const OutletId& outlet, Fen more) {
  const Fen limit = bank.outlets.at(outlet).cash_limit;
  const Fen held = held_in(site_of(bank, outlet).book);
  if (limit == Fen{} || held + more <= limit) return {};  // Nothing: its insurer is not known.
  return conflict("cash.above-holding-limit",
                  {{"limit", in_yuan(limit)}, {"held", in_yuan(held)}, {"more", in_yuan(more)}});
}

// The outlet's own id at the front makes a bag's id its own in the whole province.
std::optional<Refusal> refuse_new_bag(const Bank& bank, const OutletId& outlet, const BagId& bag) {
  if (!bag.text.starts_with(outlet.text + '-'))
    return invalid("cash.bag-of-another-site", {{"bag", bag.text}, {"outlet", outlet.text}});
  if (site_of(bank, outlet).bags.contains(bag))
    return conflict("cash.bag-exists", {{"bag", bag.text}});
  return {};
}

std::optional<Refusal> refuse_bag(const Bank& bank, const OutletId& outlet, const BagId& bag,
                                  Time now) {
  const Site& site = site_of(bank, outlet);
  if (!site.bags.contains(bag)) return unknown("cash.bag-unknown", bag.text);
  for (const Act& act : site.acts)
    if (act.expires_at > now && std::ranges::find(act.deed.bags, bag) != act.deed.bags.end())
      return conflict("cash.bag-waiting", {{"bag", bag.text}, {"act", act.act.text}});
  return {};
}

std::optional<Refusal> refuse_list(const std::vector<BagId>& bags) {
  if (bags.empty()) return invalid("cash.bags-missing");
  if (bags.size() > most_bags_per_deed)
    return invalid("cash.bags-too-many", {{"bags", std::to_string(bags.size())},
                                          {"most", std::to_string(most_bags_per_deed)}});
  auto sorted = bags;
  std::ranges::sort(sorted);
  const auto twice = std::ranges::adjacent_find(sorted);
  if (twice != sorted.end()) return invalid("cash.bag-twice", {{"bag", twice->text}});
  return {};
}

Refusal short_of(const Notes& wanted, const Notes& there) {
  const Packs missing = packs_of(excess(wanted, there));
  const Denomination first = missing.front().denomination;
  return conflict("cash.short", {{"denomination", in_yuan(value_of(first))},
                                 {"wanted", std::to_string(count_of(wanted, first))},
                                 {"available", std::to_string(count_of(there, first))}});
}

std::optional<Refusal> refuse_moment(const Bank& bank, const OutletId& outlet,
                                     const std::optional<Time>& occurred_at, const Stamp& stamp) {
  if (auto no = late_entry::refuse(bank, outlet, occurred_at, stamp)) return no;
  const auto closed = cash_day::last_signed(bank, outlet);
  const Day day = cash_day::day_of(occurred_at.value_or(stamp.at));
  if (!closed || day > *closed) return {};
  return conflict("cash.day-signed", {{"day", to_text(day)}, {"signed", to_text(*closed)}});
}

// ---- Receive.

Decision<Received> decide(const Bank& bank, const Receive& c, const Stamp& stamp) {
  if (auto no = refuse_site(bank, c.outlet)) return *no;
  if (auto no = refuse_packs(c.notes, c.total)) return *no;
  if (is_delivered(c.source))
    return invalid("cash.not-from-customers", {{"source", std::string(name_of(c.source))}});
  if (auto no = refuse_holding(bank, c.outlet, c.total)) return *no;
  if (auto no = refuse_moment(bank, c.outlet, c.occurred_at, stamp)) return *no;
  return Received{c.outlet, c.window, c.source, c.notes, c.total, c.occurred_at};
}

static Drawer& drawer_to_fill(Site& site, const Received& e, Time now) {
  const auto at = std::ranges::find_if(
      site.drawers, [&](const Drawer& d) { return d.window == e.window && d.source == e.source; });
  return at != site.drawers.end()
             ? *at
             : site.drawers.emplace_back(Drawer{e.window, e.source, Notes{}, now});
}

void apply(Custody& custody, const Received& e, const Mark& mark) {
  const Notes notes = notes_of(e.notes);
  expect_amount(e.amount, value_of(notes));
  Site& site = custody.sites.edit(e.outlet);
  const Time at = e.occurred_at.value_or(mark.at);
  Drawer& drawer = drawer_to_fill(site, e, at);
  drawer.notes += notes, drawer.since = std::min(drawer.since, at);
  post(site.book, {PlaceKind::customer, Stage::received, e.source}, site.book,
       {PlaceKind::window, Stage::received, e.source}, notes);
}

// ---- Bag.

Decision<Bagged> decide(const Bank& bank, const Fill& c, const Stamp& stamp) {
  if (auto no = refuse_site(bank, c.outlet)) return *no;
  if (auto no = refuse_packs(c.notes, c.total)) return *no;
  if (auto no = refuse_new_bag(bank, c.outlet, c.bag)) return *no;
  const Drawer* drawer = drawer_of(site_of(bank, c.outlet), c.window, c.source);
  const Notes there = drawer ? drawer->notes : Notes{}, wanted = notes_of(c.notes);
  if (!holds(there, wanted)) return short_of(wanted, there);
  if (auto no = refuse_moment(bank, c.outlet, c.occurred_at, stamp)) return *no;
  return Bagged{c.outlet, c.bag, c.window, c.source, c.notes, c.total, c.seal, c.occurred_at};
}

void apply(Custody& custody, const Bagged& e, const Mark&) {
  Site& site = custody.sites.edit(e.outlet);
  const Drawer* drawer = drawer_of(site, e.window, e.source);
  const Time since = drawer ? drawer->since : Time{};
  Bag bag{.source = e.source,
          .stage = Stage::bagged,
          .place = PlaceKind::window,
          .at = e.window.text,
          .notes = taken_from_drawer(site, e.window, e.source, notes_of(e.notes)),
          .seal = e.seal,
          .since = since,
          .sanitised_at = {},
          .counted_by = {}};
  expect_amount(e.amount, value_of(bag.notes));
  post(site.book, {PlaceKind::window, Stage::received, e.source}, site.book, account_of(bag),
       bag.notes);
  site.bags.edit(e.bag) = std::move(bag);
}

// ---- Pay.

Decision<Paid> decide(const Bank& bank, const Pay& c, const Stamp& stamp) {
  if (auto no = refuse_site(bank, c.outlet)) return *no;
  if (auto no = refuse_packs(c.notes, c.total)) return *no;
  const Box* box = box_named(site_of(bank, c.outlet), c.teller_box);
  if (!box) return unknown("cash.teller-box-unknown", c.teller_box.text);
  const Notes wanted = notes_of(c.notes);
  if (!holds(box->notes.notes(), wanted)) return short_of(wanted, box->notes.notes());
  if (auto no = refuse_moment(bank, c.outlet, c.occurred_at, stamp)) return *no;
  return Paid{c.outlet, c.teller_box, c.notes, c.total, c.occurred_at};
}

void apply(Custody& custody, const Paid& e, const Mark&) {
  Site& site = custody.sites.edit(e.outlet);
  const Payable handed = box_to_fill(site, e.teller_box).take(notes_of(e.notes));
  expect_amount(e.amount, value_of(handed.notes()));
  post(site.book, payable_in(PlaceKind::teller_box), site.book,
       {PlaceKind::customer, Stage::paid, Source::fit_notes}, handed.notes());
}

}  // namespace waystation::cash
