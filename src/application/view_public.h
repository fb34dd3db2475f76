#pragma once
// What anybody may know of an outlet: whether it is open, how long it takes, and when its surfaces
// were last treated. No person, no account and no amount of money stands in it.
#include "application/view.h"

namespace waystation::view {

struct PublicOutlet {
  OutletId outlet;
  std::string title;
  std::string district;
  std::string address;
  std::string time_zone;
  ShownState state = ShownState::no_data;
  std::string reason;
  std::optional<std::string> zone;  // The sealed zone's title.
  TimeOfDay opens, closes;
  bool self_service = false;
  std::int32_t windows_open = 0;
  bool evacuated = false;
  std::int64_t inside = 0;
  std::int64_t cap = 0;
  std::int64_t waiting = 0;
  std::optional<queue::Wait> wait;  // For cash, by an ordinary ticket; none without a window.
};

struct PublicPage {
  PublicOutlet outlet;
  std::vector<std::pair<queue::Service, queue::Wait>> waits;  // Of the services that are given now.
  std::vector<disinfection::Treated> treated;
  queue::CallingRule rule;
};

PublicOutlet public_outlet(const Viewing&, const OutletId&, const outlet::Outlet&);
// Of the whole outlet, or of one machine of it: "outlet.unknown", "disinfection.machine-unknown".
Decision<PublicPage> public_page(const Viewing&, const OutletId&,
                                 std::optional<std::int32_t> machine);
// Those that serve somehow come first, then by district and title. O(n log n).
std::vector<PublicOutlet> public_outlets(const Viewing&);

}  // namespace waystation::view
