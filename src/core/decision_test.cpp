#include <doctest/doctest.h>

#include "core/json.h"

namespace waystation {

static Decision<int> halve(int x) {
  if (x % 2 != 0) return Refusal{Why::invalid, "half.odd", "/x", {}, {{"x", std::to_string(x)}}};
  return x / 2;
}

TEST_CASE("an id is 1 to 64 bytes of UTF-8 that do not break a scope") {
  CHECK(is_valid_id("102221004264"));
  CHECK(is_valid_id("皇姑区"));
  CHECK(is_valid_id(std::string(64, 'x')));
  CHECK(!is_valid_id(std::string(65, 'x')));
  CHECK(!is_valid_id(""));
  CHECK(!is_valid_id("SY/1"));
  CHECK(!is_valid_id("a b"));
  CHECK(!is_valid_id("a\n"));
  CHECK(!is_valid_id(std::string_view("a\0b", 3)));
  CHECK(!is_valid_id("a\x7f"));
}

TEST_CASE("ids of different kinds do not mix") {
  using Cat = Id<struct CatKind>;
  using Dog = Id<struct DogKind>;
  CHECK(!std::is_convertible_v<Cat, Dog>);
  CHECK(Cat{"a"} < Cat{"b"});
}

TEST_CASE("a decision is a value or a refusal with a stable code") {
  CHECK(*halve(4) == 2);
  const auto no = halve(3);
  REQUIRE(no.has_error());
  CHECK(no.error().code == "half.odd");
  CHECK(no.error().facts == std::vector<Fact>{{"x", "3"}});
}

TEST_CASE("a refusal is written with its facts, for the web to translate") {
  CHECK(to_json(halve(3).error()) ==
        R"({"why":"invalid","code":"half.odd","where":"/x","missing":[],)"
        R"("facts":[{"name":"x","value":"3"}]})");
}

TEST_CASE("money that would overflow stops the program") {
  CHECK(yuan(3) + Fen{1} == Fen{301});
  CHECK(yuan(3) - Fen{301} == Fen{-1});
  CHECK_THROWS_AS(Fen{INT64_MAX} + Fen{1}, std::overflow_error);
  CHECK_THROWS_AS(Fen{INT64_MIN} - Fen{1}, std::overflow_error);
  CHECK_THROWS_AS(Fen{INT64_MAX} * 2, std::overflow_error);
}

}  // namespace waystation
