#include "cli/plan_file.h"

#include <fstream>
#include <sstream>

#include "planning/planner.h"

namespace waystation::cli {

namespace {

// The document's own keys, read apart from the names that stand beside them.
std::string without_names(json::Element file) {
  std::string out = "{";
  simdjson::dom::object members;
  if (file.get(members)) return {};
  for (const auto& [key, value] : members) {
    if (key == "names") continue;
    if (out.size() > 1) out += ',';
    json::append_string(out, key);
    (out += ':') += simdjson::minify(value);
  }
  return out + '}';
}

}  // namespace

std::string write_plan_file(const plan::PlanDocument& document, const Names& names) {
  Names used;
  for (const PersonId& person : planning::people_named(document))
    if (const auto at = names.find(person); at != names.end()) used.insert(*at);
  std::string out = to_json(document);
  out.pop_back();
  out += ",\"names\":{";
  for (const auto& [person, name] : used) {
    if (out.back() != '{') out += ',';
    json::append_string(out, person.text);
    json::append_string(out += ':', name);
  }
  return out + "}}\n";
}

Decision<plan::PlanDocument> read_plan_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) return Refusal{Why::missing, "plan.file-unreadable", path.string()};
  json::Parser parser;
  json::Element root;
  std::string problem;
  if (!parser.parse(text.str(), root, problem))
    return Refusal{Why::invalid, "json.syntax", path.string() + ": " + problem};
  return from_json<plan::PlanDocument>(without_names(root));
}

}  // namespace waystation::cli
