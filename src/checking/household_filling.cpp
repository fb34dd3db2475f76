#include "checking/household_filling.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace waystation::checking {

namespace {

constexpr std::uint32_t both_teams = 3;

bool exceeds(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
  return std::make_tuple(sum(a), a) > std::make_tuple(sum(b), b);
}

}  // namespace

void HouseholdFilling::add_person(std::uint32_t skills, std::uint32_t teams,
                                  const std::string& household) {
  if (teams == 0) return;
  if (household.empty()) return alone_.add_person(skills, teams);
  auto& members = households_[household];
  const auto after = [](const Person& a, const Person& b) {
    return std::tie(a.skills, a.teams) < std::tie(b.skills, b.teams);
  };
  const Person person{skills, teams};
  members.insert(std::upper_bound(members.begin(), members.end(), person, after), person);
}

std::int64_t HouseholdFilling::households_of_several() const {
  return std::count_if(households_.begin(), households_.end(),
                       [](const auto& entry) { return entry.second.size() > 1; });
}

std::vector<std::int64_t> HouseholdFilling::counted(const CrewFilling& people, const Kinds& kinds) {
  std::vector<PostNeed> needs;
  for (const auto& kind : kinds) needs.insert(needs.end(), kind.begin(), kind.end());
  const auto placed = people.fill(needs);
  std::vector<std::int64_t> out;
  auto post = placed.begin();
  for (const auto& kind : kinds) {
    const auto end = post + std::ptrdiff_t(kind.size());
    out.push_back(std::count(post, end, true));
    post = end;
  }
  return out;
}

bool HouseholdFilling::can_be_split(const Household& household) {
  std::uint32_t teams = 0;
  for (const Person& person : household) teams |= person.teams;
  return household.size() > 1 && teams == both_teams;
}

void HouseholdFilling::add(CrewFilling& people, const Household& household, std::uint32_t teams) {
  for (const Person& person : household)
    if ((person.teams & teams) != 0) people.add_person(person.skills, person.teams & teams);
}

std::vector<std::int64_t> HouseholdFilling::fill_apart(const Kinds& kinds) const {
  CrewFilling people = alone_;
  for (const auto& [name, household] : households_) add(people, household, both_teams);
  return counted(people, kinds);
}

std::vector<std::int64_t> HouseholdFilling::fill(const Kinds& kinds) const {
  CrewFilling decided = alone_;
  std::vector<const Household*> undecided;
  for (const auto& [name, household] : households_) {
    if (can_be_split(household))
      undecided.push_back(&household);
    else
      add(decided, household, both_teams);
  }
  const auto spelled = [](const Household* household) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    for (const Person& person : *household) out.emplace_back(person.skills, person.teams);
    return out;
  };
  std::sort(undecided.begin(), undecided.end(),
            [&](const auto* a, const auto* b) { return spelled(a) < spelled(b); });
  std::vector<std::int64_t> best = counted(decided, kinds);
  try_teams(undecided, decided, 0, kinds, best);
  return best;
}

// Whom nothing more is asked of may stay at home, so each filling on the way counts; where even
// households in both teams at once would fill no more, the rest need not be tried.
void HouseholdFilling::try_teams(const std::vector<const Household*>& undecided,
                                 const CrewFilling& decided, std::uint32_t least_team,
                                 const Kinds& kinds, std::vector<std::int64_t>& best) const {
  if (undecided.empty()) return;
  CrewFilling everybody = decided;
  for (const Household* household : undecided) add(everybody, *household, both_teams);
  if (!exceeds(counted(everybody, kinds), best)) return;
  const std::vector<const Household*> rest(undecided.begin() + 1, undecided.end());
  const auto alike = [](const Person& a, const Person& b) {
    return a.skills == b.skills && a.teams == b.teams;
  };
  const bool same =
      !rest.empty() && std::equal(undecided.front()->begin(), undecided.front()->end(),
                                  rest.front()->begin(), rest.front()->end(), alike);
  for (std::uint32_t team = least_team; team < 2; ++team) {
    CrewFilling with = decided;
    add(with, *undecided.front(), 1u << team);
    const auto filled_now = counted(with, kinds);
    if (exceeds(filled_now, best)) best = filled_now;
    try_teams(rest, with, same ? team : 0, kinds, best);
  }
}

std::int64_t sum(const std::vector<std::int64_t>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});
}

}  // namespace waystation::checking
