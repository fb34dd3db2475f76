#include "application/view_contactless.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

using contactless::Stage;

bool is_over(const CallBackRow& row) {
  return row.stage == Stage::answered || row.stage == Stage::withdrawn;
}

std::optional<std::string> contact_seen(const Viewing& v, const contactless::Request& request) {
  const bool calls = request.stage == Stage::taken && (role_set(v.role) & outlet_crew);
  if (!calls || !request.contact || !v.journal) return {};
  return v.journal->open(request.person, "contact", *request.contact);
}

CallBackRow request_seen(const Viewing& v, const OutletId& outlet, const std::string& title,
                         const contactless::RequestId& id, const contactless::Request& request) {
  CallBackRow row;
  row.outlet = outlet, row.title = title, row.request = id;
  row.kind = request.kind, row.segment = request.segment;
  row.day = request.day, row.from = request.from, row.till = request.till;
  row.call_by = contactless::call_by(v.standing.bank, outlet, request);
  row.stage = request.stage;
  row.overdue = !is_over(row) && row.call_by <= v.now;
  row.asked_at = request.asked_at;
  row.adviser = request.adviser, row.from_home = request.from_home;
  row.contact = contact_seen(v, request);
  row.result = request.result;
  row.version = version_of(v.standing, "contactless", outlet.text);
  return row;
}

void add_desk(const Viewing& v, const OutletId& outlet, const contactless::Desk& desk,
              ContactlessList& out) {
  const std::string title = title_of(v.standing.bank, outlet);
  for (const auto& [id, request] : desk.requests)
    out.requests.push_back(request_seen(v, outlet, title, id, request));
  const Day week_ago = today_at(v, outlet) - std::chrono::days{6};
  for (const contactless::Tally& t : desk.days)
    if (t.on >= week_ago)
      out.days.push_back({outlet, title, t.on, t.asked, t.solved, t.needs_to_come, t.not_reached,
                          t.diverted, t.solved + t.diverted});
}

void add_zones(const Viewing& v, const Scope& scope, ContactlessList& out) {
  const Bank& bank = v.standing.bank;
  for (const auto& [id, zone] : bank.zones) {
    const auto& suppliers = contactless::suppliers_of(bank, id);
    const bool sealed = zone::is_sealed(zone, v.now);
    if ((sealed || !suppliers.empty()) && sees(bank, scope, id))
      out.zones.push_back(
          {id, zone.title, sealed, suppliers, version_of(v.standing, "contactless", id.text)});
  }
}

}  // namespace

Decision<ContactlessList> see(const Viewing& v, const ContactlessQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  ContactlessList out;
  out.now = v.now;
  stamp_as_of(out, v.standing);
  for (const auto& [outlet, desk] : v.standing.bank.contactless.desks)
    if (scope->covers(scope_of_outlet(v.standing.bank, outlet))) add_desk(v, outlet, desk, out);
  std::ranges::stable_sort(out.requests, {}, [](const CallBackRow& row) {
    return std::tuple(is_over(row), row.call_by, row.outlet, row.request);
  });
  std::ranges::stable_sort(out.days, [](const DiversionRow& a, const DiversionRow& b) {
    return a.on != b.on ? a.on > b.on : a.title < b.title;
  });
  add_zones(v, *scope, out);
  return out;
}

std::vector<PublicSuppliers> public_suppliers(const Viewing& v) {
  const Bank& bank = v.standing.bank;
  std::vector<PublicSuppliers> out;
  for (const auto& [id, suppliers] : bank.contactless.suppliers) {
    const auto* zone = bank.zones.find(id);
    if (zone && zone::is_sealed(*zone, v.now) && !suppliers.empty())
      out.push_back({id, zone->title, suppliers});
  }
  return out;
}

}  // namespace waystation::view
