#include "domain/cash_runway.h"

#include <doctest/doctest.h>

namespace waystation::cash {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

const Time nine = *parse_time("2021-01-08T09:00:00+08:00");
constexpr int quarters = 32;  // Of an opening day of eight hours.

// Three days of 320,000 yuan each, in payments of 2,000, or of whatever a test says.
Profile profile(std::int64_t dispersion = 3'000, Fen a_quarter = yuan(10'000)) {
  Profile out{ForecastBasis::ledger, {}, yuan(2'000), dispersion};
  for (int day = 0; day < 3; ++day)
    for (int q = 1; q <= quarters; ++q)
      out.slots.push_back({nine + days{day} + minutes{15 * q}, day, a_quarter});
  return out;
}

Runway runway(Fen clean, std::vector<Becoming> becoming = {}) {
  return Runway({clean, std::move(becoming)}, profile());
}

Becoming bag(Time at, Fen amount) {
  return {at, amount, {"102221004264-1"}};
}

}  // namespace

TEST_CASE("the cash of one and a half days runs out as likely as not after one and a half days") {
  const Runway r = runway(yuan(480'000));
  const Time half = *r.first_at(5'000, nine);
  CHECK(half > nine + days{1} + hours{3});
  CHECK(half < nine + days{1} + hours{5});
  CHECK(*r.first_at(500, nine) < half);
  CHECK(half < *r.first_at(9'500, nine));
  CHECK(r.risk_by(nine) == 0);
  CHECK(r.risk_by(half) >= 5'000);
  CHECK(r.risk_by(half - minutes{15}) < 5'000);
  CHECK(r.expected_until(nine + hours{4}) == yuan(160'000));
}

TEST_CASE("cash for a fortnight does not run out in three days") {
  const Runway r = runway(yuan(4'000'000));
  CHECK_FALSE(r.first_at(500, nine));
  CHECK(r.risk_by(nine + days{9}) == 0);
}

TEST_CASE("an outlet without clean cash has run out now, unless nothing is asked of it") {
  CHECK(*runway({}).first_at(5'000, nine) == nine);
  CHECK(runway({}).risk_by(nine + minutes{15}) == certain_basis_points);
  const Runway shut({{}, {}}, {});
  CHECK_FALSE(shut.first_at(5'000, nine));
  CHECK(shut.risk_by(nine + days{1}) == 0);
  CHECK(shut.curve().empty());
}

TEST_CASE("the reserve for a chance leaves over just that chance") {
  const Time end = nine + days{2} + hours{8};
  for (const std::int32_t left_over : {500, 100, 50}) {
    const Fen reserve = runway({}).reserve_until(end, left_over);
    CHECK(reserve > yuan(960'000));
    const auto risk = runway(reserve).risk_by(end);
    CHECK(risk >= left_over - 1);
    CHECK(risk <= left_over + 1);
  }
  CHECK(runway({}).reserve_until(end, 50) > runway({}).reserve_until(end, 500));
  CHECK(runway({}).reserve_until(nine, 500) == Fen{});
}

TEST_CASE(
    "days vary each for itself: three days are less uncertain than one day three times over") {
  Profile one_day = profile();
  for (auto& slot : one_day.slots) slot.day = 0;
  const Time end = nine + days{2} + hours{8};
  CHECK(Runway({}, one_day).reserve_until(end, 500) > runway({}).reserve_until(end, 500));
}

TEST_CASE("larger payments and days that vary more ask for a larger reserve") {
  const Time end = nine + days{2} + hours{8};
  const auto reserve = [&](const Profile& p) { return Runway({}, p).reserve_until(end, 500); };
  Profile large = profile();
  large.payment = yuan(50'000);
  CHECK(reserve(large) > reserve(profile()));
  CHECK(reserve(profile(6'000)) > reserve(profile()));
  CHECK(reserve(profile(0)) < reserve(profile()));
}

TEST_CASE("a bag becomes money at its own hour: it helps afterwards and not before") {
  const Time second_noon = nine + days{1} + hours{3};
  const Runway without = runway(yuan(480'000));
  const Runway with = runway(yuan(480'000), {bag(second_noon, yuan(400'000))});
  CHECK(with.risk_by(second_noon - minutes{15}) == without.risk_by(second_noon - minutes{15}));
  CHECK(without.risk_by(nine + days{1} + hours{8}) > 8'000);
  CHECK(with.risk_by(nine + days{1} + hours{8}) < 4'000);
  CHECK(*with.first_at(5'000, nine) > *without.first_at(5'000, nine));
}

TEST_CASE("a bag that comes too late does not undo that the cash had run out") {
  const Runway r = runway(yuan(200'000), {bag(nine + days{1}, yuan(5'000'000))});
  const auto before = r.risk_by(nine + hours{8});
  CHECK(before > 8'000);
  CHECK(r.risk_by(nine + days{2}) == before);
  for (const auto& point : r.curve()) CHECK(point.risk_basis_points <= before);
}

TEST_CASE("the curve has every quarter, never falls, and agrees with what is asked singly") {
  const Runway r = runway(yuan(480'000), {bag(nine + hours{2}, yuan(10'000)),
                                          bag(nine + days{1} + hours{4}, yuan(90'000))});
  const auto curve = r.curve();
  REQUIRE(curve.size() == 3 * quarters);
  std::int32_t before = 0;
  for (const auto& point : curve) {
    CHECK(point.risk_basis_points >= before);
    CHECK(point.risk_basis_points == r.risk_by(point.at));
    before = point.risk_basis_points;
  }
  CHECK(curve[7].supply == yuan(480'000));
  CHECK(curve[8].supply == yuan(490'000));
  CHECK(curve.back().supply == yuan(580'000));
  CHECK(curve.back().payout == yuan(960'000));
}

}  // namespace waystation::cash
