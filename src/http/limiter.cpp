#include "http/limiter.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace waystation::http {

namespace {

std::chrono::nanoseconds one_act(const Limiter::Rate& rate) {
  return std::chrono::nanoseconds(rate.period) / std::max<std::int64_t>(rate.acts, 1);
}

std::int64_t wait_after(std::chrono::nanoseconds used, const Limiter::Rate& rate) {
  const auto over = used + one_act(rate) - std::chrono::nanoseconds(rate.period);
  return over.count() <= 0 ? 0 : std::chrono::ceil<std::chrono::seconds>(over).count();
}

}  // namespace

// What is asked has come to the front, and its time has run off.
Limiter::Bucket& Limiter::bucket(std::string_view key, Moment now) {
  const auto known = by_key_.find(key);
  if (known != by_key_.end()) {
    buckets_.splice(buckets_.begin(), buckets_, known->second);
  } else {
    if (buckets_.size() >= most) {
      by_key_.erase(buckets_.back().key);
      buckets_.pop_back();
    }
    buckets_.push_front({std::string(key), {}, now});
    by_key_.emplace(buckets_.front().key, buckets_.begin());
  }
  Bucket& found = buckets_.front();
  found.used = std::max(std::chrono::nanoseconds(0), found.used - (now - found.asked));
  found.asked = now;
  return found;
}

std::int64_t Limiter::take(std::string_view key, const Rate& rate, Moment now) {
  const std::lock_guard lock(guard_);
  Bucket& found = bucket(key, now);
  const std::int64_t wait = wait_after(found.used, rate);
  if (wait == 0) found.used += one_act(rate);
  return wait;
}

std::int64_t Limiter::seconds_to_wait(std::string_view key, const Rate& rate, Moment now) {
  const std::lock_guard lock(guard_);
  const auto known = by_key_.find(key);
  if (known == by_key_.end()) return 0;
  return wait_after(
      std::max(std::chrono::nanoseconds(0), known->second->used - (now - known->second->asked)),
      rate);
}

std::size_t Limiter::size() const {
  const std::lock_guard lock(guard_);
  return buckets_.size();
}

std::string address_key(std::string_view address) {
  constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  const std::string text(address.substr(0, address.find('%')));
  std::array<unsigned char, 16> bytes{};
  std::array<char, INET6_ADDRSTRLEN> out{};
  if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) {
    return inet_ntop(AF_INET, bytes.data(), out.data(), out.size());
  }
  if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return {};
  if (std::equal(mapped.begin(), mapped.end(), bytes.begin()))
    return inet_ntop(AF_INET, bytes.data() + mapped.size(), out.data(), out.size());
  std::fill(bytes.begin() + 8, bytes.end(), 0);
  return std::string(inet_ntop(AF_INET6, bytes.data(), out.data(), out.size())) + "/64";
}

std::string_view last_forwarded(std::string_view forwarded_for) {
  const auto comma = forwarded_for.rfind(',');
  std::string_view last =
      comma == forwarded_for.npos ? forwarded_for : forwarded_for.substr(comma + 1);
  while (last.starts_with(' ') || last.starts_with('\t')) last.remove_prefix(1);
  while (last.ends_with(' ') || last.ends_with('\t')) last.remove_suffix(1);
  return last;
}

}  // namespace waystation::http
