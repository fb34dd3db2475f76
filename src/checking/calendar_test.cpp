#include "checking/calendar.h"

#include <doctest/doctest.h>

using namespace waystation::checking;

TEST_CASE("the checker counts days through leap years and centuries") {
  CHECK(read_date("1970-01-01") == 0);
  CHECK(read_date("2021-01-08") == 18635);
  CHECK(read_date("2000-03-01").value() - read_date("2000-02-28").value() == 2);
  CHECK(read_date("2100-03-01").value() - read_date("2100-02-28").value() == 1);
  for (const char* text : {"0000-01-01", "1899-12-31", "1970-01-01", "2020-02-29", "9999-12-31"})
    CHECK(date_text(read_date(text).value()) == text);
}

TEST_CASE("the checker takes no date that is not in the calendar") {
  for (const char* text :
       {"2021-02-29", "2021-13-01", "2021-00-10", "2021-1-8", "20210108", "", "2021-01-8 "})
    CHECK_FALSE(read_date(text).has_value());
}

TEST_CASE("the checker reads times of day up to midnight") {
  CHECK(read_clock("09:30") == 570);
  CHECK(read_clock("24:00") == 1440);
  for (const char* text : {"24:01", "9:30", "09:60", "0930", ""})
    CHECK_FALSE(read_clock(text).has_value());
}

TEST_CASE("the checker reads moments with any offset") {
  CHECK(read_moment("1970-01-01T00:00:00Z") == 0);
  CHECK(read_moment("2021-01-08T09:00:00+08:00") == read_moment("2021-01-08T01:00:00.250Z"));
  for (const char* text :
       {"2021-01-08", "2021-01-08T09:00:00", "2021-01-08T24:00:00Z", "2021-01-08T09:00:60Z"})
    CHECK_FALSE(read_moment(text).has_value());
}
