#pragma once
// The public pages of the rest stations (find one by what is needed and who one is; one station,
// with "this is wrong" beside each amenity) and of what can be done without coming (a call back,
// the suppliers of a sealed zone). Plain HTML; nothing needs a script.
#include "application/view_contactless.h"
#include "application/view_stations.h"
#include "http/visit.h"

namespace waystation::http {

Words words_of(station::Amenity);
Words words_of(station::Corner);
Words words_of(station::Audience);
Words words_of(contactless::Kind);
Words words_of(contactless::Segment);

// /p/stations?need=water&need=toilet&who=courier&open=yes, by distance from the reader's community.
std::string stations_body(const Viewing&, Visit, std::string_view query);
// /p/CODE/station; empty where there is none.
std::string station_body(const Viewing&, const OutletId&, const PublicLook&);
// /p/contactless
std::string contactless_body(const Viewing&, const Visit&);
// /p/CODE/call; empty where no such counter is.
std::string call_body(const Viewing&, const OutletId&, const PublicLook&);

// What is answered to an act.
std::string doubted_page(const OutletId&, const PublicLook&);
std::string call_asked_page(const OutletId&, std::string_view number, std::string_view code,
                            const PublicLook&);
std::string call_withdrawn_page(const OutletId&, const PublicLook&);
std::string diverted_page(const OutletId&, const PublicLook&);

}  // namespace waystation::http
