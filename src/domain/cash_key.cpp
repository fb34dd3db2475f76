#include "domain/cash_key.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::cash_key {

namespace {

std::int64_t value(const Bank& bank, policy::Key key, const OutletId& outlet, Time now) {
  return policy::in_force(bank, key, outlet, local_day(now, outlet::time_zone_of(bank, outlet)))
      .value;
}

const Lock* lock_named(const Bank& bank, const OutletId& outlet, const LockName& name) {
  const auto& locks = keys_of(bank, outlet).locks;
  const auto at = std::ranges::find(locks, name, &Lock::lock);
  return at == locks.end() ? nullptr : &*at;
}

Lock& edit(Keys& keys, const OutletId& outlet, const LockName& name) {
  auto& locks = keys.edit(outlet).locks;
  const auto at = std::ranges::find(locks, name, &Lock::lock);
  if (at == locks.end()) throw std::logic_error("cash-key: a lock that is not there");
  return *at;
}

bool is_pair(const Pair& pair, const AccountId& a, const AccountId& b) {
  return pair.one == std::min(a, b) && pair.other == std::max(a, b);
}

}  // namespace

const KeyRing& keys_of(const Bank& bank, const OutletId& outlet) {
  static const KeyRing empty;
  const auto* ring = bank.cash_keys.find(outlet);
  return ring ? *ring : empty;
}

bool is_of_vault(cash::DeedKind kind) {
  return kind != cash::DeedKind::hand_over && kind != cash::DeedKind::take_over;
}

const Pair* pair_of(const KeyRing& ring, const AccountId& a, const AccountId& b, Time now) {
  for (const Pair& pair : ring.pairs)
    if (is_pair(pair, a, b) && now - pair.last < rest_of_pair) return &pair;
  return nullptr;
}

Time change_by(const Bank& bank, const OutletId& outlet, const Pair& pair, Time now) {
  return pair.since + std::chrono::days{value(bank, policy::Key::cash_pair_max_days, outlet, now)};
}

Day code_due_on(const Bank& bank, const OutletId& outlet, const Lock& lock, Time now) {
  const std::chrono::months months{value(bank, policy::Key::cassette_code_months, outlet, now)};
  const std::chrono::year_month_day due = std::chrono::year_month_day{lock.changed_on} + months;
  return due.ok() ? Day{due} : Day{due.year() / due.month() / std::chrono::last};
}

std::optional<Refusal> refuse_pair(const Bank& bank, const OutletId& outlet, const AccountId& first,
                                   const Stamp& second) {
  const Pair* pair = pair_of(keys_of(bank, outlet), first, second.by, second.at);
  if (!pair || second.at < change_by(bank, outlet, *pair, second.at)) return {};
  if (value(bank, policy::Key::cash_pair_blocks, outlet, second.at) == 0) return {};
  const std::string& zone = outlet::time_zone_of(bank, outlet);
  return conflict(
      "cash-key.pair-too-long",
      {{"one", pair->one.text},
       {"other", pair->other.text},
       {"since", to_text(local_day(pair->since, zone))},
       {"days", std::to_string(value(bank, policy::Key::cash_pair_max_days, outlet, second.at))}});
}

// ---- Register a lock.

Decision<LockRegistered> decide(const Bank& bank, const RegisterLock& c, const Stamp& stamp) {
  if (auto no = cash::refuse_site(bank, c.outlet)) return *no;
  if (lock_named(bank, c.outlet, c.lock))
    return conflict("cash-key.lock-exists", {{"lock", c.lock.text}});
  if (c.changed_on > local_day(stamp.at, outlet::time_zone_of(bank, c.outlet)))
    return invalid("cash-key.day-in-future", {{"day", to_text(c.changed_on)}});
  return LockRegistered{c.outlet, c.lock, c.kind, c.changed_on};
}

void apply(Keys& keys, const LockRegistered& e, const Mark&) {
  keys.edit(e.outlet).locks.push_back({e.lock, e.kind, e.changed_on, {}, {}, {}});
}

// ---- Change a code.

Decision<ChangeBegun> decide(const Bank& bank, const BeginChange& c, const Stamp&) {
  if (auto no = cash::refuse_site(bank, c.outlet)) return *no;
  if (!lock_named(bank, c.outlet, c.lock)) return unknown("cash-key.lock-unknown", c.lock.text);
  return ChangeBegun{c.outlet, c.lock};
}

void apply(Keys& keys, const ChangeBegun& e, const Mark& mark) {
  Lock& lock = edit(keys, e.outlet, e.lock);
  lock.begun_by = mark.by, lock.begun_at = mark.at;
}

Decision<CodeChanged> decide(const Bank& bank, const ConfirmChange& c, const Stamp& stamp) {
  if (auto no = cash::refuse_site(bank, c.outlet)) return *no;
  const Lock* lock = lock_named(bank, c.outlet, c.lock);
  if (!lock) return unknown("cash-key.lock-unknown", c.lock.text);
  const std::chrono::minutes lasts{
      value(bank, policy::Key::dual_control_expiry_minutes, c.outlet, stamp.at)};
  if (!lock->begun_by || stamp.at >= *lock->begun_at + lasts)
    return conflict("cash-key.change-not-begun", {{"lock", c.lock.text}});
  if (*lock->begun_by == stamp.by)
    return conflict("cash-key.same-person", {{"account", stamp.by.text}});
  return CodeChanged{c.outlet, c.lock, local_day(stamp.at, outlet::time_zone_of(bank, c.outlet)),
                     *lock->begun_by};
}

void apply(Keys& keys, const CodeChanged& e, const Mark& mark) {
  Lock& lock = edit(keys, e.outlet, e.lock);
  lock.changed_on = e.changed_on, lock.changed_by = {e.begun_by, mark.by};
  lock.begun_by.reset(), lock.begun_at.reset();
}

// ---- Pairs.

void apply(Keys& keys, const cash::Confirmed& e, const Mark& mark) {
  if (!is_of_vault(e.deed.kind)) return;
  auto& pairs = keys.edit(e.outlet).pairs;
  std::erase_if(pairs, [&](const Pair& pair) { return mark.at - pair.last >= rest_of_pair; });
  const auto at = std::ranges::find_if(
      pairs, [&](const Pair& pair) { return is_pair(pair, e.proposed_by, mark.by); });
  if (at != pairs.end()) {
    at->last = mark.at, ++at->deeds;
    return;
  }
  pairs.push_back(
      {std::min(e.proposed_by, mark.by), std::max(e.proposed_by, mark.by), mark.at, mark.at, 1});
}

}  // namespace waystation::cash_key

template struct waystation::RoomTable<waystation::cash_key::Commands>;
