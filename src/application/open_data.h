#pragma once
// Feeds for maps and other banks' programs: outlets and machines in the shape of the UK Open Data
// "Branch" and "ATM" (v2.3), and as GeoJSON. That shape has published hours only; what is true now
// stands beside it under `x-waystation-live`, with its evidence and the moment it expires. No
// person stands in them, and no time of a van.
#include "application/view_public.h"

namespace waystation {

std::string open_data_branches(const Viewing&);
std::string open_data_atms(const Viewing&);
std::string open_data_geojson(const Viewing&);

}  // namespace waystation
