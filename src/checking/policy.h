#pragma once
// The numbers that the bank works by, as the checker knows them: its own copy of the defaults that
// src/domain/policy.cpp has, so that a wrong default in the planner is found, and the overrides
// of the network. The narrowest scope wins: outlet, zone, province, default; of several the latest
// `from`.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "checking/calendar.h"

namespace waystation::checking {

struct PolicyOverride {
  std::string key;
  std::string zone;    // Empty where it holds for the province or for an outlet.
  std::string outlet;  // Empty where it holds for the province or for a zone.
  Date from = 0;
  std::int64_t value = 0;
};

class PolicySet {
 public:
  static bool knows(std::string_view key);
  void add(PolicyOverride);
  std::size_t overrides() const { return overrides_.size(); }

  std::int64_t at_outlet(std::string_view key, std::string_view zone, std::string_view outlet,
                         Date) const;
  std::int64_t in_zone(std::string_view key, std::string_view zone, Date day) const {
    return at_outlet(key, zone, {}, day);
  }

 private:
  std::vector<PolicyOverride> overrides_;
};

}  // namespace waystation::checking
