#pragma once
// What two people do with a machine: asked by the room of cash when one puts the deed forward and
// again when the other confirms it, and carried out there (cash_deed_rule.h).
#include "domain/cash_custody.h"

namespace waystation::machine {

std::optional<Refusal> refuse_switch(const Bank&, const OutletId&, const cash::Deed&, Time now);
std::optional<Refusal> refuse_load(const Bank&, const OutletId&, const cash::Deed&);
std::optional<Refusal> refuse_settle(const Bank&, const OutletId&, const cash::Deed&);

// To be changed: a machine and a cassette of it that are there; std::logic_error where they are
// not.
Machine& machine_to_change(cash::Site&, const MachineId&);
Cassette& cassette_to_change(Machine&, const cash::PlaceName&);

Fen settled_amount(const cash::Site&, const cash::Deed&);
void switch_modes(cash::Site&, const cash::Deed&);
void load(cash::Site&, const cash::Deed&, const std::vector<AccountId>& hands);
void settle(cash::Site&, const cash::Deed&, const std::vector<AccountId>& hands, Time now);

}  // namespace waystation::machine
