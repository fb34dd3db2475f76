#pragma once
// The four backups 四项备份 of an open outlet: business, people, service, management.
#include <set>

#include "planning/staffing.h"

namespace waystation::planning {

// People who are named in a crew or as a substitute.
std::set<PersonId> named_people(const Staffing&);

std::vector<plan::Backup> backups_of(const Problem&, const Windows&, const Staffing&,
                                     std::size_t site);

}  // namespace waystation::planning
