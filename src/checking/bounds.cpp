// The bound of each level, proven again from the multipliers alone: docs/reference/plan-file.md §4.
// No solver, no trust: a wrong multiplier can only make a bound weaker.
#include <algorithm>

#include "checking/case.h"
#include "checking/choices.h"
#include "checking/prices.h"

namespace waystation::checking {

namespace {

// A term of a knapsack: so many visits, each worth so much.
struct Term {
  Wide worth = 0;
  std::int64_t visits = 0;
};

Wide most_worth(std::vector<Term> terms, Wide room) {
  std::sort(terms.begin(), terms.end(),
            [](const Term& a, const Term& b) { return a.worth > b.worth; });
  Wide out = 0;
  for (const Term& term : terms) {
    if (term.worth <= 0 || room <= 0) break;
    const Wide taken = std::min<Wide>(room, term.visits);
    out += term.worth * taken;
    room -= taken;
  }
  return out;
}

// For one price set: what does not depend on n, and what each outlet adds with 0, 1, … windows.
struct Relaxed {
  Wide fixed = 0;
  std::vector<std::vector<Wide>> by_outlet;

  Wide at(const Windows& n) const {
    Wide sum = fixed;
    for (std::size_t i = 0; i < n.size(); ++i) sum += by_outlet[i][std::size_t(n[i])];
    return sum;
  }
};

using TermsOf = std::function<std::vector<Term>(const ModelOutlet&)>;

Relaxed relax(const ZoneModel& m, Wide fixed, int sign, const TermsOf& terms_of) {
  Relaxed out{fixed, {}};
  for (const ModelOutlet& outlet : m.outlets) {
    const auto terms = terms_of(outlet);
    auto& adds = out.by_outlet.emplace_back();
    for (std::int64_t n = 0; n <= outlet.most_windows; ++n)
      adds.push_back(sign * most_worth(terms, Wide(outlet.capacity) * n));
  }
  return out;
}

// How many visits of a kind can be served at most: the sharpest of the price sets.
class MostServed {
 public:
  MostServed(const Case& c, const std::string& level, std::int64_t ModelCommunity::*visits) {
    const auto& communities = c.model.communities;
    for (const auto& entry : price_sets(c, level)) {
      const auto& alpha = entry.second.cover;
      Wide fixed = 0;
      for (std::size_t j = 0; j < communities.size(); ++j)
        fixed += Wide(alpha[j]) * (communities[j].*visits);
      sets_.push_back(relax(c.model, fixed, 1, [&](const ModelOutlet& outlet) {
        std::vector<Term> terms;
        for (std::size_t j = 0; j < communities.size(); ++j)
          if (outlet.metres[j] >= 0)
            terms.push_back({price_unit - alpha[j], communities[j].*visits});
        return terms;
      }));
    }
  }

  Wide at(const Windows& n) const {
    Wide least = sets_.front().at(n);
    for (const Relaxed& set : sets_) least = std::min(least, set.at(n));
    return least / price_unit;
  }

 private:
  std::vector<Relaxed> sets_;
};

// How far people must walk at least where so many are served.
class LeastWalked {
 public:
  LeastWalked(const Case& c, Wide served, Wide served_critical) {
    const auto& communities = c.model.communities;
    for (const auto& entry : price_sets(c, "L6")) {
      const PriceSet& set = entry.second;
      Wide fixed = set.serve * served + set.serve_critical * served_critical;
      for (std::size_t j = 0; j < communities.size(); ++j)
        fixed -= Wide(set.critical[j]) * communities[j].critical +
                 Wide(set.ordinary[j]) * (communities[j].visits - communities[j].critical);
      sets_.push_back(relax(c.model, fixed, -1, [&](const ModelOutlet& outlet) {
        std::vector<Term> terms;
        for (std::size_t j = 0; j < communities.size(); ++j) {
          if (outlet.metres[j] < 0) continue;
          const auto critical = communities[j].critical;
          const Wide worth = Wide(set.serve) - outlet.metres[j];
          terms.push_back({worth + set.serve_critical - set.critical[j], critical});
          terms.push_back({worth - set.ordinary[j], communities[j].visits - critical});
        }
        return terms;
      }));
    }
  }

  Wide at(const Windows& n) const {
    Wide most = 0;
    for (const Relaxed& set : sets_) most = std::max(most, set.at(n));
    return most;
  }

 private:
  std::vector<Relaxed> sets_;
};

struct Served {
  Wide critical = 0, all = 0;
  Windows windows;
};

// What the plan does on one open day; all are alike by H1.
Served served_by(const Case& c) {
  Served out;
  for (const PlannedOutlet& o : c.plan.outlets) out.windows.push_back(o.windows);
  for (const PlannedFlow& flow : c.plan.flows) {
    if (flow.day != c.model.van.open.front()) break;
    out.critical += flow.critical;
    out.all += Wide(flow.critical) + flow.ordinary;
  }
  return out;
}

class Extreme {
 public:
  void low(Wide value) { value_ = found_ ? std::min(value_, value) : value, found_ = true; }
  void high(Wide value) { value_ = found_ ? std::max(value_, value) : value, found_ = true; }
  Wide value() const {
    demand(found_, "bound", "/multipliers", "no choice of windows is left to bound");
    return value_;
  }

 private:
  Wide value_ = 0;
  bool found_ = false;
};

void check_bound(const Case& c, std::size_t level, Wide proven) {
  const PlannedLevel& l = c.plan.levels[level - 1];
  const auto where = "/levels/" + std::to_string(level - 1) + "/bound";
  demand(l.bound <= proven, "bound", where,
         instead(l.bound, proven) + " at most, as far as proven");
  demand(l.bound <= l.value, "bound", where, instead(l.bound, l.value) + " at most, the value");
}

void prove(const Case& c, const Choices& choices) {
  const Served plan = served_by(c);
  const Wide m = c.model.open_days(), days = c.model.days;
  const MostServed critical(c, "L1", &ModelCommunity::critical),
      all(c, "L2", &ModelCommunity::visits);
  Extreme c_max, t_max, crew_min, unfilled_min, walk_min;
  choices.each([&](const Windows& n) { c_max.high(critical.at(n)); });
  check_bound(c, 1, days * c.model.critical - m * c_max.value());
  const Wide on_site = choices.people_on_site(plan.windows);
  const LeastWalked walked(c, plan.all, plan.critical);
  choices.each([&](const Windows& n) {
    if (critical.at(n) < plan.critical) return;
    const Wide served = all.at(n);
    t_max.high(served);
    if (served < plan.all) return;
    crew_min.low(choices.people_on_site(n));
    if (choices.people_on_site(n) != on_site) return;
    unfilled_min.low(choices.unfilled_with_substitutes(n));
    walk_min.low(walked.at(n));
  });
  check_bound(
      c, 2, std::max<Wide>(0, days * c.model.visits - m * t_max.value() - c.plan.levels[0].value));
  check_bound(c, 3, 0);
  check_bound(c, 4, m * crew_min.value());
  check_bound(c, 5, unfilled_min.value());
  check_bound(c, 6, m * walk_min.value());
}

}  // namespace

void check_pins(const Case& c, const Choices& choices) {
  for (std::size_t i = 0; i < c.plan.outlets.size(); ++i) {
    const PlannedOutlet& o = c.planned(i);
    const ModelOutlet& outlet = c.outlet(i);
    demand(!(outlet.shut && o.opens()), "H14", c.at(i, "verdict"), "pinned shut");
    const bool must = outlet.must_open && !choices.pins_clash();
    demand(!must || o.opens(), "H14", c.at(i, "verdict"), "pinned to open");
    demand(!choices.pins_clash() || !o.opens(), "H14", c.at(i, "verdict"),
           "the pins cannot all be kept, so nothing opens");
    demand(o.windows <= outlet.most_windows, "H2", c.at(i, "windows"),
           instead(o.windows, outlet.most_windows) + " at most");
  }
}

void check_bounds(const Case& c, const Choices& choices) {
  check_price_rows(c);
  prove(c, choices);
}

}  // namespace waystation::checking
