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
// The size of what was written, in bytes.
std::int64_t save_standing(Journal&, const Standing&);
// The state as lines, put one by one, and back; none where the text is no state.
void write_state(const Standing&, const Journal::Put&);
std::optional<Standing> read_state(std::string_view text);
bool same_state(const Standing&, const Standing&);
std::string state_text(const Standing&);  // Canonical: equal states give equal bytes.
std::string state_shape();                // What the cached state is keyed by.

}  // namespace waystation
