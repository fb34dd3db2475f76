#include "domain/machine.h"

#include <algorithm>
#include <set>

#include "domain/bank.h"
#include "domain/machine_deed.h"

namespace waystation::machine {

namespace {

constexpr std::size_t most_cassettes = 16;
constexpr std::int32_t most_notes = 20'000;  // Cassettes hold two to four thousand.

std::int64_t policy_of(const Bank& bank, policy::Key key, const OutletId& outlet, Time now) {
  return policy::in_force(bank, key, outlet, local_day(now, outlet::time_zone_of(bank, outlet)))
      .value;
}

Machine& to_change(cash::Custody& custody, const auto& e) {
  return machine_to_change(custody.sites.edit(e.outlet), e.machine);
}

}  // namespace

// ---- Questions.

std::int32_t held(const Cassette& c) {
  return c.taken_in + cash::count_of(c.payable.notes(), c.spec.denomination);
}

cash::Notes notes_in(const Cassette& c) {
  cash::Notes out = c.payable.notes();
  cash::count_of(out, c.spec.denomination) += c.taken_in;
  return out;
}

bool serves(Mode mode, Service service) {
  switch (mode) {
    case Mode::deposit_only:
      return service == Service::deposit;
    case Mode::withdraw_only:
      return service == Service::withdraw;
    case Mode::recycling:
      return true;
  }
  return false;
}

bool can(Kind kind, Mode mode) {
  switch (kind) {
    case Kind::recycler:
      return true;
    case Kind::atm:
      return mode == Mode::withdraw_only;
    case Kind::deposit_machine:
      return mode == Mode::deposit_only;
  }
  return false;
}

const Machine* machine_named(const std::vector<Machine>& machines, const MachineId& id) {
  const auto at = std::ranges::find(machines, id, &Machine::machine);
  return at == machines.end() ? nullptr : &*at;
}

const Cassette* cassette_named(const Machine& machine, const cash::PlaceName& name) {
  for (const Cassette& c : machine.cassettes)
    if (c.spec.cassette == name) return &c;
  return nullptr;
}

const std::vector<Machine>& machines_of(const Bank& bank, const OutletId& outlet) {
  return cash::site_of(bank, outlet).machines;
}

std::optional<Refusal> refuse_machine(const Bank& bank, const OutletId& outlet,
                                      const MachineId& machine) {
  if (auto no = cash::refuse_site(bank, outlet)) return no;
  if (!machine_named(machines_of(bank, outlet), machine))
    return unknown("machine.unknown", machine.text);
  return {};
}

Time settle_due(const Bank& bank, const OutletId& outlet, const Machine& machine, Time now) {
  const auto times = policy_of(bank, policy::Key::onsite_settle_per_week, outlet, now);
  return machine.settled_at + std::chrono::minutes{7 * 24 * 60 / times};
}

std::int32_t floor_of(const Bank& bank, const OutletId& outlet, const Cassette& c, Time now) {
  if (c.spec.direction == Direction::takes_in) return 0;
  const auto percent = policy_of(bank, policy::Key::cassette_floor_percent, outlet, now);
  return std::max(c.spec.floor, std::int32_t((c.spec.capacity * percent + 99) / 100));
}

bool is_low(const Bank& bank, const OutletId& outlet, const Cassette& c, Time now) {
  return held(c) < floor_of(bank, outlet, c, now);
}

bool is_full(const Bank& bank, const OutletId& outlet, const Cassette& c, Time now) {
  if (c.spec.direction == Direction::pays_out) return false;
  const auto percent = policy_of(bank, policy::Key::cassette_full_percent, outlet, now);
  return std::int64_t(held(c)) * 100 >= c.spec.capacity * percent;
}

bool is_forbidden(const Bank& bank, const OutletId& outlet, Mode mode, Time now) {
  return mode == Mode::recycling && zone::sealed_zone_of(bank, outlet, now).has_value();
}

bool is_served(const std::vector<Machine>& machines, Service service) {
  return std::ranges::any_of(
      machines, [&](const Machine& m) { return m.serves && m.mode && serves(*m.mode, service); });
}

// ---- Register.

namespace {

std::optional<Refusal> refuse_spec(const CassetteSpec& c) {
  const bool sensible = c.capacity >= 1 && c.capacity <= most_notes && c.floor >= 0 &&
                        c.floor <= (c.direction == Direction::takes_in ? 0 : c.capacity);
  if (sensible) return {};
  return invalid("machine.capacity-out-of-range", {{"cassette", c.cassette.text},
                                                   {"capacity", std::to_string(c.capacity)},
                                                   {"floor", std::to_string(c.floor)}});
}

bool is_of_kind(Kind kind, const std::vector<CassetteSpec>& cassettes) {
  const auto some = [&](Direction d) {
    return std::ranges::find(cassettes, d, &CassetteSpec::direction) != cassettes.end();
  };
  return some(Direction::takes_in) == (kind != Kind::atm) &&
         some(Direction::pays_out) == (kind != Kind::deposit_machine);
}

}  // namespace

Decision<Registered> decide(const Bank& bank, const Register& c, const Stamp&) {
  if (auto no = cash::refuse_site(bank, c.outlet)) return *no;
  if (machine_named(machines_of(bank, c.outlet), c.machine))
    return conflict("machine.exists", {{"machine", c.machine.text}});
  if (c.cassettes.size() > most_cassettes || !is_of_kind(c.kind, c.cassettes))
    return invalid("machine.cassettes-not-of-kind", {{"kind", std::string(name_of(c.kind))}});
  std::set<cash::PlaceName> seen;
  for (const CassetteSpec& spec : c.cassettes) {
    if (!seen.insert(spec.cassette).second)
      return invalid("machine.cassette-twice", {{"cassette", spec.cassette.text}});
    if (auto no = refuse_spec(spec)) return *no;
  }
  return Registered{c.outlet, c.machine, c.kind, c.cassettes};
}

void apply(cash::Custody& custody, const Registered& e, const Mark& mark) {
  Machine machine;
  machine.machine = e.machine, machine.kind = e.kind;
  machine.since = machine.settled_at = mark.at;
  for (const CassetteSpec& spec : e.cassettes) machine.cassettes.emplace_back().spec = spec;
  custody.sites.edit(e.outlet).machines.push_back(std::move(machine));
}

// ---- Stop, test, resume.

Decision<Stopped> decide(const Bank& bank, const Stop& c, const Stamp&) {
  if (auto no = refuse_machine(bank, c.outlet, c.machine)) return *no;
  const Machine& machine = *machine_named(machines_of(bank, c.outlet), c.machine);
  if (!machine.serves && machine.reason == c.reason)
    return conflict("machine.stopped-already", {{"machine", c.machine.text}});
  return Stopped{c.outlet, c.machine, c.reason};
}

void apply(cash::Custody& custody, const Stopped& e, const Mark& mark) {
  Machine& machine = to_change(custody, e);
  if (machine.serves) machine.since = mark.at;
  machine.serves = false;
  machine.reason = e.reason;
}

Decision<Tested> decide(const Bank& bank, const Test& c, const Stamp&) {
  if (auto no = refuse_machine(bank, c.outlet, c.machine)) return *no;
  const Machine& machine = *machine_named(machines_of(bank, c.outlet), c.machine);
  if (machine.serves) return conflict("machine.in-service", {{"machine", c.machine.text}});
  return Tested{c.outlet, c.machine, c.passed};
}

void apply(cash::Custody& custody, const Tested& e, const Mark&) {
  to_change(custody, e).tested = e.passed;
}

Decision<Resumed> decide(const Bank& bank, const Resume& c, const Stamp& stamp) {
  if (auto no = refuse_machine(bank, c.outlet, c.machine)) return *no;
  const Machine& machine = *machine_named(machines_of(bank, c.outlet), c.machine);
  const Fact which{"machine", c.machine.text};
  if (machine.serves) return conflict("machine.serves-already", {which});
  if (!machine.mode) return conflict("machine.mode-unset", {which});
  const Fact mode{"mode", std::string(name_of(*machine.mode))};
  if (is_forbidden(bank, c.outlet, *machine.mode, stamp.at))
    return conflict("machine.must-be-single", {which, mode});
  if (machine.confirmed && machine.confirmed != machine.mode)
    return conflict("machine.mode-unconfirmed",
                    {which, mode, {"confirmed", std::string(name_of(*machine.confirmed))}});
  if (!machine.tested) return conflict("machine.test-missing", {which});
  return Resumed{c.outlet, c.machine};
}

void apply(cash::Custody& custody, const Resumed& e, const Mark& mark) {
  Machine& machine = to_change(custody, e);
  machine.serves = true;
  machine.since = mark.at;
}

// ---- What two people do.

Decision<cash::Proposed> decide(const Bank& bank, const SwitchMode& c, const Stamp& stamp) {
  cash::Deed deed{cash::DeedKind::machine_mode, {}};
  deed.switches = c.switches;
  return put_forward(bank, c.outlet, c.act, deed, stamp);
}

Decision<cash::Proposed> decide(const Bank& bank, const Load& c, const Stamp& stamp) {
  cash::Deed deed{cash::DeedKind::machine_load, c.bags};
  deed.machine = c.machine, deed.cassettes = c.cassettes, deed.document = c.check_list;
  return put_forward(bank, c.outlet, c.act, deed, stamp);
}

Decision<cash::Proposed> decide(const Bank& bank, const Settle& c, const Stamp& stamp) {
  cash::Deed deed{cash::DeedKind::machine_settle, {}};
  deed.machine = c.machine, deed.emptied = c.emptied;
  return put_forward(bank, c.outlet, c.act, deed, stamp);
}

}  // namespace waystation::machine

template struct waystation::RoomTable<waystation::machine::Commands>;
