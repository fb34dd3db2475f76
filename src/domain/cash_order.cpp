#include "domain/cash_order.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::cash_order {

using cash::in_yuan;

bool is_open(const Order& order) {
  return order.status == Status::waiting || order.status == Status::approved;
}

std::int32_t bundle_of(cash::Denomination denomination) {
  switch (denomination) {
    case cash::Denomination::coin_1:
    case cash::Denomination::jiao_5:
    case cash::Denomination::jiao_1:
      return 500;
    case cash::Denomination::yuan_100:
    case cash::Denomination::yuan_50:
    case cash::Denomination::yuan_20:
    case cash::Denomination::yuan_10:
    case cash::Denomination::yuan_5:
    case cash::Denomination::yuan_1:
      return 1000;
  }
  return 1000;
}

const Order* order_named(const Bank& bank, const OutletId& outlet, const OrderId& id) {
  const Book* book = bank.cash_orders.find(outlet);
  if (!book) return nullptr;
  const auto at = std::ranges::find(book->orders, id, &Order::order);
  return at == book->orders.end() ? nullptr : &*at;
}

namespace {

const cash::Notes& wanted(const Order& order) {
  return order.approvals.empty() ? order.ordered : order.approved;
}

std::vector<Order> open_of(const Bank& bank, const OutletId& outlet, Direction direction) {
  std::vector<Order> out;
  if (const Book* book = bank.cash_orders.find(outlet))
    std::ranges::copy_if(book->orders, std::back_inserter(out), [&](const Order& order) {
      return is_open(order) && order.direction == direction;
    });
  return out;
}

Fen sum_of(const std::vector<Order>& orders) {
  Fen sum;
  for (const Order& order : orders) sum = sum + value_of(wanted(order));
  return sum;
}

Order& edit(Orders& orders, const OutletId& outlet, const OrderId& id) {
  auto& all = orders.edit(outlet).orders;
  const auto at = std::ranges::find(all, id, &Order::order);
  if (at == all.end()) throw std::logic_error("cash-order: an order that is not there");
  return *at;
}

void close(Orders& orders, const OutletId& outlet, const OrderId& id, Status status,
           const Answer& answer) {
  Order& order = edit(orders, outlet, id);
  order.status = status, order.closed = answer;
  auto& all = orders.edit(outlet).orders;
  if (std::ranges::count_if(all, std::not_fn(is_open)) <= std::ptrdiff_t(closed_kept)) return;
  all.erase(std::ranges::find_if(all, std::not_fn(is_open)));
}

// ---- What refuses an order.

std::optional<Refusal> refuse_bundles(const cash::Packs& notes, Fen total) {
  if (auto no = cash::refuse_packs(notes, total)) return no;
  for (const cash::Pack& pack : notes)
    if (pack.count % bundle_of(pack.denomination) != 0)
      return invalid("cash-order.not-whole-bundles",
                     {{"denomination", in_yuan(value_of(pack.denomination))},
                      {"count", std::to_string(pack.count)},
                      {"bundle", std::to_string(bundle_of(pack.denomination))}});
  return {};
}

// What the outlet's insurer and that of the city's largest van allow.
std::optional<Refusal> refuse_delivery(const Bank& bank, const Place& c) {
  const auto& outlet = bank.outlets.at(c.outlet);
  const Fen held = held_in(cash::site_of(bank, c.outlet).book), coming = on_its_way(bank, c.outlet);
  if (outlet.cash_limit != Fen{} && held + coming + c.total > outlet.cash_limit)
    return conflict("cash-order.above-holding-limit", {{"limit", in_yuan(outlet.cash_limit)},
                                                       {"held", in_yuan(held)},
                                                       {"coming", in_yuan(coming)},
                                                       {"more", in_yuan(c.total)}});
  return {};
}

std::optional<Refusal> refuse_load(const Bank& bank, const Place& c) {
  const auto& city = bank.outlets.at(c.outlet).city;
  Fen most;
  for (const auto& [id, van] : bank.vans)
    if (van.city == city) most = std::max(most, van.carry_limit);
  if (c.total <= most) return {};
  return conflict("cash-order.above-carry-limit",
                  {{"limit", in_yuan(most)}, {"wanted", in_yuan(c.total)}});
}

// Only what lies bagged in the vault can be announced, and only once.
std::optional<Refusal> refuse_surplus(const Bank& bank, const Place& c) {
  Fen there;
  for (const auto& [id, bag] : cash::site_of(bank, c.outlet).bags)
    if (bag.place == cash::PlaceKind::vault) there = there + value_of(bag.notes);
  const Fen announced = sum_of(open_of(bank, c.outlet, Direction::hand_in));
  if (announced + c.total <= there) return {};
  return conflict(
      "cash-order.not-in-vault",
      {{"there", in_yuan(there)}, {"announced", in_yuan(announced)}, {"more", in_yuan(c.total)}});
}

// The order as it waits, or why nothing can be answered.
Decision<const Order*> waiting(const Bank& bank, const OutletId& outlet, const OrderId& id) {
  if (auto no = cash::refuse_site(bank, outlet)) return *no;
  const Order* order = order_named(bank, outlet, id);
  if (!order) return unknown("cash-order.unknown", id.text);
  if (order->status == Status::waiting) return order;
  return conflict("cash-order.closed",
                  {{"order", id.text}, {"status", std::string(name_of(order->status))}});
}

std::optional<Refusal> refuse_approver(const Order& order, const Stamp& stamp) {
  if (order.by == stamp.by) return conflict("cash-order.own-order", {{"account", stamp.by.text}});
  for (const Answer& answer : order.approvals)
    if (answer.by == stamp.by)
      return conflict("cash-order.approved-by-same", {{"account", stamp.by.text}});
  return {};
}

std::optional<Refusal> refuse_reduced(const Order& order, const Approve& c) {
  if (auto no = refuse_bundles(c.notes, c.total)) return no;
  const cash::Notes notes = cash::notes_of(c.notes);
  if (!order.approvals.empty() && notes != order.approved)
    return conflict("cash-order.approvals-differ",
                    {{"first", in_yuan(value_of(order.approved))}, {"yours", in_yuan(c.total)}});
  if (!holds(order.ordered, notes))
    return conflict("cash-order.more-than-ordered",
                    {{"ordered", in_yuan(value_of(order.ordered))}, {"yours", in_yuan(c.total)}});
  if (notes != order.ordered && c.remark.empty()) return invalid("cash-order.remark-missing");
  return {};
}

}  // namespace

Fen on_its_way(const Bank& bank, const OutletId& outlet) {
  return sum_of(open_of(bank, outlet, Direction::delivery));
}

// ---- Place.

Decision<Placed> decide(const Bank& bank, const Place& c, const Stamp& stamp) {
  if (auto no = cash::refuse_site(bank, c.outlet)) return *no;
  if (order_named(bank, c.outlet, c.order))
    return conflict("cash-order.exists", {{"order", c.order.text}});
  if (auto no = refuse_bundles(c.notes, c.total)) return *no;
  const Day today = local_day(stamp.at, outlet::time_zone_of(bank, c.outlet));
  if (c.needed_on < today) return invalid("cash-order.day-past", {{"day", to_text(c.needed_on)}});
  if (auto no = refuse_load(bank, c)) return *no;
  if (auto no =
          c.direction == Direction::delivery ? refuse_delivery(bank, c) : refuse_surplus(bank, c))
    return *no;
  const auto value = [&](policy::Key key) {
    return policy::in_force(bank, key, c.outlet, today).value;
  };
  return Placed{c.outlet,
                c.order,
                c.direction,
                c.notes,
                c.total,
                c.needed_on,
                stamp.at + std::chrono::hours{value(policy::Key::cash_order_answer_hours)},
                c.total > Fen{100} * value(policy::Key::cash_order_second_approval_yuan)};
}

void apply(Orders& orders, const Placed& e, const Mark& mark) {
  orders.edit(e.outlet).orders.push_back({.order = e.order,
                                          .direction = e.direction,
                                          .status = Status::waiting,
                                          .ordered = cash::notes_of(e.notes),
                                          .approved = {},
                                          .needed_on = e.needed_on,
                                          .by = mark.by,
                                          .since = mark.at,
                                          .answer_by = e.answer_by,
                                          .two_approve = e.two_approve,
                                          .approvals = {},
                                          .closed = {}});
}

// ---- Approve.

Decision<Approved> decide(const Bank& bank, const Approve& c, const Stamp& stamp) {
  const auto order = waiting(bank, c.outlet, c.order);
  if (!order) return order.error();
  if (auto no = refuse_approver(**order, stamp)) return *no;
  if (auto no = refuse_reduced(**order, c)) return *no;
  const bool complete = !(*order)->two_approve || !(*order)->approvals.empty();
  return Approved{c.outlet, c.order, c.notes, c.total, c.remark, complete};
}

void apply(Orders& orders, const Approved& e, const Mark& mark) {
  Order& order = edit(orders, e.outlet, e.order);
  order.approved = cash::notes_of(e.notes);
  order.approvals.push_back({mark.by, mark.at, e.remark});
  if (e.complete) order.status = Status::approved;
}

// ---- Refuse.

Decision<Refused> decide(const Bank& bank, const Refuse& c, const Stamp& stamp) {
  const auto order = waiting(bank, c.outlet, c.order);
  if (!order) return order.error();
  if ((*order)->by == stamp.by)
    return conflict("cash-order.own-order", {{"account", stamp.by.text}});
  if (c.reason.empty()) return invalid("cash-order.reason-missing");
  return Refused{c.outlet, c.order, c.reason};
}

void apply(Orders& orders, const Refused& e, const Mark& mark) {
  close(orders, e.outlet, e.order, Status::refused, {mark.by, mark.at, e.reason});
}

// ---- Withdraw: also what was approved, as long as no van has brought it.

Decision<Withdrawn> decide(const Bank& bank, const Withdraw& c, const Stamp&) {
  if (auto no = cash::refuse_site(bank, c.outlet)) return *no;
  const Order* order = order_named(bank, c.outlet, c.order);
  if (!order) return unknown("cash-order.unknown", c.order.text);
  if (!is_open(*order))
    return conflict("cash-order.closed",
                    {{"order", c.order.text}, {"status", std::string(name_of(order->status))}});
  return Withdrawn{c.outlet, c.order};
}

void apply(Orders& orders, const Withdrawn& e, const Mark& mark) {
  close(orders, e.outlet, e.order, Status::withdrawn, {mark.by, mark.at, ""});
}

// ---- Fulfil.

std::optional<Refusal> refuse_fulfilment(const Bank& bank, const OutletId& outlet,
                                         const cash::Deed& deed) {
  if (!deed.order) return {};
  const Order* order = order_named(bank, outlet, *deed.order);
  if (!order) return unknown("cash-order.unknown", deed.order->text);
  const bool brings = deed.kind == cash::DeedKind::take_over;
  if (order->status != Status::approved || brings != (order->direction == Direction::delivery))
    return conflict("cash-order.not-approved", {{"order", order->order.text},
                                                {"status", std::string(name_of(order->status))}});
  const auto& bags =
      brings ? cash::load_of(bank, *deed.van).bags : cash::site_of(bank, outlet).bags;
  cash::Notes carried;
  for (const cash::BagId& id : deed.bags) carried += bags.at(id).notes;
  if (carried == order->approved) return {};
  return conflict("cash-order.other-notes", {{"order", order->order.text},
                                             {"approved", in_yuan(value_of(order->approved))},
                                             {"carried", in_yuan(value_of(carried))}});
}

void apply(Orders& orders, const cash::Confirmed& e, const Mark& mark) {
  if (e.deed.order)
    close(orders, e.outlet, *e.deed.order, Status::fulfilled, {mark.by, mark.at, e.act.text});
}

}  // namespace waystation::cash_order

template struct waystation::RoomTable<waystation::cash_order::Commands>;
