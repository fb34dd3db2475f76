#include "http/sessions.h"

#include <algorithm>

namespace waystation::http {

std::optional<AccountId> Sessions::account_of(std::string_view token) {
  const auto now = std::chrono::steady_clock::now();
  const std::string key(token);
  const std::lock_guard lock(guard_);
  const auto at = known_.find(key);
  if (at != known_.end() && now - at->second.asked < asked_again_after) return at->second.account;
  const auto session = credentials_.session(token, system_clock_now());
  if (!session) {
    known_.erase(key);
    return {};
  }
  if (known_.size() >= remembered_limit) known_.clear();
  known_[key] = {session->account, now};
  return session->account;
}

std::optional<Visitor> Sessions::visitor(std::string_view token, const Standing& standing) {
  if (token.empty() || token.size() > 128) return {};
  const auto id = account_of(token);
  const auto* account = id ? standing.bank.accounts.find(*id) : nullptr;
  if (!account) return {};
  if (account->disabled) {
    end(token);
    return {};
  }
  return Visitor{*id, account->title, account->role, account->scope};
}

// A new session may push out the account's oldest one, so what is remembered is asked again.
std::string Sessions::begin(const AccountId& account) {
  const std::lock_guard lock(guard_);
  known_.clear();
  return credentials_.begin_session(account, system_clock_now());
}

void Sessions::end(std::string_view token) {
  const std::lock_guard lock(guard_);
  known_.erase(std::string(token));
  credentials_.end_session(token);
}

void Sessions::forget_all() {
  const std::lock_guard lock(guard_);
  known_.clear();
}

std::int64_t Turnstile::seconds_to_wait(const std::string& address, Moment now) {
  const std::lock_guard lock(guard_);
  const auto at = records_.find(address);
  if (at == records_.end() || now >= at->second.until) return 0;
  return std::chrono::ceil<std::chrono::seconds>(at->second.until - now).count();
}

void Turnstile::failed(const std::string& address, Moment now) {
  const std::lock_guard lock(guard_);
  std::erase_if(records_, [&](const auto& r) { return now - r.second.last > forgotten_after; });
  Record& record = records_[address];
  record.last = now;
  const int beyond = ++record.failures - free_tries;
  if (beyond > 0)
    record.until =
        now + std::chrono::seconds(std::min<std::int64_t>(60, 1LL << std::min(beyond - 1, 6)));
}

void Turnstile::passed(const std::string& address) {
  const std::lock_guard lock(guard_);
  records_.erase(address);
}

}  // namespace waystation::http
