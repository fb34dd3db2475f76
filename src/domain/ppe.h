#pragma once
// What each person wears 防护穿戴, and until when: mask, gloves and suit, each with the hours that
// the policy lets it be worn. One command for the crew: a change takes the new piece from what the
// keeper has handed out to the crew, and from the shelf where nothing of that is left, first
// expired first out and never expired. So the stock is right whichever way an outlet works, and a
// change that nothing is left for is refused.
#include "domain/roster.h"
#include "domain/supply.h"

namespace waystation::ppe {

BOOST_DEFINE_ENUM_CLASS(Piece, mask, gloves, suit)

struct Worn {
  PersonId person;
  Piece piece = Piece::mask;
  Time since;
};
BOOST_DESCRIBE_STRUCT(Worn, (), (person, piece, since))

struct HandedOut {
  supply::Item item = supply::Item::mask;
  std::int64_t quantity = 0;
};
BOOST_DESCRIBE_STRUCT(HandedOut, (), (item, quantity))

struct Wardrobe {
  std::vector<Worn> worn;
  std::vector<HandedOut> in_hand;  // Issued to the crew and not yet put on.
};
BOOST_DESCRIBE_STRUCT(Wardrobe, (), (worn, in_hand))
using Wardrobes = Table<OutletId, Wardrobe>;

supply::Item item_of(Piece);
policy::Key hours_of(Piece);
Time due_at(const Bank&, const OutletId&, const Worn&);
std::int64_t overdue_at(const Bank&, const OutletId&, Time now);  // Pieces that are worn too long.
std::int64_t in_hand(const Bank&, const OutletId&, supply::Item);

// ---- Put on, or change for a new one.

struct Change {
  static constexpr auto name = "ppe.change";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  PersonId person;
  std::vector<Piece> pieces;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Change, (), (outlet, person, pieces, occurred_at))

struct Changed {
  static constexpr auto name = "ppe.changed";
  OutletId outlet;
  PersonId person;
  std::vector<Piece> pieces;
  std::vector<HandedOut> from_hand;
  std::vector<supply::Lot> from_shelf;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(Changed, (), (outlet, person, pieces, from_hand, from_shelf, occurred_at))

Decision<Changed> decide(const Bank&, const Change&, const Stamp&);
void apply(Wardrobes&, const Changed&, const Mark&);
void apply(supply::Shelves&, const Changed&, const Mark&);

// ---- Take off.

struct TakeOff {
  static constexpr auto name = "ppe.take-off";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  PersonId person;
  std::vector<Piece> pieces;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(TakeOff, (), (outlet, person, pieces, occurred_at))

struct TakenOff {
  static constexpr auto name = "ppe.taken-off";
  OutletId outlet;
  PersonId person;
  std::vector<Piece> pieces;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(TakenOff, (), (outlet, person, pieces, occurred_at))

Decision<TakenOff> decide(const Bank&, const TakeOff&, const Stamp&);
void apply(Wardrobes&, const TakenOff&, const Mark&);

// Who goes home wears nothing of ours; what the keeper hands out is in hand.
void apply(Wardrobes&, const roster::Left&, const Mark&);
void apply(Wardrobes&, const supply::Issued&, const Mark&);

using Commands = boost::mp11::mp_list<Change, TakeOff>;

}  // namespace waystation::ppe
