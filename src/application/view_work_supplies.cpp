// What the shelves ask for. Cover and keeper are asked of the outlets that the board watches, and
// of the viewer's own; what lies on a shelf or is on its way, of every shelf in the scope.
#include <algorithm>

#include "application/view_reading.h"
#include "application/view_work.h"

namespace waystation::view {

namespace {

using std::chrono::days;

// One outlet or warehouse in whose shelf something waits.
struct Place {
  const Viewing& v;
  const OutletId& id;
  const outlet::Outlet& outlet;

  const Bank& bank() const { return v.standing.bank; }
  WorkItem item(WorkCode code, Severity severity, std::string action) const {
    auto out = about_outlet(code, id, outlet);
    out.severity = severity;
    out.action = std::move(action);
    return out;
  }
};

// ---- Cover.

void add_cover(const Place& p, const StockLine& line, WorkItems& items) {
  if (!line.days) return;
  supply::Item item{};
  from_name(line.item, item);
  const auto advice = supply::reorder_advice(p.bank(), p.id, item, line.people, p.v.now);
  const bool short_of = line.severity != Severity::normal;
  if (!short_of && !advice.due) return;
  auto work = short_of ? p.item(WorkCode::cover_below_minimum, line.severity, "supply.receive")
                       : p.item(WorkCode::reorder_due, Severity::warning, "supply.send");
  work.deadline = short_of ? at_local(today_at(p.v, p.id) + days{*line.days}, p.outlet.opens,
                                      outlet::time_zone_of(p.bank(), p.id))
                           : *advice.order_by;
  work.facts = {{"item", line.item},
                number("days", *line.days),
                number("minimum_days", line.minimum_days),
                number("stock", line.stock),
                number("daily_use", line.daily_use),
                number("order", advice.quantity)};
  items.push_back(std::move(work));
}

// ---- Lots.

std::vector<Fact> facts_of(const std::vector<supply::Lot>& lots) {
  return {number("lots", std::ssize(lots)),
          {"item", std::string(name_of(lots.front().item))},
          {"lot", lots.front().lot},
          number("quantity", lots.front().quantity),
          {"expires_on", to_text(*lots.front().expires_on)}};
}

void add_lots(const Place& p, WorkItems& items) {
  const Day today = today_at(p.v, p.id);
  auto soon = supply::expiring_soon(p.bank(), p.id, p.v.now);
  std::vector<supply::Lot> expired;
  std::ranges::copy_if(soon, std::back_inserter(expired),
                       [&](const auto& lot) { return !supply::is_usable(lot, today); });
  std::erase_if(soon, [&](const auto& lot) { return !supply::is_usable(lot, today); });
  if (!expired.empty()) {
    items.push_back(p.item(WorkCode::lots_expired, Severity::warning, "supply.count"));
    items.back().facts = facts_of(expired);
  }
  if (soon.empty()) return;
  items.push_back(p.item(WorkCode::lots_expiring, Severity::normal, "supply.send"));
  items.back().facts = facts_of(soon);
  items.back().deadline =
      at_local(*soon.front().expires_on + days{1}, {}, outlet::time_zone_of(p.bank(), p.id));
}

// ---- Transfers.

void add_transfers(const Place& p, const supply::Shelf& shelf, WorkItems& items) {
  for (const auto& id : shelf.incoming) {
    const auto& transfer = p.bank().transfers.at(id);
    const Time due = supply::arrival_due(p.bank(), transfer, p.v.now);
    if (due >= p.v.now) continue;
    auto item = p.item(WorkCode::transfer_overdue, Severity::warning, "supply.accept");
    item.deadline = due;
    item.facts = {{"transfer", id.text},
                  {"from", title_of(p.bank(), transfer.from_outlet)},
                  number("quantity", supply::total(transfer.lines))};
    items.push_back(std::move(item));
  }
  for (const auto& id : shelf.short_arrivals) {
    const auto& transfer = p.bank().transfers.at(id);
    auto item = p.item(WorkCode::transfer_short, Severity::warning, "supply.send");
    item.facts = {{"transfer", id.text},
                  {"from", title_of(p.bank(), transfer.from_outlet)},
                  {"item", std::string(name_of(transfer.shortage.front().item))},
                  number("missing", supply::total(transfer.shortage)),
                  {"reason", transfer.reason}};
    items.push_back(std::move(item));
  }
}

}  // namespace

void add_supplies(const Viewing& v, const Scope& scope, WorkItems& items) {
  const Bank& bank = v.standing.bank;
  for (const auto& [id, outlet] : bank.outlets) {
    if (!sees(scope, id, outlet)) continue;
    const Place place{v, id, outlet};
    const bool watched = is_watched(v, id, outlet) || scope.outlet == id;
    if (watched)
      for (const auto& line : stock_lines(v, id)) add_cover(place, line, items);
    const auto* shelf = bank.shelves.find(id);
    if (!shelf) continue;
    add_lots(place, items);
    add_transfers(place, *shelf, items);
    if (watched && !shelf->keeper && !shelf->lots.empty())
      items.push_back(
          place.item(WorkCode::keeper_missing, Severity::warning, "supply.appoint-keeper"));
  }
}

}  // namespace waystation::view
