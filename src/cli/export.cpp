#include "application/export.h"

#include <CLI/CLI.hpp>
#include <fstream>

#include "cli/data_folder.h"
#include "cli/exit_code.h"

namespace waystation::cli {

namespace {

struct Export {
  std::string data, what, out, format, at, outlet, day;
};

// The ending of the file tells the format, unless it is said.
Decision<ExportFormat> format_of(const Export& asked) {
  std::string name = asked.format;
  if (name.empty()) name = std::filesystem::path(asked.out).extension().string();
  if (name.starts_with('.')) name.erase(0, 1);
  ExportFormat format{};
  if (!from_name(name, format)) return invalid("export.format-unknown", {{"format", name}});
  return format;
}

Decision<ExportOf> part_of(const Export& asked) {
  ExportOf of;
  if (!asked.outlet.empty()) of.outlet = OutletId{asked.outlet};
  if (asked.day.empty()) return of;
  of.day = parse_day(asked.day);
  if (!of.day) return invalid("export.time-invalid", {{"at", asked.day}});
  return of;
}

int run(const Export& asked) {
  ExportWhat what{};
  if (!from_name(asked.what, what))
    return say_no(invalid("export.what-unknown", {{"what", asked.what}}));
  const auto format = format_of(asked);
  if (!format) return say_no(format.error());
  const auto of = part_of(asked);
  if (!of) return say_no(of.error());
  std::optional<Time> until;
  if (!asked.at.empty()) {
    until = parse_time(asked.at);
    if (!until) return say_no(invalid("export.time-invalid", {{"at", asked.at}}));
  }
  DataFolder folder(asked.data);
  const Standing standing = standing_at(folder.journal(), until, {});
  const Viewing viewing{.standing = standing,
                        .now = until.value_or(std::max(system_clock_now(), standing.as_of)),
                        .role = Role::province_command,
                        .journal = &folder.journal()};
  const auto bytes = export_bytes(viewing, what, *format, *of);
  if (!bytes) return say_no(bytes.error());
  std::ofstream file(asked.out, std::ios::binary);
  file << *bytes << std::flush;
  if (!file) throw std::runtime_error("cannot write " + asked.out);
  return exit_code::ok;
}

}  // namespace

void add_export(CLI::App& app, int& code) {
  auto asked = std::make_shared<Export>();
  auto* const command = app.add_subcommand("export", "Write a table of the state to a file");
  command->add_option("--data", asked->data, "The data folder")->required();
  command->add_option("what", asked->what, "outlets, people, communities, zones, roster or calls")
      ->required();
  command->add_option("--out", asked->out, "The file; its ending tells the format")->required();
  command->add_option("--format", asked->format, "csv, xlsx, geojson or json");
  command->add_option("--outlet", asked->outlet, "Whose calls");
  command->add_option("--day", asked->day, "The day of the calls (YYYY-MM-DD); today");
  command->add_option("--at", asked->at, "As it was at this moment (RFC 3339)");
  command->callback([asked, &code] { code = run(*asked); });
}

}  // namespace waystation::cli
