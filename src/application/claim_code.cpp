#include "application/claim_code.h"

namespace waystation {

namespace {

std::uint64_t number_of(const Journal& journal, std::string said, const OutletId& outlet,
                        std::string_view id) {
  ((said += '\n') += outlet.text) += '\n';
  const Digest digest = journal.keyed_digest(said += id);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof value; ++i) value = value << 8 | digest[i];
  return value;
}

}  // namespace

std::string claim_code(const Journal& journal, const OutletId& outlet, std::string_view id) {
  constexpr std::uint64_t codes = 10'000;
  return std::to_string(codes + number_of(journal, "claim code", outlet, id) % codes).substr(1);
}

std::string claim_token(const Journal& journal, const OutletId& outlet, std::string_view id) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::uint64_t value = number_of(journal, "claim token", outlet, id);
  std::string out(16, '0');
  for (auto at = out.rbegin(); at != out.rend(); ++at, value >>= 4) *at = hex[value & 15];
  return out;
}

}  // namespace waystation
