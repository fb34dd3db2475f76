#pragma once
// Deeds 双人双控: what only two people together may do with cash. One puts it forward, another
// confirms it within the time that the policy lets; nothing has moved until then.
#include "domain/machine_state.h"

namespace waystation::cash {

BOOST_DEFINE_ENUM_CLASS(DeedKind,
                        take_in,    // From the central bank, or an outlet's stock on the first day.
                        store,      // From the cabinet into the vault.
                        release,    // To the line that is paid out.
                        draw,       // A released bag from the vault into a teller's box.
                        put_back,   // From a teller's box into a bag in the vault.
                        sort_out,   // Damaged notes from a counted bag into one of their own.
                        hand_over,  // To the van.
                        take_over,  // From the van.
                        hand_in,    // To the central bank.
                        machine_mode,    // Which line a machine serves.
                        machine_load,    // Released bags into a machine's cassettes.
                        machine_settle)  // A machine's cassettes into bags.

// The van keeps what is released and what is not yet released apart.
BOOST_DEFINE_ENUM_CLASS(Compartment, clean, dirty)

// Notes that are put into a bag of their own under a seal.
struct Filling {
  BagId into;
  Packs notes;
  Fen total;
  SealId seal;
};
BOOST_DESCRIBE_STRUCT(Filling, (), (into, notes, total, seal))

struct Deed {
  DeedKind kind = DeedKind::store;
  std::vector<BagId> bags;
  std::optional<Filling> filling = {};             // take_in, put_back, sort_out
  std::optional<Source> source = {};               // take_in
  std::optional<PlaceName> teller_box = {};        // draw, put_back
  std::optional<VanId> van = {};                   // hand_over, take_over
  std::optional<Compartment> compartment = {};     // hand_over
  std::optional<std::vector<SealId>> seals = {};   // As read: hand_over, take_over, by `bags`.
  std::optional<std::string> document = {};        // take_in, hand_in, machine_load
  std::optional<machine::MachineId> machine = {};  // machine_load, machine_settle
  std::optional<std::vector<PlaceName>> cassettes = {};        // machine_load, by `bags`
  std::optional<std::vector<machine::Emptying>> emptied = {};  // machine_settle
  std::optional<std::vector<machine::Switch>> switches = {};   // machine_mode
  std::optional<OrderId> order = {};  // What it fulfils: hand_over, take_over
};
BOOST_DESCRIBE_STRUCT(Deed, (),
                      (kind, bags, filling, source, teller_box, van, compartment, seals, document,
                       machine, cassettes, emptied, switches, order))

inline constexpr std::size_t most_bags_per_deed = 200;  // A van's manifest is shorter.

}  // namespace waystation::cash
