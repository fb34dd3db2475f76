#include "domain/quarantine_health.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::quarantine {

namespace {

// Readings that a thermometer can show on a living person; the rest are slips of the pen.
constexpr std::int32_t coldest_tenths = 300;
constexpr std::int32_t hottest_tenths = 450;

// A course and a day after it hold fewer; the oldest go first.
constexpr std::size_t most_test_days = 64;

std::string in_degrees(std::int32_t tenths) {
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

bool is_newer(const std::optional<Time>& known, Time at) {
  return !known || *known <= at;
}

const OutletId& home_of(const Bank& bank, const PersonId& id) {
  return bank.people.at(id).home_outlet;
}

}  // namespace

std::optional<Refusal> refuse_colleague(const Bank& bank, Roles roles, const PersonId& id,
                                        const Stamp& stamp) {
  auto no = refuse_authority(roles, scope_of_person(bank, id), stamp);
  const OutletId& own = stamp.scope.outlet;
  if (!no || no->code != "authority.scope" || !bank.outlets.contains(own)) return no;
  const Day today = local_day(stamp.at, outlet::time_zone_of(bank, own));
  return roster::works_at(bank, own, id, today) ? std::nullopt : no;
}

// ---- Record a check.

std::optional<Refusal> refuse_command(const Bank& bank, const RecordCheck& c, const Stamp& stamp) {
  return refuse_colleague(bank, c.roles, c.person, stamp);
}

Decision<CheckRecorded> decide(const Bank& bank, const RecordCheck& c, const Stamp& stamp) {
  if (auto no = refuse_person(bank, c.person)) return *no;
  if (c.temperature_tenths < coldest_tenths || c.temperature_tenths > hottest_tenths)
    return invalid("quarantine.temperature-implausible",
                   {{"tenths", std::to_string(c.temperature_tenths)}});
  const OutletId& home = home_of(bank, c.person);
  if (auto no = late_entry::refuse(bank, home, c.occurred_at, stamp)) return *no;
  const auto moment = late_entry::moment_of(bank, home, c.occurred_at, stamp);
  const auto fever = policy::in_force(bank, policy::Key::fever_tenths_celsius, home, moment.day);
  const bool abnormal = c.symptoms || c.temperature_tenths >= fever.value;
  return CheckRecorded{c.person, {in_degrees(c.temperature_tenths)}, abnormal, c.occurred_at};
}

// A check that arrives late never hides a newer one.
void apply(HealthRecords& records, const CheckRecorded& e, const Mark& mark) {
  Health& health = records.edit(e.person);
  const Time at = e.occurred_at.value_or(mark.at);
  if (!is_newer(health.checked_at, at)) return;
  health.checked_at = at;
  health.abnormal = e.abnormal;
}

// ---- Record a test.

std::optional<Refusal> refuse_command(const Bank& bank, const RecordTest& c, const Stamp& stamp) {
  return refuse_colleague(bank, c.roles, c.person, stamp);
}

Decision<TestRecorded> decide(const Bank& bank, const RecordTest& c, const Stamp& stamp) {
  if (auto no = refuse_person(bank, c.person)) return *no;
  if (c.sampled_at > stamp.at)
    return invalid("quarantine.test-in-future", {{"sampled_at", to_text(c.sampled_at)}});
  return TestRecorded{c.person, c.sampled_at, c.result, today_of(bank, c.person, c.sampled_at)};
}

static void remember_day(Health& health, Day day) {
  auto& days = health.tested_on;
  const auto at = std::ranges::lower_bound(days, day);
  if (at != days.end() && *at == day) return;
  days.insert(at, day);
  if (days.size() > most_test_days) days.erase(days.begin());
}

// A result that arrives late never hides a newer one.
void apply(HealthRecords& records, const TestRecorded& e, const Mark&) {
  Health& health = records.edit(e.person);
  if (e.on) remember_day(health, *e.on);
  if (health.tested_at && *health.tested_at > e.sampled_at) return;
  health.tested_at = e.sampled_at;
  health.result = e.result;
}

// ---- Declare the closed loop.

std::optional<Refusal> refuse_command(const Bank& bank, const DeclareLoop& c, const Stamp& stamp) {
  return refuse_colleague(bank, c.roles, c.person, stamp);
}

Decision<LoopDeclared> decide(const Bank& bank, const DeclareLoop& c, const Stamp& stamp) {
  if (auto no = refuse_person(bank, c.person)) return *no;
  const OutletId& home = home_of(bank, c.person);
  if (auto no = late_entry::refuse(bank, home, c.occurred_at, stamp)) return *no;
  const auto moment = late_entry::moment_of(bank, home, c.occurred_at, stamp);
  return LoopDeclared{c.person, c.kept, moment.day, c.occurred_at};
}

// Keeping the loop today does not undo that it was broken yesterday.
void apply(HealthRecords& records, const LoopDeclared& e, const Mark& mark) {
  Health& health = records.edit(e.person);
  const Time at = e.occurred_at.value_or(mark.at);
  if (is_newer(health.loop_declared_at, at)) health.loop_declared_at = at;
  if (!e.kept && (!health.loop_broken_on || *health.loop_broken_on < e.on))
    health.loop_broken_on = e.on;
}

}  // namespace waystation::quarantine

template struct waystation::RoomTable<waystation::quarantine::Commands>;
