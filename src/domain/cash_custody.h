#pragma once
// Custody 现金保管: where every note is at every moment, in two lines that never meet 收支两条线.
// What customers pay in goes received → bagged → sanitising → sanitised → counted, and from there
// either back to the central bank or, once its hold is over and two people release it, to the other
// line: released → payable. A double entry keeps the balance of every place beside the bags
// themselves; notes only ever move from one account to another, so that the sum over all accounts,
// with customers, the central bank and what is missing, is nothing.
#include "domain/cash_deed.h"

namespace waystation::cash {

// One pass under the lamp, or the cabinet's program of lamp and heat.
BOOST_DEFINE_ENUM_CLASS(Method, uv_pass, cabinet)

struct Account {
  PlaceKind place = PlaceKind::vault;
  Stage stage = Stage::bagged;
  Source source = Source::ordinary;
  auto operator<=>(const Account&) const = default;
};
BOOST_DESCRIBE_STRUCT(Account, (), (place, stage, source))

// The notes of one account, and their sum kept apart from them: the two must always agree.
struct Balance {
  Account account;
  Notes notes;
  Fen amount;
};
BOOST_DESCRIBE_STRUCT(Balance, (), (account, notes, amount))
using Book = std::vector<Balance>;  // By account; only what is not nothing.

// What was paid in at a window and is not yet bagged; each source apart.
struct Drawer {
  PlaceName window;
  Source source = Source::ordinary;
  Notes notes;
  Time since;  // When the oldest of its notes came in.
};
BOOST_DESCRIBE_STRUCT(Drawer, (), (window, source, notes, since))

// 尾箱: what a teller may pay out.
struct Box {
  PlaceName teller_box;
  Payable notes;
};
BOOST_DESCRIBE_STRUCT(Box, (), (teller_box, notes))

// A run of a cabinet that has not ended.
struct Run {
  RunId run;
  PlaceName cabinet;
  Method method = Method::cabinet;
  Time since;
  std::vector<BagId> bags;
};
BOOST_DESCRIBE_STRUCT(Run, (), (run, cabinet, method, since, bags))

// What the first of two counters found; the second counts blind.
struct FirstCount {
  BagId bag;
  Notes notes;
  AccountId by;
};
BOOST_DESCRIBE_STRUCT(FirstCount, (), (bag, notes, by))

// What a count found short 短款 or over 长款, until somebody else has looked into it.
struct Discrepancy {
  BagId bag;
  Notes missing, surplus;
  Time at;
  std::vector<AccountId> counted_by;
};
BOOST_DESCRIBE_STRUCT(Discrepancy, (), (bag, missing, surplus, at, counted_by))

// What one of two has put forward, and the other has not yet confirmed.
struct Act {
  ActId act;
  Deed deed;
  AccountId by;
  Role role = Role::teller;
  Time expires_at;
};
BOOST_DESCRIBE_STRUCT(Act, (), (act, deed, by, role, expires_at))

// All cash of an outlet, or of a cash centre, which is a back office with a vault.
struct Site {
  Book book;
  Table<BagId, Bag> bags;
  std::vector<Drawer> drawers;
  std::vector<Box> boxes;
  std::vector<Run> runs;
  std::vector<FirstCount> first_counts;
  std::vector<Discrepancy> discrepancies;  // Those still open.
  std::vector<Act> acts;
  std::vector<machine::Machine> machines;
};
BOOST_DESCRIBE_STRUCT(Site, (),
                      (book, bags, drawers, boxes, runs, first_counts, discrepancies, acts,
                       machines))

struct VanLoad {
  Book book;
  Table<BagId, Bag> bags;
};
BOOST_DESCRIBE_STRUCT(VanLoad, (), (book, bags))

struct Custody {
  Table<OutletId, Site> sites;
  Table<VanId, VanLoad> vans;
};
BOOST_DESCRIBE_STRUCT(Custody, (), (sites, vans))

const Site& site_of(const Bank&, const OutletId&);
const VanLoad& load_of(const Bank&, const VanId&);
const Box* box_named(const Site&, const PlaceName& teller_box);
const Drawer* drawer_of(const Site&, const PlaceName& window, Source);

// Customers, the central bank and what is missing may stand below nothing.
bool is_outside(PlaceKind);
// All that lies inside, in every stage and on one line. O(accounts).
Fen held_in(const Book&);
Fen held_in(const Book&, Line);

// ---- Moving. Each stops the program where the notes are not there, or where a sum that an event
// names is not that of its notes: a balance that is wrong is worse than none.

void post(Book& from, const Account&, Book& to, const Account&, const Notes&);
Account account_of(const Bag&);
inline Account payable_in(PlaceKind place) {
  return {place, Stage::payable, Source::fit_notes};
}
void expect_amount(Fen said, Fen moved);
// Sets a bag in another place or stage of the same site; the bag to change further.
Bag& put(Site&, const BagId&, PlaceKind, std::string at, Stage);
Notes taken_from_drawer(Site&, const PlaceName& window, Source, const Notes&);
Payable& box_to_fill(Site&, const PlaceName& teller_box);

// ---- What does not agree, in words: each balance with the bags, drawers and boxes themselves, and
// each sum with its notes. O(bags).

std::vector<std::string> disagreements(const Site&);
std::vector<std::string> disagreements(const VanLoad&);
// What all accounts of all places add up to: nothing.
Notes sum_of_all(const Custody&);

}  // namespace waystation::cash
