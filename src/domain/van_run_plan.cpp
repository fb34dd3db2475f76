#include "domain/van_run_plan.h"

#include <algorithm>
#include <set>

#include "domain/bank.h"

namespace waystation::van_run {

namespace {

using cash::BagId;

struct Asked {
  const Bank& bank;
  const Plan& plan;
  const van::Van& van;
  const std::string& time_zone;
  const Stamp& stamp;

  Time gate_time() const { return at_local(plan.day, plan.gate_at, time_zone); }
};

// ---- The crew.

bool is_crew_account(const Asked& a, const AccountId& id) {
  const auto* account = a.bank.accounts.find(id);
  return account && account->role == Role::van_crew && !account->disabled;
}

bool rides_elsewhere(const Asked& a, const PersonId& person) {
  return any_run(a.bank.van_runs, [&](const Run& run) {
    return run.day == a.plan.day && run.van != a.plan.van && !is_over(run) &&
           std::ranges::find(run.crew, person, &CrewMember::person) != run.crew.end();
  });
}

std::optional<Refusal> refuse_crew(const Asked& a) {
  std::set<PersonId> people;
  bool guarded = false;
  for (const CrewMember& member : a.plan.crew) {
    const Fact who{"person", member.person.text};
    if (!people.insert(member.person).second) return invalid("van-run.person-twice", {who});
    const auto* person = a.bank.people.find(member.person);
    if (!person) return unknown("staff.unknown", member.person.text);
    if (!is_crew_account(a, member.account))
      return conflict("van-run.account-not-crew", {{"account", member.account.text}});
    if (rides_elsewhere(a, member.person)) return conflict("van-run.person-elsewhere", {who});
    guarded |= staff::has_skill(*person, staff::Skill::guard);
  }
  if (people.size() < least_crew)
    return invalid("van-run.crew-too-few", {{"people", std::to_string(people.size())}});
  if (!guarded) return conflict("van-run.no-guard");
  Run run;
  run.day = a.plan.day, run.crew = a.plan.crew;
  return refuse_unfit(a.bank, run, {});
}

// ---- The way.

Decision<std::optional<ZoneId>> zone_of(const Asked& a) {
  std::optional<ZoneId> zone;
  bool first = true;
  for (const StopWish& stop : a.plan.stops) {
    const auto here = zone::sealed_zone_of(a.bank, stop.outlet, a.gate_time());
    if (!std::exchange(first, false) && here != zone)
      return conflict("van-run.two-zones", {{"outlet", stop.outlet.text}});
    zone = here;
  }
  return zone;
}

std::optional<Refusal> refuse_other_zone(const Asked& a, const std::optional<ZoneId>& zone) {
  for (const auto& [id, run] : a.bank.van_runs) {
    if (run.van != a.plan.van || run.day != a.plan.day || run.stage == RunStage::cancelled)
      continue;
    if (run.zone != zone)
      return conflict("van-run.other-zone-today",
                      {{"run", id.text}, {"zone", run.zone.value_or(ZoneId{}).text}});
  }
  return {};
}

bool is_at_hours_of(const zone::Pass& pass, TimeOfDay at) {
  return pass.window_from <= at && at <= pass.window_to;
}

// A van may hold a pass for the morning and one for the afternoon: that of the hour, or any.
const zone::Pass* pass_at(const Asked& a, const zone::Zone& zone) {
  const auto* any = zone::pass_for(zone, zone::PassKind::cash_van, a.plan.van.text, a.plan.day);
  if (!any || is_at_hours_of(*any, a.plan.gate_at)) return any;
  const auto at = std::ranges::find_if(zone.passes, [&](const zone::Pass& p) {
    return p.kind == any->kind && p.holder == any->holder && p.valid_from <= a.plan.day &&
           a.plan.day <= p.valid_to && is_at_hours_of(p, a.plan.gate_at);
  });
  return at == zone.passes.end() ? any : &*at;
}

Decision<const zone::Pass*> pass_of(const Asked& a, const ZoneId& zone) {
  const auto* pass = pass_at(a, a.bank.zones.at(zone));
  if (!pass)
    return conflict("van-run.without-pass", {{"van", a.plan.van.text}, {"zone", zone.text}});
  if (a.plan.kind == RunKind::emergency) return pass;
  if (!is_at_hours_of(*pass, a.plan.gate_at))
    return conflict("van-run.gate-shut", {{"gate", pass->gate},
                                          {"from", to_text(pass->window_from)},
                                          {"to", to_text(pass->window_to)}});
  return pass;
}

std::optional<Refusal> refuse_stops(const Asked& a) {
  if (a.plan.stops.empty()) return invalid("van-run.no-stops");
  std::set<OutletId> seen;
  TimeOfDay before = a.plan.gate_at;
  for (const StopWish& stop : a.plan.stops) {
    const Fact where{"outlet", stop.outlet.text};
    if (!a.bank.outlets.contains(stop.outlet)) return unknown("outlet.unknown", stop.outlet.text);
    if (!seen.insert(stop.outlet).second) return invalid("van-run.stop-twice", {where});
    if (stop.to <= stop.from) return invalid("van-run.window-empty", {where});
    if (stop.from < before) return invalid("van-run.windows-out-of-order", {where});
    before = stop.from;
  }
  return {};
}

// ---- The load.

bool is_listed(const Bank& bank, const BagId& bag) {
  return any_run(bank.van_runs, [&](const Run& run) {
    if (is_over(run)) return false;
    return std::ranges::any_of(run.stops, [&](const Stop& stop) {
      return !stop.handed && std::ranges::find(stop.bags, bag, &RunBag::bag) != stop.bags.end();
    });
  });
}

using Bags = std::vector<RunBag>;

std::optional<Refusal> list(const Bank& bank, const OutletId& where, const std::vector<BagId>& ids,
                            Carriage carriage, Bags& out) {
  const auto& site = cash::site_of(bank, where);
  for (const BagId& id : ids) {
    const auto* bag = site.bags.find(id);
    if (!bag) return unknown("van-run.bag-unknown", id.text);
    const bool clean = cash::line_of(bag->stage) == cash::Line::paid_out;
    if (carriage == Carriage::deliver && !clean)
      return conflict("van-run.bag-not-clean",
                      {{"bag", id.text}, {"stage", std::string(name_of(bag->stage))}});
    if (is_listed(bank, id) || std::ranges::find(out, id, &RunBag::bag) != out.end())
      return conflict("van-run.bag-twice", {{"bag", id.text}});
    out.push_back({id, carriage, clean ? cash::Compartment::clean : cash::Compartment::dirty,
                   bag->seal, cash::value_of(bag->notes)});
  }
  return {};
}

std::optional<Refusal> list_both(const Bank& bank, const OutletId& depot, const auto& c,
                                 Bags& out) {
  if (auto no = list(bank, depot, c.deliver, Carriage::deliver, out)) return no;
  if (auto no = list(bank, c.outlet, c.collect, Carriage::collect, out)) return no;
  // One deed takes them away, and a deed speaks of one compartment.
  for (std::size_t i = out.size() - c.collect.size(); i + 1 < out.size(); ++i)
    if (out[i].compartment != out[i + 1].compartment)
      return conflict("van-run.collect-mixed", {{"bag", out[i + 1].bag.text}});
  return {};
}

std::optional<Refusal> refuse_insured(const std::vector<Stop>& stops, Fen insured) {
  const Fen peak = peak_load(stops);
  if (peak <= insured) return {};
  return conflict("van-run.above-insured",
                  {{"insured", cash::in_yuan(insured)}, {"load", cash::in_yuan(peak)}});
}

std::optional<Refusal> refuse_transfers(const Asked& a) {
  std::int64_t suits = 0;
  for (const StopWish& stop : a.plan.stops)
    for (const auto& id : stop.transfers) {
      const auto* transfer = a.bank.transfers.find(id);
      if (!transfer || transfer->to_outlet != stop.outlet || transfer->accepted_at)
        return unknown("van-run.transfer-unknown", id.text);
      for (const auto& line : transfer->lines)
        if (line.item == supply::Item::suit) suits += line.quantity;
    }
  if (suits <= a.van.suits_capacity) return {};
  return conflict(
      "van-run.suits-above-capacity",
      {{"suits", std::to_string(suits)}, {"capacity", std::to_string(a.van.suits_capacity)}});
}

std::optional<Refusal> refuse_head(const Bank& bank, const Plan& c, const Stamp& stamp) {
  if (bank.van_runs.contains(c.run)) return conflict("van-run.exists", {{"id", c.run.text}});
  if (c.run.text.size() > longest_run_id)
    return invalid("van-run.id-too-long", {{"most", std::to_string(longest_run_id)}});
  if (!bank.vans.contains(c.van)) return unknown("van.unknown", c.van.text);
  const auto* depot = bank.outlets.find(c.depot);
  if (!depot || depot->kind != outlet::Kind::back_office)
    return conflict("van-run.not-a-centre", {{"outlet", c.depot.text}});
  if (c.day < local_day(stamp.at, outlet::time_zone_of(bank, c.depot)))
    return invalid("van-run.date-past", {{"day", to_text(c.day)}});
  if (c.kind == RunKind::emergency && c.permit.value_or("").empty())
    return invalid("van-run.permit-missing");
  const Fen limit = bank.vans.at(c.van).carry_limit;
  if (c.insured.value_or(limit) > limit || c.insured.value_or(limit) <= Fen{})
    return invalid("van-run.insured-above-limit", {{"limit", cash::in_yuan(limit)}});
  return {};
}

Stop as_stop(const PlannedStop& s) {
  return {s.outlet, s.from, s.to, s.bags, s.transfers};
}

std::vector<Stop> as_stops(const std::vector<PlannedStop>& stops) {
  std::vector<Stop> out;
  std::ranges::transform(stops, std::back_inserter(out), as_stop);
  return out;
}

std::optional<Refusal> load(const Asked& a, Planned& out) {
  Bags all;
  for (const StopWish& wish : a.plan.stops) {
    const auto before = all.size();
    if (auto no = list_both(a.bank, a.plan.depot, wish, all)) return no;
    out.stops.push_back({wish.outlet, wish.from, wish.to,
                         Bags(all.begin() + std::ptrdiff_t(before), all.end()), wish.transfers});
  }
  if (auto no = refuse_insured(as_stops(out.stops), out.insured)) return no;
  return refuse_transfers(a);
}

}  // namespace

Scope scope_of(const Bank& bank, const Plan& c) {
  const auto* van = bank.vans.find(c.van);
  return van ? Scope{van->city, {}} : Scope{};
}

Decision<Planned> decide(const Bank& bank, const Plan& c, const Stamp& stamp) {
  if (auto no = refuse_head(bank, c, stamp)) return *no;
  const Asked a{bank, c, bank.vans.at(c.van), outlet::time_zone_of(bank, c.depot), stamp};
  if (auto no = refuse_crew(a)) return *no;
  if (auto no = refuse_stops(a)) return *no;
  const auto zone = zone_of(a);
  if (!zone) return zone.error();
  if (auto no = refuse_other_zone(a, *zone)) return *no;
  Planned out;
  out.run = c.run, out.day = c.day, out.van = c.van, out.kind = c.kind, out.depot = c.depot;
  out.zone = *zone, out.gate_at = c.gate_at, out.crew = c.crew;
  out.insured = c.insured.value_or(a.van.carry_limit), out.permit = c.permit.value_or("");
  if (*zone) {
    const auto pass = pass_of(a, **zone);
    if (!pass) return pass.error();
    out.gate = (*pass)->gate, out.gate_from = (*pass)->window_from;
    out.gate_to = (*pass)->window_to;
  }
  if (auto no = load(a, out)) return *no;
  return out;
}

void apply(Runs& runs, const Planned& e, const Mark& mark) {
  Run run;
  run.day = e.day, run.van = e.van, run.kind = e.kind, run.depot = e.depot, run.zone = e.zone;
  run.gate = e.gate, run.gate_at = e.gate_at, run.gate_from = e.gate_from;
  run.gate_to = e.gate_to, run.insured = e.insured, run.permit = e.permit, run.crew = e.crew;
  run.stops = as_stops(e.stops), run.planned = {mark.by, mark.at};
  runs.edit(e.run) = std::move(run);
}

// ---- More bags.

Decision<BagsListed> decide(const Bank& bank, const ListBags& c, const Stamp& stamp) {
  if (auto no = refuse_run(bank, c.run, {}, stamp)) return *no;
  Run run = bank.van_runs.at(c.run);
  if (is_over(run)) return wrong_stage(run);
  const auto stop = std::ranges::find(run.stops, c.outlet, &Stop::outlet);
  if (stop == run.stops.end()) return unknown("van-run.no-stop-here", c.outlet.text);
  const bool loaded = run.stage != RunStage::planned && !c.deliver.empty();
  if (stop->handed || loaded) return wrong_stage(run);
  Bags bags;
  if (auto no = list_both(bank, run.depot, c, bags)) return *no;
  stop->bags.insert(stop->bags.end(), bags.begin(), bags.end());
  if (auto no = refuse_insured(run.stops, run.insured)) return *no;
  return BagsListed{c.run, c.outlet, bags};
}

void apply(Runs& runs, const BagsListed& e, const Mark&) {
  for (Stop& stop : runs.edit(e.run).stops)
    if (stop.outlet == e.outlet) stop.bags.insert(stop.bags.end(), e.bags.begin(), e.bags.end());
}

// ---- Cancel.

Scope scope_of(const Bank& bank, const Cancel& c) {
  return scope_of_run(bank, c.run);
}

Decision<Cancelled> decide(const Bank& bank, const Cancel& c, const Stamp& stamp) {
  if (auto no = refuse_run(bank, c.run, {}, stamp)) return *no;
  const Run& run = bank.van_runs.at(c.run);
  if (run.stage != RunStage::planned) return wrong_stage(run);
  if (c.reason.empty()) return invalid("van-run.reason-missing");
  return Cancelled{c.run, c.reason};
}

void apply(Runs& runs, const Cancelled& e, const Mark& mark) {
  Run& run = runs.edit(e.run);
  run.stage = RunStage::cancelled, run.cancel_reason = e.reason;
  run.ended = {mark.by, mark.at};
}

}  // namespace waystation::van_run
