#pragma once
// Somebody at the public pages: how they read, where they live if they said so, and what their
// device holds. Three cookies at most, none of which says who they are.
#include "application/view.h"
#include "http/html.h"
#include "http/message.h"
#include "http/pocket.h"

namespace waystation::http {

struct Visit {
  PublicLook look;
  Pocket pocket;
  std::optional<CommunityId> place;
  std::string cookies;  // Lines that keep what was just chosen.
  bool takes_gzip = false;
  std::string request_id;

  // A cookie that only the public pages and a server read, for so many days; 0 forgets it.
  static std::string cookie_line(std::string_view name, std::string_view value, int days,
                                 bool secure);
  static Visit read(const Request&, Time now, const Bank&, bool secure);
};

// A parameter's value where it was given, also if it is empty.
std::optional<std::string> asked_for(std::string_view query, std::string_view name);

}  // namespace waystation::http
