#include "application/import.h"

#include <array>
#include <fstream>
#include <random>

#include "application/import_trial.h"

namespace waystation {

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  std::array<char, 64 * 1024> block;
  // A little above the limit is enough to refuse it.
  while (file && bytes.size() <= csv_most_bytes) {
    file.read(block.data(), block.size());
    bytes.append(block.data(), std::size_t(file.gcount()));
  }
  if (file.bad() || !file.is_open()) throw std::runtime_error("cannot read " + path.string());
  return bytes;
}

void read_folder(const std::filesystem::path& folder, std::vector<ImportText>& out) {
  for (const SheetKind& kind : sheet_kinds())
    for (const char* ending : {".csv", ".xlsx"}) {
      const auto path = folder / (std::string(kind.name) + ending);
      if (std::filesystem::exists(path)) out.push_back({path.filename().string(), read_file(path)});
    }
}

CommandId random_id() {
  std::random_device device;
  std::uniform_int_distribution<int> byte(0, 255);
  CommandId id;
  for (auto& part : id) part = static_cast<unsigned char>(byte(device));
  return id;
}

ImportTrial trial_of(const Bank& bank, const Stamp& stamp, std::vector<Sheet> sheets,
                     const ImportOptions& options) {
  ImportTrial trial(bank, stamp, std::move(sheets));
  trial.run(options.role_for_accounts.value_or(options.role));
  return trial;
}

void add_errors(ImportReport& report, std::vector<ImportError> errors) {
  report.error_count += std::int64_t(errors.size());
  for (ImportError& error : errors)
    if (report.errors.size() < ImportReport::errors_shown)
      report.errors.push_back(std::move(error));
}

void describe(ImportReport& report, const ImportTrial& trial) {
  report.rows = trial.rows();
  for (const Sheet& sheet : trial.sheets())
    report.files.push_back({sheet.file, sheet.kind ? std::string(sheet.kind->name) : "",
                            sheet.encoding, std::int64_t(sheet.rows.size()),
                            ignored_columns(sheet)});
}

// Without its bad rows an import may have new ones, which relied on them.
void leave_out_bad_rows(ImportReport& report, ImportTrial& trial, const ImportOptions& options,
                        const Bank& bank, const Stamp& stamp) {
  while (!trial.errors().empty()) {
    trial = trial_of(bank, stamp, trial.good_sheets(), options);
    add_errors(report, trial.errors());
  }
}

std::vector<Order> orders_for(const ImportTrial& trial, const ImportOptions& options) {
  std::vector<Order> orders = trial.orders();
  const CommandId id = options.id.value_or(random_id());
  for (Order& order : orders) order.id = id, order.at = options.at;
  return orders;
}

// The desk says which order it refused: "/17", or "/17 /windows: wrong type".
std::size_t index_in(const Refusal& no) {
  std::size_t index = 0;
  if (no.where.starts_with('/'))
    std::from_chars(no.where.data() + 1, no.where.data() + no.where.size(), index);
  return index;
}

// The bank may have changed between the trial and the desk's turn.
void submit(Desk& desk, ImportReport& report, ImportTrial& trial, const ImportOptions& options) {
  auto orders = orders_for(trial, options);
  if (orders.empty()) return;
  const Answer answer = desk.ask(std::move(orders));
  if (answer.result) return void(report.imported = trial.good_rows());
  const Refusal& no = answer.result.error();
  trial.refuse(trial.places()[std::min(index_in(no), trial.places().size() - 1)],
               {"", no.code, no.facts});
  add_errors(report, trial.errors());
}

}  // namespace

std::vector<ImportText> read_import_files(const std::vector<std::filesystem::path>& paths) {
  std::vector<ImportText> out;
  for (const auto& path : paths) {
    if (std::filesystem::is_directory(path))
      read_folder(path, out);
    else
      out.push_back({path.filename().string(), read_file(path)});
  }
  return out;
}

ImportReport import_files(Desk& desk, const std::vector<std::filesystem::path>& paths,
                          const ImportOptions& options) {
  return import_text(desk, read_import_files(paths), options);
}

ImportReport import_text(Desk& desk, std::vector<ImportText> texts, const ImportOptions& options) {
  const auto standing = desk.standing();
  const Time now = options.at.value_or(std::max(system_clock_now(), standing->as_of));
  const Stamp stamp{{now, options.by}, options.role, options.scope};
  std::vector<Sheet> sheets;
  for (ImportText& text : texts) sheets.push_back(read_sheet(text)), text.bytes.clear();

  ImportReport report;
  report.dry_run = options.dry_run;
  ImportTrial trial = trial_of(standing->bank, stamp, std::move(sheets), options);
  describe(report, trial);
  add_errors(report, trial.errors());
  if (options.partial) leave_out_bad_rows(report, trial, options, standing->bank, stamp);
  report.postponed = trial.postponed();
  if (!report.ok() && !options.partial) return report;
  if (options.dry_run)
    report.imported = trial.good_rows();
  else
    submit(desk, report, trial, options);
  return report;
}

std::string to_text(const ImportError& error) {
  std::string out = error.file;
  if (error.line > 0) out += ':' + std::to_string(error.line);
  if (!error.column.empty()) out += ": " + error.column;
  return out + ": " + error.reason;
}

}  // namespace waystation
