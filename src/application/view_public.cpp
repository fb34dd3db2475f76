#include "application/view_public.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

struct Shown {
  Sign sign = Sign::none;
  Time at;
};

// The last sign of today; an outlet that was opened last week and is silent has shown nothing.
Shown last_sign(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet) {
  const Bank& bank = v.standing.bank;
  const std::string& zone = outlet::time_zone_of(bank, id);
  const Day today = today_at(v, id);
  Shown out;
  const auto happened = [&](Sign sign, std::optional<Time> at) {
    if (at && *at > out.at && *at <= v.now && local_day(*at, zone) == today) out = {sign, *at};
  };
  happened(Sign::changed, outlet.since);
  happened(Sign::disinfected, disinfection::last_round(bank, id));
  if (const auto* queue = queue::queue_of(bank, id)) happened(Sign::ticket, queue->last_at);
  return out;
}

Evidence evidence_of(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet) {
  Evidence out{.since = outlet.since, .sign = Sign::none, .confirmed_at = {}, .valid_until = {}};
  const Shown last = last_sign(v, id, outlet);
  if (last.sign == Sign::none) return out;
  const auto valid = policy::in_force(v.standing.bank, policy::Key::public_status_valid_minutes, id,
                                      today_at(v, id));
  out.sign = last.sign;
  out.confirmed_at = last.at;
  out.valid_until = last.at + std::chrono::minutes(valid.value);
  out.fresh = *out.valid_until > v.now;
  return out;
}

// The lower, the more a visitor finds there.
int rank(const PublicOutlet& outlet) {
  switch (outlet.state) {
    case ShownState::open:
      return 0;
    case ShownState::limited:
      return 1;
    case ShownState::self_service:
      return 2;
    case ShownState::preparing:
      return 3;
    case ShownState::paused:
    case ShownState::sealed_closed:
    case ShownState::no_data:
      break;
  }
  return 4;
}

}  // namespace

PublicOutlet public_outlet(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet) {
  const Bank& bank = v.standing.bank;
  const lobby::Occupancy lobby = lobby::occupancy(bank, id, today_at(v, id));
  const TimeOfDay local = local_time_of_day(v.now, outlet::time_zone_of(bank, id));
  PublicOutlet out{.outlet = id,
                   .title = outlet.title,
                   .district = outlet.district,
                   .address = outlet.address,
                   .time_zone = outlet::time_zone_of(bank, id),
                   .phone = outlet.phone,
                   .state = shown_state(v, id, outlet),
                   .evidence = evidence_of(v, id, outlet),
                   .reason = outlet.reason,
                   .zone = {},
                   .opens = outlet.opens,
                   .closes = outlet.closes,
                   .within_hours = outlet.closes <= outlet.opens ||
                                   (local >= outlet.opens && local < outlet.closes),
                   .self_service = outlet.self_service,
                   .machines = outlet.machines,
                   .gives_numbers = false,
                   .windows_open = is_counter_open(outlet) ? outlet.windows_open : 0,
                   .evacuated = lobby::is_evacuated(bank, id),
                   .inside = lobby.inside,
                   .cap = lobby.cap,
                   .waiting = 0,
                   .wait = {}};
  if (const auto zone = zone::sealed_zone_of(bank, id, v.now)) out.zone = title_of(bank, *zone);
  const auto* queue = queue::queue_of(bank, id);
  if (!queue || queue->closed || queue->day != today_at(v, id)) return out;
  out.gives_numbers = out.within_hours && !queue::refuse_outlet(bank, id) &&
                      std::ranges::any_of(queue->windows, [](const queue::Window& window) {
                        return window.state != queue::WindowState::closed;
                      });
  for (const auto& line : queue->lines) out.waiting += line.size();
  out.wait = queue::expected_wait(bank, id, queue::Service::cash, v.now);
  return out;
}

Decision<PublicPage> public_page(const Viewing& v, const OutletId& id,
                                 std::optional<std::int32_t> machine) {
  const Bank& bank = v.standing.bank;
  const auto* outlet = bank.outlets.find(id);
  if (!outlet || !has_counter(*outlet)) return unknown("outlet.unknown", id.text);
  if (machine && (*machine < 1 || *machine > outlet->machines))
    return Refusal{
        Why::missing,
        "disinfection.machine-unknown",
        {},
        {},
        {{"machine", std::to_string(*machine)}, {"machines", std::to_string(outlet->machines)}}};
  PublicPage page{.outlet = public_outlet(v, id, *outlet),
                  .waits = {},
                  .treated = disinfection::last_treated(bank, id, machine),
                  .rule = queue::calling_rule(bank, id, today_at(v, id))};
  if (!page.outlet.wait && page.outlet.waiting == 0) return page;
  for (std::size_t i = 0; i < queue::services; ++i)
    if (const auto wait = queue::expected_wait(bank, id, queue::Service(i), v.now))
      page.waits.emplace_back(queue::Service(i), *wait);
  return page;
}

std::vector<PublicOutlet> public_outlets(const Viewing& v) {
  std::vector<PublicOutlet> out;
  for (const auto& [id, outlet] : v.standing.bank.outlets)
    if (has_counter(outlet)) out.push_back(public_outlet(v, id, outlet));
  std::ranges::sort(out, [](const PublicOutlet& a, const PublicOutlet& b) {
    return std::tuple(rank(a), a.district, a.title, a.outlet.text) <
           std::tuple(rank(b), b.district, b.title, b.outlet.text);
  });
  return out;
}

// ---- From where somebody lives.

namespace {

constexpr std::size_t most_near = 12;
constexpr std::size_t most_beyond = 3;

struct Distance {
  const OutletId* id;
  const outlet::Outlet* outlet;
  std::optional<std::int64_t> metres;
  bool reachable = false;

  std::int64_t order() const { return metres.value_or(std::numeric_limits<std::int64_t>::max()); }
};

// Who is sealed in reaches what is sealed in with them; who is not, what nobody has sealed.
std::vector<Distance> distances_from(const Viewing& v, const zone::Community& home,
                                     const std::optional<ZoneId>& fence) {
  const Bank& bank = v.standing.bank;
  std::vector<Distance> out;
  for (const auto& [id, outlet] : bank.outlets) {
    if (!has_counter(outlet) || outlet.city != home.city) continue;
    const bool known = outlet.position_source != PositionSource::unknown &&
                       home.position_source != PositionSource::unknown;
    out.push_back({&id, &outlet,
                   known ? std::optional(metres_between(home.at, outlet.at)) : std::nullopt,
                   zone::sealed_zone_of(bank, id, v.now) == fence});
  }
  std::ranges::stable_sort(out, {}, &Distance::order);
  return out;
}

}  // namespace

Decision<Nearby> nearby(const Viewing& v, const CommunityId& id) {
  const Bank& bank = v.standing.bank;
  const auto* home = bank.communities.find(id);
  if (!home) return unknown("community.unknown", id.text);
  const auto fence = zone::sealed_zone_of(bank, id, v.now);
  Nearby out{.community = id,
             .title = home->title,
             .zone = {},
             .first_open = {},
             .reachable = {},
             .beyond = {}};
  if (fence) out.zone = title_of(bank, *fence);
  for (const Distance& d : distances_from(v, *home, fence)) {
    const bool open = is_counter_open(*d.outlet);
    const bool wanted = d.reachable ? out.reachable.size() < most_near || (open && !out.first_open)
                                    : open && !out.first_open && out.beyond.size() < most_beyond;
    if (!wanted) continue;
    NearOutlet near{public_outlet(v, *d.id, *d.outlet), d.metres};
    if (d.reachable && !out.first_open && near.outlet.serves())
      out.first_open = out.reachable.size();
    (d.reachable ? out.reachable : out.beyond).push_back(std::move(near));
  }
  return out;
}

std::vector<std::pair<CityId, std::string>> cities_with_places(const Viewing& v) {
  std::vector<std::pair<CityId, std::string>> out;
  for (const auto& [id, city] : v.standing.bank.cities)
    for (const auto& [unused, community] : v.standing.bank.communities)
      if (community.city == id) {
        out.emplace_back(id, city.name);
        break;
      }
  return out;
}

std::vector<Place> places_of(const Viewing& v, const CityId& city) {
  std::vector<Place> out;
  for (const auto& [id, community] : v.standing.bank.communities) {
    if (community.city != city) continue;
    const bool known = community.position_source != PositionSource::unknown;
    out.push_back({id, community.title,
                   zone::sealed_zone_of(v.standing.bank, id, v.now).has_value(),
                   known ? std::optional(community.at) : std::nullopt});
  }
  std::ranges::sort(out, {}, [](const Place& p) { return std::tie(p.title, p.community.text); });
  return out;
}

}  // namespace waystation::view
