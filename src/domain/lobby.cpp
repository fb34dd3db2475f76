#include <algorithm>

#include "domain/bank.h"

namespace waystation::lobby {

namespace {

using std::chrono::minutes;

constexpr std::int32_t largest_group = 100;  // Far beyond any door; sums stay exact.
// Readings that a thermometer can show on a living person; the rest are slips of the pen.
constexpr std::int32_t coldest_tenths = 300;
constexpr std::int32_t hottest_tenths = 450;

Lobby lobby_of(const Bank& bank, const OutletId& outlet) {
  const auto* lobby = bank.lobbies.find(outlet);
  return lobby ? *lobby : Lobby{};
}

Day today_at(const Bank& bank, const OutletId& outlet, Time now) {
  return local_day(now, outlet::time_zone_of(bank, outlet));
}

Fact number(std::string name, std::int64_t value) {
  return {std::move(name), std::to_string(value)};
}

Lobby& on_day(Lobbies& lobbies, const OutletId& outlet, Day day) {
  Lobby& lobby = lobbies.edit(outlet);
  if (lobby.day != day) lobby.counts = {.most_inside = lobby.inside};
  lobby.day = day;
  return lobby;
}

std::optional<Refusal> refuse_people(std::int32_t people, const std::optional<TicketId>& ticket,
                                     std::int32_t least) {
  if (people >= (ticket ? least : 1) && people <= (ticket ? 1 : largest_group)) return {};
  return invalid("lobby.people-out-of-range", {number("people", people)});
}

bool is_inside(const Bank& bank, const OutletId& outlet, const TicketId& ticket) {
  const auto* found = queue::ticket_of(bank, outlet, ticket);
  return found && found->inside;
}

bool is_called(const Bank& bank, const OutletId& outlet, const TicketId& ticket) {
  const auto* found = queue::ticket_of(bank, outlet, ticket);
  return found && found->stage == queue::Stage::called;
}

// Who was called has a place kept; of the others only so many come in as may, in the order of
// calling.
std::optional<Refusal> refuse_entry(const Bank& bank, const Enter& c, Day today) {
  const auto state = bank.outlets.at(c.outlet).state;
  using enum outlet::State;
  if (state != open && state != limited && state != paused)
    return conflict("outlet.not-open", {{"state", std::string(name_of(state))}});
  if (is_evacuated(bank, c.outlet)) return conflict("lobby.under-evacuation");
  if (c.people == 0) return {};
  const Occupancy now = occupancy(bank, c.outlet, today);
  const bool expected = c.ticket && is_called(bank, c.outlet, *c.ticket);
  const std::int64_t places = now.places() + (expected ? 1 : 0);
  if (c.people > places) return conflict("lobby.full", facts_of(now));
  if (c.ticket && !queue::is_among_first_outside(bank, c.outlet, *c.ticket, places))
    return conflict("lobby.not-your-turn", {number("places", places)});
  return {};
}

CountedBy counted_by(CountedBy said, const Stamp& stamp) {
  return stamp.role == Role::door_counter ? CountedBy::sensor : said;
}

}  // namespace

// ---- The cap.

Cap cap_of(const Bank& bank, const OutletId& id, Day day) {
  using enum policy::Key;
  const auto value = [&](policy::Key key) { return policy::in_force(bank, key, id, day).value; };
  const auto* outlet = bank.outlets.find(id);
  Cap cap;
  if (!outlet) return cap;
  cap.by_rule = value(lobby_waiting_max_people);
  cap.by_windows =
      value(lobby_per_window_people) * outlet->windows_open + value(lobby_beyond_windows_people);
  cap.people = std::min(cap.by_rule, cap.by_windows);
  if (outlet->lobby_m2 > 0) {
    cap.by_area = outlet->lobby_m2 / value(lobby_m2_per_person);
    cap.people = std::min(cap.people, *cap.by_area);
  }
  if (outlet->seats > 0) {
    cap.by_seats = (outlet->seats * value(seats_usable_percent) + 99) / 100;
    cap.people = std::min(cap.people, *cap.by_seats);
  }
  return cap;
}

Occupancy occupancy(const Bank& bank, const OutletId& outlet, Day day) {
  const auto* lobby = bank.lobbies.find(outlet);
  return {lobby ? lobby->inside : 0, queue::coming(bank, outlet), cap_of(bank, outlet, day).people};
}

bool is_evacuated(const Bank& bank, const OutletId& outlet) {
  const auto* lobby = bank.lobbies.find(outlet);
  return lobby && lobby->evacuated;
}

std::vector<Fact> facts_of(const Occupancy& o) {
  return {number("inside", o.inside), number("coming", o.coming), number("cap", o.cap)};
}

// ---- Enter.

Decision<Entered> decide(const Bank& bank, const Enter& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = refuse_people(c.people, c.ticket, 0)) return *no;
  if (c.ticket) {
    if (auto no = queue::refuse_ticket(bank, c.outlet, *c.ticket)) return *no;
    if (is_inside(bank, c.outlet, *c.ticket))
      return conflict("lobby.ticket-already-inside", {{"id", c.ticket->text}});
  }
  const Day today = today_at(bank, c.outlet, stamp.at);
  const CountedBy by = counted_by(c.by, stamp);
  if (by == CountedBy::tap)
    if (auto no = refuse_entry(bank, c, today)) return *no;
  return Entered{c.outlet,
                 c.people,
                 by,
                 c.ticket,
                 today,
                 lobby_of(bank, c.outlet).inside + c.people,
                 cap_of(bank, c.outlet, today).people};
}

void apply(Lobbies& lobbies, const Entered& e, const Mark&) {
  Lobby& lobby = on_day(lobbies, e.outlet, e.on);
  lobby.inside += e.people;
  lobby.counts.entered += e.people;
  lobby.counts.most_inside = std::max(lobby.counts.most_inside, lobby.inside);
}

// ---- Leave.

Decision<Left> decide(const Bank& bank, const Leave& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = refuse_people(c.people, c.ticket, 1)) return *no;
  if (c.ticket && !is_inside(bank, c.outlet, *c.ticket))
    return conflict("lobby.ticket-not-inside", {{"id", c.ticket->text}});
  const std::int32_t inside = lobby_of(bank, c.outlet).inside;
  if (c.people > inside) return conflict("lobby.fewer-inside", {number("inside", inside)});
  return Left{c.outlet, c.people, counted_by(c.by, stamp), c.ticket, inside - c.people};
}

void apply(Lobbies& lobbies, const Left& e, const Mark&) {
  lobbies.edit(e.outlet).inside -= e.people;
}

// ---- Count.

Decision<Counted> decide(const Bank& bank, const Count& c, const Stamp&) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (c.counted < 0 || c.counted > largest_group)
    return invalid("lobby.people-out-of-range", {number("people", c.counted)});
  const std::int64_t difference = c.counted - lobby_of(bank, c.outlet).inside;
  if (difference != 0 && c.reason.empty())
    return invalid("lobby.reason-empty", {number("difference", difference)});
  return Counted{c.outlet, c.counted, difference, c.reason};
}

void apply(Lobbies& lobbies, const Counted& e, const Mark&) {
  lobbies.edit(e.outlet).inside = e.counted;
}

// ---- Check at the door.

Decision<DoorChecked> decide(const Bank& bank, const CheckDoor& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (c.temperature_tenths < coldest_tenths || c.temperature_tenths > hottest_tenths)
    return invalid("lobby.temperature-implausible", {number("tenths", c.temperature_tenths)});
  const Day today = today_at(bank, c.outlet, stamp.at);
  const auto fever =
      policy::in_force(bank, policy::Key::fever_tenths_celsius, c.outlet, today).value;
  Verdict verdict = c.masked ? Verdict::pass : Verdict::mask_missing;
  if (c.symptoms || c.temperature_tenths >= fever) verdict = Verdict::suspected;
  return DoorChecked{c.outlet, verdict, today};
}

void apply(Lobbies& lobbies, const DoorChecked& e, const Mark&) {
  Counts& counts = on_day(lobbies, e.outlet, e.on).counts;
  switch (e.verdict) {
    case Verdict::pass:
      ++counts.passed;
      break;
    case Verdict::mask_missing:
      ++counts.masks_missing;
      break;
    case Verdict::suspected:
      ++counts.suspected;
      break;
  }
}

// ---- Isolate.

static SuspectId next_suspect(const Lobby& lobby, Day today) {
  const std::int32_t before = lobby.day == today ? lobby.counts.isolated : 0;
  return {to_text(today) + "-S" + std::to_string(before + 1)};
}

// Its holder waits outside, as far as is known.
static bool is_outside(const Bank& bank, const OutletId& outlet, const TicketId& id) {
  const auto* ticket = queue::ticket_of(bank, outlet, id);
  return ticket && ticket->stage == queue::Stage::waiting && !ticket->inside;
}

Decision<Isolated> decide(const Bank& bank, const Isolate& c, const Stamp& stamp) {
  using enum policy::Key;
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (c.ticket)
    if (auto no = queue::refuse_ticket(bank, c.outlet, *c.ticket)) return *no;
  const Day today = today_at(bank, c.outlet, stamp.at);
  const auto value = [&](policy::Key key) {
    return policy::in_force(bank, key, c.outlet, today).value;
  };
  const Lobby lobby = lobby_of(bank, c.outlet);
  if (std::int64_t(lobby.isolated.size()) >= value(isolation_room_people))
    return conflict("lobby.isolation-full", {number("most", value(isolation_room_people))});
  if (c.found_at == FoundAt::inside && lobby.inside == 0)
    return conflict("lobby.fewer-inside", {number("inside", 0)});
  if (c.found_at == FoundAt::inside && c.ticket && is_outside(bank, c.outlet, *c.ticket))
    return conflict("lobby.ticket-not-inside", {{"id", c.ticket->text}});
  return Isolated{c.outlet,
                  next_suspect(lobby, today),
                  c.found_at,
                  c.ticket,
                  today,
                  stamp.at + minutes{value(first_report_minutes)},
                  stamp.at + minutes{value(suspect_close_minutes)}};
}

void apply(Lobbies& lobbies, const Isolated& e, const Mark& mark) {
  Lobby& lobby = on_day(lobbies, e.outlet, e.on);
  if (e.found_at == FoundAt::inside) --lobby.inside;
  ++lobby.counts.isolated;
  lobby.isolated.push_back({e.suspect, e.found_at, mark.at, e.report_by, e.close_by, e.ticket});
  lobby.suspected_at = mark.at;
}

// ---- Release.

Decision<IsolationReleased> decide(const Bank& bank, const ReleaseIsolation& c, const Stamp&) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  const Lobby lobby = lobby_of(bank, c.outlet);
  const auto suspect = std::ranges::find(lobby.isolated, c.suspect, &Suspect::suspect);
  if (suspect == lobby.isolated.end()) return unknown("lobby.suspect-unknown", c.suspect.text);
  return IsolationReleased{c.outlet, c.suspect, c.outcome, suspect->ticket};
}

void apply(Lobbies& lobbies, const IsolationReleased& e, const Mark&) {
  Lobby& lobby = lobbies.edit(e.outlet);
  std::erase_if(lobby.isolated, [&](const Suspect& s) { return s.suspect == e.suspect; });
  if (e.outcome == Outcome::cleared && lobby.isolated.empty()) lobby.suspected_at.reset();
}

// ---- Evacuate and reopen.

Decision<Evacuated> decide(const Bank& bank, const Evacuate& c, const Stamp&) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (c.reason.empty()) return invalid("lobby.reason-empty");
  if (is_evacuated(bank, c.outlet)) return conflict("lobby.already-evacuated");
  return Evacuated{c.outlet, c.reason, lobby_of(bank, c.outlet).inside};
}

void apply(Lobbies& lobbies, const Evacuated& e, const Mark&) {
  Lobby& lobby = lobbies.edit(e.outlet);
  lobby.inside = 0;
  lobby.evacuated = true;
  lobby.reason = e.reason;
}

Decision<Reopened> decide(const Bank& bank, const Reopen& c, const Stamp&) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (!is_evacuated(bank, c.outlet)) return conflict("lobby.not-evacuated");
  return Reopened{c.outlet};
}

void apply(Lobbies& lobbies, const Reopened& e, const Mark&) {
  Lobby& lobby = lobbies.edit(e.outlet);
  lobby.evacuated = false;
  lobby.reason.clear();
}

// ---- Listening.

void apply(Lobbies& lobbies, const outlet::Closed& e, const Mark&) {
  if (lobbies.contains(e.outlet)) lobbies.edit(e.outlet).inside = 0;
}

void apply(Lobbies& lobbies, const outlet::Opened& e, const Mark&) {
  if (lobbies.contains(e.outlet)) lobbies.edit(e.outlet).suspected_at.reset();
}

}  // namespace waystation::lobby

template struct waystation::RoomTable<waystation::lobby::Commands>;
