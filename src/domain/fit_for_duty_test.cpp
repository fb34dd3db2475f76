#include "domain/sealed_zone_story.h"

namespace waystation::quarantine {

using namespace sealed_zone;

namespace {

const Started started{resident, MeasureKind::central_quarantine, "14+7", day("2021-01-08"),
                      day("2021-01-21")};
const CheckRecorded normal_check{resident, {"36.5"}, false};
const PersonId mate{"SY-S0190"};

TestRecorded tested(const char* when, TestResult result = TestResult::negative) {
  return {resident, time(when), result};
}

std::vector<std::string> reasons(const Story& story, const char* on, Time now = morning) {
  return unfit_reasons(story.bank, resident, day(on), now);
}

policy::Changed changed(policy::Key key, std::int64_t value) {
  return {key, {}, {}, day("2021-01-01"), {value, policy::Grade::A, "test"}};
}

// The resident lives with a colleague.
Story at_home_together() {
  auto one = person(resident, inside), other = person(mate, inside);
  one.household = other.household = "H-1";
  return given(city::Added{shenyang, "沈阳市", "Asia/Shanghai"}, community(inside, "塔湾社区"),
               outlet_registered(xianggong, inside), sealed(), one, other);
}

using Codes = std::vector<std::string>;

}  // namespace

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

TEST_CASE("who lives with somebody in central quarantine is watched for the days of the policy") {
  auto e = started;
  e.person = mate;
  const auto story = at_home_together().and_then(e);
  CHECK(reasons(story, "2021-01-07").empty());
  CHECK(reasons(story, "2021-01-09") == Codes{"fit.co-resident"});
  CHECK(reasons(story, "2021-01-14") == Codes{"fit.co-resident"});
  CHECK(reasons(story, "2021-01-15").empty());
  CHECK(reasons(story.and_then(Ended{mate, "order"}), "2021-01-09").empty());
  const auto longer = story.and_then(changed(policy::Key::co_resident_watch_days, 10));
  CHECK(reasons(longer, "2021-01-17") == Codes{"fit.co-resident"});
}

TEST_CASE("who lives with somebody isolated at home is unfit as long as that lasts") {
  const auto story = at_home_together().and_then(
      Started{mate, MeasureKind::home_isolation, "7", day("2021-01-08"), day("2021-01-21")});
  CHECK(reasons(story, "2021-01-21") == Codes{"fit.co-resident"});
  CHECK(reasons(story, "2021-01-22").empty());
}

TEST_CASE("a fever or a positive test at home bars the others until it is over, or erased") {
  const auto fever = at_home_together().and_then(CheckRecorded{mate, {"38.1"}, true});
  CHECK(reasons(fever, "2021-01-09") == Codes{"fit.co-resident"});
  CHECK(reasons(fever.and_then(CheckRecorded{mate, {"36.5"}, false}), "2021-01-09").empty());
  const auto positive =
      at_home_together().and_then(TestRecorded{mate, morning, TestResult::positive});
  CHECK(reasons(positive, "2021-01-09") == Codes{"fit.co-resident"});
  CHECK(reasons(positive.and_then(staff::Erased{mate}), "2021-01-09").empty());
}

TEST_CASE("a broken closed loop bars for the days of the policy, whatever is declared later") {
  const auto story = scene().and_then(LoopDeclared{resident, false, eighth},
                                      LoopDeclared{resident, true, day("2021-01-09")});
  CHECK(reasons(story, "2021-01-09") == Codes{"fit.loop-broken"});
  CHECK(reasons(story, "2021-01-14") == Codes{"fit.loop-broken"});
  CHECK(reasons(story, "2021-01-15").empty());
}

TEST_CASE("a declaration is asked for where the policy says so") {
  const auto story = scene().and_then(normal_check, tested("2021-01-07T09:00:00+08:00"),
                                      changed(policy::Key::loop_declaration_hours, 24));
  CHECK(reasons(story, "2021-01-08") == Codes{"fit.loop-undeclared"});
  CHECK(reasons(story.and_then(LoopDeclared{resident, true, eighth}), "2021-01-08").empty());
}

TEST_CASE("a measure by scheme ends with its last due test, which may be made good later") {
  const auto begun =
      scene().when(Start{resident, "14+7", day("2020-12-18"), ContactKind::contact}).decision;
  REQUIRE(begun.has_value());
  const Started course = *begun;
  CHECK(course.until == day("2021-01-07"));
  const auto story = scene().and_then(course, normal_check, tested("2021-01-06T09:00:00+08:00"));
  CHECK(reasons(story, "2021-01-08") == Codes{"fit.exit-test-missing"});
  auto last = tested("2021-01-08T07:00:00+08:00");
  last.on = eighth;
  CHECK(reasons(story.and_then(last), "2021-01-08").empty());
  story.when(End{resident, "指挥部2021-15"}).then({resident, "指挥部2021-15"});
}

TEST_CASE("a post asks for its skill, the key for the vault right, and a seal for living inside") {
  const auto codes = [](const Story& story, const PersonId& id, plan::Post post,
                        plan::Custody custody = plan::Custody::none) {
    return unqualified(story.bank, xianggong, {id, post, custody});
  };
  const auto story = scene().and_then(
      staff::Registered{mate, {"李某"}, {""}, xianggong, inside, "", {staff::Skill::teller}});
  CHECK(codes(story, mate, plan::Post::teller).empty());
  CHECK(codes(story, mate, plan::Post::spare).empty());
  CHECK(codes(story, mate, plan::Post::guard) == Codes{"fit.skill-missing"});
  CHECK(codes(story, mate, plan::Post::guide) == Codes{"fit.skill-missing"});
  CHECK(codes(story, mate, plan::Post::supervisor, plan::Custody::key_a) ==
        Codes{"fit.skill-missing", "fit.key-missing"});
  CHECK(codes(story, commuter, plan::Post::teller) == Codes{"fit.lives-outside"});
  CHECK(codes(story, {"nobody"}, plan::Post::teller).empty());
  CHECK(unfit_for_post(story.bank, xianggong, {mate, plan::Post::guard, plan::Custody::none},
                       eighth, morning) ==
        Codes{"fit.test-overdue", "fit.check-missing", "fit.skill-missing"});
}

TEST_CASE("it is known from which day on somebody is free again, where it is known at all") {
  CHECK(free_on(scene().bank, resident, eighth) == eighth);
  CHECK(free_on(scene().and_then(started).bank, resident, eighth) == day("2021-01-22"));
  const auto ill = scene().and_then(CheckRecorded{resident, {"38.1"}, true});
  CHECK_FALSE(free_on(ill.bank, resident, eighth));
}

}  // namespace waystation::quarantine
