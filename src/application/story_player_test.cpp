#include "application/story_player.h"

#include <doctest/doctest.h>

#include "application/journal_in_memory.h"

namespace waystation {

namespace {

const std::string head =
    R"({"title_zh":"故事","title_en":"A story","time_zone":"Asia/Shanghai","steps":[)";

std::string step(const std::string& time, const std::string& rest) {
  return R"({"at":"2021-01-)" + time + R"(:00+08:00","say_zh":"步","say_en":"a step",)" + rest +
         "}";
}

std::string add_city(const std::string& id, const std::string& then) {
  return R"("command":"city.add","with":{"city":")" + id +
         R"(","title":"沈阳市","time_zone":"Asia/Shanghai"},)" + then;
}

const std::string added = R"("expect":"city.added")";

StoryFile story_of(const std::string& steps) {
  const auto story = parse_story(head + steps + "]}");
  REQUIRE_MESSAGE(story.has_value(), story.error().where);
  return *story;
}

Decision<plan::PlanDocument> no_plan(const Bank&, const ZoneId& zone, Day, int) {
  return unknown("zone.unknown", zone.text);
}

StoryResult play(const std::string& steps, std::optional<Time> until = {}) {
  JournalInMemory journal;
  Desk desk(journal);
  return play_story(story_of(steps), {"/nowhere", desk, no_plan, until});
}

std::string refused(const std::string& steps) {
  const auto story = parse_story(head + steps + "]}");
  return story ? "accepted" : story.error().code + " " + story.error().where;
}

std::string difference(const char* expected, const char* shown) {
  json::Parser one, other;
  json::Element a, b;
  std::string problem;
  REQUIRE(one.parse(expected, a, problem));
  REQUIRE(other.parse(shown, b, problem));
  return difference_between(a, b);
}

}  // namespace

TEST_CASE("a step passes when the event comes that the story expects") {
  const auto result = play(step("02T08:00", add_city("SY", added)));
  CHECK(result.steps == 1);
  CHECK(result.passed == 1);
  CHECK(result.lines[0].answer == "city.added");
  CHECK(result.lines[0].local == "2021-01-02T08:00:00+08:00");
  CHECK(result.lines[0].by == "LN-command");
}

TEST_CASE("a refusal passes only under the code and the missing parts that the story names") {
  const std::string first = step("02T08:00", add_city("SY", added));
  const auto again = [&](const std::string& then) {
    return play(first + ',' + step("02T08:01", add_city("SY", then))).lines[1];
  };
  CHECK(again(R"("refused":{"code":"city.already-added"})").passed);
  CHECK(again(R"("refused":{"code":"city.already-added","missing":[]})").passed);
  CHECK(again(R"("refused":{"code":"city.title-empty"})").problem ==
        "expected the refusal city.title-empty, not refused city.already-added");
  CHECK(!again(R"("refused":{"code":"city.already-added","missing":["gate.x"]})").passed);
  CHECK(!again(added).passed);
}

TEST_CASE("an event where a refusal was expected is a mistake, and so is another event") {
  CHECK(!play(step("02T08:00", add_city("SY", R"("refused":{"code":"city.title-empty"})"))).passed);
  CHECK(play(step("02T08:00", add_city("SY", R"("expect":"zone.sealed")"))).failed == 1);
}

TEST_CASE("time does not run backwards in a story") {
  const auto result =
      play(step("02T08:00", add_city("SY", added)) + ',' + step("02T07:59", add_city("DL", added)));
  CHECK(result.failed == 1);
  REQUIRE(result.lines[1].refusal);
  CHECK(result.lines[1].refusal->code == "desk.time-backwards");
}

TEST_CASE("a story can be played up to a moment") {
  const auto result =
      play(step("02T08:00", add_city("SY", added)) + ',' + step("03T08:00", add_city("DL", added)),
           parse_time("2021-01-02T12:00:00+08:00"));
  CHECK(result.steps == 1);
}

TEST_CASE("what the planner refuses is refused in the story") {
  const auto result =
      play(step("02T08:00", R"("plan":{"zone":"Z","from":"2021-01-08","days":14,"as":"P"},)"
                            R"("refused":{"code":"zone.unknown"})"));
  CHECK(result.passed == 1);
}

TEST_CASE("a view is checked by what it shows at that moment") {
  const std::string first = step("02T08:00", add_city("SY", added)) + ',';
  const auto sees = [&](const std::string& shows) {
    return play(first + step("02T09:00", R"("check":{"view":"cities","shows":)" + shows + "}"))
        .lines[1];
  };
  CHECK(sees(R"({"rows":[{"city":"SY"}]})").passed);
  CHECK(sees(R"({"rows":[{"city":"DL"}]})").problem == R"(/rows: no item such as {"city":"DL"})");
  CHECK(!play(step("02T08:00", R"("check":{"view":"nothing","shows":{}})")).passed);
}

TEST_CASE("expected is a part of what is shown") {
  CHECK(difference(R"({"a":1})", R"({"a":1,"b":2})") == "");
  CHECK(difference(R"({"a":1})", R"({"a":2})") == "/a: 2, expected 1");
  CHECK(difference(R"({"a":1})", R"({})") == "/a: absent, expected 1");
  CHECK(difference(R"({"a":null})", R"({})") == "");
  CHECK(difference(R"({"a":[]})", R"({"a":[1]})") == "/a: expected nothing, not [1]");
  CHECK(difference(R"({"a":[{"b":2},{"b":1}]})", R"({"a":[{"b":1,"c":3},{"b":2}]})") == "");
  CHECK(difference(R"({"a":{"b":1}})", R"({"a":[1]})") == "/a: expected an object, not [1]");
  CHECK(difference(R"({"a":[1]})", R"({"a":1})") == "/a: expected a list, not 1");
}

TEST_CASE("a step does exactly one thing") {
  CHECK(refused(step("02T08:00", R"("expect":"x")")) == "story.step-unclear /steps/0");
  CHECK(refused(step("02T08:00", R"("command":"city.add","files":["a.csv"])")) ==
        "story.step-unclear /steps/0");
  CHECK(refused(step("02T08:00", R"("files":["a.csv"],"with":{})")) ==
        "story.step-unclear /steps/0");
  CHECK(refused(step("02T08:00", add_city("SY", added + R"(,"refused":{"code":"x"})"))) ==
        "story.step-unclear /steps/0");
}

TEST_CASE("a story reads no file outside its folder") {
  for (const char* name : {"../secrets.csv", "/etc/passwd", "", ".."})
    CHECK(refused(step("02T08:00", R"("files":[")" + std::string(name) + "\"]")) ==
          "story.file-outside /steps/0");
}

TEST_CASE("a story without a known time zone, or with a misspelt key, is not played") {
  CHECK(refused(step("02T08:00", R"("comand":"city.add")")) ==
        "json.field /steps/0/comand: unknown key");
  const auto lost =
      parse_story(R"({"title_zh":"","title_en":"","time_zone":"Asia/Nowhere","steps":[]})");
  CHECK(lost.error().code == "story.time-zone-unknown");
  CHECK(read_story("/nowhere").error().code == "story.unreadable");
}

}  // namespace waystation
