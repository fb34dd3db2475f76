#include "planning/certificate.h"

#include <algorithm>

namespace waystation::planning {

namespace {

using plan::Objective;

constexpr std::int64_t full_price = 1'000'000;
constexpr std::size_t most_walk_sets = 200;

// What the cuts found so far allow each choice to serve.
struct Allowed {
  const Choice* choice = nullptr;
  std::int64_t critical = 0, visits = 0;
};

class Proof {
 public:
  Proof(const Problem& p, const Service& s, const std::vector<Choice>& all, const Solution& best)
      : problem_(p),
        service_(s),
        best_(best),
        pool_(available_people(p), p.in_use, Keys::held, kinds) {
    for (const Choice& c : all)
      allowed_.push_back({&c, service_.allowed(Demand::critical, service_.everything(), c.windows),
                          service_.allowed(Demand::all, service_.everything(), c.windows)});
  }

  Certificate write();

 private:
  std::int64_t days() const { return problem_.open_days(); }
  bool looks_better(const Allowed&) const;
  void cut_until_proven();
  void add_cut(Demand, const Windows&);
  std::vector<const Choice*> equals() const;
  void prove_walks(const std::vector<const Choice*>&);
  std::int64_t walk_bound(const Windows&) const;
  const Choice* least_walk(const std::vector<const Choice*>&) const;

  void write_cuts(Certificate&, Objective, Demand, const std::vector<OutletSet>&) const;
  void write_walk_prices(Certificate&) const;
  std::vector<plan::LevelResult> levels(const std::vector<const Choice*>&) const;

  const Problem& problem_;
  const Service& service_;
  const Solution& best_;
  Pool pool_;
  std::vector<Allowed> allowed_;
  std::vector<OutletSet> critical_cuts_, all_cuts_;
  std::vector<WalkPrices> walk_prices_;
};

// As far as the cuts tell, could the choice be as good as the plan on L1, L2 and L4?
bool Proof::looks_better(const Allowed& a) const {
  const Choice& best = best_.choice;
  if (a.critical != best.critical) return a.critical > best.critical;
  if (a.visits != best.visits) return a.visits > best.visits;
  return a.choice->crew <= best.crew;
}

// Adds the cut of each choice whose figures are better in the cuts' eyes than they are.
void Proof::cut_until_proven() {
  for (bool added = true; added;) {
    added = false;
    for (const Allowed& a : allowed_) {
      if (!looks_better(a)) continue;
      const Choice& c = *a.choice;
      if (a.critical > c.critical)
        add_cut(Demand::critical, c.windows);
      else if (a.visits > c.visits)
        add_cut(Demand::all, c.windows);
      else
        continue;
      added = true;
    }
  }
}

void Proof::add_cut(Demand demand, const Windows& windows) {
  const OutletSet cut = service_.cut(demand, windows);
  (demand == Demand::critical ? critical_cuts_ : all_cuts_).push_back(cut);
  for (Allowed& a : allowed_) {
    auto& limit = demand == Demand::critical ? a.critical : a.visits;
    limit = std::min(limit, service_.allowed(demand, cut, a.choice->windows));
  }
}

// F5: choices that the cuts cannot tell from the plan.
std::vector<const Choice*> Proof::equals() const {
  std::vector<const Choice*> out;
  for (const Allowed& a : allowed_)
    if (a.critical >= best_.choice.critical && a.visits >= best_.choice.visits &&
        a.choice->crew == best_.choice.crew)
      out.push_back(a.choice);
  return out;
}

std::int64_t Proof::walk_bound(const Windows& windows) const {
  std::int64_t bound = 0;
  for (const WalkPrices& prices : walk_prices_)
    bound = std::max(
        bound, least_metres(problem_, prices, windows, best_.choice.critical, best_.choice.visits));
  return bound;
}

const Choice* Proof::least_walk(const std::vector<const Choice*>& among) const {
  return *std::ranges::min_element(among, {},
                                   [&](const Choice* c) { return walk_bound(c->windows); });
}

void Proof::prove_walks(const std::vector<const Choice*>& among) {
  walk_prices_.push_back(best_.walk.prices);
  while (walk_prices_.size() < most_walk_sets) {
    const Choice* least = least_walk(among);
    const std::int64_t bound = walk_bound(least->windows);
    if (bound >= best_.walk.metres) return;
    walk_prices_.push_back(shortest_walks(problem_, least->windows).prices);
    if (walk_bound(least->windows) == bound) return;  // It does walk less: households forbid it.
  }
}

std::vector<plan::LevelResult> Proof::levels(const std::vector<const Choice*>& among) const {
  const Choice& best = best_.choice;
  const std::int64_t all_days = problem_.days;
  std::int64_t critical = 0, visits = 0, crew = INT64_MAX, unfilled = INT64_MAX;
  for (const Allowed& a : allowed_) {
    critical = std::max(critical, a.critical);
    if (a.critical < best.critical) continue;
    visits = std::max(visits, a.visits);
    if (a.visits >= best.visits) crew = std::min(crew, a.choice->crew);
  }
  for (const Choice* c : among)
    unfilled = std::min(unfilled, least_unfilled(problem_, pool_, c->windows));
  const std::int64_t l1 = all_days * problem_.critical - days() * best.critical;
  const auto beyond = [&](std::int64_t served) {
    return std::max<std::int64_t>(0, all_days * problem_.visits - days() * served - l1);
  };
  return {
      {Objective::L1, l1, all_days * problem_.critical - days() * critical},
      {Objective::L2, beyond(best.visits), beyond(visits)},
      {Objective::L3, 0, 0},
      {Objective::L4, days() * best.crew, days() * crew},
      {Objective::L5, best_.staffing.unfilled, unfilled},
      {Objective::L6, days() * best_.walk.metres, days() * walk_bound(least_walk(among)->windows)}};
}

std::string row(std::size_t set, std::string_view kind, const CommunityId& community) {
  return std::to_string(set + 1) + '/' + std::string(kind) + '/' + community.text;
}

void Proof::write_cuts(Certificate& out, Objective level, Demand demand,
                       const std::vector<OutletSet>& cuts) const {
  for (std::size_t set = 0; set < cuts.size(); ++set)
    for (std::size_t j = 0; j < problem_.places.size(); ++j) {
      const Place& place = problem_.places[j];
      const auto visits = demand == Demand::critical ? place.critical : place.visits;
      if (visits > 0 && service_.is_priced(cuts[set], j))
        out.multipliers.push_back({level, row(set, "cover", place.id), full_price});
    }
}

void Proof::write_walk_prices(Certificate& out) const {
  for (std::size_t set = 0; set < walk_prices_.size(); ++set) {
    const WalkPrices& prices = walk_prices_[set];
    const auto add = [&](const std::string& name, std::int64_t price) {
      if (price > 0) out.multipliers.push_back({Objective::L6, name, price});
    };
    add(std::to_string(set + 1) + "/serve", prices.serve);
    add(std::to_string(set + 1) + "/serve-critical", prices.serve_critical);
    for (std::size_t j = 0; j < problem_.places.size(); ++j) {
      const CommunityId& id = problem_.places[j].id;
      add(row(set, "critical", id), prices.critical[j]);
      add(row(set, "ordinary", id), prices.ordinary[j]);
    }
  }
}

Certificate Proof::write() {
  cut_until_proven();
  const auto among = equals();
  prove_walks(among);
  Certificate out{levels(among), {}};
  write_cuts(out, Objective::L1, Demand::critical, critical_cuts_);
  write_cuts(out, Objective::L2, Demand::all, all_cuts_);
  write_walk_prices(out);
  return out;
}

}  // namespace

Certificate prove(const Problem& p, const Service& service, const std::vector<Choice>& all,
                  const Solution& best) {
  return Proof(p, service, all, best).write();
}

}  // namespace waystation::planning
