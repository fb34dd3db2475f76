#include "domain/post_backup.h"

#include <algorithm>
#include <set>

#include "domain/bank.h"

namespace waystation::post_backup {

namespace {

using staff::Skill;

std::string key_of(const Scope& at, BackedPost post) {
  return to_text(at) + ' ' + std::string(name_of(post));
}

std::optional<Skill> skill_of(BackedPost post) {
  switch (post) {
    case BackedPost::supervisor:
    case BackedPost::outlet_manager:
      return Skill::supervisor;
    case BackedPost::teller:
      return Skill::teller;
    case BackedPost::guide:
      return Skill::lobby;
    case BackedPost::guard:
      return Skill::guard;
    case BackedPost::key_holder:
      return Skill::vault;
    case BackedPost::city_duty:
    case BackedPost::province_duty:
      break;
  }
  return {};
}

std::optional<Refusal> refuse_place(const Bank& bank, const Scope& at, BackedPost post) {
  if (at.level() != level_of(post))
    return invalid("backup.wrong-level", {{"post", std::string(name_of(post))}});
  if (!at.city.text.empty() && !bank.cities.contains(at.city))
    return unknown("city.unknown", at.city.text);
  const auto* outlet = bank.outlets.find(at.outlet);
  if (!at.outlet.text.empty() && (!outlet || outlet->city != at.city))
    return unknown("outlet.unknown", at.outlet.text);
  return {};
}

std::optional<Refusal> refuse_people(const Bank& bank, const Rank& c) {
  if (c.substitutes.size() > most_substitutes)
    return invalid("backup.too-many", {{"most", std::to_string(most_substitutes)}});
  auto named = c.substitutes;
  if (c.holder) named.push_back(*c.holder);
  std::set<PersonId> seen;
  for (const PersonId& id : named) {
    if (auto no = quarantine::refuse_person(bank, id)) return no;
    if (!seen.insert(id).second) return invalid("backup.person-twice", {{"id", id.text}});
    if (auto codes = unqualified(bank, c.post, id); !codes.empty())
      return Refusal{Why::conflict, "backup.unqualified", {}, std::move(codes), {{"id", id.text}}};
  }
  return {};
}

}  // namespace

Level level_of(BackedPost post) {
  if (post == BackedPost::province_duty) return Level::province;
  return post == BackedPost::city_duty ? Level::city : Level::outlet;
}

const Ranking* ranking_of(const Bank& bank, const Scope& at, BackedPost post) {
  return bank.rankings.find(key_of(at, post));
}

std::vector<std::string> unqualified(const Bank& bank, BackedPost post, const PersonId& id) {
  const auto* person = bank.people.find(id);
  const auto skill = skill_of(post);
  if (!person || !skill || has_skill(*person, *skill)) return {};
  return {post == BackedPost::key_holder ? "fit.key-missing" : "fit.skill-missing"};
}

bool is_test_overdue(const Bank& bank, const Substitute& substitute, Day today) {
  if (!substitute.tested_on || !substitute.passed) return true;
  const auto interval = policy::in_force(bank, policy::Key::backup_test_interval_days, today).value;
  return today > *substitute.tested_on + std::chrono::days{interval};
}

// ---- Rank.

Scope scope_of(const Bank&, const Rank& c) {
  return c.at;
}

Decision<Ranked> decide(const Bank& bank, const Rank& c, const Stamp&) {
  if (auto no = refuse_place(bank, c.at, c.post)) return *no;
  if (auto no = refuse_people(bank, c)) return *no;
  return Ranked{c.at, c.post, c.holder, c.substitutes};
}

void apply(Rankings& rankings, const Ranked& e, const Mark&) {
  Ranking& ranking = rankings.edit(key_of(e.at, e.post));
  const auto before = std::move(ranking.substitutes);
  ranking = {e.at, e.post, e.holder, {}};
  for (const PersonId& id : e.substitutes) {
    const auto known = std::ranges::find(before, id, &Substitute::person);
    ranking.substitutes.push_back(known == before.end() ? Substitute{id} : *known);
  }
}

// ---- Drill.

Scope scope_of(const Bank&, const RecordDrill& c) {
  return c.at;
}

Decision<DrillRecorded> decide(const Bank& bank, const RecordDrill& c, const Stamp& stamp) {
  if (auto no = refuse_place(bank, c.at, c.post)) return *no;
  const auto* ranking = ranking_of(bank, c.at, c.post);
  const auto is_ranked = [&] {
    return ranking && std::ranges::find(ranking->substitutes, c.person, &Substitute::person) !=
                          ranking->substitutes.end();
  };
  if (!is_ranked()) return conflict("backup.not-ranked", {{"id", c.person.text}});
  if (c.on > quarantine::today_of(bank, c.person, stamp.at))
    return invalid("backup.drill-in-future", {{"on", to_text(c.on)}});
  return DrillRecorded{c.at, c.post, c.person, c.on, c.passed};
}

// A drill that is told late never hides a newer one.
void apply(Rankings& rankings, const DrillRecorded& e, const Mark&) {
  auto& substitutes = rankings.edit(key_of(e.at, e.post)).substitutes;
  const auto at = std::ranges::find(substitutes, e.person, &Substitute::person);
  if (at == substitutes.end() || (at->tested_on && *at->tested_on > e.on)) return;
  at->tested_on = e.on;
  at->passed = e.passed;
}

}  // namespace waystation::post_backup

template struct waystation::RoomTable<waystation::post_backup::Commands>;
