#include "application/view_cash_order.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

CashOrderRow row_of(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet,
                    const cash_order::Order& order) {
  return {.outlet = id,
          .title = outlet.title,
          .city = outlet.city,
          .order = order.order,
          .direction = order.direction,
          .status = order.status,
          .ordered = packs_of(order.ordered),
          .amount = value_of(order.ordered),
          .approved = packs_of(order.approved),
          .approved_amount = value_of(order.approved),
          .needed_on = order.needed_on,
          .by = order.by,
          .since = order.since,
          .answer_by = order.answer_by,
          .late = order.status == cash_order::Status::waiting && order.answer_by < v.now,
          .two_approve = order.two_approve,
          .approvals = order.approvals,
          .closed = order.closed};
}

}  // namespace

Decision<CashOrders> see(const Viewing& v, const CashOrdersQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  const Bank& bank = v.standing.bank;
  CashOrders out;
  for (const auto& [id, book] : bank.cash_orders) {
    if (!scope->covers(scope_of_outlet(bank, id))) continue;
    for (const auto& order : book.orders)
      out.rows.push_back(row_of(v, id, bank.outlets.at(id), order));
  }
  std::ranges::stable_sort(out.rows, {}, [](const CashOrderRow& row) {
    const bool waits = row.status == cash_order::Status::waiting;
    return std::tuple(!waits, waits ? row.answer_by : Time{}, row.needed_on);
  });
  out.now = v.now;
  stamp_as_of(out, v.standing);
  return out;
}

}  // namespace waystation::view
