#include "domain/sealed_zone_story.h"

namespace waystation::policy {

using namespace sealed_zone;

namespace {

constexpr Key suits = Key::suits_per_person_day;

Change change(std::int64_t value, std::optional<ZoneId> zone = {},
              std::optional<OutletId> outlet = {}, Day from = eighth) {
  return {suits, zone, outlet, from, {value, Grade::G, "皇姑防指2021-3"}};
}

Changed changed(std::int64_t value, std::optional<ZoneId> zone = {},
                std::optional<OutletId> outlet = {}, Day from = eighth) {
  const Change c = change(value, zone, outlet, from);
  return {c.key, c.zone, c.outlet, c.from, c.value};
}

std::int64_t at_xianggong(const Story& story, Day on = eighth) {
  return in_force(story.bank, suits, xianggong, on).value;
}

}  // namespace

TEST_CASE("every key has a default with a source") {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Key>>(
      [](auto key) { CHECK_MESSAGE(!default_of(key.value).source.empty(), key.name); });
  CHECK(default_of(Key::fever_tenths_celsius).value == 373);
  CHECK(default_of(Key::impact_record_keep_years).grade == Grade::L);
}

TEST_CASE("an outlet's value comes before its zone's, the zone's before the province's") {
  Story story = scene();
  CHECK(at_xianggong(story) == 2);
  story = story.and_then(changed(3));
  CHECK(at_xianggong(story) == 3);
  story = story.and_then(changed(4, huanggu));
  CHECK(at_xianggong(story) == 4);
  CHECK(in_force(story.bank, suits, huanggu, eighth).value == 4);
  CHECK(in_force(story.bank, suits, elsewhere, eighth).value == 3);
  story = story.and_then(changed(5, {}, xianggong));
  CHECK(at_xianggong(story) == 5);
  CHECK(in_force(story.bank, suits, eighth).value == 3);
}

TEST_CASE("a value holds from its day on, and the latest such day wins") {
  const Story story = scene().and_then(changed(5, {}, xianggong, day("2021-01-10")),
                                       changed(4, {}, xianggong, eighth));
  CHECK(at_xianggong(story, day("2021-01-07")) == 2);
  CHECK(at_xianggong(story, day("2021-01-09")) == 4);
  CHECK(at_xianggong(story, day("2021-01-11")) == 5);
}

TEST_CASE("a lifted seal takes its zone's values with it") {
  const Story story = scene().and_then(changed(4, huanggu), zone::Lifted{huanggu});
  CHECK(at_xianggong(story) == 2);
}

TEST_CASE("each change makes a new version of the policy set") {
  const Story story = scene().and_then(changed(3), changed(4), Withdrawn{suits, {}, {}});
  CHECK(story.bank.policies.version == 4);
  CHECK(at_xianggong(story) == 2);
}

TEST_CASE("a value is changed by order of a named document") {
  scene().when(change(3)).then(changed(3));
  Change nameless = change(3);
  nameless.value.source = "";
  scene().when(nameless).refused("policy.source-empty");
}

TEST_CASE("a value that would make nonsense is refused") {
  scene().when(change(-1)).refused("policy.value-out-of-range");
  scene().when(change(1'000'001)).refused("policy.value-out-of-range");
  Change two_hands = change(1);
  two_hands.key = Key::dual_control_min_people;
  scene().when(two_hands).refused("policy.value-out-of-range");
}

TEST_CASE("a value holds at one known place") {
  scene().when(change(3, huanggu, xianggong)).refused("policy.two-places");
  scene().when(change(3, ZoneId{"nowhere"})).refused("zone.unknown");
  scene().when(change(3, {}, OutletId{"nowhere"})).refused("outlet.unknown");
}

TEST_CASE("only an override that exists can be withdrawn") {
  scene().when(Withdraw{suits, huanggu, {}}).refused("policy.not-overridden");
  scene()
      .and_then(changed(3, huanggu))
      .when(Withdraw{suits, {}, {}})
      .refused("policy.not-overridden");
  scene()
      .and_then(changed(3, huanggu))
      .when(Withdraw{suits, huanggu, {}})
      .then({suits, huanggu, {}});
}

}  // namespace waystation::policy
