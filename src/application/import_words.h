#pragma once
// What an import error says, in English and Chinese, by its stable code. `{name}` stands for a
// fact.
#include "core/decision.h"

namespace waystation {

struct Words {
  std::string en;
  std::string zh;
};

// A code without words of its own is shown as it is, with its facts.
Words words_for(std::string_view code, const std::vector<Fact>& facts);

// The column that a refusal of the domain most likely means; empty where it means the whole row.
std::string_view column_at_fault(std::string_view code);

}  // namespace waystation
