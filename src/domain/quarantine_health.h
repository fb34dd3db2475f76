#pragma once
// Daily health: the check of morning and evening, the nucleic acid test, and the declaration of the
// two-point closed loop 两点一线 (between home and work, nowhere else). What leaves the health
// record is only fit or not, why by code, and until when; the reading itself is sealed. Each is
// recorded by the outlet where the person works, whether that is their home or where a plan has
// posted them.
#include "domain/late_entry.h"
#include "domain/quarantine.h"

namespace waystation::quarantine {

// The home outlet's part of the province, or the asker's own outlet if the person works there.
std::optional<Refusal> refuse_colleague(const Bank&, Roles, const PersonId&, const Stamp&);

// ---- Record the morning or evening check.

struct RecordCheck {
  static constexpr auto name = "quarantine.record-check";
  static constexpr Roles roles = outlet_crew;
  PersonId person;
  std::int32_t temperature_tenths = 0;  // 365 is 36.5 °C.
  bool symptoms = false;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(RecordCheck, (), (person, temperature_tenths, symptoms, occurred_at))

struct CheckRecorded {
  static constexpr auto name = "quarantine.check-recorded";
  PersonId person;
  Personal temperature;  // "36.5", sealed.
  bool abnormal = false;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(CheckRecorded, (), (person, temperature, abnormal, occurred_at))

std::optional<Refusal> refuse_command(const Bank&, const RecordCheck&, const Stamp&);
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
  std::optional<Day> on = {};  // Where the person is.
};
BOOST_DESCRIBE_STRUCT(TestRecorded, (), (person, sampled_at, result, on))

std::optional<Refusal> refuse_command(const Bank&, const RecordTest&, const Stamp&);
Decision<TestRecorded> decide(const Bank&, const RecordTest&, const Stamp&);
void apply(HealthRecords&, const TestRecorded&, const Mark&);

// ---- Declare the closed loop kept, or broken: then unfit for as long as the policy says.

struct DeclareLoop {
  static constexpr auto name = "quarantine.declare-loop";
  static constexpr Roles roles = outlet_crew;
  PersonId person;
  bool kept = true;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(DeclareLoop, (), (person, kept, occurred_at))

struct LoopDeclared {
  static constexpr auto name = "quarantine.loop-declared";
  PersonId person;
  bool kept = true;
  Day on;
  std::optional<Time> occurred_at = {};
};
BOOST_DESCRIBE_STRUCT(LoopDeclared, (), (person, kept, on, occurred_at))

std::optional<Refusal> refuse_command(const Bank&, const DeclareLoop&, const Stamp&);
Decision<LoopDeclared> decide(const Bank&, const DeclareLoop&, const Stamp&);
void apply(HealthRecords&, const LoopDeclared&, const Mark&);

using Commands =
    boost::mp11::mp_list<PublishScheme, Start, End, RecordCheck, RecordTest, DeclareLoop>;

}  // namespace waystation::quarantine
