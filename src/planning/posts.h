#pragma once
// The posts of a crew and whether people can fill them (H5, H6, H8). By the theorem of Hall in the
// form of Ore, the most posts that can be filled is the least, over all sets of kinds, of the
// people who qualify for one of the set plus the posts outside it; so a question about people is
// answered by a table over sets of kinds.
#include <map>

#include "planning/problem.h"

namespace waystation::planning {

// In the order in which posts are offered to scarce people. A substitute for a supervisor needs no
// key; substitutes for the others are asked the same as the post without a key.
enum class Kind { supervisor, key_teller, teller, guide, guard, spare, substitute_supervisor };
inline constexpr int kinds = 7;

enum class Keys { held, waived };

bool qualifies(Skills, Kind, Keys = Keys::held);

// Number of posts by team and kind.
using Posts = std::array<std::array<int, kinds>, teams>;

void add_crew(Posts&, const Site&, int windows, int team);
void add_substitutes(Posts&, int windows, int team);
int count(const Posts&);

// People as the question sees them: skills, for which teams they may work, and with whom they live.
struct Candidate {
  Skills skills = 0;
  std::array<bool, teams> available{};
  std::string household = {};  // Counting leaves it out; see households.h.
};

// The table grows with the sets of kinds, so a question that knows no substitutes leaves their kind
// out.
inline constexpr int kinds_of_crew = 6;

class Pool {
 public:
  Pool(const std::vector<Candidate>&, std::array<bool, teams> in_use, Keys = Keys::held,
       int kinds_asked = kinds_of_crew);
  // Choices of windows often ask for the same posts, so each answer is kept: O(log answers), else
  // O(2^types). One pool serves one thread.
  int most_filled(const Posts&) const;
  bool can_fill(const Posts& posts) const { return most_filled(posts) == count(posts); }

 private:
  int count_filled(const Posts&) const;

  mutable std::map<Posts, int> known_;
  int types_ = 0;
  std::vector<std::pair<int, int>> type_;  // Team and kind of each bit.
  std::vector<int> outside_;               // People who qualify for a kind outside the set.
};

std::vector<Candidate> available_people(const Problem&);

}  // namespace waystation::planning
