#pragma once
// Notes and coins by denomination 券别: whole counts, never a sum alone. A box that is short of one
// note of 100 and over by two of 50 is right in yuan and wrong in fact.
#include <array>

#include "domain/room.h"

namespace waystation::cash {

BOOST_DEFINE_ENUM_CLASS(Denomination, yuan_100, yuan_50, yuan_20, yuan_10, yuan_5, yuan_1, coin_1,
                        jiao_5, jiao_1)

// As it is said: so many notes of one denomination.
struct Pack {
  Denomination denomination = Denomination::yuan_100;
  std::int32_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Pack, (), (denomination, count))
using Packs = std::vector<Pack>;

// As it is kept: a count for each denomination. A count that would overflow stops the program.
struct Notes {
  std::int32_t yuan_100 = 0, yuan_50 = 0, yuan_20 = 0, yuan_10 = 0, yuan_5 = 0, yuan_1 = 0,
               coin_1 = 0, jiao_5 = 0, jiao_1 = 0;
  auto operator<=>(const Notes&) const = default;

  Notes& operator+=(const Notes&);
  Notes& operator-=(const Notes&);
  friend Notes operator+(Notes a, const Notes& b) { return a += b; }
  friend Notes operator-(Notes a, const Notes& b) { return a -= b; }
};
BOOST_DESCRIBE_STRUCT(Notes, (),
                      (yuan_100, yuan_50, yuan_20, yuan_10, yuan_5, yuan_1, coin_1, jiao_5, jiao_1))

Fen value_of(Denomination);
Fen value_of(const Notes&);
std::int32_t& count_of(Notes&, Denomination);
std::int32_t count_of(const Notes&, Denomination);
std::int64_t pieces(const Notes&);
std::string in_yuan(Fen);  // "1200", "0.5": as a refusal says it.

bool holds(const Notes& all, const Notes& part);  // Enough of each denomination.
Notes excess(const Notes& a, const Notes& b);     // What a has beyond b, of each denomination.
bool is_nothing(const Notes&);

Notes notes_of(const Packs&);  // Of packs that are not refused.
Packs packs_of(const Notes&);  // Without what there is none of.

// No counted sum is larger: a safe holds less, and its fen stay far from overflow.
inline constexpr std::int32_t most_pieces = 10'000'000;

// The packs as somebody typed them, with the sum that they read off: both must agree.
std::optional<Refusal> refuse_packs(const Packs&, Fen total);
std::optional<Refusal> refuse_count(const Packs&, Fen total);  // May be nothing at all.

}  // namespace waystation::cash
