#include <algorithm>

#include "application/journal.h"

namespace waystation {

namespace {

__extension__ using Wide = unsigned __int128;

// Crockford's alphabet: no I, L, O, U. Reading is generous about case only.
constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view hexadecimal = "0123456789ABCDEF";

int digit(std::string_view alphabet, char c) {
  const char upper = c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
  const auto at = alphabet.find(upper);
  return at == alphabet.npos ? -1 : int(at);
}

}  // namespace

std::optional<CommandId> parse_command_id(std::string_view text) {
  const bool ulid = text.size() == 26;
  if (!ulid && text.size() != 32) return {};
  const auto alphabet = ulid ? crockford : hexadecimal;
  const unsigned bits = ulid ? 5 : 4;
  if (ulid && digit(alphabet, text[0]) > 7) return {};  // 130 bits: the first two must be zero.
  Wide value = 0;
  for (char c : text) {
    const int d = digit(alphabet, c);
    if (d < 0) return {};
    value = (value << bits) | static_cast<unsigned>(d);
  }
  CommandId id;
  for (auto byte = id.rbegin(); byte != id.rend(); ++byte, value >>= 8)
    *byte = static_cast<unsigned char>(value);
  return id;
}

std::string to_text(const CommandId& id) {
  Wide value = 0;
  for (unsigned char byte : id) value = (value << 8) | byte;
  std::string out(26, '0');
  for (auto c = out.rbegin(); c != out.rend(); ++c, value >>= 5)
    *c = crockford[static_cast<std::size_t>(value & 31)];
  return out;
}

}  // namespace waystation
