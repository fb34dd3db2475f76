#pragma once
// One row of a sheet, read cell by cell into typed values. A cell that does not fit is noted with
// its column and the reading goes on with a default, so that all faults of a row are found at once.
#include "application/import_sheet.h"

namespace waystation {

struct CellFault {
  std::string column;
  std::string code;
  std::vector<Fact> facts;
};

class ImportRow {
 public:
  ImportRow(const Sheet& sheet, const CsvRow& row) : sheet_(sheet), row_(row) {}

  bool ok() const { return faults_.empty(); }
  const std::vector<CellFault>& faults() const { return faults_; }
  void fault(std::string_view column, std::string code, std::vector<Fact> facts = {});

  bool has(std::string_view column) const { return !cell(column).empty(); }
  std::string text(std::string_view column) const { return cell(column); }  // May be empty.

  template <Identifier T> T id(std::string_view column) { return {id_text(column)}; }
  template <Identifier T> std::optional<T> optional_id(std::string_view column) {
    return has(column) ? std::optional(id<T>(column)) : std::nullopt;
  }

  std::int64_t number(std::string_view column, std::int64_t low, std::int64_t high);
  std::int32_t count(std::string_view column);  // Not negative; 0 where the cell is empty.
  Fen yuan_of(std::string_view column);         // Whole yuan; 0 where the cell is empty.
  std::int32_t micro_degrees(std::string_view column, int most_degrees);

  Day day(std::string_view column);  // Also the day number that a workbook keeps.
  std::optional<Day> optional_day(std::string_view column);
  Time moment(std::string_view column);
  TimeOfDay time_of_day(std::string_view column, TimeOfDay otherwise);

  template <Enumeration T> T word(std::string_view column) {
    T out{};
    if (!from_name(word_text(column), out))
      fault(column, "import.word-unknown", {{"value", cell(column)}});
    return out;
  }
  template <Enumeration T> T word(std::string_view column, T otherwise) {
    return has(column) ? word<T>(column) : otherwise;
  }

 private:
  const std::string& cell(std::string_view column) const;
  std::string id_text(std::string_view column);
  std::string word_text(std::string_view column) const;  // "sub-branch" is sub_branch.

  const Sheet& sheet_;
  const CsvRow& row_;
  std::vector<CellFault> faults_;
};

}  // namespace waystation
