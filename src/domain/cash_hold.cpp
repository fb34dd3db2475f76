#include "domain/cash_hold.h"

#include "domain/bank.h"

namespace waystation::cash {

// Of the outlet that sealed it, wherever it lies now.
bool is_of_key_area(const Bank& bank, const BagId& id, const Bag& bag, Time now) {
  const OutletId outlet = origin_of(id);
  if (zone::sealed_zone_of(bank, outlet, now)) return true;
  const auto* at = bank.outlets.find(outlet);
  const auto* community = at && at->community ? bank.communities.find(*at->community) : nullptr;
  return community && community->unsealed_at && *community->unsealed_at >= bag.since;
}

std::optional<Time> held_until(const Bank& bank, const BagId& id, const Bag& bag, Time now) {
  if (!bag.sanitised_at || !may_return(bag.source)) return {};
  const OutletId outlet = origin_of(id);
  const auto key = is_of_key_area(bank, id, bag, now) ? policy::Key::cash_hold_key_area_days
                                                      : policy::Key::cash_hold_other_days;
  const Day today = local_day(now, outlet::time_zone_of(bank, outlet));
  return *bag.sanitised_at + std::chrono::days{policy::in_force(bank, key, outlet, today).value};
}

std::optional<Refusal> refuse_release(const Bank& bank, const OutletId& outlet, const BagId& id,
                                      Time now) {
  const Bag& bag = site_of(bank, outlet).bags.at(id);
  const Fact which{"bag", id.text};
  if (!may_return(bag.source))
    return conflict("cash.never-paid-out", {which, {"source", std::string(name_of(bag.source))}});
  if (bag.stage == Stage::released) return conflict("cash.already-released", {which});
  if (bag.stage != Stage::counted)
    return conflict("cash.not-counted", {which, {"stage", std::string(name_of(bag.stage))}});
  if (bag.place != PlaceKind::vault)
    return conflict("cash.not-in-vault", {which, {"place", std::string(name_of(bag.place))}});
  const std::string& zone = outlet::time_zone_of(bank, outlet);
  if (local_day(bag.since, zone) >= local_day(now, zone))
    return conflict("cash.received-today", {which});
  const auto until = held_until(bank, id, bag, now);
  if (!until || now < *until)
    return conflict("cash.clock-running",
                    {which, {"until", until ? to_local_text(*until, zone) : ""}});
  return {};
}

}  // namespace waystation::cash
