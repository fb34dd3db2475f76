#pragma once
// The four digits beside a ticket's or a booking's number. They are not stored: they follow from
// the number under the log's own key, so that a ticket on paper has them too, no event carries a
// secret, and nobody without the key can tell them from the number. Ten thousand tries would find
// them; the server allows a few an hour. What a device keeps is longer and needs no such limit.
#include <string>

#include "application/journal.h"

namespace waystation {

std::string claim_code(const Journal&, const OutletId&, std::string_view id);
std::string claim_token(const Journal&, const OutletId&, std::string_view id);  // 64 bits, in hex.

}  // namespace waystation
