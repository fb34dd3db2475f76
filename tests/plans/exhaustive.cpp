#include "exhaustive.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace waystation::plans {

namespace {

bool is_able(const Colleague& person, const Post& post) {
  if (post.any_skill)
    return person.can[supervisor] || person.can[teller] || person.can[lobby] || person.can[guard];
  return person.can[post.skill] && (person.can[vault] || !post.with_key);
}

std::vector<Post> posts_of_crew(int team, int windows) {
  std::vector<Post> out{
      {team, supervisor, true}, {team, teller, true}, {team, lobby}, {team, guard}};
  out.insert(out.end(), std::size_t(windows - 1), Post{team, teller});
  return out;
}

// Who stands in needs no key.
std::vector<Post> substitutes_of_crew(int team, int windows) {
  std::vector<Post> out = posts_of_crew(team, windows);
  for (Post& post : out) post.with_key = false;
  return out;
}

constexpr int none = -1;

}  // namespace

Exhaustive::Exhaustive(const RandomZone& zone) : zone_(zone) {
  read_days();
}

void Exhaustive::read_days() {
  const int interval = zone_.rules.van_interval_days;
  const auto van_may_enter = [&](int day) {
    return std::ranges::any_of(zone_.passes, [&](const Span& pass) { return pass.holds(day); });
  };
  int last_run = -100;
  for (int day = 0; day < zone_.days; ++day) {
    for (int run = day; day - last_run >= interval && run >= 0 && day - run < interval; --run)
      if (van_may_enter(run)) last_run = run;
    if (day - last_run < interval) open_days_.push_back(day);
  }
  for (int day : open_days_) in_use_[std::size_t(day / zone_.rules.team_days % 2)] = true;
}

int Exhaustive::spares(int windows) const {
  return std::min(zone_.rules.spares, windows + 3);
}

int Exhaustive::crew(const Windows& windows) const {
  int out = 0;
  for (int n : windows)
    if (n > 0) out += n + 3 + spares(n);
  return out;
}

// A positive test keeps the whole household from work; a measure, here always in central
// quarantine, the others of it for so many days.
bool Exhaustive::is_safe_at_home(const Colleague& person, int day) const {
  constexpr int watch_days = 7;
  return std::ranges::none_of(zone_.people, [&](const Colleague& other) {
    if (&other == &person || person.household == 0 || other.household != person.household)
      return false;
    return other.positive ||
           (other.measure && other.measure->holds(day) && day < other.measure->from + watch_days);
  });
}

bool Exhaustive::is_free(const Colleague& person, int team) const {
  if (!person.inside || person.excluded || person.positive) return false;
  return std::ranges::none_of(open_days_, [&](int day) {
    return day / zone_.rules.team_days % 2 == team &&
           ((person.measure && person.measure->holds(day)) || !is_safe_at_home(person, day));
  });
}

bool Exhaustive::may_fill(const Colleague& person, const Post& post,
                          const Team& household_in_b) const {
  const bool other_team =
      person.household > 0 && household_in_b[std::size_t(person.household - 1)] != (post.team == 1);
  return !other_team && is_able(person, post) && is_free(person, post.team);
}

bool Exhaustive::lasts(std::vector<Stock> lots, int used_a_day) const {
  std::ranges::stable_sort(lots, {}, [](const Stock& lot) { return lot.expires.value_or(1000); });
  for (int day : open_days_) {
    std::erase_if(lots, [&](const Stock& lot) { return lot.expires.value_or(day) < day; });
    int stock = 0, due = used_a_day;
    for (const Stock& lot : lots) stock += lot.quantity;
    const bool is_first = day == open_days_.front();
    if (is_first && stock < used_a_day * zone_.rules.cover_days) return false;
    if (stock < due) return false;
    for (Stock& lot : lots) {
      const int taken = std::min(due, lot.quantity);
      lot.quantity -= taken, due -= taken;
    }
  }
  return true;
}

std::int64_t Exhaustive::cash_yuan(std::size_t i, int windows) const {
  int near = 0;
  for (const Quarter& quarter : zone_.quarters)
    if (metres_between(quarter, zone_.branches[i]) <= zone_.rules.reach_metres)
      near += quarter.critical;
  const int paid = std::min(zone_.rules.visits_per_window * windows, near);
  return std::int64_t(zone_.rules.payout_yuan) * paid * zone_.rules.van_interval_days;
}

// What the outlet itself says to so many windows.
bool Exhaustive::suits_branch(std::size_t i, int windows) const {
  if (windows == 0) return true;
  const Branch& branch = zone_.branches[i];
  const Rules& rules = zone_.rules;
  int near = 0;
  for (const Quarter& quarter : zone_.quarters)
    if (metres_between(quarter, branch) <= rules.reach_metres) near += quarter.visits;
  const bool is_useful =
      rules.visits_per_window > 0 && rules.visits_per_window * (windows - 1) < near;
  const int suits = (windows + 3 + spares(windows)) * rules.suits_per_person;
  return is_useful && windows <= branch.windows && !branch.must_stay_shut && !open_days_.empty() &&
         cash_yuan(i, windows) <= branch.cash_limit_yuan && lasts(branch.suits, suits) &&
         lasts(branch.wipes, suits * rules.wipes_per_suit);
}

bool Exhaustive::can_open(const Windows& windows) const {
  std::int64_t cash = 0;
  for (std::size_t i = 0; i < windows.size(); ++i) {
    if (!suits_branch(i, windows[i])) return false;
    if (windows[i] > 0) cash += cash_yuan(i, windows[i]);
  }
  return cash <= zone_.carry_yuan && can_staff(windows);
}

// Sets of people, as bits, who may be those that fill all posts.
std::vector<bool> Exhaustive::people_left(const Windows& windows, const Team& household_in_b,
                                          bool with_spares) const {
  std::vector<Post> posts;
  for (int n : windows)
    for (int team = 0; n > 0 && team < 2; ++team) {
      if (!in_use_[std::size_t(team)]) continue;
      for (const Post& post : posts_of_crew(team, n)) posts.push_back(post);
      const Post spare{.team = team, .any_skill = true};
      if (with_spares) posts.insert(posts.end(), std::size_t(spares(n)), spare);
    }
  std::vector<bool> sets(std::size_t{1} << zone_.people.size());
  if (posts.size() > zone_.people.size()) return sets;
  sets[0] = true;
  for (const Post& post : posts) {
    std::vector<bool> next(sets.size());
    for (std::size_t p = 0; p < zone_.people.size(); ++p) {
      if (!may_fill(zone_.people[p], post, household_in_b)) continue;
      for (std::size_t set = 0; set < sets.size(); ++set)
        if (sets[set] && !(set >> p & 1)) next[set | std::size_t{1} << p] = true;
    }
    sets = std::move(next);
  }
  return sets;
}

bool Exhaustive::can_staff(const Windows& windows) const {
  for (const Team& household_in_b : {Team{0, 0}, Team{0, 1}, Team{1, 0}, Team{1, 1}}) {
    const auto sets = people_left(windows, household_in_b, true);
    if (std::ranges::find(sets, true) != sets.end()) return true;
  }
  return false;
}

int Exhaustive::posts_without_substitute(const Windows& windows) const {
  int fewest = 1000;
  for (const Team& household_in_b : {Team{0, 0}, Team{0, 1}, Team{1, 0}, Team{1, 1}})
    fewest = std::min(fewest, fewest_without_substitute(windows, household_in_b));
  return fewest;
}

// One more person stands by, or nobody does; `counts`: as a substitute.
void Exhaustive::offer(ByStandby& by, const Post& post, int counts,
                       const Team& household_in_b) const {
  ByStandby next = by;
  for (std::size_t p = 0; p < zone_.people.size(); ++p) {
    if (!may_fill(zone_.people[p], post, household_in_b)) continue;
    for (std::size_t standby = 0; standby < by.size(); ++standby)
      for (std::size_t set = 0; set < by[standby].size(); ++set) {
        if (by[standby][set] == none || (set >> p & 1)) continue;
        int& now = next[std::min(standby + 1, by.size() - 1)][set | std::size_t{1} << p];
        now = std::max(now, by[standby][set] + counts);
      }
  }
  by = std::move(next);
}

// Crew after crew, each substitute's place is left empty or given to anyone who is free; then
// spares who stand in for nobody make up the number on site.
int Exhaustive::fewest_without_substitute(const Windows& windows,
                                          const Team& household_in_b) const {
  const auto sets = people_left(windows, household_in_b, false);
  BySet found(sets.size(), none);
  for (std::size_t set = 0; set < sets.size(); ++set)
    if (sets[set]) found[set] = 0;
  int places = 0;
  for (int n : windows)
    for (int team = 0; n > 0 && team < 2; ++team) {
      if (!in_use_[std::size_t(team)]) continue;
      ByStandby by(std::size_t(spares(n)) + 1, BySet(sets.size(), none));
      by[0] = found;
      const auto substitutes = substitutes_of_crew(team, n);
      places += int(substitutes.size());
      for (const Post& post : substitutes) offer(by, post, 1, household_in_b);
      for (int s = 0; s < spares(n); ++s)
        offer(by, {.team = team, .any_skill = true}, 0, household_in_b);
      found = by.back();
    }
  const int most = *std::ranges::max_element(found);
  return most == none ? 1000 : places - most;
}

// Every visit goes to one of the outlets that it reaches, or is not served.
Exhaustive::Served Exhaustive::most_served(const Windows& windows) const {
  using Places = std::array<int, 4>;  // Left at each branch; then critical visits served.
  std::map<Places, std::int64_t> least_metres;
  Places start{};
  for (std::size_t i = 0; i < windows.size(); ++i)
    start[i] = zone_.rules.visits_per_window * windows[i];
  least_metres[start] = 0;
  for (const Quarter& quarter : zone_.quarters)
    for (int visit = 0; visit < quarter.visits; ++visit) {
      auto next = least_metres;
      for (const auto& [places, metres] : least_metres)
        for (std::size_t i = 0; i < windows.size(); ++i) {
          const std::int64_t walk = metres_between(quarter, zone_.branches[i]);
          if (places[i] == 0 || walk > zone_.rules.reach_metres) continue;
          Places after = places;
          --after[i];
          after[3] += visit < quarter.critical;
          const auto [at, fresh] = next.emplace(after, metres + walk);
          at->second = std::min(at->second, metres + walk);
        }
      least_metres = std::move(next);
    }
  Served best;
  for (const auto& [places, metres] : least_metres) {
    const int visits = std::accumulate(start.begin(), start.begin() + 3, 0) -
                       std::accumulate(places.begin(), places.begin() + 3, 0);
    if (std::tuple(-places[3], -visits, metres) <
        std::tuple(-best.critical, -best.visits, best.metres))
      best = {places[3], visits, metres};
  }
  return best;
}

std::vector<Windows> Exhaustive::all_choices() const {
  std::vector<Windows> out{{}};
  for (const Branch& branch : zone_.branches) {
    std::vector<Windows> longer;
    for (const Windows& windows : out)
      for (int n = 0; n <= branch.windows; ++n) {
        longer.push_back(windows);
        longer.back().push_back(n);
      }
    out = std::move(longer);
  }
  return out;
}

Exhaustive::Best Exhaustive::best() const {
  using Rank = std::tuple<int, int, int>;
  std::map<Rank, std::vector<std::pair<Windows, Served>>> ranked;
  const auto keeps_pins = [&](const Windows& windows) {
    for (std::size_t i = 0; i < windows.size(); ++i)
      if (zone_.branches[i].must_open && windows[i] == 0) return false;
    return true;
  };
  std::vector<Windows> allowed;
  for (const Windows& windows : all_choices())
    if (keeps_pins(windows) && can_open(windows)) allowed.push_back(windows);
  Best out{.pins_clash = allowed.empty()};
  if (out.pins_clash) allowed = {Windows(zone_.branches.size())};
  for (const Windows& windows : allowed) {
    const Served served = most_served(windows);
    ranked[{-served.critical, -served.visits, crew(windows)}].emplace_back(windows, served);
  }
  const auto& [rank, equals] = *ranked.begin();
  std::pair<int, std::int64_t> least{1000, 0};
  for (const auto& [windows, served] : equals)
    least = std::min(least, std::pair(posts_without_substitute(windows), served.metres));
  std::int64_t critical = 0, visits = 0;
  for (const Quarter& q : zone_.quarters) critical += q.critical, visits += q.visits;
  const std::int64_t days = zone_.days, open = std::ssize(open_days_);
  const auto [minus_critical, minus_visits, people] = rank;
  out.values = {days * critical + open * minus_critical,
                days * (visits - critical) + open * (minus_visits - minus_critical),
                0,
                open * people,
                least.first,
                open * least.second};
  return out;
}

}  // namespace waystation::plans
