#pragma once
// Quarantine 隔离 and daily health: which measure a person is under, and whether they are fit for
// duty. fit_for_duty = lives where they work ∧ under no measure ∧ temperature and symptoms normal ∧
// tested within the interval ∧ trained. What leaves the health record is only fit or not, why by
// code, and until when; the reading itself is sealed.
#include "domain/staff.h"

namespace waystation::quarantine {

BOOST_DEFINE_ENUM_CLASS(MeasureKind, central_quarantine, home_isolation, home_monitoring)
BOOST_DEFINE_ENUM_CLASS(TestResult, negative, positive)

struct Measure {
  MeasureKind kind = MeasureKind::central_quarantine;
  std::string scheme;  // Such as "14+7" of 2021, or "7+3" of June 2022.
  Day from;
  Day until;  // The last day under it.
};
BOOST_DESCRIBE_STRUCT(Measure, (), (kind, scheme, from, until))

struct Health {
  std::optional<Measure> measure;
  std::optional<Time> checked_at;
  bool abnormal = false;  // At the last check: fever or symptom.
  std::optional<Time> tested_at;
  TestResult result = TestResult::negative;
};
BOOST_DESCRIBE_STRUCT(Health, (), (measure, checked_at, abnormal, tested_at, result))
using HealthRecords = Table<PersonId, Health>;

// Why a person may not work on a day, as codes; empty: fit. Needs no check or test for a day in the
// future. "fit.under-measure", "fit.abnormal", "fit.test-positive", "fit.test-overdue",
// "fit.check-missing", "fit.erased", "fit.unknown".
std::vector<std::string> unfit_reasons(const Bank&, const PersonId&, Day day, Time now);

// ---- Start a measure.

struct Start {
  static constexpr auto name = "quarantine.start";
  static constexpr Roles roles = managers;
  PersonId person;
  MeasureKind kind = MeasureKind::central_quarantine;
  std::string scheme;
  Day from;
  Day until;
};
BOOST_DESCRIBE_STRUCT(Start, (), (person, kind, scheme, from, until))

struct Started {
  static constexpr auto name = "quarantine.started";
  PersonId person;
  MeasureKind kind = MeasureKind::central_quarantine;
  std::string scheme;
  Day from;
  Day until;
};
BOOST_DESCRIBE_STRUCT(Started, (), (person, kind, scheme, from, until))

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

// ---- Record the morning or evening check.

struct RecordCheck {
  static constexpr auto name = "quarantine.record-check";
  static constexpr Roles roles = outlet_crew;
  PersonId person;
  std::int32_t temperature_tenths = 0;  // 365 is 36.5 °C.
  bool symptoms = false;
};
BOOST_DESCRIBE_STRUCT(RecordCheck, (), (person, temperature_tenths, symptoms))

struct CheckRecorded {
  static constexpr auto name = "quarantine.check-recorded";
  PersonId person;
  Personal temperature;  // "36.5", sealed.
  bool abnormal = false;
};
BOOST_DESCRIBE_STRUCT(CheckRecorded, (), (person, temperature, abnormal))

Decision<CheckRecorded> decide(const Bank&, const RecordCheck&, const Stamp&);
void apply(HealthRecords&, const CheckRecorded&, const Mark&);

// ---- Record a nucleic acid test 核酸.

struct RecordTest {
  static constexpr auto name = "quarantine.record-test";
  static constexpr Roles roles = managers;
  PersonId person;
  Time sampled_at;
  TestResult result = TestResult::negative;
};
BOOST_DESCRIBE_STRUCT(RecordTest, (), (person, sampled_at, result))

struct TestRecorded {
  static constexpr auto name = "quarantine.test-recorded";
  PersonId person;
  Time sampled_at;
  TestResult result = TestResult::negative;
};
BOOST_DESCRIBE_STRUCT(TestRecorded, (), (person, sampled_at, result))

Decision<TestRecorded> decide(const Bank&, const RecordTest&, const Stamp&);
void apply(HealthRecords&, const TestRecorded&, const Mark&);

// Who is erased leaves no health record behind.
void apply(HealthRecords&, const staff::Erased&, const Mark&);

using Commands = boost::mp11::mp_list<Start, End, RecordCheck, RecordTest>;

}  // namespace waystation::quarantine
