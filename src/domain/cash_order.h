#pragma once
// Cash orders 领缴款预约: an outlet orders clean cash for a day, or announces the surplus that it
// will hand in, by denomination in whole bundles 捆; the city or its cash centre approves it,
// reduces it or refuses it with a reason. Never whoever ordered; two approve what is large. A
// handover of the van fulfils it, and only with exactly what was approved. An order without an
// answer is overdue by time alone. (Outlets order in whole bundles and the centre answers: finding
// R31; hours and the second approval's amount are the policy's, grade A.)
#include "domain/cash_act.h"

namespace waystation::cash_order {

using cash::OrderId;

BOOST_DEFINE_ENUM_CLASS(Direction, delivery, hand_in)
BOOST_DEFINE_ENUM_CLASS(Status, waiting, approved, refused, withdrawn, fulfilled)

struct Answer {
  AccountId by;
  Time at;
  std::string remark;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (by, at, remark))

struct Order {
  OrderId order;
  Direction direction = Direction::delivery;
  Status status = Status::waiting;
  cash::Notes ordered;
  cash::Notes approved;  // As far as one has approved; the second repeats it.
  Day needed_on;
  AccountId by;
  Time since;
  Time answer_by;
  bool two_approve = false;
  std::vector<Answer> approvals;
  std::optional<Answer> closed;  // Refused, withdrawn or fulfilled.
};
BOOST_DESCRIBE_STRUCT(Order, (),
                      (order, direction, status, ordered, approved, needed_on, by, since, answer_by,
                       two_approve, approvals, closed))

// Of one outlet, oldest first: all that are open, and the last that are not.
struct Book {
  std::vector<Order> orders;
};
BOOST_DESCRIBE_STRUCT(Book, (), (orders))
using Orders = Table<OutletId, Book>;

inline constexpr std::size_t closed_kept = 50;

bool is_open(const Order&);
// 捆: 1,000 notes; 500 coins (ten rolls of 50, ours).
std::int32_t bundle_of(cash::Denomination);
const Order* order_named(const Bank&, const OutletId&, const OrderId&);  // O(orders of the outlet)
// What open deliveries will bring on top of what the outlet holds.
Fen on_its_way(const Bank&, const OutletId&);
// Whether a deed of the van may name its order; "cash-order.…" where it may not.
std::optional<Refusal> refuse_fulfilment(const Bank&, const OutletId&, const cash::Deed&);

// ---- Place an order.

inline constexpr Roles orderers = role_set(Role::outlet_manager, Role::supervisor);
inline constexpr Roles approvers = command_centres | role_set(Role::cash_centre);

struct Place {
  static constexpr auto name = "cash-order.place";
  static constexpr Roles roles = orderers;
  OutletId outlet;
  OrderId order;
  Direction direction = Direction::delivery;
  cash::Packs notes;
  Fen total;
  Day needed_on;
};
BOOST_DESCRIBE_STRUCT(Place, (), (outlet, order, direction, notes, total, needed_on))

struct Placed {
  static constexpr auto name = "cash-order.placed";
  OutletId outlet;
  OrderId order;
  Direction direction = Direction::delivery;
  cash::Packs notes;
  Fen amount;
  Day needed_on;
  Time answer_by;
  bool two_approve = false;
};
BOOST_DESCRIBE_STRUCT(Placed, (),
                      (outlet, order, direction, notes, amount, needed_on, answer_by, two_approve))

Decision<Placed> decide(const Bank&, const Place&, const Stamp&);
void apply(Orders&, const Placed&, const Mark&);

// ---- Approve it, whole or reduced.

struct Approve {
  static constexpr auto name = "cash-order.approve";
  static constexpr Roles roles = approvers;
  OutletId outlet;
  OrderId order;
  cash::Packs notes;
  Fen total;
  std::string remark;  // Why it was reduced.
};
BOOST_DESCRIBE_STRUCT(Approve, (), (outlet, order, notes, total, remark))

struct Approved {
  static constexpr auto name = "cash-order.approved";
  OutletId outlet;
  OrderId order;
  cash::Packs notes;
  Fen amount;
  std::string remark;
  bool complete = false;  // None is missing any more.
};
BOOST_DESCRIBE_STRUCT(Approved, (), (outlet, order, notes, amount, remark, complete))

Decision<Approved> decide(const Bank&, const Approve&, const Stamp&);
void apply(Orders&, const Approved&, const Mark&);

// ---- Refuse it.

struct Refuse {
  static constexpr auto name = "cash-order.refuse";
  static constexpr Roles roles = approvers;
  OutletId outlet;
  OrderId order;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Refuse, (), (outlet, order, reason))

struct Refused {
  static constexpr auto name = "cash-order.refused";
  OutletId outlet;
  OrderId order;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Refused, (), (outlet, order, reason))

Decision<Refused> decide(const Bank&, const Refuse&, const Stamp&);
void apply(Orders&, const Refused&, const Mark&);

// ---- Withdraw it, by the outlet.

struct Withdraw {
  static constexpr auto name = "cash-order.withdraw";
  static constexpr Roles roles = orderers;
  OutletId outlet;
  OrderId order;
};
BOOST_DESCRIBE_STRUCT(Withdraw, (), (outlet, order))

struct Withdrawn {
  static constexpr auto name = "cash-order.withdrawn";
  OutletId outlet;
  OrderId order;
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (outlet, order))

Decision<Withdrawn> decide(const Bank&, const Withdraw&, const Stamp&);
void apply(Orders&, const Withdrawn&, const Mark&);

// The van's handover that names it.
void apply(Orders&, const cash::Confirmed&, const Mark&);

using Commands = boost::mp11::mp_list<Place, Approve, Refuse, Withdraw>;

}  // namespace waystation::cash_order
