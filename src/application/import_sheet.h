#pragma once
// A spreadsheet as import sees it: which kind of file it is, its columns by name, its rows with
// their true lines.
#include <filesystem>
#include <span>

#include "application/import.h"
#include "core/csv.h"

namespace waystation {

// The columns of a kind of file, as in docs/reference/network-files.md.
struct SheetKind {
  std::string_view name;  // Also the file's: "outlets" is outlets.csv.
  std::vector<std::string_view> required;
  std::vector<std::string_view> optional;
};
std::span<const SheetKind> sheet_kinds();

struct Sheet {
  std::string file;
  std::string encoding;
  const SheetKind* kind = nullptr;  // None where neither the name nor the columns tell.
  Cells columns;
  std::vector<CsvRow> rows;  // Without the header.
  std::vector<CsvProblem> problems;
};

// A name of a kind decides; else the kind whose required columns are all there.
Sheet read_sheet(const ImportText&);

// Index of a column, or none.
std::optional<std::size_t> column_named(const Sheet&, std::string_view name);
std::vector<std::string> ignored_columns(const Sheet&);

// The first sheet of an Excel workbook, as a CSV would give it; "xlsx.damaged" and "xlsx.too-large"
// refuse it.
CsvFile read_xlsx(std::string_view bytes);

}  // namespace waystation
