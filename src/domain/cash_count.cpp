#include "domain/cash_count.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::cash {

namespace {

const FirstCount* first_count_of(const Site& site, const BagId& bag) {
  const auto at = std::ranges::find(site.first_counts, bag, &FirstCount::bag);
  return at == site.first_counts.end() ? nullptr : &*at;
}

// The same for both counts.
std::optional<Refusal> refuse_counting(const Bank& bank, const auto& c, Time now) {
  if (auto no = refuse_site(bank, c.outlet)) return no;
  if (auto no = refuse_count(c.notes, c.total)) return no;
  if (auto no = refuse_bag(bank, c.outlet, c.bag, now)) return no;
  const Bag& bag = site_of(bank, c.outlet).bags.at(c.bag);
  if (bag.stage != Stage::sanitised)
    return conflict("cash.not-to-count",
                    {{"bag", c.bag.text}, {"stage", std::string(name_of(bag.stage))}});
  return {};
}

}  // namespace

// ---- The first count.

Decision<CountedOnce> decide(const Bank& bank, const Count& c, const Stamp& stamp) {
  if (auto no = refuse_counting(bank, c, stamp.at)) return *no;
  if (const auto* first = first_count_of(site_of(bank, c.outlet), c.bag))
    return conflict("cash.counted-once-already", {{"bag", c.bag.text}, {"by", first->by.text}});
  return CountedOnce{c.outlet, c.bag, c.notes, c.total};
}

void apply(Custody& custody, const CountedOnce& e, const Mark& mark) {
  const Notes notes = notes_of(e.notes);
  expect_amount(e.amount, value_of(notes));
  custody.sites.edit(e.outlet).first_counts.push_back({e.bag, notes, mark.by});
}

// ---- The second.

Decision<Counted> decide(const Bank& bank, const Recount& c, const Stamp& stamp) {
  if (auto no = refuse_counting(bank, c, stamp.at)) return *no;
  const Site& site = site_of(bank, c.outlet);
  const auto* first = first_count_of(site, c.bag);
  if (!first) return conflict("cash.first-count-missing", {{"bag", c.bag.text}});
  if (first->by == stamp.by) return conflict("cash.same-person", {{"account", stamp.by.text}});
  const Notes found = notes_of(c.notes), said = site.bags.at(c.bag).notes;
  Counted e{c.outlet, c.bag, found == first->notes, c.notes, c.total, first->by, {}, {}};
  if (e.agreed)
    e.missing = packs_of(excess(said, found)), e.surplus = packs_of(excess(found, said));
  return e;
}

void apply(Custody& custody, const Counted& e, const Mark& mark) {
  const Notes found = notes_of(e.notes), missing = notes_of(e.missing),
              surplus = notes_of(e.surplus);
  expect_amount(e.amount, value_of(found));
  Site& site = custody.sites.edit(e.outlet);
  std::erase_if(site.first_counts, [&](const FirstCount& f) { return f.bag == e.bag; });
  if (!e.agreed) return;
  Bag& bag = site.bags.edit(e.bag);
  const Account lost{PlaceKind::discrepancy, Stage::missing, bag.source};
  post(site.book, account_of(bag), site.book, lost, missing);
  post(site.book, lost, site.book, account_of(bag), surplus);
  bag.notes += surplus, bag.notes -= missing;
  expect_amount(e.amount, value_of(bag.notes));
  bag.counted_by = {e.first, mark.by};
  put(site, e.bag, bag.place, bag.at, Stage::counted);
  if (!is_nothing(missing) || !is_nothing(surplus))
    site.discrepancies.push_back({e.bag, missing, surplus, mark.at, {e.first, mark.by}});
}

// ---- Close a discrepancy.

Decision<DiscrepancyClosed> decide(const Bank& bank, const CloseDiscrepancy& c,
                                   const Stamp& stamp) {
  if (auto no = refuse_site(bank, c.outlet)) return *no;
  const auto& open = site_of(bank, c.outlet).discrepancies;
  const auto at = std::ranges::find(open, c.bag, &Discrepancy::bag);
  if (at == open.end()) return unknown("cash.discrepancy-unknown", c.bag.text);
  if (c.finding.empty()) return invalid("cash.finding-missing");
  if (std::ranges::find(at->counted_by, stamp.by) != at->counted_by.end())
    return conflict("cash.counter-investigates", {{"account", stamp.by.text}});
  return DiscrepancyClosed{c.outlet, c.bag, c.finding};
}

void apply(Custody& custody, const DiscrepancyClosed& e, const Mark&) {
  auto& open = custody.sites.edit(e.outlet).discrepancies;
  std::erase_if(open, [&](const Discrepancy& d) { return d.bag == e.bag; });
}

}  // namespace waystation::cash
