#pragma once
// Comma-separated tables for the checker (RFC 4180): UTF-8 with or without a byte order mark, a
// header row, quotes doubled inside quotes, line ends CRLF or LF. Written apart from the importer
// on purpose.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "checking/calendar.h"

namespace waystation::checking {

class CsvTable {
 public:
  // Throws Unreadable with "file:line" where the text is no table.
  CsvTable(std::string file, std::string_view text);

  // One row; reads of a cell throw Unreadable with file, line and column where the word does not
  // fit.
  class Row {
   public:
    Row(const CsvTable& table, std::size_t index) : table_(table), index_(index) {}
    const std::string& text(std::string_view column) const;  // Empty where the column is absent.
    bool empty(std::string_view column) const { return text(column).empty(); }
    std::string required(std::string_view column) const;
    // At most 10⁹, so that sums and products of what is read stay exact in 128 bits.
    std::int64_t signed_whole(std::string_view column) const;
    std::int64_t whole(std::string_view column, std::int64_t otherwise) const;  // 0 or more.
    std::int64_t fen(std::string_view yuan_column) const;
    std::int32_t micro_degrees(std::string_view column) const;
    Date date(std::string_view column) const;
    std::int32_t clock(std::string_view column) const;
    [[noreturn]] void fail(std::string_view column, const std::string& reason) const;

   private:
    const CsvTable& table_;
    std::size_t index_;
  };

  std::size_t size() const { return rows_.size(); }
  Row row(std::size_t index) const { return {*this, index}; }

 private:
  std::string file_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> lines_;
};

}  // namespace waystation::checking
