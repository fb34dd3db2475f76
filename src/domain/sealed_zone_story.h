#pragma once
// The scene that stories of the sealed zone begin with: one city, a sealed and an open community,
// an outlet in each, somebody who lives inside and somebody who lives outside.
#include "domain/story.h"

namespace waystation::sealed_zone {

inline const CityId shenyang{"SY"};
inline const ZoneId huanggu{"SY-HG-01"};
inline const CommunityId inside{"SY-HG-C01"}, outside{"SY-TX-C01"};
inline const OutletId xianggong{"102221004264"}, elsewhere{"102221004010"};
inline const PersonId resident{"SY-S0101"}, commuter{"SY-S0900"};

inline const Day eighth = *parse_day("2021-01-08");

inline Day day(const char* iso) {
  return *parse_day(iso);
}
inline Time time(const char* rfc3339) {
  return *parse_time(rfc3339);
}

inline zone::CommunityAdded community(const CommunityId& id, const char* title) {
  zone::CommunityAdded e;
  e.community = id;
  e.title = title;
  e.city = shenyang;
  e.people = 10'000;
  e.card_customers = 3'000;
  return e;
}

inline outlet::Registered outlet_registered(const OutletId& id, const CommunityId& at) {
  outlet::Registered e;
  e.outlet = id;
  e.title = "沈阳向工街支行";
  e.city = shenyang;
  e.community = at;
  e.windows = 2;
  e.opens = {540};
  e.closes = {960};
  return e;
}

inline staff::Registered person(const PersonId& id, const CommunityId& residence) {
  return {id, {"王某"}, {"024-00000000"}, xianggong, residence, "", {staff::Skill::teller}};
}

// Who can take any post.
inline staff::Registered all_rounder(const PersonId& id, const CommunityId& residence) {
  auto e = person(id, residence);
  using enum staff::Skill;
  e.skills = {supervisor, teller, lobby, guard, vault};
  return e;
}

inline zone::Sealed sealed() {
  const Time since = time("2021-01-02T00:00:00+08:00");
  return {
      huanggu, "皇姑区重点管控区", shenyang, "2021-01", zone::SealKind::key_control_area, since, {},
      {inside}};
}

// A round over everything that a plan may name.
inline disinfection::Recorded full_round(const OutletId& outlet) {
  using namespace disinfection;
  Recorded e{outlet, Agent::chlorine, "C-2020-11", 500, 30, {}, 0};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<TouchPoint>>(
      [&](auto point) { e.touch_points.push_back(point.value); });
  return e;
}

inline Story scene() {
  return given(city::Added{shenyang, "沈阳市", "Asia/Shanghai"}, community(inside, "塔湾社区"),
               community(outside, "铁西社区"), outlet_registered(xianggong, inside),
               outlet_registered(elsewhere, outside), sealed(), all_rounder(resident, inside),
               person(commuter, outside));
}

}  // namespace waystation::sealed_zone
