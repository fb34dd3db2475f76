#pragma once
// A shelf 货架: the lots of one outlet in whole base units, and the movements that a late entry may
// still reach. What was there at a moment is what is there now less every movement since; so an
// entry about the past sets every later balance right in one step, and nothing older has to be
// kept.
#include "domain/late_entry.h"

namespace waystation::supply {

using late_entry::Moment;
using TransferId = Id<struct TransferKind>;  // 调拨

// The base unit is the piece, of liquids the millilitre.
BOOST_DEFINE_ENUM_CLASS(Item, suit, wipe, mask, gloves, face_shield, chlorine_tablet,
                        chlorine_liquid, alcohol)

struct Lot {
  Item item = Item::suit;
  std::string lot;
  std::int64_t quantity = 0;
  std::optional<Day> expires_on;  // The last day it may be used.
};
BOOST_DESCRIBE_STRUCT(Lot, (), (item, lot, quantity, expires_on))

struct Movement {
  Time at;  // When it happened.
  Item item = Item::suit;
  std::string lot;
  std::int64_t change = 0;
  std::optional<Day> expires_on;  // Of the lot, which may be used up by now.
};
BOOST_DESCRIBE_STRUCT(Movement, (), (at, item, lot, change, expires_on))

// A count closes what lies before it: whatever was forgotten till then is in its difference.
struct LastCount {
  Time at;
  Item item = Item::suit;
  std::string lot;  // Empty: of the whole item.
};
BOOST_DESCRIBE_STRUCT(LastCount, (), (at, item, lot))

struct Shelf {
  std::vector<Lot> lots;            // There now: by item, first expired first, without a date last.
  std::vector<Movement> movements;  // By when they happened, back to `forgotten_to`.
  std::vector<LastCount> counts;
  std::optional<Time> forgotten_to;  // The last movement that is only in the log.
  std::optional<AccountId> keeper;   // 专人管理
  std::vector<TransferId> incoming;  // On their way here.
  // Arrived with something missing, and nothing was sent or delivered since.
  std::vector<TransferId> short_arrivals;
};
BOOST_DESCRIBE_STRUCT(Shelf, (),
                      (lots, movements, counts, forgotten_to, keeper, incoming, short_arrivals))
using Shelves = Table<OutletId, Shelf>;

inline constexpr std::size_t short_arrivals_kept = 8;
// How long movements are kept: as far back as any policy lets a late entry reach.
inline constexpr std::chrono::hours remembered{7 * 24};

bool is_usable(const Lot&, Day);
// What has not expired by the day.
std::int64_t usable(const std::vector<Lot>&, Item, Day);

// The lots at a moment that is not forgotten, after all that happened at it; in the shelf's order.
std::vector<Lot> lots_at(const Shelf&, Time);

// The least of a lot that there is at a moment or after it, and when that is: so much may still
// leave.
struct Lowest {
  std::int64_t quantity = 0;
  Time at;
};
Lowest lowest_since(const Shelf&, Item, const std::string& lot, Time);

// The count that forbids a late entry about a lot, or with an empty name about the item as a whole.
const LastCount* count_after(const Shelf&, Item, const std::string& lot, const Moment&);

// First expired, first out, of what is usable and may leave at the moment; as far as that goes.
std::vector<Lot> pick(const Shelf&, Item, std::int64_t quantity, const Moment&);
std::int64_t total(const std::vector<Lot>&);

// Sets the lot and every balance since then right; forgets what is too old at `recorded_at`.
void move(Shelf&, const Movement&, Time recorded_at);
void close_by_count(Shelf&, const LastCount&, Time recorded_at);
// Picks, and takes what was picked.
void take(Shelf&, Item, std::int64_t quantity, const Moment&, Time recorded_at);

}  // namespace waystation::supply
