#include "planning/conflict.h"

#include <algorithm>
#include <map>

#include "planning/crew_question.h"
#include "planning/households.h"

namespace waystation::planning {

namespace {

using enum plan::Rule;

// Rules that can forbid an outlet; H3 and H11 only shape what is open.
constexpr std::array askable = {H1, H2, H4, H5, H6, H7, H8, H9, H10, H12, H13, H14};

Fact fact(std::string name, std::int64_t value) {
  return {std::move(name), std::to_string(value)};
}

struct Question {
  const Problem& problem;
  const Windows& open;
  std::size_t index;
  const Site& site;
  std::map<Rules, CrewAnswer> asked = {};  // The same few sets of crew rules come again and again.

  bool opens_somewhere() const { return !problem.van.open.empty(); }
  std::int64_t need() const { return cash_need(problem, site, 1); }
  std::int64_t need_with_others() const {
    std::int64_t sum = need();
    for (std::size_t i = 0; i < problem.sites.size(); ++i)
      if (open[i] > 0) sum += cash_need(problem, problem.sites[i], open[i]);
    return sum;
  }
  std::int64_t over_limit() const {
    return std::max<std::int64_t>(0, need() - site.outlet->cash_limit.count);
  }
  std::int64_t over_carry() const {
    if (!opens_somewhere()) return 0;
    return std::max<std::int64_t>(0, need_with_others() - problem.van.carry_fen);
  }
  std::int64_t suits_short() const { return shortfall(problem, site, site.suits); }
  std::int64_t wipes_short() const { return shortfall(problem, site, site.wipes); }
  const CrewAnswer& crews(const Rules& rules);
  bool forbids_alone(plan::Rule) const;
  bool forbids(const Rules&);
};

const CrewAnswer& Question::crews(const Rules& rules) {
  Rules about;
  for (plan::Rule rule : {H4, H6, H7, H8, H14})
    if (rules.contains(rule)) about.insert(rule);
  const auto at = asked.find(about);
  if (at != asked.end()) return at->second;
  return asked[about] = ask_crews(problem, open, index, about);
}

bool Question::forbids_alone(plan::Rule rule) const {
  switch (rule) {
    case H1:
      return site.reachable_visits == 0;
    case H2:
      return site.outlet->windows == 0 || site.visits_per_window == 0;
    case H9:
      return !opens_somewhere();
    case H10:
      return over_carry() > 0;
    case H12:
      return over_limit() > 0;
    case H13:
      return suits_short() > 0 || wipes_short() > 0;
    case H14:
      return site.pinned_shut;
    case H3:
    case H4:
    case H5:
    case H6:
    case H7:
    case H8:
    case H11:
      break;
  }
  return false;
}

bool Question::forbids(const Rules& rules) {
  if (std::ranges::any_of(rules, [&](plan::Rule rule) { return forbids_alone(rule); })) return true;
  return rules.contains(H5) && !crews(rules).can_fill();
}

// The first forbidding set of so many rules that begins with those chosen; empty: none.
Rules first_of_size(Question& q, Rules chosen, std::size_t from, std::size_t size) {
  if (chosen.size() == size) return q.forbids(chosen) ? chosen : Rules{};
  for (std::size_t r = from; r < askable.size(); ++r) {
    Rules next = chosen;
    next.insert(askable[r]);
    if (Rules found = first_of_size(q, std::move(next), r + 1, size); !found.empty()) return found;
  }
  return {};
}

Rules smallest_conflict(Question& q) {
  Rules all(askable.begin(), askable.end());
  if (!q.forbids(all)) return {};
  for (std::size_t size = 1;; ++size)
    if (Rules found = first_of_size(q, {}, 0, size); !found.empty()) return found;
}

bool is_fit_in_use(const Problem& p, const Worker& w) {
  return (p.in_use[0] && w.fit[0]) || (p.in_use[1] && w.fit[1]);
}

std::int64_t number(const Problem& p, auto condition) {
  return std::ranges::count_if(p.workers, condition);
}

std::int64_t key_holders(const Problem& p, const Rules& rules) {
  return number(p, [&](const Worker& w) {
    return (w.skills >> int(staff::Skill::vault) & 1) && counts(w, rules) &&
           (!rules.contains(H8) || is_fit_in_use(p, w));
  });
}

// Nobody serves in two crews, and no household in two teams: the former is said where it suffices.
plan::Reason one_crew_each(const CrewAnswer& crews) {
  if (crews.filled_apart < crews.needed)
    return {H7, "why.one-crew-each", {fact("crews", crews.crews)}};
  return {H7,
          "why.household-together",
          {fact("crews", crews.crews), fact("households", crews.households)}};
}

plan::Reason reason_of(Question& q, plan::Rule rule, const Rules& rules) {
  const Problem& p = q.problem;
  const auto limit = q.site.outlet->cash_limit.count;
  switch (rule) {
    case H1:
      return {rule, "why.nobody-in-reach", {fact("metres", p.reach_metres)}};
    case H2:
      return {rule, "why.no-windows", {}};
    case H4:
      return {rule,
              "why.residents-only",
              {fact("inside", number(p, [](const Worker& w) { return w.inside; }))}};
    case H5:
      return {rule,
              "why.crew-short",
              {fact("needed", q.crews(rules).needed), fact("filled", q.crews(rules).filled)}};
    case H6:
      return {rule, "why.keys-short", {fact("holders", key_holders(p, rules))}};
    case H7:
      return one_crew_each(q.crews(rules));
    case H8:
      return {rule, "why.unfit", {fact("unfit", number(p, [&](const Worker& w) {
                                         return counts(w, rules) && !is_fit_in_use(p, w);
                                       }))}};
    case H9:
      return {rule, "why.no-pass", {}};
    case H10:
      return {rule,
              "why.carry-limit",
              {fact("need", q.need_with_others()), fact("limit", p.van.carry_fen)}};
    case H12:
      return {rule, "why.cash-limit", {fact("need", q.need()), fact("limit", limit)}};
    case H13:
      return {rule,
              "why.supplies-short",
              {fact("suits_short", q.suits_short()), fact("wipes_short", q.wipes_short())}};
    case H14:
      if (q.site.pinned_shut) return {rule, "why.pinned-shut", {}};
      return {rule,
              "why.people-excluded",
              {fact("excluded", number(p, [](const Worker& w) { return w.excluded; }))}};
    case H3:
    case H11:
      break;
  }
  return {rule, "why.not-needed", {}};
}

// First all posts that are filled, then those of the first kind, of the first two kinds, and so on.
Score filled_up_to_each_kind(const Pool& pool, const Posts& all) {
  Score score{pool.most_filled(all)};
  Posts offered{};
  for (int kind = 0; kind < kinds_of_crew; ++kind) {
    for (int team = 0; team < teams; ++team) offered[team][kind] = all[team][kind];
    score.push_back(pool.most_filled(offered));
  }
  return score;
}

// People to add by post: what stays empty when the scarcest posts choose first.
std::array<int, kinds> people_to_add(const Question& q) {
  const Problem& p = q.problem;
  Windows windows = q.open;
  windows[q.index] = 1;
  const Posts all = posts_of(p, windows);
  const Score filled = best_together(available_people(p), p.in_use, [&](const auto& people) {
                         return filled_up_to_each_kind(Pool(people, p.in_use), all);
                       }).score;
  std::array<int, kinds> missing{};
  for (int kind = 0, before = 0; kind < kinds_of_crew; ++kind) {
    const int now = filled[std::size_t(kind) + 1];
    missing[kind] = all[0][kind] + all[1][kind] - (now - before);
    before = now;
  }
  return missing;
}

struct Shortage {
  std::array<int, kinds> people{};
  std::int64_t unpin = 0, pass = 0, cash = 0, carry = 0, suits = 0, wipes = 0;

  std::int64_t people_count() const {
    std::int64_t sum = 0;
    for (int n : people) sum += n;
    return sum;
  }
  // People come before papers, papers before stock.
  std::int64_t cost() const {
    const std::int64_t papers = unpin + pass + (cash > 0) + (carry > 0);
    return people_count() * 1'000'000'000 + papers * 1'000'000 +
           std::min<std::int64_t>(suits + wipes, 999'999);
  }
};

std::vector<Fact> facts_of(const Shortage& s) {
  std::vector<Fact> out;
  const auto add = [&](const char* name, std::int64_t value) {
    if (value > 0) out.push_back(fact(name, value));
  };
  constexpr std::array names = {"supervisor", "key_teller", "teller", "guide", "guard", "spare"};
  for (std::size_t kind = 0; kind < names.size(); ++kind) add(names[kind], s.people[kind]);
  add("unpin", s.unpin);
  add("pass", s.pass);
  add("cash_limit_fen", s.cash);
  add("carry_limit_fen", s.carry);
  add("suits", s.suits);
  add("wipes", s.wipes);
  return out;
}

std::optional<plan::Relaxation> cheapest_fix(const Question& q) {
  const Shortage s{people_to_add(q), q.site.pinned_shut, !q.opens_somewhere(), q.over_limit(),
                   q.over_carry(),   q.suits_short(),    q.wipes_short()};
  const auto fix = [&](plan::Rule rule, const char* code, std::int64_t amount) {
    return plan::Relaxation{rule, code, amount, s.cost(), facts_of(s)};
  };
  if (s.people_count() > 0) return fix(H5, "relax.add-people", s.people_count());
  if (s.unpin > 0) return fix(H14, "relax.unpin", 1);
  if (s.pass > 0) return fix(H9, "relax.pass", 1);
  if (s.cash > 0) return fix(H12, "relax.cash-limit", s.cash);
  if (s.carry > 0) return fix(H10, "relax.carry-limit", s.carry);
  if (s.suits + s.wipes > 0) return fix(H13, "relax.supplies", s.suits + s.wipes);
  return {};
}

}  // namespace

Obstacle obstacle(const Problem& p, const Windows& open, std::size_t index, bool pins_clash) {
  const Site& site = p.sites[index];
  Question q{p, open, index, site};
  const Rules rules = smallest_conflict(q);
  if (rules.empty()) {
    return {{pins_clash ? plan::Reason{H14, "why.pins-clash", {}}
                        : plan::Reason{H1, "why.not-needed", {}}},
            {}};
  }
  Obstacle out;
  for (plan::Rule rule : rules) out.conflict.push_back(reason_of(q, rule, rules));
  if (*rules.begin() != H1 && *rules.begin() != H2) out.cheapest_fix = cheapest_fix(q);
  return out;
}

}  // namespace waystation::planning
