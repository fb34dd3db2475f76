#include "domain/post_backup.h"

#include "domain/sealed_zone_story.h"

namespace waystation::post_backup {

using namespace sealed_zone;

namespace {

const PersonId first{"SY-S0201"}, second{"SY-S0202"};
const Scope here{shenyang, xianggong}, city{shenyang, {}};

Story people() {
  return scene().and_then(all_rounder(first, inside), all_rounder(second, inside));
}

Rank rank(std::vector<PersonId> substitutes) {
  return {here, BackedPost::supervisor, resident, std::move(substitutes)};
}

Ranked ranked(std::vector<PersonId> substitutes) {
  return {here, BackedPost::supervisor, resident, std::move(substitutes)};
}

RecordDrill drill(const char* on, bool passed = true) {
  return {here, BackedPost::supervisor, first, day(on), passed};
}

DrillRecorded drilled(const char* on, bool passed = true) {
  return {here, BackedPost::supervisor, first, day(on), passed};
}

const Substitute& substitute(const Story& story, std::size_t i) {
  return ranking_of(story.bank, here, BackedPost::supervisor)->substitutes.at(i);
}

}  // namespace

TEST_CASE("a post has its substitutes in order, and who stays keeps their drills") {
  people().when(rank({first, second})).then(ranked({first, second}));
  const auto story =
      people().and_then(ranked({first}), drilled("2021-01-05"), ranked({second, first}));
  CHECK(substitute(story, 0).person == second);
  CHECK_FALSE(substitute(story, 0).tested_on);
  CHECK(substitute(story, 1).tested_on == day("2021-01-05"));
}

TEST_CASE("a substitute can do what the post asks, and is named once") {
  people().when(rank({commuter})).refused("backup.unqualified", {"fit.skill-missing"});
  Rank keys = rank({commuter});
  keys.post = BackedPost::key_holder;
  people().when(keys).refused("backup.unqualified", {"fit.key-missing"});
  people().when(rank({first, first})).refused("backup.person-twice");
  people().when(rank({resident})).refused("backup.person-twice");
  people().when(rank({{"nobody"}})).refused("staff.unknown");
  people().when(rank(std::vector<PersonId>(11, first))).refused("backup.too-many");
}

TEST_CASE("each post has its level: outlet, city, province") {
  Rank c = rank({first});
  c.at = city;
  people().when(c).refused("backup.wrong-level");
  c.post = BackedPost::city_duty;
  people().when(c).then({city, BackedPost::city_duty, resident, {first}});
  c.at = {{"XX"}, {}};
  people().when(c).refused("city.unknown");
  c = rank({first});
  c.at.outlet = {"nowhere"};
  people().when(c).refused("outlet.unknown");
  CHECK(level_of(BackedPost::province_duty) == Level::province);
}

TEST_CASE("a drill is recorded of who is ranked, not before it took place") {
  const auto story = people().and_then(ranked({first}));
  story.when(drill("2021-01-07")).then(drilled("2021-01-07"));
  story.when(drill("2021-01-09")).refused("backup.drill-in-future");
  people().when(drill("2021-01-07")).refused("backup.not-ranked");
  const auto late = story.and_then(drilled("2021-01-07"), drilled("2020-12-01", false));
  CHECK(substitute(late, 0).passed);
}

TEST_CASE("a drill grows old, and one that failed is no proof") {
  const auto overdue = [](const Story& story, const char* on) {
    return is_test_overdue(story.bank, substitute(story, 0), day(on));
  };
  const auto story = people().and_then(ranked({first}));
  CHECK(overdue(story, "2021-01-08"));
  const auto tested = story.and_then(drilled("2021-01-07"));
  CHECK_FALSE(overdue(tested, "2022-01-07"));
  CHECK(overdue(tested, "2022-01-08"));
  CHECK(overdue(story.and_then(drilled("2021-01-07", false)), "2021-01-08"));
}

TEST_CASE("a manager ranks at the own outlet, and nowhere else") {
  const auto manager = people().by({{morning, {"M"}}, Role::outlet_manager, here});
  manager.when_asked(rank({first})).then(ranked({first}));
  Rank c = rank({first});
  c.at.outlet = elsewhere;
  manager.when_asked(c).refused("authority.scope");
  manager.when_asked(drill("2021-01-07")).refused("backup.not-ranked");
}

}  // namespace waystation::post_backup
