#pragma once
// The standing as it comes out of the log: by replay from the first entry, or from a cached state
// and the entries after it. The cache is never a source of truth: dropped where the shape of the
// state has changed.
#include "application/desk.h"

namespace waystation {

// Applies one entry. Throws LogRefused for an unknown type, a newer schema or a body that does not
// read.
void apply_entry(Standing&, const Entry&, json::Parser&);

Standing load_standing(Journal&);    // Cache and tail.
Standing replay_standing(Journal&);  // Everything from the first entry.
void save_standing(Journal&, const Standing&);
std::string state_text(const Standing&);  // Canonical: equal states give equal bytes.
std::string state_shape();                // What the cached state is keyed by.

}  // namespace waystation
