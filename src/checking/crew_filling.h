#pragma once
// How many posts can be filled by different people: a bipartite matching, with people of equal
// skills and equal availability counted together. Posts offered first stay filled, so the order
// says which matter most.
#include <array>
#include <cstdint>
#include <vector>

namespace waystation::checking {

// Bits of a person's skills.
enum Skill : std::uint32_t { supervisor = 1, teller = 2, lobby = 4, guard = 8, vault = 16 };
inline constexpr std::uint32_t any_counter_skill = supervisor | teller | lobby | guard;

// What a post asks for: all of some skills and, where `any` is not 0, one of others.
struct PostNeed {
  std::uint32_t all = 0;
  std::uint32_t any = 0;
  int team = 0;

  bool suits(std::uint32_t skills) const {
    return (skills & all) == all && (any == 0 || (skills & any) != 0);
  }
};

class CrewFilling {
 public:
  // Bit t of `teams`: the person may work in team t.
  void add_person(std::uint32_t skills, std::uint32_t teams) { ++people_[teams << 5 | skills]; }
  // One flag a post: whether it is filled.
  std::vector<bool> fill(const std::vector<PostNeed>& posts) const;

 private:
  std::array<std::int64_t, 128> people_{};
};

std::int64_t filled(const std::vector<bool>& posts);

}  // namespace waystation::checking
