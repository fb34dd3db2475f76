#include "application/view_van_riders.h"

#include "application/view_reading.h"

namespace waystation::view {

namespace {

bool comes_into_question(const Bank& bank, const staff::Person& person) {
  if (person.erased) return false;
  const auto* home = bank.outlets.find(person.home_outlet);
  return staff::has_skill(person, staff::Skill::guard) ||
         (home && home->kind == outlet::Kind::back_office);
}

using RunOfEach = std::map<PersonId, std::pair<van_run::RunId, VanId>>;

RunOfEach riders_on(const Bank& bank, Day day) {
  RunOfEach out;
  for (const auto& [id, run] : bank.van_runs) {
    if (run.day != day || van_run::is_over(run)) continue;
    for (const auto& member : run.crew) out.emplace(member.person, std::pair(id, run.van));
  }
  return out;
}

VanRider rider_of(const Viewing& v, const PersonId& id, const staff::Person& person, Day day) {
  const Bank& bank = v.standing.bank;
  VanRider row;
  row.person = id;
  row.name = name_seen(v, id, may_see_names(v, scope_of_person(bank, id)));
  row.home_outlet = person.home_outlet;
  row.home_title = title_of(bank, person.home_outlet);
  row.guard = staff::has_skill(person, staff::Skill::guard);
  row.fit = quarantine::bars(bank, id, day).empty();
  return row;
}

}  // namespace

Decision<VanRiders> see(const Viewing& v, const VanRidersQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  const Bank& bank = v.standing.bank;
  VanRiders out;
  out.day = q.day.value_or(local_day(v.now, "Asia/Shanghai"));
  const RunOfEach riders = riders_on(bank, out.day);
  for (const auto& [id, person] : bank.people) {
    if (!comes_into_question(bank, person) || !scope->covers(scope_of_person(bank, id))) continue;
    VanRider row = rider_of(v, id, person, out.day);
    if (const auto at = riders.find(id); at != riders.end())
      row.rides_in = at->second.first, row.rides_van = at->second.second;
    out.rows.push_back(std::move(row));
  }
  stamp_as_of(out, v.standing);
  return out;
}

}  // namespace waystation::view
