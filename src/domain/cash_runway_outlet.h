#pragma once
// What the runway of an outlet is reckoned from, as the state has it: clean cash, bags whose hold
// ends, the vans to come, and a demand profile of the ledger's own last days.
//
// The profile: the average payout of each weekday, pension days brought down to an ordinary day
// first and up again where one lies ahead; a weekday seen less than twice has the average of all.
// Times of day are the ledger's shares by quarter of an hour; without a ledger, the payout is
// spread evenly over the opening hours. Where the ledger knows fewer than five days the payouts of
// the plan in force are taken, else what the outlet declared; where there is none of these there is
// no forecast, and none is invented.
#include "domain/cash_payouts.h"
#include "domain/cash_runway.h"

namespace waystation::cash {

inline constexpr std::size_t least_payout_days = 5;

// Which vans are expected: those of the plan in force, by the passes of the zone at the interval of
// the policy, or by that interval from the last delivery. No pass means no van.
BOOST_DEFINE_ENUM_CLASS(VisitBasis, plan, passes, interval, none)

struct Visits {
  VisitBasis basis = VisitBasis::none;
  std::optional<Time> next, after_next;  // At the end of their windows.
};
BOOST_DESCRIBE_STRUCT(Visits, (), (basis, next, after_next))

Visits visits_of(const Bank&, const OutletId&, Time now);

// Until the van after the next, so that one may be missed; without vans, the reserve's cover days.
// 14 days at most.
Time horizon_of(const Bank&, const OutletId&, const Visits&, Time now);

// Whether it pays out on a day at all: outside every seal on each; inside, where the plan opens it,
// its windows serve, or it has paid out within the last three days.
bool is_paying(const Bank&, const OutletId&, Time now);

// Bags count once they are counted: nobody is told of an uncounted one what it holds. O(bags) where
// there is a counted bag, else O(accounts).
Supply supply_of(const Bank&, const OutletId&, Time now, Time until);

// O(slots). Nothing where the outlet does not pay out.
Profile profile_of(const Bank&, const OutletId&, Time now, Time until);

bool is_pension_day(const Bank&, const OutletId&, Day);
// What an ordinary day pays out on average, of whatever basis; for the page to say.
struct DailyPayout {
  ForecastBasis basis = ForecastBasis::none;
  Fen average;
  std::int64_t days_seen = 0;
};
BOOST_DESCRIBE_STRUCT(DailyPayout, (), (basis, average, days_seen))
DailyPayout daily_payout(const Bank&, const OutletId&, Time now);

}  // namespace waystation::cash
