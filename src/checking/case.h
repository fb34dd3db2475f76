#pragma once
// One plan against one zone: what all rules look at. Each rule throws Broken where the plan does
// not keep it.
#include "checking/broken.h"
#include "checking/plan_file.h"
#include "checking/zone_model.h"

namespace waystation::checking {

class Choices;

struct Case {
  const ZoneModel& model;
  const PlanFile& plan;

  const PlannedOutlet& planned(std::size_t outlet) const { return plan.outlets[outlet]; }
  const ModelOutlet& outlet(std::size_t index) const { return model.outlets[index]; }
  std::vector<std::size_t> open() const;
  std::string at(std::size_t outlet, const std::string& member) const;
  // Indices by id; none where the zone has no such one.
  std::optional<std::size_t> outlet_of(const std::string& id) const;
  std::optional<std::size_t> community_of(const std::string& id) const;
};

inline void demand(bool holds, const char* rule, const std::string& where,
                   const std::string& detail) {
  if (!holds) throw Broken{rule, where, detail};
}

// "14 instead of 15": the plan's claim and what it should be.
std::string instead(Wide claimed, Wide right);

void check_form(const Case&);                     // file: shape, order, version.
void check_names(const Case&);                    // file: the names of the people.
void check_service(const Case&);                  // H1, H2.
void check_crews(const Case&);                    // H3 to H8 and H14 of people.
void check_backups(const Case&);                  // L5: the four backups.
void check_van_days(const Case&);                 // H9, H10, H11.
void check_cash(const Case&);                     // H12.
void check_supplies(const Case&);                 // H13.
void check_levels(const Case&);                   // L1 to L6.
void check_pins(const Case&, const Choices&);     // H14 of outlets, and their most windows.
void check_bounds(const Case&, const Choices&);   // bound.
void check_reasons(const Case&, const Choices&);  // why.

}  // namespace waystation::checking
