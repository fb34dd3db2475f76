// Over real sockets on 127.0.0.1: what a browser does, and what an attacker does.
#include "http/server.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "http/served_bank.h"

namespace waystation::http {

namespace {

class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(port);
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket_, reinterpret_cast<sockaddr*>(&where), sizeof where) == 0);
    const timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;

  void send(const std::string& bytes) { ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL); }
  // Until so many answers are here, or the server closes.
  std::string receive(int answers) {
    while (count() < answers && more()) {
    }
    return in_;
  }
  std::string receive_all() {
    while (more()) {
    }
    return in_;
  }
  std::string receive_until(const std::string& text) {
    while (in_.find(text) == in_.npos && more()) {
    }
    return in_;
  }
  bool closed() {
    while (more()) {
    }
    return closed_;
  }

 private:
  int count() const {
    int out = 0;
    for (std::size_t at = 0; (at = in_.find("HTTP/1.1 ", at)) != in_.npos; ++at) ++out;
    return in_.ends_with("}") || in_.ends_with("\r\n\r\n") ? out : out - 1;
  }
  bool more() {
    char bytes[4096];
    const auto got = ::recv(socket_, bytes, sizeof bytes, 0);
    if (got > 0) in_.append(bytes, std::size_t(got));
    closed_ = got == 0 || (got < 0 && errno == ECONNRESET);
    return got > 0;
  }
  int socket_;
  std::string in_;
  bool closed_ = false;
};

struct Running {
  ServedBank bank;
  Server server;
  std::thread thread;

  explicit Running(Limits limits = {})
      : server(bank.routes, {.address = "127.0.0.1", .port = 0, .limits = limits}),
        thread([this] { server.run(); }) {}
  ~Running() { stop(); }
  void stop() {
    if (!thread.joinable()) return;
    server.stop();
    thread.join();
  }
  std::string exchange(const std::string& bytes, int answers = 1) {
    Client client(server.port());
    client.send(bytes);
    return client.receive(answers);
  }
};

int occurrences(const std::string& text, const std::string& part) {
  int out = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++out;
  return out;
}

const std::string health = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";

std::string post(const std::string& path, const std::string& headers, const std::string& body) {
  return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace

TEST_CASE("a connection is kept for the next request, and pipelined ones are answered in order") {
  Running running;
  Client client(running.server.port());
  client.send(health);
  CHECK(occurrences(client.receive(1), "200 OK") == 1);
  client.send(health);
  CHECK(occurrences(client.receive(2), "200 OK") == 2);
  std::string many;
  for (int i = 0; i < 50; ++i) many += health + "GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n";
  client.send(many);
  CHECK(occurrences(client.receive(102), "200 OK") == 102);
}

TEST_CASE("a request that arrives byte by byte is read all the same") {
  Running running;
  Client client(running.server.port());
  for (const char c : health) client.send({c});
  CHECK(occurrences(client.receive(1), "200 OK") == 1);
}

TEST_CASE("a command over the socket is answered after its commit") {
  Running running;
  const std::string cookie = running.bank.cookie_of("LN-command");
  const std::string answer = running.exchange(
      post("/api/commands/outlet.switch-self-service",
           "Cookie: " + cookie + "\r\nIdempotency-Key: 01ARZ3NDEKTSV4RRFFQ69G5FAV\r\n",
           R"({"outlet":"102221004264","on":false})"));
  CHECK(answer.find("HTTP/1.1 200 OK") == 0);
  CHECK(answer.find("outlet.self-service-switched") != std::string::npos);
  CHECK(running.bank.desk.standing()->bank.outlets.at({ServedBank::outlet}).self_service == false);
}

TEST_CASE("HEAD has no body, HTTP/1.0 is closed after the answer") {
  Running running;
  const std::string head = running.exchange("HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(head.find("Content-Length: 15") != std::string::npos);
  CHECK(head.ends_with("\r\n\r\n"));
  Client old(running.server.port());
  old.send("GET /healthz HTTP/1.0\r\nHost: x\r\n\r\n");
  CHECK(old.receive_all().find("Connection: close") != std::string::npos);
  CHECK(old.closed());
}

TEST_CASE("what two programs could read differently is refused, and nothing behind it is read") {
  Running running;
  const std::string smuggled = "GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::pair<const char*, std::string> tries[] = {
      {"two lengths",
       "POST /api/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: "
       "30\r\n\r\n{}"},
      {"the same length twice",
       "POST /api/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: "
       "2\r\nContent-Length: 2\r\n\r\n{}"},
      {"length and chunks",
       "POST /api/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: "
       "2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"chunks and length",
       "POST /api/enrol HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
       "chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n"},
      {"chunks",
       "POST /api/enrol HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
       "chunked\r\n\r\n0\r\n\r\n"},
      {"odd coding",
       "POST /api/enrol HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
       "xchunked\r\n\r\n"},
      {"bare line feeds", "GET /healthz HTTP/1.1\nHost: x\n\n"},
      {"a bare line feed in a field", "GET /healthz HTTP/1.1\r\nHost: x\nX: y\r\n\r\n"},
      {"space before the colon", "GET /healthz HTTP/1.1\r\nHost : x\r\n\r\n"},
      {"no host", "GET /healthz HTTP/1.1\r\n\r\n"},
      {"two hosts", "GET /healthz HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"},
      {"a negative length", "POST /api/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"},
      {"a climbing path", "GET /../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n"},
      {"nonsense", "\x16\x03\x01 TLS hello\r\n\r\n"},
  };
  for (const auto& [what, bytes] : tries) {
    Client client(running.server.port());
    client.send(bytes + smuggled);
    const std::string answer = client.receive_all();
    CHECK_MESSAGE(client.closed(), what);
    CHECK_MESSAGE(answer.find("200 OK") == std::string::npos, what, "\n", answer);
    CHECK_MESSAGE(occurrences(answer, "HTTP/1.1 4") == 1, what, "\n", answer);
  }
}

TEST_CASE("headers beyond 8 KiB and bodies beyond 64 KiB are refused before they are read") {
  Running running;
  const std::string header = running.exchange(
      "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: " + std::string(9000, 'a') + "\r\n\r\n");
  CHECK(header.find("HTTP/1.1 431") == 0);
  const std::string body = running.exchange(post("/api/enrol", "", std::string(65537, 'a')));
  CHECK(body.find("HTTP/1.1 413") == 0);
  const std::string import = running.exchange(post("/api/import", "", std::string(65537, 'a')));
  CHECK_MESSAGE(import.find("HTTP/1.1 401") == 0, import.substr(0, 60));
  const std::string huge =
      running.exchange("POST /api/import HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n");
  CHECK(huge.find("HTTP/1.1 413") == 0);
}

TEST_CASE(
    "a client that dawdles with its header or its body is told, and one that says nothing is "
    "left") {
  Running running({.header = std::chrono::milliseconds(60),
                   .body = std::chrono::milliseconds(60),
                   .write = std::chrono::milliseconds(500),
                   .idle = std::chrono::milliseconds(60)});
  Client header(running.server.port()), body(running.server.port()), idle(running.server.port());
  header.send("GET /healthz HTT");
  body.send("POST /api/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{");
  const std::string told = header.receive_all();
  CHECK(told.find("HTTP/1.1 408") == 0);
  CHECK(told.find("http.timeout") != std::string::npos);
  CHECK(body.receive_all().find("HTTP/1.1 408") == 0);
  CHECK(idle.receive_all().empty());
  CHECK(idle.closed());
}

TEST_CASE("beyond the limit of connections a newcomer is closed, and those inside go on") {
  Running running({.per_loopback_address = 2});
  Client first(running.server.port()), second(running.server.port());
  first.send(health);
  second.send(health);
  CHECK(occurrences(first.receive(1), "200 OK") == 1);
  CHECK(occurrences(second.receive(1), "200 OK") == 1);
  Client third(running.server.port());
  third.send(health);
  CHECK(third.receive_all().empty());
  first.send(health);
  CHECK(occurrences(first.receive(2), "200 OK") == 2);
}

TEST_CASE("a listener hears of a change, and of nothing outside its scope") {
  Running running;
  ServedBank& bank = running.bank;
  bank.account("SY", Role::city_command, "SY");
  bank.account("DL", Role::city_command, "DL");
  const auto listen = [&](const std::string& account) {
    return "GET /api/changes HTTP/1.1\r\nHost: x\r\nCookie: " + bank.cookie_of(account) +
           "\r\n\r\n";
  };
  Client own(running.server.port()), other(running.server.port());
  own.send(listen("SY"));
  other.send(listen("DL"));
  own.receive_until("data: ");
  other.receive_until("data: ");
  running.exchange(post(
      "/api/commands/outlet.switch-self-service",
      "Cookie: " + bank.cookie_of("SY") + "\r\nIdempotency-Key: 01ARZ3NDEKTSV4RRFFQ69G5FAV\r\n",
      R"({"outlet":"102221004264","on":false})"));
  CHECK(own.receive_until("outlet/102221004264").find("\"streams\":[\"outlet/102221004264\"]") !=
        std::string::npos);
  running.stop();
  CHECK(other.receive_all().find("102221004264") == std::string::npos);
}

TEST_CASE("a stopping server takes nobody new and answers what is on its way") {
  Running running;
  Client kept(running.server.port());
  kept.send(health);
  kept.receive(1);
  running.stop();
  CHECK(kept.closed());
}

}  // namespace waystation::http
