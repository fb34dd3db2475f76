#include <CLI/CLI.hpp>

#include "application/views.h"
#include "cli/data_folder.h"
#include "cli/exit_code.h"

namespace waystation::cli {

namespace {

struct Show {
  std::string data, view, at;
  std::vector<std::string> parameters;
  bool as_json = false;
};

// The same document for a person: one member a line, indented by depth, lists by dashes.
void print_outline(json::Element e, int depth, const std::string& lead) {
  const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
  if (simdjson::dom::object members; !e.get(members)) {
    if (!lead.empty()) std::puts((indent + lead).c_str());
    for (const auto& [key, value] : members)
      print_outline(value, depth + !lead.empty(), std::string(key) + ":");
  } else if (simdjson::dom::array items; !e.get(items)) {
    std::puts((indent + lead + (items.size() ? "" : " none")).c_str());
    for (const json::Element item : items) print_outline(item, depth + 1, "-");
  } else if (std::string_view text; !e.get(text)) {
    std::puts((indent + lead + ' ' + std::string(text)).c_str());
  } else {
    std::puts((indent + lead + ' ' + simdjson::minify(e)).c_str());
  }
}

Decision<QueryText> query_from(const std::vector<std::string>& parameters) {
  QueryText query;
  for (const std::string& parameter : parameters) {
    const auto equals = parameter.find('=');
    if (equals == parameter.npos)
      return invalid("show.parameter-malformed", {{"parameter", parameter}});
    query[parameter.substr(0, equals)] = parameter.substr(equals + 1);
  }
  return query;
}

Decision<std::string> look(const Show& asked, const QueryText& query) {
  const ViewRow* row = view_named(asked.view);
  if (!row) return unknown("view.unknown", asked.view);
  std::optional<Time> at;
  if (!asked.at.empty()) {
    at = parse_time(asked.at);
    if (!at) return invalid("show.time-invalid", {{"at", asked.at}});
  }
  DataFolder folder(asked.data);
  const Standing standing = standing_at(folder.journal(), at, {});
  const Time now = at.value_or(std::max(system_clock_now(), standing.as_of));
  return row->see({standing, now, Role::province_command, {}, &folder.journal()}, query);
}

int run(const Show& asked) {
  const auto query = query_from(asked.parameters);
  if (!query) return say_no(query.error());
  const auto seen = look(asked, *query);
  if (!seen) return say_no(seen.error());
  if (asked.as_json) return std::puts(seen->c_str()), exit_code::ok;
  json::Parser parser;
  json::Element root;
  std::string problem;
  if (!parser.parse(*seen, root, problem)) throw std::logic_error("a view wrote no JSON");
  print_outline(root, 0, "");
  return exit_code::ok;
}

}  // namespace

void add_show(CLI::App& app, int& code) {
  auto asked = std::make_shared<Show>();
  auto* const command =
      app.add_subcommand("show", "Show a view, now or as it was at a past moment");
  command->add_option("--data", asked->data, "The data folder")->required();
  command->add_option("view", asked->view, "Its name, such as board")->required();
  command->add_option("--at", asked->at, "The moment (RFC 3339); default now");
  command->add_option("--with", asked->parameters, "Parameters as key=value");
  command->add_flag("--json", asked->as_json, "Print the view as JSON");
  command->callback([asked, &code] { code = run(*asked); });
}

}  // namespace waystation::cli
