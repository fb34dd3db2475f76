#pragma once
// The public pages as plain HTML, made whole by the server; nothing of them needs the small script,
// and nothing comes from elsewhere. What was true when a page was made turns grey by itself (a
// style's clock), also when the server is gone, because a page that stays open must not promise an
// open door. Main text is 18 px, 30 px in the large size; targets are 48 and 60 px.
#include <string>

#include "http/html.h"

namespace waystation::http {

std::string public_list(const std::vector<view::PublicOutlet>&, const PublicLook&);
std::string public_nearby(const view::Nearby&, const PublicLook&);
std::string public_outlet_page(const view::PublicPage&, const PublicLook&);
std::string public_missing(const PublicLook&);  // No such outlet, or no such machine there.

// The choice of a community; of a city first, where there are several.
struct PlaceChoice {
  std::vector<std::pair<CityId, std::string>> cities;
  std::optional<CityId> city;
  std::vector<view::Place> places;
  std::optional<CommunityId> chosen;
};
std::string public_places(const PlaceChoice&, const PublicLook&);

// What a page may do with a script: greying by the wall clock, one press of a button, the phone's
// position.
std::string_view page_script();

// Shared by the pages of tickets and of stations.
std::string distance_words(std::int64_t metres, Lang);
void outlet_card(Html&, const view::PublicOutlet&, std::optional<std::int64_t> metres,
                 bool buttons);
void phone_button(Html&, const std::optional<std::string>& phone);

}  // namespace waystation::http
