#include "application/import_trial.h"

#include <algorithm>

#include "application/import_words.h"

namespace waystation {

namespace {

// A name such as a prefecture-level city of China has: only these are made into cities by
// themselves.
bool names_a_prefecture(std::string_view name) {
  for (const std::string_view ending : {"市", "盟", "地区", "自治州"})
    if (name.size() > ending.size() && name.ends_with(ending)) return true;
  return false;
}

// "/opens: wrong type" of the codec speaks of the field `opens`.
std::string field_in(std::string_view where) {
  if (!where.starts_with('/')) return std::string(where);
  where.remove_prefix(1);
  return std::string(where.substr(0, where.find_first_of("/:")));
}

}  // namespace

ImportTrial::ImportTrial(Bank bank, Stamp stamp, std::vector<Sheet> sheets)
    : bank_(std::move(bank)),
      stamp_(std::move(stamp)),
      sheets_(std::move(sheets)),
      readable_(sheets_.size(), true) {}

void ImportTrial::run(Role role_for_accounts) {
  for (std::size_t i = 0; i < sheets_.size(); ++i) check_columns(i), note_problems(i);
  play("cities", import_rows::city);
  play("communities", import_rows::community);
  play("outlets", import_rows::outlet);
  play("zones", import_rows::zone);
  play("risk_areas", import_rows::risk_area);
  play("vans", import_rows::van);
  play("staff", import_rows::person);
  // Who volunteered did so before a later measure made them unfit.
  play("staff", import_rows::volunteer);
  play("measures", import_rows::measure);
  play("tests", import_rows::test);
  play("supplies", import_rows::supply);
  play("policies", import_rows::policy);
  play("grants", import_rows::grant);
  play("passes", import_rows::pass);
  play("pins", import_rows::pin);
  stamp_.role = role_for_accounts;
  play("accounts", import_rows::account);
}

void ImportTrial::check_columns(std::size_t index) {
  const Sheet& sheet = sheets_[index];
  const auto refuse_file = [&](const char* code, std::string column) {
    readable_[index] = false;
    refuse({index, 1}, {column, code, {{"column", column}}});
  };
  if (!sheet.kind) {
    readable_[index] = false;
    // A file that could not be read at all has said so already.
    if (sheet.problems.empty()) refuse({index, 0}, {"", "import.file-unknown", {}});
    return;
  }
  for (const std::string_view name : sheet.kind->required)
    if (!column_named(sheet, name)) refuse_file("import.column-missing", std::string(name));
  std::set<std::string> seen;
  for (const std::string& name : sheet.columns)
    if (!seen.insert(name).second) refuse_file("import.column-twice", name);
}

void ImportTrial::note_problems(std::size_t index) {
  const Sheet& sheet = sheets_[index];
  for (const CsvProblem& problem : sheet.problems) {
    const bool named = problem.cell > 0 && problem.cell <= sheet.columns.size();
    refuse({index, problem.line}, {named ? sheet.columns[problem.cell - 1] : "", problem.code, {}});
  }
}

void ImportTrial::play(std::string_view kind, void (*read)(ImportTrial&, ImportRow&)) {
  for (std::size_t i = 0; i < sheets_.size(); ++i) {
    const Sheet& sheet = sheets_[i];
    if (!readable_[i] || sheet.kind->name != kind) continue;
    for (const CsvRow& cells : sheet.rows) {
      here_ = {i, cells.line};
      if (bad_rows_.contains({i, cells.line})) continue;
      ImportRow row(sheet, cells);
      if (cells.cells.size() != sheet.columns.size())
        row.fault("", "import.cell-count",
                  {{"cells", std::to_string(cells.cells.size())},
                   {"columns", std::to_string(sheet.columns.size())}});
      else
        read(*this, row);
      for (const CellFault& fault : row.faults()) refuse(here_, fault);
    }
  }
}

bool ImportTrial::give(ImportRow& row, std::string_view name, std::string body,
                       const FieldColumns& fields) {
  thread_local json::Parser parser;
  json::Element element;
  std::string problem;
  const CommandRow* command = command_named(name);
  if (!parser.parse(body, element, problem)) return row.fault("", "json.syntax"), false;
  const auto happening = command->decide(bank_, element, stamp_);
  if (!happening) {
    const Refusal& no = happening.error();
    std::string column =
        no.where.empty() ? std::string(column_at_fault(no.code)) : field_in(no.where);
    for (const auto& [field, named] : fields)
      if (column == field) column = named;
    auto facts = no.facts;
    if (!no.where.empty()) facts.push_back({"where", no.where});
    for (const std::string& missing : no.missing) facts.push_back({"missing", missing});
    return row.fault(column, no.code, std::move(facts)), false;
  }
  happening->row->apply(happening->event.get(), bank_, stamp_);
  orders_.push_back({.command = std::string(name),
                     .body = std::move(body),
                     .by = stamp_.by,
                     .role = stamp_.role,
                     .scope = stamp_.scope,
                     .at = {},
                     .if_match = {}});
  places_.push_back(here_);
  return true;
}

CityId ImportTrial::city_named(ImportRow& row, std::string_view column) {
  const std::string text = row.text(column);
  if (CityId id{text}; bank_.cities.contains(id)) return id;
  for (const auto& [id, city] : bank_.cities)
    if (city.name == text) return id;
  if (!has_file("cities") && names_a_prefecture(text)) {
    CityId id{text};
    if (give(row, city::Add{id, text, "Asia/Shanghai"})) return id;
  } else if (text.empty()) {
    row.fault(column, "import.empty");
  } else {
    row.fault(column, "city.unknown", {{"id", text}});
  }
  return {text};
}

bool ImportTrial::has_file(std::string_view kind) const {
  return std::ranges::any_of(
      sheets_, [&](const Sheet& sheet) { return sheet.kind && sheet.kind->name == kind; });
}

void ImportTrial::refuse(Place place, CellFault fault) {
  bad_rows_.insert({place.sheet, place.line});
  faults_.emplace_back(place, std::move(fault));
}

std::vector<ImportError> ImportTrial::errors() const {
  auto faults = faults_;
  std::ranges::stable_sort(
      faults, {}, [](const auto& fault) { return std::pair(fault.first.sheet, fault.first.line); });
  std::vector<ImportError> out;
  for (const auto& [place, fault] : faults) {
    const Words words = words_for(fault.code, fault.facts);
    out.push_back({sheets_[place.sheet].file, place.line, fault.column, fault.code, words.en,
                   words.zh, fault.facts});
  }
  return out;
}

std::int64_t ImportTrial::rows() const {
  std::int64_t rows = 0;
  for (const Sheet& sheet : sheets_) {
    rows += std::int64_t(sheet.rows.size());
    // Rows that could not be read as cells are rows all the same.
    for (const CsvProblem& problem : sheet.problems) rows += problem.line > 1;
  }
  return rows;
}

std::vector<Sheet> ImportTrial::good_sheets() const {
  std::vector<Sheet> good;
  for (std::size_t i = 0; i < sheets_.size(); ++i) {
    if (!readable_[i]) continue;
    Sheet sheet = sheets_[i];
    sheet.problems.clear();
    std::erase_if(sheet.rows, [&](const CsvRow& row) { return bad_rows_.contains({i, row.line}); });
    good.push_back(std::move(sheet));
  }
  return good;
}

std::int64_t ImportTrial::good_rows() const {
  std::int64_t rows = 0;
  for (const Sheet& sheet : good_sheets()) rows += std::int64_t(sheet.rows.size());
  return rows;
}

}  // namespace waystation
