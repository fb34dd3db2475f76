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
  bool fit_tomorrow = false;  // As far as it is known today.
  std::vector<std::string> reasons_tomorrow;
  std::optional<Day> free_on;                // From when nothing bars them; absent: not known.
  std::vector<quarantine::DueTest> tests;    // That the measure asks for.
  std::optional<Time> loop_declared_at;      // 两点一线
  std::optional<std::string> may_volunteer;  // "yes", or why not; absent where they have.
  std::vector<std::string> volunteer_missing;
  std::optional<OutletId> posted_to;  // By the plan in force today.
  std::int64_t version = 0;           // Of "staff/…".
  std::int64_t health_version = 0;    // Of "quarantine/…".
};
BOOST_DESCRIBE_STRUCT(PersonRow, (),
                      (person, name, phone, erased, home_outlet, home_title, residence,
                       residence_title, zone, household, skills, volunteered_on, measure,
                       checked_at, tested_at, fit, reasons, fit_tomorrow, reasons_tomorrow, free_on,
                       tests, loop_declared_at, may_volunteer, volunteer_missing, posted_to,
                       version, health_version))

struct PeopleQuery {
  std::optional<Scope> scope;
  std::optional<ZoneId> zone;      // Who live inside it.
  std::optional<OutletId> outlet;  // Where they are at home, or posted today.
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
  std::vector<quarantine::Scheme> schemes;  // In force today, to start a measure by.
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(People, (), (rows, names_open, today, schemes, as_of_seq, as_of))
Decision<People> see(const Viewing&, const PeopleQuery&);

}  // namespace waystation::view
