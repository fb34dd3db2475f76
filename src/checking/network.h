#pragma once
// The bank as the CSV folder tells it, kept to what the rules of a reopening plan ask for. Read by
// this room's own reader, so that a mistake of the importer does not pass unseen.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checking/policy.h"

namespace waystation::checking {

struct Place {
  std::int32_t lon_e6 = 0;
  std::int32_t lat_e6 = 0;
};

struct OutletFacts {
  std::string city;
  std::string community;
  std::optional<Place> at;  // None where nobody knows it: then the community stands for it.
  std::int64_t windows = 0;
  std::int64_t machines = 0;
  std::int64_t float_fen = 0;
  std::int64_t limit_fen = 0;
};

struct CommunityFacts {
  std::string city;
  std::string zone;
  Place at;
  std::int64_t card_customers = 0;
  std::int64_t elderly_permille = 0;
};

struct Measure {
  bool central = true;  // Away from home; else the person isolates where they live.
  Date from = 0;
  Date until = 0;
};

struct Test {
  std::int64_t sampled_at = 0;
  bool positive = false;
};

struct PersonFacts {
  std::string name;
  std::string outlet;
  std::string residence;
  std::string household;
  std::vector<std::string> skills;
  bool volunteered = false;
  Date volunteered_on = 0;
  std::optional<Measure> measure;  // The last one ordered.
  std::optional<Test> test;        // The newest.
};

struct ZoneFacts {
  std::string city;
  std::int64_t sealed_at = 0;
};

struct Lot {
  std::string item;
  std::int64_t quantity = 0;
  std::optional<Date> expires_on;  // The last day it may be used.
};

struct VanFacts {
  std::string city;
  std::int64_t carry_limit_fen = 0;
  std::int64_t suits_capacity = 0;
};

struct Pass {
  std::string zone, kind, holder, gate;
  std::int32_t window_from = 0, window_to = 0;
  Date valid_from = 0, valid_to = 0;
};

struct Pin {
  std::string kind;
  Date until = 0;
};

// Maps, so that walking them follows the ids' byte order on every machine.
struct Network {
  std::map<std::string, std::string> cities;  // Id to name.
  std::map<std::string, OutletFacts> outlets;
  std::map<std::string, CommunityFacts> communities;
  std::map<std::string, ZoneFacts> zones;
  std::map<std::string, PersonFacts> staff;
  std::map<std::string, std::vector<Lot>> shelves;  // By outlet.
  std::map<std::string, VanFacts> vans;
  std::vector<Pass> passes;
  std::map<std::string, Pin> pins;  // By target; the last row of a target holds.
  PolicySet policies;

  // The zone that a community lies in; empty outside every seal.
  const std::string& zone_of(const std::string& community) const;
};

using Files = std::map<std::string, std::string>;  // "outlets.csv" to its text.

// Both throw Unreadable.
Files read_folder(const std::string& path);
Network read_network(const Files&);

}  // namespace waystation::checking
