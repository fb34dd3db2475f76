#pragma once
// Keys and codes 轮岗与密码更换: who acts together with whom at the vault, and when each lock had
// its code changed. A pair that goes on for longer than the policy's days is named, or refused
// where the policy says so; a code is changed by two at least every six months [T2, policy
// cassette_code_months]. Both follow from the log and the time alone.
#include "domain/cash_act.h"

namespace waystation::cash_key {

using LockName = Id<struct LockNameKind>;  // As it stands on the door, "vault" or "ATM-2".

BOOST_DEFINE_ENUM_CLASS(LockKind, vault, cabinet, machine)

// Two accounts, the lesser name first, since they began to act together without a break.
struct Pair {
  AccountId one, other;
  Time since, last;
  std::int32_t deeds = 0;
};
BOOST_DESCRIBE_STRUCT(Pair, (), (one, other, since, last, deeds))

struct Lock {
  LockName lock;
  LockKind kind = LockKind::vault;
  Day changed_on;
  std::vector<AccountId> changed_by;  // None where it is only said.
  std::optional<AccountId> begun_by;  // One of two has set a new code.
  std::optional<Time> begun_at;
};
BOOST_DESCRIBE_STRUCT(Lock, (), (lock, kind, changed_on, changed_by, begun_by, begun_at))

struct KeyRing {
  std::vector<Pair> pairs;
  std::vector<Lock> locks;
};
BOOST_DESCRIBE_STRUCT(KeyRing, (), (pairs, locks))
using Keys = Table<OutletId, KeyRing>;

inline constexpr std::chrono::days rest_of_pair{7};  // Apart for so long, they begin anew. (A)
inline constexpr std::chrono::days code_warning_days{14};  // Before a code is due. (A)

const KeyRing& keys_of(const Bank&, const OutletId&);
// The pair of the two, if it still goes on at `now`.
const Pair* pair_of(const KeyRing&, const AccountId&, const AccountId&, Time now);
// When a pair must change, by the policy of the day.
Time change_by(const Bank&, const OutletId&, const Pair&, Time now);
Day code_due_on(const Bank&, const OutletId&, const Lock&, Time now);
// "cash-key.pair-too-long", where the policy blocks it.
std::optional<Refusal> refuse_pair(const Bank&, const OutletId&, const AccountId& first,
                                   const Stamp& second);
bool is_of_vault(cash::DeedKind);  // A deed that opens the vault; the van's is of two houses.

// ---- Register a lock.

inline constexpr Roles key_keepers = managers | role_set(Role::supervisor, Role::cash_centre);

struct RegisterLock {
  static constexpr auto name = "cash-key.register-lock";
  static constexpr Roles roles = key_keepers;
  OutletId outlet;
  LockName lock;
  LockKind kind = LockKind::vault;
  Day changed_on;  // As its book says.
};
BOOST_DESCRIBE_STRUCT(RegisterLock, (), (outlet, lock, kind, changed_on))

struct LockRegistered {
  static constexpr auto name = "cash-key.lock-registered";
  OutletId outlet;
  LockName lock;
  LockKind kind = LockKind::vault;
  Day changed_on;
};
BOOST_DESCRIBE_STRUCT(LockRegistered, (), (outlet, lock, kind, changed_on))

Decision<LockRegistered> decide(const Bank&, const RegisterLock&, const Stamp&);
void apply(Keys&, const LockRegistered&, const Mark&);

// ---- Change a code: one begins, another confirms.

struct BeginChange {
  static constexpr auto name = "cash-key.begin-change";
  static constexpr Roles roles = cash::cash_crew;
  OutletId outlet;
  LockName lock;
};
BOOST_DESCRIBE_STRUCT(BeginChange, (), (outlet, lock))

struct ChangeBegun {
  static constexpr auto name = "cash-key.change-begun";
  OutletId outlet;
  LockName lock;
};
BOOST_DESCRIBE_STRUCT(ChangeBegun, (), (outlet, lock))

Decision<ChangeBegun> decide(const Bank&, const BeginChange&, const Stamp&);
void apply(Keys&, const ChangeBegun&, const Mark&);

struct ConfirmChange {
  static constexpr auto name = "cash-key.confirm-change";
  static constexpr Roles roles = cash::cash_crew;
  OutletId outlet;
  LockName lock;
};
BOOST_DESCRIBE_STRUCT(ConfirmChange, (), (outlet, lock))

struct CodeChanged {
  static constexpr auto name = "cash-key.code-changed";
  OutletId outlet;
  LockName lock;
  Day changed_on;
  AccountId begun_by;
};
BOOST_DESCRIBE_STRUCT(CodeChanged, (), (outlet, lock, changed_on, begun_by))

Decision<CodeChanged> decide(const Bank&, const ConfirmChange&, const Stamp&);
void apply(Keys&, const CodeChanged&, const Mark&);

// Whoever confirms a deed of the vault acts with whoever put it forward.
void apply(Keys&, const cash::Confirmed&, const Mark&);

using Commands = boost::mp11::mp_list<RegisterLock, BeginChange, ConfirmChange>;

}  // namespace waystation::cash_key
