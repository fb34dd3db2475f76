#pragma once
// 现金闭环: which cash is untreated, held or releasable, and when each bag is money again? The
// table of all outlets reads their books only; the page of one shows its bags with their clocks.
#include "application/view.h"

namespace waystation::view {

struct CashHolding {
  cash::PlaceKind place = cash::PlaceKind::vault;
  cash::Line line = cash::Line::paid_in;
  cash::Stage stage = cash::Stage::bagged;
  cash::Source source = cash::Source::ordinary;
  Fen amount;
  cash::Packs notes;
};
BOOST_DESCRIBE_STRUCT(CashHolding, (), (place, line, stage, source, amount, notes))

struct CashRow {
  OutletId outlet;
  std::string title;
  CityId city;
  bool sealed = false;
  Fen held;   // In every stage.
  Fen clean;  // Released, or in a teller's box.
  Fen limit;  // None where it is nothing.
  std::int64_t bags = 0;
  std::int64_t waiting = 0;        // For a second signer.
  std::int64_t discrepancies = 0;  // Not yet looked into.
};
BOOST_DESCRIBE_STRUCT(CashRow, (),
                      (outlet, title, city, sealed, held, clean, limit, bags, waiting,
                       discrepancies))

struct CashTableQuery {
  std::optional<Scope> scope;
};
BOOST_DESCRIBE_STRUCT(CashTableQuery, (), (scope))

struct CashTable {
  static constexpr auto name = "cash";
  static constexpr Roles roles = cash::cash_crew | command_centres | role_set(Role::auditor);
  using Query = CashTableQuery;
  std::vector<CashRow> rows;  // Outlets that keep a book of cash.
  Fen held, clean;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(CashTable, (), (rows, held, clean, as_of_seq, as_of))
Decision<CashTable> see(const Viewing&, const CashTableQuery&);

struct CashBagRow {
  cash::BagId bag;
  cash::Source source = cash::Source::ordinary;
  cash::Stage stage = cash::Stage::bagged;
  cash::PlaceKind place = cash::PlaceKind::window;
  std::string at;
  Fen amount;
  cash::Packs notes;  // Not before it is counted: whoever counts, counts blind.
  cash::SealId seal;
  Time since;
  std::optional<Time> sanitised_at;
  std::optional<Time> held_until;
  bool key_area = false;
  std::optional<std::string> not_yet;  // Why it cannot be released now: a code "cash.…".
};
BOOST_DESCRIBE_STRUCT(CashBagRow, (),
                      (bag, source, stage, place, at, amount, notes, seal, since, sanitised_at,
                       held_until, key_area, not_yet))

struct CashRunRow {
  cash::RunId run;
  cash::PlaceName cabinet;
  cash::Method method = cash::Method::cabinet;
  Time since;
  Time done_at;  // Not before.
  std::vector<cash::BagId> bags;
};
BOOST_DESCRIBE_STRUCT(CashRunRow, (), (run, cabinet, method, since, done_at, bags))

struct CashWaiting {
  cash::ActId act;
  cash::Deed deed;
  AccountId by;
  Time expires_at;
};
BOOST_DESCRIBE_STRUCT(CashWaiting, (), (act, deed, by, expires_at))

struct CashDiscrepancy {
  cash::BagId bag;
  cash::Packs missing, surplus;
  Time at;
  std::vector<AccountId> counted_by;
};
BOOST_DESCRIBE_STRUCT(CashDiscrepancy, (), (bag, missing, surplus, at, counted_by))

struct CashTellerBox {
  cash::PlaceName teller_box;
  Fen amount;
  cash::Packs notes;
};
BOOST_DESCRIBE_STRUCT(CashTellerBox, (), (teller_box, amount, notes))

struct CashPageQuery {
  OutletId outlet;
};
BOOST_DESCRIBE_STRUCT(CashPageQuery, (), (outlet))

struct CashPage {
  static constexpr auto name = "cash-outlet";
  static constexpr Roles roles = CashTable::roles;
  using Query = CashPageQuery;
  OutletId outlet;
  std::string title;
  Fen held, clean, limit;
  std::vector<CashHolding> stages;  // The balance sheet of this moment.
  std::vector<CashBagRow> bags;     // Those that become money again first, first.
  std::vector<CashTellerBox> teller_boxes;
  std::vector<CashRunRow> runs;
  std::vector<CashWaiting> waiting;
  std::vector<CashDiscrepancy> discrepancies;
  std::int64_t version = 0;  // Of "cash/…".
  std::string time_zone;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(CashPage, (),
                      (outlet, title, held, clean, limit, stages, bags, teller_boxes, runs, waiting,
                       discrepancies, version, time_zone, now, as_of_seq, as_of))
Decision<CashPage> see(const Viewing&, const CashPageQuery&);

}  // namespace waystation::view
