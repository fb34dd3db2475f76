#include "checking/csv.h"

#include <doctest/doctest.h>

#include "checking/broken.h"

using namespace waystation::checking;

namespace {

std::string problem(std::string_view text) {
  try {
    const CsvTable table("t.csv", text);
    for (std::size_t i = 0; i < table.size(); ++i) table.row(i).whole("n", 0);
  } catch (const Unreadable& no) {
    return no.where + ": " + no.detail;
  }
  return "";
}

}  // namespace

TEST_CASE("the checker reads quotes, line breaks in cells, a byte order mark and both line ends") {
  const CsvTable table("t.csv",
                       "\xef\xbb\xbfid,name\r\n1,\"沈阳, \"\"向工街\"\"\n支行\"\r\n\n2,\n3,x");
  REQUIRE(table.size() == 3);
  CHECK(table.row(0).text("name") == "沈阳, \"向工街\"\n支行");
  CHECK(table.row(1).empty("name"));
  CHECK(table.row(2).text("name") == "x");
  CHECK(table.row(0).text("no such column").empty());
}

TEST_CASE("the checker says in which line a table is wrong") {
  CHECK(problem("id,n\n1,2\n1,two\n") == "t.csv:3: n: \"two\" is not a whole number");
  CHECK(problem("id,n\n1\n") == "t.csv:2: another number of cells than the header");
  CHECK(problem("id,n\n\"1,2\n") == "t.csv:3: a quote is never closed");
  CHECK(problem("id,id\n") == "t.csv:1: column \"id\" stands twice");
  CHECK(problem("id,n\n\"1\"x,2\n") == "t.csv:2: text behind a closing quote");
  CHECK(problem("id,n\n1\"x,2\n") == "t.csv:2: a quote inside an unquoted cell");
}

TEST_CASE("the checker keeps positions as whole micro-degrees and money as whole fen") {
  const CsvTable table("t.csv", "lon,yuan\n123.41618,5000\n-0.000001,\n1.2345678,1000000001\n");
  CHECK(table.row(0).micro_degrees("lon") == 123'416'180);
  CHECK(table.row(1).micro_degrees("lon") == -1);
  CHECK(table.row(0).fen("yuan") == 500'000);
  CHECK(table.row(1).fen("yuan") == 0);
  CHECK_THROWS_AS(table.row(2).micro_degrees("lon"), Unreadable);
  CHECK_THROWS_AS(table.row(2).fen("yuan"), Unreadable);
}
