#include "application/import_sheet.h"

#include <algorithm>
#include <map>

namespace waystation {

namespace {

std::string trimmed(const std::string& text) {
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == text.npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

const SheetKind* kind_by_name(const std::string& file) {
  const std::string stem = std::filesystem::path(file).stem().string();
  const auto kinds = sheet_kinds();
  const auto at = std::ranges::find(kinds, stem, &SheetKind::name);
  return at == kinds.end() ? nullptr : &*at;
}

bool has_required(const Sheet& sheet, const SheetKind& kind) {
  return std::ranges::all_of(kind.required,
                             [&](auto name) { return column_named(sheet, name).has_value(); });
}

// Of several kinds that fit, the one that asks for most.
const SheetKind* kind_by_columns(const Sheet& sheet) {
  const SheetKind* best = nullptr;
  for (const SheetKind& kind : sheet_kinds())
    if (has_required(sheet, kind) && (!best || kind.required.size() > best->required.size()))
      best = &kind;
  return best;
}

bool is_workbook(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04");
}

}  // namespace

std::span<const SheetKind> sheet_kinds() {
  static const std::vector<SheetKind> kinds = {
      {"cities", {"id", "name", "time_zone"}, {}},
      {"communities",
       {"id", "name", "city", "lon", "lat", "position_source", "people", "card_customers",
        "elderly_permille"},
       {"zone"}},
      {"outlets",
       {"code", "name", "city"},
       {"district", "address", "lon", "lat", "position_source", "community", "kind", "windows",
        "machines", "lobby_m2", "seats", "opens", "closes", "cash_float_yuan", "cash_limit_yuan",
        "phone"}},
      {"zones", {"id", "name", "city", "scheme", "kind", "sealed_at"}, {"outline"}},
      {"risk_areas", {"zone", "area", "level", "since"}, {}},
      {"vans", {"id", "plate", "city", "carry_limit_yuan", "suits_capacity"}, {}},
      {"staff",
       {"id", "name", "phone", "outlet", "skills"},
       {"residence", "household", "volunteered_on"}},
      {"measures", {"person", "kind", "scheme", "from", "until"}, {}},
      {"tests", {"person", "sampled_at", "result"}, {}},
      {"supplies", {"outlet", "item", "lot", "quantity"}, {"expires_on"}},
      {"policies", {"key", "from", "value", "grade", "source"}, {"zone", "outlet"}},
      {"grants", {"zone", "outlet", "document", "issuer"}, {"evidence_sha256"}},
      {"passes",
       {"zone", "kind", "holder", "gate", "window_from", "window_to", "valid_from", "valid_to"},
       {}},
      {"pins", {"kind", "target", "reason", "until"}, {}},
      {"accounts", {"id", "title", "role"}, {"scope"}},
  };
  return kinds;
}

Sheet read_sheet(const ImportText& text) {
  CsvFile file = is_workbook(text.bytes) ? read_xlsx(text.bytes) : read_csv(text.bytes);
  Sheet sheet{text.name, file.encoding, nullptr, {}, {}, std::move(file.problems)};
  if (!file.rows.empty()) {
    for (const std::string& name : file.rows.front().cells) sheet.columns.push_back(trimmed(name));
    file.rows.erase(file.rows.begin());
  }
  sheet.rows = std::move(file.rows);
  for (CsvRow& row : sheet.rows)
    for (std::string& cell : row.cells) cell = unguarded(trimmed(cell));
  sheet.kind = kind_by_name(text.name);
  if (!sheet.kind) sheet.kind = kind_by_columns(sheet);
  return sheet;
}

std::optional<std::size_t> column_named(const Sheet& sheet, std::string_view name) {
  const auto at = std::ranges::find(sheet.columns, name);
  if (at == sheet.columns.end()) return {};
  return std::size_t(at - sheet.columns.begin());
}

std::vector<std::string> ignored_columns(const Sheet& sheet) {
  std::vector<std::string> out;
  if (!sheet.kind) return out;
  const auto knows = [](const auto& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
  };
  for (const std::string& name : sheet.columns)
    if (!knows(sheet.kind->required, name) && !knows(sheet.kind->optional, name))
      out.push_back(name);
  return out;
}

}  // namespace waystation
