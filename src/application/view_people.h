#pragma once
// 人员与隔离: who may work today, who comes free when? Names and phones are opened for managers and
// administrators within their scope; others see 张* and never a phone. Erased people have neither.
#include "application/view.h"

namespace waystation::view {

struct PersonRow {
  PersonId person;
  std::optional<std::string> name;   // Whole, or 张*; absent where erased or without a key.
  std::optional<std::string> phone;  // 138****1234, for those who see names.
  bool erased = false;
  OutletId home_outlet;
  std::string home_title;
  std::optional<CommunityId> residence;
  std::string residence_title;
  std::optional<ZoneId> zone;  // The sealed zone that they live in.
  std::string household;
  std::vector<staff::Skill> skills;
  std::optional<Day> volunteered_on;
  std::optional<quarantine::Measure> measure;  // In force or to come.
  std::optional<Time> checked_at;
  std::optional<Time> tested_at;
  bool fit = false;  // For duty today.
  std::vector<std::string> reasons;
  std::optional<OutletId> posted_to;  // By the plan in force today.
  std::int64_t version = 0;           // Of "staff/…".
  std::int64_t health_version = 0;    // Of "quarantine/…".
};
BOOST_DESCRIBE_STRUCT(PersonRow, (),
                      (person, name, phone, erased, home_outlet, home_title, residence,
                       residence_title, zone, household, skills, volunteered_on, measure,
                       checked_at, tested_at, fit, reasons, posted_to, version, health_version))

struct PeopleQuery {
  std::optional<Scope> scope;
  std::optional<ZoneId> zone;      // Who live inside it.
  std::optional<OutletId> outlet;  // Whose home outlet it is.
  std::optional<bool> fit;
  std::optional<bool> volunteered;
};
BOOST_DESCRIBE_STRUCT(PeopleQuery, (), (scope, zone, outlet, fit, volunteered))

struct People {
  static constexpr auto name = "people";
  static constexpr Roles roles =
      managers | administrators | role_set(Role::supervisor, Role::inspector, Role::auditor);
  using Query = PeopleQuery;
  std::vector<PersonRow> rows;
  bool names_open = false;  // Whether the viewer sees whole names.
  Day today;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(People, (), (rows, names_open, today, as_of_seq, as_of))
Decision<People> see(const Viewing&, const PeopleQuery&);

}  // namespace waystation::view
