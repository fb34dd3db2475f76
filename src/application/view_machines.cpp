#include "application/view_machines.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

// One outlet, and the moment.
struct At {
  const Bank& bank;
  const OutletId& outlet;
  Time now;
};

CassetteRow cassette_seen(const At& at, const machine::Cassette& c) {
  return {.cassette = c.spec.cassette,
          .denomination = c.spec.denomination,
          .direction = c.spec.direction,
          .held = held(c),
          .capacity = c.spec.capacity,
          .floor = floor_of(at.bank, at.outlet, c, at.now),
          .amount = value_of(notes_in(c)),
          .low = is_low(at.bank, at.outlet, c, at.now),
          .full = is_full(at.bank, at.outlet, c, at.now),
          .counter = c.counter,
          .sensed = c.sensed,
          .difference = c.difference};
}

MachineRow machine_seen(const At& at, const machine::Machine& m) {
  MachineRow row;
  row.machine = m.machine, row.kind = m.kind;
  row.mode = m.mode, row.confirmed = m.confirmed;
  row.drifts = m.mode && m.confirmed && m.mode != m.confirmed;
  row.forbidden = m.mode && is_forbidden(at.bank, at.outlet, *m.mode, at.now);
  row.serves = m.serves, row.reason = m.reason, row.since = m.since;
  row.settled_at = m.settled_at;
  row.settle_due = settle_due(at.bank, at.outlet, m, at.now);
  row.settle_overdue = row.settle_due <= at.now;
  row.test_due = !m.tested;
  row.counters_read = !m.serves && m.reported_at && *m.reported_at >= m.since;
  row.series = m.series, row.reported_at = m.reported_at;
  for (const machine::Cassette& c : m.cassettes) {
    row.cassettes.push_back(cassette_seen(at, c));
    row.amount = row.amount + row.cassettes.back().amount;
  }
  return row;
}

bool is_of_machines(cash::DeedKind kind) {
  return kind == cash::DeedKind::machine_mode || kind == cash::DeedKind::machine_load ||
         kind == cash::DeedKind::machine_settle;
}

void add_cash(const cash::Site& site, Time now, MachineSite& out) {
  for (const cash::Act& act : site.acts)
    if (act.expires_at > now && is_of_machines(act.deed.kind))
      out.waiting.push_back({act.act, act.deed, act.by, act.expires_at});
  for (const auto& [id, bag] : site.bags) {
    const cash::Packs packs = packs_of(bag.notes);
    if (bag.stage == cash::Stage::released && bag.place == cash::PlaceKind::vault &&
        packs.size() == 1)
      out.bags.push_back({id, packs[0].denomination, packs[0].count});
  }
}

MachineSite site_seen(const Viewing& v, const OutletId& id) {
  const Bank& bank = v.standing.bank;
  const outlet::Outlet& outlet = bank.outlets.at(id);
  const cash::Site& site = cash::site_of(bank, id);
  MachineSite out;
  out.outlet = id, out.title = outlet.title, out.city = outlet.city;
  out.sealed = zone::sealed_zone_of(bank, id, v.now).has_value();
  out.takes_in = is_served(site.machines, machine::Service::deposit);
  out.pays_out = is_served(site.machines, machine::Service::withdraw);
  for (const machine::Machine& m : site.machines)
    out.machines.push_back(machine_seen({bank, id, v.now}, m));
  if (CashTable::roles & role_set(v.role)) add_cash(site, v.now, out);
  out.version = version_of(v.standing, "machine", id.text);
  out.cash_version = version_of(v.standing, "cash", id.text);
  out.time_zone = outlet::time_zone_of(bank, id);
  return out;
}

}  // namespace

Decision<Machines> see(const Viewing& v, const MachinesQuery& q) {
  const Bank& bank = v.standing.bank;
  Machines out;
  out.now = v.now;
  stamp_as_of(out, v.standing);
  if (q.outlet) {
    const auto* outlet = bank.outlets.find(*q.outlet);
    if (!outlet) return unknown("outlet.unknown", q.outlet->text);
    if (auto no = refuse_outside(v, {outlet->city, *q.outlet})) return *no;
    out.sites.push_back(site_seen(v, *q.outlet));
    return out;
  }
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  for (const auto& [id, site] : bank.custody.sites)
    if (!site.machines.empty() && scope->covers(scope_of_outlet(bank, id)))
      out.sites.push_back(site_seen(v, id));
  return out;
}

}  // namespace waystation::view
