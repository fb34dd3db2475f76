#include "domain/machine_deed.h"

#include <algorithm>
#include <set>

#include "domain/bank.h"

namespace waystation::machine {

using cash::Deed;
using cash::Notes;
using cash::PlaceKind;
using cash::Site;
using cash::Source;
using cash::Stage;

Machine& machine_to_change(Site& site, const MachineId& id) {
  const auto at = std::ranges::find(site.machines, id, &Machine::machine);
  if (at == site.machines.end()) throw std::logic_error("a machine that is not there");
  return *at;
}

Cassette& cassette_to_change(Machine& machine, const cash::PlaceName& name) {
  for (Cassette& c : machine.cassettes)
    if (c.spec.cassette == name) return c;
  throw std::logic_error("a cassette that is not there");
}

namespace {

constexpr std::array services{Service::deposit, Service::withdraw};

const Machine& named(const Bank& bank, const OutletId& outlet, const Deed& deed) {
  return *machine_named(machines_of(bank, outlet), *deed.machine);
}

std::optional<Refusal> refuse_open(const Machine& machine) {
  if (!machine.serves) return {};
  return conflict("machine.in-service", {{"machine", machine.machine.text}});
}

Refusal no_cassette(const Machine& machine, const cash::PlaceName& name) {
  return conflict("machine.cassette-unknown",
                  {{"machine", machine.machine.text}, {"cassette", name.text}});
}

Notes of(const Cassette& c, std::int32_t count) {
  Notes out;
  cash::count_of(out, c.spec.denomination) = count;
  return out;
}

}  // namespace

// ---- Switch.

namespace {

std::optional<Refusal> refuse_one(const Bank& bank, const OutletId& outlet, const Switch& wanted,
                                  Time now) {
  if (auto no = refuse_machine(bank, outlet, wanted.machine)) return no;
  const Machine& machine = *machine_named(machines_of(bank, outlet), wanted.machine);
  const std::vector<Fact> facts{{"machine", wanted.machine.text},
                                {"mode", std::string(name_of(wanted.mode))}};
  if (!can(machine.kind, wanted.mode)) return conflict("machine.mode-not-of-kind", facts);
  if (machine.mode == wanted.mode) return conflict("machine.mode-already", facts);
  if (is_forbidden(bank, outlet, wanted.mode, now))
    return conflict("machine.must-be-single", facts);
  return {};
}

// At least one of each mode where there are two: what no machine there can do is not asked for.
std::optional<Refusal> refuse_last(const std::vector<Machine>& afterwards) {
  std::vector<const Machine*> ordered;
  for (const Machine& m : afterwards)
    if (m.mode) ordered.push_back(&m);
  if (ordered.size() < 2) return {};
  for (const Service service : services) {
    const auto does = [&](const Machine* m) { return serves(*m->mode, service); };
    const auto could = [&](const Machine* m) { return m->kind == Kind::recycler || does(m); };
    if (std::ranges::none_of(ordered, does) && std::ranges::any_of(ordered, could))
      return conflict("machine.last-of-mode", {{"service", std::string(name_of(service))}});
  }
  return {};
}

}  // namespace

std::optional<Refusal> refuse_switch(const Bank& bank, const OutletId& outlet, const Deed& deed,
                                     Time now) {
  if (deed.switches->empty()) return invalid("machine.switches-missing");
  std::vector<Machine> afterwards = machines_of(bank, outlet);
  std::set<MachineId> seen;
  for (const Switch& wanted : *deed.switches) {
    if (!seen.insert(wanted.machine).second)
      return invalid("machine.switched-twice", {{"machine", wanted.machine.text}});
    if (auto no = refuse_one(bank, outlet, wanted, now)) return no;
    std::ranges::find(afterwards, wanted.machine, &Machine::machine)->mode = wanted.mode;
  }
  return refuse_last(afterwards);
}

void switch_modes(Site& site, const Deed& deed) {
  for (const Switch& wanted : *deed.switches)
    machine_to_change(site, wanted.machine).mode = wanted.mode;
}

// ---- Load.

namespace {

std::optional<Refusal> refuse_bag_for(const Machine& machine, const Cassette& cassette,
                                      const cash::BagId& id, const cash::Bag& bag) {
  const std::vector<Fact> facts{{"machine", machine.machine.text},
                                {"cassette", cassette.spec.cassette.text},
                                {"bag", id.text}};
  if (cassette.spec.direction != Direction::pays_out)
    return conflict("machine.cassette-takes-in", facts);
  if (of(cassette, cash::count_of(bag.notes, cassette.spec.denomination)) != bag.notes)
    return conflict("machine.denomination-mixed", facts);
  return {};
}

}  // namespace

std::optional<Refusal> refuse_load(const Bank& bank, const OutletId& outlet, const Deed& deed) {
  if (auto no = refuse_machine(bank, outlet, *deed.machine)) return no;
  const Machine& machine = named(bank, outlet, deed);
  if (auto no = refuse_open(machine)) return no;
  if (deed.cassettes->size() != deed.bags.size())
    return invalid("machine.cassettes-unnamed",
                   {{"bags", std::to_string(deed.bags.size())},
                    {"cassettes", std::to_string(deed.cassettes->size())}});
  std::map<cash::PlaceName, std::int64_t> loaded;
  for (std::size_t i = 0; i < deed.bags.size(); ++i) {
    const cash::PlaceName& name = (*deed.cassettes)[i];
    const Cassette* cassette = cassette_named(machine, name);
    if (!cassette) return no_cassette(machine, name);
    const cash::Bag& bag = cash::site_of(bank, outlet).bags.at(deed.bags[i]);
    if (auto no = refuse_bag_for(machine, *cassette, deed.bags[i], bag)) return no;
    const auto all = held(*cassette) + (loaded[name] += cash::pieces(bag.notes));
    if (all > cassette->spec.capacity)
      return conflict("machine.above-capacity",
                      {{"cassette", name.text},
                       {"notes", std::to_string(all)},
                       {"capacity", std::to_string(cassette->spec.capacity)}});
  }
  return {};
}

void load(Site& site, const Deed& deed, const std::vector<AccountId>& hands) {
  Machine& machine = machine_to_change(site, *deed.machine);
  for (std::size_t i = 0; i < deed.bags.size(); ++i) {
    const cash::Bag& bag = site.bags.at(deed.bags[i]);
    const cash::Payable loaded = cash::Payable::of(bag);
    post(site.book, account_of(bag), site.book, cash::payable_in(PlaceKind::cassette),
         loaded.notes());
    cassette_to_change(machine, (*deed.cassettes)[i]).payable.add(loaded);
    site.bags.erase(deed.bags[i]);
  }
  machine.tested = false;
  machine.hands = hands;
}

// ---- Settle.

namespace {

std::optional<Refusal> refuse_found(const Cassette& cassette, const Emptying& e) {
  const Fact which{"cassette", e.cassette.text};
  if (cassette.spec.direction == Direction::takes_in) {
    if (e.found) return invalid("machine.counted-before-sanitising", {which});
    return {};
  }
  if (!e.found) return invalid("machine.count-missing", {which});
  if (*e.found < 1 || *e.found > held(cassette))
    return conflict(
        "machine.more-than-booked",
        {which, {"found", std::to_string(*e.found)}, {"booked", std::to_string(held(cassette))}});
  return {};
}

std::optional<Refusal> refuse_emptying(const Bank& bank, const OutletId& outlet,
                                       const Machine& machine, const Emptying& e) {
  const Cassette* cassette = cassette_named(machine, e.cassette);
  if (!cassette) return no_cassette(machine, e.cassette);
  if (auto no = cash::refuse_new_bag(bank, outlet, e.into)) return no;
  if (held(*cassette) == 0)
    return conflict("machine.cassette-empty", {{"cassette", e.cassette.text}});
  return refuse_found(*cassette, e);
}

std::optional<Refusal> refuse_left(const Machine& machine, const std::vector<Emptying>& emptied) {
  for (const Cassette& c : machine.cassettes)
    if (c.taken_in > 0 &&
        std::ranges::find(emptied, c.spec.cassette, &Emptying::cassette) == emptied.end())
      return conflict("machine.cassette-left", {{"cassette", c.spec.cassette.text}});
  return {};
}

std::int32_t bagged_from(const Cassette& cassette, const Emptying& e) {
  return e.found ? *e.found : held(cassette);
}

void bag_received(Site& site, const Machine& machine, Cassette& cassette, const Emptying& e) {
  cash::Bag bag{.source = Source::ordinary,
                .stage = Stage::bagged,
                .place = PlaceKind::cassette,
                .at = machine.machine.text,
                .notes = of(cassette, cassette.taken_in),
                .seal = e.seal,
                .since = cassette.taken_in_since,
                .sanitised_at = {},
                .counted_by = {}};
  post(site.book, {PlaceKind::cassette, Stage::received, Source::ordinary}, site.book,
       account_of(bag), bag.notes);
  cassette.taken_in = 0;
  site.bags.edit(e.into) = std::move(bag);
}

// What the book says beyond what was found is missing, and stays to be looked into.
void bag_payable(Site& site, Cassette& cassette, const Emptying& e, Time now) {
  const std::int32_t missing = held(cassette) - *e.found;
  const cash::Account payable = cash::payable_in(PlaceKind::cassette);
  const cash::Payable part = cassette.payable.take(of(cassette, *e.found)),
                      lost = cassette.payable.take(of(cassette, missing));
  cash::Bag bag{.source = Source::fit_notes,
                .stage = Stage::released,
                .place = PlaceKind::vault,
                .at = {},
                .notes = part.notes(),
                .seal = e.seal,
                .since = now,
                .sanitised_at = {},
                .counted_by = {}};
  post(site.book, payable, site.book, account_of(bag), bag.notes);
  post(site.book, payable, site.book, {PlaceKind::discrepancy, Stage::missing, Source::fit_notes},
       lost.notes());
  if (missing > 0) cassette.difference = Difference{-missing, now};
  site.bags.edit(e.into) = std::move(bag);
}

}  // namespace

std::optional<Refusal> refuse_settle(const Bank& bank, const OutletId& outlet, const Deed& deed) {
  if (auto no = refuse_machine(bank, outlet, *deed.machine)) return no;
  const Machine& machine = named(bank, outlet, deed);
  if (auto no = refuse_open(machine)) return no;
  if (!machine.reported_at || *machine.reported_at < machine.since)
    return conflict("machine.counters-unread", {{"machine", machine.machine.text}});
  std::set<cash::PlaceName> cassettes;
  std::set<cash::BagId> bags;
  for (const Emptying& e : *deed.emptied) {
    if (!cassettes.insert(e.cassette).second)
      return invalid("machine.cassette-twice", {{"cassette", e.cassette.text}});
    if (!bags.insert(e.into).second) return invalid("cash.bag-twice", {{"bag", e.into.text}});
    if (auto no = refuse_emptying(bank, outlet, machine, e)) return no;
  }
  return refuse_left(machine, *deed.emptied);
}

Fen settled_amount(const Site& site, const Deed& deed) {
  Fen sum;
  const Machine* machine = machine_named(site.machines, *deed.machine);
  for (const Emptying& e : *deed.emptied) {
    const Cassette* cassette = cassette_named(*machine, e.cassette);
    sum = sum + value_of(cassette->spec.denomination) * bagged_from(*cassette, e);
  }
  return sum;
}

void settle(Site& site, const Deed& deed, const std::vector<AccountId>& hands, Time now) {
  Machine& machine = machine_to_change(site, *deed.machine);
  for (const Emptying& e : *deed.emptied) {
    Cassette& cassette = cassette_to_change(machine, e.cassette);
    if (cassette.spec.direction == Direction::takes_in)
      bag_received(site, machine, cassette, e);
    else
      bag_payable(site, cassette, e, now);
    cassette.explained = 0;
    cassette.sensed.reset();
  }
  machine.settled_at = now;
  machine.hands = hands;
}

}  // namespace waystation::machine
