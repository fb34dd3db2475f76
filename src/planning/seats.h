#pragma once
// Who sits where when crews have lost people, with the fewest changes. A change is a person who
// takes a post, leaves one, or holds another than before (level L3 of docs/reference/plan-file.md
// counts them first); people who are no longer available are not counted, for nobody can help that.
// From those who stay where they were, each empty post is filled along a cheapest chain of moves
// (successive shortest paths; Ahuja, Magnanti, Orlin 1993, ch. 9), so that the number is the least.
#include "planning/posts.h"
#include "planning/service.h"

namespace waystation::planning {

struct Seat {
  std::size_t site = 0;
  int team = 0;
  Kind kind = Kind::supervisor;
  auto operator<=>(const Seat&) const = default;
};
using Seats = std::vector<std::optional<Seat>>;  // By worker of the problem.

// Of two teams of different outlets a person named as a substitute is known to one.
struct Standby {
  std::size_t site = 0;
  int team = 0;
};

// The posts that too few people can hold: a set of Hall, found where no chain ends.
struct Lack {
  int team = 0;
  std::vector<Kind> kinds;
  std::int64_t posts = 0, people = 0;
};

struct Reseated {
  std::optional<Seats> seats;  // None where some post stays empty.
  std::int64_t changes = 0;
  std::optional<Lack> lack;
};

// Named substitutes go before others where the number of changes is the same. Nobody is put into a
// team for which the problem does not have them available; a household is never split.
// O(posts to fill · posts · people).
Reseated reseat(const Problem&, const Seats& before, const std::vector<std::optional<Standby>>&,
                const Windows&);

}  // namespace waystation::planning
