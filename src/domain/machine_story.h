#pragma once
// The scene that stories of machines begin with: a recycler and a dispenser in the sealed outlet,
// and released hundreds in its vault.
#include "domain/cash_story.h"

namespace waystation::machine::story {

using namespace cash::story;
using cash::ActId;
using cash::BagId;
using cash::Denomination;
using cash::PlaceName;

inline const MachineId recycler{"CRS-1"}, atm{"ATM-2"};
inline const PlaceName in{"IN"}, out{"OUT"};
inline const Stamp sensor = signer("CRS-1-device", Role::device);

inline CassetteSpec takes_in(const PlaceName& name = in) {
  return {name, Denomination::yuan_100, Direction::takes_in, 2'000, 0};
}
inline CassetteSpec pays_out(const PlaceName& name = out,
                             Denomination denomination = Denomination::yuan_100) {
  return {name, denomination, Direction::pays_out, 2'000, 300};
}
inline Register a_recycler(const MachineId& id = recycler) {
  return {xianggong, id, Kind::recycler, {takes_in(), pays_out()}};
}
inline Register an_atm() {
  return {xianggong, atm, Kind::atm, {pays_out()}};
}
inline SwitchMode to(const char* act, Mode mode, const MachineId& id = recycler) {
  return {xianggong, {act}, {{id, mode}}};
}
inline Report reading(std::int64_t moved_in, std::int32_t holds_in, std::int64_t moved_out = 0,
                      std::int32_t holds_out = 0, Mode mode = Mode::deposit_only) {
  return {xianggong, recycler, 1, mode, {{in, moved_in, holds_in}, {out, moved_out, holds_out}}};
}

inline const Machine& machine_here(const Days& days, const MachineId& id = recycler) {
  return *machine_named(machines_of(days.bank(), xianggong), id);
}
inline const Cassette& cassette_here(const Days& days, const PlaceName& name) {
  return *cassette_named(machine_here(days), name);
}

// The recycler takes in.
inline Days taking_in() {
  Days days;
  days.give(manager, a_recycler()).agree(teller, second, to("mode-1", Mode::deposit_only));
  return days.give(teller, Resume{xianggong, recycler});
}

// The recycler is stopped to be loaded for paying out; 500 hundreds lie released in the vault.
inline Days to_load() {
  Days days;
  const cash::TakeIn stock{xianggong, {"in"}, cash::Source::fit_notes, filling(9, 500), "PBC"};
  days.agree(teller, supervisor, stock).give(manager, a_recycler());
  return days.agree(teller, second, to("mode-1", Mode::withdraw_only));
}
inline Load load_of(const char* act = "load-1") {
  return {xianggong, {act}, recycler, {bag(9)}, {out}, "L-0108-1"};
}
// It pays out of 500 hundreds.
inline Days paying_out() {
  Days days = to_load();
  days.agree(teller, second, load_of()).give(teller, Test{xianggong, recycler, true});
  return days.give(teller, Resume{xianggong, recycler});
}

}  // namespace waystation::machine::story
