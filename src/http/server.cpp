#include "http/server.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <ctime>
#include <random>

#include "http/server_core.h"

namespace waystation::http {

namespace {

constexpr auto quietly = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds listening_turn{100};  // So often changes are told.
constexpr std::chrono::milliseconds quiet_turn{500};
constexpr std::chrono::seconds heartbeat_every{15};

std::string http_date(std::time_t second) {
  std::tm parts{};
  gmtime_r(&second, &parts);
  char text[40];
  return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

std::string random_prefix() {
  std::random_device source;
  char text[16];
  std::snprintf(text, sizeof text, "%08x-", source());
  return text;
}

// Short limits, as tests set them, are looked after as often as they need.
std::chrono::milliseconds turn_for(const Limits& limits, bool listened) {
  const auto shortest = std::min({limits.header, limits.body, limits.write, limits.idle});
  const auto longest = listened ? listening_turn : quiet_turn;
  return std::clamp(shortest / 4, std::chrono::milliseconds(5), longest);
}

}  // namespace

Server::Core::Core(Routes& its_routes, const ServerOptions& options)
    : routes(its_routes), limits(options.limits), acceptor_(io), request_prefix_(random_prefix()) {
  mailbox = std::make_shared<Mailbox>(io, [this] { deliver(); });
  const tcp::endpoint where(asio::ip::make_address(options.address), options.port);
  acceptor_.open(where.protocol());
  acceptor_.set_option(tcp::acceptor::reuse_address(true));
  acceptor_.bind(where);
  acceptor_.listen(512);
  port_ = acceptor_.local_endpoint().port();
  if (options.handles_signals) {
    signals_.add(SIGTERM);
    signals_.add(SIGINT);
    signals_.async_wait([this](auto failed, int) {
      if (!failed) drain();
    });
  }
  routes.desk().on_answering([box = mailbox](bool begins) { box->hold(begins); });
  routes.desk().on_lost([box = mailbox, this](const std::string&) { stop(); });
  refresh(Steady::now());
}

Server::Core::~Core() {
  routes.desk().on_lost(nullptr);
  routes.desk().on_answering(nullptr);
  mailbox->close();
  connections_.clear();
}

void Server::Core::run() {
  asio::co_spawn(io, accept(), asio::detached);
  asio::co_spawn(io, tick(), asio::detached);
  io.run();
}

void Server::Core::stop() {
  asio::post(io, [this] { drain(); });
}

void Server::Core::drain() {
  if (std::exchange(draining, true)) return;
  boost::system::error_code gone;
  acceptor_.close(gone);
  signals_.cancel(gone);
  routes.stop_taking();
  routes.changes().finish();
  drained_by_ = Steady::now() + limits.drain;
  for (const auto& [number, connection] : connections_) connection->drain();
}

asio::awaitable<void> Server::Core::accept() {
  asio::steady_timer rest(io);
  while (!draining) {
    auto [failed, socket] = co_await acceptor_.async_accept(quietly);
    if (!failed) {
      admit(std::move(socket));
      continue;
    }
    if (draining) co_return;
    rest.expires_after(listening_turn);  // Out of file descriptors: some will come free.
    co_await rest.async_wait(quietly);
  }
}

void Server::Core::admit(tcp::socket socket) {
  auto connection = std::make_shared<Connection>(*this, std::move(socket), ++last_connection_);
  std::size_t& from_there = by_address_[connection->address()];
  boost::system::error_code bad;
  const bool loopback = asio::ip::make_address(connection->address(), bad).is_loopback() && !bad;
  const std::size_t allowed = loopback ? limits.per_loopback_address : limits.per_address;
  if (connections_.size() >= limits.connections || from_there >= allowed) {
    if (from_there == 0) by_address_.erase(connection->address());
    ++routes.metrics().connections_refused;
    return;
  }
  ++from_there;
  ++routes.metrics().connections;
  connections_.emplace(connection->number(), connection);
  connection->start();
}

void Server::Core::left(const Connection& connection) {
  --routes.metrics().connections;
  const auto at = by_address_.find(connection.address());
  if (at != by_address_.end() && --at->second == 0) by_address_.erase(at);
  connections_.erase(connection.number());
}

void Server::Core::deliver() {
  for (auto& [number, response] : mailbox->take())
    if (const auto at = connections_.find(number); at != connections_.end())
      std::shared_ptr(at->second)->give(std::move(response));
}

std::string Server::Core::next_request_id() {
  return request_prefix_ + std::to_string(++last_request_);
}

void Server::Core::refresh(Steady::time_point now) {
  const std::time_t second = std::time(nullptr);
  if (second != date_second_) date = http_date(second), date_second_ = second;
  if (now - heartbeat_ >= heartbeat_every) routes.changes().heartbeat(), heartbeat_ = now;
  if (routes.changes().listeners()) routes.changes().flush(*routes.desk().standing());
}

asio::awaitable<void> Server::Core::tick() {
  asio::steady_timer turn(io);
  while (!draining || !connections_.empty()) {
    turn.expires_after(turn_for(limits, draining || routes.changes().listeners() > 0));
    co_await turn.async_wait(quietly);
    const auto now = Steady::now();
    if (draining && now >= drained_by_) io.stop();
    refresh(now);
    std::vector<std::shared_ptr<Connection>> all;  // Ending one changes the table.
    for (const auto& [number, connection] : connections_) all.push_back(connection);
    for (const auto& connection : all) connection->enforce(now);
  }
}

Server::Server(Routes& routes, const ServerOptions& options)
    : core_(std::make_unique<Core>(routes, options)) {}
Server::~Server() = default;
std::uint16_t Server::port() const {
  return core_->port();
}
void Server::run() {
  core_->run();
}
void Server::stop() {
  core_->stop();
}

}  // namespace waystation::http
