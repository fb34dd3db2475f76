#include <doctest/doctest.h>

#include <cmath>

#include "foresight/forecast_outlook.h"
#include "foresight/forecast_rare.h"

using namespace waystation;
using namespace waystation::foresight;

namespace {

// A year of a weekly rhythm with a small disturbance that repeats every 11 days.
Series rhythm(std::size_t days, double spread) {
  const double weekday[week] = {60, 80, 100, 140, 120, 90, 110};
  Series out;
  for (std::size_t t = 0; t < days; ++t)
    out.push_back(weekday[t % week] * (1 + spread * (double(t * 7 % 11) - 5) / 5));
  return out;
}

std::string table(std::size_t days, const std::string& value = "5") {
  std::string out = "date,value\n";
  for (std::size_t t = 0; t < days; ++t)
    out +=
        to_text(Day{std::chrono::year{2021} / 1 / 1} + std::chrono::days(t)) + ',' + value + '\n';
  return out;
}

void refuses(const std::string& csv, const std::string& code, const std::string& where) {
  const auto got = read_series(csv);
  REQUIRE(got.has_error());
  CHECK(got.error().code == code);
  CHECK(got.error().where == where);
}

}  // namespace

TEST_CASE("a table of days is read, and an empty value is not known") {
  const auto got = read_series(table(60) + "2021-03-02,\n2021-03-03,7.5\n");
  REQUIRE(got.has_value());
  CHECK(to_text(got->from) == "2021-01-01");
  REQUIRE(got->values.size() == 62);
  CHECK(std::isnan(got->values[60]));
  CHECK(got->values[61] == 7.5);
}

TEST_CASE("a table that is no series is refused by its line") {
  refuses("day,use\n", "forecast.unreadable", "1");
  refuses(table(60) + "2021-03-02,two\n", "forecast.unreadable", "62");
  refuses(table(60) + "2021-02-30,2\n", "forecast.unreadable", "62");
  refuses(table(60) + "2021-03-02,inf\n", "forecast.unreadable", "62");
  refuses(table(60) + "2021-03-02,-1\n", "forecast.negative", "62");
  refuses(table(60) + "2021-03-03,1\n", "forecast.date-gap", "62");
  refuses(table(60) + "2021-03-01,1\n", "forecast.date-gap", "62");
  refuses(table(55), "forecast.too-short", "0");
  refuses(table(60, ""), "forecast.too-short", "0");
  refuses(table(most_days + 1), "forecast.too-long", "0");
}

TEST_CASE("days without use among busy ones are outages; a closed weekday is none") {
  Series s = rhythm(140, 0);
  s[100] = 0, s[101] = NAN;
  for (std::size_t t = 6; t < s.size(); t += week) s[t] = 0;
  const Series use = without_outages(s);
  CHECK(use[100] == s[93]);
  CHECK(use[101] == s[94]);
  CHECK(use[104] == 0);
}

TEST_CASE("what came after a day does not change how it is read") {
  Series a = rhythm(200, 0.2);
  a[150] = 0;
  Series b = a;
  for (std::size_t t = 151; t < b.size(); ++t) b[t] *= 3;
  const Series of_a = without_outages(a), of_b = without_outages(b);
  for (std::size_t t = 0; t <= 150; ++t) CHECK(of_a[t] == of_b[t]);
}

TEST_CASE("every method foresees a pure rhythm") {
  const Series s = rhythm(364, 0);
  const Forecaster forecaster(s);
  for (int h = 1; h <= 56; ++h)
    for (const double f : forecaster.ahead(h))
      CHECK(f == doctest::Approx(s[std::size_t(h - 1) % week]).epsilon(0.01));
}

TEST_CASE("a combination is the plain mean of its methods") {
  const Foreseen f = {1, 2, 4, 9};
  CHECK(Combination{0b1111}.of(f) == 4);
  CHECK(Combination{0b0101}.of(f) == 2.5);
}

TEST_CASE("the scores are sMAPE and MASE by their definitions; unknown days are left out") {
  const Series actual = {100, 0, NAN, 0}, forecast = {50, 10, 7, 0};
  const Scores s = scores_of(actual, forecast, 4);
  CHECK(s.days == 3);
  CHECK(s.smape == doctest::Approx((200.0 * 50 / 150 + 200 + 0) / 3));
  CHECK(s.mase == doctest::Approx(20.0 / 4));
  CHECK(weekly_scale({1, 1, 1, 1, 1, 1, 1, 4, NAN}) == 3);
}

TEST_CASE("the choice takes the combination that did best") {
  ChoiceScores scores;
  for (Scores& s : scores) s = {20, 1, 56};
  scores[5 - 1].smape = 19;
  CHECK(choose(std::span(&scores, 1)) == Combination{5});
  CHECK(choose({}) == Combination{});
}

TEST_CASE("quantiles of errors are order statistics, of a year at the most") {
  Errors errors;
  CHECK(errors.quantile(0.9) == 1);
  for (int i = 1; i <= 19; ++i) errors.add(i);
  CHECK(errors.quantile(0.95) == 19);
  CHECK(errors.quantile(0.5) == 10);
  for (int i = 0; i < 365; ++i) errors.add(2);
  CHECK(errors.size() == most_errors);
  CHECK(errors.quantile(1) == 2);
}

TEST_CASE("a bound that is passed too often rises, and counts its hits") {
  Errors errors;
  for (int i = 1; i <= 100; ++i) errors.add(i);
  Bound bound(0.9);
  const double before = bound.factor(errors);
  for (int i = 0; i < 8; ++i) bound.saw(false);
  CHECK(bound.factor(errors) > before);
  bound.saw(true), bound.saw(true);
  CHECK(bound.days() == 10);
  CHECK(bound.hit_rate() == doctest::Approx(0.2));
}

TEST_CASE("a reserve weighs what is short against what is left over") {
  CHECK(newsvendor_share(199, 1) == doctest::Approx(0.995));
}

TEST_CASE("an outlook's bounds hold as often as they say, by its own count") {
  const auto got = foresee(rhythm(728, 0.3), {14, 0.95});
  REQUIRE(got.has_value());
  REQUIRE(got->days.size() == 14);
  for (const DayAhead& d : got->days) {
    CHECK(d.low <= d.expected);
    CHECK(d.expected <= d.high);
    CHECK(d.tried > 300);
    CHECK(d.band_hits > 0.9);
    CHECK(d.reserve_hits > 0.9);
  }
}

TEST_CASE("an outlook needs enough days of use to judge itself") {
  Series s = rhythm(100, 0.1);
  for (std::size_t t = 50; t < 90; ++t) s[t] = NAN;
  const auto got = foresee(s, {7, 0.95});
  REQUIRE(got.has_error());
  CHECK(got.error().code == "forecast.too-short");
}

TEST_CASE("rare use is followed by TSB, which forgets when use has ended") {
  Series s(400, 0.0);
  for (std::size_t t = 0; t < 200; t += 5) s[t] = 10;
  CHECK(is_intermittent(s));
  const RareUse early(Series(s.begin(), s.begin() + 200)), late(s);
  CHECK(early.expected() == doctest::Approx(2).epsilon(0.2));
  CHECK(late.expected() < 0.01);
  CHECK(early.enough(1, 0.5) == 0);
  CHECK(early.enough(1, 0.99) == doctest::Approx(10));
  CHECK(early.enough(5, 0.999) > early.enough(1, 0.999));
  const auto outlook = foresee(s, {3, 0.99});
  REQUIRE(outlook.has_value());
  CHECK(outlook->is_intermittent);
  CHECK(outlook->days[0].tried == 200);
}
