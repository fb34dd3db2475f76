#include "domain/sealed_zone_story.h"

using namespace waystation;
using namespace waystation::sealed_zone;

TEST_CASE("a scope is the province, a city or an outlet") {
  CHECK(parse_scope("") == Scope{});
  CHECK(parse_scope("SY") == Scope{shenyang, {}});
  CHECK(parse_scope("SY/102221004264") == Scope{shenyang, xianggong});
  for (const auto* wrong : {"/", "SY/", "/102221004264", "SY/a/b"}) CHECK_FALSE(parse_scope(wrong));
  CHECK(to_text(Scope{shenyang, xianggong}) == "SY/102221004264");
}

TEST_CASE("what lies outside one's scope does not exist, and a role that may not is told so") {
  const Stamp manager{{morning, {"m"}}, Role::outlet_manager, {shenyang, elsewhere}};
  scene().by(manager).when_asked(outlet::Prepare{xianggong}).refused("authority.scope");
  const Stamp teller{{morning, {"t"}}, Role::teller, {shenyang, xianggong}};
  scene().by(teller).when_asked(outlet::Prepare{xianggong}).refused("authority.role");
}

TEST_CASE("every command and event is found by its name, and every event belongs to a room") {
  for (const auto& row : all_commands()) CHECK(command_named(row.name) == &row);
  for (const auto& row : all_events()) CHECK(event_named(row.name) == &row);
  CHECK_FALSE(command_named("outlet.explode"));
}
