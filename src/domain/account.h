#pragma once
// Accounts: who may sign in, as what, for which part of the province. A password never enters the
// log; the storage keeps its argon2id hash apart. The first account is enrolled with the one-time
// code of `init`.
#include "domain/room.h"

namespace waystation::account {

struct Account {
  std::string title;  // As shown beside what they did: "省行值班".
  Role role = Role::outlet_manager;
  Scope scope;
  bool disabled = false;
};
BOOST_DESCRIBE_STRUCT(Account, (), (title, role, scope, disabled))
using Accounts = Table<AccountId, Account>;

// ---- Create: nobody gives a wider scope, or a higher role, than their own.

struct Create {
  static constexpr auto name = "account.create";
  static constexpr Roles roles = administrators | province_only;
  AccountId account;
  std::string title;
  Role role = Role::outlet_manager;
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(Create, (), (account, title, role, scope))

struct Created {
  static constexpr auto name = "account.created";
  AccountId account;
  std::string title;
  Role role = Role::outlet_manager;
  Scope scope;
};
BOOST_DESCRIBE_STRUCT(Created, (), (account, title, role, scope))

Scope scope_of(const Bank&, const Create&);  // The new account's.
Decision<Created> decide(const Bank&, const Create&, const Stamp&);
void apply(Accounts&, const Created&, const Mark&);

// ---- Disable.

struct Disable {
  static constexpr auto name = "account.disable";
  static constexpr Roles roles = administrators | province_only;
  AccountId account;
};
BOOST_DESCRIBE_STRUCT(Disable, (), (account))

struct Disabled {
  static constexpr auto name = "account.disabled";
  AccountId account;
};
BOOST_DESCRIBE_STRUCT(Disabled, (), (account))

Scope scope_of(const Bank&, const Disable&);
Decision<Disabled> decide(const Bank&, const Disable&, const Stamp&);
void apply(Accounts&, const Disabled&, const Mark&);

using Commands = boost::mp11::mp_list<Create, Disable>;

}  // namespace waystation::account
