#pragma once
// What anybody may know of an outlet: whether it is open and by what evidence, how long it takes,
// and when its surfaces were last treated. No person, no account and no amount of money stands in
// it.
#include "application/view.h"

namespace waystation::view {

// The last sign that shows an outlet at work. Published hours alone are none.
BOOST_DEFINE_ENUM_CLASS(Sign, none, changed, disinfected, ticket)

// "Open" is evidence with a clock: so long after the last sign it is only what the hours say.
struct Evidence {
  Time since;  // Of the state.
  Sign sign = Sign::none;
  std::optional<Time> confirmed_at, valid_until;
  bool fresh = false;
};

struct PublicOutlet {
  OutletId outlet;
  std::string title;
  std::string district;
  std::string address;
  std::string time_zone;
  std::optional<std::string> phone;
  ShownState state = ShownState::no_data;
  Evidence evidence;
  std::string reason;
  std::optional<std::string> zone;  // The sealed zone's title.
  TimeOfDay opens, closes;
  bool within_hours = true;
  bool self_service = false;
  std::int32_t machines = 0;
  bool gives_numbers = false;  // From home, now.
  std::int32_t windows_open = 0;
  bool evacuated = false;
  std::int64_t inside = 0;
  std::int64_t cap = 0;
  std::int64_t waiting = 0;
  std::optional<queue::Wait> wait;  // For cash, by an ordinary ticket; none without a window.

  // Its counter serves now, as far as anybody knows.
  bool serves() const {
    return (state == ShownState::open || state == ShownState::limited) && within_hours;
  }
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

// ---- From where somebody lives.

struct NearOutlet {
  PublicOutlet outlet;
  std::optional<std::int64_t> metres;  // In a straight line; none where a position is unknown.
};

struct Nearby {
  CommunityId community;
  std::string title;
  std::optional<std::string> zone;        // The sealed zone that it lies in.
  std::optional<std::size_t> first_open;  // Of `reachable`: the nearest whose counter serves.
  std::vector<NearOutlet> reachable;      // On this side of every fence, the nearest first.
  std::vector<NearOutlet> beyond;         // Nearer than `first_open`, and of no use.
};

// "community.unknown". O(n log n) of the outlets, and the details of a dozen.
Decision<Nearby> nearby(const Viewing&, const CommunityId&);

struct Place {
  CommunityId community;
  std::string title;
  bool sealed = false;
  std::optional<Point> at;
};
// The communities of a city by title; of the only city where there is one.
std::vector<Place> places_of(const Viewing&, const CityId&);
std::vector<std::pair<CityId, std::string>> cities_with_places(const Viewing&);

}  // namespace waystation::view
