// Random small zones: the planner finds what trying everything finds, says why not only where that
// is so, and the independent checker accepts every plan. PLAN_ZONES=100000 tries more of them,
// PLAN_SEED=1 begins with another.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "application/network.h"
#include "checking/check.h"
#include "cli/plan_file.h"
#include "exhaustive.h"
#include "planning/planner.h"

namespace waystation::plans {

namespace {

std::uint64_t number_in(const char* variable, std::uint64_t otherwise) {
  const char* const text = std::getenv(variable);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

Bank bank_of(const std::map<std::string, std::string>& files) {
  std::vector<ImportText> texts;
  for (const auto& [name, bytes] : files) texts.push_back({name, bytes});
  const auto bank = load_network(texts);
  REQUIRE_MESSAGE(bank.has_value(), bank.error().where);
  return *bank;
}

Windows windows_of(const plan::PlanDocument& document) {
  Windows out;
  for (const auto& outlet : document.outlets) out.push_back(outlet.windows);
  return out;
}

// The people that a fix asks for, each living alone inside; none where it asks for more than
// people.
std::optional<std::vector<Colleague>> people_in(const plan::Relaxation& fix) {
  const std::map<std::string, std::vector<Skill>> posts{{"supervisor", {supervisor, vault}},
                                                        {"key_teller", {teller, vault}},
                                                        {"teller", {teller}},
                                                        {"guide", {lobby}},
                                                        {"guard", {guard}},
                                                        {"spare", {guard}}};
  std::vector<Colleague> out;
  for (const Fact& fact : fix.facts) {
    const auto post = posts.find(fact.name);
    if (post == posts.end()) return {};
    Colleague person;
    for (const Skill skill : post->second) person.can[skill] = true;
    out.insert(out.end(), std::stoul(fact.value), person);
  }
  return out;
}

// With whom the fix adds the outlet opens, and not with one person fewer.
void check_fix(const RandomZone& zone, const plan::Relaxation& fix, const Windows& beside) {
  constexpr std::size_t most_people = 12;  // The search doubles with each.
  const auto people = people_in(fix);
  if (!people || zone.people.size() + people->size() > most_people) return;
  RandomZone more = zone;
  more.people.insert(more.people.end(), people->begin(), people->end());
  CHECK(Exhaustive(more).can_open(beside));
  more.people.pop_back();
  CHECK_FALSE(Exhaustive(more).can_open(beside));
}

// Where no rule forbids an outlet it is called not needed, or else pins clash; and nowhere else.
void check_reasons(const RandomZone& zone, const plan::PlanDocument& document, bool pins_clash) {
  const Exhaustive truth(zone);
  for (std::size_t i = 0; i < document.outlets.size(); ++i) {
    const auto& outlet = document.outlets[i];
    if (outlet.verdict == plan::Verdict::can_open) continue;
    Windows beside = windows_of(document);
    beside[i] = 1;
    const std::string& code = outlet.conflict.at(0).code;
    CHECK((code == "why.not-needed") == (truth.can_open(beside) && !pins_clash));
    CHECK((code == "why.pins-clash") == (truth.can_open(beside) && pins_clash));
    if (outlet.cheapest_fix) check_fix(zone, *outlet.cheapest_fix, beside);
  }
}

// Bounds leave out that households stay together, and spares who stand in for nobody.
bool is_bound_tight(const RandomZone& zone) {
  const auto lives_alone = [](const Colleague& person) { return person.household == 0; };
  return zone.rules.spares < 2 && std::ranges::all_of(zone.people, lives_alone);
}

struct Seen {
  int opened = 0, shut = 0, clashes = 0, crews = 0;
  std::map<std::string, int> codes = {};
};

void note(Seen& seen, const plan::PlanDocument& document) {
  for (const auto& outlet : document.outlets) {
    ++(outlet.verdict == plan::Verdict::can_open ? seen.opened : seen.shut);
    seen.crews = std::max(seen.crews, int(std::ssize(outlet.crews)));
    for (const auto& reason : outlet.conflict) ++seen.codes[reason.code];
  }
}

void check_zone(std::uint64_t seed, Seen& seen) {
  INFO("PLAN_ZONES=1 PLAN_SEED=" << seed);
  const RandomZone zone = random_zone(seed);
  const auto files = files_of(zone);
  const Bank bank = bank_of(files);
  const auto document = planning::make_plan(bank, {{"Z"}, *parse_day("2021-01-08"), zone.days});
  REQUIRE(document.has_value());
  note(seen, *document);
  const Exhaustive::Best best = Exhaustive(zone).best();
  for (std::size_t level = 0; level < document->levels.size(); ++level) {
    INFO("L" << level + 1);
    CHECK(document->levels[level].value == best.values[level]);
    CHECK(document->levels[level].bound <= document->levels[level].value);
    if (is_bound_tight(zone)) CHECK(document->levels[level].bound == document->levels[level].value);
  }
  check_reasons(zone, *document, best.pins_clash);
  cli::Names names;
  for (const auto& [id, person] : bank.people) names[id] = person.name.text;
  const std::string text = cli::write_plan_file(*document, names);
  const auto checked = checking::check_plan(checking::read_network(files), text);
  CHECK_MESSAGE(checked.ok, checked.rule << ' ' << checked.where << ": " << checked.detail);
}

}  // namespace

TEST_CASE("the planner finds what trying everything finds, and the checker agrees") {
  const std::uint64_t first = number_in("PLAN_SEED", 1), zones = number_in("PLAN_ZONES", 2500);
  Seen seen;
  for (std::uint64_t seed = first; seed < first + zones; ++seed) check_zone(seed, seen);
  std::string codes;
  for (const auto& [code, times] : seen.codes) codes += ' ' + code + ' ' + std::to_string(times);
  MESSAGE(zones << " zones from seed " << first << ": " << seen.opened << " outlets open, "
                << seen.shut << " shut:" << codes);
  if (zones < 1000) return;
  CHECK(seen.opened > int(zones) / 10);
  CHECK(seen.crews == 2);
  for (const char* code :
       {"why.nobody-in-reach", "why.no-windows", "why.residents-only", "why.crew-short",
        "why.keys-short", "why.one-crew-each", "why.household-together", "why.unfit", "why.no-pass",
        "why.carry-limit", "why.cash-limit", "why.supplies-short", "why.pinned-shut",
        "why.people-excluded", "why.pins-clash", "why.not-needed"})
    CHECK_MESSAGE(seen.codes[code] > 0, code);
}

}  // namespace waystation::plans
