#include "domain/sealed_zone_story.h"

namespace waystation::quarantine {

using namespace sealed_zone;

namespace {

const Start measure{
    resident, "14+7", day("2021-01-08"), {}, MeasureKind::central_quarantine, day("2021-01-21")};
const Started started{resident, MeasureKind::central_quarantine, "14+7", measure.from,
                      *measure.until};
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
  const Start home{resident, "14+7", later.from, {}, MeasureKind::home_isolation, later.until};
  under.by(at(time("2021-01-22T08:00:00+08:00")))
      .when(home)
      .then({resident, MeasureKind::home_isolation, "14+7", home.from, *home.until});
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
  scene().when(past).then({resident, past.sampled_at, TestResult::negative, day("2021-01-07")});
  RecordTest future = past;
  future.sampled_at = morning + std::chrono::microseconds{1};
  scene().when(future).refused("quarantine.test-in-future");
}

TEST_CASE("a result that arrives late does not hide a newer one") {
  const auto story = scene().and_then(tested("2021-01-07T09:00:00+08:00"),
                                      tested("2021-01-05T09:00:00+08:00", TestResult::positive));
  CHECK(story.bank.health.at(resident).result == TestResult::negative);
}

TEST_CASE("a check or a declaration that is told late keeps its moment and hides nothing newer") {
  const Time seven = time("2021-01-08T07:00:00+08:00");
  RecordCheck c{resident, 381, false, seven};
  scene().when(c).then({resident, {"38.1"}, true, seven});
  const auto story = scene().and_then(normal_check, CheckRecorded{resident, {"38.1"}, true, seven});
  CHECK_FALSE(story.bank.health.at(resident).abnormal);
  CHECK(story.bank.health.at(resident).checked_at == morning);
  c.occurred_at = morning + std::chrono::minutes{1};
  scene().when(c).refused("late-entry.in-future");
  DeclareLoop loop{resident, true, seven};
  scene().when(loop).then({resident, true, eighth, seven});
  loop.occurred_at = morning - std::chrono::hours{100};
  scene().when(loop).refused("late-entry.too-old");
  loop.person = {"nobody"};
  scene().when(loop).refused("staff.unknown");
}

TEST_CASE("half an order is none: kind and last day come together") {
  Start c = measure;
  c.kind.reset();
  scene().when(c).refused("quarantine.dates-half-given");
}

TEST_CASE("the outlet where somebody stands in records their checks and tests, and no other does") {
  plan::PlanDocument document;
  document.zone = huanggu;
  document.from = eighth;
  document.days = 1;
  plan::OutletPlan planned;
  planned.outlet = elsewhere;
  planned.crews = {{plan::Team::a, {{resident, plan::Post::teller, plan::Custody::none}}}};
  planned.backups = {{plan::BackupKind::people, "a/teller/1", commuter.text}};
  document.outlets = {planned};
  const auto story = scene().and_then(
      plan::Proposed{{"P1"}, document}, approval::Signed{{"P1"}, Level::outlet, ""},
      approval::Signed{{"P1"}, Level::city, ""}, approval::Signed{{"P1"}, Level::province, ""});
  const auto as = [](Role role, const OutletId& outlet) {
    return Stamp{{morning, {"SY-X"}}, role, {shenyang, outlet}};
  };
  const RecordCheck check{resident, 365, false};
  const RecordTest test{resident, morning, TestResult::negative};
  const auto there = story.by(as(Role::outlet_manager, elsewhere));
  there.when_asked(check).then({resident, {"36.5"}, false});
  there.when_asked(test).then({resident, morning, TestResult::negative, eighth});
  there.when_asked(DeclareLoop{commuter, true}).then({commuter, true, eighth});
  story.by(as(Role::teller, elsewhere)).when_asked(check).then({resident, {"36.5"}, false});
  story.by(as(Role::teller, elsewhere)).when_asked(test).refused("authority.role");
  scene().by(as(Role::teller, elsewhere)).when_asked(check).refused("authority.scope");
  story.by(as(Role::teller, {"102221004028"})).when_asked(check).refused("authority.scope");
}

}  // namespace waystation::quarantine
