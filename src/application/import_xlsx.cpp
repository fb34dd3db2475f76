// Excel workbooks (ECMA-376): a ZIP of XML. Only the first sheet is read, and of it only the
// values; a date is kept as Excel keeps it, the count of days since 1899-12-30, and becomes a day
// where a day is asked for.
#include <zip.h>

#include <charconv>
#include <memory>
#include <pugixml.hpp>

#include "application/import_sheet.h"

namespace waystation {

namespace {

// A part that unpacks to more than this is an attack or a mistake.
constexpr std::size_t most_part_bytes = csv_most_bytes;

struct Refused {
  const char* code;
};

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

Archive open_archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  if (!archive && source) zip_source_free(source);
  zip_error_fini(&error);
  if (!archive) throw Refused{"xlsx.damaged"};
  return {archive, zip_discard};
}

std::optional<std::string> part(zip_t* archive, const std::string& name) {
  zip_stat_t about;
  if (zip_stat(archive, name.c_str(), 0, &about) != 0) return {};
  if (!(about.valid & ZIP_STAT_SIZE) || about.size > most_part_bytes)
    throw Refused{"xlsx.too-large"};
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(archive, name.c_str(), 0),
                                                                zip_fclose);
  std::string out(about.size, '\0');
  if (!file || zip_fread(file.get(), out.data(), out.size()) != zip_int64_t(out.size()))
    throw Refused{"xlsx.damaged"};
  return out;
}

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  if (!document.load_buffer(xml.data(), xml.size(),
                            pugi::parse_default | pugi::parse_ws_pcdata_single))
    throw Refused{"xlsx.damaged"};
  return document;
}

// The text of a string item, which may be split into runs of different fonts; phonetic hints (rPh)
// are left out.
std::string text_of(const pugi::xml_node& item) {
  std::string out = item.child("t").text().get();
  for (const auto run : item.children("r")) out += run.child("t").text().get();
  return out;
}

std::vector<std::string> shared_strings(zip_t* archive) {
  const auto xml = part(archive, "xl/sharedStrings.xml");
  if (!xml) return {};
  const auto document = parsed(*xml);
  std::vector<std::string> out;
  for (const auto item : document.child("sst").children("si")) out.push_back(text_of(item));
  return out;
}

// The path of the first sheet, through the workbook's relations.
std::string first_sheet_path(zip_t* archive) {
  const auto workbook = part(archive, "xl/workbook.xml");
  const auto relations = part(archive, "xl/_rels/workbook.xml.rels");
  if (!workbook || !relations) throw Refused{"xlsx.damaged"};
  const auto book = parsed(*workbook);
  const std::string id =
      book.child("workbook").child("sheets").child("sheet").attribute("r:id").value();
  const auto list = parsed(*relations);
  for (const auto relation : list.child("Relationships").children("Relationship"))
    if (relation.attribute("Id").value() == id) {
      const std::string target = relation.attribute("Target").value();
      return target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
  throw Refused{"xlsx.damaged"};
}

// "C7" is in column 2, from 0; without a reference the next one.
std::size_t column_of(std::string_view reference, std::size_t next) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + std::size_t(c - 'A' + 1);
    if (column > csv_most_columns) throw Refused{"csv.too-many-columns"};
  }
  return column == 0 ? next : column - 1;
}

std::string value_of(const pugi::xml_node& cell, const std::vector<std::string>& strings) {
  const std::string_view type = cell.attribute("t").value();
  if (type == "inlineStr") return text_of(cell.child("is"));
  std::string value = cell.child("v").text().get();
  if (type != "s") return value;
  std::size_t index = strings.size();
  std::from_chars(value.data(), value.data() + value.size(), index);
  if (index >= strings.size()) throw Refused{"xlsx.damaged"};
  return strings[index];
}

Cells cells_of(const pugi::xml_node& row, const std::vector<std::string>& strings) {
  Cells cells;
  for (const auto cell : row.children("c")) {
    const std::size_t column = column_of(cell.attribute("r").value(), cells.size());
    if (column >= csv_most_columns) throw Refused{"csv.too-many-columns"};
    if (column >= cells.size()) cells.resize(column + 1);
    cells[column] = value_of(cell, strings);
    if (cells[column].size() > csv_longest_cell) throw Refused{"csv.cell-too-long"};
  }
  return cells;
}

bool is_empty(const Cells& cells) {
  for (const std::string& cell : cells)
    if (!cell.empty()) return false;
  return true;
}

void read_rows(zip_t* archive, CsvFile& out) {
  const auto strings = shared_strings(archive);
  const auto xml = part(archive, first_sheet_path(archive));
  if (!xml) throw Refused{"xlsx.damaged"};
  const auto document = parsed(*xml);
  std::int64_t line = 0;
  for (const auto row : document.child("worksheet").child("sheetData").children("row")) {
    line = row.attribute("r").as_llong(line + 1);
    Cells cells = cells_of(row, strings);
    if (is_empty(cells)) continue;
    if (out.rows.size() == csv_most_rows) throw Refused{"csv.too-many-rows"};
    // A sheet leaves trailing empty cells out; a table has them.
    if (!out.rows.empty() && cells.size() < out.rows.front().cells.size())
      cells.resize(out.rows.front().cells.size());
    out.rows.push_back({line, std::move(cells)});
  }
}

}  // namespace

CsvFile read_xlsx(std::string_view bytes) {
  CsvFile out;
  out.encoding = "XLSX";
  try {
    if (bytes.size() > csv_most_bytes) throw Refused{"csv.too-large"};
    const Archive archive = open_archive(bytes);
    read_rows(archive.get(), out);
  } catch (const Refused& no) {
    out.rows.clear();
    out.problems.push_back({0, 0, no.code});
  }
  return out;
}

}  // namespace waystation
