// L1 to L6: the value of each level, added up again from the plan.
#include "checking/case.h"

namespace waystation::checking {

namespace {

Wide unfilled_backups(const Case& c) {
  Wide out = 0;
  for (const PlannedOutlet& o : c.plan.outlets)
    for (const PlannedBackup& backup : o.backups)
      if (backup.kind == "people" && backup.who.empty()) ++out;
  return out;
}

Wide person_days(const Case& c) {
  Wide out = 0;
  for (const std::size_t i : c.open()) out += c.model.crew_of(c.planned(i).windows);
  return out * c.model.open_days();
}

}  // namespace

void check_levels(const Case& c) {
  Wide critical = 0, ordinary = 0, walked = 0;
  for (const PlannedFlow& flow : c.plan.flows) {
    critical += flow.critical;
    ordinary += flow.ordinary;
    const auto metres = c.outlet(*c.outlet_of(flow.outlet)).metres[*c.community_of(flow.community)];
    walked += (Wide(flow.critical) + flow.ordinary) * metres;
  }
  const Wide days = c.model.days;
  const Wide values[] = {days * c.model.critical - critical,
                         days * (c.model.visits - c.model.critical) - ordinary,
                         0,
                         person_days(c),
                         unfilled_backups(c),
                         walked};
  for (std::size_t i = 0; i < 6; ++i) {
    const PlannedLevel& level = c.plan.levels[i];
    demand(level.value == values[i], level.level.c_str(), "/levels/" + std::to_string(i) + "/value",
           instead(level.value, values[i]));
  }
}

}  // namespace waystation::checking
