#include "application/view_rounds.h"

#include <algorithm>

#include "application/view_reading.h"
#include "domain/disinfection_check.h"

namespace waystation::view {

namespace {

using disinfection::Agent;
using disinfection::Form;
using disinfection::Kind;

// The buckets and cans that an outlet has; the page shows one after the other.
constexpr std::array<std::int64_t, 6> buckets_litres{1, 2, 5, 10, 15, 20};

std::vector<AgentRule> rules_of(const Bank& bank, const OutletId& id, Day today) {
  std::vector<AgentRule> out;
  for (const auto& [agent, kind] :
       {std::pair{Agent::chlorine, Kind::routine}, std::pair{Agent::alcohol, Kind::routine},
        std::pair{Agent::chlorine, Kind::terminal}}) {
    const auto rule = disinfection::rule_of(bank, id, agent, kind, today);
    out.push_back({agent, kind, rule.strength, rule.minutes});
  }
  return out;
}

void add_recipes(RoundsPage& page, Form form, std::int64_t product) {
  for (const auto& rule : page.rules)
    for (const auto litres : buckets_litres) {
      if (rule.agent != Agent::chlorine) continue;
      const auto mixture = form == Form::liquid
                               ? disinfection::dilute(product, rule.least, litres)
                               : disinfection::dissolve(product, rule.least, litres);
      if (mixture)
        page.recipes.push_back({form, product, rule.least, litres, mixture->stock,
                                mixture->water_ml, mixture->mg_per_litre});
    }
}

// Wipes carry their own alcohol: they serve between customers.
bool disinfects(supply::Item item) {
  using enum supply::Item;
  return item == chlorine_tablet || item == chlorine_liquid || item == alcohol || item == wipe;
}

void add_shelf(const Bank& bank, RoundsPage& page, Day today) {
  if (const auto* shelf = bank.shelves.find(page.outlet))
    std::ranges::copy_if(shelf->lots, std::back_inserter(page.agents), [&](const auto& lot) {
      return disinfects(lot.item) && supply::is_usable(lot, today);
    });
}

void add_open(const Bank& bank, RoundsPage& page, Day today) {
  const auto* rounds = bank.disinfections.find(page.outlet);
  if (!rounds) return;
  for (const auto& open : rounds->open) {
    const auto rule = disinfection::rule_of(bank, page.outlet, open.agent,
                                            open.kind.value_or(Kind::routine), today);
    page.open.push_back({open, open.begun_at + std::chrono::minutes{rule.minutes}});
  }
}

}  // namespace

Decision<RoundsPage> see(const Viewing& v, const RoundsQuery& q) {
  using enum policy::Key;
  const Bank& bank = v.standing.bank;
  const auto* outlet = bank.outlets.find(q.outlet);
  if (!outlet) return unknown("outlet.unknown", q.outlet.text);
  if (auto no = refuse_outside(v, {outlet->city, q.outlet})) return *no;
  const Day today = today_at(v, q.outlet);
  const auto value = [&](policy::Key key) {
    return policy::in_force(bank, key, q.outlet, today).value;
  };
  RoundsPage page;
  page.outlet = q.outlet;
  page.time_zone = outlet::time_zone_of(bank, q.outlet);
  page.machines = outlet->machines;
  page.alert = disinfection::alert_of(bank, q.outlet, v.now);
  page.duties = disinfection::plan_of(bank, q.outlet, v.now);
  page.clocks = disinfection::clocks(bank, q.outlet, v.now);
  page.untreated = disinfection::untreated(bank, q.outlet, v.now);
  page.treated = disinfection::last_treated(bank, q.outlet);
  page.terminal_outstanding = disinfection::is_terminal_outstanding(bank, q.outlet);
  page.airings = disinfection::airings_today(bank, q.outlet, v.now);
  page.airing_minutes = value(ventilation_minutes);
  page.rules = rules_of(bank, q.outlet, today);
  add_recipes(page, Form::tablet, value(chlorine_tablet_mg));
  add_recipes(page, Form::liquid, value(chlorine_stock_mg_per_litre));
  add_shelf(bank, page, today);
  add_open(bank, page, today);
  page.version = version_of(v.standing, "disinfection", q.outlet.text);
  page.now = v.now;
  stamp_as_of(page, v.standing);
  return page;
}

}  // namespace waystation::view
