#include "application/view_story.h"

using namespace waystation;
using namespace waystation::view_story;

TEST_CASE("the policy set shows every key with unit, grade, source and overrides") {
  const policy::Changed fortnight{
      policy::Key::pass_valid_days, huanggu, {}, eighth, {14, policy::Grade::G, "皇姑防指2021-2"}};
  const auto set = Seen(scene().and_then(fortnight)).see(view::PoliciesQuery{});
  CHECK(set.policy_version == 2);
  for (const auto& row : set.rows) {
    CHECK_FALSE(row.source.empty());
    if (row.key == policy::Key::chlorine_min_mg_per_litre) CHECK(row.unit == "mg_per_litre");
    if (row.key == policy::Key::fever_tenths_celsius) CHECK(row.unit == "tenths_celsius");
    if (row.key != policy::Key::pass_valid_days) continue;
    CHECK(row.unit == "days");
    CHECK(row.value == 7);
    REQUIRE(row.overrides.size() == 1);
    CHECK(row.overrides[0].value == 14);
    CHECK(row.overrides[0].zone == huanggu);
  }
  CHECK(
      Seen(scene()).see(asking(&view::PoliciesQuery::key, policy::Key::ticket_calls)).rows.size() ==
      1);
}

TEST_CASE("cities and accounts are those of the viewer's part of the province") {
  const Seen seen(scene().and_then(
      city::Added{{"DL"}, "大连市", "Asia/Shanghai"},
      account::Created{{"LN-admin"}, "系统管理员", Role::administrator, {}},
      account::Created{{"SY-command"}, "沈阳指挥部", Role::city_command, city_scope},
      account::Created{{"SY-old"}, "前任", Role::city_command, city_scope},
      account::Disabled{{"SY-old"}}));
  CHECK(seen.see(view::CitiesQuery{}).rows.size() == 2);
  CHECK(seen.see(view::CitiesQuery{city_scope}).rows[0].outlets == 2);
  CHECK(seen.see(view::AccountsQuery{}).rows.size() == 3);
  CHECK(seen.by(Role::administrator, city_scope).see(view::AccountsQuery{}).rows.size() == 2);
  CHECK(seen.see(view::PersonasQuery{}).rows.size() == 2);
  CHECK(seen.see(view::PersonasQuery{Role::administrator}).rows.size() == 1);
}
