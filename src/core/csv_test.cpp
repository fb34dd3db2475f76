#include "core/csv.h"

#include <doctest/doctest.h>

namespace waystation {

namespace {

std::vector<Cells> cells_of(const CsvFile& file) {
  std::vector<Cells> out;
  for (const CsvRow& row : file.rows) out.push_back(row.cells);
  return out;
}

std::string first_problem(std::string_view bytes) {
  const auto problems = read_csv(bytes).problems;
  return problems.empty() ? "none" : std::to_string(problems[0].line) + ' ' + problems[0].code;
}

}  // namespace

TEST_CASE(
    "a spreadsheet reads the same with and without a byte order mark, with LF and with CRLF") {
  const std::vector<Cells> expected = {{"code", "name"}, {"1", "沈阳"}};
  CHECK(cells_of(read_csv("code,name\n1,沈阳")) == expected);
  CHECK(cells_of(read_csv("\xEF\xBB\xBF"
                          "code,name\r\n1,沈阳\r\n")) == expected);
}

TEST_CASE(
    "a quoted cell may hold commas, quotes and line ends, and the next row knows its true line") {
  const auto file = read_csv("a,b\n\"x, \"\"y\"\"\nz\",2\n\nlast,3\n");
  REQUIRE(file.rows.size() == 3);
  CHECK(file.rows[1].cells == Cells{"x, \"y\"\nz", "2"});
  CHECK(file.rows[1].line == 2);
  CHECK(file.rows[2].line == 5);
}

TEST_CASE("a file that Excel wrote on a Chinese Windows is recognised as GB18030") {
  const auto file = read_csv("name\n\xC9\xF2\xD1\xF4\n");  // 沈阳
  CHECK(file.encoding == "GB18030");
  REQUIRE(file.rows.size() == 2);
  CHECK(file.rows[1].cells == Cells{"沈阳"});
}

TEST_CASE("bytes that are neither UTF-8 nor GB18030 are refused, not guessed") {
  CHECK(first_problem("name\n\xFF\xFF\n") == "0 csv.encoding");
}

TEST_CASE("a bad row is named with its line and does not hide the next") {
  const auto file = read_csv("a,b\nx\"y,1\ngood,2\n\"x\"y,3\nbell\x07,4\n");
  REQUIRE(file.problems.size() == 3);
  CHECK(file.problems[0].line == 2);
  CHECK(file.problems[0].code == "csv.stray-quote");
  CHECK(file.problems[1].line == 4);
  CHECK(file.problems[2].code == "csv.control-character");
  CHECK(cells_of(file) == std::vector<Cells>{{"a", "b"}, {"good", "2"}});
}

TEST_CASE("a quote that is never closed is named where it was opened") {
  CHECK(first_problem("a\nb\n\"c\nd\n") == "3 csv.unclosed-quote");
}

TEST_CASE("limits of a spreadsheet are refused in words, not by running out of memory") {
  CHECK(first_problem("a\n" + std::string(csv_longest_cell, 'x')) == "none");
  CHECK(first_problem("a\n" + std::string(csv_longest_cell + 1, 'x')) == "2 csv.cell-too-long");
  CHECK(first_problem(std::string(csv_most_columns - 1, ',')) == "none");
  CHECK(first_problem(std::string(csv_most_columns, ',')) == "1 csv.too-many-columns");
  std::string rows;
  for (std::size_t i = 0; i < csv_most_rows; ++i) rows += "x\n";
  CHECK(first_problem(rows) == "none");
  CHECK(first_problem(rows + "x\n") == "200001 csv.too-many-rows");
  CHECK(first_problem(std::string(csv_most_bytes + 1, '\n')) == "0 csv.too-large");
}

TEST_CASE("what is written reads back equal") {
  const std::vector<Cells> rows = {
      {"a", "b"}, {"", ""}, {"x,y", "say \"no\""}, {"two\r\nlines", "沈阳"}, {""}};
  const std::string text = write_csv(rows);
  CHECK(text.starts_with(byte_order_mark));
  CHECK(text.find("\r\n\"x,y\",\"say \"\"no\"\"\"\r\n") != text.npos);
  CHECK(cells_of(read_csv(text)) == rows);
}

TEST_CASE("a cell never runs as a formula, and import takes the guard off again") {
  CHECK(guarded("=HYPERLINK(1)") == "'=HYPERLINK(1)");
  CHECK(guarded("@x") == "'@x");
  CHECK(guarded("-12.5") == "-12.5");
  CHECK(guarded("沈阳") == "沈阳");
  for (const std::string text : {"=1", "'=1", "''=1", "-3", "'-3", "+a", "", "'", "o'clock"})
    CHECK(unguarded(guarded(text)) == text);
}

}  // namespace waystation
