// What the upper level's clock raises by itself: rounds, airings, and suspected cases. An outlet
// inside a seal, and the viewer's own, is named; of the others each city has one line, so that what
// is urgent is not buried under what is silent.
#include <map>

#include "application/view_reading.h"
#include "application/view_work.h"

namespace waystation::view {

namespace {

using std::chrono::minutes;

bool is_named(const Viewing& v, const Scope& scope, const OutletId& id) {
  return scope.outlet == id || zone::sealed_zone_of(v.standing.bank, id, v.now);
}

std::int64_t minutes_since(const Viewing& v, Time at) {
  return std::chrono::duration_cast<minutes>(v.now - at).count();
}

std::vector<disinfection::Surface> surfaces_of(const std::vector<disinfection::Clock>& clocks) {
  std::vector<disinfection::Surface> out;
  for (const auto& clock : clocks) out.push_back({clock.touch_point, clock.machine});
  return out;
}

// ---- Rounds and airings.

WorkItem late_round(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet,
                    const std::vector<disinfection::Clock>& late) {
  auto item = about_outlet(WorkCode::round_overdue, id, outlet);
  item.severity = Severity::alarm;
  item.deadline = late.front().due;
  item.facts = {number("minutes", minutes_since(v, late.front().due)),
                number("surfaces", std::ssize(late)),
                {"points", disinfection::listed(surfaces_of(late))}};
  item.action = "disinfection.begin";
  return item;
}

void add_airing(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet,
                WorkItems& items) {
  const auto airings = disinfection::airings_today(v.standing.bank, id, v.now);
  if (airings.done >= airings.due) return;
  auto item = about_outlet(WorkCode::airing_overdue, id, outlet);
  item.deadline = airings.next;
  item.facts = {number("done", airings.done), number("due", airings.due),
                number("per_day", airings.per_day)};
  item.action = "disinfection.ventilate";
  items.push_back(std::move(item));
}

struct Silent {
  std::int64_t outlets = 0;
  OutletId first;  // Whose clock ran out first.
  Time since;
};

void add_cities(const Viewing& v, const std::map<CityId, Silent>& silent, WorkItems& items) {
  for (const auto& [id, city] : silent) {
    WorkItem item;
    item.code = WorkCode::rounds_overdue_in_city;
    const bool raised =
        disinfection::alert_of(v.standing.bank, city.first, v.now) != disinfection::Alert::normal;
    item.severity = raised ? Severity::warning : Severity::normal;
    item.city = id;
    const auto* known = v.standing.bank.cities.find(id);
    item.title = known ? known->name : id.text;
    item.facts = {number("outlets", city.outlets),
                  {"first", title_of(v.standing.bank, city.first)},
                  number("minutes", minutes_since(v, city.since))};
    item.action = "disinfection.record";
    items.push_back(std::move(item));
  }
}

void add_rounds(const Viewing& v, const Scope& scope, WorkItems& items) {
  std::map<CityId, Silent> silent;
  for (const auto& [id, outlet] : v.standing.bank.outlets) {
    if (!sees(scope, id, outlet)) continue;
    const bool named = is_named(v, scope, id);
    if (named) add_airing(v, id, outlet, items);
    const auto late = disinfection::overdue(v.standing.bank, id, v.now);
    if (late.empty()) continue;
    if (named) {
      items.push_back(late_round(v, id, outlet, late));
      continue;
    }
    Silent& city = silent[outlet.city];
    if (city.outlets++ == 0 || late.front().due < city.since)
      city.first = id, city.since = late.front().due;
  }
  add_cities(v, silent, items);
}

// ---- Suspected cases.

void add_suspect(const Viewing& v, const OutletId& id, const lobby::Suspect& suspect,
                 WorkItems& items) {
  const auto& outlet = v.standing.bank.outlets.at(id);
  const auto add = [&](WorkCode code, Time deadline, std::string action) {
    auto item = about_outlet(code, id, outlet);
    item.severity = Severity::alarm;
    item.deadline = deadline;
    item.facts = {{"suspect", suspect.suspect.text},
                  {"found_at", std::string(name_of(suspect.found_at))},
                  number("minutes", minutes_since(v, suspect.since))};
    item.action = std::move(action);
    items.push_back(std::move(item));
  };
  add(WorkCode::suspect_to_report, suspect.report_by, "lobby.release-isolation");
  if (is_counter_open(outlet)) add(WorkCode::suspect_to_close, suspect.close_by, "outlet.restrict");
}

void add_suspects(const Viewing& v, const Scope& scope, WorkItems& items) {
  const Bank& bank = v.standing.bank;
  for (const auto& [id, lobby] : bank.lobbies) {
    const auto* outlet = bank.outlets.find(id);
    if (!outlet || !lobby.suspected_at || !sees(scope, id, *outlet)) continue;
    for (const auto& suspect : lobby.isolated) add_suspect(v, id, suspect, items);
    if (!lobby.isolated.empty() || !disinfection::is_terminal_outstanding(bank, id)) continue;
    auto item = about_outlet(WorkCode::terminal_outstanding, id, *outlet);
    item.severity = Severity::alarm;
    item.facts = {number("minutes", minutes_since(v, *lobby.suspected_at))};
    item.action = "disinfection.begin";
    items.push_back(std::move(item));
  }
}

}  // namespace

void add_upkeep(const Viewing& v, const Scope& scope, WorkItems& items) {
  add_rounds(v, scope, items);
  add_suspects(v, scope, items);
}

}  // namespace waystation::view
