#include "application/upcast.h"

#include <algorithm>

namespace waystation {

namespace {

Tree::Members* members_of(Tree& tree) {
  return std::get_if<Tree::Members>(&tree.value);
}

void write(std::string& out, const Tree& tree);

struct Writer {
  std::string& out;
  void operator()(std::nullptr_t) const { out += "null"; }
  void operator()(bool b) const { json::write(out, b); }
  void operator()(std::int64_t n) const { json::append_integer(out, n); }
  void operator()(const std::string& s) const { json::append_string(out, s); }
  void operator()(const Tree::List& items) const {
    out += '[';
    for (const Tree& item : items) {
      if (out.back() != '[') out += ',';
      write(out, item);
    }
    out += ']';
  }
  void operator()(const Tree::Members& members) const {
    out += '{';
    for (const auto& [key, value] : members) {
      if (out.back() != '{') out += ',';
      json::append_string(out, key);
      out += ':';
      write(out, value);
    }
    out += '}';
  }
};

void write(std::string& out, const Tree& tree) {
  std::visit(Writer{out}, tree.value);
}

LogRefused refused_at(const Entry& entry, const std::string& why) {
  return LogRefused("log entry " + std::to_string(entry.seq) + " (" + entry.type + "): " + why);
}

// The log holds nothing but what this program's own codec wrote.
std::int64_t integer_of(json::Element e) {
  std::int64_t n = 0;
  if (e.get(n)) throw std::invalid_argument("a number that is no whole one");
  return n;
}

// The lifts of an event of `type` from `schema` on; `type` becomes its newest name.
std::vector<const Upcaster*> lifts_of(std::span<const Upcaster> all, std::string_view& type,
                                      int& schema) {
  std::vector<const Upcaster*> out;
  while (true) {
    const auto next = std::ranges::find_if(
        all, [&](const Upcaster& u) { return u.type == type && u.from == schema; });
    if (next == all.end()) return out;
    out.push_back(&*next);
    if (!next->renamed.empty()) type = next->renamed;
    ++schema;
  }
}

}  // namespace

Tree* Tree::find(std::string_view key) {
  Members* members = members_of(*this);
  if (!members) return nullptr;
  const auto at = std::ranges::find(*members, key, &Members::value_type::first);
  return at == members->end() ? nullptr : &at->second;
}

void Tree::set(std::string_view key, Tree to) {
  if (Tree* found = find(key))
    *found = std::move(to);
  else if (Members* members = members_of(*this))
    members->emplace_back(key, std::move(to));
}

void Tree::erase(std::string_view key) {
  if (Members* members = members_of(*this))
    std::erase_if(*members, [&](const auto& member) { return member.first == key; });
}

void Tree::rename(std::string_view key, std::string_view to) {
  Members* members = members_of(*this);
  if (!members) return;
  const auto at = std::ranges::find(*members, key, &Members::value_type::first);
  if (at != members->end()) at->first = to;
}

Tree tree_of(json::Element e) {
  using enum simdjson::dom::element_type;
  switch (e.type()) {
    case ARRAY: {
      Tree::List items;
      for (const json::Element item : simdjson::dom::array(e)) items.push_back(tree_of(item));
      return {std::move(items)};
    }
    case OBJECT: {
      Tree::Members members;
      for (const auto& [key, value] : simdjson::dom::object(e))
        members.emplace_back(key, tree_of(value));
      return {std::move(members)};
    }
    case STRING:
      return {std::string(std::string_view(e))};
    case BOOL:
      return {bool(e)};
    case NULL_VALUE:
      return {nullptr};
    case INT64:
    case UINT64:
    case DOUBLE:
      return {integer_of(e)};
  }
  return {};
}

std::string to_json_text(const Tree& tree) {
  std::string out;
  write(out, tree);
  return out;
}

// Empty as long as every event has its first schema.
std::span<const Upcaster> all_upcasters() {
  return {};
}

Happening read_event(const Entry& entry, json::Parser& parser, std::span<const Upcaster> all) {
  std::string_view type = entry.type;
  int schema = entry.schema;
  const EventRow* row = event_named(type);
  const bool newest = row && row->schema == schema;
  const auto lifts = newest ? std::vector<const Upcaster*>{} : lifts_of(all, type, schema);
  if (!lifts.empty()) row = event_named(type);
  if (!row) throw refused_at(entry, "of a type this program does not know; use the newer program");
  if (schema > row->schema) throw refused_at(entry, "written by a newer program; use that one");
  if (schema < row->schema) throw refused_at(entry, "this program cannot read so old a schema");

  json::Element body;
  std::string problem;
  if (!parser.parse(entry.body, body, problem)) throw refused_at(entry, problem);
  if (!lifts.empty()) {
    Tree tree = tree_of(body);
    for (const Upcaster* upcaster : lifts) upcaster->lift(tree);
    if (!parser.parse(to_json_text(tree), body, problem)) throw refused_at(entry, problem);
  }
  auto happening = row->read(body, *row);
  if (!happening) throw refused_at(entry, happening.error().where);
  return std::move(*happening);
}

}  // namespace waystation
