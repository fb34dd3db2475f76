#include <algorithm>
#include <set>

#include "domain/bank.h"

namespace waystation::plan {

namespace {

using std::chrono::days;

constexpr std::int32_t longest_plan_days = 366;

bool covers(const PlanDocument& document, Day day) {
  return document.from <= day && day < document.from + days{document.days};
}

bool is_about_person(PinKind kind) {
  return kind == PinKind::person_excluded;
}

bool is_known_target(const Bank& bank, PinKind kind, const std::string& target) {
  return is_about_person(kind) ? bank.people.contains({target}) : bank.outlets.contains({target});
}

OutletId outlet_of_target(const Bank& bank, PinKind kind, const std::string& target) {
  return is_about_person(kind) ? bank.people.at({target}).home_outlet : OutletId{target};
}

Scope scope_of_target(const Bank& bank, PinKind kind, const std::string& target) {
  return is_about_person(kind) ? scope_of_person(bank, {target}) : scope_of_outlet(bank, {target});
}

std::optional<Refusal> refuse_outlets(const Bank& bank, const PlanDocument& document) {
  const CityId& city = bank.zones.at(document.zone).city;
  std::set<OutletId> seen;
  for (const OutletPlan& planned : document.outlets) {
    const auto* outlet = bank.outlets.find(planned.outlet);
    if (!outlet) return unknown("outlet.unknown", planned.outlet.text);
    if (outlet->city != city)
      return conflict("plan.outlet-elsewhere", {{"id", planned.outlet.text}, {"city", city.text}});
    if (!seen.insert(planned.outlet).second)
      return invalid("plan.outlet-twice", {{"id", planned.outlet.text}});
  }
  return {};
}

}  // namespace

const Plan* in_force(const Bank& bank, const OutletId& outlet, Day day) {
  const Plan* newest = nullptr;
  for (const auto& [id, plan] : bank.plans) {
    if (plan.status != Status::approved || !covers(plan.document, day)) continue;
    if (!outlet_plan(plan.document, outlet)) continue;
    if (!newest || plan.proposed_at > newest->proposed_at) newest = &plan;
  }
  return newest;
}

const OutletPlan* outlet_plan(const PlanDocument& document, const OutletId& outlet) {
  const auto at = std::ranges::find(document.outlets, outlet, &OutletPlan::outlet);
  return at == document.outlets.end() ? nullptr : &*at;
}

std::vector<Member> on_duty(const PlanDocument& document, const OutletId& outlet, Day day) {
  const OutletPlan* planned = outlet_plan(document, outlet);
  if (!planned) return {};
  const auto open = std::ranges::find(planned->days, day, &OutletDay::day);
  if (open == planned->days.end()) return {};
  const auto crew = std::ranges::find(planned->crews, open->team, &Crew::team);
  return crew == planned->crews.end() ? std::vector<Member>{} : crew->members;
}

bool is_posted(const Bank& bank, const OutletId& outlet, const PersonId& person, Day day) {
  const Plan* plan = in_force(bank, outlet, day);
  const OutletPlan* planned = plan ? outlet_plan(plan->document, outlet) : nullptr;
  if (!planned) return false;
  const auto has_person = [&](const Crew& crew) {
    return std::ranges::find(crew.members, person, &Member::person) != crew.members.end();
  };
  const auto is_substitute = [&](const Backup& b) {
    return b.kind == BackupKind::people && b.who == person.text;
  };
  return std::ranges::any_of(planned->crews, has_person) ||
         std::ranges::any_of(planned->backups, is_substitute);
}

// ---- Propose.

Scope scope_of(const Bank& bank, const Propose& c) {
  return scope_of_zone(bank, c.document.zone);
}

Decision<Proposed> decide(const Bank& bank, const Propose& c, const Stamp&) {
  const PlanDocument& document = c.document;
  if (bank.plans.contains(c.plan)) return conflict("plan.id-taken", {{"id", c.plan.text}});
  if (document.format != 1)
    return invalid("plan.format-unknown", {{"format", std::to_string(document.format)}});
  const auto* zone = bank.zones.find(document.zone);
  if (!zone) return unknown("zone.unknown", document.zone.text);
  if (zone->lifted_at) return conflict("plan.zone-lifted", {{"zone", document.zone.text}});
  if (document.outlets.empty() || document.days < 1) return invalid("plan.empty");
  if (document.days > longest_plan_days)
    return invalid("plan.too-long", {{"days", std::to_string(document.days)}});
  if (auto no = refuse_outlets(bank, document)) return *no;
  return Proposed{c.plan, c.document};
}

void apply(Plans& plans, const Proposed& e, const Mark& mark) {
  plans.edit(e.plan) = {e.document, Status::proposed, mark.at, mark.by};
}

// ---- Pin and unpin.

Scope scope_of(const Bank& bank, const SetPin& c) {
  return scope_of_target(bank, c.kind, c.target);
}

Decision<Pinned> decide(const Bank& bank, const SetPin& c, const Stamp& stamp) {
  if (!is_known_target(bank, c.kind, c.target)) return unknown("plan.target-unknown", c.target);
  if (c.reason.empty()) return invalid("plan.reason-empty");
  const OutletId outlet = outlet_of_target(bank, c.kind, c.target);
  if (c.until < local_day(stamp.at, outlet::time_zone_of(bank, outlet)))
    return invalid("plan.pin-past", {{"until", to_text(c.until)}});
  return Pinned{c.kind, c.target, c.reason, c.until};
}

void apply(Pins& pins, const Pinned& e, const Mark& mark) {
  pins.edit(e.target) = {e.kind, e.target, e.reason, e.until, mark.by};
}

Scope scope_of(const Bank& bank, const Unpin& c) {
  const auto* pin = bank.pins.find(c.target);
  return pin ? scope_of_target(bank, pin->kind, c.target) : Scope{};
}

Decision<Unpinned> decide(const Bank& bank, const Unpin& c, const Stamp&) {
  if (!bank.pins.contains(c.target)) return unknown("plan.not-pinned", c.target);
  return Unpinned{c.target};
}

void apply(Pins& pins, const Unpinned& e, const Mark&) {
  pins.erase(e.target);
}

}  // namespace waystation::plan

template struct waystation::RoomTable<waystation::plan::Commands>;
