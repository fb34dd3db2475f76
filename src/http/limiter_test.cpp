#include "http/limiter.h"

#include <doctest/doctest.h>

namespace waystation::http {

using std::chrono::seconds;

TEST_CASE("an address does so much at once and as much again in each hour, and no other pays") {
  Limiter limiter;
  const Limiter::Rate rate{3, seconds{3600}};
  const Limiter::Moment start{};
  for (int i = 0; i < 3; ++i) CHECK(limiter.take("a", rate, start) == 0);
  CHECK(limiter.seconds_to_wait("a", rate, start) == 1200);
  CHECK(limiter.take("a", rate, start) == 1200);
  CHECK(limiter.take("b", rate, start) == 0);
  CHECK(limiter.take("a", rate, start + seconds{1199}) == 1);
  CHECK(limiter.take("a", rate, start + seconds{1200}) == 0);
  CHECK(limiter.take("a", rate, start + seconds{1200}) == 1200);
  CHECK(limiter.seconds_to_wait("nobody", rate, start) == 0);
}

TEST_CASE(
    "a flood of addresses costs no more memory than its bound, and the newest are remembered") {
  Limiter limiter;
  const Limiter::Rate rate{1, seconds{3600}};
  const Limiter::Moment start{};
  for (std::size_t i = 0; i < Limiter::most + 1000; ++i)
    limiter.take(std::to_string(i), rate, start);
  CHECK(limiter.size() == Limiter::most);
  CHECK(limiter.take(std::to_string(Limiter::most + 999), rate, start) > 0);
  CHECK(limiter.take("0", rate, start) == 0);
}

TEST_CASE("an address is known by its /64 where it is IPv6, and nothing else passes for one") {
  CHECK(address_key("203.0.113.7") == "203.0.113.7");
  CHECK(address_key("::ffff:203.0.113.7") == "203.0.113.7");
  CHECK(address_key("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64");
  CHECK(address_key("2001:db8:1:2:ffff::1") == "2001:db8:1:2::/64");
  CHECK(address_key("fe80::1%eth0") == "fe80::/64");
  CHECK(address_key("not an address") == "");
  CHECK(last_forwarded("1.2.3.4, 198.51.100.9 ") == "198.51.100.9");
  CHECK(last_forwarded("198.51.100.9") == "198.51.100.9");
  CHECK(last_forwarded("") == "");
}

}  // namespace waystation::http
