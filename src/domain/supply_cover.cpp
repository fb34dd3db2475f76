#include "domain/supply_cover.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::supply {

namespace {

using std::chrono::days;
using std::chrono::hours;

Day today_at(const Bank& bank, const OutletId& outlet, Time now) {
  return local_day(now, outlet::time_zone_of(bank, outlet));
}

// How much of the lots, first expired first, is used up before it expires; the rest spoils. What is
// used till the end of a day is reckoned in whole minutes, rounded down.
std::int64_t used_in_time(const Bank& bank, const OutletId& outlet, const std::vector<Lot>& lots,
                          std::int64_t use_per_day, Time now) {
  constexpr std::int64_t minutes_a_day = 24 * 60;
  const std::string& zone = outlet::time_zone_of(bank, outlet);
  std::int64_t used = 0;
  for (const Lot& lot : lots) {
    std::int64_t taken = lot.quantity;
    if (lot.expires_on) {
      const Time end = at_local(*lot.expires_on + days{1}, {0}, zone);
      const auto left = std::chrono::floor<std::chrono::minutes>(end - now).count();
      const auto whole_days = left / minutes_a_day, rest = left % minutes_a_day;
      const auto most = use_per_day * whole_days + use_per_day * rest / minutes_a_day;
      taken = std::clamp<std::int64_t>(most - used, 0, lot.quantity);
    }
    used += taken;
  }
  return used;
}

}  // namespace

std::int64_t daily_use(const Bank& bank, const OutletId& outlet, Item item, std::int64_t people,
                       Day day) {
  using enum policy::Key;
  const auto value = [&](policy::Key key) {
    return policy::in_force(bank, key, outlet, day).value;
  };
  const std::int64_t suits = people * value(suits_per_person_day);
  switch (item) {
    case Item::suit:
      return suits;
    case Item::wipe:
      return suits * value(wipes_per_suit_change);
    case Item::mask: {
      // A duty is as long as the suits worn on it; a mask is changed when its exposed hours are
      // over.
      const std::int64_t worn = suits * value(suit_hours), each = value(mask_exposed_hours);
      return each > 0 ? (worn + each - 1) / each : 0;
    }
    case Item::gloves:
    case Item::face_shield:
    case Item::chlorine_tablet:
    case Item::chlorine_liquid:
    case Item::alcohol:
      return 0;  // Used by the case: no policy says how many a day.
  }
  return 0;
}

std::optional<std::int64_t> days_of_cover(const Bank& bank, const OutletId& outlet, Item item,
                                          std::int64_t people, Day day) {
  const std::int64_t use = daily_use(bank, outlet, item, people, day);
  if (use <= 0) return {};
  return stock(bank, outlet, item, day) / use;
}

Cover cover(const Bank& bank, const OutletId& outlet, Item item, std::int64_t people, Time now) {
  const Day today = today_at(bank, outlet, now);
  Cover out{.item = item,
            .people = people,
            .stock = 0,
            .spoils = 0,
            .use_per_day = daily_use(bank, outlet, item, people, today),
            .hours = {},
            .days = {}};
  std::vector<Lot> lots;
  if (const auto* shelf = bank.shelves.find(outlet))
    std::ranges::copy_if(shelf->lots, std::back_inserter(lots),
                         [&](const Lot& lot) { return lot.item == item && is_usable(lot, today); });
  out.stock = total(lots);
  if (out.use_per_day <= 0) return out;
  const auto used = used_in_time(bank, outlet, lots, out.use_per_day, now);
  out.spoils = out.stock - used;
  out.hours = used * 24 / out.use_per_day;
  out.days = used / out.use_per_day;
  return out;
}

Reorder reorder_advice(const Bank& bank, const OutletId& outlet, Item item, std::int64_t people,
                       Time now) {
  using enum policy::Key;
  const Day today = today_at(bank, outlet, now);
  const auto value = [&](policy::Key key) {
    return policy::in_force(bank, key, outlet, today).value;
  };
  Reorder out{.cover = cover(bank, outlet, item, people, now),
              .in_transit = in_transit(bank, outlet, item, today),
              .lead_days = value(supply_lead_days),
              .margin_days = value(reorder_margin_days),
              .safety_days = value(ppe_cover_min_days),
              .due = false,
              .below_safety = false,
              .quantity = 0,
              .order_by = {},
              .runs_out_at = {}};
  const std::int64_t use = out.cover.use_per_day;
  const std::int64_t coming = out.cover.stock - out.cover.spoils + out.in_transit;
  out.due = coming < use * (out.lead_days + out.margin_days);
  out.below_safety = coming < use * out.safety_days;
  if (out.due || out.below_safety)
    out.quantity = std::max<std::int64_t>(0, use * (out.safety_days + out.lead_days) - coming);
  if (use <= 0) return out;
  out.order_by = now + hours{coming * 24 / use} - days{out.lead_days} - days{out.margin_days};
  out.runs_out_at = now + hours{*out.cover.hours};
  return out;
}

Time arrival_due(const Bank& bank, const Transfer& transfer, Time now) {
  const auto lead = policy::in_force(bank, policy::Key::supply_lead_days, transfer.to_outlet,
                                     today_at(bank, transfer.to_outlet, now));
  return transfer.sent_at + days{lead.value};
}

std::vector<Lot> expiring_soon(const Bank& bank, const OutletId& outlet, Time now) {
  const Day today = today_at(bank, outlet, now);
  const auto warning =
      policy::in_force(bank, policy::Key::expiry_warning_days, outlet, today).value;
  std::vector<Lot> out;
  if (const auto* shelf = bank.shelves.find(outlet))
    for (const Lot& lot : shelf->lots)
      if (lot.expires_on && *lot.expires_on <= today + days{warning}) out.push_back(lot);
  std::ranges::sort(out, {}, [](const Lot& lot) { return lot.expires_on; });
  return out;
}

}  // namespace waystation::supply
