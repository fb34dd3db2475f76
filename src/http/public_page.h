#pragma once
// The public pages as plain HTML, made whole by the server: no script, no picture, nothing from
// elsewhere. What was true when the page was made turns grey by itself after ten minutes (a style's
// clock), because a page that stays open must not promise an open door. Main text is 18 px, 30 px
// in the large size; targets are 48 and 60 px.
#include <string>

#include "http/public_words.h"

namespace waystation::http {

struct PublicLook {
  Lang lang = Lang::zh;
  bool large = false;
  std::string path;  // Of this page, for its switches.
  Time now;
};

std::string public_list(const std::vector<view::PublicOutlet>&, const PublicLook&);
std::string public_outlet_page(const view::PublicPage&, const PublicLook&);
std::string public_missing(const PublicLook&);  // No such outlet, or no such machine there.
std::string escaped(std::string_view text);     // For HTML text and quoted attributes.

}  // namespace waystation::http
