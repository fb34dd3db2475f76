#include "cli/drill_client.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <stdexcept>
#include <system_error>

namespace waystation::cli {

namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

sockaddr_in loopback(std::uint32_t last, std::uint16_t port) {
  sockaddr_in out{};
  out.sin_family = AF_INET;
  out.sin_port = htons(port);
  out.sin_addr.s_addr = htonl(INADDR_LOOPBACK + last);
  return out;
}

int connected(std::uint16_t port, int number) {
  const int to = ::socket(AF_INET, SOCK_STREAM, 0);
  if (to < 0) fail("socket");
  const sockaddr_in from = loopback(std::uint32_t(number) + 1, 0), there = loopback(0, port);
  if (::bind(to, reinterpret_cast<const sockaddr*>(&from), sizeof from)) fail("bind");
  if (::connect(to, reinterpret_cast<const sockaddr*>(&there), sizeof there)) fail("connect");
  const int on = 1;
  ::setsockopt(to, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return to;
}

// How long the first answer is, or 0 while it is not all here; and where its body begins.
struct Extent {
  std::size_t body = 0, whole = 0;
};
Extent first_answer(const std::string& in) {
  const auto head = in.find("\r\n\r\n");
  if (head == in.npos) return {};
  constexpr std::string_view field = "Content-Length: ";
  const auto at = in.find(field);
  std::size_t length = 0;
  if (at < head) std::from_chars(in.data() + at + field.size(), in.data() + head, length);
  const std::size_t body = head + 4;
  return in.size() >= body + length ? Extent{body, body + length} : Extent{};
}

}  // namespace

std::int64_t steady_us() {
  using namespace std::chrono;
  return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

DrillClient::DrillClient(std::uint16_t port, int connections)
    : epoll_(::epoll_create1(0)), connections_(std::size_t(connections)) {
  for (int i = 0; i < connections; ++i) {
    Connection& connection = connections_[std::size_t(i)];
    connection.socket = connected(port, i);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = std::uint64_t(i);
    if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, connection.socket, &event)) fail("epoll_ctl");
  }
}

DrillClient::~DrillClient() {
  for (const Connection& connection : connections_) ::close(connection.socket);
  ::close(epoll_);
}

void DrillClient::send(int connection, std::string_view request) {
  const int to = connections_[std::size_t(connection)].socket;
  if (::send(to, request.data(), request.size(), MSG_NOSIGNAL) != ssize_t(request.size()))
    fail("send");
}

void DrillClient::receive(int index, const std::function<void(const DrillAnswer&)>& take) {
  Connection& connection = connections_[std::size_t(index)];
  std::array<char, 8192> bytes;
  const auto count = ::recv(connection.socket, bytes.data(), bytes.size(), 0);
  if (count <= 0) throw std::runtime_error("the server closed a connection");
  connection.in.append(bytes.data(), std::size_t(count));
  const Extent extent = first_answer(connection.in);
  if (extent.whole == 0) return;
  const std::string answer = connection.in.substr(0, extent.whole);
  connection.in.erase(0, extent.whole);
  DrillAnswer out{.connection = index, .body = std::string_view(answer).substr(extent.body)};
  constexpr std::string_view version = "HTTP/1.1 ";
  std::from_chars(answer.data() + version.size(), answer.data() + extent.body, out.status);
  take(out);
}

void DrillClient::wait(std::int64_t until_us, const std::function<void(const DrillAnswer&)>& take) {
  std::array<epoll_event, 64> events;
  const std::int64_t left = std::max<std::int64_t>(0, until_us - steady_us());
  const timespec rest{.tv_sec = left / 1'000'000, .tv_nsec = left % 1'000'000 * 1000};
  const int ready = ::epoll_pwait2(epoll_, events.data(), int(events.size()), &rest, nullptr);
  if (ready < 0 && errno != EINTR) fail("epoll_pwait2");
  for (int i = 0; i < ready; ++i) receive(int(events[std::size_t(i)].data.u64), take);
}

}  // namespace waystation::cli
