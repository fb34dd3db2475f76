#pragma once
// What to do about a runway that is too short: how much cash to bring, in which whole bundles, by
// when it must leave, and what is risked if nobody brings it.
//     bring = reserve until the van after the next - clean - what becomes money before it is needed
//     leave by = the first hour with the policy's chance of running out - drive - gate margin
// The reserve leaves over just the chance that the policy warns of (5 % by default: p95, domain
// 备付). Bundles 捆 are of 1,000 notes, straps 把 of 100. At least the policy's share of the sum is
// in notes below 100 yuan, more where a pension day lies ahead; the ledger's own share where
// larger.
#include "domain/cash_runway_outlet.h"

namespace waystation::cash {

inline constexpr std::int32_t notes_a_strap = 100, notes_a_bundle = 1'000;

struct BundleLine {
  Denomination denomination = Denomination::yuan_100;
  std::int32_t bundles = 0;
  std::int32_t straps = 0;
  Fen amount;
};
BOOST_DESCRIBE_STRUCT(BundleLine, (), (denomination, bundles, straps, amount))

// What keeps the whole reserve from being brought: the insurer's limit of the outlet or of the van.
BOOST_DEFINE_ENUM_CLASS(BringLimit, none, holding_limit, van_load)

struct Advice {
  bool urgent = false;  // The chance until the next van is the policy's or more.
  Fen reserve;          // Until the van after the next.
  Fen missing;          // Of it, before bundles and limits.
  Fen bring;            // The sum of the bundles.
  std::vector<BundleLine> bundles;
  BringLimit limit = BringLimit::none;
  std::optional<Time> needed_by;
  std::optional<Time> leave_by;
  bool too_late = false;             // It ought to have left already.
  std::int32_t risk_if_not = 0;      // Basis points, until the next van.
  std::int32_t risk_if_brought = 0;  // The same, with it.
  std::int64_t small_percent = 0;    // Of the sum, in notes below 100 yuan, at least.
  bool pension_day_ahead = false;
};
BOOST_DESCRIBE_STRUCT(Advice, (),
                      (urgent, reserve, missing, bring, bundles, limit, needed_by, leave_by,
                       too_late, risk_if_not, risk_if_brought, small_percent, pension_day_ahead))

// Whole straps of each denomination, rounded up, so that `amount` is there at least; or rounded
// down, so that it is at most.
BOOST_DEFINE_ENUM_CLASS(Rounding, up, down)
std::vector<BundleLine> bundles_of(Fen amount, std::int64_t small_percent,
                                   const std::vector<std::int64_t>& paid_by_denomination, Rounding);

// Everything that the pages show of one outlet. O(slots + bags counted).
struct Outlook {
  Time until;
  Visits visits;
  Supply supply;
  Profile profile;
  Runway runway;
};
Outlook outlook_of(const Bank&, const OutletId&, Time now);
Advice advice_of(const Bank&, const OutletId&, const Outlook&, Time now);

// Only the chance until the next van, for lists that are asked often.
std::int32_t warning_basis_points(const Bank&, const OutletId&, Time now);

}  // namespace waystation::cash
