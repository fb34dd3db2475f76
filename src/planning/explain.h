#pragma once
// A plan in plain words, Chinese and English: what opens with whom, and why the others cannot and
// what would be the cheapest way to change that. Codes and facts are stable; the sentences are a
// catalogue.
#include <map>

#include "domain/plan_document.h"

namespace waystation::planning {

enum class Language { english, chinese };

// One sentence for each code that the planner gives.
std::string sentence(const plan::Reason&, Language);
std::string sentence(const plan::Relaxation&, Language);

// Sentences of a shut outlet in order: the conflict, then the cheapest fix.
std::vector<std::string> why_shut(const plan::OutletPlan&, Language);
// An outlet of the plan, as lines; `title` and the people's names come from the network. A person
// without a name stands by id.
std::string explain(const plan::OutletPlan&, std::string_view title,
                    const std::map<PersonId, std::string>& names, Language);

}  // namespace waystation::planning
