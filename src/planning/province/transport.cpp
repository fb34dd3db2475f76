#include "planning/province/transport.h"

#include <algorithm>
#include <limits>

namespace waystation::planning::province {

namespace {

constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max() / 4;
constexpr std::int32_t at_the_lost = -1;

}  // namespace

Transport::Transport(const Area& area, int demand)
    : area_(area),
      critical_(area.critical.data() + area.of(demand, 0)),
      ordinary_(area.ordinary.data() + area.of(demand, 0)),
      flow_(area.arc_site.size(), 0),
      load_(area.sites, 0),
      capacity_(area.sites, 0),
      price_(area.sites, 0),
      distance_(area.sites, unreached),
      step_(area.sites) {
  for (int j = 0; j < area.customers; ++j) {
    lost_.push_back(critical_[j] + ordinary_[j]);
    cost_ += critical_[j] * area.loss_critical + ordinary_[j] * area.loss_ordinary;
  }
}

std::int64_t Transport::loss_of_next(int customer) const {
  return lost_[customer] < ordinary_[customer] ? area_.loss_ordinary : area_.loss_critical;
}

std::int64_t Transport::loss_of_last(int customer) const {
  return lost_[customer] > ordinary_[customer] ? area_.loss_critical : area_.loss_ordinary;
}

// How many visits may take the step at its present cost.
std::int64_t Transport::room_of(const Step& step) const {
  const std::int32_t ordinary = ordinary_[step.customer], gone = lost_[step.customer];
  if (step.from_arc == lost) return gone > ordinary ? gone - ordinary : gone;
  if (step.to_arc == lost && gone < ordinary)
    return std::min(flow_[step.from_arc], ordinary - gone);
  return flow_[step.from_arc];
}

void Transport::shift(const Step& step, std::int64_t visits) {
  const auto n = std::int32_t(visits);
  if (step.from_arc == lost) {
    cost_ -= visits * loss_of_last(step.customer);
    lost_[step.customer] -= n;
  } else {
    flow_[step.from_arc] -= n;
    load_[area_.arc_site[step.from_arc]] -= n;
    cost_ -= visits * area_.arc_cost[step.from_arc];
  }
  if (step.to_arc == lost) {
    cost_ += visits * loss_of_next(step.customer);
    lost_[step.customer] += n;
  } else {
    flow_[step.to_arc] += n;
    load_[area_.arc_site[step.to_arc]] += n;
    cost_ += visits * area_.arc_cost[step.to_arc];
  }
}

void Transport::begin(int site) {
  for (const int at : settled_) distance_[at] = unreached;
  for (const int at : frontier_) distance_[at] = unreached;
  settled_.clear();
  distance_[site] = 0;
  frontier_.assign(1, site);
  best_ = {unreached, 0, {}};
}

// The nearest site not yet settled, as long as it is nearer than the best end; else -1.
int Transport::take(std::int64_t before) {
  std::size_t nearest = frontier_.size();
  for (std::size_t k = 0; k < frontier_.size(); ++k)
    if (distance_[frontier_[k]] < before) nearest = k, before = distance_[frontier_[k]];
  if (nearest == frontier_.size()) return -1;
  const int site = frontier_[nearest];
  frontier_[nearest] = frontier_.back();
  frontier_.pop_back();
  settled_.push_back(site);
  return site;
}

void Transport::reach(int site, std::int64_t distance, const Step& step) {
  if (distance_[site] == unreached) frontier_.push_back(site);
  distance_[site] = distance;
  step_[site] = step;
}

// One visit leaves the site for another place that its customer reaches.
void Transport::relax_out(int site) {
  for (int k = area_.site_first[site]; k < area_.site_first[site + 1]; ++k) {
    const int from = area_.site_arc[k];
    if (!flow_[from]) continue;
    const int customer = area_.site_customer[k];
    const std::int64_t base = distance_[site] - area_.arc_cost[from] - price_[site];
    if (const auto length = base + loss_of_next(customer); length < best_.length)
      best_ = {length, at_the_lost, {site, customer, from, lost}};
    for (int to = area_.customer_first[customer]; to < area_.customer_first[customer + 1]; ++to) {
      const int next = area_.arc_site[to];
      const std::int64_t distance = base + area_.arc_cost[to] + price_[next];
      if (distance >= distance_[next] || distance >= best_.length || !capacity_[next]) continue;
      reach(next, distance, {site, customer, from, to});
      if (load_[next] < capacity_[next] && distance - price_[next] < best_.length)
        best_ = {distance - price_[next], next, {}};
    }
  }
}

// One visit comes to the site from another place; `distance_` is the length of the way from there.
void Transport::relax_in(int site) {
  for (int k = area_.site_first[site]; k < area_.site_first[site + 1]; ++k) {
    const int to = area_.site_arc[k];
    const int customer = area_.site_customer[k];
    const std::int64_t base = distance_[site] + area_.arc_cost[to] + price_[site];
    if (!lost_[customer]) {
    } else if (const auto length = base - loss_of_last(customer); length < best_.length) {
      best_ = {length, at_the_lost, {site, customer, lost, to}};
    }
    for (int from = area_.customer_first[customer]; from < area_.customer_first[customer + 1];
         ++from) {
      if (!flow_[from]) continue;
      const int before = area_.arc_site[from];
      const std::int64_t distance = base - area_.arc_cost[from] - price_[before];
      if (distance >= distance_[before] || distance >= best_.length) continue;
      reach(before, distance, {site, customer, from, to});
      if (distance + price_[before] < best_.length) best_ = {distance + price_[before], before, {}};
    }
  }
}

// Along the path that the search has found.
void Transport::send(int root, std::int64_t most) {
  const auto walk = [&](auto visit) {
    int at = best_.end;
    if (at == at_the_lost) {
      visit(best_.last);
      at = best_.last.site;
    }
    for (; at != root; at = step_[at].site) visit(step_[at]);
  };
  walk([&](const Step& step) { most = std::min(most, room_of(step)); });
  walk([&](const Step& step) {
    shift(step, most);
    changes_.push_back({step.customer, step.from_arc, step.to_arc, most});
  });
}

// Each path is at least as long as the one before.
bool Transport::drain(int site, std::int64_t limit) {
  while (load_[site] > capacity_[site]) {
    begin(site);
    for (int at = take(best_.length); at >= 0; at = take(best_.length)) relax_out(at);
    for (const int at : settled_) price_[at] += best_.length - distance_[at];
    std::int64_t most = load_[site] - capacity_[site];
    if (price_[site] * most >= limit - cost_) return false;
    if (best_.end != at_the_lost) most = std::min(most, capacity_[best_.end] - load_[best_.end]);
    send(site, most);
  }
  return cost_ < limit;
}

// The least price of a site that was shut, under which no visit may gain by a way through it.
std::int64_t Transport::first_price(int site) const {
  std::int64_t price = 0;
  for (int k = area_.site_first[site]; k < area_.site_first[site + 1]; ++k) {
    const int customer = area_.site_customer[k];
    std::int64_t most = lost_[customer] ? loss_of_last(customer) : 0;
    for (int a = area_.customer_first[customer]; a < area_.customer_first[customer + 1]; ++a)
      if (flow_[a]) most = std::max(most, area_.arc_cost[a] + price_[area_.arc_site[a]]);
    price = std::max(price, most - area_.site_cost[k]);
  }
  return price;
}

// Each visit gains at most as much as the one before.
bool Transport::fill(int site, std::int64_t limit) {
  while (load_[site] < capacity_[site] && price_[site] > 0) {
    if (cost_ - price_[site] * (capacity_[site] - load_[site]) >= limit) return false;
    begin(site);
    best_.length = price_[site];
    best_.end = site;
    for (int at = take(best_.length); at >= 0; at = take(best_.length)) relax_in(at);
    const bool pays = best_.end != site;
    for (const int at : settled_) price_[at] -= best_.length - distance_[at];
    if (!pays) break;
    send(site, capacity_[site] - load_[site]);
  }
  return cost_ < limit;
}

// The cheapest price at which a customer of the site finds another place.
std::int64_t Transport::way_out(int customer, int site) const {
  std::int64_t least = loss_of_next(customer);
  for (int a = area_.customer_first[customer]; a < area_.customer_first[customer + 1]; ++a) {
    const int other = area_.arc_site[a];
    if (other == site || !capacity_[other]) continue;
    least = std::min(least, area_.arc_cost[a] + price_[other]);
  }
  return least;
}

void Transport::add_chance(std::int64_t each, std::int64_t visits) const {
  if (visits > 0) chances_.emplace_back(each, visits);
}

// The sum of the cheapest, for so many visits at most.
std::int64_t Transport::best_chances(std::int64_t visits) const {
  std::ranges::sort(chances_);
  std::int64_t sum = 0;
  for (const auto& [each, most] : chances_) {
    const std::int64_t taken = std::min(visits, most);
    sum += each * taken;
    visits -= taken;
    if (!visits) break;
  }
  return sum;
}

std::int64_t Transport::least_loss(int site, std::int64_t capacity) const {
  if (load_[site] <= capacity) return 0;
  chances_.clear();
  for (int k = area_.site_first[site]; k < area_.site_first[site + 1]; ++k)
    if (const auto visits = flow_[area_.site_arc[k]])
      add_chance(way_out(area_.site_customer[k], site) - area_.site_cost[k], visits);
  return best_chances(load_[site] - capacity);
}

std::int64_t Transport::most_gain(int site, std::int64_t capacity, int shut) const {
  chances_.clear();
  for (int k = area_.site_first[site]; k < area_.site_first[site + 1]; ++k) {
    const int customer = area_.site_customer[k];
    const std::int64_t cost = area_.site_cost[k];
    const std::int64_t gone = lost_[customer], ordinary = ordinary_[customer];
    add_chance(cost - area_.loss_critical, gone - ordinary);
    add_chance(cost - area_.loss_ordinary, std::min(gone, ordinary));
    for (int a = area_.customer_first[customer]; a < area_.customer_first[customer + 1]; ++a) {
      const int other = area_.arc_site[a];
      if (!flow_[a] || other == site) continue;
      const std::int64_t now =
          other == shut ? way_out(customer, shut) : area_.arc_cost[a] + price_[other];
      if (now > cost) add_chance(cost - now, flow_[a]);
    }
  }
  return -best_chances(capacity - load_[site]);
}

bool Transport::set_capacity(int site, std::int64_t capacity, std::int64_t limit) {
  const std::int64_t before = capacity_[site];
  if (capacity == before) return cost_ < limit;
  changes_.push_back({-1 - site, 0, 0, before});
  saved_prices_.insert(saved_prices_.end(), price_.begin(), price_.end());
  if (!before) price_[site] = first_price(site);
  capacity_[site] = capacity;
  return capacity < before ? drain(site, limit) : fill(site, limit);
}

void Transport::undo_to(std::size_t mark) {
  for (; changes_.size() > mark; changes_.pop_back()) {
    const Change& last = changes_.back();
    if (last.customer >= 0) {
      shift({0, last.customer, last.to_arc, last.from_arc}, last.amount);
      continue;
    }
    capacity_[-1 - last.customer] = last.amount;
    std::copy(saved_prices_.end() - area_.sites, saved_prices_.end(), price_.begin());
    saved_prices_.resize(saved_prices_.size() - area_.sites);
  }
}

void Transport::settle() {
  changes_.clear();
  saved_prices_.clear();
}

}  // namespace waystation::planning::province
