#pragma once
// Token buckets: so many acts an hour or a minute for each key, such as an address, and no more.
// Memory is bounded: at most `most` buckets, of which the one that was asked longest ago goes
// first. Whoever owns more addresses than that owns more buckets anyway; a bucket for the outlet
// stands behind.
#include <chrono>
#include <cstdint>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace waystation::http {

class Limiter {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  static constexpr std::size_t most = 65'536;

  // So many at once, and as many again in each period, evenly.
  struct Rate {
    std::int64_t acts = 1;
    std::chrono::seconds period{3600};
  };

  // Takes one act: 0, or the seconds until one is there; then nothing is taken.
  std::int64_t take(std::string_view key, const Rate&, Moment now);
  // The same, and takes nothing.
  std::int64_t seconds_to_wait(std::string_view key, const Rate&, Moment now);
  std::size_t size() const;

 private:
  struct Bucket {
    std::string key;
    std::chrono::nanoseconds used{0};  // Time that the acts so far still need.
    Moment asked;
  };
  using Buckets = std::list<Bucket>;  // Asked last stands first.
  Bucket& bucket(std::string_view key, Moment now);

  mutable std::mutex guard_;
  Buckets buckets_;
  std::unordered_map<std::string_view, Buckets::iterator> by_key_;
};

// Who an address belongs to, as far as limits go: IPv4 whole, IPv6 by its /64, an IPv4 address in
// IPv6's clothes as what it is. What is no address is "".
std::string address_key(std::string_view address);
// The last of X-Forwarded-For: what our own proxy has seen. The others anybody may have written.
std::string_view last_forwarded(std::string_view forwarded_for);

}  // namespace waystation::http
