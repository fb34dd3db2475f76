#include "application/view_supplies.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

using std::chrono::days;

struct Place {
  const Viewing& v;
  const OutletId& id;
  const outlet::Outlet& outlet;
  const supply::Shelf* shelf;
  Day today;
  Need need;

  const Bank& bank() const { return v.standing.bank; }
};

Place place_of(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet) {
  const Day today = today_at(v, id);
  return {v, id, outlet, v.standing.bank.shelves.find(id), today, need_of(v, id, today)};
}

// ---- What comes next.

TransferRow row_of(const Viewing& v, const supply::TransferId& id) {
  const Bank& bank = v.standing.bank;
  const auto& transfer = bank.transfers.at(id);
  const Time due = supply::arrival_due(bank, transfer, v.now);
  return {.transfer = id,
          .from_outlet = transfer.from_outlet,
          .to_outlet = transfer.to_outlet,
          .from_title = title_of(bank, transfer.from_outlet),
          .to_title = title_of(bank, transfer.to_outlet),
          .sent_at = transfer.sent_at,
          .due_at = due,
          .is_overdue = !transfer.accepted_at && due < v.now,
          .lines = transfer.accepted_at ? transfer.shortage : transfer.lines,
          .reason = transfer.reason};
}

std::vector<TransferRow> rows_of(const Viewing& v, const std::vector<supply::TransferId>& ids) {
  std::vector<TransferRow> out;
  for (const auto& id : ids) out.push_back(row_of(v, id));
  return out;
}

std::optional<Time> first_arrival(const Place& p, supply::Item item) {
  std::optional<Time> first;
  if (p.shelf)
    for (const auto& id : p.shelf->incoming) {
      const auto& transfer = p.bank().transfers.at(id);
      if (supply::usable(transfer.lines, item, p.today) == 0) continue;
      const Time due = supply::arrival_due(p.bank(), transfer, p.v.now);
      first = std::min(first.value_or(due), due);
    }
  return first;
}

std::optional<Time> next_van(const Place& p) {
  const auto* plan = plan::in_force(p.bank(), p.id, p.today);
  std::optional<Time> first;
  if (!plan) return first;
  const auto& zone = outlet::time_zone_of(p.bank(), p.id);
  for (const auto& run : plan->document.van_runs) {
    if (std::ranges::find(run.stops, p.id) == run.stops.end()) continue;
    const Time at = at_local(run.day, run.from, zone);
    if (at >= p.v.now) first = std::min(first.value_or(at), at);
  }
  return first;
}

// ---- A row.

std::int64_t expired(const Place& p, supply::Item item) {
  std::int64_t sum = 0;
  if (p.shelf)
    for (const auto& lot : p.shelf->lots)
      if (lot.item == item && !supply::is_usable(lot, p.today)) sum += lot.quantity;
  return sum;
}

bool comes_in_time(const SupplyRow& row) {
  if (!row.advice.runs_out_at || row.severity == Severity::normal) return true;
  return row.arrives_by && *row.arrives_by <= *row.advice.runs_out_at;
}

SupplyRow row_of(const Place& p, const StockLine& line, std::optional<Time> van) {
  supply::Item item{};
  from_name(line.item, item);
  SupplyRow row{.outlet = p.id,
                .title = p.outlet.title,
                .city = p.outlet.city,
                .is_warehouse = !has_counter(p.outlet),
                .is_sealed = zone::sealed_zone_of(p.bank(), p.id, p.v.now).has_value(),
                .keeper = p.shelf ? p.shelf->keeper : std::nullopt,
                .advice = supply::reorder_advice(p.bank(), p.id, item, p.need.people, p.v.now),
                .minimum_days = line.minimum_days,
                .severity = line.severity,
                .expired = expired(p, item),
                .first_expiry = line.first_expiry,
                .arrives_by = first_arrival(p, item),
                .next_van = van,
                .comes_in_time = true};
  row.comes_in_time = comes_in_time(row);
  return row;
}

std::vector<SupplyRow> rows_at(const Place& p) {
  std::vector<SupplyRow> out;
  const auto van = next_van(p);
  for (const auto& line : stock_lines(p.v, p.id)) out.push_back(row_of(p, line, van));
  return out;
}

bool is_asked(const SuppliesQuery& q, const SupplyRow& row) {
  if (q.item && row.advice.cover.item != *q.item) return false;
  if (q.severity && row.severity < *q.severity) return false;
  return !q.search || row.title.find(*q.search) != std::string::npos ||
         row.outlet.text.find(*q.search) != std::string::npos;
}

bool has_anything(const SupplyRow& row) {
  return row.advice.cover.stock > 0 || row.expired > 0 || row.advice.in_transit > 0 ||
         (row.is_sealed && row.advice.cover.use_per_day > 0);
}

// ---- The lists beside the table.

void add_lots(const Place& p, Supplies& out) {
  for (const auto& lot : supply::expiring_soon(p.bank(), p.id, p.v.now))
    out.expiring.push_back({p.id, p.outlet.title, lot, !supply::is_usable(lot, p.today),
                            (*lot.expires_on - p.today).count() + 1});
}

void add_transfers(const Viewing& v, const Scope& scope, Supplies& out) {
  const Bank& bank = v.standing.bank;
  const auto touches = [&](const TransferRow& row) {
    return scope.covers(scope_of_outlet(bank, row.from_outlet)) ||
           scope.covers(scope_of_outlet(bank, row.to_outlet));
  };
  for (const auto& [id, shelf] : bank.shelves) {
    std::ranges::copy_if(rows_of(v, shelf.incoming), std::back_inserter(out.in_transit), touches);
    std::ranges::copy_if(rows_of(v, shelf.short_arrivals), std::back_inserter(out.came_short),
                         touches);
  }
  std::ranges::stable_sort(out.in_transit, {}, &TransferRow::sent_at);
}

// What runs out first, then what is merely there.
void sort(std::vector<SupplyRow>& rows) {
  std::ranges::stable_sort(rows, {}, [](const SupplyRow& row) {
    return std::tuple(-int(row.severity), row.advice.cover.hours.value_or(INT64_MAX));
  });
}

}  // namespace

Decision<Supplies> see(const Viewing& v, const SuppliesQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  Supplies out;
  for (const auto& [id, outlet] : v.standing.bank.outlets) {
    if (!sees(*scope, id, outlet)) continue;
    if (!v.standing.bank.shelves.contains(id) && !is_watched(v, id, outlet)) continue;
    const Place place = place_of(v, id, outlet);
    for (auto& row : rows_at(place))
      if (has_anything(row) && is_asked(q, row)) out.rows.push_back(std::move(row));
    add_lots(place, out);
  }
  sort(out.rows);
  std::ranges::stable_sort(out.expiring, {}, [](const LotRow& row) { return row.lot.expires_on; });
  add_transfers(v, *scope, out);
  out.now = v.now;
  stamp_as_of(out, v.standing);
  return out;
}

// ---- One shelf.

namespace {

void add_keepers(const Place& p, ShelfPage& page) {
  const Scope scope = scope_of_outlet(p.bank(), p.id);
  for (const auto& [id, account] : p.bank().accounts) {
    const bool may_issue = !account.disabled && (supply::Issue::roles & role_set(account.role));
    if (may_issue && account.scope.covers(scope)) page.keepers.push_back({id, account.title});
  }
  if (!p.shelf || !p.shelf->keeper) return;
  page.keeper = p.shelf->keeper;
  const auto* account = p.bank().accounts.find(*page.keeper);
  page.keeper_title = account ? account->title : page.keeper->text;
}

void add_places(const Place& p, ShelfPage& page) {
  for (const auto& [id, shelf] : p.bank().shelves) {
    const auto* outlet = p.bank().outlets.find(id);
    if (outlet && outlet->city == p.outlet.city && id != p.id)
      page.places.push_back({id, outlet->title});
  }
}

}  // namespace

Decision<ShelfPage> see(const Viewing& v, const ShelfQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto* outlet = bank.outlets.find(q.outlet);
  if (!outlet) return unknown("outlet.unknown", q.outlet.text);
  if (auto no = refuse_outside(v, {outlet->city, q.outlet})) return *no;
  const Place place = place_of(v, q.outlet, *outlet);
  ShelfPage page;
  page.outlet = q.outlet;
  page.rows = rows_at(place);
  if (place.shelf) {
    page.lots = place.shelf->lots;
    page.incoming = rows_of(v, place.shelf->incoming);
    page.came_short = rows_of(v, place.shelf->short_arrivals);
  }
  add_keepers(place, page);
  add_places(place, page);
  page.version = version_of(v.standing, "supply", q.outlet.text);
  page.now = v.now;
  stamp_as_of(page, v.standing);
  return page;
}

}  // namespace waystation::view
