// The four backups 四项备份: business, people, service, management. What they claim is what L5
// counts.
#include <limits>
#include <set>

#include "checking/case.h"

namespace waystation::checking {

namespace {

struct Slot {
  std::string kind, stands_in_for;
  int team = 0;
  std::size_t crew = 0;
  std::uint32_t skill = 0;
};

std::vector<Slot> slots_of(const Case& c, std::size_t i) {
  const PlannedOutlet& o = c.planned(i);
  std::vector<Slot> out{{"business", o.outlet}};
  for (std::size_t k = 0; k < o.crews.size(); ++k) {
    const int team = c.model.teams[k];
    const std::string before = o.crews[k].team + '/';
    out.push_back({"people", before + "supervisor", team, k, supervisor});
    for (std::int64_t t = 1; t <= o.windows; ++t)
      out.push_back({"people", before + "teller/" + std::to_string(t), team, k, teller});
    out.push_back({"people", before + "guide", team, k, lobby});
    out.push_back({"people", before + "guard", team, k, guard});
  }
  out.push_back({"service", "counter"});
  out.push_back({"management", "outlet_manager"});
  return out;
}

class Backups {
 public:
  explicit Backups(const Case& c) : c_(c) {
    for (const std::size_t i : c.open())
      for (const PlannedCrew& crew : c.planned(i).crews)
        for (const PlannedMember& member : crew.members) crew_members_.insert(member.person);
  }

  void check_people(std::size_t i) {
    const auto slots = slots_of(c_, i);
    const auto& claims = c_.planned(i).backups;
    demand(claims.size() == slots.size(), "L5", c_.at(i, "backups"),
           instead(Wide(claims.size()), Wide(slots.size())) + " backups");
    for (std::size_t b = 0; b < slots.size(); ++b) {
      demand(claims[b].kind == slots[b].kind, "L5", at(i, b), "expected " + slots[b].kind);
      demand(claims[b].stands_in_for == slots[b].stands_in_for, "L5", at(i, b),
             "expected " + slots[b].stands_in_for);
      if (slots[b].kind == "people" && !claims[b].who.empty())
        check_substitute(i, slots[b], claims[b].who, at(i, b));
    }
  }

  // Behind all people: who stands in for anybody anywhere is no manager in waiting.
  void check_others(std::size_t i) const {
    const auto& claims = c_.planned(i).backups;
    const auto expect = [&](std::size_t b, const std::string& who) {
      demand(claims[b].who == who, "L5", at(i, b),
             who.empty() ? "nobody can be named" : "expected " + who);
    };
    expect(0, business(i));
    expect(claims.size() - 2, service(i));
    expect(claims.size() - 1, management(i));
  }

 private:
  std::string at(std::size_t i, std::size_t b) const {
    return c_.at(i, "backups/" + std::to_string(b) + "/who");
  }

  void check_substitute(std::size_t i, const Slot& slot, const std::string& who,
                        const std::string& where) {
    const auto found = c_.model.people.find(who);
    demand(found != c_.model.people.end(), "H4", where, who + " is not in staff.csv");
    const ModelPerson& person = found->second;
    demand(person.inside, "H4", where, who + " is no volunteer who lives inside");
    demand((person.fit >> slot.team & 1) != 0, "H8", where, who + " is not fit on every duty day");
    demand(!person.excluded, "H14", where, who + " is excluded");
    demand((person.skills & slot.skill) != 0, "L5", where, who + " lacks the skill");
    demand(!crew_members_.contains(who) || is_spare(c_.planned(i).crews[slot.crew], who), "L5",
           where, who + " has another post");
    demand(substitutes_.insert(who).second, "L5", where, who + " stands in twice");
  }

  static bool is_spare(const PlannedCrew& crew, const std::string& who) {
    for (const PlannedMember& member : crew.members)
      if (member.person == who) return member.post == "spare";
    return false;
  }

  const std::string& city() const { return c_.model.network->zones.at(c_.model.zone).city; }

  bool is_open(const std::string& outlet) const {
    const auto index = c_.outlet_of(outlet);
    return index && c_.planned(*index).opens();
  }

  // Metres between two outlets' own points; the far end of the list where one has none.
  static std::int64_t distance(const OutletFacts& a, const OutletFacts& b) {
    const auto metres = a.at && b.at ? metres_between(*a.at, *b.at) : -1;
    return metres >= 0 ? metres : std::numeric_limits<std::int64_t>::max();
  }

  // The nearest other outlet of the city that is open in this plan or lies in no zone.
  std::string business(std::size_t i) const {
    std::string best;
    std::int64_t nearest = 0;
    for (const auto& [id, facts] : c_.model.network->outlets) {
      const bool outside = c_.model.network->zone_of(facts.community).empty();
      if (id == c_.outlet(i).id || facts.city != city() || !(outside || is_open(id))) continue;
      const auto metres = distance(*c_.outlet(i).facts, facts);
      if (best.empty() || metres < nearest) best = id, nearest = metres;
    }
    return best;
  }

  std::string service(std::size_t i) const {
    if (c_.outlet(i).facts->machines >= 1) return c_.outlet(i).id;
    for (const std::size_t other : c_.open())
      if (c_.outlet(other).facts->machines >= 1) return c_.outlet(other).id;
    return "";
  }

  bool fit_throughout(const ModelPerson& person) const {
    for (const int team : c_.model.teams)
      if ((person.fit >> team & 1) == 0) return false;
    return !person.excluded;
  }

  // A supervisor who may work and is not needed elsewhere in this plan: of the outlet, else of the
  // city.
  std::string management(std::size_t i) const {
    std::string best;
    for (const auto& [id, person] : c_.model.people) {
      if ((person.skills & supervisor) == 0 || !fit_throughout(person)) continue;
      if (crew_members_.contains(id) || substitutes_.contains(id)) continue;
      if (person.facts->outlet == c_.outlet(i).id) return id;
      const auto home = c_.model.network->outlets.find(person.facts->outlet);
      const bool of_city = home != c_.model.network->outlets.end() && home->second.city == city();
      if (best.empty() && of_city) best = id;
    }
    return best;
  }

  const Case& c_;
  std::set<std::string> crew_members_, substitutes_;
};

}  // namespace

void check_backups(const Case& c) {
  Backups backups(c);
  for (const std::size_t i : c.open()) backups.check_people(i);
  for (const std::size_t i : c.open()) backups.check_others(i);
}

}  // namespace waystation::checking
