#include "core/json.h"

#include <algorithm>

namespace waystation {

bool is_valid_id(std::string_view text) {
  const auto allowed = [](unsigned char c) { return c > 0x20 && c != '/' && c != 0x7f; };
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), allowed);
}

namespace json {

bool Reader::fail(std::string_view what) {
  if (failed()) return false;
  for (std::size_t i = 0; i < depth_; ++i) {
    const Part& part = path_[i];
    problem_ += '/';
    problem_ += part.key.data() ? std::string(part.key.substr(0, 64)) : std::to_string(part.index);
  }
  if (!problem_.empty()) problem_ += ": ";
  problem_ += what;
  return false;
}

Parser::Parser() {
  if (parser_.allocate(1 << 16, deepest)) throw std::bad_alloc();
}

bool Parser::parse(std::string_view text, Element& out, std::string& problem) {
  const auto error = parser_.parse(text.data(), text.size()).get(out);
  if (error) problem = simdjson::error_message(error);
  return !error;
}

bool read(Reader& in, Element e, std::string& out) {
  std::string_view text;
  if (e.get(text)) return in.fail("expected a string");
  if (text.size() > longest_string) return in.fail("string too long");
  out = text;
  return true;
}

bool read(Reader& in, Element e, bool& out) {
  return !e.get(out) || in.fail("expected true or false");
}

bool read_integer(Reader& in, Element e, std::int64_t& out, std::int64_t low, std::int64_t high) {
  if (e.get(out)) return in.fail(e.is_uint64() ? "integer out of range" : "expected an integer");
  return (out >= low && out <= high) || in.fail("integer out of range");
}

bool read(Reader& in, Element e, Fen& out) {
  return read_integer(in, e, out.count, INT64_MIN, INT64_MAX);
}

// Reads a string and then what it stands for.
template <class T>
static bool read_text(Reader& in, Element e, T& out, auto parse, std::string_view what) {
  std::string_view text;
  if (e.get(text)) return in.fail("expected a string");
  const auto value = parse(text);
  if (!value) return in.fail(what);
  out = *value;
  return true;
}

bool read(Reader& in, Element e, Time& out) {
  return read_text(in, e, out, parse_time, "not a time such as 2021-01-08T09:00:00+08:00");
}

bool read(Reader& in, Element e, Day& out) {
  return read_text(in, e, out, parse_day, "not a date such as 2021-01-08");
}

bool read(Reader& in, Element e, TimeOfDay& out) {
  return read_text(in, e, out, parse_time_of_day, "not a time of day such as 09:00");
}

bool read_id(Reader& in, Element e, std::string& out) {
  std::string_view text;
  if (e.get(text)) return in.fail("expected a string");
  if (!is_valid_id(text)) return in.fail("not an id of 1 to 64 bytes without space or '/'");
  out = text;
  return true;
}

// A string is plain; {"sealed_at":17,"text":"..."} is as the log keeps it.
bool read(Reader& in, Element e, Personal& out) {
  out.sealed_at = 0;
  if (e.is_string()) return read(in, e, out.text);
  simdjson::dom::object sealed;
  if (in.from() != From::log || e.get(sealed) || sealed.size() != 2)
    return in.fail("expected a string");
  Element at, text;
  if (sealed["sealed_at"].get(at) || sealed["text"].get(text)) return in.fail("expected a string");
  return read(in, at, out.sealed_at) && read(in, text, out.text);
}

void write(std::string& out, const Personal& x) {
  if (x.sealed_at == 0) return append_string(out, x.text);
  out += "{\"sealed_at\":";
  append_integer(out, x.sealed_at);
  out += ",\"text\":";
  append_string(out, x.text);
  out += '}';
}

void append_string(std::string& out, std::string_view text) {
  constexpr char hex[] = "0123456789abcdef";
  out += '"';
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, from, i - from);
    from = i + 1;
    if (c == '"' || c == '\\')
      (out += '\\') += char(c);
    else
      ((out += "\\u00") += hex[c >> 4]) += hex[c & 15];
  }
  out.append(text, from);
  out += '"';
}

void append_integer(std::string& out, std::int64_t value) {
  char text[24];
  out.append(text, std::to_chars(text, text + sizeof text, value).ptr);
}

template <class T> static void write_text(std::string& out, const T& x) {
  out += '"';
  out += to_text(x);
  out += '"';
}

void write(std::string& out, TimeOfDay x) {
  write_text(out, x);
}

void write(std::string& out, Time x) {
  out += '"';
  append_time(out, x);
  out += '"';
}

void write(std::string& out, Day x) {
  out += '"';
  append_day(out, x);
  out += '"';
}

}  // namespace json

}  // namespace waystation
