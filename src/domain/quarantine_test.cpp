#include "domain/sealed_zone_story.h"

namespace waystation::quarantine {

using namespace sealed_zone;

namespace {

const Start measure{resident, MeasureKind::central_quarantine, "14+7", day("2021-01-08"),
                    day("2021-01-21")};
const Started started{measure.person, measure.kind, measure.scheme, measure.from, measure.until};
const CheckRecorded normal_check{resident, {"36.5"}, false};

TestRecorded tested(const char* when, TestResult result = TestResult::negative) {
  return {resident, time(when), result};
}

std::vector<std::string> reasons(const Story& story, const char* on, Time now = morning) {
  return unfit_reasons(story.bank, resident, day(on), now);
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a measure is recorded with its scheme and both dates") {
  scene().when(measure).then(started);
}

TEST_CASE("a measure does not end before it begins, and names its scheme") {
  Start c = measure;
  c.until = day("2021-01-07");
  scene().when(c).refused("quarantine.dates-reversed");
  c = measure;
  c.scheme = "";
  scene().when(c).refused("quarantine.scheme-empty");
}

TEST_CASE("a measure never replaces one that still runs or overlaps it") {
  const auto under = scene().and_then(started);
  under.when(measure).refused("quarantine.already-under-measure");
  Start later = measure;
  later.from = day("2021-01-22");
  later.until = day("2021-01-28");
  under.when(later).refused("quarantine.already-under-measure");
  const Start home{resident, MeasureKind::home_isolation, "14+7", later.from, later.until};
  under.by(at(time("2021-01-22T08:00:00+08:00")))
      .when(home)
      .then({home.person, home.kind, home.scheme, home.from, home.until});
}

TEST_CASE("a measure ends early only by a named order, and only while it runs") {
  const auto under = scene().and_then(started);
  under.when(End{resident, "指挥部2021-15"}).then({resident, "指挥部2021-15"});
  under.when(End{resident, ""}).refused("quarantine.order-empty");
  scene().when(End{resident, "order"}).refused("quarantine.not-under-measure");
  under.by(at(time("2021-01-22T00:00:00+08:00")))
      .when(End{resident, "order"})
      .refused("quarantine.not-under-measure");
  CHECK(reasons(under.and_then(Ended{resident, "order"}), "2021-01-10").empty());
}

TEST_CASE("records are kept only of people who are registered and not erased") {
  const PersonId nobody{"nobody"};
  Start c = measure;
  c.person = nobody;
  scene().when(c).refused("staff.unknown");
  scene().when(End{nobody, "order"}).refused("staff.unknown");
  scene().when(RecordCheck{nobody, 365, false}).refused("staff.unknown");
  scene().when(RecordTest{nobody, morning, TestResult::negative}).refused("staff.unknown");
  scene()
      .and_then(staff::Erased{resident})
      .when(RecordCheck{resident, 365, false})
      .refused("staff.erased");
}

TEST_CASE("fever begins at the policy's limit, and a symptom is enough") {
  const auto check = [](std::int32_t tenths, bool symptoms, const char* text, bool abnormal) {
    scene().when(RecordCheck{resident, tenths, symptoms}).then({resident, {text}, abnormal});
  };
  check(365, false, "36.5", false);
  check(372, false, "37.2", false);
  check(373, false, "37.3", true);
  check(365, true, "36.5", true);
  check(300, false, "30.0", false);
  check(450, false, "45.0", true);
}

TEST_CASE("a temperature that no living person has is a slip and refused") {
  scene().when(RecordCheck{resident, 299, false}).refused("quarantine.temperature-implausible");
  scene().when(RecordCheck{resident, 451, false}).refused("quarantine.temperature-implausible");
}

TEST_CASE("a test is recorded when it was taken, not before") {
  const RecordTest past{resident, time("2021-01-07T19:00:00+08:00"), TestResult::negative};
  scene().when(past).then({resident, past.sampled_at, TestResult::negative});
  RecordTest future = past;
  future.sampled_at = morning + std::chrono::microseconds{1};
  scene().when(future).refused("quarantine.test-in-future");
}

TEST_CASE("a result that arrives late does not hide a newer one") {
  const auto story = scene().and_then(tested("2021-01-07T09:00:00+08:00"),
                                      tested("2021-01-05T09:00:00+08:00", TestResult::positive));
  CHECK(story.bank.health.at(resident).result == TestResult::negative);
}

TEST_CASE("on the day itself a person needs a recent check and a recent test") {
  CHECK(reasons(scene(), "2021-01-08") == Codes{"fit.test-overdue", "fit.check-missing"});
  const auto checked = scene().and_then(normal_check);
  CHECK(reasons(checked, "2021-01-08") == Codes{"fit.test-overdue"});
  CHECK(reasons(checked.and_then(tested("2021-01-05T09:00:00+08:00")), "2021-01-08").empty());
  CHECK(reasons(checked.and_then(tested("2021-01-04T23:59:59+08:00")), "2021-01-08") ==
        Codes{"fit.test-overdue"});
}

TEST_CASE("a check grows old after the hours of the policy") {
  const auto story = scene().and_then(normal_check, tested("2021-01-07T09:00:00+08:00"),
                                      policy::Changed{policy::Key::health_check_valid_hours,
                                                      {},
                                                      {},
                                                      day("2021-01-01"),
                                                      {6, policy::Grade::A, "test"}});
  const Time last = morning + std::chrono::hours{6};
  CHECK(reasons(story, "2021-01-08", last).empty());
  CHECK(reasons(story, "2021-01-08", last + std::chrono::microseconds{1}) ==
        Codes{"fit.check-missing"});
}

TEST_CASE("for a day to come only a measure, an abnormal check and a positive test count") {
  CHECK(reasons(scene(), "2021-01-09").empty());
  const auto ill =
      scene().and_then(CheckRecorded{resident, {"38.1"}, true},
                       tested("2021-01-07T09:00:00+08:00", TestResult::positive), started);
  CHECK(reasons(ill, "2021-01-09") ==
        Codes{"fit.under-measure", "fit.abnormal", "fit.test-positive"});
  CHECK(reasons(ill, "2021-01-22") == Codes{"fit.abnormal", "fit.test-positive"});
}

TEST_CASE("a measure holds on its first and its last day") {
  const auto under = scene().and_then(started);
  CHECK(reasons(under, "2021-01-07").empty());
  CHECK(reasons(under, "2021-01-21") == Codes{"fit.under-measure"});
  CHECK(reasons(under, "2021-01-22").empty());
}

TEST_CASE("who is unknown or erased is not fit, and an erased person leaves no health record") {
  CHECK(unfit_reasons(scene().bank, {"nobody"}, eighth, morning) == Codes{"fit.unknown"});
  const auto story = scene().and_then(normal_check, staff::Erased{resident});
  CHECK(reasons(story, "2021-01-08") == Codes{"fit.erased"});
  CHECK(!story.bank.health.contains(resident));
}

}  // namespace waystation::quarantine
