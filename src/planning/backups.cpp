#include "planning/backups.h"

#include "planning/reach.h"

namespace waystation::planning {

namespace {

using plan::BackupKind;

// An outlet that can take the business: open in this plan, or in no zone at all.
bool can_take_business(const Problem& p, const Windows& windows, const OutletId& id,
                       const outlet::Outlet& outlet) {
  for (std::size_t i = 0; i < p.sites.size(); ++i)
    if (p.sites[i].id == id) return windows[i] > 0;
  if (!outlet.community) return true;
  const auto* community = p.bank->communities.find(*outlet.community);
  return !community || !community->zone;
}

// The nearest; outlets without a place come last, and equal ones by code.
std::string business_backup(const Problem& p, const Windows& windows, const Site& site) {
  std::string best;
  std::int64_t nearest = INT64_MAX;
  const CityId& city = p.bank->zones.at(p.zone).city;
  for (const auto& [id, outlet] : p.bank->outlets) {
    if (id == site.id || outlet.city != city || !can_take_business(p, windows, id, outlet))
      continue;
    const bool placed = site.outlet->position_source != PositionSource::unknown &&
                        outlet.position_source != PositionSource::unknown;
    const auto metres = placed ? walk_metres(site.outlet->at, outlet.at) : std::nullopt;
    const std::int64_t distance = metres.value_or(INT64_MAX - 1);
    if (distance < nearest) nearest = distance, best = id.text;
  }
  return best;
}

std::string service_backup(const Problem& p, const Windows& windows, const Site& site) {
  if (site.outlet->machines > 0) return site.id.text;
  for (std::size_t i = 0; i < p.sites.size(); ++i)
    if (windows[i] > 0 && p.sites[i].outlet->machines > 0) return p.sites[i].id.text;
  return {};
}

bool may_work(const Problem& p, const Worker& w) {
  const auto fit = [&](int team) { return !p.in_use[team] || w.fit[team]; };
  return !w.excluded && fit(0) && fit(1);
}

// Someone who may lead from afar: of the outlet's own people first, who know it best.
std::string management_backup(const Problem& p, const Staffing& staffing, const Site& site) {
  const auto named = named_people(staffing);
  const CityId& city = p.bank->zones.at(p.zone).city;
  std::string best;
  for (const Worker& w : p.workers) {
    if (!(w.skills >> int(staff::Skill::supervisor) & 1) || !may_work(p, w)) continue;
    if (named.contains(w.id)) continue;
    const OutletId& home = p.bank->people.at(w.id).home_outlet;
    const auto* outlet = p.bank->outlets.find(home);
    if (home == site.id) return w.id.text;
    if (best.empty() && outlet && outlet->city == city) best = w.id.text;
  }
  return best;
}

std::string name_of_post(const plan::Member& member, int& teller) {
  std::string name(name_of(member.post));
  if (member.post == plan::Post::teller) name += '/' + std::to_string(++teller);
  return name;
}

}  // namespace

std::set<PersonId> named_people(const Staffing& staffing) {
  std::set<PersonId> out;
  for (const StaffedCrew& crew : staffing.crews) {
    for (const auto& member : crew.members) out.insert(member.person);
    for (const auto& person : crew.substitutes)
      if (person) out.insert(*person);
  }
  return out;
}

std::vector<plan::Backup> backups_of(const Problem& p, const Windows& windows,
                                     const Staffing& staffing, std::size_t index) {
  const Site& site = p.sites[index];
  std::vector<plan::Backup> out{
      {BackupKind::business, site.id.text, business_backup(p, windows, site)}};
  for (const StaffedCrew& crew : staffing.crews) {
    if (crew.site != index) continue;
    const std::string team = std::string(name_of(plan::Team(crew.team))) + '/';
    int teller = 0;
    for (std::size_t m = 0; m < crew.substitutes.size(); ++m) {
      const auto& who = crew.substitutes[m];
      out.push_back({BackupKind::people, team + name_of_post(crew.members[m], teller),
                     who ? who->text : std::string()});
    }
  }
  out.push_back({BackupKind::service, "counter", service_backup(p, windows, site)});
  out.push_back({BackupKind::management, "outlet_manager", management_backup(p, staffing, site)});
  return out;
}

}  // namespace waystation::planning
