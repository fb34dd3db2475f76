#pragma once
// The rules of a province's plan, one function a concern; each throws Broken with the rule's id.
#include "checking/broken.h"
#include "checking/exact.h"
#include "checking/province/plan.h"

namespace waystation::checking::province {

[[noreturn]] inline void broken(const std::string& rule, const std::string& where,
                                const std::string& detail) {
  throw Broken{rule, where, detail};
}

// One area of the plan beside the region that it is about.
struct AreaCase {
  const Network& network;
  const PlannedArea& plan;
  std::string where;
  std::vector<std::int64_t> communities{};  // Of the region.
  std::vector<std::int64_t> outlets{};      // Of the region.
};

AreaCase area_case(const Network&, const PlannedArea&, std::string where);

// H1 to H3: what the days' plans cost, checked as they are summed.
Wide check_service(const AreaCase&);
// H4 to H8; `is_taken` is shared by all areas, because nobody is in two.
void check_crews(const AreaCase&, std::vector<bool>& is_taken);
// What no plan of the area goes below under the plan's prices.
Wide bound_of(const AreaCase&);
// The visits of communities that reach no outlet, at their full loss.
Wide uncoverable_of(const AreaCase&);

}  // namespace waystation::checking::province
