#pragma once
// Outlets 网点: who they are, what state they are in, and the hard gate:
// 凡开业必消毒，不消毒不开业. Opening is refused while anything the gate asks for is missing, and
// the refusal names all of it.
#include "domain/zone.h"

namespace waystation::outlet {

BOOST_DEFINE_ENUM_CLASS(State, closed, preparing, ready, open, limited, paused)
BOOST_DEFINE_ENUM_CLASS(Kind, main_office, branch, sub_branch, sub_branch_office, back_office)

struct Outlet {
  std::string title;
  CityId city;
  std::string district;
  std::string address;
  Point at;
  PositionSource position_source = PositionSource::unknown;
  std::optional<CommunityId> community;
  Kind kind = Kind::sub_branch;
  std::int32_t windows = 0;
  std::int32_t machines = 0;  // Self-service recyclers and dispensers.
  std::int32_t lobby_m2 = 0;
  std::int32_t seats = 0;
  TimeOfDay opens, closes;
  Fen cash_float;                    // Releasable cash in hand at the start of a plan.
  Fen cash_limit;                    // Insured limit of cash held.
  std::optional<std::string> phone;  // That the public may call.

  State state = State::open;
  bool self_service = true;
  std::int32_t windows_open = 0;
  std::int32_t customers_served = 0;  // Of the last closed day.
  std::string reason;                 // Why it is limited, paused or closed, as told to the public.
  Time since;
  std::optional<Time> opened_at;  // The last opening, kept after closing for the day's timeline.
};
BOOST_DESCRIBE_STRUCT(Outlet, (),
                      (title, city, district, address, at, position_source, community, kind,
                       windows, machines, lobby_m2, seats, opens, closes, cash_float, cash_limit,
                       phone, state, self_service, windows_open, customers_served, reason, since,
                       opened_at))
using Outlets = Table<OutletId, Outlet>;

// 12 digits, of which the last is the ISO 7064 MOD 11,10 check digit of the first eleven.
bool is_cnaps_code(std::string_view);

const std::string& time_zone_of(const Bank&, const OutletId&);

// What still keeps an outlet from opening with so many windows, as refusal codes "gate.…"; empty:
// it may. Inside a seal: a grant, an approved plan, its crew present and fit, a valid van pass,
// supplies for the minimum cover. Everywhere: a finished disinfection round young enough, and the
// checklist before opening signed, where one is in force.
std::vector<std::string> unmet(const Bank&, const OutletId&, std::int32_t windows, Time now);

// ---- Register an outlet.

struct Register {
  static constexpr auto name = "outlet.register";
  static constexpr Roles roles = command_centres | administrators;
  OutletId outlet;
  std::string title;
  CityId city;
  std::string district;
  std::string address;
  Point at;
  PositionSource position_source = PositionSource::unknown;
  std::optional<CommunityId> community;
  Kind kind = Kind::sub_branch;
  std::int32_t windows = 0;
  std::int32_t machines = 0;
  std::int32_t lobby_m2 = 0;
  std::int32_t seats = 0;
  TimeOfDay opens, closes;
  Fen cash_float;
  Fen cash_limit;
  std::optional<std::string> phone;
};
BOOST_DESCRIBE_STRUCT(Register, (),
                      (outlet, title, city, district, address, at, position_source, community, kind,
                       windows, machines, lobby_m2, seats, opens, closes, cash_float, cash_limit,
                       phone))

struct Registered {
  static constexpr auto name = "outlet.registered";
  OutletId outlet;
  std::string title;
  CityId city;
  std::string district;
  std::string address;
  Point at;
  PositionSource position_source = PositionSource::unknown;
  std::optional<CommunityId> community;
  Kind kind = Kind::sub_branch;
  std::int32_t windows = 0;
  std::int32_t machines = 0;
  std::int32_t lobby_m2 = 0;
  std::int32_t seats = 0;
  TimeOfDay opens, closes;
  Fen cash_float;
  Fen cash_limit;
  std::optional<State> state;  // Closed where the seal came before the outlet's record.
  std::optional<std::string> phone;
};
BOOST_DESCRIBE_STRUCT(Registered, (),
                      (outlet, title, city, district, address, at, position_source, community, kind,
                       windows, machines, lobby_m2, seats, opens, closes, cash_float, cash_limit,
                       state, phone))

Decision<Registered> decide(const Bank&, const Register&, const Stamp&);
void apply(Outlets&, const Registered&, const Mark&);

// ---- Publish the number that people may call, or take it back (none).

struct PublishPhone {
  static constexpr auto name = "outlet.publish-phone";
  static constexpr Roles roles = managers | administrators;
  OutletId outlet;
  std::optional<std::string> phone;
};
BOOST_DESCRIBE_STRUCT(PublishPhone, (), (outlet, phone))

struct PhonePublished {
  static constexpr auto name = "outlet.phone-published";
  OutletId outlet;
  std::optional<std::string> phone;
};
BOOST_DESCRIBE_STRUCT(PhonePublished, (), (outlet, phone))

Decision<PhonePublished> decide(const Bank&, const PublishPhone&, const Stamp&);
void apply(Outlets&, const PhonePublished&, const Mark&);

// ---- Prepare: the day's work before opening begins.

struct Prepare {
  static constexpr auto name = "outlet.prepare";
  static constexpr Roles roles = managers;
  OutletId outlet;
};
BOOST_DESCRIBE_STRUCT(Prepare, (), (outlet))

struct Prepared {
  static constexpr auto name = "outlet.prepared";
  OutletId outlet;
};
BOOST_DESCRIBE_STRUCT(Prepared, (), (outlet))

Decision<Prepared> decide(const Bank&, const Prepare&, const Stamp&);
void apply(Outlets&, const Prepared&, const Mark&);

// ---- Open with so many windows, through the hard gate.

struct Open {
  static constexpr auto name = "outlet.open";
  static constexpr Roles roles = managers;
  OutletId outlet;
  std::int32_t windows = 1;
};
BOOST_DESCRIBE_STRUCT(Open, (), (outlet, windows))

struct Opened {
  static constexpr auto name = "outlet.opened";
  OutletId outlet;
  std::int32_t windows = 1;
};
BOOST_DESCRIBE_STRUCT(Opened, (), (outlet, windows))

Decision<Opened> decide(const Bank&, const Open&, const Stamp&);
void apply(Outlets&, const Opened&, const Mark&);

// ---- Limit the crowd, or pause the windows; `reason` is told to the public (L5, G19).

struct Restrict {
  static constexpr auto name = "outlet.restrict";
  static constexpr Roles roles = managers;
  OutletId outlet;
  State to = State::limited;  // limited or paused
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Restrict, (), (outlet, to, reason))

struct Restricted {
  static constexpr auto name = "outlet.restricted";
  OutletId outlet;
  State to = State::limited;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Restricted, (), (outlet, to, reason))

Decision<Restricted> decide(const Bank&, const Restrict&, const Stamp&);
void apply(Outlets&, const Restricted&, const Mark&);

// ---- Close for the day, or until further notice.

struct Close {
  static constexpr auto name = "outlet.close";
  static constexpr Roles roles = managers;
  OutletId outlet;
  std::int32_t customers_served = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Close, (), (outlet, customers_served, reason))

// What the checklists of the day still ask for when the doors are shut, by item.
struct LeftOpen {
  Day on;
  std::vector<std::string> items;
};
BOOST_DESCRIBE_STRUCT(LeftOpen, (), (on, items))

struct Closed {
  static constexpr auto name = "outlet.closed";
  OutletId outlet;
  std::int32_t customers_served = 0;
  std::string reason;
  std::optional<LeftOpen> left_open = {};  // Where a checklist is in force.
};
BOOST_DESCRIBE_STRUCT(Closed, (), (outlet, customers_served, reason, left_open))

Decision<Closed> decide(const Bank&, const Close&, const Stamp&);
void apply(Outlets&, const Closed&, const Mark&);

// ---- Switch the 24-hour self-service bank on or off.

struct SwitchSelfService {
  static constexpr auto name = "outlet.switch-self-service";
  static constexpr Roles roles = managers;
  OutletId outlet;
  bool on = true;
};
BOOST_DESCRIBE_STRUCT(SwitchSelfService, (), (outlet, on))

struct SelfServiceSwitched {
  static constexpr auto name = "outlet.self-service-switched";
  OutletId outlet;
  bool on = true;
};
BOOST_DESCRIBE_STRUCT(SelfServiceSwitched, (), (outlet, on))

Decision<SelfServiceSwitched> decide(const Bank&, const SwitchSelfService&, const Stamp&);
void apply(Outlets&, const SelfServiceSwitched&, const Mark&);

// A seal closes the outlets in its communities, and their machines, which nobody may then refill.
void apply(Outlets&, const zone::Sealed&, const Mark&);

using Commands =
    boost::mp11::mp_list<Register, PublishPhone, Prepare, Open, Restrict, Close, SwitchSelfService>;

}  // namespace waystation::outlet
