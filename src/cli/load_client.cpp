#include "cli/load_client.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <stdexcept>
#include <system_error>

namespace waystation::cli {

namespace {

std::int64_t now_us() {
  using namespace std::chrono;
  return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

int connected(std::uint16_t port) {
  const int to = ::socket(AF_INET, SOCK_STREAM, 0);
  if (to < 0) fail("socket");
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_port = htons(port);
  where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(to, reinterpret_cast<sockaddr*>(&where), sizeof where)) fail("connect");
  const int on = 1;
  ::setsockopt(to, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return to;
}

// The length of a whole answer at the front, or 0 while it is not all here.
std::size_t whole_answer(const std::string& in) {
  const auto head = in.find("\r\n\r\n");
  if (head == in.npos) return 0;
  constexpr std::string_view field = "Content-Length: ";
  const auto at = in.find(field);
  std::size_t length = 0;
  if (at < head) std::from_chars(in.data() + at + field.size(), in.data() + head, length);
  const std::size_t whole = head + 4 + length;
  return in.size() >= whole ? whole : 0;
}

}  // namespace

LoadClient::LoadClient(std::uint16_t port, int connections)
    : epoll_(::epoll_create1(0)), connections_(std::size_t(connections)) {
  for (std::size_t i = 0; i < connections_.size(); ++i) {
    connections_[i].socket = connected(port);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = i;
    if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, connections_[i].socket, &event)) fail("epoll_ctl");
  }
}

LoadClient::~LoadClient() {
  for (const Connection& connection : connections_) ::close(connection.socket);
  ::close(epoll_);
}

void LoadClient::send(int index, const std::function<void(int, std::string&)>& next) {
  Connection& connection = connections_[std::size_t(index)];
  connection.out.clear();
  next(index, connection.out);
  connection.sent_us = now_us();
  connection.waiting = true;
  const auto sent =
      ::send(connection.socket, connection.out.data(), connection.out.size(), MSG_NOSIGNAL);
  if (sent != ssize_t(connection.out.size())) fail("send");
}

bool LoadClient::receive(Connection& connection, LoadResult& result) {
  std::array<char, 8192> bytes;
  const auto count = ::recv(connection.socket, bytes.data(), bytes.size(), 0);
  if (count <= 0) throw std::runtime_error("the server closed a connection");
  connection.in.append(bytes.data(), std::size_t(count));
  const std::size_t whole = whole_answer(connection.in);
  if (whole == 0) return false;
  const bool good = connection.in.compare(0, 12, "HTTP/1.1 200") == 0;
  ++(good ? result.answered : result.refused);
  result.waits_us.push_back(now_us() - connection.sent_us);
  connection.in.erase(0, whole);
  connection.waiting = false;
  return true;
}

LoadResult LoadClient::run(double seconds,
                           const std::function<void(int connection, std::string& out)>& next) {
  LoadResult result;
  const std::int64_t began = now_us();
  const std::int64_t until = began + std::int64_t(seconds * 1e6);
  std::size_t waiting = connections_.size();
  for (std::size_t i = 0; i < connections_.size(); ++i) send(int(i), next);
  std::array<epoll_event, 64> events;
  while (waiting > 0) {
    const int ready = ::epoll_wait(epoll_, events.data(), int(events.size()), 10'000);
    if (ready <= 0) throw std::runtime_error("the server does not answer");
    for (int e = 0; e < ready; ++e) {
      const std::size_t index = events[std::size_t(e)].data.u64;
      if (!receive(connections_[index], result)) continue;
      if (now_us() < until)
        send(int(index), next);
      else
        --waiting;
    }
  }
  result.seconds = double(now_us() - began) / 1e6;
  return result;
}

}  // namespace waystation::cli
