#include "cli/drill_server.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <charconv>
#include <ctime>
#include <fstream>
#include <stdexcept>

namespace waystation::cli {

namespace {

constexpr const char* itself = "/proc/self/exe";

[[noreturn]] void become_server(std::vector<std::string>& words, int out) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  ::dup2(out, STDOUT_FILENO);
  ::execv(itself, arguments.data());
  std::_Exit(127);
}

// The first line that it prints is its address.
std::uint16_t port_told(int from) {
  std::string line;
  for (char c = 0; ::read(from, &c, 1) == 1 && c != '\n';) line += c;
  std::uint16_t port = 0;
  const auto colon = line.rfind(':');
  if (colon != line.npos) std::from_chars(line.data() + colon + 1, line.data() + line.size(), port);
  return port;
}

}  // namespace

double cpu_seconds_of(pid_t process) {
  clockid_t clock;
  timespec used{};
  if (::clock_getcpuclockid(process, &clock) || ::clock_gettime(clock, &used))
    throw std::runtime_error("no CPU clock of the server");
  return double(used.tv_sec) + double(used.tv_nsec) / 1e9;
}

DrillServer::DrillServer(std::vector<std::string> words) {
  words.insert(words.begin(), {"waystation", "serve", "--listen", "127.0.0.1:0"});
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC)) throw std::runtime_error("no pipe");
  process_ = ::fork();
  if (process_ == 0) become_server(words, ends[1]);
  ::close(ends[1]);
  port_ = port_told(ends[0]);
  ::close(ends[0]);
  if (port_ != 0) return;
  stop();
  throw std::runtime_error("the server did not start");
}

DrillServer::~DrillServer() {
  stop();
}

double DrillServer::most_memory_mb() const {
  std::ifstream status("/proc/" + std::to_string(process_) + "/status");
  for (std::string word; status >> word;)
    if (double kilobytes = 0; word == "VmHWM:" && status >> kilobytes) return kilobytes / 1024;
  return 0;
}

int DrillServer::stop() {
  if (process_ < 0) return 0;
  int status = 0;
  ::kill(process_, SIGTERM);
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace waystation::cli
