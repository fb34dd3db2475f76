#pragma once
// 工行驿站: what each rest station has and whether it works now, who confirmed it and when, who
// came to rest, and which corners were suggested; and what the public finds of it. No person stands
// in it: an account confirms, heads are counted.
#include "application/view.h"

namespace waystation::view {

struct StationItem {
  station::Amenity amenity = station::Amenity::water;
  bool basic = true;
  station::Condition condition = station::Condition::working;
  Time since;
  std::optional<Time> doubted_at;
  bool offered = true;  // Works as far as anybody knows.
};
BOOST_DESCRIBE_STRUCT(StationItem, (), (amenity, basic, condition, since, doubted_at, offered))

struct StationVisits {
  station::Audience audience = station::Audience::other;
  std::int64_t today = 0;
  std::int64_t week = 0;  // Today and the six days before.
};
BOOST_DESCRIBE_STRUCT(StationVisits, (), (audience, today, week))

struct StationRow {
  OutletId outlet;
  std::string title;
  CityId city;
  bool published = false;
  std::string withdrawn_because;
  bool open_now = false;
  bool unconfirmed = false;  // Nobody has looked in its days.
  std::vector<StationItem> items;
  std::vector<station::Corner> corners;
  std::vector<station::Audience> audiences;
  TimeOfDay from, till;
  std::string notice;
  std::int32_t valid_days = 0;
  std::optional<Time> verified_at;
  std::optional<AccountId> verified_by;
  std::int32_t faulty = 0;
  std::int32_t doubted = 0;  // By the public, and not looked at.
  std::vector<StationVisits> visits;
  std::vector<station::Suggestion> suggestions;  // The newest first.
  std::int64_t inside = 0;                       // In the lobby, of `cap`.
  std::int64_t cap = 0;
  std::int64_t version = 0;  // Of "station/…".
  std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(StationRow, (),
                      (outlet, title, city, published, withdrawn_because, open_now, unconfirmed,
                       items, corners, audiences, from, till, notice, valid_days, verified_at,
                       verified_by, faulty, doubted, visits, suggestions, inside, cap, version,
                       time_zone))

struct StationsQuery {
  std::optional<Scope> scope;
  std::optional<OutletId> outlet;  // Of one outlet, though it has none.
};
BOOST_DESCRIBE_STRUCT(StationsQuery, (), (scope, outlet))

struct StationList {
  static constexpr auto name = "stations";
  static constexpr Roles roles = everyone_signed_in;
  using Query = StationsQuery;
  std::vector<StationRow> stations;  // What waits for somebody first, then by title.
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(StationList, (), (stations, now, as_of_seq, as_of))
// O(stations of the scope). Refuses "outlet.unknown", "authority.scope".
Decision<StationList> see(const Viewing&, const StationsQuery&);

// ---- What the public finds.

struct PublicStation {
  OutletId outlet;
  std::string title;
  std::string district;
  std::string address;
  std::optional<std::string> phone;
  std::optional<std::string> zone;     // The sealed zone's title.
  std::optional<std::int64_t> metres;  // In a straight line.
  bool open_now = false;
  bool unconfirmed = false;
  std::vector<StationItem> items;
  std::vector<station::Corner> corners;
  std::vector<station::Audience> audiences;
  TimeOfDay from, till;
  std::string notice;
  std::optional<Time> verified_at;
  std::int64_t places = 0;  // That the lobby's cap leaves now.
  std::string time_zone;
};

// The nearest first. O(n log most) of all stations, and the details of `most`.
std::vector<PublicStation> public_stations(const Viewing&, const station::Need&);
// "station.unknown".
Decision<PublicStation> public_station(const Viewing&, const OutletId&);

}  // namespace waystation::view
