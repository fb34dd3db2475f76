#pragma once
// Self-service cash machines of an outlet 自助设备: registered with their cassettes, set to a mode,
// loaded, settled and switched off by the rules of the trade. What moves cash, or decides whether
// notes of both lines go through one slot, two people do (cash_act.h): switch, load, settle. The
// order of loading 清机加钞 is: print the check list, stop the service, load, test the dispensing,
// resume; the log is the book (T2). Sources: domain.md §4.
#include "domain/cash_act.h"
#include "domain/cash_payouts.h"

namespace waystation::machine {

inline constexpr Roles keepers = cash::cash_crew;
inline constexpr Roles devices = role_set(Role::device);

// ---- Register a machine with its cassettes. It serves nobody yet.

struct Register {
  static constexpr auto name = "machine.register";
  static constexpr Roles roles = managers | role_set(Role::cash_centre);
  OutletId outlet;
  MachineId machine;
  Kind kind = Kind::recycler;
  std::vector<CassetteSpec> cassettes;
};
BOOST_DESCRIBE_STRUCT(Register, (), (outlet, machine, kind, cassettes))

struct Registered {
  static constexpr auto name = "machine.registered";
  OutletId outlet;
  MachineId machine;
  Kind kind = Kind::recycler;
  std::vector<CassetteSpec> cassettes;
};
BOOST_DESCRIBE_STRUCT(Registered, (), (outlet, machine, kind, cassettes))

Decision<Registered> decide(const Bank&, const Register&, const Stamp&);
void apply(cash::Custody&, const Registered&, const Mark&);

// ---- Switch modes, of several machines at once: two may change places, and at no moment is there
// none of either.

struct SwitchMode {
  static constexpr auto name = "machine.switch-mode";
  static constexpr Roles roles = keepers;
  OutletId outlet;
  cash::ActId act;
  std::vector<Switch> switches;
};
BOOST_DESCRIBE_STRUCT(SwitchMode, (), (outlet, act, switches))
Decision<cash::Proposed> decide(const Bank&, const SwitchMode&, const Stamp&);

// ---- Stop the service, by one; a machine that is stopped already gets another reason.

struct Stop {
  static constexpr auto name = "machine.stop";
  static constexpr Roles roles = outlet_crew | role_set(Role::cash_centre);
  OutletId outlet;
  MachineId machine;
  Reason reason = Reason::replenishment;
};
BOOST_DESCRIBE_STRUCT(Stop, (), (outlet, machine, reason))

struct Stopped {
  static constexpr auto name = "machine.stopped";
  OutletId outlet;
  MachineId machine;
  Reason reason = Reason::replenishment;
};
BOOST_DESCRIBE_STRUCT(Stopped, (), (outlet, machine, reason))

Decision<Stopped> decide(const Bank&, const Stop&, const Stamp&);
void apply(cash::Custody&, const Stopped&, const Mark&);

// ---- Load released bags, each into one cassette of its denomination.

struct Load {
  static constexpr auto name = "machine.load";
  static constexpr Roles roles = keepers;
  OutletId outlet;
  cash::ActId act;
  MachineId machine;
  std::vector<cash::BagId> bags;
  std::vector<cash::PlaceName> cassettes;  // In the order of the bags.
  std::string check_list;                  // The number of the printed list.
};
BOOST_DESCRIBE_STRUCT(Load, (), (outlet, act, machine, bags, cassettes, check_list))
Decision<cash::Proposed> decide(const Bank&, const Load&, const Stamp&);

// ---- Test the dispensing; the notes of the test go back into their cassettes.

struct Test {
  static constexpr auto name = "machine.test-dispense";
  static constexpr Roles roles = keepers;
  OutletId outlet;
  MachineId machine;
  bool passed = false;  // Each cassette gave one note of its denomination.
};
BOOST_DESCRIBE_STRUCT(Test, (), (outlet, machine, passed))

struct Tested {
  static constexpr auto name = "machine.tested";
  OutletId outlet;
  MachineId machine;
  bool passed = false;
};
BOOST_DESCRIBE_STRUCT(Tested, (), (outlet, machine, passed))

Decision<Tested> decide(const Bank&, const Test&, const Stamp&);
void apply(cash::Custody&, const Tested&, const Mark&);

// ---- Settle 清机: deposit cassettes into bags that begin the way of all received cash; what is
// left to pay out may go back into the vault.

struct Settle {
  static constexpr auto name = "machine.settle";
  static constexpr Roles roles = keepers;
  OutletId outlet;
  cash::ActId act;
  MachineId machine;
  std::vector<Emptying> emptied;
};
BOOST_DESCRIBE_STRUCT(Settle, (), (outlet, act, machine, emptied))
Decision<cash::Proposed> decide(const Bank&, const Settle&, const Stamp&);

// ---- Resume the service.

struct Resume {
  static constexpr auto name = "machine.resume";
  static constexpr Roles roles = keepers;
  OutletId outlet;
  MachineId machine;
};
BOOST_DESCRIBE_STRUCT(Resume, (), (outlet, machine))

struct Resumed {
  static constexpr auto name = "machine.resumed";
  OutletId outlet;
  MachineId machine;
};
BOOST_DESCRIBE_STRUCT(Resumed, (), (outlet, machine))

Decision<Resumed> decide(const Bank&, const Resume&, const Stamp&);
void apply(cash::Custody&, const Resumed&, const Mark&);

// ---- Report counters: by the machine itself, or by whoever read them. They tell what has
// happened, so they are not refused for what they say of cash: what goes beyond the book is a
// difference.

struct Reading {
  cash::PlaceName cassette;
  std::int64_t moved = 0;  // Notes taken in, or paid out, since the counters began.
  std::int32_t held = 0;   // Notes that it says it holds now.
};
BOOST_DESCRIBE_STRUCT(Reading, (), (cassette, moved, held))

struct Report {
  static constexpr auto name = "machine.report";
  static constexpr Roles roles = keepers | devices;
  OutletId outlet;
  MachineId machine;
  std::int64_t series = 0;  // One more each time the counters begin anew at nothing.
  Mode mode = Mode::deposit_only;
  std::vector<Reading> cassettes;
};
BOOST_DESCRIBE_STRUCT(Report, (), (outlet, machine, series, mode, cassettes))

// What the book makes of a reading.
struct Booking {
  cash::PlaceName cassette;
  cash::Denomination denomination = cash::Denomination::yuan_100;
  Direction direction = Direction::pays_out;
  std::int64_t moved = 0;
  std::int32_t held = 0;
  std::int32_t booked = 0;      // Notes that the book moves: not more than it had to pay out.
  std::int32_t difference = 0;  // What the machine holds beyond the book afterwards.
};
BOOST_DESCRIBE_STRUCT(Booking, (),
                      (cassette, denomination, direction, moved, held, booked, difference))

struct Reported {
  static constexpr auto name = "machine.reported";
  OutletId outlet;
  MachineId machine;
  std::int64_t series = 0;
  Mode mode = Mode::deposit_only;
  bool by_hand = false;  // Read by a person.
  std::vector<Booking> cassettes;
  Fen received, paid;
};
BOOST_DESCRIBE_STRUCT(Reported, (),
                      (outlet, machine, series, mode, by_hand, cassettes, received, paid))

Decision<Reported> decide(const Bank&, const Report&, const Stamp&);
void apply(cash::Custody&, const Reported&, const Mark&);
// What it paid out is remembered by its day alone: many customers, at moments that nobody knows.
void apply(cash::Payouts&, const Reported&, const Mark&);

// ---- Close a difference, by somebody who neither opened the machine nor read its counters.

struct CloseDifference {
  static constexpr auto name = "machine.close-difference";
  static constexpr Roles roles = managers | role_set(Role::cash_centre);
  OutletId outlet;
  MachineId machine;
  cash::PlaceName cassette;
  std::string finding;
};
BOOST_DESCRIBE_STRUCT(CloseDifference, (), (outlet, machine, cassette, finding))

struct DifferenceClosed {
  static constexpr auto name = "machine.difference-closed";
  OutletId outlet;
  MachineId machine;
  cash::PlaceName cassette;
  std::int32_t difference = 0;
  std::string finding;
};
BOOST_DESCRIBE_STRUCT(DifferenceClosed, (), (outlet, machine, cassette, difference, finding))

Decision<DifferenceClosed> decide(const Bank&, const CloseDifference&, const Stamp&);
void apply(cash::Custody&, const DifferenceClosed&, const Mark&);

// ---- Questions.

const std::vector<Machine>& machines_of(const Bank&, const OutletId&);
// "machine.unknown"; otherwise the machine stands in the outlet.
std::optional<Refusal> refuse_machine(const Bank&, const OutletId&, const MachineId&);
// Settled this often a week (onsite_settle_per_week), counted from the last time.
Time settle_due(const Bank&, const OutletId&, const Machine&, Time now);
// A cassette that pays out is low below its floor or the policy's share of its capacity
// (cassette_floor_percent); one that takes in is full above its share (cassette_full_percent).
bool is_low(const Bank&, const OutletId&, const Cassette&, Time now);
bool is_full(const Bank&, const OutletId&, const Cassette&, Time now);
std::int32_t floor_of(const Bank&, const OutletId&, const Cassette&, Time now);
// A mode in which no machine may serve now: both lines in one slot while a zone seals the outlet.
bool is_forbidden(const Bank&, const OutletId&, Mode, Time now);
// Whether any machine of the outlet serves it now.
bool is_served(const std::vector<Machine>&, Service);

using Commands = boost::mp11::mp_list<Register, SwitchMode, Stop, Load, Test, Settle, Resume,
                                      Report, CloseDifference>;

}  // namespace waystation::machine
