#pragma once
// What a plan of one sealed zone is made of, computed again from the network:
// docs/reference/plan-file.md §1. Indices follow the ids' byte order. Sums of what is read stay
// below 10³⁰, so all products here are exact in Wide.
#include "checking/crew_filling.h"
#include "checking/exact.h"
#include "checking/shelf.h"
#include "checking/van_days.h"

namespace waystation::checking {

inline constexpr int team_count = 2;  // a and b.

struct ModelCommunity {
  std::string id;
  std::int64_t visits = 0;    // A day.
  std::int64_t critical = 0;  // Of these, pensions and cash.
};

struct ModelOutlet {
  std::string id;
  const OutletFacts* facts = nullptr;
  const std::vector<Lot>* shelf = nullptr;
  std::int64_t capacity = 0;  // Visits per window and day.
  std::int64_t payout_fen = 0;
  std::int64_t suits_a_head = 0, wipes_a_suit = 0, cover_min = 0;
  std::vector<std::int64_t> metres;  // By community; −1 out of reach.
  std::int64_t visits_near = 0, critical_near = 0;
  std::int64_t most_windows = 0;
  bool must_open = false, shut = false;
};

struct ModelPerson {
  const PersonFacts* facts = nullptr;
  std::uint32_t skills = 0;
  bool inside = false, excluded = false;
  std::uint32_t fit = 0;  // Bit t: on every duty day of team t.

  std::uint32_t available() const { return inside && !excluded ? fit : 0; }
};

struct ZoneModel {
  const Network* network = nullptr;
  std::string zone;
  Date from = 0;
  std::int64_t days = 0, reach = 0, team_days = 1, interval = 1, spares = 0;
  std::vector<ModelCommunity> communities;
  std::vector<ModelOutlet> outlets;
  std::map<std::string, ModelPerson> people;
  std::int64_t visits = 0, critical = 0;  // A day, everywhere in the zone.
  VanDays van;
  std::vector<Date> duty;  // The open days; where there is none, all days.
  std::vector<int> teams;  // Those with a duty day.

  int team_of(Date day) const { return int((day - from) / team_days % team_count); }
  std::int64_t open_days() const { return std::int64_t(van.open.size()); }
  std::int64_t spares_of(std::int64_t windows) const { return std::min(spares, windows + 3); }
  std::int64_t crew_of(std::int64_t windows) const { return windows + 3 + spares_of(windows); }
  std::int64_t cash_need(const ModelOutlet&, std::int64_t windows) const;
  std::int64_t suits_used(const ModelOutlet&, std::int64_t windows) const;  // A day.
  std::int64_t wipes_used(const ModelOutlet&, std::int64_t windows) const;
  UsedUp suits(const ModelOutlet&, std::int64_t windows) const;
  UsedUp wipes(const ModelOutlet&, std::int64_t windows) const;
  bool supplies_last(const ModelOutlet&, std::int64_t windows) const;
};

// Throws Broken "file" where the zone is unknown or `days` is not 1 to 60.
ZoneModel zone_model(const Network&, const std::string& zone, Date from, std::int64_t days);

std::int64_t metres_between(Place community, Place outlet);  // −1 beyond five degrees.

}  // namespace waystation::checking
