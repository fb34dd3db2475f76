#include "planning/seats.h"

#include <algorithm>
#include <map>
#include <set>

namespace waystation::planning {

namespace {

using Available = std::vector<std::array<bool, teams>>;  // By worker.

constexpr std::int64_t change = 1000, known = 1;  // More changes than people never happen.
constexpr std::int64_t unreached = INT64_MAX / 4;
constexpr int nowhere = -1;

struct Slot {
  Seat seat;
  std::int64_t places = 0;
};

std::vector<Slot> slots_of(const Problem& p, const Windows& windows) {
  std::vector<Slot> out;
  for (std::size_t i = 0; i < p.sites.size(); ++i)
    for (int team = 0; windows[i] > 0 && team < teams; ++team) {
      if (!p.in_use[team]) continue;
      Posts posts{};
      add_crew(posts, p.sites[i], windows[i], team);
      for (int kind = 0; kind < kinds_of_crew; ++kind)
        if (posts[team][kind] > 0) out.push_back({{i, team, Kind(kind)}, posts[team][kind]});
    }
  return out;
}

class Seating {
 public:
  Seating(const Problem& problem, const Seats& before,
          const std::vector<std::optional<Standby>>& standby, const Windows& windows,
          const Available& available)
      : problem_(problem),
        before_(before),
        standby_(standby),
        available_(available),
        slots_(slots_of(problem, windows)),
        filled_(slots_.size(), 0),
        at_(before.size(), nowhere),
        was_(before.size(), nowhere) {}

  // False where a post stays empty; then `lack` says which.
  bool fill() {
    keep_seats();
    for (std::size_t s = 0; s < slots_.size(); ++s)
      while (filled_[s] < slots_[s].places)
        if (!fill_one(int(s))) return false;
    return true;
  }

  Seats seats() const {
    Seats out(at_.size());
    for (std::size_t w = 0; w < at_.size(); ++w)
      if (at_[w] != nowhere) out[w] = slots_[at_[w]].seat;
    return out;
  }
  Lack lack() const;

 private:
  struct Step {
    int to = nowhere, worker = nowhere;
  };

  bool can(std::size_t worker, int slot) const {
    const Seat& seat = slots_[slot].seat;
    return available_[worker][seat.team] && qualifies(problem_.workers[worker].skills, seat.kind);
  }
  std::int64_t cost(std::size_t worker, int slot) const {
    if (slot == nowhere) return before_[worker] ? change : 0;
    if (slot == was_[worker]) return 0;
    const Seat& seat = slots_[slot].seat;
    const auto& standby = standby_[worker];
    const bool is_known = standby && standby->site == seat.site && standby->team == seat.team;
    return is_known ? change - known : change;
  }

  void keep_seats() {
    std::map<Seat, int> slot;
    for (std::size_t s = 0; s < slots_.size(); ++s) slot[slots_[s].seat] = int(s);
    for (std::size_t w = 0; w < at_.size(); ++w) {
      const auto at = before_[w] ? slot.find(*before_[w]) : slot.end();
      if (at == slot.end() || !can(w, at->second)) continue;
      was_[w] = at->second;
      if (filled_[was_[w]] < slots_[was_[w]].places) sit(w, was_[w]);
    }
  }
  void sit(std::size_t worker, int slot) {
    if (at_[worker] != nowhere) --filled_[at_[worker]];
    at_[worker] = slot;
    ++filled_[slot];
  }

  void find_chains(int from);
  bool fill_one(int slot);

  const Problem& problem_;
  const Seats& before_;
  const std::vector<std::optional<Standby>>& standby_;
  const Available& available_;
  std::vector<Slot> slots_;
  std::vector<std::int64_t> filled_;
  std::vector<int> at_, was_;  // Slots by worker.
  std::vector<std::int64_t> distance_;
  std::vector<Step> step_;
  int empty_ = nowhere;  // Where no chain ended.
};

// What it costs to have the empty place at each other post instead, by people who move up.
void Seating::find_chains(int from) {
  distance_.assign(slots_.size(), unreached);
  step_.assign(slots_.size(), {});
  distance_[from] = 0;
  std::vector<int> queue{from};
  std::vector<char> is_queued(slots_.size(), 0);
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const int to = queue[next];
    is_queued[to] = 0;
    for (std::size_t w = 0; w < at_.size(); ++w) {
      const int at = at_[w];
      if (at == nowhere || at == to || !can(w, to)) continue;
      const std::int64_t distance = distance_[to] + cost(w, to) - cost(w, at);
      if (distance >= distance_[at]) continue;
      distance_[at] = distance;
      step_[at] = {to, int(w)};
      if (!is_queued[at]) queue.push_back(at);
      is_queued[at] = 1;
    }
  }
}

bool Seating::fill_one(int slot) {
  find_chains(slot);
  std::int64_t least = unreached;
  int who = nowhere, end = nowhere;
  for (std::size_t w = 0; w < at_.size(); ++w) {
    if (at_[w] != nowhere) continue;
    for (int s = 0; s < int(slots_.size()); ++s) {
      if (distance_[s] == unreached || !can(w, s)) continue;
      const std::int64_t sum = distance_[s] + cost(w, s) - cost(w, nowhere);
      if (sum < least) least = sum, who = int(w), end = s;
    }
  }
  if (who == nowhere) {
    empty_ = slot;
    return false;
  }
  for (int s = end; s != slot; s = step_[s].to) sit(std::size_t(step_[s].worker), step_[s].to);
  sit(std::size_t(who), end);
  return true;
}

// All who could hold one of the posts that the last search has reached sit there already.
Lack Seating::lack() const {
  Lack out{slots_[empty_].seat.team, {}, 0, 0};
  std::set<Kind> kinds;
  for (std::size_t s = 0; s < slots_.size(); ++s) {
    if (distance_[s] == unreached) continue;
    kinds.insert(slots_[s].seat.kind);
    out.posts += slots_[s].places;
    out.people += filled_[s];
  }
  out.kinds.assign(kinds.begin(), kinds.end());
  return out;
}

std::int64_t changes_between(const Seats& before, const Seats& after) {
  std::int64_t count = 0;
  for (std::size_t w = 0; w < before.size(); ++w) count += before[w] != after[w];
  return count;
}

// A household that sits in both teams; empty: none.
std::string split_household(const Problem& p, const Seats& seats) {
  std::map<std::string, int> team;
  for (std::size_t w = 0; w < seats.size(); ++w) {
    if (!seats[w] || p.workers[w].household.empty()) continue;
    const auto [at, is_new] = team.emplace(p.workers[w].household, seats[w]->team);
    if (at->second != seats[w]->team) return at->first;
  }
  return {};
}

// A split household goes to the one team or to the other; what it costs to leave it split is a
// bound.
void branch(const Seating& filled, const Problem& p, const Seats& before, const Windows& windows,
            const std::vector<std::optional<Standby>>& standby, const Available& available,
            Reseated& best) {
  const Seats seats = filled.seats();
  const std::int64_t changes = changes_between(before, seats);
  if (best.seats && changes >= best.changes) return;
  const std::string split = split_household(p, seats);
  if (split.empty()) {
    best.seats = seats;
    best.changes = changes;
    return;
  }
  for (int team = 0; team < teams; ++team) {
    Available kept = available;
    for (std::size_t w = 0; w < kept.size(); ++w)
      if (p.workers[w].household == split) kept[w][1 - team] = false;
    Seating half(p, before, standby, windows, kept);
    if (half.fill()) branch(half, p, before, windows, standby, kept, best);
  }
}

}  // namespace

Reseated reseat(const Problem& p, const Seats& before,
                const std::vector<std::optional<Standby>>& standby, const Windows& windows) {
  Available available;
  for (const Worker& w : p.workers) available.push_back({w.is_available(0), w.is_available(1)});
  Reseated out;
  Seating seating(p, before, standby, windows, available);
  if (seating.fill())
    branch(seating, p, before, windows, standby, available, out);
  else
    out.lack = seating.lack();
  return out;
}

}  // namespace waystation::planning
