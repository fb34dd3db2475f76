#pragma once
// Where a phase of a day stands: which items are asked, which are settled and what is left, and the
// signature that ends it. The gate, the refusals and the views ask the same functions.
#include "domain/checklist_state.h"

namespace waystation::checklist {

BOOST_DEFINE_ENUM_CLASS(ItemState, open, passed, failed, cannot, not_applicable, overridden)

struct ItemNow {
  const Item* item = nullptr;
  ItemState state = ItemState::open;
  bool by_system = false;        // The system knows; nobody may answer by hand.
  std::optional<Time> due = {};  // Of an item that comes again.
  bool overdue = false;
  const Answer* answer = nullptr;
  const Waiver* waiver = nullptr;

  bool settled() const {
    return state == ItemState::passed || state == ItemState::overridden ||
           (!item->mandatory && state != ItemState::open);
  }
};

// The items that are asked of an outlet on a day, in the template's order.
std::vector<ItemNow> items_now(const Bank&, const OutletId&, Day, Time now);
// Mandatory items that are not settled; what comes again is open once it is overdue.
std::vector<ItemId> open_items(const Bank&, const OutletId&, Phase, Day, Time now);
Fact open_fact(const Bank&, const OutletId&, Phase, Time now);
// Signed and nothing open since; also where nothing is asked.
bool is_complete(const Bank&, const OutletId&, Phase, Day, Time now);
// Why the phase cannot be worked on yet: during hours begins with opening, after closing with the
// doors shut. Past days are never locked.
bool is_locked(const Bank&, const OutletId&, Phase, Day, Time now);
// For closing: what is open of during hours and after closing.
std::optional<outlet::LeftOpen> left_open(const Bank&, const OutletId&, Time now);

// ---- Sign a phase: the name that stands under it.

struct Sign {
  static constexpr auto name = "checklist.sign";
  static constexpr Roles roles = role_set(Role::outlet_manager, Role::supervisor);
  OutletId outlet;
  Phase phase = Phase::before_opening;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Sign, (), (outlet, phase, occurred_at))

struct PhaseSigned {
  static constexpr auto name = "checklist.phase-signed";
  OutletId outlet;
  Day on;
  Phase phase = Phase::before_opening;
  std::vector<KnownAnswer> known;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(PhaseSigned, (), (outlet, on, phase, known, occurred_at))

Decision<PhaseSigned> decide(const Bank&, const Sign&, const Stamp&);
void apply(Checklists&, const PhaseSigned&, const Mark&);

}  // namespace waystation::checklist
