#pragma once
// What every room of the bank knows: the ids, who acts with what right, when, and that there is a
// bank.
#include <map>

#include "core/json.h"

namespace waystation {

struct Bank;  // The whole state, in bank.h. A decision may read all of it.

using AccountId = Id<struct AccountKind>;
using BookingId = Id<struct BookingKind>;      // 预约: an opaque code; never a phone or a name.
using CityId = Id<struct CityKind>;            // 二级分行 city branch
using CommunityId = Id<struct CommunityKind>;  // 社区
using OutletId = Id<struct OutletKind>;        // 网点: its 12-digit CNAPS code
using PersonId = Id<struct PersonKind>;        // A staff number; never a name.
using PlanId = Id<struct PlanKind>;
using TicketId = Id<struct TicketKind>;  // 排队号: day, letter of the service, number
using VanId = Id<struct VanKind>;        // 固定运钞车
using ZoneId = Id<struct ZoneKind>;      // 管控区

BOOST_DEFINE_ENUM_CLASS(Level, outlet, city, province)

BOOST_DEFINE_ENUM_CLASS(Role, province_command, city_command, outlet_manager, supervisor, teller,
                        lobby_guide, cash_centre, van_crew, inspector, auditor, administrator,
                        visitor, hall_display, door_counter, device)

// A set of roles, one bit each: who may give a command or see a view.
using Roles = std::uint32_t;
constexpr Roles role_set(auto... roles) {
  return ((Roles{1} << static_cast<int>(roles)) | ... | 0);
}

inline constexpr Roles province_only = role_set(Role::province_command);
inline constexpr Roles command_centres = province_only | role_set(Role::city_command);
inline constexpr Roles managers = command_centres | role_set(Role::outlet_manager);
inline constexpr Roles outlet_crew =
    managers | role_set(Role::supervisor, Role::teller, Role::lobby_guide);
inline constexpr Roles administrators = role_set(Role::administrator);
inline constexpr Roles everyone = (Roles{1} << 11) - 1;
// Whoever takes a ticket from home. No account has this role; the public pages act by it alone.
inline constexpr Roles the_public = role_set(Role::visitor);
// Machines of an outlet, each with one right: a screen that shows its queue, a sensor at its door,
// a cash machine that reports its counters (Role::device).
inline constexpr Roles hall_displays = role_set(Role::hall_display);
inline constexpr Roles door_counters = role_set(Role::door_counter);

// A part of the province: all of it, a city, or an outlet. Written "", "SY" or "SY/102221004264".
struct Scope {
  CityId city;
  OutletId outlet;
  bool operator==(const Scope&) const = default;

  bool covers(const Scope& other) const {
    return (city.text.empty() || city == other.city) &&
           (outlet.text.empty() || outlet == other.outlet);
  }
  Level level() const {
    return !outlet.text.empty() ? Level::outlet
           : !city.text.empty() ? Level::city
                                : Level::province;
  }
};

std::optional<Scope> parse_scope(std::string_view text);
std::string to_text(const Scope&);

bool read(json::Reader&, json::Element, Scope&);
void write(std::string& out, const Scope&);

// Who did it, and when: all that an event is applied with. The domain never reads a clock.
struct Mark {
  Time at;
  AccountId by;
};

// In whose name the public pages act: nobody may have an account of this name.
inline const AccountId public_actor{"public"};

// Who asks, and by what right: what a command is decided with.
struct Stamp : Mark {
  Role role = Role::province_command;
  Scope scope = {};
};

inline Refusal unknown(std::string code, std::string id) {
  return {Why::missing, std::move(code), {}, {}, {{"id", std::move(id)}}};
}
inline Refusal conflict(std::string code, std::vector<Fact> facts = {}) {
  return {Why::conflict, std::move(code), {}, {}, std::move(facts)};
}
inline Refusal invalid(std::string code, std::vector<Fact> facts = {}) {
  return {Why::invalid, std::move(code), {}, {}, std::move(facts)};
}

}  // namespace waystation
