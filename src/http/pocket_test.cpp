#include "http/pocket.h"

#include <doctest/doctest.h>

namespace waystation::http {

TEST_CASE("a pocket keeps the newest claims first and forgets the oldest") {
  Pocket pocket;
  for (const char* id : {"2021-01-08-A001", "2021-01-08-A002", "Y7K2QM", "2021-01-08-B001",
                         "2021-01-08-A002", "2021-01-08-A009"})
    pocket.put({{"102221004264"}, id, "00423f00423f00ab"});
  REQUIRE(pocket.claims.size() == Pocket::most_claims);
  CHECK(pocket.claims[0].id == "2021-01-08-A009");
  CHECK(pocket.claims[1].id == "2021-01-08-A002");
  CHECK(pocket.claims[3].id == "Y7K2QM");
  pocket.person = PersonId{"C-01ARZ3NDEKTSV4RRFFQ69G5FAV"};
  const Pocket again = Pocket::read(pocket.text());
  CHECK(again.claims == pocket.claims);
  CHECK(again.person == pocket.person);
  pocket.drop({"102221004264"}, "Y7K2QM");
  CHECK(pocket.claims.size() == 3);
}

TEST_CASE("what is malformed in a pocket is not there") {
  for (const char* text :
       {"", "~~", "102221004264.A1", "102221004264.A1.12", "102221004264.A1.00423f00423f00aX",
        "1.A1.00423f00423f00ab", "102221004264.<b>.00423f00423f00ab",
        "102221004264..00423f00423f00ab", "C-", "C-<script>", "10222100426x.A1.00423f00423f00ab"}) {
    INFO(text);
    const Pocket pocket = Pocket::read(text);
    CHECK(pocket.claims.empty());
    CHECK_FALSE(pocket.person);
  }
}

TEST_CASE("a number is understood as people type it") {
  CHECK(typed_number("a3") == "A003");
  CHECK(typed_number(" A 012") == "A012");
  CHECK(typed_number("B1234") == "B1234");
  CHECK(typed_number("y7k2qm") == "Y7K2QM");
  CHECK(typed_number("2021-01-08-a003") == "2021-01-08-A003");
  CHECK(typed_number("<b>") == "");
  CHECK(typed_number("") == "");
  CHECK(short_number("2021-01-08-A003") == "A003");
  CHECK(short_number("Y7K2QM") == "Y7K2QM");
}

}  // namespace waystation::http
