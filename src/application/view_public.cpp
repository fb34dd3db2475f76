#include "application/view_public.h"

#include <algorithm>
#include <tuple>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

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
  PublicOutlet out{.outlet = id,
                   .title = outlet.title,
                   .district = outlet.district,
                   .address = outlet.address,
                   .time_zone = outlet::time_zone_of(bank, id),
                   .state = shown_state(v, id, outlet),
                   .reason = outlet.reason,
                   .zone = {},
                   .opens = outlet.opens,
                   .closes = outlet.closes,
                   .self_service = outlet.self_service,
                   .windows_open = is_counter_open(outlet) ? outlet.windows_open : 0,
                   .evacuated = lobby::is_evacuated(bank, id),
                   .inside = lobby.inside,
                   .cap = lobby.cap,
                   .waiting = 0,
                   .wait = {}};
  if (const auto zone = zone::sealed_zone_of(bank, id, v.now)) out.zone = title_of(bank, *zone);
  const auto* queue = queue::queue_of(bank, id);
  if (!queue || queue->closed || queue->day != today_at(v, id)) return out;
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

}  // namespace waystation::view
