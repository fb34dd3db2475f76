#include "planning/province/search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace waystation::planning::province {

namespace {

constexpr std::size_t most_near = 8, most_far = 5;

std::vector<std::vector<std::int32_t>> neighbours(const Area& area) {
  std::vector<std::map<std::int32_t, int>> shared(area.sites);
  constexpr int nearest = 5;  // A customer's first arcs.
  for (int j = 0; j < area.customers; ++j) {
    const int first = area.customer_first[j];
    const int end = std::min(area.customer_first[j + 1], first + nearest);
    for (int a = first; a < end; ++a)
      for (int b = first; b < end; ++b)
        if (a != b) ++shared[area.arc_site[a]][area.arc_site[b]];
  }
  std::vector<std::vector<std::int32_t>> out;
  for (const auto& others : shared) {
    std::vector<std::pair<int, std::int32_t>> ranked;
    for (const auto& [site, times] : others) ranked.emplace_back(-times, site);
    std::ranges::sort(ranked);
    if (ranked.size() > most_near) ranked.resize(most_near);
    out.emplace_back();
    for (const auto& [_, site] : ranked) out.back().push_back(site);
  }
  return out;
}

}  // namespace

Search::Search(AreaState& state, std::vector<double> sizes, std::uint64_t seed)
    : state_(state),
      area_(state.area()),
      sizes_(std::move(sizes)),
      random_(seed),
      near_(neighbours(area_)) {
  is_queued_.assign(std::size_t(state.units()) * area_.sites, 0);
  worth_.assign(is_queued_.size(), 0);
  growths_.assign(is_queued_.size(), {});
  is_stale_.assign(is_queued_.size(), 1);
}

void Search::touch(Team team) {
  is_stale_[index(team)] = 1;
  char& queued = is_queued_[index(team)];
  if (queued) return;
  queued = 1;
  queue_.push_back(team);
}

void Search::touch_near(int site) {
  for (int unit = 0; unit < state_.units(); ++unit) {
    touch({unit, site});
    for (const int other : near_[site]) touch({unit, other});
  }
}

void Search::wake_all() {
  for (int unit = 0; unit < state_.units(); ++unit)
    for (int site = 0; site < area_.sites; ++site) touch({unit, site});
}

bool Search::keep_if_better(std::int64_t before, AreaState::Mark mark) {
  state_.set_limit(Transport::no_limit);
  if (!state_.is_hopeless() && state_.value() < before && state_.rows_hold()) return true;
  state_.undo_to(mark);
  return false;
}

// One window more or less on one type of day, or none at all.
bool Search::improve_day(Team team, int type) {
  const int now = state_.windows(team.unit, type, team.site);
  const int size = state_.size(team.unit, team.site);
  for (const int to : {now - 1, now + 1, 0, size}) {
    if (to < 0 || to > size || to == now) continue;
    if (state_.least_change(team.unit, type, team.site, to) >= 0) continue;
    const auto mark = state_.mark();
    const std::int64_t before = state_.value();
    state_.set_limit(before);
    state_.set_windows(team.unit, type, team.site, to);
    if (keep_if_better(before, mark)) return true;
  }
  return false;
}

// What a change of size brings cannot be lower, as each day takes what pays for it.
std::int64_t Search::least_change(Team team, int size, int shut) const {
  std::int64_t sum = 0;
  const int before = state_.size(team.unit, team.site);
  for (int type = 0; type < state_.types(team.unit); ++type) {
    const int now = state_.windows(team.unit, type, team.site);
    if (size < before) {
      if (now > size) sum += state_.least_change(team.unit, type, team.site, size);
      continue;
    }
    std::int64_t best = 0;
    for (int w = before + 1; w <= size && now == before; ++w)
      best = std::min(best, state_.least_change(team.unit, type, team.site, w, shut));
    sum += best;
  }
  return sum;
}

// The team at another size, with more windows on the days on which they pay.
void Search::try_size(Team team, int size) {
  const int before = state_.size(team.unit, team.site);
  state_.set_size(team.unit, team.site, size);
  for (int type = 0; size > before && type < state_.types(team.unit); ++type) {
    if (state_.windows(team.unit, type, team.site) != before) continue;
    for (int w = before + 1; w <= size; ++w) {
      const auto mark = state_.mark();
      const std::int64_t value = state_.value();
      if (state_.least_change(team.unit, type, team.site, w) >= 0) break;
      state_.set_limit(value);
      state_.set_windows(team.unit, type, team.site, w);
      const bool pays = !state_.is_hopeless() && state_.value() < value;
      state_.set_limit(Transport::no_limit);
      if (pays) continue;
      state_.undo_to(mark);
      break;
    }
  }
  if (size > before && !state_.is_hopeless()) trim(team);
}

// Nobody stands by for windows that no day opens.
void Search::trim(Team team) {
  int most = 0;
  for (int type = 0; type < state_.types(team.unit); ++type)
    most = std::max(most, state_.windows(team.unit, type, team.site));
  state_.set_size(team.unit, team.site, most);
}

bool Search::resize(Team team) {
  const int now = state_.size(team.unit, team.site);
  for (const int to : {0, now - 1, now + 1, now + 2}) {
    if (to < 0 || to > area_.windows[team.site] || to == now) continue;
    if (least_change(team, to) >= 0) continue;
    const auto mark = state_.mark();
    const std::int64_t before = state_.value();
    if (to < now) state_.set_limit(before);
    try_size(team, to);
    if (keep_if_better(before, mark)) return true;
  }
  return false;
}

// What the other could bring at most, once the team has given up so many windows.
std::int64_t Search::hope(Team from, Team to, int given) const {
  const int has = state_.size(to.unit, to.site);
  const int takes = std::min(area_.windows[to.site] - has, given);
  const int shut =
      from.unit == to.unit && given == state_.size(from.unit, from.site) ? from.site : -1;
  return takes ? -least_change(to, has + takes, shut) : 0;
}

// The site gives up its team, or one window, and another takes it, or as much as it can hold.
bool Search::exchange(Team team, int given, const std::vector<Team>& others) {
  std::int64_t most = 0;
  for (const Team other : others) most = std::max(most, hope(team, other, given));
  const int left = state_.size(team.unit, team.site) - given;
  if (least_change(team, left) >= most) return false;
  const auto mark = state_.mark();
  const std::int64_t before = state_.value();
  state_.set_limit(before + most);
  state_.set_size(team.unit, team.site, left);
  state_.set_limit(Transport::no_limit);
  for (const Team other : others) {
    if (state_.is_hopeless()) break;
    if (state_.value() - hope(team, other, given) >= before) continue;
    const auto without = state_.mark();
    const int has = state_.size(other.unit, other.site);
    try_size(other, std::min(area_.windows[other.site], has + given));
    if (!keep_if_better(before, without)) continue;
    touch_near(other.site);
    return true;
  }
  state_.undo_to(mark);
  return false;
}

// Neighbours; and where people are scarce, the few others to whom most was worth when last seen.
std::vector<Search::Team> Search::partners(Team team) const {
  std::vector<Team> out;
  for (const int other : near_[team.site]) out.push_back({team.unit, other});
  if (!state_.is_tight()) return out;
  std::vector<std::pair<std::int64_t, std::size_t>> best;
  for (std::size_t k = 0; k < worth_.size(); ++k)
    if (worth_[k] > 0 && k != index(team)) best.emplace_back(-worth_[k], k);
  const std::size_t most = std::min<std::size_t>(best.size(), most_far);
  std::ranges::partial_sort(best, best.begin() + most);
  for (std::size_t k = 0; k < most; ++k)
    out.push_back({int(best[k].second / area_.sites), int(best[k].second % area_.sites)});
  return out;
}

bool Search::exchange(Team team) {
  const int size = state_.size(team.unit, team.site);
  if (!size) return false;
  const auto others = partners(team);
  return exchange(team, size, others) || (size > 1 && exchange(team, 1, others));
}

bool Search::improve_team(Team team) {
  const int size = state_.size(team.unit, team.site);
  const int larger = size ? std::min(size + 1, area_.windows[team.site]) : area_.windows[team.site];
  worth_[index(team)] = -least_change(team, larger);
  if (resize(team) || exchange(team)) return true;
  for (int type = 0; type < state_.types(team.unit); ++type)
    if (improve_day(team, type)) return true;
  return false;
}

void Search::drain_queue() {
  for (std::size_t next = 0; next < queue_.size(); ++next) {
    const Team team = queue_[next];
    is_queued_[index(team)] = 0;
    if (improve_team(team)) touch_near(team.site);
  }
  queue_.clear();
}

void Search::construct(double noise) {
  std::vector<std::pair<double, Team>> ranked;
  for (int unit = 0; unit < state_.units(); ++unit)
    for (int site = 0; site < area_.sites; ++site) {
      const double doubt = noise * double(random_.between(-500, 500)) / 1000;
      ranked.push_back({sizes_[index({unit, site})] + doubt, {unit, site}});
      state_.set_size(unit, site, 0);
    }
  std::ranges::stable_sort(ranked, std::greater<>(), [](const auto& r) { return r.first; });
  for (const auto& [mean, team] : ranked) {
    if (mean < 0.2) break;
    const int most = std::min(area_.windows[team.site], int(mean + 0.7));
    for (int size = most; size > 0; --size) {
      const auto mark = state_.mark();
      try_size(team, size);
      if (state_.rows_hold()) break;
      state_.undo_to(mark);
    }
  }
  state_.settle();
}

void Search::improve() {
  wake_all();
  if (state_.is_tight()) refill();
  drain_queue();
  state_.settle();
}

// The larger size of the team that may bring most for the people it takes, by the present prices.
Search::Growth Search::best_growth(Team team) const {
  const SharedRow& row = area_.rows[state_.tightest_row()];
  const int now = state_.size(team.unit, team.site), most = area_.windows[team.site];
  Growth out;
  for (const int size : {now + 1, now + 2, most}) {
    if (size > most || size <= now) continue;
    const auto people = std::max<std::int64_t>(
        1, row.per_window[team.site] * (size - now) + (now ? 0 : row.fixed[team.site]));
    const double rate = -double(least_change(team, size)) / double(people);
    if (rate > out.rate) out = {rate, size};
  }
  return out;
}

bool Search::grow_best() {
  for (std::size_t k = 0; k < growths_.size(); ++k) {
    if (!is_stale_[k]) continue;
    growths_[k] = best_growth({int(k / area_.sites), int(k % area_.sites)});
    is_stale_[k] = 0;
  }
  for (int tries = 0; tries < 6; ++tries) {
    const auto best = std::ranges::max_element(growths_, {}, &Growth::rate);
    if (best->rate <= 0) return false;
    const auto k = std::size_t(best - growths_.begin());
    const Team team{int(k / area_.sites), int(k % area_.sites)};
    const auto mark = state_.mark();
    const std::int64_t before = state_.value();
    try_size(team, best->size);
    if (keep_if_better(before, mark)) {
      touch_near(team.site);
      return true;
    }
    best->rate = 0;  // Until something near it changes.
  }
  return false;
}

// Where people have become free, they go where they bring most, anywhere in the area.
void Search::refill() {
  while (grow_best()) {
  }
}

// Of a few at random the team that differs most from the relaxation.
Search::Team Search::doubtful() {
  Team out{0, 0};
  double most = -1;
  for (int n = 0; n < 3; ++n) {
    const Team team{int(random_.below(state_.units())), int(random_.below(area_.sites))};
    const double doubt = std::abs(sizes_[index(team)] - state_.size(team.unit, team.site));
    if (doubt > most) most = doubt, out = team;
  }
  return out;
}

// A team and some of its neighbours change their sizes, about half of the time to what the
// relaxation has, rounded either way.
void Search::disturb() {
  const Team first = doubtful();
  const auto change = [&](Team team) {
    const int size = state_.size(team.unit, team.site), most = area_.windows[team.site];
    const double lean = sizes_[index(team)] + double(random_.below(1000)) / 1000;
    int to = std::min(most, int(lean));
    if (size && state_.is_tight() && random_.permille(500)) to = 0;
    if (to == size || random_.permille(300)) to = int(random_.between(0, most));
    try_size(team, to);
    touch_near(team.site);
  };
  change(first);
  const auto& near = near_[first.site];
  for (std::int64_t more = random_.between(0, 2); more > 0 && !near.empty(); --more)
    change({first.unit, near[std::size_t(random_.below(std::ssize(near)))]});
}

void Search::forget() {
  std::ranges::fill(is_stale_, 1);
  state_.settle();
}

void Search::shake_once(std::int64_t tolerance) {
  const auto mark = state_.mark();
  const std::int64_t before = state_.value();
  const bool is_tight = state_.is_tight();
  disturb();
  if (is_tight) refill();
  drain_queue();
  if (is_tight) refill();
  drain_queue();
  if (state_.value() > before + tolerance || !state_.rows_hold()) {
    state_.undo_to(mark);
    std::ranges::fill(is_stale_, 1);
  }
  state_.settle();
}

}  // namespace waystation::planning::province
