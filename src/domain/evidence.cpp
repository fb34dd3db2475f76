#include "domain/evidence.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::evidence {

bool is_sha256(std::string_view text) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return text.size() == 64 && std::ranges::all_of(text, is_digit);
}

const File* file_of(const Bank& bank, const OutletId& outlet, const std::string& sha256) {
  const auto* files = bank.evidences.find(outlet);
  return files ? files->by_hash.find(sha256) : nullptr;
}

std::int64_t most_bytes(const Bank& bank, const OutletId& outlet, Day day) {
  return policy::in_force(bank, policy::Key::evidence_max_kilobytes, outlet, day).value * 1024;
}

Decision<Stored> decide(const Bank& bank, const Store& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (!is_sha256(c.sha256)) return invalid("evidence.hash-malformed");
  const auto today = local_day(stamp.at, outlet::time_zone_of(bank, c.outlet));
  const auto most = most_bytes(bank, c.outlet, today);
  if (c.bytes < 1 || c.bytes > most)
    return invalid("evidence.size-out-of-range", {{"bytes", std::to_string(c.bytes)},
                                                  {"kilobytes", std::to_string(most / 1024)}});
  if (file_of(bank, c.outlet, c.sha256))
    return conflict("evidence.already-stored", {{"sha256", c.sha256}});
  return Stored{c.outlet, c.sha256, c.media, c.bytes};
}

static std::string age_of(std::int64_t number) {
  std::string digits = std::to_string(number);
  return std::string(12 - std::min<std::size_t>(12, digits.size()), '0') + digits;
}

void apply(Evidences& evidences, const Stored& e, const Mark& mark) {
  Files& files = evidences.edit(e.outlet);
  files.by_hash.edit(e.sha256) = {e.media, e.bytes, mark.at, mark.by};
  files.by_age.edit(age_of(++files.count)) = e.sha256;
  if (files.by_age.size() <= files_kept) return;
  const auto oldest = *files.by_age.begin();
  files.by_hash.erase(oldest.second);
  files.by_age.erase(oldest.first);
}

}  // namespace waystation::evidence

template struct waystation::RoomTable<waystation::evidence::Commands>;
