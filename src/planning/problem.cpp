#include "planning/problem.h"

#include <algorithm>

#include "planning/reach.h"

namespace waystation::planning {

namespace {

using policy::Key;

std::int64_t policy_of(const Problem& p, Key key) {
  return std::max<std::int64_t>(0, policy::in_force(*p.bank, key, p.zone, p.from).value);
}

std::int64_t policy_of(const Problem& p, Key key, const OutletId& outlet) {
  return std::max<std::int64_t>(0, policy::in_force(*p.bank, key, outlet, p.from).value);
}

void read_days(Problem& p) {
  p.van = van_days(*p.bank, p.zone, p.from, p.days, p.van_interval_days);
  p.duty = p.van.open;
  for (int d = 0; p.van.open.empty() && d < p.days; ++d)
    p.duty.push_back(p.from + std::chrono::days{d});
  for (Day day : p.duty) p.in_use[p.team_of(day)] = true;
}

void read_places(Problem& p) {
  const std::int64_t per_thousand = policy_of(p, Key::visits_per_thousand_customers);
  for (const auto& [id, community] : p.bank->communities) {
    if (community.zone != p.zone) continue;
    const std::int64_t visits = community.card_customers * per_thousand / 1000;
    p.places.push_back({id, visits * community.elderly_permille / 1000, visits});
    p.critical += p.places.back().critical;
    p.visits += visits;
  }
}

bool binds(const Problem& p, plan::PinKind kind, const std::string& target) {
  const auto* pin = p.bank->pins.find(target);
  return pin && pin->kind == kind && pin->until >= p.from;
}

Supply read_supply(const Problem& p, const OutletId& id, supply::Item item, std::int64_t use) {
  Supply out{item, {}, use};
  if (const auto* shelf = p.bank->shelves.find(id))
    std::ranges::copy_if(shelf->lots, std::back_inserter(out.lots),
                         [&](const supply::Lot& lot) { return lot.item == item; });
  std::ranges::stable_sort(
      out.lots, {}, [](const supply::Lot& lot) { return lot.expires_on.value_or(Day::max()); });
  return out;
}

void read_reach(const Problem& p, Site& site) {
  const auto& home = p.bank->communities.at(*site.outlet->community);
  const bool placed = site.outlet->position_source != PositionSource::unknown;
  for (const Place& place : p.places) {
    const Point at = p.bank->communities.at(place.id).at;
    const auto metres = walk_metres(at, placed ? site.outlet->at : home.at);
    const bool reached = metres && *metres <= p.reach_metres;
    site.metres.push_back(reached ? *metres : -1);
    if (!reached) continue;
    site.reachable_critical += place.critical;
    site.reachable_visits += place.visits;
  }
}

bool suffices(const Problem& p, const Site& site, int windows) {
  const UsedUp suits = use_up(p, site, site.suits, windows);
  const UsedUp wipes = use_up(p, site, site.wipes, windows);
  return cash_need(p, site, windows) <= site.outlet->cash_limit.count && suits.lasts &&
         wipes.lasts && std::min(suits.cover_days, wipes.cover_days) >= site.cover_min_days;
}

// The largest number of windows that crews and van may still refuse, but the outlet itself does
// not.
int most_windows(const Problem& p, const Site& site) {
  if (p.van.open.empty() || site.pinned_shut || site.visits_per_window == 0) return 0;
  const std::int64_t useful =
      (site.reachable_visits + site.visits_per_window - 1) / site.visits_per_window;
  const std::int64_t most = std::min<std::int64_t>(useful, site.outlet->windows);
  int windows = 0;
  while (windows < most && suffices(p, site, windows + 1)) ++windows;
  return windows;
}

Site read_site(const Problem& p, const OutletId& id, const outlet::Outlet& outlet) {
  Site site{.id = id, .outlet = &outlet};
  site.visits_per_window = policy_of(p, Key::visits_per_window_day, id);
  site.payout_fen = policy_of(p, Key::critical_visit_payout_yuan, id) * 100;
  site.cover_min_days = policy_of(p, Key::ppe_cover_min_days, id);
  site.spares = policy_of(p, Key::spare_per_team_people);
  const std::int64_t suits = policy_of(p, Key::suits_per_person_day, id);
  const std::int64_t wipes = policy_of(p, Key::wipes_per_suit_change, id);
  site.suits = read_supply(p, id, supply::Item::suit, suits);
  site.wipes = read_supply(p, id, supply::Item::wipe, suits * wipes);
  site.pinned_shut = binds(p, plan::PinKind::must_stay_shut, id.text);
  site.must_open = binds(p, plan::PinKind::must_open, id.text);
  read_reach(p, site);
  site.most_windows = most_windows(p, site);
  return site;
}

void read_sites(Problem& p) {
  for (const auto& [id, outlet] : p.bank->outlets) {
    if (!outlet.community) continue;
    const auto* community = p.bank->communities.find(*outlet.community);
    if (community && community->zone == p.zone) p.sites.push_back(read_site(p, id, outlet));
  }
}

bool is_inside(const Problem& p, const staff::Person& person) {
  if (!person.residence || !person.volunteered_on || *person.volunteered_on > p.from) return false;
  const auto* home = p.bank->communities.find(*person.residence);
  return home && home->zone == p.zone;
}

void read_workers(Problem& p) {
  for (const auto& [id, person] : p.bank->people) {
    if (person.erased) continue;
    Worker w{.id = id, .household = person.household};
    for (staff::Skill skill : person.skills) w.skills |= 1u << int(skill);
    w.inside = is_inside(p, person);
    w.excluded = binds(p, plan::PinKind::person_excluded, id.text);
    w.fit = {true, true};
    for (Day day : p.duty) w.fit[p.team_of(day)] &= quarantine::bars(*p.bank, id, day).empty();
    p.workers.push_back(std::move(w));
  }
}

}  // namespace

Problem read_problem(const Bank& bank, const ZoneId& zone, Day from, int days) {
  Problem p{.bank = &bank, .zone = zone, .from = from, .days = days};
  p.reach_metres = policy_of(p, Key::reach_walk_max_metres);
  p.shift_days = std::max<std::int64_t>(1, policy_of(p, Key::shift_team_days));
  p.van_interval_days = std::max<std::int64_t>(1, policy_of(p, Key::van_visit_interval_days));
  read_days(p);
  read_places(p);
  read_sites(p);
  read_workers(p);
  return p;
}

std::int64_t crew_size(const Site& site, int windows) {
  return windows + 3 + std::min<std::int64_t>(site.spares, windows + 3);
}

std::int64_t cash_need(const Problem& p, const Site& site, int windows) {
  const std::int64_t visits = std::min(site.visits_per_window * windows, site.reachable_critical);
  return site.payout_fen * visits * p.van_interval_days;
}

std::int64_t shortfall(const Problem& p, const Site& site, const Supply& supply) {
  const UsedUp used = use_up(p, site, supply, 1);
  if (used.lasts && used.cover_days >= site.cover_min_days) return 0;
  std::int64_t usable = 0;
  for (const supply::Lot& lot : supply.lots)
    if (!lot.expires_on || *lot.expires_on >= p.duty.back()) usable += lot.quantity;
  const std::int64_t days = std::max<std::int64_t>(std::ssize(p.duty), site.cover_min_days);
  return std::max<std::int64_t>(1, used.used_a_day * days - usable);
}

UsedUp use_up(const Problem& p, const Site& site, const Supply& supply, int windows) {
  constexpr std::int64_t without_end = 9999;
  UsedUp out{.lasts = true, .used_a_day = crew_size(site, windows) * supply.per_person_day};
  auto lots = supply.lots;
  for (Day day : p.duty) {
    std::erase_if(lots, [&](const auto& lot) { return lot.expires_on && *lot.expires_on < day; });
    std::int64_t stock = 0;
    for (const auto& lot : lots) stock += lot.quantity;
    if (out.left.empty())
      out.cover_days = out.used_a_day == 0 ? without_end : stock / out.used_a_day;
    std::int64_t due = out.used_a_day;
    for (auto& lot : lots) {
      const std::int64_t taken = std::min(due, lot.quantity);
      lot.quantity -= taken;
      due -= taken;
    }
    out.lasts = out.lasts && due == 0;
    out.left.push_back(stock - out.used_a_day + due);
  }
  return out;
}

}  // namespace waystation::planning
