#include "planning/posts.h"

#include <algorithm>
#include <bit>

namespace waystation::planning {

namespace {

constexpr Skills bit(staff::Skill skill) {
  return 1u << int(skill);
}
constexpr Skills key_right = bit(staff::Skill::vault);

Skills needed(Kind kind) {
  using enum staff::Skill;
  switch (kind) {
    case Kind::supervisor:
      return bit(supervisor) | key_right;
    case Kind::key_teller:
      return bit(teller) | key_right;
    case Kind::teller:
      return bit(teller);
    case Kind::guide:
      return bit(lobby);
    case Kind::guard:
      return bit(guard);
    case Kind::substitute_supervisor:
      return bit(supervisor);
    case Kind::spare:
      break;
  }
  return 0;
}

}  // namespace

bool qualifies(Skills skills, Kind kind, Keys keys) {
  if (kind == Kind::spare) return (skills & ~key_right) != 0;
  const Skills asked = keys == Keys::held ? needed(kind) : needed(kind) & ~key_right;
  return (skills & asked) == asked;
}

void add_crew(Posts& posts, const Site& site, int windows, int team) {
  if (windows == 0) return;
  auto& of = posts[team];
  for (Kind kind : {Kind::supervisor, Kind::key_teller, Kind::guide, Kind::guard}) ++of[int(kind)];
  of[int(Kind::teller)] += windows - 1;
  of[int(Kind::spare)] += int(crew_size(site, windows)) - windows - 3;
}

void add_substitutes(Posts& posts, int windows, int team) {
  if (windows == 0) return;
  auto& of = posts[team];
  for (Kind kind : {Kind::substitute_supervisor, Kind::guide, Kind::guard}) ++of[int(kind)];
  of[int(Kind::teller)] += windows;
}

int count(const Posts& posts) {
  int sum = 0;
  for (const auto& of : posts)
    for (int n : of) sum += n;
  return sum;
}

Pool::Pool(const std::vector<Candidate>& people, std::array<bool, teams> in_use, Keys keys,
           int kinds_asked) {
  for (int team = 0; team < teams; ++team)
    for (int kind = 0; in_use[team] && kind < kinds_asked; ++kind) type_.emplace_back(team, kind);
  types_ = int(type_.size());
  // First the people whose kinds are exactly the set, then those whose kinds all lie inside it.
  std::vector<int> inside(std::size_t{1} << types_);
  for (const Candidate& person : people) {
    std::size_t set = 0;
    for (int t = 0; t < types_; ++t)
      if (person.available[type_[t].first] && qualifies(person.skills, Kind(type_[t].second), keys))
        set |= std::size_t{1} << t;
    ++inside[set];
  }
  for (int t = 0; t < types_; ++t)
    for (std::size_t set = 0; set < inside.size(); ++set)
      if (set >> t & 1) inside[set] += inside[set ^ (std::size_t{1} << t)];
  outside_ = std::move(inside);
  for (int& n : outside_) n = int(std::ssize(people)) - n;
}

int Pool::most_filled(const Posts& posts) const {
  const auto [at, is_new] = known_.emplace(posts, 0);
  if (is_new) at->second = count_filled(posts);
  return at->second;
}

int Pool::count_filled(const Posts& posts) const {
  // Kinds of which no post is asked for are always in the set, so that only the others are tried.
  std::vector<int> asked;
  std::size_t idle = 0;
  for (int t = 0; t < types_; ++t) {
    if (posts[type_[t].first][type_[t].second] > 0)
      asked.push_back(t);
    else
      idle |= std::size_t{1} << t;
  }
  std::vector<int> sum(std::size_t{1} << asked.size());
  std::vector<std::size_t> set(sum.size(), idle);
  int most = outside_[idle];
  for (std::size_t s = 1; s < sum.size(); ++s) {
    const int t = asked[std::countr_zero(s)];
    const std::size_t rest = s & (s - 1);
    sum[s] = sum[rest] + posts[type_[t].first][type_[t].second];
    set[s] = set[rest] | std::size_t{1} << t;
    most = std::min(most, sum[s] + outside_[set[s]]);
  }
  return most;
}

std::vector<Candidate> available_people(const Problem& p) {
  std::vector<Candidate> out;
  for (const Worker& w : p.workers)
    if (w.is_available(0) || w.is_available(1))
      out.push_back({w.skills, {w.is_available(0), w.is_available(1)}, w.household});
  return out;
}

}  // namespace waystation::planning
