// The one translation unit that includes Boost.Beast: its parser, and nothing else of it.
#include "http/request_reader.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/field.hpp>

namespace waystation::http {

namespace beast_http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

static std::size_t limit_of(const Request& request) {
  if (request.method != Method::post) return RequestReader::body_limit;
  if (request.path == "/api/import") return RequestReader::import_limit;
  if (request.path.starts_with("/api/evidence/")) return RequestReader::evidence_limit;
  return RequestReader::body_limit;
}

class RequestReader::Parser : public beast_http::basic_parser<true> {
 public:
  explicit Parser(Request& into) : into_(into) {
    header_limit(RequestReader::header_limit);
    body_limit(
        boost::none);  // Ours is checked against the length before the first byte of the body.
    eager(true);
  }
  std::optional<Refusal> refusal;
  bool header_done = false;
  bool wants_to_stay = true;

 private:
  void refuse(Refusal no, error_code& ec) {
    refusal = std::move(no);
    ec = beast_http::error::bad_value;
  }

  void on_request_impl(beast_http::verb verb, string_view, string_view target, int,
                       error_code&) override {
    switch (verb) {
      case beast_http::verb::get:
        into_.method = Method::get;
        break;
      case beast_http::verb::head:
        into_.method = Method::head;
        break;
      case beast_http::verb::post:
        into_.method = Method::post;
        break;
      case beast_http::verb::delete_:
        into_.method = Method::remove;
        break;
      default:
        into_.method = Method::other;
        break;
    }
    const std::string_view text(target.data(), target.size());
    into_.path = decoded_path(text);
    const auto question = text.find('?');
    if (question != text.npos) into_.query = text.substr(question + 1);
  }

  void on_field_impl(beast_http::field which, string_view name, string_view value,
                     error_code& ec) override {
    using beast_http::field;
    const auto keep = [&](std::string& to) { to.assign(value.data(), value.size()); };
    switch (which) {
      case field::host:
        if (++hosts_ > 1) return refuse({Why::invalid, "http.two-hosts"}, ec);
        return keep(into_.host);
      case field::content_length:
        if (++lengths_ > 1) return refuse({Why::invalid, "http.two-lengths"}, ec);
        return;
      case field::transfer_encoding:
        return refuse({Why::invalid, "http.length-required"}, ec);
      case field::cookie:
        return keep(into_.cookie);
      case field::origin:
        return keep(into_.origin);
      case field::content_type:
        return keep(into_.content_type);
      case field::accept:
        return keep(into_.accept);
      case field::accept_encoding:
        return keep(into_.accept_encoding);
      case field::if_match:
        return keep(into_.if_match);
      case field::if_none_match:
        return keep(into_.if_none_match);
      case field::forwarded:
        into_.forwarded = true;
        return;
      case field::unknown:
        return unknown_field(name, value);
      default:
        return;
    }
  }

  void unknown_field(string_view name, string_view value) {
    using boost::beast::iequals;
    if (iequals(name, "Idempotency-Key"))
      into_.idempotency_key.assign(value.data(), value.size());
    else if (iequals(name, "Sec-Fetch-Site"))
      into_.fetch_site.assign(value.data(), value.size());
    else if (iequals(name, "X-Forwarded-For"))
      forwarded_for(value);
  }

  // Several lines are one list (RFC 9110, 5.3).
  void forwarded_for(string_view value) {
    into_.forwarded = true;
    if (!into_.forwarded_for.empty()) into_.forwarded_for += ',';
    into_.forwarded_for.append(value.data(), value.size());
  }

  void on_header_impl(error_code& ec) override {
    header_done = true;
    wants_to_stay = keep_alive();
    if (hosts_ == 0) return refuse({Why::invalid, "http.host-missing"}, ec);
    if (into_.path.empty()) return refuse({Why::invalid, "http.target"}, ec);
    const std::size_t limit = limit_of(into_);
    if (content_length() && *content_length() > limit)
      refuse({Why::invalid, "http.body-too-long", {}, {}, {{"limit", std::to_string(limit)}}}, ec);
  }

  void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
    if (length) into_.body.reserve(std::size_t(*length));
  }
  std::size_t on_body_impl(string_view body, error_code&) override {
    into_.body.append(body.data(), body.size());
    return body.size();
  }

  // What only answers and chunked bodies have; the latter were refused with their header.
  void on_response_impl(int, string_view, int, error_code&) override {}
  void on_chunk_header_impl(std::uint64_t, string_view, error_code& ec) override {
    refuse({Why::invalid, "http.length-required"}, ec);
  }
  std::size_t on_chunk_body_impl(std::uint64_t, string_view, error_code& ec) override {
    refuse({Why::invalid, "http.length-required"}, ec);
    return 0;
  }
  void on_finish_impl(error_code&) override {}

  Request& into_;
  int hosts_ = 0, lengths_ = 0;
};

// Every field as it is on a fresh connection, but the strings keep their memory.
static void clear(Request& request) {
  request.method = Method::get;
  for (std::string* text :
       {&request.path, &request.query, &request.body, &request.host, &request.cookie,
        &request.origin, &request.fetch_site, &request.content_type, &request.accept,
        &request.accept_encoding, &request.idempotency_key, &request.if_match,
        &request.if_none_match, &request.forwarded_for})
    text->clear();
  request.forwarded = false;
}

RequestReader::RequestReader(Request& into) : parser_(std::make_unique<Parser>(into)) {
  clear(into);
}
RequestReader::~RequestReader() = default;

std::size_t RequestReader::put(std::string_view bytes) {
  error_code ec;
  const std::size_t used = parser_->put(boost::asio::buffer(bytes.data(), bytes.size()), ec);
  if (parser_->refusal)
    refusal_ = parser_->refusal;
  else if (ec == beast_http::error::header_limit)
    refusal_ = {Why::invalid, "http.header-too-long"};
  else if (ec && ec != beast_http::error::need_more)
    refusal_ = {Why::invalid, "http.malformed", {}, {}, {{"what", ec.message()}}};
  return used;
}

bool RequestReader::header_done() const {
  return parser_->header_done;
}
bool RequestReader::done() const {
  return parser_->is_done();
}
bool RequestReader::keep_alive() const {
  return parser_->wants_to_stay;
}

}  // namespace waystation::http
