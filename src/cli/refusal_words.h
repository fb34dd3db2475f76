#pragma once
// Refusals in words, for people at a terminal; the web has its own, under the same codes.
#include <string>

#include "core/decision.h"

namespace waystation::cli {

enum class Language { zh, en };

// The sentence of a code, or the code itself where none is written.
std::string words_for(std::string_view code, Language);

// "还不能开业：本时段没有合格的消毒记录 (outlet.gate-unmet: gate.disinfection-missing)"
std::string in_words(const Refusal&, Language);

}  // namespace waystation::cli
