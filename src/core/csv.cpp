#include "core/csv.h"

#include <iconv.h>
#include <simdjson.h>

#include <algorithm>
#include <memory>

namespace waystation {

namespace {

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t';
}

// Reads one row after the other. A row that breaks a rule is skipped up to its line's end.
class CsvReader {
 public:
  CsvReader(std::string_view text, CsvFile& out) : text_(text), out_(out) {}

  void read() {
    while (at_ < text_.size()) {
      row_line_ = line_;
      if (out_.rows.size() == csv_most_rows) return problem("csv.too-many-rows", 0);
      read_row();
    }
  }

 private:
  bool at_end_of_line() const {
    return at_ == text_.size() || text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n";
  }

  void step_over_line_end() {
    if (at_ == text_.size()) return;
    at_ += text_[at_] == '\r' ? 2 : 1;
    ++line_;
  }

  void problem(const char* code, std::size_t cell) {
    out_.problems.push_back({row_line_, cell, code});
  }

  void read_row() {
    CsvRow row{line_, {}};
    const bool empty = at_end_of_line();
    if (const char* wrong = empty ? nullptr : read_cells(row.cells)) {
      problem(wrong, row.cells.size());
      while (!at_end_of_line()) ++at_;
    } else if (!empty) {
      out_.rows.push_back(std::move(row));
    }
    step_over_line_end();
  }

  // The code of what is wrong with the last cell, or none.
  const char* read_cells(Cells& cells) {
    for (;;) {
      if (cells.size() == csv_most_columns) return "csv.too-many-columns";
      std::string& cell = cells.emplace_back();
      const bool quoted = at_ < text_.size() && text_[at_] == '"';
      if (const char* wrong = quoted ? read_quoted(cell) : read_plain(cell)) return wrong;
      if (cell.size() > csv_longest_cell) return "csv.cell-too-long";
      if (at_end_of_line()) return nullptr;
      if (text_[at_] != ',') return "csv.stray-quote";
      ++at_;
    }
  }

  const char* read_plain(std::string& cell) {
    const std::size_t from = at_;
    for (; !at_end_of_line() && text_[at_] != ','; ++at_) {
      if (text_[at_] == '"') return "csv.stray-quote";
      if (is_control(text_[at_])) return "csv.control-character";
    }
    cell = text_.substr(from, at_ - from);
    return nullptr;
  }

  const char* read_quoted(std::string& cell) {
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        if (text_.substr(at_, 2) != "\"\"") return ++at_, nullptr;
        ++at_;
      }
      if (c == '\n') ++line_;
      if (is_control(c) && c != '\n' && c != '\r') return "csv.control-character";
      cell += c;
    }
    return "csv.unclosed-quote";
  }

  std::string_view text_;
  CsvFile& out_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
  std::int64_t row_line_ = 1;
};

// UTF-8 text of the bytes, kept in `converted` where they had to be converted.
std::optional<std::string_view> decode(std::string_view bytes, CsvFile& out,
                                       std::string& converted) {
  out.encoding = "UTF-8";
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return bytes;
  auto text = utf8_from_gb18030(bytes);
  if (!text) return {};
  out.encoding = "GB18030";
  converted = std::move(*text);
  return converted;
}

bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto digit_or_point = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  return !text.empty() && std::ranges::all_of(text, digit_or_point);
}

// Whether a spreadsheet program would run it, seen behind guards that are already there.
bool runs_as_formula(std::string_view text) {
  if (is_number(text)) return false;
  const auto first = text.find_first_not_of('\'');
  return first != text.npos &&
         std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

}  // namespace

CsvFile read_csv(std::string_view bytes) {
  CsvFile out;
  const auto refuse = [&](const char* code) {
    out.problems.push_back({0, 0, code});
    return out;
  };
  if (bytes.size() > csv_most_bytes) return refuse("csv.too-large");
  std::string converted;
  const auto text = decode(bytes, out, converted);
  if (!text) return refuse("csv.encoding");
  CsvReader(*text, out).read();
  return out;
}

std::optional<std::string> utf8_from_gb18030(std::string_view bytes) {
  const iconv_t converter = iconv_open("UTF-8", "GB18030");
  if (converter == iconv_t(-1)) return {};
  const std::unique_ptr<void, int (*)(iconv_t)> closing(converter, iconv_close);
  std::string out(bytes.size() * 2 + 4, '\0');  // Two bytes become at most three, four become four.
  char* from = const_cast<char*>(bytes.data());
  char* to = out.data();
  std::size_t left = bytes.size();
  std::size_t room = out.size();
  if (iconv(converter, &from, &left, &to, &room) == std::size_t(-1) || left > 0) return {};
  out.resize(out.size() - room);
  return out;
}

void append_csv(std::string& out, const Cells& row) {
  bool first = true;
  for (const std::string& cell : row) {
    if (!std::exchange(first, false)) out += ',';
    // A row of one empty cell would read back as an empty line.
    const bool quoted =
        cell.find_first_of(",\"\r\n") != cell.npos || (cell.empty() && row.size() == 1);
    if (quoted) out += '"';
    for (const char c : cell) {
      if (c == '"') out += '"';
      out += c;
    }
    if (quoted) out += '"';
  }
  out += "\r\n";
}

std::string write_csv(const std::vector<Cells>& rows) {
  std::string out{byte_order_mark};
  for (const Cells& row : rows) append_csv(out, row);
  return out;
}

std::string guarded(std::string text) {
  if (runs_as_formula(text)) text.insert(text.begin(), '\'');
  return text;
}

std::string unguarded(std::string text) {
  if (text.starts_with('\'') && runs_as_formula(text)) text.erase(text.begin());
  return text;
}

}  // namespace waystation
