#pragma once
// What may leave a shelf: first expired first out, or a lot by name with a reason; never an expired
// lot, and never so much that a balance between then and now would have been below nothing.
#include "domain/shelf.h"

namespace waystation::supply {

struct Leaving {
  Item item = Item::suit;
  std::int64_t quantity = 0;
  std::optional<std::string> lot;
  bool has_reason = false;  // Why not the lot that expires first.
  Moment moment;
  std::string time_zone;  // For the moments that a refusal names.
};

Decision<std::vector<Lot>> choose_lots(const Shelf&, const Leaving&);

std::optional<Refusal> refuse_quantity(std::int64_t quantity);
// A count is final for what lies before it.
std::optional<Refusal> refuse_before_count(const Shelf&, const Leaving&);
// Not enough: at the moment itself, or at a later one that the refusal names with its lot.
Refusal short_of(const Leaving&, std::int64_t available);
Refusal short_later(const Shelf&, Leaving);

}  // namespace waystation::supply
