#pragma once
// Staff 员工: what a person may do, where they live, and whether they have offered to serve. Only
// people who already live inside a seal may be posted there ("others could not go home again");
// they volunteer by a written request 请战书. Names and phones are sealed; everything else speaks
// of a staff number.
#include "domain/room.h"

namespace waystation::staff {

// What a person is trained and licensed for. `vault` is the right to be one of two key-holders.
BOOST_DEFINE_ENUM_CLASS(Skill, supervisor, teller, lobby, guard, vault)

struct Person {
  Personal name;
  Personal phone;
  OutletId home_outlet;
  std::optional<CommunityId> residence;
  std::string household;  // People who live together share it; empty: alone or unknown.
  std::vector<Skill> skills;
  std::optional<Day> volunteered_on;
  bool erased = false;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (name, phone, home_outlet, residence, household, skills, volunteered_on,
                       erased))
using People = Table<PersonId, Person>;

// Who lives together, so that a question about one household never walks over all people. Who is
// erased stays listed, as a number without a record.
using Households = Table<std::string, std::vector<PersonId>>;

bool has_skill(const Person&, Skill);
// The others of the household; empty where nobody is known.
std::vector<PersonId> co_residents(const Bank&, const PersonId&);

// ---- Register a person.

struct Register {
  static constexpr auto name = "staff.register";
  static constexpr Roles roles = managers | administrators;
  PersonId person;
  Personal full_name;
  Personal phone;
  OutletId home_outlet;
  std::optional<CommunityId> residence;
  std::string household;
  std::vector<Skill> skills;
};
BOOST_DESCRIBE_STRUCT(Register, (),
                      (person, full_name, phone, home_outlet, residence, household, skills))

struct Registered {
  static constexpr auto name = "staff.registered";
  PersonId person;
  Personal full_name;
  Personal phone;
  OutletId home_outlet;
  std::optional<CommunityId> residence;
  std::string household;
  std::vector<Skill> skills;
};
BOOST_DESCRIBE_STRUCT(Registered, (),
                      (person, full_name, phone, home_outlet, residence, household, skills))

Scope scope_of(const Bank&, const Register&);
Decision<Registered> decide(const Bank&, const Register&, const Stamp&);
void apply(People&, const Registered&, const Mark&);
void apply(Households&, const Registered&, const Mark&);

// ---- Volunteer 请战: refused for who lives outside the zone, with the reason.

struct Volunteer {
  static constexpr auto name = "staff.volunteer";
  static constexpr Roles roles = outlet_crew;
  PersonId person;
  ZoneId zone;
  std::optional<Day> on = {};  // Where the request was written before it is recorded.
};
BOOST_DESCRIBE_STRUCT(Volunteer, (), (person, zone, on))

struct Volunteered {
  static constexpr auto name = "staff.volunteered";
  PersonId person;
  ZoneId zone;
  Day on;
};
BOOST_DESCRIBE_STRUCT(Volunteered, (), (person, zone, on))

Scope scope_of(const Bank&, const Volunteer&);  // The person's, not the zone's.
Decision<Volunteered> decide(const Bank&, const Volunteer&, const Stamp&);
void apply(People&, const Volunteered&, const Mark&);

// ---- Erase: the person's key is destroyed; the log stays whole, the values are gone (PIPL 47).

struct Erase {
  static constexpr auto name = "staff.erase";
  static constexpr Roles roles = province_only | administrators;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(Erase, (), (person))

struct Erased {
  static constexpr auto name = "staff.erased";
  static constexpr bool erases_person = true;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(Erased, (), (person))

Decision<Erased> decide(const Bank&, const Erase&, const Stamp&);
void apply(People&, const Erased&, const Mark&);

using Commands = boost::mp11::mp_list<Register, Volunteer, Erase>;

}  // namespace waystation::staff
