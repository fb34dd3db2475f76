#include "checking/check.h"

#include "checking/case.h"
#include "checking/choices.h"

namespace waystation::checking {

namespace {

// By rising distance from the file: its form, the rules of one outlet, of all, then what is claimed
// about the rest.
void check_everything(const Case& c) {
  check_form(c);
  check_service(c);
  check_crews(c);
  check_van_days(c);
  check_cash(c);
  check_supplies(c);
  const Choices choices(c.model);
  check_pins(c, choices);
  check_backups(c);
  check_levels(c);
  check_bounds(c, choices);
  check_reasons(c, choices);
  check_names(c);
}

}  // namespace

CheckResult check_plan(const Network& network, std::string_view plan_text) {
  CheckResult result;
  try {
    const PlanFile plan = read_plan(plan_text);
    for (const PlannedLevel& level : plan.levels)
      result.levels.push_back({level.level, level.value, level.bound});
    const ZoneModel model = zone_model(network, plan.zone, plan.from, plan.days);
    check_everything({model, plan});
    result.ok = true;
  } catch (const Broken& broken) {
    result.rule = broken.rule;
    result.where = broken.where;
    result.detail = broken.detail;
  }
  return result;
}

}  // namespace waystation::checking
