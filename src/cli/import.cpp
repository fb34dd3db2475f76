#include "application/import.h"

#include <CLI/CLI.hpp>

#include "cli/data_folder.h"
#include "cli/exit_code.h"

namespace waystation::cli {

namespace {

struct Import {
  std::string data, at, language = "en";
  std::vector<std::string> files;
  bool dry_run = false, partial = false, as_json = false;
};

void print(const ImportReport& report, const Import& asked) {
  for (const ImportError& error : report.errors) {
    ImportError shown = error;
    if (asked.language == "zh") shown.reason = error.reason_zh;
    std::fprintf(stderr, "%s\n", to_text(shown).c_str());
  }
  for (const ImportedFile& file : report.files)
    for (const std::string& column : file.ignored_columns)
      std::fprintf(stderr, "%s: column \"%s\" means nothing here\n", file.file.c_str(),
                   column.c_str());
  if (report.postponed > 0)
    std::fprintf(stderr, "%lld facts lie after the moment of the import and were left out\n",
                 static_cast<long long>(report.postponed));
  if (asked.as_json) return void(std::puts(to_json(report).c_str()));
  std::printf("%lld rows, %lld %s, %lld errors\n", static_cast<long long>(report.rows),
              static_cast<long long>(report.imported), report.dry_run ? "would import" : "imported",
              static_cast<long long>(report.error_count));
}

int run(const Import& asked) {
  ImportOptions options{
      .dry_run = asked.dry_run, .partial = asked.partial, .at = {}, .by = {"console"}, .id = {}};
  options.role_for_accounts = Role::administrator;
  if (!asked.at.empty()) {
    options.at = parse_time(asked.at);
    if (!options.at) return say_no(invalid("import.time-invalid", {{"at", asked.at}}));
  }
  const std::vector<std::filesystem::path> paths(asked.files.begin(), asked.files.end());
  for (const auto& path : paths)
    if (!std::filesystem::exists(path))
      return say_no({Why::missing, "import.file-missing", path.string(), {}, {}});
  OpenFolder open(asked.data);
  const ImportReport report = import_files(open.desk, paths, options);
  print(report, asked);
  if (open.desk.lost()) return exit_code::outcome_unknown;
  return report.ok() ? exit_code::ok : exit_code::bad_input;
}

}  // namespace

void add_import(CLI::App& app, int& code) {
  auto asked = std::make_shared<Import>();
  auto* const command = app.add_subcommand("import", "Record CSV or XLSX files: all rows or none");
  command->add_option("--data", asked->data, "The data folder")->required();
  command->add_option("files", asked->files, "Files, or folders of them")->required();
  command->add_flag("--dry-run", asked->dry_run, "Say what would happen, write nothing");
  command->add_flag("--partial", asked->partial, "Record the good rows even where others are bad");
  command->add_option("--at", asked->at, "Time of the events (RFC 3339); default now");
  command->add_option("--lang", asked->language, "Language of the reasons")
      ->check(CLI::IsMember({"en", "zh"}));
  command->add_flag("--json", asked->as_json, "Print the report as JSON");
  command->callback([asked, &code] { code = run(*asked); });
}

}  // namespace waystation::cli
