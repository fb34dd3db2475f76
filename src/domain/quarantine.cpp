#include "domain/quarantine.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::quarantine {

namespace {

bool overlap(const Measure& old, Day from, Day until) {
  return old.from <= until && from <= old.until;
}

// The last day on which the measure asks for a test.
std::optional<Day> last_test_due(const Measure& measure) {
  std::optional<Day> last;
  for (const MeasurePhase& phase : measure.phases)
    if (!phase.tests_due.empty()) last = phase.tests_due.back();
  return last;
}

TestState state_of(const Health& health, Day due, Day today) {
  if (std::ranges::find(health.tested_on, due) != health.tested_on.end()) return TestState::taken;
  if (due < today) return TestState::missed;
  return due == today ? TestState::due_today : TestState::to_come;
}

}  // namespace

std::optional<Refusal> refuse_person(const Bank& bank, const PersonId& id) {
  const auto* person = bank.people.find(id);
  if (!person) return unknown("staff.unknown", id.text);
  if (person->erased) return conflict("staff.erased", {{"id", id.text}});
  return {};
}

Day today_of(const Bank& bank, const PersonId& id, Time now) {
  return local_day(now, outlet::time_zone_of(bank, bank.people.at(id).home_outlet));
}

bool covers(const Measure& measure, Day day) {
  return measure.from <= day && day <= measure.until;
}

const MeasurePhase* phase_on(const Measure& measure, Day day) {
  const auto at = std::ranges::find_if(measure.phases, [&](const MeasurePhase& phase) {
    return phase.from <= day && day <= phase.until;
  });
  return at == measure.phases.end() ? nullptr : &*at;
}

std::vector<DueTest> tests_of(const Health& health, Day today) {
  std::vector<DueTest> out;
  if (!health.measure) return out;
  for (const MeasurePhase& phase : health.measure->phases)
    for (const Day due : phase.tests_due) out.push_back({due, state_of(health, due, today)});
  return out;
}

bool is_exit_test_missing(const Health& health, Day today) {
  if (!health.measure || today <= health.measure->until) return false;
  const auto due = last_test_due(*health.measure);
  return due && std::ranges::none_of(health.tested_on, [&](Day day) { return day >= *due; });
}

// ---- Start a measure.

static std::optional<Refusal> refuse_scheme(const Start& c) {
  if (c.scheme.empty() || c.scheme.size() > 64) return invalid("quarantine.scheme-empty");
  if (c.kind.has_value() != c.until.has_value()) return invalid("quarantine.dates-half-given");
  if (c.until && *c.until < c.from)
    return invalid("quarantine.dates-reversed",
                   {{"from", to_text(c.from)}, {"until", to_text(*c.until)}});
  return {};
}

static Decision<Started> course_of(const Bank& bank, const Start& c) {
  if (c.kind) return Started{c.person, *c.kind, c.scheme, c.from, *c.until, c.contact, {}};
  const auto scheme = scheme_on(bank, c.scheme, c.from);
  if (!scheme) return unknown("quarantine.scheme-unknown", c.scheme + ' ' + to_text(c.from));
  const auto contact = c.contact.value_or(scheme->rules.front().contact);
  auto phases = phases_of(*scheme, contact, c.from);
  if (phases.empty())
    return conflict("quarantine.scheme-without-contact",
                    {{"scheme", c.scheme}, {"contact", std::string(name_of(contact))}});
  return Started{c.person, phases.front().kind, c.scheme, c.from, phases.back().until,
                 contact,  std::move(phases)};
}

Decision<Started> decide(const Bank& bank, const Start& c, const Stamp& stamp) {
  if (auto no = refuse_person(bank, c.person)) return *no;
  if (auto no = refuse_scheme(c)) return *no;
  auto course = course_of(bank, c);
  if (!course) return course.error();
  const auto* health = bank.health.find(c.person);
  const Day today = today_of(bank, c.person, stamp.at);
  // The measure that runs would be forgotten if a later one took its place before it ends.
  if (health && health->measure &&
      (overlap(*health->measure, course->from, course->until) || health->measure->until >= today))
    return conflict("quarantine.already-under-measure",
                    {{"until", to_text(health->measure->until)}});
  return course;
}

void apply(HealthRecords& records, const Started& e, const Mark&) {
  Health& health = records.edit(e.person);
  health.measure = Measure{e.kind,  e.scheme,  e.from,
                           e.until, e.contact, e.phases.value_or(std::vector<MeasurePhase>{})};
  // A test that was recorded before the order counts, if it was taken under it.
  std::erase_if(health.tested_on, [&](Day day) { return day < e.from; });
}

// ---- End it early.

Decision<Ended> decide(const Bank& bank, const End& c, const Stamp& stamp) {
  if (auto no = refuse_person(bank, c.person)) return *no;
  if (c.order.empty()) return invalid("quarantine.order-empty");
  const auto* health = bank.health.find(c.person);
  const Day today = today_of(bank, c.person, stamp.at);
  const bool runs = health && health->measure &&
                    (health->measure->until >= today || is_exit_test_missing(*health, today));
  if (!runs) return conflict("quarantine.not-under-measure", {{"id", c.person.text}});
  return Ended{c.person, c.order};
}

void apply(HealthRecords& records, const Ended& e, const Mark&) {
  records.edit(e.person).measure.reset();
}

// ---- Listening.

void apply(HealthRecords& records, const staff::Erased& e, const Mark&) {
  records.erase(e.person);
}

}  // namespace waystation::quarantine
