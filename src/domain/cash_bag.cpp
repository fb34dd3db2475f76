#include "domain/cash_bag.h"

namespace waystation::cash {

Line line_of(Stage stage) {
  switch (stage) {
    case Stage::received:
    case Stage::bagged:
    case Stage::sanitising:
    case Stage::sanitised:
    case Stage::counted:
    case Stage::handed_in:
    case Stage::missing:
      return Line::paid_in;
    case Stage::released:
    case Stage::payable:
    case Stage::paid:
      return Line::paid_out;
  }
  return Line::paid_in;
}

bool may_return(Source source) {
  switch (source) {
    case Source::ordinary:
    case Source::fit_notes:
    case Source::new_sealed:
      return true;
    case Source::hospital:
    case Source::wet_market:
    case Source::public_transport:
    case Source::station:
    case Source::isolation_area:
    case Source::damaged:
      return false;
  }
  return false;
}

bool is_delivered(Source source) {
  return source == Source::fit_notes || source == Source::new_sealed;
}

OutletId origin_of(const BagId& bag) {
  return {bag.text.substr(0, bag.text.find('-'))};
}

Payable Payable::of(const Bag& bag) {
  if (bag.stage != Stage::released) throw std::logic_error("a bag that is not released");
  Payable out;
  out.notes_ = bag.notes;
  return out;
}

Payable Payable::take(const Notes& part) {
  if (!holds(notes_, part)) throw std::logic_error("more than may be paid out");
  notes_ -= part;
  Payable out;
  out.notes_ = part;
  return out;
}

bool read(json::Reader& in, json::Element e, Payable& out) {
  return json::read(in, e, out.notes_);
}

}  // namespace waystation::cash
