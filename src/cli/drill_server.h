#pragma once
// A server in a process of its own, started as anybody would: `waystation serve`. For benchmarks,
// which must not count their own work as the server's.
#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace waystation::cli {

double cpu_seconds_of(pid_t);

class DrillServer {
 public:
  // `words` follow "serve"; it listens on a free port of 127.0.0.1. Throws where it does not start.
  explicit DrillServer(std::vector<std::string> words);
  ~DrillServer();
  DrillServer(const DrillServer&) = delete;

  std::uint16_t port() const { return port_; }
  double cpu_seconds() const { return cpu_seconds_of(process_); }
  double most_memory_mb() const;  // The most that was ever resident.
  // Asks it to end and waits; its exit code, or -1 where a signal ended it.
  int stop();

 private:
  pid_t process_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace waystation::cli
