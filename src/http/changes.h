#pragma once
// Tells browsers that something changed (server-sent events), so that a page asks again at once
// instead of every few seconds. A message names the last sequence number and the changed streams
// that the listener may know of; many changes within a moment are one message. A listener too slow
// to take them is dropped: it connects again and starts from the present.
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "application/desk.h"

namespace waystation::http {

// One client. All but the constructor belongs to the thread of the server.
class Listener {
 public:
  static constexpr std::size_t buffer_limit = 64 * 1024;

  // `sees` says whether a stream is within what this client may know; `present` whether its session
  // still is.
  struct Rights {
    std::function<bool(const Standing&, std::string_view stream)> sees;
    std::function<bool()> present;
  };
  explicit Listener(Rights rights) : rights_(std::move(rights)) {}

  void offer(std::string_view text);
  std::string take() { return std::exchange(pending_, {}); }
  bool over() const { return over_; }
  void finish() { over_ = true, tell(); }
  bool present() const { return rights_.present(); }
  bool sees(const Standing& standing, std::string_view stream) const {
    return rights_.sees(standing, stream);
  }
  std::function<void()> woken;  // Set by the server: there is something to take, or it is over.

 private:
  void tell() {
    if (woken) woken();
  }
  Rights rights_;
  std::string pending_;
  bool over_ = false;
};

class Changes {
 public:
  static constexpr std::size_t streams_named = 64;

  // Any thread: what was recorded. Costs nothing while nobody listens.
  void note(const std::vector<Reply>& replies);
  // The server's thread.
  void listen(std::shared_ptr<Listener>, const Standing&);
  void flush(const Standing&);
  void heartbeat();  // Keeps proxies from closing; notices sessions that ended.
  void finish();     // The server stops.
  std::size_t listeners() const { return listeners_.size(); }
  std::int64_t dropped() const { return dropped_; }

 private:
  std::string message(const Listener&, const Standing&, const std::vector<std::string>*) const;
  void sweep();

  std::vector<std::shared_ptr<Listener>> listeners_;
  std::int64_t told_seq_ = 0;
  bool waited_ = false;
  std::int64_t dropped_ = 0;

  std::atomic<bool> heard_ = false;
  std::mutex guard_;
  std::map<std::int64_t, std::string> noted_;  // Stream by sequence number.
};

}  // namespace waystation::http
