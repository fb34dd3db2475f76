#include "application/view_cash.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

std::int64_t waiting_acts(const cash::Site& site, Time now) {
  return std::ranges::count_if(site.acts, [&](const auto& act) { return act.expires_at > now; });
}

CashRow row_of(const Viewing& v, const OutletId& id, const cash::Site& site) {
  const outlet::Outlet& outlet = v.standing.bank.outlets.at(id);
  return {id,
          outlet.title,
          outlet.city,
          zone::sealed_zone_of(v.standing.bank, id, v.now).has_value(),
          held_in(site.book),
          held_in(site.book, cash::Line::paid_out),
          outlet.cash_limit,
          std::int64_t(site.bags.size()),
          waiting_acts(site, v.now),
          std::ssize(site.discrepancies)};
}

}  // namespace

Decision<CashTable> see(const Viewing& v, const CashTableQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  CashTable table;
  for (const auto& [id, site] : v.standing.bank.custody.sites) {
    if (!scope->covers(scope_of_outlet(v.standing.bank, id))) continue;
    CashRow row = row_of(v, id, site);
    table.held = table.held + row.held, table.clean = table.clean + row.clean;
    table.rows.push_back(std::move(row));
  }
  stamp_as_of(table, v.standing);
  return table;
}

// ---- One outlet.

namespace {

CashBagRow bag_seen(const Viewing& v, const OutletId& outlet, const cash::BagId& id,
                    const cash::Bag& bag) {
  const Bank& bank = v.standing.bank;
  const bool counted = !bag.counted_by.empty() || cash::is_delivered(bag.source);
  CashBagRow seen{.bag = id,
                  .source = bag.source,
                  .stage = bag.stage,
                  .place = bag.place,
                  .at = bag.at,
                  .amount = counted ? value_of(bag.notes) : Fen{},
                  .notes = counted ? packs_of(bag.notes) : cash::Packs{},
                  .seal = bag.seal,
                  .since = bag.since,
                  .sanitised_at = bag.sanitised_at,
                  .held_until = held_until(bank, id, bag, v.now),
                  .key_area = is_of_key_area(bank, id, bag, v.now),
                  .not_yet = {}};
  if (const auto no = refuse_release(bank, outlet, id, v.now)) seen.not_yet = no->code;
  return seen;
}

// By when they are money again; what never is comes last.
void sort_by_clock(std::vector<CashBagRow>& bags) {
  std::ranges::stable_sort(bags, {}, [](const CashBagRow& bag) {
    return std::pair(!cash::may_return(bag.source), bag.held_until.value_or(Time::max()));
  });
}

void add_work(const Viewing& v, const cash::Site& site, CashPage& page) {
  for (const cash::Run& run : site.runs) {
    const auto minutes = cash::minutes_needed(v.standing.bank, page.outlet, run.method, v.now);
    page.runs.push_back({run.run, run.cabinet, run.method, run.since,
                         run.since + std::chrono::minutes{minutes}, run.bags});
  }
  for (const cash::Act& act : site.acts)
    if (act.expires_at > v.now) page.waiting.push_back({act.act, act.deed, act.by, act.expires_at});
  for (const cash::Discrepancy& d : site.discrepancies)
    page.discrepancies.push_back(
        {d.bag, packs_of(d.missing), packs_of(d.surplus), d.at, d.counted_by});
}

}  // namespace

Decision<CashPage> see(const Viewing& v, const CashPageQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto* outlet = bank.outlets.find(q.outlet);
  if (!outlet) return unknown("outlet.unknown", q.outlet.text);
  if (auto no = refuse_outside(v, {outlet->city, q.outlet})) return *no;
  const cash::Site& site = cash::site_of(bank, q.outlet);
  CashPage page;
  page.outlet = q.outlet, page.title = outlet->title;
  page.held = held_in(site.book), page.clean = held_in(site.book, cash::Line::paid_out);
  page.limit = outlet->cash_limit;
  for (const cash::Balance& b : site.book)
    page.stages.push_back({b.account.place, cash::line_of(b.account.stage), b.account.stage,
                           b.account.source, b.amount, packs_of(b.notes)});
  for (const auto& [id, bag] : site.bags) page.bags.push_back(bag_seen(v, q.outlet, id, bag));
  sort_by_clock(page.bags);
  for (const cash::Box& box : site.boxes)
    page.teller_boxes.push_back(
        {box.teller_box, value_of(box.notes.notes()), packs_of(box.notes.notes())});
  add_work(v, site, page);
  page.version = version_of(v.standing, "cash", q.outlet.text);
  page.time_zone = outlet::time_zone_of(bank, q.outlet);
  page.now = v.now;
  stamp_as_of(page, v.standing);
  return page;
}

}  // namespace waystation::view
