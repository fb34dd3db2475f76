#include "application/view_plans.h"

#include <algorithm>
#include <set>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

using Postings = std::map<PersonId, Posting>;

Postings postings_of(const plan::PlanDocument& document) {
  Postings out;
  for (const auto& outlet : document.outlets)
    for (const auto& crew : outlet.crews)
      for (const auto& member : crew.members)
        out.emplace(member.person, Posting{outlet.outlet, crew.team, member.post});
  return out;
}

// A plan concerns a command centre above its zone, and every outlet that it speaks of.
bool concerns(const Bank& bank, const Scope& scope, const plan::PlanDocument& document) {
  const auto* zone = bank.zones.find(document.zone);
  if (!zone || !Scope{scope.city, {}}.covers({zone->city, {}})) return false;
  return scope.outlet.text.empty() || plan::outlet_plan(document, scope.outlet);
}

PlanRow row_of(const Viewing& v, const PlanId& id, const plan::Plan& plan) {
  const Bank& bank = v.standing.bank;
  const auto& document = plan.document;
  PlanRow row;
  row.plan = id;
  row.zone = document.zone;
  row.zone_title = title_of(bank, document.zone);
  row.status = plan.status;
  row.from = document.from;
  row.days = document.days;
  row.outlets = std::int32_t(document.outlets.size());
  row.outlets_opening = std::int32_t(
      std::ranges::count(document.outlets, plan::Verdict::can_open, &plan::OutletPlan::verdict));
  row.people = std::int32_t(postings_of(document).size());
  row.proposed_at = plan.proposed_at;
  row.proposed_by = plan.proposed_by;
  const auto* file = bank.approvals.find(id);
  if (file) row.signatures = file->signatures, row.returned = file->returned;
  if (plan.status == plan::Status::proposed)
    row.level_due = approval::level_due(file ? *file : approval::File{});
  return row;
}

}  // namespace

Decision<PlanTable> see(const Viewing& v, const PlansQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  const Bank& bank = v.standing.bank;
  PlanTable out;
  for (const auto& [id, plan] : bank.plans)
    if (concerns(bank, *scope, plan.document) && (!q.zone || plan.document.zone == *q.zone))
      out.rows.push_back(row_of(v, id, plan));
  std::ranges::stable_sort(out.rows, std::greater{}, &PlanRow::proposed_at);
  for (const auto& [target, pin] : bank.pins) {
    const bool about_person = pin.kind == plan::PinKind::person_excluded;
    const Scope touched =
        about_person ? scope_of_person(bank, {target}) : scope_of_outlet(bank, {target});
    if (scope->covers(touched)) out.pins.push_back(pin);
  }
  stamp_as_of(out, v.standing);
  return out;
}

// ---- One plan against another.

namespace {

std::optional<PlanId> approved_before(const Bank& bank, const PlanId& id, const plan::Plan& plan) {
  std::optional<PlanId> found;
  for (const auto& [other_id, other] : bank.plans) {
    const bool was_approved =
        other.status == plan::Status::approved || other.status == plan::Status::superseded;
    if (other_id == id || !was_approved || other.document.zone != plan.document.zone) continue;
    if (other.proposed_at > plan.proposed_at) continue;
    if (!found || bank.plans.at(*found).proposed_at < other.proposed_at) found = other_id;
  }
  return found;
}

std::optional<Posting> posting(const Postings& all, const PersonId& person) {
  const auto at = all.find(person);
  return at == all.end() ? std::nullopt : std::optional(at->second);
}

std::vector<PersonChange> people_changed(const plan::PlanDocument& before,
                                         const plan::PlanDocument& after) {
  const Postings old = postings_of(before), fresh = postings_of(after);
  std::set<PersonId> everyone_named;
  for (const auto& [person, at] : old) everyone_named.insert(person);
  for (const auto& [person, at] : fresh) everyone_named.insert(person);
  std::vector<PersonChange> out;
  for (const auto& person : everyone_named) {
    PersonChange change{person, posting(old, person), posting(fresh, person)};
    if (change.before != change.after) out.push_back(std::move(change));
  }
  return out;
}

std::vector<OutletChange> outlets_changed(const plan::PlanDocument& before,
                                          const plan::PlanDocument& after) {
  std::map<OutletId, OutletChange> all;
  for (const auto& o : before.outlets) {
    auto& change = all[o.outlet];
    change.verdict_before = o.verdict, change.windows_before = o.windows;
  }
  for (const auto& o : after.outlets) {
    auto& change = all[o.outlet];
    change.verdict_after = o.verdict, change.windows_after = o.windows;
  }
  std::vector<OutletChange> out;
  for (auto& [id, change] : all) {
    change.outlet = id;
    if (change.verdict_before != change.verdict_after ||
        change.windows_before != change.windows_after)
      out.push_back(change);
  }
  return out;
}

Decision<std::optional<PlanDifference>> difference(const Viewing& v, const PlanQuery& q,
                                                   const plan::Plan& plan) {
  const Bank& bank = v.standing.bank;
  const auto against = q.against ? q.against : approved_before(bank, q.plan, plan);
  if (!against) return std::optional<PlanDifference>{};
  const auto* other = bank.plans.find(*against);
  if (!other || !concerns(bank, v.scope, other->document))
    return unknown("plan.unknown", against->text);
  return std::optional(PlanDifference{*against, people_changed(other->document, plan.document),
                                      outlets_changed(other->document, plan.document)});
}

// ---- What the page needs to show ids as words.

void add_names(const Viewing& v, PlanPage& page) {
  const Bank& bank = v.standing.bank;
  const auto add = [&](const PersonId& person, const OutletId& posted_to) {
    const bool whole = may_see_names(v, scope_of_person(bank, person)) ||
                       may_see_names(v, scope_of_outlet(bank, posted_to));
    if (auto name = name_seen(v, person, whole)) page.names.edit(person) = *name;
  };
  for (const auto& outlet : page.document.outlets) {
    for (const auto& crew : outlet.crews)
      for (const auto& member : crew.members) add(member.person, outlet.outlet);
    for (const auto& backup : outlet.backups)
      if (bank.people.contains({backup.who})) add({backup.who}, outlet.outlet);
  }
}

void add_titles(const Bank& bank, PlanPage& page) {
  const auto name_outlet = [&](const OutletId& id) {
    page.outlet_titles.edit(id) = title_of(bank, id);
  };
  for (const auto& outlet : page.document.outlets) {
    name_outlet(outlet.outlet);
    for (const auto& backup : outlet.backups)
      for (const auto& word : {backup.who, backup.stands_in_for})
        if (bank.outlets.contains({word})) name_outlet({word});
  }
  for (const auto& flow : page.document.flows) {
    const auto* community = bank.communities.find(flow.community);
    page.community_titles.edit(flow.community) = community ? community->title : flow.community.text;
  }
  for (const auto& run : page.document.van_runs) {
    const auto* van = bank.vans.find(run.van);
    page.van_plates.edit(run.van) = van ? van->plate : run.van.text;
  }
}

}  // namespace

Decision<PlanPage> see(const Viewing& v, const PlanQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto* plan = bank.plans.find(q.plan);
  // A plan of another city is answered like one that does not exist.
  if (!plan || !concerns(bank, v.scope, plan->document))
    return unknown("plan.unknown", q.plan.text);
  auto changed = difference(v, q, *plan);
  if (!changed) return changed.error();
  PlanPage page;
  page.summary = row_of(v, q.plan, *plan);
  page.document = plan->document;
  add_names(v, page);
  add_titles(bank, page);
  page.difference = std::move(*changed);
  // Who has signed already is refused when they sign; the page only knows whose turn it is.
  const approval::Sign sign{q.plan, ""};
  const Stamp stamp{{v.now, {}}, v.role, v.scope};
  page.may_sign = !approval::refuse_command(bank, sign, stamp) && decide(bank, sign, stamp);
  page.version = version_of(v.standing, "plan", q.plan.text);
  page.approval_version = version_of(v.standing, "approval", q.plan.text);
  stamp_as_of(page, v.standing);
  return page;
}

}  // namespace waystation::view
