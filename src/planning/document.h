#pragma once
// A solution as the document that is stored, exchanged and checked.
#include "planning/certificate.h"

namespace waystation::planning {

plan::PlanDocument write_document(const Problem&, const Solution&, const Certificate&);

}  // namespace waystation::planning
