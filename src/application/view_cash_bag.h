#pragma once
// The trail of a bag 封包履历: everything that ever happened to it, out of the log: what, when, who
// with whom, where, under which seal, and the number of the entry. What it was said to hold is not
// in it: whoever counts, counts blind. O(entries of the log). (R20)
#include "application/view.h"

namespace waystation::view {

struct CashBagStep {
  std::int64_t seq = 0;
  Time at;
  std::string event;                   // "cash.bagged", "cash.confirmed"
  std::optional<cash::DeedKind> deed;  // What two did, or one put forward.
  OutletId outlet;                     // In whose house, or at whose door.
  std::string title;
  AccountId by;
  std::optional<AccountId> with;      // The other of two.
  std::optional<std::string> place;   // The window, cabinet, box or van.
  std::optional<cash::SealId> seal;   // As it was put on, or as it was read.
  std::optional<std::string> remark;  // A reason, a finding, a document.
};
BOOST_DESCRIBE_STRUCT(CashBagStep, (),
                      (seq, at, event, deed, outlet, title, by, with, place, seal, remark))

struct CashBagQuery {
  cash::BagId bag;
};
BOOST_DESCRIBE_STRUCT(CashBagQuery, (), (bag))

struct CashBagTrail {
  static constexpr auto name = "cash-bag";
  static constexpr Roles roles = cash::cash_crew | command_centres | role_set(Role::auditor);
  using Query = CashBagQuery;
  cash::BagId bag;
  OutletId origin;  // Who sealed it.
  std::string origin_title;
  std::optional<cash::Source> source;
  std::optional<Time> since;         // When it was sealed, or taken in.
  std::optional<Time> held_until;    // As of now, where it is held.
  std::optional<cash::Stage> stage;  // None once it is no more.
  std::optional<std::string> at;     // The outlet or the van that has it.
  std::vector<CashBagStep> steps;    // Oldest first.
  std::string time_zone;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(CashBagTrail, (),
                      (bag, origin, origin_title, source, since, held_until, stage, at, steps,
                       time_zone, now, as_of_seq, as_of))
// "cash.bag-unknown" where no entry of the log names it.
Decision<CashBagTrail> see(const Viewing&, const CashBagQuery&);

}  // namespace waystation::view
