#pragma once
// At the counter: what customers pay in lies in the window's drawer until it is bagged under a
// seal, each source apart; what they are paid comes out of a teller's box.
#include "domain/cash_hold.h"

namespace waystation::cash {

inline constexpr Roles tellers = role_set(Role::outlet_manager, Role::supervisor, Role::teller);
inline constexpr Roles cash_crew = tellers | role_set(Role::cash_centre);

// "outlet.unknown"; otherwise the outlet keeps cash.
std::optional<Refusal> refuse_site(const Bank&, const OutletId&);
// What more an outlet may hold, as its insurer allows; "cash.above-holding-limit" beyond it.
std::optional<Refusal> refuse_holding(const Bank&, const OutletId&, Fen more);
// "cash.bag-of-another-site" where the id does not begin with the outlet's, "cash.bag-exists".
std::optional<Refusal> refuse_new_bag(const Bank&, const OutletId&, const BagId&);
// "cash.bag-unknown" where it does not lie here, "cash.bag-waiting" where two people have begun to
// do something with it.
std::optional<Refusal> refuse_bag(const Bank&, const OutletId&, const BagId&, Time now);
// Bags that are named together: some, each once, no more than one deed may touch.
std::optional<Refusal> refuse_list(const std::vector<BagId>&);
// A late entry (late_entry.h); "cash.day-signed" where two have signed the sheet of that day.
std::optional<Refusal> refuse_moment(const Bank&, const OutletId&,
                                     const std::optional<Time>& occurred_at, const Stamp&);
Refusal short_of(const Notes& wanted, const Notes& there);  // "cash.short", with the denomination.

// ---- Receive from customers.

struct Receive {
  static constexpr auto name = "cash.receive";
  static constexpr Roles roles = tellers;
  OutletId outlet;
  PlaceName window;
  Source source = Source::ordinary;
  Packs notes;
  Fen total;
  std::optional<Time> occurred_at = {};  // Where it is recorded late.
};
BOOST_DESCRIBE_STRUCT(Receive, (), (outlet, window, source, notes, total, occurred_at))

struct Received {
  static constexpr auto name = "cash.received";
  OutletId outlet;
  PlaceName window;
  Source source = Source::ordinary;
  Packs notes;
  Fen amount;
  std::optional<Time> occurred_at = {};  // Where it is recorded late.
};
BOOST_DESCRIBE_STRUCT(Received, (), (outlet, window, source, notes, amount, occurred_at))

Decision<Received> decide(const Bank&, const Receive&, const Stamp&);
void apply(Custody&, const Received&, const Mark&);

// ---- Bag what lies in a drawer.

struct Fill {
  static constexpr auto name = "cash.bag";
  static constexpr Roles roles = tellers;
  OutletId outlet;
  BagId bag;
  PlaceName window;
  Source source = Source::ordinary;
  Packs notes;
  Fen total;
  SealId seal;
  std::optional<Time> occurred_at = {};  // Where it is recorded late.
};
BOOST_DESCRIBE_STRUCT(Fill, (), (outlet, bag, window, source, notes, total, seal, occurred_at))

struct Bagged {
  static constexpr auto name = "cash.bagged";
  OutletId outlet;
  BagId bag;
  PlaceName window;
  Source source = Source::ordinary;
  Packs notes;
  Fen amount;
  SealId seal;
  std::optional<Time> occurred_at = {};  // Where it is recorded late.
};
BOOST_DESCRIBE_STRUCT(Bagged, (), (outlet, bag, window, source, notes, amount, seal, occurred_at))

Decision<Bagged> decide(const Bank&, const Fill&, const Stamp&);
void apply(Custody&, const Bagged&, const Mark&);

// ---- Pay a customer out of a teller's box.

struct Pay {
  static constexpr auto name = "cash.pay";
  static constexpr Roles roles = tellers;
  OutletId outlet;
  PlaceName teller_box;
  Packs notes;
  Fen total;
  std::optional<Time> occurred_at = {};  // Where it is recorded late.
};
BOOST_DESCRIBE_STRUCT(Pay, (), (outlet, teller_box, notes, total, occurred_at))

struct Paid {
  static constexpr auto name = "cash.paid";
  OutletId outlet;
  PlaceName teller_box;
  Packs notes;
  Fen amount;
  std::optional<Time> occurred_at = {};  // Where it is recorded late.
};
BOOST_DESCRIBE_STRUCT(Paid, (), (outlet, teller_box, notes, amount, occurred_at))

Decision<Paid> decide(const Bank&, const Pay&, const Stamp&);
void apply(Custody&, const Paid&, const Mark&);

}  // namespace waystation::cash
