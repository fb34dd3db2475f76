#include "domain/duty.h"

#include "domain/sealed_zone_story.h"

namespace waystation::duty {

using namespace sealed_zone;

namespace {

const Scope all{}, city{shenyang, {}}, here{shenyang, xianggong};
const AccountId chief{"LN-1"}, chief_deputy{"LN-2"}, cadre{"SY-1"}, cadre_deputy{"SY-2"},
    manager{"W-1"}, manager_deputy{"W-2"}, teller{"W-9"};

account::Created account_of(const AccountId& id, Role role, const Scope& scope) {
  return {id, id.text, role, scope};
}

Watch watch(const char* from, const char* until, const AccountId& on, const AccountId& deputy) {
  return {*parse_time_of_day(from), *parse_time_of_day(until), on, deputy};
}

Story accounts() {
  return scene().and_then(account_of(chief, Role::province_command, all),
                          account_of(chief_deputy, Role::province_command, all),
                          account_of(cadre, Role::city_command, city),
                          account_of(cadre_deputy, Role::city_command, city),
                          account_of(manager, Role::outlet_manager, here),
                          account_of(manager_deputy, Role::outlet_manager, here),
                          account_of(teller, Role::teller, here));
}

const Publish of_province{all, {watch("00:00", "24:00", chief, chief_deputy)}, 10};
const Publish of_city{city, {watch("08:00", "08:00", cadre, cadre_deputy)}, 5};
const Publish of_outlet{here, {watch("08:00", "18:00", manager, manager_deputy)}, 10};

Published published(const Publish& c) {
  return {c.at, c.watches, c.answer_minutes};
}

Story rosters() {
  return accounts().and_then(published(of_province), published(of_city), published(of_outlet));
}

std::string spoken(const std::vector<Call>& path, Time from) {
  std::string out;
  for (const Call& call : path)
    out +=
        call.account.text + '+' +
        std::to_string(std::chrono::duration_cast<std::chrono::minutes>(call.from - from).count()) +
        ' ';
  return out;
}

}  // namespace

TEST_CASE("who is on duty is published from the province downwards") {
  accounts().when(of_province).then(published(of_province));
  accounts().when(of_city).refused("duty.dead-end");
  accounts().and_then(published(of_province)).when(of_city).then(published(of_city));
  accounts().and_then(published(of_province)).when(of_outlet).then(published(of_outlet));
}

TEST_CASE("a day of the province with a minute that reaches nobody is refused, by name") {
  Publish gap = of_province;
  gap.watches = {watch("00:00", "12:00", chief, chief_deputy),
                 watch("12:01", "24:00", chief_deputy, chief)};
  const auto ending = accounts().when(gap);
  ending.refused("duty.dead-end");
  CHECK(ending.decision.error().facts.at(0).value == "12:00");
  gap.watches = {watch("08:00", "20:00", chief, chief_deputy),
                 watch("20:00", "08:00", chief_deputy, chief)};
  accounts().when(gap).then(published(gap));
}

TEST_CASE("a roster names two accounts in charge of the place, in hours of a day") {
  const auto story = accounts().and_then(published(of_province));
  const auto with = [&](const Watch& w, std::int32_t minutes = 10) {
    return story.when(Publish{here, {w}, minutes});
  };
  with(watch("08:00", "18:00", manager, manager)).refused("duty.deputy-same");
  with(watch("08:00", "18:00", manager, teller)).refused("duty.account-unfit");
  with(watch("08:00", "18:00", manager, {"nobody"})).refused("duty.account-unfit");
  with(watch("08:00", "18:00", manager, manager_deputy), 0).refused("duty.minutes-out-of-range");
  with(watch("08:00", "18:00", manager, manager_deputy), 61).refused("duty.minutes-out-of-range");
  story.when(Publish{here, {}, 10}).refused("duty.no-watch");
  story.when(Publish{here, std::vector<Watch>(13, of_outlet.watches[0]), 10})
      .refused("duty.too-many");
  story.when(Publish{{{"XX"}, {}}, of_city.watches, 10}).refused("city.unknown");
  story.when(Publish{{shenyang, {"nowhere"}}, of_outlet.watches, 10}).refused("outlet.unknown");
  const auto gone = story.and_then(account::Disabled{manager});
  gone.when(of_outlet).refused("duty.account-unfit");
}

TEST_CASE("unanswered, a call goes to the deputy, then to the level above, by time alone") {
  const auto story = rosters();
  const auto path = path_of(story.bank, here, morning);
  CHECK(spoken(path, morning) == "W-1+0 W-2+10 SY-1+20 SY-2+25 LN-1+30 LN-2+40 ");
  CHECK(called_by(path, morning).size() == 1);
  CHECK(called_by(path, morning + std::chrono::minutes{25}).size() == 4);
  CHECK(path[1].deputy);
  CHECK(path[2].at == city);
}

TEST_CASE("by night an outlet calls its city at once, and who is disabled is passed over") {
  const auto story = rosters();
  const Time night = time("2021-01-08T23:00:00+08:00");
  CHECK(spoken(path_of(story.bank, here, night), night) == "SY-1+0 SY-2+5 LN-1+10 LN-2+20 ");
  const auto without = story.and_then(account::Disabled{cadre}, account::Disabled{cadre_deputy});
  CHECK(spoken(path_of(without.bank, here, night), night) == "LN-1+0 LN-2+10 ");
  const auto evening = time("2021-01-08T17:55:00+08:00");  // The deputy's hours are over by then.
  CHECK(spoken(path_of(story.bank, here, evening), evening) ==
        "W-1+0 SY-1+10 SY-2+15 LN-1+20 LN-2+30 ");
}

TEST_CASE("without any roster the province's command is called, and a dead end shows") {
  CHECK(spoken(path_of(accounts().bank, here, morning), morning) == "LN-1+0 LN-2+0 ");
  const auto story = rosters();
  CHECK_FALSE(dead_end(story.bank, here));
  CHECK_FALSE(dead_end(story.bank, all));
  const auto gone = story.and_then(account::Disabled{chief}, account::Disabled{chief_deputy});
  CHECK(dead_end(gone.bank, all) == TimeOfDay{0});
  CHECK(dead_end(gone.bank, city) == TimeOfDay{0});
  CHECK_FALSE(dead_end(gone.bank, here));  // Its city still answers.
}

TEST_CASE("a city publishes its own roster and no other's") {
  const auto by_city =
      accounts().and_then(published(of_province)).by({{morning, cadre}, Role::city_command, city});
  by_city.when_asked(of_city).then(published(of_city));
  by_city.when_asked(of_province).refused("authority.scope");
  CHECK(above(here) == city);
  CHECK_FALSE(above(all));
}

}  // namespace waystation::duty
