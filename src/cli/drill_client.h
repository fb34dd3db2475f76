#pragma once
// Many HTTP connections from one thread, each from a loopback address of its own, as outlets have.
// It sends when it is told to and never waits for an answer first: an open loop, so that a slow
// server is not asked less. Only for benchmarks against our own server.
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace waystation::cli {

std::int64_t steady_us();

struct DrillAnswer {
  int connection = 0;
  int status = 0;
  std::string_view body;
};

class DrillClient {
 public:
  DrillClient(std::uint16_t port, int connections);
  ~DrillClient();
  DrillClient(const DrillClient&) = delete;

  void send(int connection, std::string_view request);
  // Hands over what was answered until then (steady_us()), or at the first answers.
  void wait(std::int64_t until_us, const std::function<void(const DrillAnswer&)>& take);

 private:
  struct Connection {
    int socket = -1;
    std::string in;
  };
  void receive(int connection, const std::function<void(const DrillAnswer&)>& take);

  int epoll_ = -1;
  std::vector<Connection> connections_;
};

}  // namespace waystation::cli
