#pragma once
// A request that has been read and an answer that is to be written; no socket in sight, so that
// every route is tested without one. An answer may come later and from any thread: commands answer
// after their commit.
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waystation::http {

enum class Method { get, head, post, remove, other };

// One object is used again for every request of a connection, so that its strings keep their
// memory.
struct Request {
  Method method = Method::get;
  std::string path;   // Decoded, and free of "..", "//", backslashes and control characters.
  std::string query;  // As it came.
  std::string body;
  std::string host, cookie, origin, fetch_site, content_type, accept, accept_encoding;
  std::string idempotency_key, if_match, if_none_match;
  bool forwarded = false;  // Came through a proxy: the peer's address says nothing of the client.
  std::string forwarded_for;  // As the proxy and whoever came before it wrote it.
  std::string address;        // Of the peer.
  bool loopback = false;
  std::string id;  // Given by the server, for the log and for the person who asks for help.

  bool reads() const { return method == Method::get || method == Method::head; }
};

class Listener;  // Of the stream of changes.

enum class Keeping { no_store, no_cache, immutable };

struct Response {
  int status = 200;
  std::string_view type = "application/json; charset=utf-8";  // A literal.
  std::string body = {};
  std::shared_ptr<const std::string> shared = nullptr;  // The body, where others hold it too.
  std::string headers = {};                             // Further lines, each with its CRLF.
  Keeping keeping = Keeping::no_store;
  bool shared_with_all = false;  // Open data: pages of any site may read it.
  bool asks_position = false;    // A page that may ask the phone where it is, with its consent.
  bool streams = false;          // A stream of events follows; there is no body.
  std::shared_ptr<Listener> listener = nullptr;

  std::string_view bytes() const { return shared ? std::string_view(*shared) : body; }
};

using Respond = std::function<void(Response)>;

// One decoded parameter after the other; an escape that is none is kept as it stands.
std::vector<std::pair<std::string, std::string>> parse_query(std::string_view);
std::string query_value(std::string_view query, std::string_view name);

// The path of a target in origin form; empty where it is none or means to climb.
std::string decoded_path(std::string_view target);

std::string_view cookie_value(std::string_view cookies, std::string_view name);

// Everything before the body, security headers of every answer included.
struct HeadOptions {
  bool keep_alive = true;
  bool secure = false;
  std::string_view date;
};
void append_head(std::string& out, const Response&, const HeadOptions&);

// The lines that stand in every answer; the test of all routes compares with it.
std::string_view security_headers();

}  // namespace waystation::http
