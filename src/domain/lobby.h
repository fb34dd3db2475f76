#pragma once
// Lobby 大堂: who is inside, and how many may be (限流). People are counted at the one door, by a
// guard's tap or a sensor; temperature and mask are checked there, and a suspected fever goes to
// the isolation room, which is where an incident begins. Cap = min(lobby_waiting_max_people,
// floor(m² / lobby_m2_per_person), usable seats, lobby_per_window_people × windows +
// lobby_beyond_windows_people). No reading of a person is kept, only the verdict.
#include "domain/outlet.h"

namespace waystation::lobby {

using SuspectId = Id<struct SuspectKind>;  // Of the day, such as "2021-01-08-S1": never who it is.

BOOST_DEFINE_ENUM_CLASS(CountedBy, tap, sensor)
BOOST_DEFINE_ENUM_CLASS(Verdict, pass, mask_missing, suspected)
BOOST_DEFINE_ENUM_CLASS(FoundAt, door, inside)
BOOST_DEFINE_ENUM_CLASS(Outcome, cleared, taken_away)

// Somebody in the isolation room; the incident is to be reported and the outlet closed in time.
struct Suspect {
  SuspectId suspect;
  FoundAt found_at = FoundAt::door;
  Time since;
  Time report_by;
  Time close_by;
  std::optional<TicketId> ticket;
};
BOOST_DESCRIBE_STRUCT(Suspect, (), (suspect, found_at, since, report_by, close_by, ticket))

struct Counts {
  std::int32_t entered = 0;
  std::int32_t most_inside = 0;
  std::int32_t passed = 0;
  std::int32_t masks_missing = 0;
  std::int32_t suspected = 0;
  std::int32_t isolated = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (),
                      (entered, most_inside, passed, masks_missing, suspected, isolated))

struct Lobby {
  std::int32_t inside = 0;
  bool evacuated = false;
  std::string reason;  // Of the evacuation.
  Day day;             // Of the counts.
  Counts counts;
  std::vector<Suspect> isolated;
  // Of a suspicion that nobody cleared: the next opening asks for a terminal disinfection since.
  std::optional<Time> suspected_at;
};
BOOST_DESCRIBE_STRUCT(Lobby, (), (inside, evacuated, reason, day, counts, isolated, suspected_at))
using Lobbies = Table<OutletId, Lobby>;

// The terms of the cap, to be printed beside it. Area and seats are left out where the register
// does not say.
struct Cap {
  std::int64_t people = 0;
  std::int64_t by_rule = 0;
  std::optional<std::int64_t> by_area;
  std::optional<std::int64_t> by_seats;
  std::int64_t by_windows = 0;
};
BOOST_DESCRIBE_STRUCT(Cap, (), (people, by_rule, by_area, by_seats, by_windows))

// `coming` are called and not yet inside: their places are kept.
struct Occupancy {
  std::int64_t inside = 0;
  std::int64_t coming = 0;
  std::int64_t cap = 0;
  std::int64_t places() const { return cap - inside - coming; }
};
BOOST_DESCRIBE_STRUCT(Occupancy, (), (inside, coming, cap))

Cap cap_of(const Bank&, const OutletId&, Day);
Occupancy occupancy(const Bank&, const OutletId&, Day);
bool is_evacuated(const Bank&, const OutletId&);
std::vector<Fact> facts_of(const Occupancy&);

// ---- Enter. A tap is a question, refused while there is no place; a sensor tells what has
// happened already. What a door counter counts is a sensor's, whatever it says.

struct Enter {
  static constexpr auto name = "lobby.enter";
  static constexpr Roles roles = outlet_crew | door_counters;
  OutletId outlet;
  std::int32_t people = 1;  // With a ticket one, or none where a sensor has counted its holder.
  CountedBy by = CountedBy::tap;
  std::optional<TicketId> ticket;
};
BOOST_DESCRIBE_STRUCT(Enter, (), (outlet, people, by, ticket))

struct Entered {
  static constexpr auto name = "lobby.entered";
  OutletId outlet;
  std::int32_t people = 1;
  CountedBy by = CountedBy::tap;
  std::optional<TicketId> ticket;
  Day on;
  std::int64_t inside = 0;  // Afterwards.
  std::int64_t cap = 0;
};
BOOST_DESCRIBE_STRUCT(Entered, (), (outlet, people, by, ticket, on, inside, cap))

Decision<Entered> decide(const Bank&, const Enter&, const Stamp&);
void apply(Lobbies&, const Entered&, const Mark&);

// ---- Leave.

struct Leave {
  static constexpr auto name = "lobby.leave";
  static constexpr Roles roles = outlet_crew | door_counters;
  OutletId outlet;
  std::int32_t people = 1;
  CountedBy by = CountedBy::tap;
  std::optional<TicketId> ticket;
};
BOOST_DESCRIBE_STRUCT(Leave, (), (outlet, people, by, ticket))

struct Left {
  static constexpr auto name = "lobby.left";
  OutletId outlet;
  std::int32_t people = 1;
  CountedBy by = CountedBy::tap;
  std::optional<TicketId> ticket;
  std::int64_t inside = 0;
};
BOOST_DESCRIBE_STRUCT(Left, (), (outlet, people, by, ticket, inside))

Decision<Left> decide(const Bank&, const Leave&, const Stamp&);
void apply(Lobbies&, const Left&, const Mark&);

// ---- Count heads: doors are missed and sensors drift. The count is a fact with a difference.

struct Count {
  static constexpr auto name = "lobby.count";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::int32_t counted = 0;
  std::string reason;  // Required where the count differs.
};
BOOST_DESCRIBE_STRUCT(Count, (), (outlet, counted, reason))

struct Counted {
  static constexpr auto name = "lobby.counted";
  OutletId outlet;
  std::int32_t counted = 0;
  std::int64_t difference = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (outlet, counted, difference, reason))

Decision<Counted> decide(const Bank&, const Count&, const Stamp&);
void apply(Lobbies&, const Counted&, const Mark&);

// ---- Check temperature and mask at the door.

struct CheckDoor {
  static constexpr auto name = "lobby.check-door";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::int32_t temperature_tenths = 0;  // 365 is 36.5 °C.
  bool masked = true;
  bool symptoms = false;
};
BOOST_DESCRIBE_STRUCT(CheckDoor, (), (outlet, temperature_tenths, masked, symptoms))

struct DoorChecked {
  static constexpr auto name = "lobby.door-checked";
  OutletId outlet;
  Verdict verdict = Verdict::pass;
  Day on;
};
BOOST_DESCRIBE_STRUCT(DoorChecked, (), (outlet, verdict, on))

Decision<DoorChecked> decide(const Bank&, const CheckDoor&, const Stamp&);
void apply(Lobbies&, const DoorChecked&, const Mark&);

// ---- Isolate 疑似处置: into the isolation room, and the clocks of the incident start.

struct Isolate {
  static constexpr auto name = "lobby.isolate";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  FoundAt found_at = FoundAt::door;
  std::optional<TicketId> ticket;  // It is parked meanwhile.
};
BOOST_DESCRIBE_STRUCT(Isolate, (), (outlet, found_at, ticket))

struct Isolated {
  static constexpr auto name = "lobby.isolated";
  OutletId outlet;
  SuspectId suspect;
  FoundAt found_at = FoundAt::door;
  std::optional<TicketId> ticket;
  Day on;
  Time report_by;
  Time close_by;
};
BOOST_DESCRIBE_STRUCT(Isolated, (), (outlet, suspect, found_at, ticket, on, report_by, close_by))

Decision<Isolated> decide(const Bank&, const Isolate&, const Stamp&);
void apply(Lobbies&, const Isolated&, const Mark&);

// ---- Release from isolation: cleared, or taken away to the fever clinic.

struct ReleaseIsolation {
  static constexpr auto name = "lobby.release-isolation";
  static constexpr Roles roles = managers | role_set(Role::supervisor);
  OutletId outlet;
  SuspectId suspect;
  Outcome outcome = Outcome::cleared;
};
BOOST_DESCRIBE_STRUCT(ReleaseIsolation, (), (outlet, suspect, outcome))

struct IsolationReleased {
  static constexpr auto name = "lobby.isolation-released";
  OutletId outlet;
  SuspectId suspect;
  Outcome outcome = Outcome::cleared;
  std::optional<TicketId> ticket;  // Whoever is taken away waits no longer.
};
BOOST_DESCRIBE_STRUCT(IsolationReleased, (), (outlet, suspect, outcome, ticket))

Decision<IsolationReleased> decide(const Bank&, const ReleaseIsolation&, const Stamp&);
void apply(Lobbies&, const IsolationReleased&, const Mark&);

// ---- Evacuate: everybody out, nobody is called. Who is isolated stays in somebody's care.

struct Evacuate {
  static constexpr auto name = "lobby.evacuate";
  static constexpr Roles roles = outlet_crew;
  OutletId outlet;
  std::string reason;  // "Fire alarm."
};
BOOST_DESCRIBE_STRUCT(Evacuate, (), (outlet, reason))

struct Evacuated {
  static constexpr auto name = "lobby.evacuated";
  OutletId outlet;
  std::string reason;
  std::int64_t inside = 0;  // Before: so many must be counted at the assembly point.
};
BOOST_DESCRIBE_STRUCT(Evacuated, (), (outlet, reason, inside))

Decision<Evacuated> decide(const Bank&, const Evacuate&, const Stamp&);
void apply(Lobbies&, const Evacuated&, const Mark&);

// ---- Reopen after an evacuation.

struct Reopen {
  static constexpr auto name = "lobby.reopen";
  static constexpr Roles roles = managers;
  OutletId outlet;
};
BOOST_DESCRIBE_STRUCT(Reopen, (), (outlet))

struct Reopened {
  static constexpr auto name = "lobby.reopened";
  OutletId outlet;
};
BOOST_DESCRIBE_STRUCT(Reopened, (), (outlet))

Decision<Reopened> decide(const Bank&, const Reopen&, const Stamp&);
void apply(Lobbies&, const Reopened&, const Mark&);

// Who closes an outlet has seen everybody out; who opens it has passed the gate.
void apply(Lobbies&, const outlet::Closed&, const Mark&);
void apply(Lobbies&, const outlet::Opened&, const Mark&);

using Commands = boost::mp11::mp_list<Enter, Leave, Count, CheckDoor, Isolate, ReleaseIsolation,
                                      Evacuate, Reopen>;

}  // namespace waystation::lobby
