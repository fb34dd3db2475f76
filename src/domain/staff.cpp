#include <algorithm>

#include "domain/bank.h"

namespace waystation::staff {

bool has_skill(const Person& person, Skill skill) {
  return std::ranges::find(person.skills, skill) != person.skills.end();
}

std::vector<PersonId> co_residents(const Bank& bank, const PersonId& id) {
  const auto* person = bank.people.find(id);
  if (!person || person->household.empty()) return {};
  const auto* household = bank.households.find(person->household);
  if (!household) return {};
  auto others = *household;
  std::erase_if(others,
                [&](const PersonId& other) { return other == id || bank.people.at(other).erased; });
  return others;
}

// ---- Register.

Scope scope_of(const Bank& bank, const Register& c) {
  return scope_of_outlet(bank, c.home_outlet);
}

static bool has_twice(std::vector<Skill> skills) {
  std::ranges::sort(skills);
  return std::ranges::adjacent_find(skills) != skills.end();
}

Decision<Registered> decide(const Bank& bank, const Register& c, const Stamp&) {
  if (bank.people.contains(c.person))
    return conflict("staff.already-registered", {{"id", c.person.text}});
  if (c.full_name.text.empty()) return invalid("staff.name-empty");
  if (!bank.outlets.contains(c.home_outlet)) return unknown("outlet.unknown", c.home_outlet.text);
  if (c.residence && !bank.communities.contains(*c.residence))
    return unknown("community.unknown", c.residence->text);
  if (has_twice(c.skills)) return invalid("staff.skill-twice");
  return Registered{c.person,    c.full_name, c.phone, c.home_outlet,
                    c.residence, c.household, c.skills};
}

void apply(People& people, const Registered& e, const Mark&) {
  people.edit(e.person) = {.name = e.full_name,
                           .phone = e.phone,
                           .home_outlet = e.home_outlet,
                           .residence = e.residence,
                           .household = e.household,
                           .skills = e.skills,
                           .volunteered_on = {},
                           .erased = false};
}

void apply(Households& households, const Registered& e, const Mark&) {
  if (!e.household.empty()) households.edit(e.household).push_back(e.person);
}

// ---- Volunteer.

Scope scope_of(const Bank& bank, const Volunteer& c) {
  return scope_of_person(bank, c.person);
}

static bool lives_in(const Bank& bank, const Person& person, const ZoneId& zone) {
  if (!person.residence) return false;
  const auto* home = bank.communities.find(*person.residence);
  return home && home->zone == zone;
}

Decision<Volunteered> decide(const Bank& bank, const Volunteer& c, const Stamp& stamp) {
  const auto* person = bank.people.find(c.person);
  if (!person) return unknown("staff.unknown", c.person.text);
  if (person->erased) return conflict("staff.erased", {{"id", c.person.text}});
  const auto* zone = bank.zones.find(c.zone);
  if (!zone) return unknown("zone.unknown", c.zone.text);
  if (!zone::is_sealed(*zone, stamp.at))
    return conflict("staff.zone-not-sealed", {{"zone", c.zone.text}});
  if (!lives_in(bank, *person, c.zone))
    return conflict("staff.lives-outside", {{"id", c.person.text}, {"zone", c.zone.text}});
  if (person->volunteered_on)
    return conflict("staff.already-volunteered", {{"on", to_text(*person->volunteered_on)}});
  const Day today = local_day(stamp.at, outlet::time_zone_of(bank, person->home_outlet));
  const Day on = c.on.value_or(today);
  if (on > today) return invalid("staff.request-in-future", {{"on", to_text(on)}});
  // Duty begins tomorrow at the earliest, so that today's check and test are not asked for yet.
  auto unfit = quarantine::unfit_reasons(bank, c.person, today + std::chrono::days{1}, stamp.at);
  if (!unfit.empty())
    return Refusal{Why::conflict, "staff.unfit", {}, std::move(unfit), {{"id", c.person.text}}};
  return Volunteered{c.person, c.zone, on};
}

void apply(People& people, const Volunteered& e, const Mark&) {
  people.edit(e.person).volunteered_on = e.on;
}

// ---- Erase.

Decision<Erased> decide(const Bank& bank, const Erase& c, const Stamp&) {
  const auto* person = bank.people.find(c.person);
  if (!person) return unknown("staff.unknown", c.person.text);
  if (person->erased) return conflict("staff.erased", {{"id", c.person.text}});
  return Erased{c.person};
}

void apply(People& people, const Erased& e, const Mark&) {
  Person& person = people.edit(e.person);
  person.name = {};
  person.phone = {};
  person.volunteered_on.reset();
  person.erased = true;
}

}  // namespace waystation::staff

template struct waystation::RoomTable<waystation::staff::Commands>;
