#pragma once
// Quarantine 隔离: which measure a person is under. A measure begun by a scheme has phases with
// their due tests; one begun by an order of its own has two dates and nothing more. It ends when
// its days are over and the last due test was taken, or early by order.
#include "domain/quarantine_scheme.h"
#include "domain/staff.h"

namespace waystation::quarantine {

BOOST_DEFINE_ENUM_CLASS(TestResult, negative, positive)

struct Measure {
  MeasureKind kind = MeasureKind::central_quarantine;  // Of the first phase.
  std::string scheme;                                  // Such as "14+7".
  Day from;
  Day until;  // The last day under it.
  std::optional<ContactKind> contact = {};
  std::vector<MeasurePhase> phases = {};  // None where an order named the dates.
};
BOOST_DESCRIBE_STRUCT(Measure, (), (kind, scheme, from, until, contact, phases))

struct Health {
  std::optional<Measure> measure;
  std::optional<Time> checked_at;
  bool abnormal = false;  // At the last check: fever or symptom.
  std::optional<Time> tested_at;
  TestResult result = TestResult::negative;
  std::vector<Day> tested_on;            // Since the measure began, as far as days of test matter.
  std::optional<Time> loop_declared_at;  // 两点一线
  std::optional<Day> loop_broken_on;
};
BOOST_DESCRIBE_STRUCT(Health, (),
                      (measure, checked_at, abnormal, tested_at, result, tested_on,
                       loop_declared_at, loop_broken_on))
using HealthRecords = Table<PersonId, Health>;

bool covers(const Measure&, Day);
// The phase of a day; none before, after, and where the measure has none.
const MeasurePhase* phase_on(const Measure&, Day);

BOOST_DEFINE_ENUM_CLASS(TestState, taken, missed, due_today, to_come)
struct DueTest {
  Day on;
  TestState state = TestState::to_come;
};
BOOST_DESCRIBE_STRUCT(DueTest, (), (on, state))

// The tests that the measure asks for, in order, as seen on a day.
std::vector<DueTest> tests_of(const Health&, Day today);
// The days are over, but not the measure: its last due test has not been made good.
bool is_exit_test_missing(const Health&, Day today);

// ---- Start a measure: by a scheme and the kind of contact, or by an order's own dates.

struct Start {
  static constexpr auto name = "quarantine.start";
  static constexpr Roles roles = managers;
  PersonId person;
  std::string scheme;
  Day from;
  std::optional<ContactKind> contact = {};
  std::optional<MeasureKind> kind = {};  // Both of kind and until, or neither.
  std::optional<Day> until = {};
};
BOOST_DESCRIBE_STRUCT(Start, (), (person, scheme, from, contact, kind, until))

struct Started {
  static constexpr auto name = "quarantine.started";
  PersonId person;
  MeasureKind kind = MeasureKind::central_quarantine;
  std::string scheme;
  Day from;
  Day until;
  std::optional<ContactKind> contact = {};
  std::optional<std::vector<MeasurePhase>> phases = {};
};
BOOST_DESCRIBE_STRUCT(Started, (), (person, kind, scheme, from, until, contact, phases))

Decision<Started> decide(const Bank&, const Start&, const Stamp&);
void apply(HealthRecords&, const Started&, const Mark&);

// ---- End it early, by order.

struct End {
  static constexpr auto name = "quarantine.end";
  static constexpr Roles roles = command_centres;
  PersonId person;
  std::string order;
};
BOOST_DESCRIBE_STRUCT(End, (), (person, order))

struct Ended {
  static constexpr auto name = "quarantine.ended";
  PersonId person;
  std::string order;
};
BOOST_DESCRIBE_STRUCT(Ended, (), (person, order))

Decision<Ended> decide(const Bank&, const End&, const Stamp&);
void apply(HealthRecords&, const Ended&, const Mark&);

// Who is erased leaves no health record behind.
void apply(HealthRecords&, const staff::Erased&, const Mark&);

// "staff.unknown", "staff.erased".
std::optional<Refusal> refuse_person(const Bank&, const PersonId&);
Day today_of(const Bank&, const PersonId&, Time now);  // Where their home outlet is.

}  // namespace waystation::quarantine
