#pragma once
// 管理: the policy set with the grade of each source, the cities, the accounts, and the personas of
// the demo.
#include "application/view.h"

namespace waystation::view {

struct PolicyOverride {
  std::optional<ZoneId> zone;
  std::optional<OutletId> outlet;
  Day from;
  std::int64_t value = 0;
  policy::Grade grade = policy::Grade::A;
  std::string source;
  AccountId by;
  Time since;
};
BOOST_DESCRIBE_STRUCT(PolicyOverride, (), (zone, outlet, from, value, grade, source, by, since))

struct PolicyRow {
  policy::Key key{};
  std::string unit;  // The last words of the key, such as "mg_per_litre".
  std::int64_t value = 0;
  policy::Grade grade = policy::Grade::A;
  std::string source;
  std::vector<PolicyOverride> overrides;
};
BOOST_DESCRIBE_STRUCT(PolicyRow, (), (key, unit, value, grade, source, overrides))

struct PoliciesQuery {
  std::optional<policy::Key> key;
};
BOOST_DESCRIBE_STRUCT(PoliciesQuery, (), (key))

struct PolicySet {
  static constexpr auto name = "policies";
  static constexpr Roles roles = everyone_signed_in;
  using Query = PoliciesQuery;
  std::int64_t policy_version = 0;
  std::vector<PolicyRow> rows;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(PolicySet, (), (policy_version, rows, as_of_seq, as_of))
Decision<PolicySet> see(const Viewing&, const PoliciesQuery&);

// ---- Cities.

struct CityRow {
  CityId city;
  std::string title;
  std::string time_zone;
  std::int32_t outlets = 0;
};
BOOST_DESCRIBE_STRUCT(CityRow, (), (city, title, time_zone, outlets))

struct CitiesQuery {
  std::optional<Scope> scope;
};
BOOST_DESCRIBE_STRUCT(CitiesQuery, (), (scope))

struct CityTable {
  static constexpr auto name = "cities";
  static constexpr Roles roles = everyone_signed_in;
  using Query = CitiesQuery;
  std::vector<CityRow> rows;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(CityTable, (), (rows, as_of_seq, as_of))
Decision<CityTable> see(const Viewing&, const CitiesQuery&);

// ---- Accounts.

struct AccountRow {
  AccountId account;
  std::string title;
  Role role = Role::outlet_manager;
  Scope scope;
  bool disabled = false;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (account, title, role, scope, disabled, version))

struct AccountsQuery {
  std::optional<Scope> scope;
};
BOOST_DESCRIBE_STRUCT(AccountsQuery, (), (scope))

struct AccountTable {
  static constexpr auto name = "accounts";
  static constexpr Roles roles = province_only | administrators;
  using Query = AccountsQuery;
  std::vector<AccountRow> rows;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(AccountTable, (), (rows, as_of_seq, as_of))
Decision<AccountTable> see(const Viewing&, const AccountsQuery&);

// ---- Personas: the enabled accounts by title, for the switch of `serve --demo`; no scope hides
// them.

struct Persona {
  AccountId account;
  std::string title;
  Role role = Role::outlet_manager;
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(Persona, (), (account, title, role, scope))

struct PersonasQuery {
  std::optional<Role> role;
};
BOOST_DESCRIBE_STRUCT(PersonasQuery, (), (role))

struct Personas {
  static constexpr auto name = "personas";
  static constexpr Roles roles = everyone_signed_in;
  using Query = PersonasQuery;
  std::vector<Persona> rows;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(Personas, (), (rows, as_of_seq, as_of))
Decision<Personas> see(const Viewing&, const PersonasQuery&);

}  // namespace waystation::view
