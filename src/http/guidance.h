#pragma once
// Public guidance 四防: sixteen short sayings, four for each of people, objects, surroundings and
// the unknown, in large type, by place, and on paper beside an outlet's code. No official origin
// was found (grade S); the sayings are written here, carry a version and the day of their last
// review, and promise nothing that a door decides.
#include <array>
#include <span>

#include "http/html.h"

namespace waystation::http::guidance {

BOOST_DEFINE_ENUM_CLASS(Prevention, people, objects, surroundings, unknown)
BOOST_DEFINE_ENUM_CLASS(Place, bus, shop, hospital, outdoors, outlet)

struct Saying {
  Prevention prevention = Prevention::people;
  Words words;
  std::array<bool, 5> at{};  // By Place.
};

struct Edition {
  int version = 0;
  std::string_view reviewed_on;  // YYYY-MM-DD
  std::span<const Saying> sayings;
};

const Edition& edition();
Words words_of(Prevention);
Words words_of(Place);

// All of it, or what holds at one place; none where there is no such place.
std::string page(std::string_view place, const PublicLook&);
// To be printed and hung up, with the code of the outlet's page.
std::string poster(const view::PublicOutlet&, const std::string& address, const PublicLook&);

}  // namespace waystation::http::guidance
