#include "domain/cash_story.h"

namespace waystation::cash {

using namespace story;

namespace {

const Account in_vault{PlaceKind::vault, Stage::counted, Source::ordinary};
const Account from_customers{PlaceKind::customer, Stage::received, Source::ordinary};

Bag released_bag(std::int32_t count) {
  Bag bag;
  bag.stage = Stage::released;
  bag.notes = notes_of(hundreds(count));
  return bag;
}

}  // namespace

TEST_CASE("only a released bag makes notes that may be paid out") {
  for (int stage = 0; stage <= int(Stage::missing); ++stage) {
    Bag bag = released_bag(3);
    bag.stage = Stage(stage);
    if (bag.stage == Stage::released)
      CHECK(Payable::of(bag).notes() == bag.notes);
    else
      CHECK_THROWS_AS(Payable::of(bag), std::logic_error);
  }
}

TEST_CASE("no more is taken of what may be paid out than there is") {
  Payable payable = Payable::of(released_bag(3));
  CHECK(value_of(payable.take(notes_of(hundreds(2))).notes()) == yuan(200));
  CHECK_THROWS_AS(payable.take(notes_of(hundreds(2))), std::logic_error);
  payable.add(Payable::of(released_bag(1)));
  CHECK(value_of(payable.notes()) == yuan(200));
}

TEST_CASE("what leaves one account arrives in another, and no place falls below nothing") {
  Book book;
  post(book, from_customers, book, in_vault, notes_of(hundreds(3)));
  CHECK(held_in(book) == yuan(300));
  CHECK(held_in(book, Line::paid_in) == yuan(300));
  CHECK(held_in(book, Line::paid_out) == Fen{});
  CHECK_THROWS_AS(post(book, in_vault, book, from_customers, notes_of(hundreds(4))),
                  std::logic_error);
}

TEST_CASE("a sum that is not that of its notes stops the program, by a fen") {
  Book book;
  post(book, from_customers, book, in_vault, notes_of(hundreds(3)));
  book[0].amount.count += 1;
  CHECK_THROWS_AS(post(book, book[0].account, book, from_customers, notes_of(hundreds(1))),
                  std::logic_error);
  CHECK_THROWS_AS(expect_amount(yuan(300), {29'999}), std::logic_error);
}

TEST_CASE("an event whose sum was changed by a fen is not applied") {
  Bank bank = house().bank;
  Received e{xianggong, window, Source::ordinary, hundreds(1), yuan(100)};
  e.amount.count += 1;
  CHECK_THROWS_AS(apply_to_rooms(bank, e, teller), std::logic_error);
}

TEST_CASE("books that do not agree with the bags say where") {
  Site site = site_of(Days().counted(1, 5).bank(), xianggong);
  CHECK(disagreements(site).empty());
  site.bags.edit(bag(1)).notes.yuan_100 = 4;
  REQUIRE(disagreements(site).size() == 1);
  CHECK(disagreements(site)[0] == "vault/paid_in/counted/ordinary yuan_100: booked 5, there 4");
  site.bags.edit(bag(1)).notes.yuan_100 = 5;
  for (Balance& b : site.book)
    if (b.account.place == PlaceKind::vault) b.amount.count += 1;
  REQUIRE(disagreements(site).size() == 1);
  CHECK(disagreements(site)[0].find("50001 fen booked for notes of 50000") != std::string::npos);
}

TEST_CASE("the state of all cash survives the journey through the cache") {
  Days days;
  days.give(teller, TakeIn{xianggong, {"open"}, Source::fit_notes, filling(9, 40), "first day"})
      .give(supervisor, Confirm{xianggong, {"open"}})
      .agree(teller, second, Draw{xianggong, {"draw"}, {bag(9)}, box})
      .counted(1, 5);
  const std::string text = to_json(days.bank().custody);
  const auto back = from_json<Custody>(text, json::From::log);
  REQUIRE_MESSAGE(back.has_value(), back.error().where);
  CHECK(to_json(*back) == text);
  CHECK(is_nothing(sum_of_all(*back)));
}

}  // namespace waystation::cash
