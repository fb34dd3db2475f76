#include "application/network.h"

#include <algorithm>

#include "application/import_trial.h"

namespace waystation {

namespace {

// The columns that tell when something happened; of a day its end counts, so that it is not in the
// future.
constexpr std::string_view moments[] = {"sealed_at", "sampled_at"};
constexpr std::string_view days[] = {"volunteered_on", "since"};

void look_at(const Sheet& sheet, const CsvRow& row, Time& last) {
  const auto cell = [&](std::string_view column) -> std::string_view {
    const auto at = column_named(sheet, column);
    return at && *at < row.cells.size() ? std::string_view(row.cells[*at]) : "";
  };
  for (const auto column : moments)
    if (const auto time = parse_time(cell(column))) last = std::max(last, *time);
  for (const auto column : days)
    if (const auto day = parse_day(cell(column)))
      last = std::max(last, Time{*day + std::chrono::days{1}});
}

Time moment_of(const std::vector<Sheet>& sheets) {
  Time last = Time{Day{std::chrono::year{2020} / 1 / 1}};
  for (const Sheet& sheet : sheets)
    for (const CsvRow& row : sheet.rows) look_at(sheet, row, last);
  return last;
}

}  // namespace

Decision<Bank> load_network_folder(const std::filesystem::path& folder, ImportReport* report) {
  const auto unreadable = [&] {
    return Refusal{Why::missing, "network.unreadable", folder.string(), {}, {}};
  };
  if (!std::filesystem::is_directory(folder)) return unreadable();
  const auto texts = read_import_files({folder});
  if (texts.empty()) return unreadable();
  return load_network(texts, report);
}

Decision<Bank> load_network(const std::vector<ImportText>& texts, ImportReport* report) {
  std::vector<Sheet> sheets;
  for (const ImportText& text : texts) sheets.push_back(read_sheet(text));
  const Stamp stamp{{moment_of(sheets), {"network"}}, Role::province_command, {}};
  ImportTrial trial({}, stamp, std::move(sheets));
  trial.run(Role::administrator);
  const auto errors = trial.errors();
  if (report) {
    report->rows = trial.rows();
    report->errors = errors;
    report->error_count = std::int64_t(errors.size());
    report->imported = trial.good_rows();
  }
  if (errors.empty()) return trial.bank();
  return Refusal{Why::invalid,
                 "network.bad-rows",
                 to_text(errors.front()),
                 {},
                 {{"errors", std::to_string(errors.size())}}};
}

}  // namespace waystation
