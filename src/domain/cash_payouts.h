#pragma once
// What the ledger itself remembers of payouts 付出: for each outlet the sums of its last days with
// a payout, when in the day they were paid, in which denominations and in what sizes. A forecast
// reads nothing else of the past. Gross: what is paid in does not count against it, for inside its
// hold it is no supply.
//
// Days are kept one by one, 28 at most, so that each weekday is seen four times. Times of day,
// denominations and sizes fade instead: with each new day the sums so far keep 27 of 28 parts,
// rounded down, so that half of their weight is of the last 19 days with a payout.
#include "domain/cash_act.h"
#include "domain/city.h"
#include "domain/outlet.h"

namespace waystation::cash {

inline constexpr int quarters_a_day = 96;
inline constexpr std::size_t payout_days_kept = 28;

struct PayoutDay {
  Day day;
  Fen paid;
};
BOOST_DESCRIBE_STRUCT(PayoutDay, (), (day, paid))

struct PayoutRecord {
  std::string time_zone;               // Of the outlet's city.
  std::vector<PayoutDay> days;         // Oldest first.
  std::vector<std::int64_t> quarters;  // Fen by quarter of an hour, faded; empty or all 96.
  std::vector<std::int64_t> by_notes;  // Fen by denomination, faded; empty or one each.
  std::int64_t squares_yuan2 = 0;      // Σ (yuan of a payment)², faded.
  std::optional<Time> delivered_at;    // When cash last came from the van or the central bank.
};
BOOST_DESCRIBE_STRUCT(PayoutRecord, (),
                      (time_zone, days, quarters, by_notes, squares_yuan2, delivered_at))

struct Payouts {
  Table<CityId, std::string> time_zones;
  Table<OutletId, PayoutRecord> outlets;
};
BOOST_DESCRIBE_STRUCT(Payouts, (), (time_zones, outlets))

const PayoutRecord& payouts_of(const Bank&, const OutletId&);

void apply(Payouts&, const city::Added&, const Mark&);
void apply(Payouts&, const outlet::Registered&, const Mark&);
// One payment to a customer, at the time of its mark. O(log outlets + 100).
void remember_payout(Payouts&, const OutletId&, const Notes&, Time at);
void apply(Payouts&, const Paid&, const Mark&);
void apply(Payouts&, const Confirmed&, const Mark&);

}  // namespace waystation::cash
