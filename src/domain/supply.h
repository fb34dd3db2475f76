#pragma once
// Supplies 防护用品: deliveries, issues, counts and transfers of the lots on each outlet's shelf,
// in the hands of a named keeper 专人管理. Every entry may say when it happened, if that was
// earlier than it is recorded.
#include "domain/disinfection.h"
#include "domain/shelf.h"

namespace waystation::supply {

struct LotQuantity {
  std::string lot;
  std::int64_t quantity = 0;
};
BOOST_DESCRIBE_STRUCT(LotQuantity, (), (lot, quantity))

std::int64_t stock(const Bank&, const OutletId&, Item, Day);  // Without expired lots.
// All that lay there at a moment, expired or not; none for a moment that only the log knows.
std::optional<std::int64_t> balance(const Bank&, const OutletId&, Item, Time);
// How much may leave at a moment without any later balance missing it.
std::int64_t may_leave(const Bank&, const OutletId&, Item, const Moment&);
std::int64_t may_leave(const Bank&, const OutletId&, Item, const std::string& lot, const Moment&);
const Lot* lot_on_shelf(const Bank&, const OutletId&, Item, const std::string& lot);

// ---- Receive a delivery.

struct Receive {
  static constexpr auto name = "supply.receive";
  static constexpr Roles roles = outlet_crew | administrators;
  OutletId outlet;
  Item item = Item::suit;
  std::string lot;
  std::int64_t quantity = 0;
  std::optional<Day> expires_on;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Receive, (), (outlet, item, lot, quantity, expires_on, occurred_at))

struct Received {
  static constexpr auto name = "supply.received";
  OutletId outlet;
  Item item = Item::suit;
  std::string lot;
  std::int64_t quantity = 0;
  std::optional<Day> expires_on;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Received, (), (outlet, item, lot, quantity, expires_on, occurred_at))

Decision<Received> decide(const Bank&, const Receive&, const Stamp&);
void apply(Shelves&, const Received&, const Mark&);

// ---- Issue to the crew: refused beyond the stock, with the number. By the keeper, or with a
// reason.

struct Issue {
  static constexpr auto name = "supply.issue";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  Item item = Item::suit;
  std::int64_t quantity = 0;
  std::optional<std::string> lot = {};     // Where not the first that expires.
  std::optional<std::string> reason = {};  // Why another lot, or another hand than the keeper's.
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Issue, (), (outlet, item, quantity, lot, reason, occurred_at))

struct Issued {
  static constexpr auto name = "supply.issued";
  OutletId outlet;
  Item item = Item::suit;
  std::int64_t quantity = 0;
  Day on;
  std::optional<std::vector<LotQuantity>> lots = {};  // First expired first where absent.
  std::optional<std::string> reason = {};
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Issued, (), (outlet, item, quantity, on, lots, reason, occurred_at))

Decision<Issued> decide(const Bank&, const Issue&, const Stamp&);
void apply(Shelves&, const Issued&, const Mark&);

// ---- Count the shelf: the count is a fact with a difference, and final for what lies before it.

struct Count {
  static constexpr auto name = "supply.count";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  Item item = Item::suit;
  std::int64_t counted = 0;             // Of what has not expired; of one lot, whatever its date.
  std::string reason;                   // Required where the count differs.
  std::optional<std::string> lot = {};  // Only this lot.
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Count, (), (outlet, item, counted, reason, lot, occurred_at))

struct Counted {
  static constexpr auto name = "supply.counted";
  OutletId outlet;
  Item item = Item::suit;
  std::int64_t counted = 0;
  std::int64_t difference = 0;
  std::string reason;
  Day on;
  std::optional<std::vector<LotQuantity>> lots = {};  // How the difference falls on them.
  std::optional<std::string> lot = {};
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Counted, (),
                      (outlet, item, counted, difference, reason, on, lots, lot, occurred_at))

Decision<Counted> decide(const Bank&, const Count&, const Stamp&);
void apply(Shelves&, const Counted&, const Mark&);

// ---- Appoint the keeper of an outlet's supplies.

struct AppointKeeper {
  static constexpr auto name = "supply.appoint-keeper";
  static constexpr Roles roles = managers;
  OutletId outlet;
  AccountId keeper;
};
BOOST_DESCRIBE_STRUCT(AppointKeeper, (), (outlet, keeper))

struct KeeperAppointed {
  static constexpr auto name = "supply.keeper-appointed";
  OutletId outlet;
  AccountId keeper;
};
BOOST_DESCRIBE_STRUCT(KeeperAppointed, (), (outlet, keeper))

Decision<KeeperAppointed> decide(const Bank&, const AppointKeeper&, const Stamp&);
void apply(Shelves&, const KeeperAppointed&, const Mark&);

// What leaves by another hand than the keeper's needs a reason.
std::optional<Refusal> refuse_hand(const Bank&, const OutletId&, const Stamp&, bool has_reason);

// A round of disinfection consumes wipes and its agent: the shelf listens.
Item item_of(disinfection::Agent, std::optional<disinfection::Form>);
void apply(Shelves&, const disinfection::Recorded&, const Mark&);
void apply(Shelves&, const disinfection::Begun&, const Mark&);
void apply(Shelves&, const disinfection::Finished&, const Mark&);

}  // namespace waystation::supply
