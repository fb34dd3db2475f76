#pragma once
// A small HTTP client that keeps many connections busy from one thread: each sends its next request
// when its last was answered (a closed loop). Only for benchmarks and fault tests against our own
// server.
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace waystation::cli {

struct LoadResult {
  std::int64_t answered = 0;  // With status 200.
  std::int64_t refused = 0;
  double seconds = 0;
  std::vector<std::int64_t> waits_us;  // Of each answer.
};

class LoadClient {
 public:
  // Connects to 127.0.0.1; throws std::runtime_error.
  LoadClient(std::uint16_t port, int connections);
  ~LoadClient();
  LoadClient(const LoadClient&) = delete;

  // `next` writes the request of a connection. Runs for so long, then waits for what is on its way.
  LoadResult run(double seconds, const std::function<void(int connection, std::string& out)>& next);

 private:
  struct Connection {
    int socket = -1;
    std::string out, in;
    std::int64_t sent_us = 0;
    bool waiting = false;
  };
  void send(int index, const std::function<void(int, std::string&)>& next);
  bool receive(Connection&, LoadResult&);

  int epoll_ = -1;
  std::vector<Connection> connections_;
};

}  // namespace waystation::cli
