#include "checking/json.h"

#include <doctest/doctest.h>

#include "checking/broken.h"

using namespace waystation::checking;

TEST_CASE("the checker reads every kind of JSON value and keeps the order of members") {
  const JsonValue v = read_json(
      R"( {"b":[1,-2,9223372036854775807],"a":"\u9a7f\ud83d\ude90\n驿","c":[true,null]} )");
  REQUIRE(v.keys == std::vector<std::string>{"b", "a", "c"});
  CHECK(v.items[0].items[2].number == INT64_MAX);
  CHECK(v.items[1].text == "驿🚐\n驿");
  CHECK(v.items[2].items[0].number == 1);
  CHECK(v.items[2].items[1].kind == JsonValue::Kind::null);
}

TEST_CASE("the checker takes no number for an integer that is not one") {
  for (const char* text : {"1.0", "1e3", "-0", "9223372036854775808", "0.5E-1"})
    CHECK(read_json(text).kind == JsonValue::Kind::other_number);
}

TEST_CASE("the checker refuses what is not JSON") {
  for (const char* text : {"",
                           "{",
                           "[1,]",
                           "{\"a\":1,\"a\":1}",
                           "01",
                           "+1",
                           ".5",
                           "1.",
                           "1e",
                           "nul",
                           "'a'",
                           "\"\x01\"",
                           "\"\\x\"",
                           "\"\\u12g4\"",
                           "\"\\ud800\"",
                           "\"\\udc00\"",
                           "\"\xc0\xaf\"",
                           "\"\xed\xa0\x80\"",
                           "\"\xf5\x80\x80\x80\"",
                           "\"\xe9\"",
                           "\"abc",
                           "1 2",
                           "{1:2}",
                           "{\"a\" 1}"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(read_json(text), Unreadable);
  }
  CHECK_THROWS_AS(read_json(std::string(100'000, '[')), Unreadable);
}
