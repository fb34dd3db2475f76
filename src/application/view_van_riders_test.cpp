#include "application/view_van_riders.h"

#include "application/view_story.h"
#include "domain/van_run_story.h"

using namespace waystation;
using view_story::Seen;
using namespace van_run::story;

namespace {

const Scope riders_city{shenyang, {}};

Seen riders_seen(const Days& days, Role role = Role::cash_centre,
                 const Scope& scope = riders_city) {
  return Seen(Story{days.bank(), {}}).at("2021-01-08T06:40:00+08:00").by(role, scope);
}

std::vector<PersonId> numbers(const view::VanRiders& riders) {
  std::vector<PersonId> out;
  for (const auto& row : riders.rows) out.push_back(row.person);
  return out;
}

}  // namespace

TEST_CASE("the cash centre may choose among its own people and the guards, and nobody else") {
  const auto riders = riders_seen(evening_before()).see(view::VanRidersQuery{});
  CHECK(std::ranges::count(numbers(riders), driver) == 1);
  CHECK(std::ranges::count(numbers(riders), guard) == 1);
  CHECK(std::ranges::count(numbers(riders), commuter) == 0);
  CHECK(riders.day == eighth);
  for (const auto& row : riders.rows) {
    CHECK((row.guard || row.home_outlet == centre));
    CHECK_FALSE(row.rides_in);
  }
}

TEST_CASE(
    "who rides in a run of the day is shown with it, until it is over and not on another day") {
  Days days = planned();
  const auto rows = riders_seen(days).see(view::VanRidersQuery{}).rows;
  const auto at = std::ranges::find(rows, guard, &view::VanRider::person);
  REQUIRE(at != rows.end());
  CHECK(at->rides_in == run);
  CHECK(at->rides_van == truck);
  view::VanRidersQuery tomorrow;
  tomorrow.day = day("2021-01-09");
  for (const auto& row : riders_seen(days).see(tomorrow).rows) CHECK_FALSE(row.rides_in);
  days.give(cashier, van_run::Cancel{run, "snow"});
  for (const auto& row : riders_seen(days).see(view::VanRidersQuery{}).rows)
    CHECK_FALSE(row.rides_in);
}

TEST_CASE("of a bar the cash centre learns that there is one, and of a name its first letter") {
  Days days = evening_before();
  days.happened(quarantine::Started{guard, quarantine::MeasureKind::central_quarantine, "14+7",
                                    eighth, day("2021-01-28")});
  const auto of = [&](const view::VanRiders& riders, const PersonId& id) {
    return *std::ranges::find(riders.rows, id, &view::VanRider::person);
  };
  const auto masked = riders_seen(days).see(view::VanRidersQuery{});
  CHECK_FALSE(of(masked, guard).fit);
  CHECK(of(masked, driver).fit);
  CHECK(of(masked, driver).name->ends_with('*'));
  const auto whole = riders_seen(days, Role::city_command).see(view::VanRidersQuery{});
  CHECK_FALSE(of(whole, driver).name->ends_with('*'));
}

TEST_CASE("another part of the province is refused, and nobody is seen from there") {
  const Scope dalian{{"dalian"}, {}};
  CHECK(riders_seen(evening_before(), Role::cash_centre, dalian)
            .see(view::VanRidersQuery{})
            .rows.empty());
  view::VanRidersQuery ours;
  ours.scope = riders_city;
  CHECK(riders_seen(evening_before(), Role::cash_centre, dalian).refused(ours) ==
        "authority.scope");
}
