#include "domain/bank.h"

namespace waystation::quarantine {

namespace {

using std::chrono::days;
using std::chrono::hours;

// Readings that a thermometer can show on a living person; the rest are slips of the pen.
constexpr std::int32_t coldest_tenths = 300;
constexpr std::int32_t hottest_tenths = 450;

Day today_of(const Bank& bank, const staff::Person& person, Time now) {
  return local_day(now, outlet::time_zone_of(bank, person.home_outlet));
}

bool covers(const Measure& measure, Day day) {
  return measure.from <= day && day <= measure.until;
}

bool overlap(const Measure& old, Day from, Day until) {
  return old.from <= until && from <= old.until;
}

std::optional<Refusal> refuse_person(const Bank& bank, const PersonId& id) {
  const auto* person = bank.people.find(id);
  if (!person) return unknown("staff.unknown", id.text);
  if (person->erased) return conflict("staff.erased", {{"id", id.text}});
  return {};
}

bool has_valid_check(const Bank& bank, const staff::Person& person, const Health& health, Day day,
                     Time now) {
  using enum policy::Key;
  const auto valid = policy::in_force(bank, health_check_valid_hours, person.home_outlet, day);
  return health.checked_at && now - *health.checked_at <= hours{valid.value};
}

// A test is due again on the interval's last day, and overdue after it.
bool has_valid_test(const Bank& bank, const staff::Person& person, const Health& health, Day day) {
  using enum policy::Key;
  if (!health.tested_at) return false;
  const auto interval = policy::in_force(bank, staff_test_interval_days, person.home_outlet, day);
  return day <= today_of(bank, person, *health.tested_at) + days{interval.value};
}

std::string in_degrees(std::int32_t tenths) {
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

}  // namespace

std::vector<std::string> unfit_reasons(const Bank& bank, const PersonId& id, Day day, Time now) {
  const auto* person = bank.people.find(id);
  if (!person) return {"fit.unknown"};
  if (person->erased) return {"fit.erased"};
  const auto* found = bank.health.find(id);
  const Health health = found ? *found : Health{};
  std::vector<std::string> reasons;
  const auto unless = [&](bool fit, const char* code) {
    if (!fit) reasons.emplace_back(code);
  };
  unless(!health.measure || !covers(*health.measure, day), "fit.under-measure");
  unless(!health.abnormal, "fit.abnormal");
  unless(health.result == TestResult::negative, "fit.test-positive");
  if (day == today_of(bank, *person, now)) {
    unless(has_valid_test(bank, *person, health, day), "fit.test-overdue");
    unless(has_valid_check(bank, *person, health, day, now), "fit.check-missing");
  }
  return reasons;
}

// ---- Start a measure.

Decision<Started> decide(const Bank& bank, const Start& c, const Stamp& stamp) {
  if (auto no = refuse_person(bank, c.person)) return *no;
  if (c.scheme.empty()) return invalid("quarantine.scheme-empty");
  if (c.until < c.from)
    return invalid("quarantine.dates-reversed",
                   {{"from", to_text(c.from)}, {"until", to_text(c.until)}});
  const auto* health = bank.health.find(c.person);
  const Day today = today_of(bank, bank.people.at(c.person), stamp.at);
  // The measure that runs would be forgotten if a later one took its place before it ends.
  if (health && health->measure &&
      (overlap(*health->measure, c.from, c.until) || health->measure->until >= today))
    return conflict("quarantine.already-under-measure",
                    {{"until", to_text(health->measure->until)}});
  return Started{c.person, c.kind, c.scheme, c.from, c.until};
}

void apply(HealthRecords& records, const Started& e, const Mark&) {
  records.edit(e.person).measure = Measure{e.kind, e.scheme, e.from, e.until};
}

// ---- End it early.

Decision<Ended> decide(const Bank& bank, const End& c, const Stamp& stamp) {
  if (auto no = refuse_person(bank, c.person)) return *no;
  if (c.order.empty()) return invalid("quarantine.order-empty");
  const auto* health = bank.health.find(c.person);
  const Day today = today_of(bank, bank.people.at(c.person), stamp.at);
  if (!health || !health->measure || health->measure->until < today)
    return conflict("quarantine.not-under-measure", {{"id", c.person.text}});
  return Ended{c.person, c.order};
}

void apply(HealthRecords& records, const Ended& e, const Mark&) {
  records.edit(e.person).measure.reset();
}

// ---- Record a check.

Decision<CheckRecorded> decide(const Bank& bank, const RecordCheck& c, const Stamp& stamp) {
  if (auto no = refuse_person(bank, c.person)) return *no;
  if (c.temperature_tenths < coldest_tenths || c.temperature_tenths > hottest_tenths)
    return invalid("quarantine.temperature-implausible",
                   {{"tenths", std::to_string(c.temperature_tenths)}});
  const auto& person = bank.people.at(c.person);
  const auto fever = policy::in_force(bank, policy::Key::fever_tenths_celsius, person.home_outlet,
                                      today_of(bank, person, stamp.at));
  const bool abnormal = c.symptoms || c.temperature_tenths >= fever.value;
  return CheckRecorded{c.person, {in_degrees(c.temperature_tenths)}, abnormal};
}

void apply(HealthRecords& records, const CheckRecorded& e, const Mark& mark) {
  Health& health = records.edit(e.person);
  health.checked_at = mark.at;
  health.abnormal = e.abnormal;
}

// ---- Record a test.

Decision<TestRecorded> decide(const Bank& bank, const RecordTest& c, const Stamp& stamp) {
  if (auto no = refuse_person(bank, c.person)) return *no;
  if (c.sampled_at > stamp.at)
    return invalid("quarantine.test-in-future", {{"sampled_at", to_text(c.sampled_at)}});
  return TestRecorded{c.person, c.sampled_at, c.result};
}

// A result that arrives late never hides a newer one.
void apply(HealthRecords& records, const TestRecorded& e, const Mark&) {
  Health& health = records.edit(e.person);
  if (health.tested_at && *health.tested_at > e.sampled_at) return;
  health.tested_at = e.sampled_at;
  health.result = e.result;
}

// ---- Listening.

void apply(HealthRecords& records, const staff::Erased& e, const Mark&) {
  records.erase(e.person);
}

}  // namespace waystation::quarantine

template struct waystation::RoomTable<waystation::quarantine::Commands>;
