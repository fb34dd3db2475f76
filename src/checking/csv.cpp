#include "checking/csv.h"

#include <charconv>

#include "checking/broken.h"

namespace waystation::checking {

namespace {

struct Record {
  std::vector<std::string> cells;
  std::size_t line = 1;
};

// Cuts the text into records, keeping the line where each begins.
class Cutter {
 public:
  Cutter(const std::string& file, std::string_view text) : file_(file), text_(text) {
    if (text_.starts_with("\xef\xbb\xbf")) at_ = 3;
  }

  bool at_end() const { return at_ == text_.size(); }

  Record next() {
    Record record{{}, line_};
    do record.cells.push_back(cell());
    while (take(','));
    take('\r');
    if (!take('\n') && !at_end()) fail("text behind a closing quote");
    ++line_;
    return record;
  }

 private:
  bool take(char c) {
    if (at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string cell() {
    if (take('"')) return quoted();
    const auto end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    std::string out(text_.substr(at_, end - at_));
    if (out.find('"') != std::string::npos) fail("a quote inside an unquoted cell");
    at_ = end;
    return out;
  }

  std::string quoted() {
    std::string out;
    for (;;) {
      if (at_end()) fail("a quote is never closed");
      const char c = text_[at_++];
      if (c == '\n') ++line_;
      if (c == '"' && !take('"')) return out;
      out += c;
    }
  }

  [[noreturn]] void fail(const std::string& why) const {
    throw Unreadable{file_ + ':' + std::to_string(line_), why};
  }

  const std::string& file_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

bool blank(const Record& record) {
  return record.cells.size() == 1 && record.cells[0].empty();
}

// "123.41618" as 123,416,180; at most six decimals, so that nothing is rounded.
std::optional<std::int64_t> read_decimal_e6(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto point = text.find('.');
  const auto whole = text.substr(0, point);
  auto fraction = std::string(point == std::string_view::npos ? "" : text.substr(point + 1));
  if (whole.empty() || whole.size() > 3 || fraction.size() > 6) return {};
  fraction.resize(6, '0');
  std::int64_t value = 0;
  for (char c : std::string(whole) + fraction) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

}  // namespace

CsvTable::CsvTable(std::string file, std::string_view text) : file_(std::move(file)) {
  Cutter cutter(file_, text);
  if (cutter.at_end()) return;
  const Record header = cutter.next();
  for (std::size_t i = 0; i < header.cells.size(); ++i)
    if (!columns_.emplace(header.cells[i], i).second)
      throw Unreadable{file_ + ":1", "column \"" + header.cells[i] + "\" stands twice"};
  while (!cutter.at_end()) {
    Record record = cutter.next();
    if (blank(record)) continue;
    if (record.cells.size() != header.cells.size())
      throw Unreadable{file_ + ':' + std::to_string(record.line),
                       "another number of cells than the header"};
    rows_.push_back(std::move(record.cells));
    lines_.push_back(record.line);
  }
}

const std::string& CsvTable::Row::text(std::string_view column) const {
  static const std::string nothing;
  const auto found = table_.columns_.find(column);
  return found == table_.columns_.end() ? nothing : table_.rows_[index_][found->second];
}

void CsvTable::Row::fail(std::string_view column, const std::string& reason) const {
  const auto line = std::to_string(table_.lines_[index_]);
  throw Unreadable{table_.file_ + ':' + line + ": " + std::string(column), reason};
}

std::string CsvTable::Row::required(std::string_view column) const {
  if (empty(column)) fail(column, "missing");
  return text(column);
}

std::int64_t CsvTable::Row::signed_whole(std::string_view column) const {
  constexpr std::int64_t largest = 1'000'000'000;
  const std::string word = required(column);
  std::int64_t value = 0;
  const auto end = word.data() + word.size();
  const auto [stopped, error] = std::from_chars(word.data(), end, value);
  if (error != std::errc{} || stopped != end || value > largest || value < -largest)
    fail(column, '"' + word + "\" is not a whole number");
  return value;
}

std::int64_t CsvTable::Row::whole(std::string_view column, std::int64_t otherwise) const {
  if (empty(column)) return otherwise;
  const auto value = signed_whole(column);
  if (value < 0) fail(column, "below 0");
  return value;
}

std::int64_t CsvTable::Row::fen(std::string_view yuan_column) const {
  return whole(yuan_column, 0) * 100;
}

std::int32_t CsvTable::Row::micro_degrees(std::string_view column) const {
  const auto value = read_decimal_e6(required(column));
  if (!value || *value > 180'000'000 || *value < -180'000'000)
    fail(column, "not degrees with at most six decimals");
  return std::int32_t(*value);
}

Date CsvTable::Row::date(std::string_view column) const {
  const auto value = read_date(required(column));
  if (!value) fail(column, '"' + text(column) + "\" is not a date");
  return *value;
}

std::int32_t CsvTable::Row::clock(std::string_view column) const {
  const auto value = read_clock(required(column));
  if (!value) fail(column, '"' + text(column) + "\" is not a time of day");
  return *value;
}

}  // namespace waystation::checking
