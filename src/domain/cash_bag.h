#pragma once
// A bag 封包: notes of one source under one seal, in one place and one stage; and what may be paid
// out.
#include "domain/cash_notes.h"

namespace waystation::cash {

using ActId = Id<struct ActIdKind>;      // What two people do together.
using BagId = Id<struct BagIdKind>;      // The id of the outlet that sealed it, '-', and its own.
using OrderId = Id<struct OrderIdKind>;  // An order of cash, cash_order.h.
using RunId = Id<struct RunIdKind>;      // A run of a sanitising cabinet.
using PlaceName = Id<struct PlaceNameKind>;  // As it stands on the window, cabinet or box.
using SealId = Id<struct SealIdKind>;

// Where the notes came from. The special sources 重点渠道 are bagged apart and never paid out
// again; nor are damaged notes 残损币. Fit notes and new ones are the central bank's.
BOOST_DEFINE_ENUM_CLASS(Source, ordinary, hospital, wet_market, public_transport, station,
                        isolation_area, damaged, fit_notes, new_sealed)

BOOST_DEFINE_ENUM_CLASS(Stage, received, bagged, sanitising, sanitised, counted, released, payable,
                        paid, handed_in, missing)

// 收支两条线: paid in until it is released; only then on the other line.
BOOST_DEFINE_ENUM_CLASS(Line, paid_in, paid_out)

BOOST_DEFINE_ENUM_CLASS(PlaceKind, window, teller_box, cabinet, vault, cassette, van, customer,
                        central_bank, discrepancy)

Line line_of(Stage);
bool may_return(Source);    // Whether its notes may ever be paid out again.
bool is_delivered(Source);  // Whether it comes from the central bank, and never from a customer.
OutletId origin_of(const BagId&);  // Who sealed it, by its id.

struct Bag {
  Source source = Source::ordinary;
  Stage stage = Stage::bagged;
  PlaceKind place = PlaceKind::window;
  std::string at;  // The name of the window or cabinet.
  Notes notes;
  SealId seal;
  Time since;                         // When the oldest of its notes came in.
  std::optional<Time> sanitised_at;   // The hold begins.
  std::vector<AccountId> counted_by;  // None of them releases it.
};
BOOST_DESCRIBE_STRUCT(Bag, (),
                      (source, stage, place, at, notes, seal, since, sanitised_at, counted_by))

// Notes that may be paid out. One is made of a released bag, or of part of another, and of nothing
// else; teller boxes and cassettes hold nothing but these. So no code can pay out what a customer
// paid in before it was sanitised, held, counted and released. (The state's cache reads them back.)
class Payable {
 public:
  Payable() = default;  // Nothing.

  // Stops the program where the bag is not released: `decide` has refused long before.
  static Payable of(const Bag& released);

  const Notes& notes() const { return notes_; }
  void add(Payable more) { notes_ += more.notes_; }
  Payable take(const Notes&);  // Stops the program where they are not there.

  friend bool read(json::Reader&, json::Element, Payable&);
  friend void write(std::string& out, const Payable& p) { json::write(out, p.notes_); }

 private:
  Notes notes_;
};

}  // namespace waystation::cash
