#include "domain/cash_story.h"

namespace waystation::cash {

using namespace story;

namespace {

std::string code_of(const std::optional<Refusal>& no) {
  return no ? no->code : "";
}

}  // namespace

TEST_CASE("notes are counted by denomination, and worth what is printed on them") {
  const Notes notes = notes_of({{Denomination::yuan_100, 3}, {Denomination::jiao_5, 2}});
  CHECK(value_of(notes) == yuan(301));
  CHECK(pieces(notes) == 5);
  CHECK(packs_of(notes).size() == 2);
  CHECK(notes_of(packs_of(notes)) == notes);
  CHECK(value_of(Denomination::jiao_1).count == 10);
  CHECK(in_yuan(yuan(1'200)) == "1200");
  CHECK(in_yuan({50}) == "0.5");
}

TEST_CASE("fifty yuan twice are not a hundred once") {
  const Notes hundred = notes_of(hundreds(1));
  const Notes fifties = notes_of({{Denomination::yuan_50, 2}});
  CHECK(value_of(hundred) == value_of(fifties));
  CHECK_FALSE(holds(hundred, fifties));
  CHECK(excess(hundred, fifties) == hundred);
  CHECK(is_nothing(excess(hundred, hundred)));
}

TEST_CASE("what is typed must add up, each denomination once") {
  CHECK(code_of(refuse_packs({}, {})) == "cash.notes-missing");
  CHECK(code_of(refuse_count({}, {})) == "");
  CHECK(code_of(refuse_packs(hundreds(2), yuan(200))) == "");
  CHECK(code_of(refuse_packs(hundreds(2), yuan(201))) == "cash.total-mismatch");
  CHECK(code_of(refuse_packs(hundreds(0), {})) == "cash.count-out-of-range");
  CHECK(code_of(refuse_packs(hundreds(-1), yuan(-100))) == "cash.count-out-of-range");
  CHECK(code_of(refuse_packs(hundreds(most_pieces + 1), {})) == "cash.count-out-of-range");
  CHECK(code_of(refuse_packs({{Denomination::yuan_1, 1}, {Denomination::yuan_1, 1}}, yuan(2))) ==
        "cash.denomination-twice");
}

TEST_CASE("a count of notes that overflows stops the program") {
  Notes most;
  most.yuan_1 = std::numeric_limits<std::int32_t>::max();
  CHECK_THROWS_AS(most += notes_of({{Denomination::yuan_1, 1}}), std::overflow_error);
}

}  // namespace waystation::cash
