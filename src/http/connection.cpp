// One connection, from its first byte to its last.
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include "http/server_core.h"

namespace waystation::http {

namespace {

constexpr auto quietly = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t read_buffer_bytes = 16 * 1024;
constexpr std::chrono::milliseconds without_end{0};

// GCC 12 moves an aggregate that is made in braces within a co_await expression byte by byte into
// the frame, where its short strings still point to the old place and are freed there. So whatever
// is handed to a coroutine here has a name.
const Refusal header_too_long{Why::invalid, "http.header-too-long"};
const Refusal too_slow{Why::invalid, "http.timeout"};

}  // namespace

template <class Handler> struct Connection::ResumeWith : Connection::Resume {
  explicit ResumeWith(Handler h) : handler(std::move(h)) {}
  void go() override { std::move(handler)(); }
  Handler handler;
};

Connection::Connection(Server::Core& core, tcp::socket socket, std::uint64_t number)
    : core_(core), socket_(std::move(socket)), number_(number), in_(read_buffer_bytes) {
  boost::system::error_code gone;
  const auto peer = socket_.remote_endpoint(gone).address();
  request_.address = gone ? "" : peer.to_string();
  request_.loopback = !gone && peer.is_loopback();
  socket_.set_option(tcp::no_delay(true), gone);
  socket_.non_blocking(true, gone);
}

void Connection::start() {
  asio::co_spawn(
      core_.io, [self = shared_from_this()] { return self->serve(); },
      [self = shared_from_this()](const std::exception_ptr&) { self->core_.left(*self); });
}

void Connection::enter(Phase phase, std::chrono::milliseconds limit) {
  phase_ = phase;
  deadline_ = limit == without_end ? Steady::time_point::max() : Steady::now() + limit;
}

void Connection::enforce(Steady::time_point now) {
  if (now < deadline_) return;
  deadline_ = Steady::time_point::max();
  timed_out_ = true;
  boost::system::error_code gone;
  if (phase_ == Phase::header || phase_ == Phase::body)
    socket_.cancel(gone);  // It is told why.
  else
    socket_.close(gone);
}

void Connection::drain() {
  keep_alive_ = false;
  boost::system::error_code gone;
  if (phase_ == Phase::idle) socket_.close(gone);
}

asio::awaitable<void> Connection::serve() {
  while (co_await read()) {
    const Response response = co_await answer();
    core_.routes.metrics().count(response.status);
    if (core_.draining) keep_alive_ = false;
    if (response.listener) keep_alive_ = false;
    if (!co_await write(response)) co_return;
    if (response.listener) co_return co_await stream(response.listener);
    if (!keep_alive_) co_return co_await linger();
  }
}

void Connection::make_room() {
  if (begin_ == end_) begin_ = end_ = 0;
  if (end_ < in_.size()) return;
  std::copy(in_.begin() + std::ptrdiff_t(begin_), in_.begin() + std::ptrdiff_t(end_), in_.begin());
  end_ -= begin_;
  begin_ = 0;
}

asio::awaitable<bool> Connection::read() {
  RequestReader reader(request_);
  enter(unread() ? Phase::header : Phase::idle, unread() ? core_.limits.header : core_.limits.idle);
  while (true) {
    if (unread()) {
      if (phase_ == Phase::idle) enter(Phase::header, core_.limits.header);
      begin_ += reader.put({in_.data() + begin_, unread()});
      if (reader.refusal()) co_return co_await refuse(*reader.refusal());
      if (reader.done()) break;
      if (reader.header_done() && phase_ == Phase::header) enter(Phase::body, core_.limits.body);
    }
    make_room();
    if (end_ == in_.size()) co_return co_await refuse(header_too_long);
    const auto [failed, count] = co_await socket_.async_read_some(
        asio::buffer(in_.data() + end_, in_.size() - end_), quietly);
    if (failed && timed_out_ && phase_ != Phase::idle) co_return co_await refuse(too_slow);
    if (failed) co_return false;
    end_ += count;
  }
  keep_alive_ = reader.keep_alive() && !core_.draining;
  request_.id = core_.next_request_id();
  co_return true;
}

// What could not be read is answered, and then the connection ends: where the next request begins
// is unknown.
asio::awaitable<bool> Connection::refuse(const Refusal& no) {
  keep_alive_ = false;
  request_.id = core_.next_request_id();
  request_.method = Method::get;
  const Response response = problem(no, request_.id);
  core_.routes.metrics().count(response.status);
  if (co_await write(response)) co_await linger();
  co_return false;
}

void Connection::give(Response response) {
  given_ = std::move(response);
  if (waiting_) std::exchange(waiting_, nullptr)->go();
}

asio::awaitable<Response> Connection::answer() {
  enter(Phase::waiting, without_end);
  given_.reset();
  core_.routes.answer(request_, [mailbox = core_.mailbox, number = number_,
                                 server = std::this_thread::get_id(), this](Response response) {
    // On the server's own thread the connection is still here: it called.
    if (std::this_thread::get_id() == server && !waiting_) return give(std::move(response));
    mailbox->put(number, std::move(response));
  });
  if (!given_)
    co_await asio::async_initiate<decltype(asio::use_awaitable), void()>(
        [this](auto handler) {
          waiting_ = std::make_unique<ResumeWith<decltype(handler)>>(std::move(handler));
        },
        asio::use_awaitable);
  co_return std::move(*given_);
}

// Mostly the socket takes all of it at once, and nobody has to wait.
asio::awaitable<bool> Connection::write(const Response& response) {
  enter(Phase::writing, core_.limits.write);
  head_.clear();
  append_head(head_, response, {keep_alive_, core_.routes.secure(), core_.date});
  const std::string_view body =
      request_.method == Method::head || response.status == 304 ? "" : response.bytes();
  std::array<asio::const_buffer, 2> parts{asio::buffer(head_), asio::buffer(body)};
  boost::system::error_code failed;
  std::size_t written = socket_.write_some(parts, failed);
  if (failed && failed != asio::error::would_block) co_return false;
  if (written == head_.size() + body.size()) co_return true;
  for (auto& part : parts) {
    const std::size_t step = std::min(written, part.size());
    part += step;
    written -= step;
  }
  co_return co_await write_rest(parts);
}

asio::awaitable<bool> Connection::write_rest(std::array<asio::const_buffer, 2> parts) {
  const auto [failed, count] = co_await asio::async_write(socket_, parts, quietly);
  co_return !failed;
}

asio::awaitable<void> Connection::stream(std::shared_ptr<Listener> listener) {
  asio::steady_timer sleep(core_.io, Steady::time_point::max());
  listener->woken = [&] {
    boost::system::error_code gone;
    sleep.cancel();
    if (listener->over()) socket_.cancel(gone);
  };
  asio::co_spawn(
      core_.io, [self = shared_from_this(), listener] { return self->watch(listener); },
      asio::detached);
  while (!listener->over()) {
    const std::string text = listener->take();
    if (!text.empty()) {
      enter(Phase::streaming, core_.limits.write);
      if (!co_await write_rest({asio::buffer(text), asio::const_buffer()})) break;
      continue;
    }
    enter(Phase::streaming, without_end);
    co_await sleep.async_wait(quietly);
  }
  listener->woken = nullptr;
  listener->finish();
  boost::system::error_code gone;
  socket_.close(gone);
}

// A listener says nothing; when its reading ends, it is gone.
asio::awaitable<void> Connection::watch(std::shared_ptr<Listener> listener) {
  std::array<char, 64> ignored;
  while (true) {
    const auto [failed, count] = co_await socket_.async_read_some(asio::buffer(ignored), quietly);
    if (failed) break;
  }
  listener->finish();
}

// Closing with bytes unread would make the peer's system throw away the answer it has not read yet.
asio::awaitable<void> Connection::linger() {
  constexpr std::chrono::milliseconds a_moment{2'000};
  constexpr std::size_t at_most = 4 * 1024 * 1024;
  boost::system::error_code gone;
  socket_.shutdown(tcp::socket::shutdown_send, gone);
  enter(Phase::writing, a_moment);
  for (std::size_t total = 0; total < at_most;) {
    const auto [failed, count] = co_await socket_.async_read_some(asio::buffer(in_), quietly);
    if (failed) break;
    total += count;
  }
  socket_.close(gone);
}

}  // namespace waystation::http
