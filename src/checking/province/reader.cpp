#include "checking/province/reader.h"

namespace waystation::checking::province {

using Kind = JsonValue::Kind;

void refuse(const std::string& where, const std::string& why) {
  throw Broken{"file", where, why};
}

std::int64_t whole(const JsonValue& value, const std::string& where, std::int64_t most) {
  if (value.kind != Kind::integer) refuse(where, "expected an integer");
  if (value.number < 0 || value.number > most)
    refuse(where, "expected 0 to " + std::to_string(most));
  return value.number;
}

const std::vector<JsonValue>& items(const JsonValue& value, const std::string& where) {
  if (value.kind != Kind::list) refuse(where, "expected a list");
  return value.items;
}

std::vector<std::int64_t> wholes(const JsonValue& value, const std::string& where,
                                 std::int64_t most) {
  std::vector<std::int64_t> out;
  out.reserve(items(value, where).size());
  for (const JsonValue& item : value.items) out.push_back(whole(item, where, most));
  return out;
}

Reader::Reader(const JsonValue& value, std::string where)
    : value_(value), where_(std::move(where)) {
  if (value.kind != Kind::object) refuse(where_, "expected an object");
}

const JsonValue& Reader::next(const std::string& key) {
  if (at_ >= value_.keys.size() || value_.keys[at_] != key)
    refuse(place(key), "missing or out of place");
  return value_.items[at_++];
}

std::int64_t Reader::whole(const std::string& key, std::int64_t most) {
  return province::whole(next(key), place(key), most);
}

std::vector<std::int64_t> Reader::wholes(const std::string& key, std::int64_t most) {
  return province::wholes(next(key), place(key), most);
}

const std::vector<JsonValue>& Reader::list(const std::string& key) {
  return items(next(key), place(key));
}

void Reader::format(const std::string& expected) {
  const JsonValue& value = next("format");
  if (value.kind != Kind::string || value.text != expected)
    refuse(place("format"), "expected \"" + expected + '"');
}

void Reader::end() const {
  if (at_ < value_.keys.size()) refuse(place(value_.keys[at_]), "out of place or unknown");
}

}  // namespace waystation::checking::province
