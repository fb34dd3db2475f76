#pragma once
// Spreadsheets as text, RFC 4180. What offices send is UTF-8 with or without a byte order mark, or
// GB18030, which Excel writes on a Chinese Windows; both are read, everything else is refused. What
// we write has the mark and CRLF, so that Excel opens Chinese text correctly.
//
// A bad row does not hide the next: it becomes a problem with its line, and reading goes on after
// it.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waystation {

using Cells = std::vector<std::string>;

struct CsvRow {
  std::int64_t line = 0;  // Where it begins, from 1; a quoted cell may go over several lines.
  Cells cells;
};

// "csv.too-large", "csv.encoding" and "csv.too-many-rows" speak of the file (line 0 or where it was
// left); "csv.stray-quote", "csv.unclosed-quote", "csv.cell-too-long", "csv.too-many-columns" and
// "csv.control-character" of the row.
struct CsvProblem {
  std::int64_t line = 0;
  std::size_t cell = 0;  // From 1; 0 where no cell is at fault.
  std::string code;
};

struct CsvFile {
  std::string encoding;      // "UTF-8" or "GB18030"
  std::vector<CsvRow> rows;  // The header is the first; empty lines are left out.
  std::vector<CsvProblem> problems;
};

// Far above a province's needs, far below what would hurt the machine.
inline constexpr std::size_t csv_most_bytes = 64u << 20;
inline constexpr std::size_t csv_most_rows = 200'000;
inline constexpr std::size_t csv_most_columns = 64;
inline constexpr std::size_t csv_longest_cell = 4096;

CsvFile read_csv(std::string_view bytes);

// None where the bytes are not GB18030.
std::optional<std::string> utf8_from_gb18030(std::string_view bytes);

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
void append_csv(std::string& out, const Cells& row);
std::string write_csv(const std::vector<Cells>& rows);  // With the mark.

// A cell that begins with = + - @ would run as a formula when the file is opened in a spreadsheet
// program, so a guard ' is put before it; numbers stay as they are. unguarded(guarded(x)) == x for
// every x.
std::string guarded(std::string text);
std::string unguarded(std::string text);

}  // namespace waystation
