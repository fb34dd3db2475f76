// H3 to H8: teams, who may work in them, what the posts ask for, and the two key-holders. H14 of
// people.
#include <map>
#include <set>

#include "checking/case.h"

namespace waystation::checking {

namespace {

std::vector<std::string> posts_of(const ZoneModel& m, std::int64_t windows) {
  std::vector<std::string> out{"supervisor"};
  out.insert(out.end(), std::size_t(windows), "teller");
  out.insert(out.end(), {"guide", "guard"});
  out.insert(out.end(), std::size_t(m.spares_of(windows)), "spare");
  return out;
}

bool qualifies(std::uint32_t skills, const std::string& post) {
  if (post == "supervisor") return (skills & supervisor) != 0;
  if (post == "teller") return (skills & teller) != 0;
  if (post == "guide") return (skills & lobby) != 0;
  if (post == "guard") return (skills & guard) != 0;
  return (skills & any_counter_skill) != 0;
}

void check_member(const Case& c, const PlannedMember& member, std::size_t index, int team,
                  const std::string& where) {
  const auto found = c.model.people.find(member.person);
  demand(found != c.model.people.end(), "H4", where, member.person + " is not in staff.csv");
  const ModelPerson& person = found->second;
  demand(person.inside, "H4", where, member.person + " is no volunteer who lives inside");
  demand(qualifies(person.skills, member.post), "H5", where, member.person + " lacks the skill");
  const std::string custody = index == 0 ? "key_a" : index == 1 ? "key_b" : "none";
  demand(member.custody == custody, "H6", where + "/custody", "expected " + custody);
  demand(index > 1 || (person.skills & vault) != 0, "H6", where, member.person + " holds no key");
  demand((person.fit >> team & 1) != 0, "H8", where,
         member.person + " is not fit on every duty day");
  demand(!person.excluded, "H14", where, member.person + " is excluded");
}

// People of one post stand in the order of their ids, so that a plan has one spelling.
void check_order(const std::vector<PlannedMember>& members, std::size_t i,
                 const std::string& where) {
  const bool alike = i > 0 && members[i].post == members[i - 1].post &&
                     members[i].custody == members[i - 1].custody;
  demand(!alike || members[i - 1].person < members[i].person, "file", where,
         "people of one post not in the order of their ids");
}

void check_crew(const Case& c, std::size_t i, const PlannedCrew& crew, int team,
                const std::string& at) {
  demand(crew.team == (team == 0 ? "a" : "b"), "H3", at + "/team", "not the team in use");
  const auto size = c.model.crew_of(c.planned(i).windows);
  demand(Wide(crew.members.size()) == size, "H5", at + "/members",
         instead(Wide(crew.members.size()), size) + " people");
  const auto posts = posts_of(c.model, c.planned(i).windows);
  for (std::size_t k = 0; k < posts.size(); ++k) {
    const auto where = at + "/members/" + std::to_string(k);
    demand(crew.members[k].post == posts[k], "H5", where + "/post", "expected " + posts[k]);
    check_member(c, crew.members[k], k, team, where);
  }
}

void check_one_place_each(const Case& c) {
  std::set<std::string> seen;
  for (const std::size_t i : c.open())
    for (const PlannedCrew& crew : c.planned(i).crews)
      for (std::size_t k = 0; k < crew.members.size(); ++k) {
        const auto& person = crew.members[k].person;
        demand(seen.insert(person).second, "H7", c.at(i, "crews"), person + " has two places");
        check_order(crew.members, k, c.at(i, "crews"));
      }
}

// Substitutes count: they share a table with who lives beside them.
void check_households(const Case& c) {
  std::map<std::string, std::string> team_of;
  const auto meet = [&](const std::string& id, const std::string& team, std::size_t i) {
    const auto person = c.model.people.find(id);
    if (person == c.model.people.end() || person->second.facts->household.empty()) return;
    const auto [entry, fresh] = team_of.emplace(person->second.facts->household, team);
    demand(fresh || entry->second == team, "H7", c.at(i, "crews"),
           "household " + entry->first + " is in both teams");
  };
  for (const std::size_t i : c.open()) {
    for (const PlannedCrew& crew : c.planned(i).crews)
      for (const PlannedMember& member : crew.members) meet(member.person, crew.team, i);
    for (const PlannedBackup& backup : c.planned(i).backups)
      if (backup.kind == "people") meet(backup.who, backup.stands_in_for.substr(0, 1), i);
  }
}

}  // namespace

void check_crews(const Case& c) {
  for (const std::size_t i : c.open()) {
    const PlannedOutlet& o = c.planned(i);
    demand(o.crews.size() == c.model.teams.size(), "H3", c.at(i, "crews"),
           "not one crew for each team in use");
    for (std::size_t k = 0; k < o.crews.size(); ++k)
      check_crew(c, i, o.crews[k], c.model.teams[k], c.at(i, "crews/" + std::to_string(k)));
    for (std::size_t d = 0; d < o.days.size(); ++d) {
      const PlannedDay& day = o.days[d];
      const auto where = c.at(i, "days/" + std::to_string(d));
      const bool in_span = day.day >= c.model.from && day.day < c.model.from + c.model.days;
      demand(in_span && day.team == (c.model.team_of(day.day) == 0 ? "a" : "b"), "H3",
             where + "/team", "not the team of the day");
      demand(day.windows == o.windows, "H3", where + "/windows", instead(day.windows, o.windows));
    }
  }
  check_one_place_each(c);
  check_households(c);
}

}  // namespace waystation::checking
