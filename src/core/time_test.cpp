#include "core/time.h"

#include <doctest/doctest.h>

namespace waystation {

static std::string again(const char* text) {
  const auto time = parse_time(text);
  return time ? to_text(*time) : "refused";
}

static const std::string shanghai = "Asia/Shanghai", new_york = "America/New_York";

TEST_CASE("a time of any offset is kept in UTC and written in its shortest form") {
  CHECK(again("2021-01-08T09:00:00+08:00") == "2021-01-08T01:00:00Z");
  CHECK(again("2021-01-08t09:00:00z") == "2021-01-08T09:00:00Z");
  CHECK(again("2021-01-08 09:00:00Z") == "2021-01-08T09:00:00Z");
  CHECK(again("2021-01-01T00:00:00+08:00") == "2020-12-31T16:00:00Z");
  CHECK(again("2021-01-08T09:00:00-00:00") == "2021-01-08T09:00:00Z");
  CHECK(again("2021-01-08T09:00:00-23:59") == "2021-01-09T08:59:00Z");
  CHECK(again("0000-01-01T00:00:00Z") == "0000-01-01T00:00:00Z");
  CHECK(again("9999-12-31T23:59:59.999999Z") == "9999-12-31T23:59:59.999999Z");
}

TEST_CASE("fractions are kept to the microsecond and never rounded") {
  CHECK(again("2021-01-08T09:00:00.5Z") == "2021-01-08T09:00:00.5Z");
  CHECK(again("2021-01-08T09:00:00.000001Z") == "2021-01-08T09:00:00.000001Z");
  CHECK(again("2021-01-08T09:00:00.100000Z") == "2021-01-08T09:00:00.1Z");
  CHECK(again("1969-12-31T23:59:59.25Z") == "1969-12-31T23:59:59.25Z");
  CHECK(again("2021-01-08T09:00:00.1234567Z") == "refused");
  CHECK(again("2021-01-08T09:00:00.Z") == "refused");
}

TEST_CASE("what is not a time of RFC 3339 is refused") {
  for (const char* text : {"",
                           "2021-01-08",
                           "2021-01-08T09:00:00",
                           "2021-01-08T09:00Z",
                           "2021-1-8T09:00:00Z",
                           "2021-02-29T09:00:00Z",
                           "2021-13-01T09:00:00Z",
                           "2021-00-01T09:00:00Z",
                           "2021-01-08T24:00:00Z",
                           "2021-01-08T09:60:00Z",
                           "2016-12-31T23:59:60Z",
                           "2021-01-08T09:00:00+24:00",
                           "2021-01-08T09:00:00+08:60",
                           "2021-01-08T09:00:00+0800",
                           "2021-01-08T09:00:00Z ",
                           " 2021-01-08T09:00:00Z",
                           "2021-01-08T09:00:00ZZ",
                           "2021-01-08X09:00:00Z",
                           "+2021-01-08T09:00:00Z",
                           "-001-01-08T09:00:00Z"})
    CHECK_MESSAGE(again(text) == "refused", text);
}

TEST_CASE("a date is a real one") {
  CHECK(to_text(*parse_day("2020-02-29")) == "2020-02-29");
  CHECK(!parse_day("2021-02-29"));
  CHECK(!parse_day("1900-02-29"));
  CHECK(!parse_day("2021-01-08T"));
  CHECK(!parse_day("2021-04-31"));
}

TEST_CASE("a day ends at 24:00") {
  CHECK(parse_time_of_day("00:00") == TimeOfDay{0});
  CHECK(parse_time_of_day("24:00") == TimeOfDay{1440});
  CHECK(to_text(TimeOfDay{545}) == "09:05");
  for (const char* text : {"24:01", "25:00", "9:00", "09:60", "09:00:00", "", "0900"})
    CHECK_MESSAGE(!parse_time_of_day(text), text);
}

TEST_CASE("a place's clock shows its own date") {
  const Time t = *parse_time("2021-01-07T16:30:00Z");
  CHECK(to_local_text(t, shanghai) == "2021-01-08T00:30:00+08:00");
  CHECK(to_text(local_day(t, shanghai)) == "2021-01-08");
  CHECK(local_time_of_day(t, shanghai) == TimeOfDay{30});
  CHECK(to_local_text(t, new_york) == "2021-01-07T11:30:00-05:00");
  CHECK(to_local_text(t, "Asia/Kathmandu") == "2021-01-07T22:15:00+05:45");
  CHECK(is_known_zone(shanghai));
  CHECK(!is_known_zone("Asia/Shenyang"));
  CHECK(!is_known_zone(""));
}

TEST_CASE("an hour that summer time skips is the end of the gap") {
  const Day spring = *parse_day("2021-03-14");
  CHECK(to_text(at_local(spring, {150}, new_york)) == "2021-03-14T07:00:00Z");
  CHECK(to_text(at_local(spring, {119}, new_york)) == "2021-03-14T06:59:00Z");
  CHECK(to_text(at_local(spring, {180}, new_york)) == "2021-03-14T07:00:00Z");
}

TEST_CASE("of an hour that comes twice in autumn, the first is meant") {
  const Day autumn = *parse_day("2021-11-07");
  CHECK(to_text(at_local(autumn, {90}, new_york)) == "2021-11-07T05:30:00Z");
  CHECK(to_local_text(*parse_time("2021-11-07T05:30:00Z"), new_york) ==
        "2021-11-07T01:30:00-04:00");
  CHECK(to_local_text(*parse_time("2021-11-07T06:30:00Z"), new_york) ==
        "2021-11-07T01:30:00-05:00");
}

TEST_CASE("24:00 of a day is 00:00 of the next") {
  const Day eighth = *parse_day("2021-01-08");
  CHECK(at_local(eighth, {1440}, shanghai) ==
        at_local(eighth + std::chrono::days{1}, {0}, shanghai));
}

}  // namespace waystation
