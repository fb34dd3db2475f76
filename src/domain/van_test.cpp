#include "domain/sealed_zone_story.h"

namespace waystation::van {

using namespace sealed_zone;

namespace {

Register van() {
  return {{"SY-V01"}, "辽A-示01", shenyang, yuan(5'000'000), 200};
}
const Registered first{{"SY-V01"}, "辽A-示01", shenyang, yuan(5'000'000), 200};

}  // namespace

TEST_CASE("a van is registered with what its insurer lets it carry") {
  scene().when_asked(van()).then(first);
  Register uninsured = van();
  uninsured.carry_limit = {};
  scene().when(uninsured).refused("van.carry-limit-not-positive");
}

TEST_CASE("a van has one id, one plate and a city") {
  scene().and_then(first).when(van()).refused("van.already-registered");
  Register second = van();
  second.van = {"SY-V02"};
  scene().and_then(first).when(second).refused("van.plate-taken");
  second.plate = "";
  scene().when(second).refused("van.plate-empty");
  Register astray = van();
  astray.city = {"DL"};
  scene().when(astray).refused("city.unknown");
  Register hollow = van();
  hollow.suits_capacity = -1;
  scene().when(hollow).refused("van.suits-capacity-negative");
}

}  // namespace waystation::van
