#include "planning/planner.h"

#include <algorithm>
#include <set>

#include "planning/document.h"

namespace waystation::planning {

namespace {

// The seal must have closed by the first day of service, and still stand.
bool is_sealed_on(const Bank& bank, const zone::Zone& zone, Day day) {
  const auto* city = bank.cities.find(zone.city);
  const std::string clock = city ? city->time_zone : "Asia/Shanghai";
  return !zone.lifted_at && local_day(zone.sealed_at, clock) <= day;
}

std::optional<Refusal> refuse(const Bank& bank, const PlanRequest& request) {
  const auto* zone = bank.zones.find(request.zone);
  if (!zone) return unknown("zone.unknown", request.zone.text);
  if (!is_sealed_on(bank, *zone, request.from))
    return conflict("plan.zone-not-sealed",
                    {{"zone", request.zone.text}, {"from", to_text(request.from)}});
  if (request.days < 1 || request.days > most_days)
    return invalid("plan.days-out-of-range",
                   {{"days", std::to_string(request.days)}, {"most", std::to_string(most_days)}});
  return {};
}

Refusal too_large(const Problem& p) {
  return conflict("plan.zone-too-large", {{"outlets", std::to_string(p.sites.size())},
                                          {"most", std::to_string(most_outlets)}});
}

}  // namespace

Decision<plan::PlanDocument> make_plan(const Bank& bank, const PlanRequest& request) {
  if (auto no = refuse(bank, request)) return *no;
  const Problem problem = read_problem(bank, request.zone, request.from, request.days);
  if (problem.sites.size() > most_outlets) return too_large(problem);
  const Service service(problem);
  const auto all = choices(problem, service);
  if (!all) return too_large(problem);
  const Solution best = best_choice(problem, *all);
  return write_document(problem, best, prove(problem, service, *all, best));
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
