#pragma once
// The sockets: one thread, a coroutine for each connection, every wait with an end. What it reads
// it hands to the routes; answers that come later from other threads are brought back in batches,
// with one wake-up.
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "http/routes.h"

namespace waystation::http {

struct Limits {
  std::chrono::milliseconds header{10'000};  // From its first byte to its last.
  std::chrono::milliseconds body{30'000};
  std::chrono::milliseconds write{30'000};
  std::chrono::milliseconds idle{75'000};
  std::chrono::milliseconds drain{10'000};  // For what is on its way when the server stops.
  std::size_t connections = 1024;
  std::size_t per_address = 32;
  std::size_t per_loopback_address = 1024;  // A proxy brings everybody from there.
};

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: any that is free.
  Limits limits;
  bool handles_signals = false;  // SIGTERM and SIGINT stop it.
};

class Server {
 public:
  class Core;

  // Listens at once; throws where the address is taken.
  Server(Routes&, const ServerOptions&);
  ~Server();
  Server(const Server&) = delete;

  std::uint16_t port() const;
  // Serves until it is stopped and what was on its way is answered, or until the desk is lost.
  void run();
  void stop();  // Any thread.

 private:
  std::unique_ptr<Core> core_;
};

}  // namespace waystation::http
