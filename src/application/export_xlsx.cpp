// Excel workbooks. Every cell is text: a 12-digit outlet code must not become 1.02E+11, and no cell
// is a formula.
#include <unistd.h>
#include <xlsxwriter.h>

#include <fstream>
#include <sstream>

#include "application/export.h"

namespace waystation {

namespace {

// The library writes to a path; the file is gone when this is.
class TemporaryFile {
 public:
  TemporaryFile() {
    const int file = mkstemps(path_.data(), 5);
    if (file < 0) throw std::runtime_error("cannot make a temporary file for the workbook");
    close(file);
  }
  ~TemporaryFile() { unlink(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  const char* path() const { return path_.c_str(); }

 private:
  std::string path_ = "/tmp/waystation-export-XXXXXX.xlsx";
};

void write_sheet(lxw_workbook* book, const ExportTable& table) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, table.title.c_str());
  lxw_format* bold = workbook_add_format(book);
  format_set_bold(bold);
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    worksheet_write_string(sheet, 0, lxw_col_t(i), table.columns[i].c_str(), bold);
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    for (std::size_t i = 0; i < table.rows[r].size(); ++i)
      worksheet_write_string(sheet, lxw_row_t(r + 1), lxw_col_t(i), table.rows[r][i].c_str(),
                             nullptr);
  worksheet_freeze_panes(sheet, 1, 0);
}

}  // namespace

std::string write_xlsx(const ExportTable& table) {
  const TemporaryFile file;
  lxw_workbook* book = workbook_new(file.path());
  if (!book) throw std::runtime_error("cannot make a workbook");
  write_sheet(book, table);
  if (const auto error = workbook_close(book); error != LXW_NO_ERROR)
    throw std::runtime_error(std::string("cannot write the workbook: ") + lxw_strerror(error));
  std::ostringstream bytes;
  bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
  return bytes.str();
}

}  // namespace waystation
