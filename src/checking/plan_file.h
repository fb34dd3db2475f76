#pragma once
// The plan file as it was written: docs/reference/plan-file.md gives the meaning of each field. The
// document has one order of members and no spare ones, so that two files that say the same differ
// in white space at most.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checking/calendar.h"

namespace waystation::checking {

struct PlannedMember {
  std::string person, post, custody;
};

struct PlannedCrew {
  std::string team;
  std::vector<PlannedMember> members;
};

struct PlannedBackup {
  std::string kind, stands_in_for, who;
};

struct PlannedDay {
  Date day = 0;
  std::string team;
  std::int64_t windows = 0, critical_served = 0, ordinary_served = 0;
  std::int64_t payout = 0, cash_delivered = 0, float_left = 0;
  std::int64_t suits_used = 0, suits_left = 0, wipes_used = 0, wipes_left = 0;
};

struct PlannedFact {
  std::string name, value;
  bool operator==(const PlannedFact&) const = default;
};

struct PlannedReason {
  std::string rule, code;
  std::vector<PlannedFact> facts;
  bool operator==(const PlannedReason&) const = default;
};

struct PlannedFix {
  std::string rule, code;
  std::int64_t amount = 0, cost = 0;
  std::vector<PlannedFact> facts;
  bool operator==(const PlannedFix&) const = default;
};

struct PlannedOutlet {
  std::string outlet, verdict;
  std::optional<Date> opens_on;
  std::int64_t windows = 0;
  std::vector<PlannedCrew> crews;
  std::vector<PlannedBackup> backups;
  std::int64_t suit_cover_days = 0, wipe_cover_days = 0, cash_need = 0;
  std::vector<PlannedDay> days;
  std::vector<PlannedReason> conflict;
  std::optional<PlannedFix> cheapest_fix;

  bool opens() const { return verdict == "can_open"; }
};

struct PlannedFlow {
  Date day = 0;
  std::string community, outlet;
  std::int64_t critical = 0, ordinary = 0;
};

struct PlannedRun {
  Date day = 0;
  std::string van, gate;
  std::int32_t from = 0, to = 0;
  std::vector<std::string> stops;
};

struct PlannedLevel {
  std::string level;
  std::int64_t value = 0, bound = 0;
};

struct PlannedPrice {
  std::string level, row;
  std::int64_t price = 0;
};

struct PlannedName {
  std::string person, name;
};

struct PlanFile {
  std::int64_t format = 0;
  std::string zone;
  Date from = 0;
  std::int64_t days = 0, policy_version = 0;
  std::vector<PlannedOutlet> outlets;
  std::vector<PlannedFlow> flows;
  std::vector<PlannedRun> van_runs;
  std::vector<PlannedLevel> levels;
  std::vector<PlannedPrice> multipliers;
  std::vector<PlannedName> names;
};

// Throws Unreadable where the text is no JSON, and Broken "file" where it is no plan file.
PlanFile read_plan(std::string_view text);

}  // namespace waystation::checking
