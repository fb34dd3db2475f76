#pragma once
// What a visitor's own device keeps, in one cookie: the tickets and bookings it may look at, each
// with its token, and the opaque reference that its bookings are under. Nothing else tells
// the server who asks. It comes from outside: what is malformed is not there.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/room.h"

namespace waystation::http {

struct Claim {
  OutletId outlet;
  std::string id;     // A ticket "2021-01-08-A003", or a booking "Y7K2QM".
  std::string token;  // Of claim_code.h: 16 hexadecimal digits.
  bool operator==(const Claim&) const = default;
};

struct Pocket {
  static constexpr std::size_t most_claims = 4;  // The oldest goes.

  std::vector<Claim> claims;  // The newest first.
  std::optional<PersonId> person;

  static Pocket read(std::string_view cookie);
  std::string text() const;
  void put(Claim);
  void drop(const OutletId&, std::string_view id);
};

// The numbers that are printed: "A003" of "2021-01-08-A003"; a booking's is its id.
std::string short_number(std::string_view id);
bool is_booking(std::string_view id);
// What somebody typed, as it would be printed: "a3" is A003, "y7k2qm" Y7K2QM; "" is none.
std::string typed_number(std::string_view text);

}  // namespace waystation::http
