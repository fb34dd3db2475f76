#pragma once
// Old events, read by today's code. Stored bytes are never rewritten; an event of an older schema
// is lifted, one number at a time, by pure functions on its decoded tree. Adding an optional field
// needs no new number. The corpora of every released schema are replayed by the tests
// (tests/golden/events-v1).
#include <memory>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "application/journal.h"
#include "domain/room_table.h"

namespace waystation {

// A decoded JSON value that can be changed.
struct Tree {
  using List = std::vector<Tree>;
  using Members = std::vector<std::pair<std::string, Tree>>;  // In the order of the text.
  std::variant<std::nullptr_t, bool, std::int64_t, std::string, List, Members> value = nullptr;
  bool operator==(const Tree&) const = default;

  Tree* find(std::string_view key);  // None where this is no object or has no such member.
  void set(std::string_view key, Tree to);
  void erase(std::string_view key);
  void rename(std::string_view key, std::string_view to);
};

Tree tree_of(json::Element);
std::string to_json_text(const Tree&);

// Lifts an event of `type` from schema `from` to `from` + 1; `renamed` is its new type, or empty.
struct Upcaster {
  std::string_view type;
  int from;
  std::string_view renamed;
  void (*lift)(Tree&);
};

std::span<const Upcaster> all_upcasters();

// The event of an entry as today's code knows it. Throws LogRefused naming the seq where the type
// is unknown, the schema newer than this program, or the body unreadable: an event is never
// skipped.
Happening read_event(const Entry&, json::Parser&, std::span<const Upcaster> = all_upcasters());

}  // namespace waystation
