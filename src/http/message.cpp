#include "http/message.h"

#include <algorithm>
#include <charconv>

namespace waystation::http {

static int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

static std::string decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
    if (low >= 0)
      out += char(high * 16 + low), i += 2;
    else
      out += text[i] == '+' && plus_is_space ? ' ' : text[i];
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> out;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const auto part = query.substr(0, end);
    const auto equals = std::min(part.find('='), part.size());
    if (!part.empty())
      out.emplace_back(decoded(part.substr(0, equals), true),
                       decoded(part.substr(std::min(equals + 1, part.size())), true));
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return out;
}

std::string query_value(std::string_view query, std::string_view name) {
  for (auto& [key, value] : parse_query(query))
    if (key == name) return std::move(value);
  return {};
}

std::string decoded_path(std::string_view target) {
  std::string path = decoded(target.substr(0, target.find('?')), false);
  const auto bad = [](unsigned char c) { return c < 0x20 || c == 0x7f || c == '\\'; };
  if (path.empty() || path[0] != '/' || std::ranges::any_of(path, bad)) return {};
  if (path.find("//") != path.npos || (path + '/').find("/../") != std::string::npos) return {};
  return path;
}

std::string_view cookie_value(std::string_view cookies, std::string_view name) {
  while (!cookies.empty()) {
    const auto end = std::min(cookies.find(';'), cookies.size());
    auto part = cookies.substr(0, end);
    while (part.starts_with(' ')) part.remove_prefix(1);
    if (part.size() > name.size() && part.starts_with(name) && part[name.size()] == '=')
      return part.substr(name.size() + 1);
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
  }
  return {};
}

static std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 411:
      return "Length Required";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 428:
      return "Precondition Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "Answer";
  }
}

// Scripts and data from this host alone; styles inline, because the component library makes them.
std::string_view security_headers() {
  return "Content-Security-Policy: default-src 'self'; style-src 'self' 'unsafe-inline'; "
         "img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; "
         "base-uri 'none'; form-action 'self'; frame-ancestors 'none'\r\n"
         "X-Content-Type-Options: nosniff\r\n"
         "Referrer-Policy: no-referrer\r\n"
         "Cross-Origin-Opener-Policy: same-origin\r\n";
}

static std::string_view sharing(const Response& response) {
  return response.shared_with_all ? "Cross-Origin-Resource-Policy: cross-origin\r\n"
                                    "Access-Control-Allow-Origin: *\r\n"
                                  : "Cross-Origin-Resource-Policy: same-origin\r\n";
}

static std::string_view permissions(const Response& response) {
  return response.asks_position
             ? "Permissions-Policy: camera=(), geolocation=(self), microphone=()\r\n"
             : "Permissions-Policy: camera=(), geolocation=(), microphone=()\r\n";
}

static std::string_view keeping_line(Keeping keeping) {
  switch (keeping) {
    case Keeping::no_store:
      return "Cache-Control: no-store\r\n";
    case Keeping::no_cache:
      return "Cache-Control: no-cache\r\n";
    case Keeping::immutable:
      return "Cache-Control: public, max-age=31536000, immutable\r\n";
  }
  return {};
}

static void append_number(std::string& out, std::size_t number) {
  char text[24];
  out.append(text, std::to_chars(text, text + sizeof text, number).ptr);
}

void append_head(std::string& out, const Response& response, const HeadOptions& options) {
  out += "HTTP/1.1 ";
  append_number(out, std::size_t(response.status));
  ((out += ' ') += reason(response.status)) += "\r\nDate: ";
  (out += options.date) += "\r\n";
  out += security_headers();
  out += permissions(response);
  out += sharing(response);
  if (options.secure) out += "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";
  out += keeping_line(response.keeping);
  const bool empty = response.status == 204 || response.status == 304;
  if (!empty) ((out += "Content-Type: ") += response.type) += "\r\n";
  if (!empty && !response.streams) {
    out += "Content-Length: ";
    append_number(out, response.bytes().size());
    out += "\r\n";
  }
  out += response.headers;
  out += options.keep_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
}

}  // namespace waystation::http
