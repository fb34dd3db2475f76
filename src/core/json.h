#pragma once
// Records to JSON and back (RFC 8259), derived from their descriptions.
//
// Reading is strict: unknown, missing and duplicate keys, wrong types, numbers out of range, bad
// UTF-8 and nesting deeper than 32 are refused, and the refusal names the place by JSON Pointer
// (RFC 6901), as in
// "/notes/1/face: integer out of range". Only an optional field may be absent, so old events stay
// readable. Writing is canonical: described order, no white space, absent optionals left out; what
// is written reads back equal. There is no floating point: money, counts and micro-degrees are
// integers.
#include <simdjson.h>

#include <array>
#include <charconv>

#include "core/decision.h"
#include "core/fen.h"
#include "core/personal.h"
#include "core/table.h"
#include "core/time.h"

namespace waystation {

namespace json {

using Element = simdjson::dom::element;

inline constexpr std::size_t deepest = 32;
inline constexpr std::size_t longest_string = 4096;  // Bytes; a remark, not a document.
inline constexpr std::size_t longest_list = 100'000;

// Only what our own log wrote may hold values that are already sealed.
enum class From { outside, log };

// Where the reader is, and the first thing that it found wrong.
class Reader {
 public:
  explicit Reader(From from = From::outside) : from_(from) {}
  From from() const { return from_; }
  bool fail(std::string_view what);
  bool failed() const { return !problem_.empty(); }
  const std::string& problem() const { return problem_; }

  // Steps into a member or an item for the life of the object.
  struct Step {
    Step(Reader& reader, std::string_view key) : reader_(reader) { reader.enter({key, 0}); }
    Step(Reader& reader, std::size_t index) : reader_(reader) { reader.enter({{}, index}); }
    ~Step() { --reader_.depth_; }
    Step(const Step&) = delete;
    Reader& reader_;
  };

 private:
  struct Part {
    std::string_view key;
    std::size_t index;
  };
  void enter(Part part) { path_[depth_++] = part; }

  std::array<Part, deepest + 2> path_;
  std::size_t depth_ = 0;
  From from_;
  std::string problem_;
};

// Parses one document; the elements live as long as the parser and until its next parse.
class Parser {
 public:
  Parser();
  bool parse(std::string_view text, Element& out, std::string& problem);

 private:
  simdjson::dom::parser parser_;
};

bool read(Reader&, Element, std::string&);
bool read(Reader&, Element, bool&);
bool read(Reader&, Element, Fen&);
bool read(Reader&, Element, Time&);
bool read(Reader&, Element, Day&);
bool read(Reader&, Element, TimeOfDay&);
bool read(Reader&, Element, Personal&);
bool read_id(Reader&, Element, std::string&);
bool read_integer(Reader&, Element, std::int64_t& out, std::int64_t low, std::int64_t high);

template <std::integral T> bool read(Reader& in, Element e, T& out) {
  std::int64_t wide = 0;
  using Limits = std::numeric_limits<T>;
  constexpr auto high = std::in_range<std::int64_t>(Limits::max()) ? std::int64_t(Limits::max())
                                                                   : std::int64_t(INT64_MAX);
  if (!read_integer(in, e, wide, std::int64_t(Limits::min()), high)) return false;
  out = T(wide);
  return true;
}

template <Identifier T> bool read(Reader& in, Element e, T& out) {
  return read_id(in, e, out.text);
}

template <Enumeration T> bool read(Reader& in, Element e, T& out) {
  std::string_view name;
  if (e.get(name)) return in.fail("expected one of a set of words");
  return from_name(name, out) ||
         in.fail("unknown value \"" + std::string(name.substr(0, 40)) + '"');
}

template <Record T> bool read(Reader&, Element, T&);
template <List T> bool read(Reader&, Element, T&);
template <Map T> bool read(Reader&, Element, T&);

template <Optional T> bool read(Reader& in, Element e, T& out) {
  if (e.is_null()) return out.reset(), true;
  return read(in, e, out.emplace());
}

template <List T> bool read(Reader& in, Element e, T& out) {
  simdjson::dom::array items;
  if (e.get(items)) return in.fail("expected a list");
  out.clear();
  std::size_t index = 0;
  for (Element item : items) {
    if (index == longest_list) return in.fail("list too long");
    Reader::Step step(in, index++);
    if (!read(in, item, out.emplace_back())) return false;
  }
  return true;
}

template <Map T> bool read(Reader& in, Element e, T& out) {
  simdjson::dom::object members;
  if (e.get(members)) return in.fail("expected an object");
  out = T{};
  for (const auto& [key, value] : members) {
    Reader::Step step(in, key);
    typename T::key_type id;
    if constexpr (Identifier<typename T::key_type>)
      id.text = key;
    else
      id = std::string(key);
    if (out.find(id)) return in.fail("duplicate key");
    if (!read(in, value, out.edit(id))) return false;
  }
  return true;
}

template <class T> struct FieldReader {
  std::string_view name;
  bool optional;
  bool (*read)(Reader&, Element, T&);
};

template <Record T>
inline constexpr auto field_readers = [] {
  constexpr std::size_t n = boost::mp11::mp_size<FieldsOf<T>>::value;
  std::array<FieldReader<T>, n> out{};
  std::size_t i = 0;
  boost::mp11::mp_for_each<FieldsOf<T>>([&]<class D>(D) {
    using Field = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;
    out[i++] = {D::name, Optional<Field>,
                [](Reader& in, Element e, T& to) { return read(in, e, to.*D::pointer); }};
  });
  return out;
}();

// Members usually come in the described order, so the search starts behind the last one found.
template <Record T> bool read(Reader& in, Element e, T& out) {
  constexpr auto& fields = field_readers<T>;
  simdjson::dom::object members;
  if (e.get(members)) return in.fail("expected an object");
  std::array<bool, fields.size() + 1> seen{};
  std::size_t at = 0;
  for (const auto& [key, value] : members) {
    Reader::Step step(in, key);
    std::size_t tried = 0;
    while (tried < fields.size() && fields[at].name != key) at = (at + 1) % fields.size(), ++tried;
    if (tried == fields.size()) return in.fail("unknown key");
    if (seen[at]) return in.fail("duplicate key");
    seen[at] = true;
    if (!fields[at].read(in, value, out)) return false;
    if (++at == fields.size()) at = 0;
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (seen[i] || fields[i].optional) continue;
    Reader::Step step(in, fields[i].name);
    return in.fail("missing");
  }
  return true;
}

// ---- Writing.

void append_string(std::string& out, std::string_view text);
void append_integer(std::string& out, std::int64_t value);

inline void write(std::string& out, const std::string& x) {
  append_string(out, x);
}
inline void write(std::string& out, bool x) {
  out += x ? "true" : "false";
}
inline void write(std::string& out, Fen x) {
  append_integer(out, x.count);
}
void write(std::string& out, Time);
void write(std::string& out, Day);
void write(std::string& out, TimeOfDay);
void write(std::string& out, const Personal&);
template <std::integral T> void write(std::string& out, T x) {
  append_integer(out, std::int64_t(x));
}
template <Identifier T> void write(std::string& out, const T& x) {
  append_string(out, x.text);
}
template <Enumeration T> void write(std::string& out, T x) {
  (out += '"') += name_of(x), out += '"';
}
template <Record T> void write(std::string&, const T&);
template <List T> void write(std::string&, const T&);
template <Map T> void write(std::string&, const T&);

template <Optional T> void write(std::string& out, const T& x) {
  if (x)
    write(out, *x);
  else
    out += "null";
}

template <List T> void write(std::string& out, const T& x) {
  out += '[';
  bool first = true;
  for (const auto& item : x) {
    if (!std::exchange(first, false)) out += ',';
    write(out, item);
  }
  out += ']';
}

template <Map T> void write(std::string& out, const T& x) {
  out += '{';
  bool first = true;
  for (const auto& [key, value] : x) {
    if (!std::exchange(first, false)) out += ',';
    write(out, key);
    out += ':';
    write(out, value);
  }
  out += '}';
}

template <Record T> void write(std::string& out, const T& x) {
  out += '{';
  bool first = true;
  each_field<T>([&](std::string_view name, auto field) {
    using Field = std::remove_cvref_t<decltype(x.*field)>;
    if constexpr (Optional<Field>)
      if (!(x.*field)) return;
    if (!std::exchange(first, false)) out += ',';
    ((out += '"') += name) += "\":";
    write(out, x.*field);
  });
  out += '}';
}

}  // namespace json

template <class T> std::string to_json(const T& x) {
  std::string out;
  json::write(out, x);
  return out;
}

// Code "json.syntax" where the text is no JSON, "json.field" where it does not fit T; `where` says
// which.
template <class T> Decision<T> from_json(json::Element e, json::From from = json::From::outside) {
  json::Reader reader(from);
  T out{};
  if (json::read(reader, e, out)) return out;
  return Refusal{Why::invalid, "json.field", reader.problem()};
}

template <class T>
Decision<T> from_json(std::string_view text, json::From from = json::From::outside) {
  thread_local json::Parser parser;
  json::Element root;
  std::string problem;
  if (!parser.parse(text, root, problem)) return Refusal{Why::invalid, "json.syntax", problem};
  return from_json<T>(root, from);
}

}  // namespace waystation
