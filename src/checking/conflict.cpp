#include "checking/conflict.h"

#include <algorithm>
#include <functional>

namespace waystation::checking {

namespace {

constexpr int rules[] = {1, 2, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14};

bool has(const std::vector<int>& set, int rule) {
  return std::find(set.begin(), set.end(), rule) != set.end();
}

// Calls visit with each set of `size` rules, in the order of their numbers, until it says yes.
bool any_set(std::size_t size, std::size_t from, std::vector<int>& chosen,
             const std::function<bool(const std::vector<int>&)>& visit) {
  if (chosen.size() == size) return visit(chosen);
  for (std::size_t i = from; i < std::size(rules); ++i) {
    chosen.push_back(rules[i]);
    if (any_set(size, i + 1, chosen, visit)) return true;
    chosen.pop_back();
  }
  return false;
}

std::int64_t asked_by(const HouseholdFilling::Kinds& kinds) {
  std::size_t out = 0;
  for (const auto& kind : kinds) out += kind.size();
  return std::int64_t(out);
}

PlannedFact fact(const std::string& name, Wide value) {
  return {name, std::to_string(exact(value))};
}

}  // namespace

Beside::Beside(const Case& c, std::size_t shut)
    : c_(c),
      m_(c.model),
      outlet_(c.outlet(shut)),
      posts_{1, 0, m_.spares_of(1)},
      need_(m_.cash_need(outlet_, 1)),
      need_of_all_(need_) {
  for (const std::size_t i : c.open()) {
    const auto windows = c.planned(i).windows;
    ++posts_.crews;
    posts_.tellers += windows - 1;
    posts_.spares += m_.spares_of(windows);
    need_of_all_ += m_.cash_need(c.outlet(i), windows);
  }
}

std::vector<PlannedReason> Beside::conflict() const {
  std::vector<PlannedReason> out;
  for (std::size_t size = 1; size <= std::size(rules); ++size) {
    Rules chosen;
    const bool found = any_set(size, 0, chosen, [&](const Rules& set) { return forbids(set); });
    if (!found) continue;
    for (const int rule : chosen) out.push_back(reason(rule, chosen));
    return out;
  }
  return out;
}

bool Beside::forbids(const Rules& set) const {
  for (const int rule : set)
    if (forbids_alone(rule)) return true;
  if (!has(set, 5)) return false;
  const Filled& crews = crews_under(set);
  return crews.found < crews.asked;
}

bool Beside::forbids_alone(int rule) const {
  switch (rule) {
    case 1:
      return outlet_.visits_near == 0;
    case 2:
      return outlet_.facts->windows == 0 || outlet_.capacity == 0;
    case 9:
      return m_.van.open.empty();
    case 10:
      return !m_.van.open.empty() && need_of_all_ > m_.van.carry_fen;
    case 12:
      return need_ > outlet_.facts->limit_fen;
    case 13:
      return !m_.supplies_last(outlet_, 1);
    case 14:
      return outlet_.shut;
    default:
      return false;
  }
}

// Whether a person passes those of H4, H8 and H14 that are in the set, leaving out one of them.
bool Beside::passes(const ModelPerson& person, const Rules& set, int but) const {
  if (but != 4 && has(set, 4) && !person.inside) return false;
  if (but != 14 && has(set, 14) && person.excluded) return false;
  return but == 8 || !has(set, 8) || person.fit != 0;
}

const Beside::Filled& Beside::crews_under(const Rules& set) const {
  Rules about;  // Of the others crews do not depend.
  for (const int rule : set)
    if (rule == 4 || rule == 6 || rule == 7 || rule == 8 || rule == 14) about.push_back(rule);
  const auto known = crews_.find(about);
  return known != crews_.end() ? known->second : crews_[about] = filled_under(about);
}

// With H7 all crews are filled together, and households stay together; without it each team of this
// outlet alone, and the worst counts.
Beside::Filled Beside::filled_under(const Rules& set) const {
  HouseholdFilling people;
  std::uint32_t all_teams = 0;
  for (const int team : m_.teams) all_teams |= 1u << team;
  for (const auto& [id, person] : m_.people)
    if (passes(person, set, 0))
      people.add_person(person.skills, has(set, 8) ? person.fit : all_teams,
                        person.facts->household);
  const std::uint32_t key = has(set, 6) ? std::uint32_t{vault} : 0;
  if (has(set, 7)) {
    const auto kinds = posts_by_kind(posts_, key, m_.teams);
    return {asked_by(kinds), sum(people.fill(kinds)), sum(people.fill_apart(kinds)),
            people.households_of_several()};
  }
  std::optional<Filled> worst;
  for (const int team : m_.teams) {
    const auto kinds = posts_by_kind({1, 0, m_.spares_of(1)}, key, {team});
    const auto found = sum(people.fill_apart(kinds));
    if (!worst || found < worst->found) worst = {asked_by(kinds), found, found, 0};
  }
  return *worst;
}

PlannedReason Beside::reason(int rule, const Rules& set) const {
  const std::string name = 'H' + std::to_string(rule);
  const bool pinned = outlet_.shut;
  switch (rule) {
    case 1:
      return {name, "why.nobody-in-reach", facts_alone(rule)};
    case 2:
      return {name, "why.no-windows", {}};
    case 4:
      return {name, "why.residents-only", facts_of_crews(rule, set)};
    case 5:
      return {name, "why.crew-short", facts_of_crews(rule, set)};
    case 6:
      return {name, "why.keys-short", facts_of_crews(rule, set)};
    case 7:
      return one_crew_each(crews_under(set));
    case 8:
      return {name, "why.unfit", facts_of_crews(rule, set)};
    case 9:
      return {name, "why.no-pass", {}};
    case 10:
      return {name, "why.carry-limit", facts_alone(rule)};
    case 12:
      return {name, "why.cash-limit", facts_alone(rule)};
    case 13:
      return {name, "why.supplies-short", facts_alone(rule)};
    default:
      if (pinned) return {name, "why.pinned-shut", {}};
      return {name, "why.people-excluded", facts_of_crews(rule, set)};
  }
}

PlannedReason Beside::one_crew_each(const Filled& crews) const {
  const auto count = fact("crews", Wide(posts_.crews) * Wide(m_.teams.size()));
  if (crews.found_apart < crews.asked) return {"H7", "why.one-crew-each", {count}};
  return {"H7", "why.household-together", {count, fact("households", crews.households)}};
}

std::vector<PlannedFact> Beside::facts_alone(int rule) const {
  if (rule == 1) return {fact("metres", m_.reach)};
  if (rule == 10) return {fact("need", need_of_all_), fact("limit", m_.van.carry_fen)};
  if (rule == 12) return {fact("need", need_), fact("limit", outlet_.facts->limit_fen)};
  return {fact("suits_short", short_of(false)), fact("wipes_short", short_of(true))};
}

std::vector<PlannedFact> Beside::facts_of_crews(int rule, const Rules& set) const {
  const auto count = [&](const auto& counts) {
    return std::count_if(m_.people.begin(), m_.people.end(),
                         [&](const auto& entry) { return counts(entry.second); });
  };
  if (rule == 4) return {fact("inside", count([](const ModelPerson& p) { return p.inside; }))};
  if (rule == 6)
    return {fact("holders", count([&](const ModelPerson& p) {
                   return (p.skills & vault) != 0 && passes(p, set, 0);
                 }))};
  if (rule == 8)
    return {fact("unfit",
                 count([&](const ModelPerson& p) { return passes(p, set, 8) && p.fit == 0; }))};
  if (rule == 14) return {fact("excluded", count([](const ModelPerson& p) { return p.excluded; }))};
  const Filled& crews = crews_under(set);
  return {fact("needed", crews.asked), fact("filled", crews.found)};
}

std::int64_t Beside::short_of(bool wipes) const {
  const UsedUp used = wipes ? m_.wipes(outlet_, 1) : m_.suits(outlet_, 1);
  if (used.lasts && used.cover_days >= outlet_.cover_min) return 0;
  const Wide a_day = wipes ? m_.wipes_used(outlet_, 1) : m_.suits_used(outlet_, 1);
  const Wide days = std::max<Wide>(Wide(m_.duty.size()), outlet_.cover_min);
  const auto usable = usable_on(*outlet_.shelf, wipes ? "wipe" : "suit", m_.duty.back());
  return exact(std::max<Wide>(1, a_day * days - usable));
}

std::vector<PlannedFact> Beside::people_to_add() const {
  HouseholdFilling people;
  for (const auto& [id, person] : m_.people)
    people.add_person(person.skills, person.available(), person.facts->household);
  const auto kinds = posts_by_kind(posts_, vault, m_.teams);
  const auto placed = people.fill(kinds);
  const char* const names[] = {"supervisor", "key_teller", "teller", "guide", "guard", "spare"};
  std::vector<PlannedFact> out;
  for (std::size_t kind = 0; kind < kinds.size(); ++kind)
    if (const auto empty = std::int64_t(kinds[kind].size()) - placed[kind])
      out.push_back(fact(names[kind], empty));
  return out;
}

std::optional<PlannedFix> Beside::cheapest_fix() const {
  PlannedFix fix;
  fix.facts = people_to_add();
  Wide people = 0, papers = 0;
  for (const PlannedFact& added : fix.facts) people += std::stoll(added.value);
  const auto lead = [&](const char* rule, const char* code, Wide amount) {
    if (amount > 0 && fix.rule.empty())
      fix.rule = rule, fix.code = code, fix.amount = exact(amount);
  };
  const auto add = [&](const char* name, Wide amount) {
    if (amount > 0) fix.facts.push_back(fact(name, amount));
  };
  const bool no_van = m_.van.open.empty();
  const Wide cash = std::max<Wide>(0, Wide(need_) - outlet_.facts->limit_fen);
  const Wide carry = no_van ? 0 : std::max<Wide>(0, need_of_all_ - m_.van.carry_fen);
  const Wide suits = short_of(false), wipes = short_of(true);
  add("unpin", outlet_.shut), add("pass", no_van), add("cash_limit_fen", cash);
  add("carry_limit_fen", carry), add("suits", suits), add("wipes", wipes);
  lead("H5", "relax.add-people", people);
  lead("H14", "relax.unpin", outlet_.shut);
  lead("H9", "relax.pass", no_van);
  lead("H12", "relax.cash-limit", cash);
  lead("H10", "relax.carry-limit", carry);
  lead("H13", "relax.supplies", suits + wipes);
  if (fix.rule.empty()) return {};
  papers = Wide(outlet_.shut) + no_van + (cash > 0) + (carry > 0);
  fix.cost =
      exact(people * 1'000'000'000 + papers * 1'000'000 + std::min<Wide>(suits + wipes, 999'999));
  return fix;
}

}  // namespace waystation::checking
