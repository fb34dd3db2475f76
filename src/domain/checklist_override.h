#pragma once
// An override 越级放行: one item of one outlet, for this day, by a named upper level and with its
// reason. Never by the outlet itself, and what was overridden still failed.
#include "domain/checklist_phase.h"

namespace waystation::checklist {

struct Override {
  static constexpr auto name = "checklist.override";
  static constexpr Roles roles = command_centres;
  OutletId outlet;
  ItemId item;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Override, (), (outlet, item, reason))

struct Overridden {
  static constexpr auto name = "checklist.overridden";
  OutletId outlet;
  Day on;
  ItemId item;
  Level level = Level::city;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Overridden, (), (outlet, on, item, level, reason))

Decision<Overridden> decide(const Bank&, const Override&, const Stamp&);
void apply(Checklists&, const Overridden&, const Mark&);

}  // namespace waystation::checklist
