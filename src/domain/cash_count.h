#pragma once
// Counting 清点 under two pairs of eyes: the second counts blind, without what the first found. If
// they agree, what the bag holds is what they found, and what it was said to hold beyond that is
// missing 短款 (or the other way round 长款) until somebody else has looked into it. If they do
// not, both begin again.
#include "domain/cash_counter.h"

namespace waystation::cash {

// ---- The first count.

struct Count {
  static constexpr auto name = "cash.count";
  static constexpr Roles roles = cash_crew;
  OutletId outlet;
  BagId bag;
  Packs notes;
  Fen total;
};
BOOST_DESCRIBE_STRUCT(Count, (), (outlet, bag, notes, total))

struct CountedOnce {
  static constexpr auto name = "cash.counted-once";
  OutletId outlet;
  BagId bag;
  Packs notes;
  Fen amount;
};
BOOST_DESCRIBE_STRUCT(CountedOnce, (), (outlet, bag, notes, amount))

Decision<CountedOnce> decide(const Bank&, const Count&, const Stamp&);
void apply(Custody&, const CountedOnce&, const Mark&);

// ---- The second, by another.

struct Recount {
  static constexpr auto name = "cash.recount";
  static constexpr Roles roles = cash_crew;
  OutletId outlet;
  BagId bag;
  Packs notes;
  Fen total;
};
BOOST_DESCRIBE_STRUCT(Recount, (), (outlet, bag, notes, total))

struct Counted {
  static constexpr auto name = "cash.counted";
  OutletId outlet;
  BagId bag;
  bool agreed = false;
  Packs notes;  // What the second found.
  Fen amount;
  AccountId first;
  Packs missing, surplus;  // Against what the bag was said to hold; none where they disagree.
};
BOOST_DESCRIBE_STRUCT(Counted, (), (outlet, bag, agreed, notes, amount, first, missing, surplus))

Decision<Counted> decide(const Bank&, const Recount&, const Stamp&);
void apply(Custody&, const Counted&, const Mark&);

// ---- Close a discrepancy, by somebody who did not count.

struct CloseDiscrepancy {
  static constexpr auto name = "cash.close-discrepancy";
  static constexpr Roles roles = managers | role_set(Role::cash_centre);
  OutletId outlet;
  BagId bag;
  std::string finding;
};
BOOST_DESCRIBE_STRUCT(CloseDiscrepancy, (), (outlet, bag, finding))

struct DiscrepancyClosed {
  static constexpr auto name = "cash.discrepancy-closed";
  OutletId outlet;
  BagId bag;
  std::string finding;
};
BOOST_DESCRIBE_STRUCT(DiscrepancyClosed, (), (outlet, bag, finding))

Decision<DiscrepancyClosed> decide(const Bank&, const CloseDiscrepancy&, const Stamp&);
void apply(Custody&, const DiscrepancyClosed&, const Mark&);

}  // namespace waystation::cash
