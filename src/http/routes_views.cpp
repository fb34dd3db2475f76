// Reading: views, and the stream that says when to read again.
#include <openssl/sha.h>

#include <algorithm>

#include "application/views.h"
#include "http/compress.h"
#include "http/routes.h"

namespace waystation::http {

namespace {

// Compressed where that saves a packet; JSON never begins as gzip does.
constexpr std::size_t fits_a_packet = 1'000;
constexpr std::string_view gzip_magic = "\x1f\x8b";

bool takes_gzip(const Request& request) {
  return request.accept_encoding.find("gzip") != std::string::npos;
}

// What the answer depends on besides the state and the time: the view, the question, and the right
// to see.
std::string key_of(const Request& request, const Visitor& visitor) {
  std::string key = request.path;
  ((key += '?') += request.query) += '\n';
  (key += name_of(visitor.role)) += takes_gzip(request) ? " gzip\n" : "\n";
  return key += to_text(visitor.scope);
}

std::string short_digest(std::string_view text) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest);
  constexpr char hex[] = "0123456789abcdef";
  std::string out;
  for (int i = 0; i < 8; ++i) (out += hex[digest[i] >> 4]) += hex[digest[i] & 15];
  return out;
}

Scope scope_of_stream(const Bank& bank, std::string_view room, const std::string& id) {
  constexpr std::string_view of_outlets[] = {"outlet", "disinfection", "supply", "lobby", "queue"};
  if (std::ranges::find(of_outlets, room) != std::end(of_outlets))
    return scope_of_outlet(bank, {id});
  if (room == "staff" || room == "quarantine") return scope_of_person(bank, {id});
  if (room == "zone") return scope_of_zone(bank, {id});
  return {};
}

bool may_know(const Scope& own, const Standing& standing, std::string_view stream) {
  const auto slash = stream.find('/');
  if (slash == stream.npos) return true;  // Of the whole province, such as the policy set.
  const auto room = stream.substr(0, slash);
  const Scope touched = scope_of_stream(standing.bank, room, std::string(stream.substr(slash + 1)));
  return touched == Scope{} || own.covers(touched);
}

}  // namespace

std::shared_ptr<const std::string>& Routes::seen_at(SeenViews& seen, std::int64_t seq,
                                                    std::int64_t minute, const std::string& key) {
  if (seen.seq != seq || seen.minute != minute || seen.by_key.size() >= views_kept)
    seen = {seq, minute, {}};
  return seen.by_key[key];
}

// The same question at the same state within the same minute has the same answer; the minute,
// because what a view shows (an overdue round, a lapsed pass) also follows the clock.
void Routes::see_view(Call& call) {
  const ViewRow* view = view_named(call.rest);
  if (!view) return call.refuse({Why::missing, "view.unknown", {}, {}, {{"id", call.rest}}});
  const Time now = std::max(service_.clock(), call.standing->as_of);
  const std::int64_t minute =
      std::chrono::floor<std::chrono::minutes>(now).time_since_epoch().count();
  const std::string key = key_of(call.request, *call.visitor);
  const std::string etag = "\"" + epoch_ + "-" + std::to_string(call.standing->as_of_seq) + "-" +
                           std::to_string(minute) + "-" + short_digest(key) + "\"";
  Response out{.headers = "ETag: " + etag + "\r\nVary: Cookie, Accept-Encoding\r\n",
               .keeping = Keeping::no_cache};
  if (call.request.if_none_match.find(etag) != std::string::npos) {
    out.status = 304;
    return call.respond(std::move(out));
  }
  auto& known = seen_at(seen_, call.standing->as_of_seq, minute, key);
  if (!known) {
    QueryText query;
    for (auto& [name, value] : parse_query(call.request.query)) query[name] = std::move(value);
    const Viewing viewing{*call.standing, now, call.visitor->role, call.visitor->scope,
                          &service_.desk.journal()};
    auto seen = view->see(viewing, query);
    if (!seen) {
      seen_.by_key.erase(key);
      return call.refuse(seen.error());
    }
    const bool compressed = seen->size() > fits_a_packet && takes_gzip(call.request);
    known = std::make_shared<const std::string>(compressed ? gzip_of(*seen) : std::move(*seen));
  }
  if (known->starts_with(gzip_magic)) out.headers += "Content-Encoding: gzip\r\n";
  out.shared = known;
  call.respond(std::move(out));
}

void Routes::hear_changes(Call& call) {
  Listener::Rights rights;
  rights.sees = [scope = call.visitor->scope](const Standing& standing, std::string_view stream) {
    return may_know(scope, standing, stream);
  };
  const std::string token(cookie_value(call.request.cookie, cookie_name()));
  rights.present = [this, token] {
    return sessions_.visitor(token, *service_.desk.standing()).has_value();
  };
  Response out{.type = "text/event-stream; charset=utf-8", .streams = true};
  out.listener = std::make_shared<Listener>(std::move(rights));
  changes_.listen(out.listener, *call.standing);
  call.respond(std::move(out));
}

}  // namespace waystation::http
