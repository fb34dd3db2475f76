// What a machine says of itself, against the book.
#include <algorithm>

#include "domain/bank.h"
#include "domain/machine_deed.h"

namespace waystation::machine {

namespace {

// Counters that begin anew, in another series, begin at nothing.
std::int64_t counter_before(const Machine& machine, const Cassette& c, std::int64_t series) {
  return series == machine.series ? c.counter : 0;
}

std::optional<Refusal> refuse_reading(const Machine& machine, const Cassette& c, const Report& r,
                                      const Reading& reading) {
  const auto before = counter_before(machine, c, r.series);
  const Fact which{"cassette", c.spec.cassette.text};
  if (reading.moved < before)
    return conflict(
        "machine.counter-backwards",
        {which, {"moved", std::to_string(reading.moved)}, {"before", std::to_string(before)}});
  // No cassette holds twice what it can: a slip of the pen, or another machine's counters.
  const std::int64_t most = 2 * std::int64_t(c.spec.capacity);
  const bool takes_in = c.spec.direction == Direction::takes_in;
  const auto holds = takes_in ? c.taken_in + (reading.moved - before) : 0;
  if (reading.held < 0 || reading.held > most || holds > most)
    return invalid("machine.reading-out-of-range", {which, {"most", std::to_string(most)}});
  return {};
}

// Each cassette once.
std::optional<Refusal> refuse_readings(const Machine& machine, const Report& r) {
  for (const Reading& reading : r.cassettes) {
    const Cassette* c = cassette_named(machine, reading.cassette);
    if (!c)
      return conflict("machine.cassette-unknown",
                      {{"machine", r.machine.text}, {"cassette", reading.cassette.text}});
    if (std::ranges::count(r.cassettes, reading.cassette, &Reading::cassette) > 1)
      return invalid("machine.cassette-twice", {{"cassette", reading.cassette.text}});
    if (auto no = refuse_reading(machine, *c, r, reading)) return no;
  }
  for (const Cassette& c : machine.cassettes)
    if (std::ranges::find(r.cassettes, c.spec.cassette, &Reading::cassette) == r.cassettes.end())
      return invalid("machine.reading-missing", {{"cassette", c.spec.cassette.text}});
  return {};
}

Booking booking_of(const Machine& machine, const Report& r, const Reading& reading) {
  const Cassette& c = *cassette_named(machine, reading.cassette);
  const auto moved = reading.moved - counter_before(machine, c, r.series);
  const bool takes_in = c.spec.direction == Direction::takes_in;
  const auto booked = std::int32_t(takes_in ? moved : std::min<std::int64_t>(moved, held(c)));
  const auto afterwards = held(c) + (takes_in ? booked : -booked);
  return {reading.cassette, c.spec.denomination,      c.spec.direction, reading.moved, reading.held,
          booked,           reading.held - afterwards};
}

}  // namespace

Decision<Reported> decide(const Bank& bank, const Report& c, const Stamp& stamp) {
  if (auto no = refuse_machine(bank, c.outlet, c.machine)) return *no;
  const Machine& machine = *machine_named(machines_of(bank, c.outlet), c.machine);
  if (!can(machine.kind, c.mode))
    return conflict("machine.mode-not-of-kind",
                    {{"machine", c.machine.text}, {"mode", std::string(name_of(c.mode))}});
  if (c.series < machine.series)
    return conflict("machine.series-past", {{"series", std::to_string(c.series)},
                                            {"known", std::to_string(machine.series)}});
  if (auto no = refuse_readings(machine, c)) return *no;
  Reported e{c.outlet, c.machine, c.series, c.mode, stamp.role != Role::device, {}, {}, {}};
  for (const Reading& reading : c.cassettes) {
    const Booking booking = booking_of(machine, c, reading);
    const Fen moved = value_of(booking.denomination) * booking.booked;
    Fen& sum = booking.direction == Direction::takes_in ? e.received : e.paid;
    sum = sum + moved;
    e.cassettes.push_back(booking);
  }
  return e;
}

namespace {

cash::Notes moved_by(const Booking& b) {
  cash::Notes out;
  cash::count_of(out, b.denomination) = b.booked;
  return out;
}

void book(cash::Site& site, const Machine& machine, Cassette& c, const Booking& b) {
  using namespace cash;
  if (b.direction == Direction::pays_out) {
    const Payable paid = c.payable.take(moved_by(b));
    post(site.book, payable_in(PlaceKind::cassette), site.book,
         {PlaceKind::customer, Stage::paid, Source::fit_notes}, paid.notes());
    return;
  }
  // They came in at some moment since the last report, or since it was registered (what never
  // reported was never settled): the hold counts from the earliest.
  if (c.taken_in == 0) c.taken_in_since = machine.reported_at.value_or(machine.settled_at);
  c.taken_in += b.booked;
  post(site.book, {PlaceKind::customer, Stage::received, Source::ordinary}, site.book,
       {PlaceKind::cassette, Stage::received, Source::ordinary}, moved_by(b));
}

void compare(Cassette& c, const Booking& b, Time now) {
  if (b.difference == 0) {
    c.explained = 0;
    return;
  }
  if (b.difference == c.explained) return;
  c.difference = Difference{b.difference, c.difference ? c.difference->at : now};
}

}  // namespace

void apply(cash::Custody& custody, const Reported& e, const Mark& mark) {
  cash::Site& site = custody.sites.edit(e.outlet);
  Machine& machine = machine_to_change(site, e.machine);
  for (const Booking& b : e.cassettes) {
    Cassette& c = cassette_to_change(machine, b.cassette);
    book(site, machine, c, b);
    compare(c, b, mark.at);
    c.counter = b.moved;
    c.sensed = b.held;
  }
  machine.series = e.series;
  machine.confirmed = e.mode;
  machine.reported_at = mark.at;
  if (e.by_hand && std::ranges::find(machine.hands, mark.by) == machine.hands.end())
    machine.hands.push_back(mark.by);
}

// ---- Close a difference.

Decision<DifferenceClosed> decide(const Bank& bank, const CloseDifference& c, const Stamp& stamp) {
  if (auto no = refuse_machine(bank, c.outlet, c.machine)) return *no;
  const Machine& machine = *machine_named(machines_of(bank, c.outlet), c.machine);
  const Cassette* cassette = cassette_named(machine, c.cassette);
  if (!cassette || !cassette->difference)
    return unknown("machine.difference-unknown", c.cassette.text);
  if (c.finding.empty()) return invalid("cash.finding-missing");
  if (std::ranges::find(machine.hands, stamp.by) != machine.hands.end())
    return conflict("machine.hand-investigates", {{"account", stamp.by.text}});
  return DifferenceClosed{c.outlet, c.machine, c.cassette, cassette->difference->notes, c.finding};
}

void apply(cash::Custody& custody, const DifferenceClosed& e, const Mark&) {
  Machine& machine = machine_to_change(custody.sites.edit(e.outlet), e.machine);
  Cassette& c = cassette_to_change(machine, e.cassette);
  // As long as the machine says the same, it is not raised again; once it was emptied, anew.
  c.explained = c.sensed ? e.difference : 0;
  c.difference.reset();
}

}  // namespace waystation::machine
