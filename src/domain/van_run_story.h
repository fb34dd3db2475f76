#pragma once
// The scene of the van's stories: new notes lie in the cash centre, a counted bag of the day before
// in the sealed outlet, and two people with a telephone each ride in the van.
#include "domain/cash_story.h"

namespace waystation::van_run::story {

using namespace cash::story;

inline const RunId run{"VR-0108"};
inline const VanId truck = cash::story::van;
inline const PersonId driver{"SY-G01"}, guard{"SY-G02"}, keyholder{"SY-S0102"};
inline const Stamp mate = signer("mate", Role::van_crew, {shenyang, {}});
inline const cash::BagId fresh = bag(1, centre), taken = bag(2);

inline staff::Registered rider(const PersonId& id, std::vector<staff::Skill> skills) {
  auto e = person(id, outside);
  e.home_outlet = centre, e.skills = std::move(skills);
  return e;
}

inline Time clock(const char* hh_mm) {
  return time(("2021-01-08T" + std::string(hh_mm) + ":00+08:00").c_str());
}
inline TimeOfDay minute(int hour, int minutes) {
  return {hour * 60 + minutes};
}

inline Days& rested(Days& days, const PersonId& id) {
  return days.happened(quarantine::TestRecorded{id, days.now(), quarantine::TestResult::negative})
      .happened(quarantine::CheckRecorded{id, {"36.5"}, false});
}

inline Days evening_before() {
  Days days;
  days.until(time("2021-01-07T12:00:00+08:00")).counted(2, 5);
  days.agree(
      cashier, keeper,
      cash::TakeIn{centre, {"in"}, cash::Source::new_sealed, filling(1, 1000, centre), "order 7"});
  days.until(clock("06:30"));
  for (const char* account : {"crew", "mate", "stranger"})
    days.happened(account::Created{{account}, account, Role::van_crew, {shenyang, {}}});
  days.happened(rider(driver, {staff::Skill::lobby}));
  days.happened(rider(guard, {staff::Skill::guard}));
  days.happened(all_rounder(keyholder, inside));
  rested(days, driver), rested(days, guard);
  return days;
}

inline Plan plan() {
  return {run,
          eighth,
          truck,
          RunKind::regular,
          centre,
          minute(7, 40),
          {{driver, {"crew"}}, {guard, {"mate"}}},
          {{xianggong, minute(7, 45), minute(8, 15), {fresh}, {taken}, {}}}};
}

inline Depart depart() {
  return {run, clock("06:50"), {}};
}
inline Arrive arrive() {
  return {run, xianggong, "辽A-示01", {guard, driver}, {}};
}
inline HandOver hand_over() {
  return {run, xianggong, {driver, guard}, {resident, keyholder}, {}, "", {}};
}

inline Days planned() {
  Days days = evening_before();
  days.give(cashier, plan());
  return days;
}

inline Days loaded() {
  Days days = planned();
  days.until(clock("06:45"))
      .agree(cashier, crew,
             cash::HandOver{
                 centre, {"load"}, truck, cash::Compartment::clean, {fresh}, {seal(1)}, {}});
  return days;
}

inline Days at_gate() {
  Days days = loaded();
  days.until(clock("07:10")).give(crew, depart()).until(clock("07:40"));
  return days;
}

inline Days at_stop() {
  Days days = at_gate();
  days.give(crew, PassGate{run, {}}).until(clock("07:50")).give(supervisor, arrive());
  return days;
}

inline cash::TakeOver bringing() {
  return {xianggong, act_of(run, xianggong, Carriage::deliver), truck, {fresh}, {seal(1)}, {}};
}
inline cash::HandOver taking() {
  return {xianggong, act_of(run, xianggong, Carriage::collect),
          truck,     cash::Compartment::dirty,
          {taken},   {seal(2)},
          {}};
}

}  // namespace waystation::van_run::story
