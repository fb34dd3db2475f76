#include "domain/sealed_zone_story.h"

namespace waystation::staff {

using namespace sealed_zone;

static Register newcomer() {
  return {.person = {"SY-S0102"},
          .full_name = {"李某"},
          .phone = {"024-11111111"},
          .home_outlet = xianggong,
          .residence = inside,
          .household = "H-7",
          .skills = {Skill::teller, Skill::vault}};
}

TEST_CASE("a person is registered with where they live and what they may do") {
  const Register c = newcomer();
  scene().when(c).then(
      {c.person, c.full_name, c.phone, c.home_outlet, c.residence, c.household, c.skills});
}

TEST_CASE("a staff number is given once") {
  Register c = newcomer();
  c.person = resident;
  scene().when(c).refused("staff.already-registered");
}

TEST_CASE("a person is registered with a name, at an outlet and a community that exist") {
  Register c = newcomer();
  c.full_name = {};
  scene().when(c).refused("staff.name-empty");
  c = newcomer();
  c.home_outlet = {"102221009999"};
  scene().when(c).refused("outlet.unknown");
  c = newcomer();
  c.residence = CommunityId{"nowhere"};
  scene().when(c).refused("community.unknown");
  c = newcomer();
  c.skills = {Skill::guard, Skill::teller, Skill::guard};
  scene().when(c).refused("staff.skill-twice");
}

TEST_CASE("a manager registers the people of their own outlet only") {
  const Stamp manager{{morning, {"manager"}}, Role::outlet_manager, {shenyang, elsewhere}};
  scene().by(manager).when_asked(newcomer()).refused("authority.scope");
}

TEST_CASE("who lives inside the seal may offer to serve there") {
  scene().when(Volunteer{resident, huanggu}).then({resident, huanggu, eighth});
}

TEST_CASE("a written request keeps its own day, which is not to come") {
  const Day sixth = day("2021-01-06");
  scene().when(Volunteer{resident, huanggu, sixth}).then({resident, huanggu, sixth});
  scene().when(Volunteer{resident, huanggu, day("2021-01-09")}).refused("staff.request-in-future");
}

TEST_CASE(
    "who lives outside the seal is not posted into it, because they could not go home again") {
  scene().when(Volunteer{commuter, huanggu}).refused("staff.lives-outside");
  auto homeless = person({"SY-S0901"}, inside);
  homeless.residence.reset();
  scene()
      .and_then(homeless)
      .when(Volunteer{homeless.person, huanggu})
      .refused("staff.lives-outside");
}

TEST_CASE("who is under measure may not volunteer, and the answer says why") {
  const quarantine::Started measure{resident, quarantine::MeasureKind::central_quarantine, "14+7",
                                    day("2021-01-03"), day("2021-01-16")};
  scene()
      .and_then(measure)
      .when(Volunteer{resident, huanggu})
      .refused("staff.unfit", {"fit.under-measure"});
}

TEST_CASE("an offer is made once, by somebody known, for a zone that is sealed") {
  const Volunteer offer{resident, huanggu};
  scene()
      .and_then(Volunteered{resident, huanggu, eighth})
      .when(offer)
      .refused("staff.already-volunteered");
  scene().when(Volunteer{{"nobody"}, huanggu}).refused("staff.unknown");
  scene().when(Volunteer{resident, {"nowhere"}}).refused("zone.unknown");
  scene()
      .and_then(zone::Lifted{huanggu})
      .by(at(morning + std::chrono::hours{1}))
      .when(offer)
      .refused("staff.zone-not-sealed");
}

TEST_CASE("an erased person leaves no name and no phone, and no longer volunteers") {
  const auto before = scene().and_then(Volunteered{resident, huanggu, eighth});
  before.when(Erase{resident}).then({resident});
  const auto after = before.and_then(Erased{resident});
  const Person& person = after.bank.people.at(resident);
  CHECK(person.name == Personal{});
  CHECK(person.phone == Personal{});
  CHECK(!person.volunteered_on);
  CHECK(person.erased);
  after.when(Erase{resident}).refused("staff.erased");
  after.when(Volunteer{resident, huanggu}).refused("staff.erased");
  after.when(Erase{{"nobody"}}).refused("staff.unknown");
}

TEST_CASE("a skill is held or not") {
  Person person;
  person.skills = {Skill::lobby, Skill::vault};
  CHECK(has_skill(person, Skill::vault));
  CHECK(!has_skill(person, Skill::supervisor));
}

}  // namespace waystation::staff
