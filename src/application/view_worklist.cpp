// The worklist: each item follows from the state, so that nothing waits for somebody to file it.
#include "application/view_worklist.h"

#include <algorithm>

#include "application/view_cash.h"
#include "application/view_checklist.h"
#include "application/view_people.h"
#include "application/view_reading.h"
#include "application/view_work.h"
#include "application/view_work_people.h"

namespace waystation::view {

Fact number(std::string name, std::int64_t value) {
  return {std::move(name), std::to_string(value)};
}

WorkItem about_outlet(WorkCode code, const OutletId& id, const outlet::Outlet& outlet) {
  WorkItem item;
  item.code = code;
  item.city = outlet.city;
  item.outlet = id;
  item.title = outlet.title;
  return item;
}

namespace {

using std::chrono::days;
using Items = WorkItems;

WorkItem about_zone(WorkCode code, const ZoneId& id, const zone::Zone& zone) {
  WorkItem item;
  item.code = code;
  item.city = zone.city;
  item.zone = id;
  item.title = zone.title;
  return item;
}

// ---- Plans.

void add_plans(const Viewing& v, const Scope& scope, Items& items) {
  const Bank& bank = v.standing.bank;
  for (const auto& [id, plan] : bank.plans) {
    const auto* zone = bank.zones.find(plan.document.zone);
    if (!zone || zone->lifted_at || !sees(bank, scope, plan.document.zone)) continue;
    const auto* file = bank.approvals.find(id);
    const auto due = approval::level_due(file ? *file : approval::File{});
    const bool waits = plan.status == plan::Status::proposed && due;
    if (!waits && plan.status != plan::Status::returned) continue;
    auto item = about_zone(waits ? WorkCode::plan_waits_for_signature : WorkCode::plan_returned,
                           plan.document.zone, *zone);
    item.plan = id;
    const auto* city = bank.cities.find(zone->city);
    item.deadline = at_local(plan.document.from, {}, city ? city->time_zone : "Asia/Shanghai");
    if (*item.deadline + days{plan.document.days} < v.now) continue;  // It speaks of the past only.
    item.severity = *item.deadline < v.now ? Severity::alarm : Severity::warning;
    if (waits)
      item.facts = {{"level", std::string(name_of(*due))}};
    else
      item.facts = {{"remark", file ? file->returned->remark : ""}};
    item.action = waits ? "approval.sign" : "plan.propose";
    items.push_back(std::move(item));
  }
}

// ---- Outlets inside a seal.

std::string settles(const std::vector<std::string>& missing) {
  static const std::map<std::string, std::string> by_code = {
      {"gate.grant-missing", "zone.record-grant"},
      {"gate.plan-not-approved", "plan.propose"},
      {"gate.crew-short", "plan.propose"},
      {"gate.health-check-missing", "quarantine.record-check"},
      {"gate.van-pass-missing", "zone.record-pass"},
      {"gate.supplies-short", "supply.receive"},
      {"gate.disinfection-missing", "disinfection.begin"},
      {"gate.terminal-missing", "disinfection.begin"},
      {"gate.checklist-incomplete", "checklist.answer"},
      {"gate.evacuated", "lobby.reopen"},
      {"gate.reopening-unapproved", "incident.take-step"}};
  const auto at = missing.empty() ? by_code.end() : by_code.find(missing.front());
  return at == by_code.end() ? "outlet.open" : at->second;
}

bool was_open_on(const Bank& bank, const OutletId& id, const outlet::Outlet& outlet, Day day) {
  return outlet.opened_at && local_day(*outlet.opened_at, outlet::time_zone_of(bank, id)) == day;
}

void add_opening(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet, Items& items) {
  const Bank& bank = v.standing.bank;
  const Day today = today_at(v, id);
  const auto planned = planned_on(bank, id, today);
  if (!planned || is_counter_open(outlet) || was_open_on(bank, id, outlet, today)) return;
  const auto& zone = outlet::time_zone_of(bank, id);
  if (outlet.closes.minutes > 0 && v.now >= at_local(today, outlet.closes, zone)) return;
  auto missing = outlet::unmet(bank, id, planned.day->windows, v.now);
  const auto code = missing.empty() ? WorkCode::ready_to_open : WorkCode::gate_unmet;
  auto item = about_outlet(code, id, outlet);
  item.deadline = at_local(today, outlet.opens, zone);
  item.severity = *item.deadline < v.now ? Severity::alarm : Severity::warning;
  item.action = settles(missing);
  item.missing = std::move(missing);
  item.facts = {number("windows", planned.day->windows)};
  items.push_back(std::move(item));
}

void add_checklist(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet,
                   Items& items) {
  if (const auto late = behind(v, id, outlet)) {
    auto item = about_outlet(WorkCode::checklist_overdue, id, outlet);
    item.severity = Severity::warning;
    item.deadline = late->deadline;
    item.facts = {{"phase", std::string(name_of(late->phase))}, number("open", late->open)};
    item.action = late->open > 0 ? "checklist.answer" : "checklist.sign";
    items.push_back(std::move(item));
  }
  const auto waiting = waiting_for_override(v, id);
  if (waiting.empty()) return;
  auto item = about_outlet(WorkCode::checklist_waits_for_override, id, outlet);
  item.severity = Severity::alarm;
  item.facts = {number("items", std::ssize(waiting)),
                {"item_zh", waiting.front()->title_zh},
                {"item_en", waiting.front()->title_en}};
  item.action = "checklist.override";
  items.push_back(std::move(item));
}

void add_outlets(const Viewing& v, const Scope& scope, Items& items) {
  for (const auto& [id, outlet] : v.standing.bank.outlets) {
    if (!sees(scope, id, outlet)) continue;
    if (follows_checklist(v, id, outlet)) add_checklist(v, id, outlet, items);
    if (!is_watched(v, id, outlet)) continue;
    add_opening(v, id, outlet, items);
  }
}

// ---- Zones.

bool has_later_pass(const zone::Zone& zone, const zone::Pass& pass) {
  return std::ranges::any_of(zone.passes, [&](const zone::Pass& other) {
    return other.kind == pass.kind && other.holder == pass.holder && other.valid_to > pass.valid_to;
  });
}

void add_passes(const Viewing& v, const ZoneId& id, const zone::Zone& zone, Items& items) {
  const auto* city = v.standing.bank.cities.find(zone.city);
  const std::string time_zone = city ? city->time_zone : "Asia/Shanghai";
  const Day today = local_day(v.now, time_zone);
  for (const auto& pass : zone.passes) {
    const bool ends_soon = today <= pass.valid_to && pass.valid_to <= today + days{1};
    if (!ends_soon || has_later_pass(zone, pass)) continue;
    auto item = about_zone(WorkCode::pass_expiring, id, zone);
    item.deadline = at_local(pass.valid_to + days{1}, {}, time_zone);
    item.facts = {{"kind", std::string(name_of(pass.kind))},
                  {"holder", pass.holder},
                  {"valid_to", to_text(pass.valid_to)}};
    item.action = "zone.record-pass";
    items.push_back(std::move(item));
  }
}

bool is_served_or_planned(const Viewing& v, const zone::Zone& zone) {
  const Bank& bank = v.standing.bank;
  const auto opens_from_today = [&](const plan::OutletPlan& outlet, Day today) {
    return outlet.verdict == plan::Verdict::can_open && !outlet.days.empty() &&
           outlet.days.back().day >= today;
  };
  for (const auto& id : outlets_of(bank, zone)) {
    if (is_counter_open(bank.outlets.at(id))) return true;
    for (const auto& [plan_id, plan] : bank.plans) {
      const auto* outlet = plan::outlet_plan(plan.document, id);
      if (plan.status == plan::Status::approved && outlet &&
          opens_from_today(*outlet, today_at(v, id)))
        return true;
    }
  }
  return false;
}

void add_zones(const Viewing& v, const Scope& scope, Items& items) {
  const Bank& bank = v.standing.bank;
  for (const auto& [id, zone] : bank.zones) {
    if (!zone::is_sealed(zone, v.now) || !sees(bank, scope, id)) continue;
    add_passes(v, id, zone, items);
    if (is_served_or_planned(v, zone)) continue;
    auto item = about_zone(WorkCode::zone_without_open_outlet, id, zone);
    item.severity = Severity::alarm;
    item.facts = {number("outlets", std::ssize(outlets_of(bank, zone)))};
    item.action = "plan.propose";
    items.push_back(std::move(item));
  }
}

// ---- People.

void add_people(const Viewing& v, const Scope& scope, Items& items) {
  const Bank& bank = v.standing.bank;
  for (const auto& [id, health] : bank.health) {
    const auto* person = bank.people.find(id);
    if (!person || person->erased || !health.measure) continue;
    const Scope touched = scope_of_person(bank, id);
    const Day until = health.measure->until, today = today_at(v, person->home_outlet);
    if (!scope.covers(touched) || until < today || until > today + days{1}) continue;
    WorkItem item;
    item.code = WorkCode::quarantine_ending;
    item.severity = Severity::normal;
    item.city = touched.city;
    item.outlet = person->home_outlet;
    item.person = id;
    item.title = title_of(bank, person->home_outlet);
    item.deadline = at_local(until + days{1}, {}, outlet::time_zone_of(bank, person->home_outlet));
    item.facts = {{"kind", std::string(name_of(health.measure->kind))}, {"until", to_text(until)}};
    item.action = "quarantine.record-test";
    items.push_back(std::move(item));
  }
}

// ---- Whose they are, and in which order.

bool is_mine(const Viewing& v, const WorkItem& item) {
  const auto* command = command_named(item.action);
  if (!command || !(command->roles & role_set(v.role))) return false;
  if (item.code == WorkCode::plan_waits_for_signature) {
    const approval::Sign sign{*item.plan, ""};
    const Stamp stamp{{v.now, {}}, v.role, v.scope};
    return !approval::refuse_command(v.standing.bank, sign, stamp) &&
           decide(v.standing.bank, sign, stamp).has_value();
  }
  return v.scope.covers({item.city.value_or(CityId{}), item.outlet.value_or(OutletId{})});
}

bool is_before(const WorkItem& a, const WorkItem& b) {
  const auto key = [](const WorkItem& item) {
    // An alarm without a deadline is due now.
    const Time last = item.severity == Severity::alarm ? Time::min() : Time::max();
    return std::tuple(item.deadline.value_or(last), -int(item.severity), item.title,
                      int(item.code));
  };
  return key(a) < key(b);
}

}  // namespace

std::vector<WorkItem> work_items(const Viewing& v, const Scope& scope) {
  Items items;
  add_plans(v, scope, items);
  add_outlets(v, scope, items);
  add_upkeep(v, scope, items);
  add_supplies(v, scope, items);
  add_machines(v, scope, items);
  add_vans(v, scope, items);
  add_directives(v, scope, items);
  add_incidents(v, scope, items);
  add_reports(v, scope, items);
  // Who holds which key is for those who see cash.
  if (CashTable::roles & role_set(v.role)) add_cash(v, scope, items);
  add_zones(v, scope, items);
  if (CashTable::roles & role_set(v.role)) add_clean_cash(v, scope, items);
  // Who is under a measure is health data: shown only to those who see the people's page.
  if (People::roles & role_set(v.role)) {
    add_people(v, scope, items);
    add_people_work(v, scope, items);
  }
  for (auto& item : items) item.mine = is_mine(v, item);
  std::ranges::stable_sort(items, is_before);
  return items;
}

Decision<Worklist> see(const Viewing& v, const WorklistQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  Worklist out;
  out.items = work_items(v, *scope);
  out.now = v.now;
  stamp_as_of(out, v.standing);
  return out;
}

}  // namespace waystation::view
