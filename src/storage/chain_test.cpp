#include "storage/chain.h"

#include <doctest/doctest.h>

#include <set>

using namespace waystation;

static Entry some_entry() {
  return {.seq = 7,
          .stream = "outlet/102221004264",
          .version = 3,
          .type = "outlet.opened",
          .schema = 1,
          .at = *parse_time("2021-01-08T09:00:00+08:00"),
          .actor = "LN-command",
          .command = {1, 2, 3},
          .body = R"({"outlet":"102221004264","windows":1})"};
}

TEST_CASE("the hash of an entry covers the one before it and every field") {
  Chain chain;
  const Entry entry = some_entry();
  std::set<Digest> seen{chain.link({}, entry), chain.link({1}, entry)};
  const auto changed = [&](auto change) {
    Entry other = entry;
    change(other);
    seen.insert(chain.link({}, other));
  };
  changed([](Entry& e) { e.seq = 8; });
  changed([](Entry& e) { e.stream += '5'; });
  changed([](Entry& e) { e.version = 4; });
  changed([](Entry& e) { e.type = "outlet.closed"; });
  changed([](Entry& e) { e.schema = 2; });
  changed([](Entry& e) { e.at += std::chrono::microseconds{1}; });
  changed([](Entry& e) { e.actor = "SY-command"; });
  changed([](Entry& e) { e.command[15] = 1; });
  changed([](Entry& e) { e.body.back() = ' '; });
  CHECK(seen.size() == 11);
}

TEST_CASE("a byte that moves from one field to its neighbour changes the hash") {
  Chain chain;
  Entry one = some_entry(), other = some_entry();
  one.stream = "ab", one.type = "c";
  other.stream = "a", other.type = "bc";
  CHECK(chain.link({}, one) != chain.link({}, other));
}

TEST_CASE("the hash of an entry is the same in every release") {
  Chain chain;
  const Digest hash = chain.link({}, some_entry());
  CHECK(chain.link({}, some_entry()) == hash);
  std::string text;
  for (unsigned char byte : hash) {
    constexpr char hex[] = "0123456789abcdef";
    (text += hex[byte >> 4]) += hex[byte & 15];
  }
  CHECK(text == "b1055faee1274ad5afd94cb121fcac42d10bf3f6788ef7b80005d63a2f1a0a0c");
}
