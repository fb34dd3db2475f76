// The form of the file: which entries it must have, and in which order.
#include <map>
#include <set>
#include <tuple>

#include "checking/case.h"

namespace waystation::checking {

namespace {

void check_open(const Case& c, std::size_t i) {
  const PlannedOutlet& o = c.planned(i);
  demand(o.opens_on.has_value(), "file", c.at(i, "opens_on"), "missing");
  demand(o.conflict.empty(), "file", c.at(i, "conflict"), "an open outlet has none");
  demand(!o.cheapest_fix, "file", c.at(i, "cheapest_fix"), "an open outlet has none");
}

void check_shut(const Case& c, std::size_t i) {
  const PlannedOutlet& o = c.planned(i);
  demand(!o.opens_on, "file", c.at(i, "opens_on"), "a shut outlet has none");
  demand(o.windows == 0, "file", c.at(i, "windows"), instead(o.windows, 0));
  demand(o.crews.empty(), "file", c.at(i, "crews"), "a shut outlet has none");
  demand(o.backups.empty(), "file", c.at(i, "backups"), "a shut outlet has none");
  demand(o.days.empty(), "file", c.at(i, "days"), "a shut outlet has none");
  demand(o.suit_cover_days == 0, "file", c.at(i, "suit_cover_days"), instead(o.suit_cover_days, 0));
  demand(o.wipe_cover_days == 0, "file", c.at(i, "wipe_cover_days"), instead(o.wipe_cover_days, 0));
  demand(o.cash_need == 0, "file", c.at(i, "cash_need"), instead(o.cash_need, 0));
}

void check_outlets(const Case& c) {
  demand(c.plan.outlets.size() == c.model.outlets.size(), "file", "/outlets",
         "not one entry for each outlet of the zone");
  for (std::size_t i = 0; i < c.plan.outlets.size(); ++i) {
    const PlannedOutlet& o = c.planned(i);
    demand(o.outlet == c.outlet(i).id, "file", c.at(i, "outlet"), "expected " + c.outlet(i).id);
    demand(o.opens() || o.verdict == "cannot_open", "file", c.at(i, "verdict"), "unknown word");
    o.opens() ? check_open(c, i) : check_shut(c, i);
  }
}

void check_flow_order(const Case& c) {
  for (std::size_t i = 0; i < c.plan.flows.size(); ++i) {
    const auto key = [&](std::size_t k) {
      const PlannedFlow& f = c.plan.flows[k];
      return std::tie(f.day, f.community, f.outlet);
    };
    const auto where = "/flows/" + std::to_string(i);
    demand(i == 0 || key(i - 1) < key(i), "file", where, "not by day, community and outlet");
    const PlannedFlow& f = c.plan.flows[i];
    demand(f.critical != 0 || f.ordinary != 0, "file", where, "an empty flow");
  }
}

void check_level_order(const Case& c) {
  demand(c.plan.levels.size() == 6, "file", "/levels", "not six levels");
  for (std::size_t i = 0; i < 6; ++i)
    demand(c.plan.levels[i].level == 'L' + std::to_string(i + 1), "file",
           "/levels/" + std::to_string(i) + "/level", "expected L" + std::to_string(i + 1));
}

std::set<std::string> people_named(const PlanFile& plan) {
  std::set<std::string> out;
  for (const PlannedOutlet& o : plan.outlets) {
    for (const PlannedCrew& crew : o.crews)
      for (const PlannedMember& member : crew.members) out.insert(member.person);
    for (const PlannedBackup& backup : o.backups)
      if (!backup.who.empty() && (backup.kind == "people" || backup.kind == "management"))
        out.insert(backup.who);
  }
  return out;
}

}  // namespace

void check_form(const Case& c) {
  demand(c.plan.format == 1, "file", "/format", instead(c.plan.format, 1));
  const auto version = std::int64_t(c.model.network->policies.overrides()) + 1;
  demand(c.plan.policy_version == version, "file", "/policy_version",
         instead(c.plan.policy_version, version));
  check_outlets(c);
  check_flow_order(c);
  check_level_order(c);
}

void check_names(const Case& c) {
  const auto named = people_named(c.plan);
  demand(named.size() == c.plan.names.size(), "file", "/names", "not each person of the plan once");
  auto next = named.begin();
  for (const PlannedName& entry : c.plan.names) {
    const auto where = "/names/" + entry.person;
    demand(entry.person == *next++, "file", where, "out of order or not in the plan");
    const auto person = c.model.people.find(entry.person);
    demand(person != c.model.people.end(), "file", where, "not in staff.csv");
    demand(person->second.facts->name == entry.name, "file", where, "another name in staff.csv");
  }
}

}  // namespace waystation::checking
