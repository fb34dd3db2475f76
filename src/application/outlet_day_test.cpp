#include "application/outlet_day.h"

#include "application/network.h"

using namespace waystation;

namespace {

const OutletId kunshan{"102221000930"}, office{"102221005005"};
const Day eighth = *parse_day("2021-01-08");

const Bank& shenyang() {
  static const Bank bank = *load_network_folder("examples/shenyang-2021");
  return bank;
}

OutletDay day_of(const Bank& bank, const OutletDayAsked& asked) {
  return *outlet_day(bank, asked);
}

std::string source_of(const OutletDay& day, std::string_view name) {
  const auto at = std::ranges::find(day.inputs, name, &Input::name);
  return at == day.inputs.end() ? "" : at->source;
}

double visits(const OutletDay& day) {
  double out = 0;
  for (const auto& c : day.model.classes)
    for (const double rate : c.per_minute) out += rate * 30;
  return out;
}

// The outlet's queue has counted some days.
Bank with_days(const std::vector<std::int32_t>& taken) {
  Bank bank = shenyang();
  auto& queue = bank.queues.outlets.edit(kunshan);
  for (std::size_t k = 0; k < taken.size(); ++k)
    queue.past.edit("2020-12-0" + std::to_string(k + 1)).taken = taken[k];
  return bank;
}

}  // namespace

TEST_CASE("an outlet's record becomes a day that can be played") {
  const auto day = day_of(shenyang(), {kunshan, eighth, false, {}, {}});
  const outlet::Outlet& outlet = shenyang().outlets.at(kunshan);
  CHECK(day.model.windows == std::vector{outlet.windows});
  CHECK(day.model.machines.size() == std::size_t(outlet.machines));
  CHECK(day.model.open_minutes == 480);
  CHECK(day.model.two_lines);  // Notes rest seven days.
  CHECK(day.model.lobby_cap <= 10);
  CHECK(visits(day) == doctest::Approx(70.0 * outlet.windows));
  CHECK(source_of(day, "visits") == "policy visits_per_window_day");
  CHECK(prepare(day.model).has_value());
}

TEST_CASE("what the queue has counted goes before what is assumed") {
  const auto few = day_of(with_days({100, 120}), {kunshan, eighth, false, {}, {}});
  CHECK(source_of(few, "volume_variation") == "assumed");
  const auto told =
      day_of(with_days({80, 120, 100, 60, 140, 100}), {kunshan, eighth, false, {}, {}});
  CHECK(visits(told) == doctest::Approx(100));
  CHECK(source_of(told, "visits") == "figures of 6 days");
  // Variance 800, of which 100 is chance: √700 ÷ 100.
  CHECK(told.model.volume_variation == doctest::Approx(0.26458).epsilon(1e-3));
}

TEST_CASE("a pension day multiplies those who come for their pensions") {
  const auto plain = day_of(shenyang(), {kunshan, eighth, false, {}, {}}),
             pension = day_of(shenyang(), {kunshan, eighth, true, {}, {}});
  CHECK(visits(pension) / visits(plain) == doctest::Approx(1 + 0.30 * 1.5));
}

TEST_CASE("what-ifs change what they name") {
  const auto day = day_of(shenyang(), {kunshan, eighth, false, 2, 5});
  CHECK(day.model.windows == std::vector{2});
  CHECK(day.model.lobby_cap == 5);
  CHECK(visits(day) ==
        doctest::Approx(visits(day_of(shenyang(), {kunshan, eighth, false, {}, {}}))));
}

TEST_CASE("an outlet without a counter has no day, nor has one that nobody knows") {
  CHECK(outlet_day(shenyang(), {office, eighth, false, {}, {}}).error().code ==
        "foresight.windows-none");
  CHECK(outlet_day(shenyang(), {{"1"}, eighth, false, {}, {}}).error().code == "outlet.unknown");
}
