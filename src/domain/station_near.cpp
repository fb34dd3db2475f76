// Which stations are open, and which are the nearest that have what somebody needs.
#include <algorithm>
#include <map>

#include "domain/bank.h"

namespace waystation::station {

namespace {

bool lets_people_in(outlet::State state) {
  using enum outlet::State;
  return state == open || state == limited || state == paused;
}

bool is_open_at(const Bank& bank, const OutletId& id, const Station& station, TimeOfDay local) {
  if (local < station.from || local >= station.till) return false;
  const auto* outlet = bank.outlets.find(id);
  return outlet && lets_people_in(outlet->state) && !lobby::is_evacuated(bank, id);
}

// The wall clock of each zone is read once.
class Clocks {
 public:
  Clocks(const Bank& bank, Time now) : bank_(bank), now_(now) {}
  TimeOfDay at(const OutletId& outlet) {
    const std::string& zone = outlet::time_zone_of(bank_, outlet);
    const auto known = read_.find(zone);
    if (known != read_.end()) return known->second;
    return read_.emplace(zone, local_time_of_day(now_, zone)).first->second;
  }

 private:
  const Bank& bank_;
  Time now_;
  std::map<std::string, TimeOfDay> read_;
};

bool meets(const Station& station, const Need& need, Time now) {
  if (!station.published) return false;
  if (need.audience &&
      std::ranges::find(station.audiences, *need.audience) == station.audiences.end())
    return false;
  return std::ranges::all_of(need.amenities, [&](Amenity amenity) {
    const auto item = std::ranges::find(station.items, amenity, &Item::amenity);
    return item != station.items.end() && is_offered(*item, now);
  });
}

bool is_nearer(const Near& a, const Near& b) {
  if (a.metres.has_value() != b.metres.has_value()) return a.metres.has_value();
  if (a.metres != b.metres) return a.metres < b.metres;
  return a.outlet < b.outlet;
}

}  // namespace

bool is_open(const Bank& bank, const OutletId& id, const Station& station, Time now) {
  if (!station.published) return false;
  return is_open_at(bank, id, station, local_time_of_day(now, outlet::time_zone_of(bank, id)));
}

std::vector<Near> nearest(const Bank& bank, const Need& need, Time now) {
  std::vector<Near> found;
  Clocks clocks(bank, now);
  for (const auto& [id, station] : bank.stations) {
    if (!meets(station, need, now)) continue;
    if (need.open_now && !is_open_at(bank, id, station, clocks.at(id))) continue;
    Near near{id};
    if (need.at) {
      const auto* outlet = bank.outlets.find(id);
      if (outlet && outlet->position_source != PositionSource::unknown)
        near.metres = metres_between(*need.at, outlet->at);
    }
    found.push_back(std::move(near));
  }
  const auto most = std::min(found.size(), need.most);
  std::partial_sort(found.begin(), found.begin() + std::ptrdiff_t(most), found.end(), is_nearer);
  found.resize(most);
  return found;
}

}  // namespace waystation::station
