#include "application/view_policy.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

// Units of several words, before those of one.
constexpr std::array long_units = {std::string_view{"tenths_celsius"},
                                   std::string_view{"mg_per_litre"},
                                   std::string_view{"m2_per_person"},
                                   std::string_view{"per_person_day"},
                                   std::string_view{"per_suit_change"},
                                   std::string_view{"per_window_day"},
                                   std::string_view{"per_thousand_customers"},
                                   std::string_view{"per_day"},
                                   std::string_view{"per_week"},
                                   std::string_view{"basis_points"},
                                   std::string_view{"day_of_month"}};

std::string unit_of(std::string_view key) {
  for (const auto unit : long_units)
    if (key.ends_with(unit)) return std::string(unit);
  return std::string(key.substr(key.rfind('_') + 1));
}

PolicyRow row_of(const Bank& bank, policy::Key key) {
  const auto& value = policy::default_of(key);
  PolicyRow row{key, unit_of(name_of(key)), value.value, value.grade, value.source, {}};
  for (const auto& o : bank.policies.overrides)
    if (o.key == key)
      row.overrides.push_back(
          {o.zone, o.outlet, o.from, o.value.value, o.value.grade, o.value.source, o.by, o.since});
  return row;
}

}  // namespace

Decision<PolicySet> see(const Viewing& v, const PoliciesQuery& q) {
  PolicySet out;
  out.policy_version = v.standing.bank.policies.version;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<policy::Key>>([&](auto key) {
    if (!q.key || *q.key == key.value) out.rows.push_back(row_of(v.standing.bank, key.value));
  });
  stamp_as_of(out, v.standing);
  return out;
}

// ---- Cities.

Decision<CityTable> see(const Viewing& v, const CitiesQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  std::map<CityId, std::int32_t> outlets;
  for (const auto& [id, outlet] : v.standing.bank.outlets)
    if (has_counter(outlet)) ++outlets[outlet.city];
  CityTable out;
  for (const auto& [id, city] : v.standing.bank.cities)
    if (Scope{scope->city, {}}.covers({id, {}}))
      out.rows.push_back({id, city.name, city.time_zone, outlets[id]});
  stamp_as_of(out, v.standing);
  return out;
}

// ---- Accounts.

Decision<AccountTable> see(const Viewing& v, const AccountsQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  AccountTable out;
  for (const auto& [id, account] : v.standing.bank.accounts)
    if (scope->covers(account.scope))
      out.rows.push_back({id, account.title, account.role, account.scope, account.disabled,
                          version_of(v.standing, "account", id.text)});
  stamp_as_of(out, v.standing);
  return out;
}

Decision<Personas> see(const Viewing& v, const PersonasQuery& q) {
  Personas out;
  for (const auto& [id, account] : v.standing.bank.accounts)
    if (!account.disabled && (!q.role || account.role == *q.role))
      out.rows.push_back({id, account.title, account.role, account.scope});
  stamp_as_of(out, v.standing);
  return out;
}

}  // namespace waystation::view
