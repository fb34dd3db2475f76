#include "checking/zone_model.h"

#include <cstdlib>

#include "checking/broken.h"

namespace waystation::checking {

namespace {

std::int64_t root(std::int64_t square) {
  std::int64_t low = 0, high = 3'037'000'499;  // The largest whose square is an int64.
  while (low < high) {
    const auto middle = low + (high - low + 1) / 2;
    if (middle * middle <= square)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

void add_communities(ZoneModel& m) {
  const auto rate = std::max<std::int64_t>(
      0, m.network->policies.in_zone("visits_per_thousand_customers", m.zone, m.from));
  for (const auto& [id, facts] : m.network->communities) {
    if (facts.zone != m.zone) continue;
    ModelCommunity community{id};
    community.visits = exact(Wide(facts.card_customers) * rate / 1000);
    community.critical = exact(Wide(community.visits) * facts.elderly_permille / 1000);
    m.visits += community.visits;
    m.critical += community.critical;
    m.communities.push_back(std::move(community));
  }
}

void add_reach(const ZoneModel& m, ModelOutlet& outlet) {
  const auto& home = m.network->communities.at(outlet.facts->community);
  for (const ModelCommunity& community : m.communities) {
    const Place at = m.network->communities.at(community.id).at;
    const auto metres = metres_between(at, outlet.facts->at.value_or(home.at));
    const bool near = metres >= 0 && metres <= m.reach;
    outlet.metres.push_back(near ? metres : -1);
    if (!near) continue;
    outlet.visits_near += community.visits;
    outlet.critical_near += community.critical;
  }
}

bool pinned(const ZoneModel& m, std::string_view kind, const std::string& target) {
  const auto pin = m.network->pins.find(target);
  return pin != m.network->pins.end() && pin->second.kind == kind && pin->second.until >= m.from;
}

void add_outlets(ZoneModel& m) {
  static const std::vector<Lot> bare;
  for (const auto& entry : m.network->outlets) {
    const auto& id = entry.first;
    const OutletFacts& facts = entry.second;
    if (m.network->zone_of(facts.community) != m.zone) continue;
    const auto policy = [&](std::string_view key) {
      return std::max<std::int64_t>(0, m.network->policies.at_outlet(key, m.zone, id, m.from));
    };
    ModelOutlet outlet;
    outlet.id = id;
    outlet.facts = &facts;
    const auto shelf = m.network->shelves.find(id);
    outlet.shelf = shelf == m.network->shelves.end() ? &bare : &shelf->second;
    outlet.capacity = policy("visits_per_window_day");
    outlet.payout_fen = policy("critical_visit_payout_yuan") * 100;
    outlet.suits_a_head = policy("suits_per_person_day");
    outlet.wipes_a_suit = policy("wipes_per_suit_change");
    outlet.cover_min = policy("ppe_cover_min_days");
    outlet.must_open = pinned(m, "must_open", id);
    outlet.shut = pinned(m, "must_stay_shut", id);
    add_reach(m, outlet);
    m.outlets.push_back(std::move(outlet));
  }
}

void add_days(ZoneModel& m) {
  m.van = van_days(*m.network, m.zone, m.from, m.days, m.interval);
  m.duty = m.van.open;
  for (Date d = m.from; m.van.open.empty() && d < m.from + m.days; ++d) m.duty.push_back(d);
  for (int team = 0; team < team_count; ++team)
    if (std::any_of(m.duty.begin(), m.duty.end(), [&](Date d) { return m.team_of(d) == team; }))
      m.teams.push_back(team);
}

std::uint32_t skills_of(const PersonFacts& facts) {
  std::uint32_t out = 0;
  for (const std::string& word : facts.skills)
    out |= word == "supervisor" ? supervisor
           : word == "teller"   ? teller
           : word == "lobby"    ? lobby
           : word == "guard"    ? guard
           : word == "vault"    ? vault
                                : 0u;
  return out;
}

bool fit_on(const PersonFacts& facts, Date day) {
  const bool under_measure =
      facts.measure && facts.measure->from <= day && day <= facts.measure->until;
  return !under_measure && !(facts.test && facts.test->positive);
}

// The people of each household who keep the others of it from working, sooner or later.
using Sources = std::map<std::string, std::vector<const PersonFacts*>>;

Sources sources_of(const Network& network) {
  Sources out;
  for (const auto& [id, facts] : network.staff)
    if (!facts.household.empty() && (facts.measure || (facts.test && facts.test->positive)))
      out[facts.household].push_back(&facts);
  return out;
}

bool endangers(const PersonFacts& other, Date day, std::int64_t watch_days) {
  if (other.test && other.test->positive) return true;
  const auto& held = other.measure;
  if (!held || day < held->from || held->until < day) return false;
  return !held->central || day < held->from + watch_days;
}

bool safe_at_home(const ZoneModel& m, const Sources& sources, const PersonFacts& facts, Date day) {
  const auto household = sources.find(facts.household);
  if (household == sources.end()) return true;
  const auto home = m.network->outlets.find(facts.outlet);
  const std::string none;
  const std::string& community = home == m.network->outlets.end() ? none : home->second.community;
  const auto watch_days = m.network->policies.at_outlet(
      "co_resident_watch_days", m.network->zone_of(community), facts.outlet, day);
  return std::none_of(household->second.begin(), household->second.end(),
                      [&](const PersonFacts* other) {
                        return other != &facts && endangers(*other, day, watch_days);
                      });
}

void add_people(ZoneModel& m) {
  const Sources sources = sources_of(*m.network);
  for (const auto& [id, facts] : m.network->staff) {
    ModelPerson person{&facts, skills_of(facts)};
    person.inside = !facts.residence.empty() && m.network->zone_of(facts.residence) == m.zone &&
                    facts.volunteered && facts.volunteered_on <= m.from;
    person.excluded = pinned(m, "person_excluded", id);
    for (const int team : m.teams) person.fit |= 1u << team;
    for (const Date day : m.duty)
      if (!fit_on(facts, day) || !safe_at_home(m, sources, facts, day))
        person.fit &= ~(1u << m.team_of(day));
    m.people.emplace(id, person);
  }
}

// The largest number of windows, counted up from one, that cash, supplies and pins allow.
void limit_windows(const ZoneModel& m, ModelOutlet& outlet) {
  if (m.van.open.empty() || outlet.capacity == 0 || outlet.shut) return;
  const auto wanted = (outlet.visits_near + outlet.capacity - 1) / outlet.capacity;
  const auto most = std::min(outlet.facts->windows, wanted);
  while (outlet.most_windows < most &&
         m.cash_need(outlet, outlet.most_windows + 1) <= outlet.facts->limit_fen &&
         m.supplies_last(outlet, outlet.most_windows + 1))
    ++outlet.most_windows;
}

}  // namespace

std::int64_t metres_between(Place community, Place outlet) {
  const auto metres_a_degree = 111'195LL;
  const auto dlat = std::llabs(std::int64_t{outlet.lat_e6} - community.lat_e6);
  const auto dlon = std::llabs(std::int64_t{outlet.lon_e6} - community.lon_e6);
  if (dlat > 5'000'000 || dlon > 5'000'000) return -1;
  // Bhaskara's cosine of the latitude, in whole numbers.
  const auto x = 90'000'000 - std::llabs(std::int64_t{community.lat_e6});
  const auto y = x * (180'000'000 - x) / 1'000'000;
  const auto k = metres_a_degree * 4 * y / (40'500'000'000 - y);
  const auto north = dlat * metres_a_degree / 1000, east = dlon * k / 1000;
  return root(north * north + east * east) / 1000;
}

std::int64_t ZoneModel::cash_need(const ModelOutlet& outlet, std::int64_t windows) const {
  const auto paid = std::min(Wide(outlet.capacity) * windows, Wide(outlet.critical_near));
  return exact(paid * outlet.payout_fen * interval);
}

std::int64_t ZoneModel::suits_used(const ModelOutlet& outlet, std::int64_t windows) const {
  return exact(Wide(crew_of(windows)) * outlet.suits_a_head);
}

std::int64_t ZoneModel::wipes_used(const ModelOutlet& outlet, std::int64_t windows) const {
  return exact(Wide(suits_used(outlet, windows)) * outlet.wipes_a_suit);
}

UsedUp ZoneModel::suits(const ModelOutlet& outlet, std::int64_t windows) const {
  return use_up(*outlet.shelf, "suit", suits_used(outlet, windows), duty);
}

UsedUp ZoneModel::wipes(const ModelOutlet& outlet, std::int64_t windows) const {
  return use_up(*outlet.shelf, "wipe", wipes_used(outlet, windows), duty);
}

bool ZoneModel::supplies_last(const ModelOutlet& outlet, std::int64_t windows) const {
  for (const UsedUp& item : {suits(outlet, windows), wipes(outlet, windows)})
    if (!item.lasts || item.cover_days < outlet.cover_min) return false;
  return true;
}

ZoneModel zone_model(const Network& network, const std::string& zone, Date from,
                     std::int64_t days) {
  if (!network.zones.contains(zone)) throw Broken{"file", "/zone", "no such zone in the network"};
  if (days < 1 || days > 60) throw Broken{"file", "/days", "not 1 to 60"};
  ZoneModel m;
  m.network = &network, m.zone = zone, m.from = from, m.days = days;
  const auto policy = [&](std::string_view key, std::int64_t least) {
    return std::max(least, network.policies.in_zone(key, zone, from));
  };
  m.reach = policy("reach_walk_max_metres", 0);
  m.team_days = policy("shift_team_days", 1);
  m.interval = policy("van_visit_interval_days", 1);
  m.spares = policy("spare_per_team_people", 0);
  add_communities(m);
  add_outlets(m);
  add_days(m);
  add_people(m);
  for (ModelOutlet& outlet : m.outlets) limit_windows(m, outlet);
  return m;
}

}  // namespace waystation::checking
