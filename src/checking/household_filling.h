#pragma once
// Posts filled by people of whom no household serves in two teams (H7). Every household that could
// be split is put into the one team and into the other; CrewFilling does the rest.
#include <map>
#include <string>

#include "checking/crew_filling.h"

namespace waystation::checking {

class HouseholdFilling {
 public:
  using Kinds = std::vector<std::vector<PostNeed>>;  // Posts by kind, in the order of their offer.

  void add_person(std::uint32_t skills, std::uint32_t teams, const std::string& household);
  // How many posts of each kind are filled: as many as possible in all, and of equal fillings the
  // one with most of the first kind, then of the second, and so on.
  std::vector<std::int64_t> fill(const Kinds&) const;
  // The same where households may be split.
  std::vector<std::int64_t> fill_apart(const Kinds&) const;
  std::int64_t households_of_several() const;

 private:
  struct Person {
    std::uint32_t skills = 0, teams = 0;
  };
  using Household = std::vector<Person>;

  static std::vector<std::int64_t> counted(const CrewFilling&, const Kinds&);
  static bool can_be_split(const Household&);
  static void add(CrewFilling&, const Household&, std::uint32_t teams);
  void try_teams(const std::vector<const Household*>& undecided, const CrewFilling& decided,
                 std::uint32_t least_team, const Kinds&, std::vector<std::int64_t>& best) const;

  CrewFilling alone_;
  std::map<std::string, Household> households_;
};

std::int64_t sum(const std::vector<std::int64_t>&);

}  // namespace waystation::checking
