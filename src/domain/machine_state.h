#pragma once
// A self-service cash machine 自助设备 and its cassettes 钞箱, as the book of clean cash knows
// them. A cassette holds one denomination (券别不混装, T2) and serves one line for ever: what
// customers pay in at a machine lies in its deposit cassettes and waits for the hold like all they
// pay in; what it pays out comes out of its dispensing cassettes, which only released bags fill. So
// no machine can pay out what was paid in, whatever its mode says.
#include "domain/cash_bag.h"

namespace waystation::machine {

using MachineId = Id<struct MachineIdKind>;  // As it stands on the machine, such as "CRS-1".

// 循环机 recycler: pays in and out; 取款机; 存款机.
BOOST_DEFINE_ENUM_CLASS(Kind, recycler, atm, deposit_machine)

// 单存 / 单取: under a seal a recycler does one of both (S, N1, N2). Recycling serves both at once.
BOOST_DEFINE_ENUM_CLASS(Mode, deposit_only, withdraw_only, recycling)
BOOST_DEFINE_ENUM_CLASS(Service, deposit, withdraw)

// Why it does not serve. The first three end with the work that they name.
BOOST_DEFINE_ENUM_CLASS(Reason, commissioning, replenishment, settlement, disinfection,
                        cassette_empty, cassette_full, dispenser_fault, acceptor_fault,
                        network_fault, power_fault, ordered)

BOOST_DEFINE_ENUM_CLASS(Direction, takes_in, pays_out)

// A cassette as it is registered. Floor: one day's average payout at least (T2), by who knows it.
struct CassetteSpec {
  cash::PlaceName cassette;  // "A", "RJ-1": as it stands on it.
  cash::Denomination denomination = cash::Denomination::yuan_100;
  Direction direction = Direction::pays_out;
  std::int32_t capacity = 0;  // Notes.
  std::int32_t floor = 0;     // Notes; nothing where it takes in.
};
BOOST_DESCRIBE_STRUCT(CassetteSpec, (), (cassette, denomination, direction, capacity, floor))

// The machine's own counters and the book do not say the same, until somebody who had no hand in it
// has looked into it. Notes: below nothing where the machine holds fewer than the book.
struct Difference {
  std::int32_t notes = 0;
  Time at;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (notes, at))

struct Cassette {
  CassetteSpec spec;
  std::int32_t taken_in = 0;           // Notes paid in by customers: received, in hold.
  Time taken_in_since;                 // When the oldest of them came in.
  cash::Payable payable;               // What released bags brought.
  std::int64_t counter = 0;            // As last reported, since the counters began.
  std::optional<std::int32_t> sensed;  // What the machine last said that it holds.
  std::optional<Difference> difference;
  std::int32_t explained = 0;  // A difference that was looked into is not raised again.
};
BOOST_DESCRIBE_STRUCT(Cassette, (),
                      (spec, taken_in, taken_in_since, payable, counter, sensed, difference,
                       explained))

struct Machine {
  MachineId machine;
  Kind kind = Kind::recycler;
  std::optional<Mode> mode = {};       // As ordered by two people; none before the first order.
  std::optional<Mode> confirmed = {};  // As the machine last said itself.
  bool serves = false;
  Reason reason = Reason::commissioning;  // While it does not serve.
  Time since;                             // Serves, or does not, since then.
  Time settled_at;                        // Or registered.
  bool tested = true;                     // Dispensed rightly since it was last loaded.
  std::int64_t series = 0;                // Of its counters: another when they begin anew.
  std::optional<Time> reported_at = {};
  std::vector<AccountId> hands;  // Who opened it last, or read its counters: none looks into it.
  std::vector<Cassette> cassettes;
};
BOOST_DESCRIBE_STRUCT(Machine, (),
                      (machine, kind, mode, confirmed, serves, reason, since, settled_at, tested,
                       series, reported_at, hands, cassettes))

// ---- What two people do with it, as parts of a deed (cash_deed.h).

struct Switch {
  MachineId machine;
  Mode mode = Mode::deposit_only;
};
BOOST_DESCRIBE_STRUCT(Switch, (), (machine, mode))

// A cassette emptied into a bag under a seal. What customers paid in is not counted before it is
// sanitised; what was left to pay out is counted at once.
struct Emptying {
  cash::PlaceName cassette;
  cash::BagId into;
  cash::SealId seal;
  std::optional<std::int32_t> found = {};  // Notes; of a cassette that pays out.
};
BOOST_DESCRIBE_STRUCT(Emptying, (), (cassette, into, seal, found))

// ---- Questions.

std::int32_t held(const Cassette&);  // Notes, by the book.
cash::Notes notes_in(const Cassette&);
bool serves(Mode, Service);
bool can(Kind, Mode);
const Machine* machine_named(const std::vector<Machine>&, const MachineId&);
const Cassette* cassette_named(const Machine&, const cash::PlaceName&);

}  // namespace waystation::machine
