#include "domain/sealed_zone_story.h"

namespace waystation::account {

using namespace sealed_zone;

namespace {

const AccountId wang{"SY-4264-manager"};
const Scope at_xianggong{shenyang, xianggong};
const Stamp administrator{{morning, {"LN-admin"}}, Role::administrator, {}};
const Stamp city_administrator{{morning, {"SY-admin"}}, Role::administrator, {shenyang, {}}};

Create manager() {
  return {wang, "向工街支行负责人", Role::outlet_manager, at_xianggong};
}
Created manager_created() {
  return {wang, "向工街支行负责人", Role::outlet_manager, at_xianggong};
}
Create with(Role role, Scope scope) {
  return {{"x"}, "某", role, scope};
}

}  // namespace

TEST_CASE("an administrator creates an account within their own part of the province") {
  scene().by(city_administrator).when_asked(manager()).then(manager_created());
  scene().by(city_administrator).when_asked(with(Role::auditor, {})).refused("authority.scope");
  scene()
      .by(city_administrator)
      .when_asked(with(Role::inspector, {{"DL"}, {}}))
      .refused("authority.scope");
}

TEST_CASE("an outlet manager creates no accounts") {
  const Stamp outlet_manager{{morning, wang}, Role::outlet_manager, at_xianggong};
  scene().by(outlet_manager).when_asked(manager()).refused("authority.role");
}

TEST_CASE("nobody gives a right that they do not hold") {
  scene().when_asked(with(Role::administrator, {})).refused("account.role-above-own");
  scene()
      .by(administrator)
      .when_asked(with(Role::administrator, {}))
      .then({{"x"}, "某", Role::administrator, {}});
}

TEST_CASE("a role stands at its own level") {
  const Story story = scene().by(administrator);
  story.when(with(Role::province_command, {shenyang, {}}))
      .refused("account.role-not-of-this-level");
  story.when(with(Role::city_command, {})).refused("account.role-not-of-this-level");
  story.when(with(Role::teller, {shenyang, {}})).refused("account.role-not-of-this-level");
  story.when(with(Role::van_crew, at_xianggong)).refused("account.role-not-of-this-level");
  for (const Scope& scope : {Scope{}, Scope{shenyang, {}}, at_xianggong})
    story.when(with(Role::visitor, scope)).refused("account.role-not-of-this-level");
}

TEST_CASE("nobody has the name in which the public pages act") {
  Create named = manager();
  named.account = public_actor;
  scene().by(administrator).when(named).refused("account.id-reserved");
}

TEST_CASE("an account needs a title, a new id and a place that exists") {
  const Story story = scene().by(administrator);
  Create untitled = manager();
  untitled.title = "";
  story.when(untitled).refused("account.title-empty");
  story.and_then(manager_created()).when(manager()).refused("account.already-created");
  story.when(with(Role::city_command, {{"DL"}, {}})).refused("city.unknown");
  story.when(with(Role::teller, {shenyang, {"nowhere"}})).refused("outlet.unknown");
}

TEST_CASE("an account is disabled once, and never by itself") {
  const Story story = scene().by(administrator).and_then(manager_created());
  story.when_asked(Disable{wang}).then({wang});
  CHECK(story.and_then(Disabled{wang}).bank.accounts.at(wang).disabled);
  story.and_then(Disabled{wang}).when(Disable{wang}).refused("account.already-disabled");
  story.when(Disable{{"nobody"}}).refused("account.unknown");
  Story own = story;
  own.stamp.by = wang;
  own.when(Disable{wang}).refused("account.own");
}

}  // namespace waystation::account
