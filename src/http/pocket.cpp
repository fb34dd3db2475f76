#include "http/pocket.h"

#include <algorithm>

namespace waystation::http {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f');
}
bool is_plain(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'Z') || c == '-';
}
bool all(std::string_view text, auto test) {
  return !text.empty() && std::ranges::all_of(text, test);
}

constexpr std::size_t longest_id = 32;

std::optional<Claim> claim_in(std::string_view text) {
  const auto first = text.find('.');
  const auto last = text.rfind('.');
  if (first == text.npos || last == first) return {};
  const auto outlet = text.substr(0, first), id = text.substr(first + 1, last - first - 1),
             token = text.substr(last + 1);
  if (outlet.size() != 12 || !all(outlet, is_digit)) return {};
  if (id.size() > longest_id || !all(id, is_plain)) return {};
  if (token.size() != 16 || !all(token, is_hex)) return {};
  return Claim{{std::string(outlet)}, std::string(id), std::string(token)};
}

bool is_reference(std::string_view text) {
  return text.starts_with("C-") && text.size() > 2 && text.size() <= longest_id &&
         all(text, is_plain);
}

}  // namespace

Pocket Pocket::read(std::string_view cookie) {
  Pocket out;
  while (!cookie.empty()) {
    const auto end = std::min(cookie.find('~'), cookie.size());
    const auto part = cookie.substr(0, end);
    cookie.remove_prefix(std::min(end + 1, cookie.size()));
    if (is_reference(part)) out.person = PersonId{std::string(part)};
    auto claim = claim_in(part);
    const bool room = out.claims.size() < most_claims;
    if (claim && room && std::ranges::find(out.claims, *claim) == out.claims.end())
      out.claims.push_back(std::move(*claim));
  }
  return out;
}

std::string Pocket::text() const {
  std::string out;
  for (const Claim& claim : claims) {
    if (!out.empty()) out += '~';
    ((((out += claim.outlet.text) += '.') += claim.id) += '.') += claim.token;
  }
  if (person) (out += out.empty() ? "" : "~") += person->text;
  return out;
}

void Pocket::put(Claim claim) {
  drop(claim.outlet, claim.id);
  claims.insert(claims.begin(), std::move(claim));
  if (claims.size() > most_claims) claims.resize(most_claims);
}

void Pocket::drop(const OutletId& outlet, std::string_view id) {
  std::erase_if(claims, [&](const Claim& c) { return c.outlet == outlet && c.id == id; });
}

std::string short_number(std::string_view id) {
  constexpr std::size_t day = 11;  // "2021-01-08-"
  return std::string(id.size() > day && id[4] == '-' ? id.substr(day) : id);
}

bool is_booking(std::string_view id) {
  return id.starts_with('Y');
}

std::string typed_number(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ') out += char(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  if (out.size() < 2 || out.size() > longest_id || !all(out, is_plain)) return {};
  if (out[0] < 'A' || out[0] > 'E' || !all(std::string_view(out).substr(1), is_digit)) return out;
  constexpr std::size_t digits = 3;
  if (out.size() < digits + 1) out.insert(1, digits + 1 - out.size(), '0');
  return out;
}

}  // namespace waystation::http
