#pragma once
// What the server's connections share. Included by server.cpp and connection.cpp alone: it brings
// Asio.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <unordered_map>

#include "http/request_reader.h"
#include "http/server.h"

namespace waystation::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using Steady = std::chrono::steady_clock;

class Connection;

// Answers from other threads, by the number of their connection: no thread but the server's ever
// holds one.
class Mailbox {
 public:
  using Deliver = std::function<void()>;
  Mailbox(asio::io_context& io, Deliver deliver) : io_(io), deliver_(std::move(deliver)) {}

  void put(std::uint64_t connection, Response response) {
    const std::lock_guard lock(guard_);
    if (closed_) return;
    letters_.emplace_back(connection, std::move(response));
    call();
  }
  // While it is held, letters gather: the server wakes once for a batch of them.
  void hold(bool held) {
    const std::lock_guard lock(guard_);
    held_ = held;
    if (!letters_.empty()) call();
  }
  std::vector<std::pair<std::uint64_t, Response>> take() {
    const std::lock_guard lock(guard_);
    called_ = false;
    return std::exchange(letters_, {});
  }
  void close() {
    const std::lock_guard lock(guard_);
    closed_ = true;
  }

 private:
  void call() {
    if (!held_ && !std::exchange(called_, true)) asio::post(io_, deliver_);
  }

  asio::io_context& io_;
  Deliver deliver_;
  std::mutex guard_;
  std::vector<std::pair<std::uint64_t, Response>> letters_;
  bool called_ = false, held_ = false, closed_ = false;
};

class Server::Core {
 public:
  Core(Routes&, const ServerOptions&);
  ~Core();

  void run();
  void stop();
  std::uint16_t port() const { return port_; }

  Routes& routes;
  const Limits limits;
  asio::io_context io{1};
  std::shared_ptr<Mailbox> mailbox;
  std::string date;
  bool draining = false;

  void left(const Connection&);
  std::string next_request_id();

 private:
  asio::awaitable<void> accept();
  asio::awaitable<void> tick();
  void admit(tcp::socket);
  void deliver();
  void drain();
  void refresh(Steady::time_point now);

  tcp::acceptor acceptor_;
  asio::signal_set signals_{io};
  std::uint16_t port_ = 0;
  std::unordered_map<std::uint64_t, std::shared_ptr<Connection>> connections_;
  std::unordered_map<std::string, std::size_t> by_address_;
  std::uint64_t last_connection_ = 0, last_request_ = 0;
  std::string request_prefix_;
  std::int64_t date_second_ = 0;
  Steady::time_point heartbeat_{}, drained_by_{};
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Server::Core&, tcp::socket, std::uint64_t number);

  void start();
  void give(Response);                   // The answer that was waited for.
  void enforce(Steady::time_point now);  // Ends what takes too long.
  void drain();                          // Nothing more after the answer on its way.
  std::uint64_t number() const { return number_; }
  const std::string& address() const { return request_.address; }

 private:
  enum class Phase { idle, header, body, waiting, writing, streaming };

  asio::awaitable<void> serve();
  asio::awaitable<bool> read();
  asio::awaitable<bool> refuse(const Refusal&);  // Which outlives it.
  asio::awaitable<Response> answer();
  asio::awaitable<bool> write(const Response&);
  asio::awaitable<bool> write_rest(std::array<asio::const_buffer, 2> parts);
  asio::awaitable<void> stream(std::shared_ptr<Listener>);
  asio::awaitable<void> watch(std::shared_ptr<Listener>);
  asio::awaitable<void> linger();
  void enter(Phase, std::chrono::milliseconds limit);
  std::size_t unread() const { return end_ - begin_; }
  void make_room();

  // A suspended answer(), whatever its type.
  struct Resume {
    virtual ~Resume() = default;
    virtual void go() = 0;
  };
  template <class Handler> struct ResumeWith;

  Server::Core& core_;
  tcp::socket socket_;
  const std::uint64_t number_;
  Request request_;
  std::vector<char> in_;
  std::size_t begin_ = 0, end_ = 0;
  bool keep_alive_ = true;
  bool timed_out_ = false;
  Phase phase_ = Phase::idle;
  Steady::time_point deadline_ = Steady::time_point::max();
  std::string head_;
  std::optional<Response> given_;
  std::unique_ptr<Resume> waiting_;
};

}  // namespace waystation::http
