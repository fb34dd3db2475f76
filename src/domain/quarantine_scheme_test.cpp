#include "domain/sealed_zone_story.h"

namespace waystation::quarantine {

using namespace sealed_zone;

namespace {

using enum MeasureKind;

Scheme ten_days() {
  return {"10",
          day("2021-02-01"),
          {{ContactKind::contact, {{central_quarantine, 10, {1, 5, 10}}}}},
          policy::Grade::G,
          "LN-2021-7"};
}

std::vector<std::string> dues(const Started& e) {
  std::vector<std::string> out;
  for (const auto& phase : *e.phases)
    for (const Day due : phase.tests_due) out.push_back(to_text(due));
  return out;
}

Started begun(const char* scheme, const char* from, ContactKind contact) {
  const auto course = scene().when(Start{resident, scheme, day(from), contact}).decision;
  REQUIRE_MESSAGE(course.has_value(), course.error().code);
  return *course;
}

TestRecorded tested(const char* on) {
  return {resident, time((std::string(on) + "T09:00:00+08:00").c_str()), TestResult::negative,
          day(on)};
}

}  // namespace

TEST_CASE("14+7 is fourteen days in quarantine and seven at home, with eight days of test") {
  const auto e = begun("14+7", "2021-01-02", ContactKind::contact);
  CHECK(e.kind == central_quarantine);
  CHECK(e.until == day("2021-01-22"));
  REQUIRE(e.phases->size() == 2);
  CHECK(e.phases->at(0).until == day("2021-01-15"));
  CHECK(e.phases->at(1).from == day("2021-01-16"));
  CHECK(e.phases->at(1).kind == home_isolation);
  CHECK(dues(e) == std::vector<std::string>{"2021-01-02", "2021-01-03", "2021-01-04", "2021-01-05",
                                            "2021-01-08", "2021-01-15", "2021-01-17",
                                            "2021-01-22"});
}

TEST_CASE("7+7, the eighth and the ninth edition have the days of their notices") {
  CHECK(begun("7+7", "2021-01-02", ContactKind::second_contact).until == day("2021-01-15"));
  CHECK(begun("8th", "2021-06-01", ContactKind::contact).until == day("2021-06-21"));
  CHECK(begun("8th", "2021-06-01", ContactKind::second_contact).until == day("2021-06-07"));
  const auto ninth = begun("9th 7+3", "2022-07-01", ContactKind::contact);
  CHECK(ninth.until == day("2022-07-10"));
  CHECK(dues(ninth) == std::vector<std::string>{"2022-07-01", "2022-07-02", "2022-07-03",
                                                "2022-07-05", "2022-07-07", "2022-07-10"});
}

TEST_CASE("a scheme holds from its day on, and only for the contacts it speaks of") {
  const auto start = [](const char* scheme, const char* from, ContactKind contact) {
    return scene().when(Start{resident, scheme, day(from), contact});
  };
  start("9th 7+3", "2021-01-08", ContactKind::contact).refused("quarantine.scheme-unknown");
  start("21", "2021-01-08", ContactKind::contact).refused("quarantine.scheme-unknown");
  start("14+7", "2021-01-08", ContactKind::second_contact)
      .refused("quarantine.scheme-without-contact");
}

TEST_CASE("the province publishes schemes; a later version holds from its first day on") {
  const auto scheme = ten_days();
  scene().when(PublishScheme{scheme}).then({scheme});
  auto shorter = scheme;
  shorter.valid_from = day("2021-03-01");
  shorter.rules[0].phases[0] = {central_quarantine, 8, {1, 8}};
  const auto story = scene().and_then(SchemePublished{shorter}, SchemePublished{scheme});
  CHECK_FALSE(scheme_on(story.bank, "10", day("2021-01-31")));
  CHECK(scheme_on(story.bank, "10", day("2021-02-28"))->rules[0].phases[0].days == 10);
  CHECK(scheme_on(story.bank, "10", day("2021-03-01"))->rules[0].phases[0].days == 8);
  CHECK(schemes_on(story.bank, day("2021-03-01")).size() == 3);
  CHECK(schemes_on(story.bank, day("2022-07-01")).size() == 5);
}

TEST_CASE("a published version takes the place of a built-in one, and a built-in one of an older") {
  auto own = ten_days();
  own.scheme = "8th";
  own.valid_from = day("2021-04-01");
  const auto story = scene().and_then(SchemePublished{own});
  CHECK(scheme_on(story.bank, "8th", day("2021-05-01"))->source == "LN-2021-7");
  CHECK(scheme_on(story.bank, "8th", day("2021-06-01"))->source != "LN-2021-7");
}

TEST_CASE("a scheme is published with a source, sound phases, and once") {
  auto no_source = ten_days(), no_phases = ten_days(), late_test = ten_days(), twice = ten_days(),
       nameless = ten_days();
  no_source.source = "";
  scene().when(PublishScheme{no_source}).refused("quarantine.scheme-source-empty");
  no_phases.rules[0].phases.clear();
  scene().when(PublishScheme{no_phases}).refused("quarantine.scheme-unsound");
  late_test.rules[0].phases[0].test_days = {11};
  scene().when(PublishScheme{late_test}).refused("quarantine.scheme-unsound");
  twice.rules.push_back(twice.rules[0]);
  scene().when(PublishScheme{twice}).refused("quarantine.scheme-unsound");
  nameless.scheme = "";
  scene().when(PublishScheme{nameless}).refused("quarantine.scheme-empty");
  scene()
      .and_then(SchemePublished{ten_days()})
      .when(PublishScheme{ten_days()})
      .refused("quarantine.scheme-already-published");
  scene()
      .by({{morning, {"SY"}}, Role::city_command, {shenyang, {}}})
      .when_asked(PublishScheme{ten_days()})
      .refused("authority.role");
}

TEST_CASE("of each due test it is seen whether it was taken, missed, due or yet to come") {
  const auto e = begun("14+7", "2021-01-05", ContactKind::contact);
  const auto story = scene().and_then(tested("2021-01-04"), tested("2021-01-05"), e,
                                      tested("2021-01-06"), tested("2021-01-06"));
  const auto& health = story.bank.health.at(resident);
  CHECK(health.tested_on.size() == 2);
  std::vector<TestState> states;
  for (const auto& due : tests_of(health, eighth)) states.push_back(due.state);
  using enum TestState;
  CHECK(states == std::vector{taken, taken, missed, due_today, to_come, to_come, to_come, to_come});
  CHECK(phase_on(*health.measure, eighth)->kind == central_quarantine);
  CHECK(phase_on(*health.measure, day("2021-01-20"))->kind == home_isolation);
  CHECK_FALSE(phase_on(*health.measure, day("2021-01-27")));
}

}  // namespace waystation::quarantine
