#include "planning/staffing.h"

#include <algorithm>
#include <map>
#include <set>

#include "planning/choices.h"
#include "planning/households.h"
#include "planning/min_cost_flow.h"

namespace waystation::planning {

namespace {

using Available = std::array<bool, teams>;

// A post or spare comes before all substitutes, and a substitute before a spare who stands in for
// nobody.
constexpr std::int64_t must = 1'000'000, substituted = 1000, idle = 1;
constexpr int most_branches = 400;  // Households that clash are rare; this is far beyond them.

struct Group {
  std::vector<PersonId> people;  // Alike in skills and teams, by id.
  Skills skills = 0;
  Available available{};
};

// Places of one crew for one kind of post: filled from groups.
struct Slot {
  std::size_t crew = 0;
  Kind kind = Kind::supervisor;
  std::int64_t places = 0;
  bool substitute = false;
  int node = 0;
  std::vector<int> arcs = {};  // By group; -1 where it does not qualify.
};

struct Search {
  const Problem& problem;
  const Windows& windows;
  std::optional<Staffing> best = {};
  int branches = 0;
};

std::vector<Group> groups_of(const Problem& p, const std::vector<Available>& available) {
  std::map<std::tuple<Skills, bool, bool>, Group> by;
  for (std::size_t w = 0; w < p.workers.size(); ++w) {
    const auto& [a, b] = available[w];
    if (!a && !b) continue;
    Group& group = by[{p.workers[w].skills, a, b}];
    group.people.push_back(p.workers[w].id);
    group.skills = p.workers[w].skills;
    group.available = available[w];
  }
  std::vector<Group> out;
  for (auto& [key, group] : by) out.push_back(std::move(group));
  return out;
}

std::vector<StaffedCrew> empty_crews(const Problem& p, const Windows& windows) {
  std::vector<StaffedCrew> out;
  for (std::size_t i = 0; i < p.sites.size(); ++i)
    for (int team = 0; windows[i] > 0 && team < teams; ++team)
      if (p.in_use[team]) out.push_back({i, team, {}, {}});
  return out;
}

std::int64_t spares_of(const Problem& p, const StaffedCrew& crew, const Windows& windows) {
  const int n = windows[crew.site];
  return crew_size(p.sites[crew.site], n) - n - 3;
}

std::vector<Slot> slots_of(const Problem& p, const std::vector<StaffedCrew>& crews,
                           const Windows& windows) {
  std::vector<Slot> out;
  for (std::size_t c = 0; c < crews.size(); ++c) {
    const int n = windows[crews[c].site];
    out.push_back({c, Kind::supervisor, 1});
    out.push_back({c, Kind::key_teller, 1});
    out.push_back({c, Kind::teller, n - 1});
    out.push_back({c, Kind::guide, 1});
    out.push_back({c, Kind::guard, 1});
    out.push_back({c, Kind::substitute_supervisor, 1, true});
    out.push_back({c, Kind::teller, n, true});
    out.push_back({c, Kind::guide, 1, true});
    out.push_back({c, Kind::guard, 1, true});
    out.push_back({c, Kind::spare, spares_of(p, crews[c], windows)});
  }
  return out;
}

// People flow into posts. A crew's spares must be there, and so are worth as much as a post:
// substitutes first, then people who could stand in only where somebody does already.
struct Filling {
  const Problem& problem;
  const Windows& windows;
  std::vector<StaffedCrew> crews;
  std::vector<Group> groups;
  std::vector<Slot> slots;
  MinCostFlow flow = {};
  std::vector<int> obligations = {};  // Arcs that must be full.
  std::int64_t asked = 0;

  void build();
  bool is_complete() const;
  Staffing name_people() const;
};

void Filling::build() {
  std::vector<int> node(groups.size()), on_site(crews.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    node[g] = flow.add_node();
    flow.add_arc(MinCostFlow::source, node[g], std::ssize(groups[g].people), 0);
  }
  const auto oblige = [&](int from, std::int64_t places) {
    obligations.push_back(flow.add_arc(from, MinCostFlow::sink, places, -must));
    asked += places;
  };
  for (std::size_t c = 0; c < crews.size(); ++c) {
    on_site[c] = flow.add_node();
    oblige(on_site[c], spares_of(problem, crews[c], windows));
  }
  for (Slot& slot : slots) {
    slot.node = flow.add_node();
    if (slot.kind == Kind::spare)
      flow.add_arc(slot.node, on_site[slot.crew], slot.places, idle);
    else if (!slot.substitute)
      oblige(slot.node, slot.places);
    else {
      const int filled = flow.add_node();
      flow.add_arc(slot.node, filled, slot.places, -substituted);
      flow.add_arc(filled, on_site[slot.crew], slot.places, 0);
      flow.add_arc(filled, MinCostFlow::sink, slot.places, 0);
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const bool fits =
          groups[g].available[crews[slot.crew].team] && qualifies(groups[g].skills, slot.kind);
      slot.arcs.push_back(fits ? flow.add_arc(node[g], slot.node, slot.places, 0) : -1);
    }
  }
}

bool Filling::is_complete() const {
  std::int64_t filled = 0;
  for (int arc : obligations) filled += flow.flow(arc);
  return filled == asked;
}

plan::Post post_of(Kind kind) {
  switch (kind) {
    case Kind::supervisor:
    case Kind::substitute_supervisor:
      return plan::Post::supervisor;
    case Kind::key_teller:
    case Kind::teller:
      return plan::Post::teller;
    case Kind::guide:
      return plan::Post::guide;
    case Kind::guard:
      return plan::Post::guard;
    case Kind::spare:
      break;
  }
  return plan::Post::spare;
}

plan::Custody custody_of(Kind kind) {
  if (kind == Kind::supervisor) return plan::Custody::key_a;
  return kind == Kind::key_teller ? plan::Custody::key_b : plan::Custody::none;
}

// Absent for each place that nobody fills.
std::vector<std::optional<PersonId>> people_in(const Slot& slot, const Filling& filling,
                                               std::vector<std::size_t>& next) {
  std::vector<std::optional<PersonId>> out;
  for (std::size_t g = 0; g < filling.groups.size(); ++g)
    for (auto n = slot.arcs[g] < 0 ? 0 : filling.flow.flow(slot.arcs[g]); n > 0; --n)
      out.emplace_back(filling.groups[g].people[next[g]++]);
  std::ranges::sort(out);  // One spelling of a plan: equal places go by id.
  out.resize(std::size_t(slot.places));
  return out;
}

// Besides those who stand in for nobody, the first substitutes found are the spares on site, in the
// order of their ids.
void name_spares(StaffedCrew& crew, std::int64_t spares) {
  const auto posts = std::ssize(crew.substitutes);
  for (const auto& substitute : crew.substitutes) {
    if (std::ssize(crew.members) == posts + spares) break;
    if (substitute) crew.members.push_back({*substitute, plan::Post::spare, plan::Custody::none});
  }
  std::ranges::sort(crew.members.begin() + posts, crew.members.end(), {}, &plan::Member::person);
}

Staffing Filling::name_people() const {
  Staffing out{crews, 0};
  std::vector<std::size_t> next(groups.size());
  for (const Slot& slot : slots) {
    StaffedCrew& crew = out.crews[slot.crew];
    for (const auto& person : people_in(slot, *this, next)) {
      if (slot.substitute)
        crew.substitutes.push_back(person), out.unfilled += !person;
      else if (person)
        crew.members.push_back({*person, post_of(slot.kind), custody_of(slot.kind)});
    }
  }
  for (StaffedCrew& crew : out.crews) name_spares(crew, spares_of(problem, crew, windows));
  return out;
}

std::optional<Staffing> fill(const Problem& p, const Windows& windows,
                             const std::vector<Available>& available) {
  Filling filling{p, windows, empty_crews(p, windows), groups_of(p, available), {}};
  filling.slots = slots_of(p, filling.crews, windows);
  filling.build();
  filling.flow.run();
  if (!filling.is_complete()) return {};
  return filling.name_people();
}

// A household that has people in both teams; empty: none.
std::string split_household(const Problem& p, const Staffing& staffing) {
  std::map<PersonId, std::string> household;
  for (const Worker& w : p.workers)
    if (!w.household.empty()) household[w.id] = w.household;
  std::map<std::string, std::set<int>> seen;
  const auto see = [&](const PersonId& person, int team) {
    if (const auto at = household.find(person); at != household.end())
      seen[at->second].insert(team);
  };
  for (const StaffedCrew& crew : staffing.crews) {
    for (const auto& member : crew.members) see(member.person, crew.team);
    for (const auto& person : crew.substitutes)
      if (person) see(*person, crew.team);
  }
  for (const auto& [name, in] : seen)
    if (in.size() > 1) return name;
  return {};
}

// Branch and bound: a split household goes to the one team or to the other.
void search(Search& state, std::vector<Available> available) {
  if (++state.branches > most_branches) return;
  auto staffing = fill(state.problem, state.windows, available);
  if (!staffing || (state.best && staffing->unfilled >= state.best->unfilled)) return;
  const std::string split = split_household(state.problem, *staffing);
  if (split.empty()) {
    state.best = std::move(staffing);
    return;
  }
  for (int team = 0; team < teams; ++team) {
    auto kept = available;
    for (std::size_t w = 0; w < kept.size(); ++w)
      if (state.problem.workers[w].household == split) kept[w][1 - team] = false;
    search(state, std::move(kept));
  }
}

// Some staffing that keeps households together, where there is one at all.
std::optional<Staffing> fill_together(const Problem& p, const Windows& windows,
                                      const std::vector<Available>& available) {
  std::vector<Candidate> people;
  for (std::size_t w = 0; w < p.workers.size(); ++w)
    people.push_back({p.workers[w].skills, available[w], p.workers[w].household});
  const Posts posts = posts_of(p, windows);
  const Together found = best_together(std::move(people), p.in_use, [&](const auto& some) {
    return Score{Pool(some, p.in_use).most_filled(posts)};
  });
  std::vector<Available> kept;
  for (const Candidate& person : found.people) kept.push_back(person.available);
  return fill(p, windows, kept);
}

}  // namespace

std::optional<Staffing> staff_crews(const Problem& p, const Windows& windows) {
  std::vector<Available> available;
  for (const Worker& w : p.workers) available.push_back({w.is_available(0), w.is_available(1)});
  Search state{p, windows};
  search(state, available);
  if (!state.best && state.branches > most_branches) return fill_together(p, windows, available);
  return state.best;
}

}  // namespace waystation::planning
