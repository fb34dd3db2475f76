#include "application/story_player.h"

namespace waystation {

namespace {

// Where the two first differ: empty, or "/rows/fit: true, not false".
struct Comparison {
  std::string problem;

  void compare(const std::string& path, json::Element expected, json::Element shown);
  void compare_members(const std::string& path, simdjson::dom::object expected,
                       json::Element shown);
  void compare_items(const std::string& path, simdjson::dom::array expected, json::Element shown);
  void differ(const std::string& path, const std::string& what) {
    if (problem.empty()) problem = path + ": " + what;
  }
};

std::string text_of(json::Element e) {
  return simdjson::minify(e).substr(0, 200);
}

bool holds(json::Element expected, json::Element shown) {
  return difference_between(expected, shown).empty();
}

void Comparison::compare_members(const std::string& path, simdjson::dom::object expected,
                                 json::Element shown) {
  simdjson::dom::object members;
  if (shown.get(members)) return differ(path, "expected an object, not " + text_of(shown));
  for (const auto& [key, value] : expected) {
    const std::string place = path + '/' + std::string(key);
    json::Element found;
    const bool absent = members.at_key(key).get(found) != simdjson::SUCCESS;
    if (absent && !value.is_null()) differ(place, "absent, expected " + text_of(value));
    if (!absent) compare(place, value, found);
  }
}

void Comparison::compare_items(const std::string& path, simdjson::dom::array expected,
                               json::Element shown) {
  simdjson::dom::array items;
  if (shown.get(items)) return differ(path, "expected a list, not " + text_of(shown));
  if (expected.size() == 0 && items.size() != 0)
    return differ(path, "expected nothing, not " + text_of(shown));
  for (const json::Element wanted : expected) {
    bool found = false;
    for (const json::Element item : items) found = found || holds(wanted, item);
    if (!found) differ(path, "no item such as " + text_of(wanted));
  }
}

void Comparison::compare(const std::string& path, json::Element expected, json::Element shown) {
  simdjson::dom::object members;
  simdjson::dom::array items;
  if (!expected.get(members)) return compare_members(path, members, shown);
  if (!expected.get(items)) return compare_items(path, items, shown);
  if (text_of(expected) != text_of(shown))
    differ(path, text_of(shown) + ", expected " + text_of(expected));
}

}  // namespace

std::string difference_between(json::Element expected, json::Element shown) {
  Comparison comparison;
  comparison.compare("", expected, shown);
  return comparison.problem;
}

}  // namespace waystation
