#pragma once
// 防疫物资: how many days are left at each outlet, does the next delivery come before that, what to
// order and until when, each with the numbers that it is reckoned from.
#include "application/view.h"

namespace waystation::view {

struct SupplyRow {
  OutletId outlet;
  std::string title;
  CityId city;
  bool is_warehouse = false;  // A back office with a shelf.
  bool is_sealed = false;
  std::optional<AccountId> keeper;
  supply::Reorder advice;  // With the cover and its formula.
  std::int64_t minimum_days = 0;
  Severity severity = Severity::normal;
  std::int64_t expired = 0;  // On the shelf, and of no use.
  std::optional<Day> first_expiry;
  std::optional<Time> arrives_by;  // The first transfer with this item that is on its way.
  std::optional<Time> next_van;    // By the plan in force.
  bool comes_in_time = true;       // Nothing runs out, or a delivery comes before that.
};
BOOST_DESCRIBE_STRUCT(SupplyRow, (),
                      (outlet, title, city, is_warehouse, is_sealed, keeper, advice, minimum_days,
                       severity, expired, first_expiry, arrives_by, next_van, comes_in_time))

struct TransferRow {
  supply::TransferId transfer;
  OutletId from_outlet, to_outlet;
  std::string from_title, to_title;
  Time sent_at;
  Time due_at;  // When it ought to have arrived.
  bool is_overdue = false;
  std::vector<supply::Lot> lines;  // As sent; of one that came short, what is missing.
  std::string reason;              // Of the shortage.
};
BOOST_DESCRIBE_STRUCT(TransferRow, (),
                      (transfer, from_outlet, to_outlet, from_title, to_title, sent_at, due_at,
                       is_overdue, lines, reason))

struct LotRow {
  OutletId outlet;
  std::string title;
  supply::Lot lot;
  bool is_expired = false;
  std::int64_t days_left = 0;  // Including today.
};
BOOST_DESCRIBE_STRUCT(LotRow, (), (outlet, title, lot, is_expired, days_left))

struct SuppliesQuery {
  std::optional<Scope> scope;
  std::optional<supply::Item> item;
  std::optional<Severity> severity;  // That, or worse.
  std::optional<std::string> search;
};
BOOST_DESCRIBE_STRUCT(SuppliesQuery, (), (scope, item, severity, search))

struct Supplies {
  static constexpr auto name = "supplies";
  static constexpr Roles roles = everyone_signed_in;
  using Query = SuppliesQuery;
  std::vector<SupplyRow> rows;          // What runs out first is first; unused items last.
  std::vector<TransferRow> in_transit;  // The longest on its way first.
  std::vector<TransferRow> came_short;
  std::vector<LotRow> expiring;  // By date.
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(Supplies, (), (rows, in_transit, came_short, expiring, now, as_of_seq, as_of))
Decision<Supplies> see(const Viewing&, const SuppliesQuery&);

// ---- One shelf, as its outlet sees it.

struct KeeperChoice {
  AccountId account;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(KeeperChoice, (), (account, title))

struct PlaceChoice {
  OutletId outlet;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(PlaceChoice, (), (outlet, title))

struct ShelfQuery {
  OutletId outlet;
};
BOOST_DESCRIBE_STRUCT(ShelfQuery, (), (outlet))

struct ShelfPage {
  static constexpr auto name = "shelf";
  static constexpr Roles roles = everyone_signed_in;
  using Query = ShelfQuery;
  OutletId outlet;
  std::vector<SupplyRow> rows;    // One an item, used or not.
  std::vector<supply::Lot> lots;  // As they go out; expired ones too.
  std::vector<TransferRow> incoming;
  std::vector<TransferRow> came_short;
  std::optional<AccountId> keeper;
  std::string keeper_title;
  std::vector<KeeperChoice> keepers;  // Who may be appointed.
  std::vector<PlaceChoice> places;    // Where a transfer can go: the shelves of the same city.
  std::int64_t version = 0;           // Of supply, for If-Match.
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(ShelfPage, (),
                      (outlet, rows, lots, incoming, came_short, keeper, keeper_title, keepers,
                       places, version, now, as_of_seq, as_of))
Decision<ShelfPage> see(const Viewing&, const ShelfQuery&);

}  // namespace waystation::view
