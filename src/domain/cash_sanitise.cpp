#include "domain/cash_sanitise.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::cash {

std::int64_t minutes_needed(const Bank& bank, const OutletId& outlet, Method method, Time now) {
  const Day today = local_day(now, outlet::time_zone_of(bank, outlet));
  switch (method) {
    case Method::uv_pass:
      return policy::in_force(bank, policy::Key::uv_per_pass_minutes, outlet, today).value;
    case Method::cabinet:
      return policy::in_force(bank, policy::Key::uv_cabinet_minutes, outlet, today).value;
  }
  return 0;
}

Fen value_of(const Site& site, const std::vector<BagId>& bags) {
  Fen sum;
  for (const BagId& id : bags) sum = sum + value_of(site.bags.at(id).notes);
  return sum;
}

// ---- Begin.

static std::optional<Refusal> refuse_bags(const Bank& bank, const BeginRun& c, Time now) {
  if (auto no = refuse_list(c.bags)) return no;
  const Site& site = site_of(bank, c.outlet);
  for (const BagId& id : c.bags) {
    if (auto no = refuse_bag(bank, c.outlet, id, now)) return no;
    const Bag& bag = site.bags.at(id);
    if (bag.stage != Stage::bagged)
      return conflict("cash.not-to-sanitise",
                      {{"bag", id.text}, {"stage", std::string(name_of(bag.stage))}});
    if (bag.source != site.bags.at(c.bags.front()).source)
      return conflict("cash.sources-mixed",
                      {{"bag", id.text}, {"source", std::string(name_of(bag.source))}});
  }
  return {};
}

Decision<RunBegun> decide(const Bank& bank, const BeginRun& c, const Stamp& stamp) {
  if (auto no = refuse_site(bank, c.outlet)) return *no;
  const Site& site = site_of(bank, c.outlet);
  for (const Run& run : site.runs) {
    if (run.run == c.run) return conflict("cash.run-exists", {{"id", c.run.text}});
    if (run.cabinet == c.cabinet)
      return conflict("cash.cabinet-busy", {{"cabinet", c.cabinet.text}, {"run", run.run.text}});
  }
  if (auto no = refuse_bags(bank, c, stamp.at)) return *no;
  return RunBegun{c.outlet, c.run, c.cabinet, c.method, c.bags, value_of(site, c.bags)};
}

void apply(Custody& custody, const RunBegun& e, const Mark& mark) {
  Site& site = custody.sites.edit(e.outlet);
  expect_amount(e.amount, value_of(site, e.bags));
  for (const BagId& id : e.bags)
    put(site, id, PlaceKind::cabinet, e.cabinet.text, Stage::sanitising);
  site.runs.push_back({e.run, e.cabinet, e.method, mark.at, e.bags});
}

// ---- Finish and abandon.

static const Run* run_named(const Site& site, const RunId& id) {
  const auto at = std::ranges::find(site.runs, id, &Run::run);
  return at == site.runs.end() ? nullptr : &*at;
}

// Takes the run's bags out of its cabinet's program.
static void end_run(Custody& custody, const auto& e, Stage stage, std::optional<Time> sanitised) {
  Site& site = custody.sites.edit(e.outlet);
  expect_amount(e.amount, value_of(site, e.bags));
  for (const BagId& id : e.bags) {
    Bag& bag = put(site, id, PlaceKind::cabinet, site.bags.at(id).at, stage);
    bag.sanitised_at = sanitised;
  }
  std::erase_if(site.runs, [&](const Run& run) { return run.run == e.run; });
}

Decision<RunFinished> decide(const Bank& bank, const FinishRun& c, const Stamp& stamp) {
  if (auto no = refuse_site(bank, c.outlet)) return *no;
  const Site& site = site_of(bank, c.outlet);
  const Run* run = run_named(site, c.run);
  if (!run) return unknown("cash.run-unknown", c.run.text);
  const auto minutes =
      std::chrono::duration_cast<std::chrono::minutes>(stamp.at - run->since).count();
  const auto needed = minutes_needed(bank, c.outlet, run->method, stamp.at);
  if (minutes < needed)
    return conflict("cash.sanitised-too-short",
                    {{"minutes", std::to_string(minutes)}, {"needed", std::to_string(needed)}});
  return RunFinished{c.outlet, c.run, run->bags, minutes, value_of(site, run->bags)};
}

void apply(Custody& custody, const RunFinished& e, const Mark& mark) {
  end_run(custody, e, Stage::sanitised, mark.at);
}

Decision<RunAbandoned> decide(const Bank& bank, const AbandonRun& c, const Stamp&) {
  if (auto no = refuse_site(bank, c.outlet)) return *no;
  const Site& site = site_of(bank, c.outlet);
  const Run* run = run_named(site, c.run);
  if (!run) return unknown("cash.run-unknown", c.run.text);
  if (c.reason.empty()) return invalid("cash.reason-missing");
  return RunAbandoned{c.outlet, c.run, run->bags, value_of(site, run->bags), c.reason};
}

void apply(Custody& custody, const RunAbandoned& e, const Mark&) {
  end_run(custody, e, Stage::bagged, {});
}

}  // namespace waystation::cash
