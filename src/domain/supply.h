#pragma once
// Supplies 防护用品: lots on the shelf of each outlet, in whole base units, first expired first out, and how many days they
// cover. Cover = stock that has not expired ÷ what the crew uses a day; the numbers stand beside it.
#include "domain/disinfection.h"

namespace waystation::supply {

BOOST_DEFINE_ENUM_CLASS(Item, suit, wipe, mask, gloves, face_shield, chlorine_tablet)

struct Lot {
  Item item = Item::suit;
  std::string lot;
  std::int64_t quantity = 0;
  std::optional<Day> expires_on;  // The last day it may be used.
};
BOOST_DESCRIBE_STRUCT(Lot, (), (item, lot, quantity, expires_on))

struct Shelf {
  std::vector<Lot> lots;
};
BOOST_DESCRIBE_STRUCT(Shelf, (), (lots))
using Shelves = Table<OutletId, Shelf>;

std::int64_t stock(const Bank&, const OutletId&, Item, Day);  // Without expired lots.
// What a crew uses on a day, by policy: suits_per_person_day × people; wipes_per_suit_change for each suit.
std::int64_t daily_use(const Bank&, const OutletId&, Item, std::int64_t people, Day);
// Whole days that the stock lasts; none where nothing is used.
std::optional<std::int64_t> days_of_cover(const Bank&, const OutletId&, Item, std::int64_t people, Day);

// ---- Receive a delivery.

struct Receive {
  static constexpr auto name = "supply.receive";
  static constexpr Roles roles = outlet_crew | administrators;
  OutletId outlet;
  Item item = Item::suit;
  std::string lot;
  std::int64_t quantity = 0;
  std::optional<Day> expires_on;
};
BOOST_DESCRIBE_STRUCT(Receive, (), (outlet, item, lot, quantity, expires_on))

struct Received {
  static constexpr auto name = "supply.received";
  OutletId outlet;
  Item item = Item::suit;
  std::string lot;
  std::int64_t quantity = 0;
  std::optional<Day> expires_on;
};
BOOST_DESCRIBE_STRUCT(Received, (), (outlet, item, lot, quantity, expires_on))

Decision<Received> decide(const Bank&, const Receive&, const Stamp&);
void apply(Shelves&, const Received&, const Mark&);

// ---- Issue to the crew: refused beyond the stock, with the number.

struct Issue {
  static constexpr auto name = "supply.issue";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  Item item = Item::suit;
  std::int64_t quantity = 0;
};
BOOST_DESCRIBE_STRUCT(Issue, (), (outlet, item, quantity))

struct Issued {
  static constexpr auto name = "supply.issued";
  OutletId outlet;
  Item item = Item::suit;
  std::int64_t quantity = 0;
  Day on;
};
BOOST_DESCRIBE_STRUCT(Issued, (), (outlet, item, quantity, on))

Decision<Issued> decide(const Bank&, const Issue&, const Stamp&);
void apply(Shelves&, const Issued&, const Mark&);

// ---- Count the shelf: the count is a fact with a difference.

struct Count {
  static constexpr auto name = "supply.count";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  Item item = Item::suit;
  std::int64_t counted = 0;
  std::string reason;  // Required where the count differs.
};
BOOST_DESCRIBE_STRUCT(Count, (), (outlet, item, counted, reason))

struct Counted {
  static constexpr auto name = "supply.counted";
  OutletId outlet;
  Item item = Item::suit;
  std::int64_t counted = 0;
  std::int64_t difference = 0;
  std::string reason;
  Day on;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (outlet, item, counted, difference, reason, on))

Decision<Counted> decide(const Bank&, const Count&, const Stamp&);
void apply(Shelves&, const Counted&, const Mark&);

// A round of disinfection consumes wipes: the shelf listens.
void apply(Shelves&, const disinfection::Recorded&, const Mark&);

using Commands = boost::mp11::mp_list<Receive, Issue, Count>;

}  // namespace waystation::supply
