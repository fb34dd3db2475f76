#include "domain/cash_runway_advice.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "domain/bank.h"

namespace waystation::cash {

namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr std::array small_notes = {Denomination::yuan_50, Denomination::yuan_20,
                                    Denomination::yuan_10, Denomination::yuan_5,
                                    Denomination::yuan_1};
constexpr std::size_t without_ledger = 3;  // Then 50, 20 and 10 yuan in equal sums.

BundleLine line_of(Denomination denomination, Fen amount, Rounding rounding) {
  const Fen strap = value_of(denomination) * notes_a_strap;
  const std::int64_t more = rounding == Rounding::up ? strap.count - 1 : 0;
  const std::int64_t straps = (amount.count + more) / strap.count;
  constexpr std::int64_t a_bundle = notes_a_bundle / notes_a_strap;
  return {denomination, std::int32_t(straps / a_bundle), std::int32_t(straps % a_bundle),
          strap * straps};
}

std::int64_t weight_of(const std::vector<std::int64_t>& paid, Denomination d) {
  return std::size_t(d) < paid.size() ? paid[std::size_t(d)] : 0;
}

std::array<std::int64_t, small_notes.size()> small_weights(const std::vector<std::int64_t>& paid) {
  std::array<std::int64_t, small_notes.size()> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = weight_of(paid, small_notes[i]);
  if (std::reduce(out.begin(), out.end()) == 0) std::fill_n(out.begin(), without_ledger, 1);
  return out;
}

Fen part_of(Fen whole, std::int64_t part, std::int64_t all) {
  return {std::int64_t(WideFen(whole.count) * part / all)};
}

// The ledger's own share of small notes, if it is more than the floor.
std::int64_t small_share(std::int64_t floor_percent, const std::vector<std::int64_t>& paid) {
  const auto all = std::reduce(paid.begin(), paid.end(), std::int64_t{});
  if (all == 0) return floor_percent;
  std::int64_t small = 0;
  for (const auto d : small_notes) small += weight_of(paid, d);
  return std::max(floor_percent, std::int64_t(WideFen(small) * 100 / all));
}

}  // namespace

std::vector<BundleLine> bundles_of(Fen amount, std::int64_t small_percent,
                                   const std::vector<std::int64_t>& paid, Rounding rounding) {
  const auto weights = small_weights(paid);
  const auto all = std::reduce(weights.begin(), weights.end());
  const Fen small = part_of(amount, small_share(small_percent, paid), 100);
  std::vector<BundleLine> out;
  Fen packed;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto line = line_of(small_notes[i], part_of(small, weights[i], all), rounding);
    packed = packed + line.amount;
    if (line.amount > Fen{}) out.push_back(line);
  }
  const auto large = line_of(Denomination::yuan_100, std::max(Fen{}, amount - packed), rounding);
  if (large.amount > Fen{}) out.insert(out.begin(), large);
  return out;
}

Outlook outlook_of(const Bank& bank, const OutletId& id, Time now) {
  Visits visits = visits_of(bank, id, now);
  const Time until = horizon_of(bank, id, visits, now);
  Supply supply = supply_of(bank, id, now, until);
  Profile profile = profile_of(bank, id, now, until);
  Runway runway(supply, profile);
  return {until, visits, std::move(supply), std::move(profile), std::move(runway)};
}

std::int32_t warning_basis_points(const Bank& bank, const OutletId& id, Time now) {
  const Day today = local_day(now, outlet::time_zone_of(bank, id));
  return std::int32_t(
      policy::in_force(bank, policy::Key::run_out_warning_basis_points, id, today).value);
}

namespace {

// What may be brought at most, and what says so.
struct Room {
  Fen most;
  BringLimit limit;
};

Room room_for(const Bank& bank, const OutletId& id) {
  Room room{{INT64_MAX}, BringLimit::none};
  const outlet::Outlet& outlet = bank.outlets.at(id);
  Fen largest;
  for (const auto& [van_id, van] : bank.vans)
    if (van.city == outlet.city) largest = std::max(largest, van.carry_limit);
  if (largest > Fen{}) room = {largest, BringLimit::van_load};
  if (outlet.cash_limit > Fen{}) {
    const Fen left = std::max(Fen{}, outlet.cash_limit - held_in(site_of(bank, id).book));
    if (left < room.most) room = {left, BringLimit::holding_limit};
  }
  return room;
}

bool pension_day_within(const Bank& bank, const OutletId& id, Time now, Time until) {
  const std::string& zone = outlet::time_zone_of(bank, id);
  for (Day day = local_day(now, zone); day <= local_day(until, zone); day += days{1})
    if (is_pension_day(bank, id, day)) return true;
  return false;
}

void add_deadlines(const Bank& bank, const OutletId& id, Time now, Advice& out) {
  if (!out.needed_by) return;
  const Day today = local_day(now, outlet::time_zone_of(bank, id));
  const auto value = [&](policy::Key key) {
    return minutes{policy::in_force(bank, key, id, today).value};
  };
  const bool sealed = zone::sealed_zone_of(bank, id, now).has_value();
  out.leave_by = *out.needed_by - value(policy::Key::emergency_drive_minutes) -
                 (sealed ? value(policy::Key::gate_margin_minutes) : minutes{0});
  out.too_late = *out.leave_by < now;
}

// Notes that become money before they are needed need not be brought.
Fen there_by(const Supply& supply, std::optional<Time> needed_by) {
  Fen there = supply.clean;
  for (const Becoming& bag : supply.becoming)
    if (needed_by && bag.at <= *needed_by) there = there + bag.amount;
  return there;
}

void add_bundles(const Bank& bank, const OutletId& id, Advice& out) {
  const auto& paid = payouts_of(bank, id).by_notes;
  const Room room = room_for(bank, id);
  const auto packed = [&](Fen amount, Rounding rounding) {
    out.bundles = bundles_of(amount, out.small_percent, paid, rounding);
    out.bring = {};
    for (const BundleLine& line : out.bundles) out.bring = out.bring + line.amount;
  };
  packed(out.missing, Rounding::up);
  if (out.bring <= room.most) return;
  out.limit = room.limit;
  packed(room.most, Rounding::down);
}

}  // namespace

Advice advice_of(const Bank& bank, const OutletId& id, const Outlook& o, Time now) {
  Advice out;
  const auto warning = warning_basis_points(bank, id, now);
  const Time van = o.visits.next.value_or(o.until);
  out.risk_if_not = out.risk_if_brought = o.runway.risk_by(van);
  out.urgent = out.risk_if_not >= warning;
  out.needed_by = o.runway.first_at(warning, now);
  out.reserve = o.runway.reserve_until(o.until, warning);
  add_deadlines(bank, id, now, out);
  out.missing = std::max(Fen{}, out.reserve - there_by(o.supply, out.needed_by));
  if (!out.needed_by || out.missing == Fen{}) return out;
  using enum policy::Key;
  out.pension_day_ahead = pension_day_within(bank, id, now, o.until);
  const auto floor =
      out.pension_day_ahead ? small_note_floor_pension_percent : small_note_floor_percent;
  out.small_percent =
      policy::in_force(bank, floor, id, local_day(now, outlet::time_zone_of(bank, id))).value;
  add_bundles(bank, id, out);
  Supply more = o.supply;
  more.clean = more.clean + out.bring;
  out.risk_if_brought = Runway(more, o.profile).risk_by(van);
  return out;
}

}  // namespace waystation::cash
