#include "application/what_if.h"

#include "domain/sealed_zone_story.h"

using namespace waystation;
using namespace waystation::sealed_zone;
using namespace waystation::what_if;

namespace {

const Day first_day = day("2021-01-08");

Question asked(std::vector<DayChange> changes, Goal goal = Goal::lost) {
  return {elsewhere, first_day, false, {}, goal, std::move(changes)};
}

DayChange windows(int n) {
  return {.windows = n, .cap = {}, .pay_out_machines = {}};
}

DayChange booked(int percent) {
  return {.windows = {}, .cap = {}, .pay_out_machines = {}, .booked_percent = percent};
}

Outlook seen(const Question& question) {
  const auto out = outlook(scene().bank, question);
  REQUIRE_MESSAGE(out.has_value(), out.error().code);
  return *out;
}

std::string refused(const Question& question, const std::function<bool(double)>& goes_on = {}) {
  const auto out = outlook(scene().bank, question, goes_on);
  REQUIRE(out.has_error());
  return out.error().code;
}

std::int64_t mean(const Variant& variant, std::string_view name) {
  const auto at = std::ranges::find(variant.figures, name, &DayFigure::name);
  REQUIRE(at != variant.figures.end());
  return at->figure.mean;
}

}  // namespace

TEST_CASE("the first way is what the others are compared with, and one of all is best") {
  const auto out = seen(asked({{}, windows(1), windows(4)}));
  REQUIRE(out.variants.size() == 3);
  CHECK(out.variants[0].change.windows == std::nullopt);
  CHECK(out.variants[0].difference.mean == 0);
  CHECK(std::ranges::count(out.variants, true, &Variant::best) == 1);
  CHECK(out.variants[1].difference.mean > 0);  // One window instead of two: more go home.
  CHECK_FALSE(out.variants[1].best);
  CHECK(out.proven);
  CHECK(out.variants[0].hours.size() > 4);
  CHECK_FALSE(out.inputs.empty());
}

TEST_CASE("who books instead of walking in leaves the day's volume as it was") {
  const auto out = seen(asked({{}, booked(30)}, Goal::window_wait_minutes));
  const auto before = mean(out.variants[0], "arrived"), after = mean(out.variants[1], "arrived");
  CHECK(std::abs(before - after) * 20 < before);
  CHECK(out.variants[1].goal.mean < out.variants[0].goal.mean);  // They come evenly.
}

TEST_CASE("the same question has the same answer") {
  const auto question = asked({{}, windows(3)}, Goal::contact_minutes);
  CHECK(to_json(seen(question)) == to_json(seen(question)));
}

TEST_CASE("who knows how many will come says so: sixty at one window, or at two") {
  auto question = asked({windows(1), windows(2)}, Goal::window_wait_minutes);
  question.visits = 63;
  const auto out = seen(question);
  CHECK(std::abs(mean(out.variants[0], "arrived") - 63'000) < 3'000);
  CHECK(out.variants[1].best);
  const auto told = std::ranges::find(out.inputs, "visits", &InputRow::name);
  REQUIRE(told != out.inputs.end());
  CHECK(told->source == "asked");
}

TEST_CASE("what cannot be played is refused by name") {
  CHECK(refused(asked({{}})) == "foresight.changes-out-of-range");
  CHECK(refused(asked(std::vector<DayChange>(7, windows(1)))) == "foresight.changes-out-of-range");
  CHECK(refused(asked({{}, windows(99)})) == "foresight.windows-too-many");
  CHECK(refused(asked({{}, windows(0)})) == "foresight.windows-none");
  CHECK(refused(asked({{}, booked(81)})) == "foresight.share-out-of-range");
  CHECK(refused(asked({{}, booked(-1)})) == "foresight.share-out-of-range");
  CHECK(refused(asked({{}, booked(80)})) == "foresight.appointments-too-many");
  CHECK(refused(asked({{}, {.windows = {}, .cap = {}, .pay_out_machines = 99}})) ==
        "foresight.pay-out-too-many");
  auto crowd = asked({{}, windows(1)});
  crowd.visits = 0;
  CHECK(refused(crowd) == "foresight.visitors-too-many");
  auto nowhere = asked({{}, windows(1)});
  nowhere.outlet = {"102221000000"};
  CHECK(refused(nowhere) == "outlet.unknown");
  CHECK(refused(asked({{}, windows(1)}), [](double) { return false; }) == "foresight.cancelled");
}
