#include "http/message.h"

#include <doctest/doctest.h>

namespace waystation::http {

TEST_CASE("a path never climbs out of the pages") {
  CHECK(decoded_path("/a/b?c=d") == "/a/b");
  CHECK(decoded_path("/%E9%A9%BF") == "/驿");
  for (const char* bad : {"", "a", "/../etc/passwd", "/a/../b", "/a/..", "/%2e%2e/x", "//host/x",
                          "/a\\b", "/a%00b", "/a%0d%0ab", "http://host/", "*"})
    CHECK_MESSAGE(decoded_path(bad).empty(), bad);
}

TEST_CASE("a query is decoded, and what is no escape stays as it is") {
  const auto parts = parse_query("scope=SY%2F1&title=a+b&&flag&x=%zz");
  REQUIRE(parts.size() == 4);
  CHECK(parts[0].second == "SY/1");
  CHECK(parts[1].second == "a b");
  CHECK(parts[2].first == "flag");
  CHECK(parts[3].second == "%zz");
  CHECK(query_value("a=1&b=2", "b") == "2");
}

TEST_CASE("a cookie is found by its whole name") {
  CHECK(cookie_value("a=1; ws=token; b=2", "ws") == "token");
  CHECK(cookie_value("xws=no; ws=yes", "ws") == "yes");
  CHECK(cookie_value("__Host-ws=x", "ws").empty());
  CHECK(cookie_value("", "ws").empty());
}

}  // namespace waystation::http
