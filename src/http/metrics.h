#pragma once
// What the server counts of itself, in the text format of Prometheus. For operators: loopback or an
// administrator only, because counts tell how busy a bank is.
#include <array>
#include <atomic>
#include <cstdint>
#include <string>

#include "application/desk.h"

namespace waystation::http {

struct Metrics {
  std::array<std::atomic<std::int64_t>, 6> answers_by_class{};  // By the first digit of the status.
  std::atomic<std::int64_t> commands = 0;
  std::atomic<std::int64_t> commands_refused = 0;
  std::atomic<std::int64_t> connections = 0;          // Open now.
  std::atomic<std::int64_t> connections_refused = 0;  // Beyond the limits.
  std::atomic<std::int64_t> sse_clients = 0;
  std::atomic<std::int64_t> sse_dropped = 0;  // Too slow.

  void count(int status) { ++answers_by_class[std::size_t(status / 100 % 6)]; }
};

std::string prometheus_text(const Metrics&, const Desk&);

}  // namespace waystation::http
