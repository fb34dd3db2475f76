// Any bytes may come as a spreadsheet. Reading never crashes, keeps its limits, and what it read
// survives writing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/csv.h"

using namespace waystation;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const CsvFile file = read_csv({reinterpret_cast<const char*>(data), size});
  std::vector<Cells> rows;
  for (const CsvRow& row : file.rows) {
    if (row.cells.empty() || row.cells.size() > csv_most_columns) std::abort();
    for (const std::string& cell : row.cells)
      if (cell.size() > csv_longest_cell || unguarded(guarded(cell)) != cell) std::abort();
    rows.push_back(row.cells);
  }
  const CsvFile again = read_csv(write_csv(rows));
  if (!again.problems.empty() || again.rows.size() != rows.size()) std::abort();
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (again.rows[i].cells != rows[i]) std::abort();
  return 0;
}
