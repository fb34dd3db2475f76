#pragma once
// Cash orders of a part of the province 领缴款预约: what waits for an answer and until when, what
// is approved and not yet brought, and the last that are closed.
#include "application/view.h"

namespace waystation::view {

struct CashOrderRow {
  OutletId outlet;
  std::string title;
  CityId city;
  cash_order::OrderId order;
  cash_order::Direction direction = cash_order::Direction::delivery;
  cash_order::Status status = cash_order::Status::waiting;
  cash::Packs ordered;
  Fen amount;
  cash::Packs approved;  // None before the first approval.
  Fen approved_amount;
  Day needed_on;
  AccountId by;
  Time since;
  Time answer_by;
  bool late = false;  // It waits, and its time is over.
  bool two_approve = false;
  std::vector<cash_order::Answer> approvals;
  std::optional<cash_order::Answer> closed;
};
BOOST_DESCRIBE_STRUCT(CashOrderRow, (),
                      (outlet, title, city, order, direction, status, ordered, amount, approved,
                       approved_amount, needed_on, by, since, answer_by, late, two_approve,
                       approvals, closed))

struct CashOrdersQuery {
  std::optional<Scope> scope;
};
BOOST_DESCRIBE_STRUCT(CashOrdersQuery, (), (scope))

struct CashOrders {
  static constexpr auto name = "cash-orders";
  static constexpr Roles roles = cash::cash_crew | command_centres | role_set(Role::auditor);
  using Query = CashOrdersQuery;
  std::vector<CashOrderRow> rows;  // What waits first, most urgent first; then by day.
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(CashOrders, (), (rows, now, as_of_seq, as_of))
Decision<CashOrders> see(const Viewing&, const CashOrdersQuery&);

}  // namespace waystation::view
