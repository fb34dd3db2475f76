#include "planning/planner.h"

#include <algorithm>
#include <set>

#include "planning/ask_problem.h"
#include "planning/document.h"

namespace waystation::planning {

Decision<plan::PlanDocument> make_plan(const Bank& bank, const PlanRequest& request) {
  const auto problem = ask_problem(bank, request);
  if (!problem) return problem.error();
  const Service service(*problem);
  const auto all = choices(*problem, service);
  if (!all) return too_large(*problem);
  const Solution best = best_choice(*problem, *all);
  return write_document(*problem, best, prove(*problem, service, *all, best));
}

bool is_infeasible(const plan::PlanDocument& document) {
  return std::ranges::none_of(document.outlets, [](const plan::OutletPlan& outlet) {
    return outlet.verdict == plan::Verdict::can_open;
  });
}

std::vector<PersonId> people_named(const plan::PlanDocument& document) {
  std::set<PersonId> out;
  for (const auto& outlet : document.outlets) {
    for (const auto& crew : outlet.crews)
      for (const auto& member : crew.members) out.insert(member.person);
    for (const auto& backup : outlet.backups) {
      using enum plan::BackupKind;
      const bool is_person = backup.kind == people || backup.kind == management;
      if (is_person && !backup.who.empty()) out.insert({backup.who});
    }
  }
  return {out.begin(), out.end()};
}

}  // namespace waystation::planning
