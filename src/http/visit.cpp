#include "http/visit.h"

namespace waystation::http {

namespace {

constexpr int days_remembered = 180;

// "en.large": what was asked for now goes before what was remembered.
void read_look(const Request& request, Visit& out, bool secure) {
  const auto known = cookie_value(request.cookie, "ws-look");
  const auto lang = asked_for(request.query, "lang");
  const auto size = asked_for(request.query, "size");
  out.look.lang =
      lang.value_or(known.starts_with("en") ? "en" : "zh") == "en" ? Lang::en : Lang::zh;
  out.look.large = size.value_or(known.ends_with("large") ? "large" : "") == "large";
  std::string now(out.look.lang == Lang::en ? "en." : "zh.");
  now += out.look.large ? "large" : "standard";
  if ((lang || size) && now != known)
    out.cookies += Visit::cookie_line("ws-look", now, days_remembered, secure);
}

void read_place(const Request& request, Visit& out, const Bank& bank, bool secure) {
  const auto asked = asked_for(request.query, "place");
  const auto known = cookie_value(request.cookie, "ws-place");
  const CommunityId id{asked.value_or(std::string(known))};
  if (is_valid_id(id.text) && bank.communities.contains(id)) out.place = id;
  if (!asked) return;
  const bool forget = !out.place;
  out.cookies +=
      Visit::cookie_line("ws-place", forget ? "" : id.text, forget ? 0 : days_remembered, secure);
}

}  // namespace

std::optional<std::string> asked_for(std::string_view query, std::string_view name) {
  for (auto& [key, value] : parse_query(query))
    if (key == name) return std::move(value);
  return {};
}

std::string Visit::cookie_line(std::string_view name, std::string_view value, int days,
                               bool secure) {
  constexpr int seconds_a_day = 24 * 60 * 60;
  std::string out = "Set-Cookie: ";
  ((out += name) += '=') += value;
  out += "; Path=/p; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(days * seconds_a_day);
  return out += secure ? "; Secure\r\n" : "\r\n";
}

Visit Visit::read(const Request& request, Time now, const Bank& bank, bool secure) {
  using enum policy::Key;
  Visit out;
  out.look.path = request.path;
  out.look.now = now;
  const Day today = local_day(now, "Asia/Shanghai");
  out.look.valid_seconds = 60 * policy::in_force(bank, public_page_valid_minutes, today).value;
  out.takes_gzip = request.accept_encoding.find("gzip") != std::string::npos;
  out.request_id = request.id;
  out.pocket = Pocket::read(cookie_value(request.cookie, "ws-mine"));
  read_look(request, out, secure);
  read_place(request, out, bank, secure);
  return out;
}

}  // namespace waystation::http
