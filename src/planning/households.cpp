#include "planning/households.h"

#include <algorithm>
#include <map>

namespace waystation::planning {

namespace {

struct Household {
  std::vector<std::size_t> members;
  std::vector<std::tuple<Skills, bool, bool>> kind;  // Households of one kind are alike.
};

bool may_work(const Candidate& person, std::array<bool, teams> in_use, int team) {
  return in_use[team] && person.available[team];
}

bool may_work(const Candidate& person, std::array<bool, teams> in_use) {
  return may_work(person, in_use, 0) || may_work(person, in_use, 1);
}

std::map<std::string, Household> households_of(const std::vector<Candidate>& people,
                                               std::array<bool, teams> in_use) {
  std::map<std::string, Household> out;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Candidate& person = people[i];
    if (person.household.empty() || !may_work(person, in_use)) continue;
    Household& household = out[person.household];
    household.members.push_back(i);
    household.kind.emplace_back(person.skills, may_work(person, in_use, 0),
                                may_work(person, in_use, 1));
  }
  std::erase_if(out, [](const auto& entry) { return entry.second.members.size() < 2; });
  return out;
}

// Those that could have people in both teams, alike ones side by side.
std::vector<Household> divisible(const std::vector<Candidate>& people,
                                 std::array<bool, teams> in_use) {
  std::vector<Household> out;
  for (auto& named : households_of(people, in_use)) {
    Household& household = named.second;
    const auto serves = [&](int team) {
      return std::ranges::any_of(household.members, [&](std::size_t member) {
        return may_work(people[member], in_use, team);
      });
    };
    if (!serves(0) || !serves(1)) continue;
    std::ranges::sort(household.kind);
    out.push_back(std::move(household));
  }
  std::ranges::stable_sort(out, {}, &Household::kind);
  return out;
}

class Search {
 public:
  Search(std::vector<Candidate> people, std::array<bool, teams> in_use, const Scored& scored)
      : people_(std::move(people)),
        households_(divisible(people_, in_use)),
        team_(households_.size()),
        scored_(scored) {}

  Together run() {
    place(0);
    return std::move(best_);
  }

 private:
  // Households before `next` have their team.
  void place(std::size_t next) {
    const Score most = scored_(people_);
    if (!best_.score.empty() && most <= best_.score) return;
    note(next);
    if (best_.score == most) return;
    // Of alike households it does not matter which serves where: the first ones serve in team a.
    const bool is_alike = next > 0 && households_[next].kind == households_[next - 1].kind;
    for (int team = is_alike ? team_[next - 1] : 0; team < teams; ++team) {
      const std::vector<Candidate> before = people_;
      for (std::size_t member : households_[next].members)
        people_[member].available[1 - team] = false;
      team_[next] = team;
      place(next + 1);
      people_ = before;
    }
  }

  // What is sure: households from `next` on stay at home.
  void note(std::size_t next) {
    std::vector<Candidate> sure = people_;
    for (std::size_t h = next; h < households_.size(); ++h)
      for (std::size_t member : households_[h].members) sure[member].available = {};
    Score score = scored_(sure);
    if (best_.score.empty() || score > best_.score) best_ = {std::move(score), std::move(sure)};
  }

  std::vector<Candidate> people_;
  std::vector<Household> households_;
  std::vector<int> team_;
  const Scored& scored_;
  Together best_ = {};
};

}  // namespace

Together best_together(std::vector<Candidate> people, std::array<bool, teams> in_use,
                       const Scored& scored) {
  return Search(std::move(people), in_use, scored).run();
}

int households_of_several(const std::vector<Candidate>& people, std::array<bool, teams> in_use) {
  return int(std::ssize(households_of(people, in_use)));
}

}  // namespace waystation::planning
