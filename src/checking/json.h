#pragma once
// A strict JSON reader for the checker (RFC 8259), written apart from the codec on purpose. Members
// keep their order, because the plan file has one; a key that stands twice, a number that is not an
// int64, bad UTF-8 and nesting deeper than 32 are refused.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace waystation::checking {

struct JsonValue {
  enum class Kind { null, boolean, integer, other_number, string, list, object };
  Kind kind = Kind::null;
  std::int64_t number = 0;        // Of an integer, or 0 and 1 for false and true.
  std::string text;               // Of a string, or the spelling of another number.
  std::vector<std::string> keys;  // Of an object, beside its items.
  std::vector<JsonValue> items;
};

// Throws Unreadable with the byte where the text stops being JSON.
JsonValue read_json(std::string_view text);

}  // namespace waystation::checking
