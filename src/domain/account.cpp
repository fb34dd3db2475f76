#include "domain/bank.h"

namespace waystation::account {

namespace {

// The levels at which a role works: a command centre leads its own, an outlet's crew stands in it.
bool works_at(Role role, Level level) {
  switch (role) {
    case Role::province_command:
      return level == Level::province;
    case Role::city_command:
      return level == Level::city;
    case Role::outlet_manager:
    case Role::supervisor:
    case Role::teller:
    case Role::lobby_guide:
    case Role::hall_display:
    case Role::door_counter:
    case Role::device:
      return level == Level::outlet;
    case Role::cash_centre:
    case Role::van_crew:
      return level != Level::outlet;
    case Role::inspector:
    case Role::auditor:
    case Role::administrator:
      return true;
    case Role::visitor:
      return false;
  }
  return false;
}

std::optional<Refusal> refuse_place(const Bank& bank, const Scope& scope) {
  if (scope.city.text.empty()) return {};
  if (!bank.cities.contains(scope.city)) return unknown("city.unknown", scope.city.text);
  if (scope.outlet.text.empty()) return {};
  const auto* outlet = bank.outlets.find(scope.outlet);
  if (!outlet || outlet->city != scope.city) return unknown("outlet.unknown", scope.outlet.text);
  return {};
}

}  // namespace

// ---- Create.

Scope scope_of(const Bank&, const Create& c) {
  return c.scope;
}

Decision<Created> decide(const Bank& bank, const Create& c, const Stamp& stamp) {
  if (bank.accounts.contains(c.account))
    return conflict("account.already-created", {{"id", c.account.text}});
  if (c.account == public_actor) return invalid("account.id-reserved", {{"id", c.account.text}});
  if (c.title.empty()) return invalid("account.title-empty");
  // The command centre gives no right that it does not hold itself (separation of duties).
  if (c.role == Role::administrator && stamp.role != Role::administrator)
    return Refusal{Why::forbidden, "account.role-above-own", {}, {}, {{"role", "administrator"}}};
  if (auto no = refuse_place(bank, c.scope)) return *no;
  if (!works_at(c.role, c.scope.level()))
    return invalid(
        "account.role-not-of-this-level",
        {{"role", std::string(name_of(c.role))}, {"level", std::string(name_of(c.scope.level()))}});
  return Created{c.account, c.title, c.role, c.scope};
}

void apply(Accounts& accounts, const Created& e, const Mark&) {
  accounts.edit(e.account) = {e.title, e.role, e.scope, false};
}

// ---- Disable.

Scope scope_of(const Bank& bank, const Disable& c) {
  const auto* account = bank.accounts.find(c.account);
  return account ? account->scope : Scope{};
}

Decision<Disabled> decide(const Bank& bank, const Disable& c, const Stamp& stamp) {
  const auto* account = bank.accounts.find(c.account);
  if (!account) return unknown("account.unknown", c.account.text);
  if (account->disabled) return conflict("account.already-disabled", {{"id", c.account.text}});
  // Whoever locks themselves out can no longer let anyone in.
  if (c.account == stamp.by) return conflict("account.own", {{"id", c.account.text}});
  return Disabled{c.account};
}

void apply(Accounts& accounts, const Disabled& e, const Mark&) {
  accounts.edit(e.account).disabled = true;
}

}  // namespace waystation::account

template struct waystation::RoomTable<waystation::account::Commands>;
