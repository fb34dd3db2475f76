#pragma once
// Which deeds are allowed: the same rules when one puts a deed forward and when the other confirms
// it.
#include "domain/cash_count.h"

namespace waystation::cash {

Roles signers_of(DeedKind);
std::optional<Refusal> refuse_deed(const Bank&, const OutletId&, const Deed&, const Stamp&);

// What a deed moves.
Fen amount_of(const Custody&, const OutletId&, const Deed&);
// Moves it; by the hands of both.
void carry_out(Custody&, const OutletId&, const Deed&, const std::vector<AccountId>& hands,
               Time now);

}  // namespace waystation::cash
