#include "foresight/rank.h"

#include <algorithm>

#include "foresight/model.h"

using namespace waystation;
using namespace waystation::foresight;

namespace {

Prepared with_cap(int cap, int windows = 3) {
  OutletModel m = od_v1();
  m.lobby_cap = cap, m.windows = {windows};
  return *prepare(m);
}

}  // namespace

TEST_CASE("the same visitors tell close variants apart much sooner") {
  const std::vector<Prepared> caps{with_cap(15), with_cap(12), with_cap(18)};
  Ranking how;
  how.measure = day_value("window_wait_minutes");
  how.first_days = how.most_days = 400;  // All 400 days, whoever is behind.
  const auto out = rank(caps, how);
  REQUIRE(out.has_value());
  CHECK(out->variants[1].variance_ratio >= 5);
  CHECK(out->variants[2].variance_ratio >= 5);
  CHECK(out->variants[1].difference.high < 0);  // Fewer inside wait less at the windows.
  CHECK(out->variants[0].difference.mean == 0);
}

TEST_CASE("the best of 20 variants is found 95 times of 100") {
  std::vector<Prepared> variants;
  for (int k = 0; k < 20; ++k) variants.push_back(with_cap(9 + k % 10, 2 + k / 10));
  Run run;
  run.replications = 1000, run.outlet = 9999;  // Days that no ranking plays.
  std::vector<double> truth;
  for (const Prepared& p : variants) truth.push_back(simulate(p, run)->day[day_value("lost")].mean);
  const double best = *std::ranges::min_element(truth);
  int right = 0, proven = 0;
  std::int64_t days = 0;
  for (std::uint32_t n = 0; n < 200; ++n) {
    Ranking how;
    how.first_days = 20, how.outlet = n, how.indifference = 0.25;
    const auto out = rank(variants, how);
    right += truth[std::size_t(out->best)] < best + how.indifference;
    proven += out->is_proven, days += out->days;
  }
  MESSAGE("right ", right, " of 200, proven ", proven, ", days on average ", days / 200);
  CHECK(right >= 190);
  CHECK(proven == 200);
}

TEST_CASE("where the days run out the ranking says that nothing is proven") {
  const std::vector<Prepared> close{with_cap(15), with_cap(16)};
  Ranking how;
  how.indifference = 1e-6, how.most_days = 60;
  const auto out = rank(close, how);
  CHECK(!out->is_proven);
  CHECK(out->days == 60);
  how.goes_on = [](double) { return false; };
  CHECK(!rank(close, how).has_value());
}

TEST_CASE("equal variants end with the first of them") {
  const std::vector<Prepared> equal{with_cap(15), with_cap(15)};
  const auto out = rank(equal, {});
  CHECK(out->is_proven);
  CHECK(out->best == 0);
  CHECK(out->variants[1].difference.mean == 0);
}

TEST_CASE("rankings that cannot be are refused") {
  const std::vector<Prepared> two{with_cap(15), with_cap(16)};
  CHECK(!refuse(two, {}));
  CHECK(refuse(std::span(two).first(1), {})->code == "foresight.variants-out-of-range");
  Ranking how;
  how.indifference = 0;
  CHECK(refuse(two, how)->code == "foresight.ranking-out-of-range");
  how = {}, how.confidence = 1;
  CHECK(refuse(two, how)->code == "foresight.ranking-out-of-range");
  how = {}, how.most_days = 10;
  CHECK(refuse(two, how)->code == "foresight.ranking-out-of-range");
}
