#include "domain/late_entry.h"

#include "domain/bank.h"

namespace waystation::late_entry {

Moment moment_of(const Bank& bank, const OutletId& outlet, const std::optional<Time>& occurred_at,
                 const Stamp& stamp) {
  const Time at = occurred_at.value_or(stamp.at);
  return {at, local_day(at, outlet::time_zone_of(bank, outlet)), at < stamp.at};
}

std::optional<Refusal> refuse(const Bank& bank, const OutletId& outlet,
                              const std::optional<Time>& occurred_at, const Stamp& stamp) {
  if (!occurred_at) return {};
  const std::string& zone = outlet::time_zone_of(bank, outlet);
  const Fact when{"at", to_local_text(*occurred_at, zone)};
  if (*occurred_at > stamp.at) return invalid("late-entry.in-future", {when});
  const auto hours =
      policy::in_force(bank, policy::Key::late_entry_max_hours, outlet, local_day(stamp.at, zone));
  if (stamp.at - *occurred_at > std::chrono::hours{hours.value})
    return conflict("late-entry.too-old", {when, {"hours", std::to_string(hours.value)}});
  return {};
}

}  // namespace waystation::late_entry
