#pragma once
// Refusals in words, for people at a terminal: the sentences of the pages' catalogues, under the
// same codes.
#include <string>

#include "core/decision.h"

namespace waystation::cli {

enum class Language { zh, en };

// "It cannot open; still missing: … [outlet.gate-unmet: gate.disinfection-missing; id
// 102221004264]"
std::string in_words(const Refusal&, Language);

}  // namespace waystation::cli
