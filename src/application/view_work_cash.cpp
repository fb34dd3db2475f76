// What the clock raises of cash: orders without an answer, pairs that act together for too long,
// codes that are due, and days that two have not signed.
#include <algorithm>

#include "application/view_reading.h"
#include "application/view_work.h"

namespace waystation::view {

namespace {

using std::chrono::days;

void add_orders(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet,
                WorkItems& items) {
  const auto* book = v.standing.bank.cash_orders.find(id);
  if (!book) return;
  for (const auto& order : book->orders) {
    if (order.status != cash_order::Status::waiting) continue;
    auto item = about_outlet(WorkCode::cash_order_waits, id, outlet);
    item.deadline = order.answer_by;
    item.severity = order.answer_by < v.now ? Severity::alarm : Severity::warning;
    item.facts = {{"order", order.order.text},
                  {"direction", std::string(name_of(order.direction))},
                  {"amount", cash::in_yuan(value_of(order.ordered))},
                  {"needed_on", to_text(order.needed_on)},
                  number("approvals", std::ssize(order.approvals)),
                  number("needed", order.two_approve ? 2 : 1)};
    item.action = "cash-order.approve";
    items.push_back(std::move(item));
  }
}

void add_keys(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet,
              WorkItems& items) {
  const Bank& bank = v.standing.bank;
  const auto& ring = cash_key::keys_of(bank, id);
  for (const auto& pair : ring.pairs) {
    const Time until = change_by(bank, id, pair, v.now);
    if (v.now < until || v.now - pair.last >= cash_key::rest_of_pair) continue;
    auto item = about_outlet(WorkCode::cash_pair_too_long, id, outlet);
    item.deadline = until;
    item.facts = {{"one", pair.one.text},
                  {"other", pair.other.text},
                  {"since", to_text(local_day(pair.since, outlet::time_zone_of(bank, id)))}};
    item.action = "cash.confirm";
    items.push_back(std::move(item));
  }
  const Day today = today_at(v, id);
  for (const auto& lock : ring.locks) {
    const Day due = code_due_on(bank, id, lock, v.now);
    if (today + cash_key::code_warning_days < due) continue;
    auto item = about_outlet(WorkCode::code_change_due, id, outlet);
    item.deadline = at_local(due + days{1}, {}, outlet::time_zone_of(bank, id));
    item.severity = due < today ? Severity::alarm : Severity::warning;
    item.facts = {{"lock", lock.lock.text},
                  {"changed_on", to_text(lock.changed_on)},
                  {"due_on", to_text(due)}};
    item.action = "cash-key.begin-change";
    items.push_back(std::move(item));
  }
}

// The first day before today on which cash moved and that nobody has signed.
void add_day(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet, WorkItems& items) {
  const Bank& bank = v.standing.bank;
  const auto& flows = cash_day::ledger_of(bank, id).flows;
  const auto first = std::ranges::min_element(flows, {}, &cash_day::Flow::day);
  if (first == flows.end() || first->day >= cash_day::day_of(v.now)) return;
  auto item = about_outlet(WorkCode::cash_day_unsigned, id, outlet);
  item.deadline = at_local(first->day + days{1}, {}, outlet::time_zone_of(bank, id));
  item.facts = {{"day", to_text(first->day)}};
  item.action = "cash-day.draw-up";
  items.push_back(std::move(item));
}

}  // namespace

void add_cash(const Viewing& v, const Scope& scope, WorkItems& items) {
  for (const auto& [id, outlet] : v.standing.bank.outlets) {
    if (!sees(scope, id, outlet)) continue;
    add_orders(v, id, outlet, items);
    add_keys(v, id, outlet, items);
    add_day(v, id, outlet, items);
  }
}

}  // namespace waystation::view
