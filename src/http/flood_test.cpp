// Ten thousand takings from one address over real sockets, and one neighbour who is not harmed.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "http/random_id.h"
#include "http/served_bank.h"
#include "http/server.h"

using namespace waystation;
using namespace waystation::http;

namespace {

class Client {
 public:
  Client(const char* from, std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const auto address = [](const char* host, std::uint16_t at) {
      sockaddr_in out{};
      out.sin_family = AF_INET;
      out.sin_port = htons(at);
      ::inet_pton(AF_INET, host, &out.sin_addr);
      return out;
    };
    const sockaddr_in own = address(from, 0), server = address("127.0.0.1", port);
    REQUIRE(::bind(socket_, reinterpret_cast<const sockaddr*>(&own), sizeof own) == 0);
    REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&server), sizeof server) == 0);
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;

  int take() {
    const std::string body = "key=" + to_text(random_id()) + "&service=cash&priority=ordinary";
    const std::string request =
        "POST /p/102221004264/take HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
        "application/x-www-form-urlencoded\r\nContent-Length: " +
        std::to_string(body.size()) + "\r\n\r\n" + body;
    REQUIRE(::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) ==
            ssize_t(request.size()));
    return status_of_answer();
  }

 private:
  int status_of_answer() {
    while (whole() == 0) {
      char bytes[16384];
      const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
      REQUIRE(count > 0);
      in_.append(bytes, std::size_t(count));
    }
    const int status = std::stoi(in_.substr(9, 3));
    in_.erase(0, whole());
    return status;
  }
  std::size_t whole() const {
    const auto head = in_.find("\r\n\r\n");
    if (head == in_.npos) return 0;
    const auto length = in_.find("Content-Length: ");
    const std::size_t size = head + 4 + std::stoul(in_.substr(length + 16));
    return in_.size() >= size ? size : 0;
  }
  int socket_;
  std::string in_;
};

}  // namespace

TEST_CASE("ten thousand takings from one address give thirty numbers, and the neighbour gets one") {
  const Time morning = *parse_time("2021-01-08T10:00:00+08:00");
  ServedBank bank(false, [morning] { return morning; });
  bank.give("queue.open-window", R"({"outlet":"102221004264","window":1,"services":["cash"]})");
  ServerOptions options{.address = "127.0.0.1", .port = 0, .limits = {}};
  Server server(bank.routes, options);
  std::thread serving([&] { server.run(); });
  int taken = 0, refused = 0;
  {
    Client flood("127.0.0.1", server.port());
    for (int i = 0; i < 10'000; ++i) {
      const int status = flood.take();
      taken += status == 200;
      refused += status == 429;
    }
    Client neighbour("127.0.0.2", server.port());
    CHECK(neighbour.take() == 200);
  }
  server.stop();
  serving.join();
  CHECK(taken >= 30);
  CHECK(taken <= 33);  // One more for every two minutes that it took.
  CHECK(taken + refused == 10'000);
  CHECK(bank.desk.standing()->bank.queues.outlets.at({"102221004264"}).figures.taken == taken + 1);
}
