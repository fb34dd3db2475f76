#include "application/export.h"

#include <doctest/doctest.h>

#include "application/import_sheet.h"
#include "application/network.h"

namespace waystation {

namespace {

const Standing& shenyang() {
  static const Standing standing = [] {
    Standing out;
    out.bank = *load_network_folder("examples/shenyang-2021");
    out.as_of = *parse_time("2021-01-08T08:00:00+08:00");
    return out;
  }();
  return standing;
}

Viewing seen_by(Role role, Scope scope = {}) {
  return {.standing = shenyang(), .now = shenyang().as_of, .role = role, .scope = scope};
}

std::string bytes(ExportWhat what, ExportFormat format) {
  return *export_bytes(seen_by(Role::province_command), what, format);
}

}  // namespace

TEST_CASE("exported outlets have the columns of the import and read back the same") {
  const auto sheet = read_sheet({"outlets.csv", bytes(ExportWhat::outlets, ExportFormat::csv)});
  CHECK(sheet.problems.empty());
  CHECK(sheet.rows.size() == 209);
  CHECK(ignored_columns(sheet) ==
        std::vector<std::string>{"state", "windows_open", "self_service", "reason"});
  const auto original = read_sheet(read_import_files({"examples/shenyang-2021/outlets.csv"})[0]);
  const auto code = *column_named(sheet, "code"), lon = *column_named(sheet, "lon");
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    CHECK(sheet.rows[i].cells[code] == original.rows[i].cells[*column_named(original, "code")]);
    CHECK(original.rows[i].cells[*column_named(original, "lon")].starts_with(
        sheet.rows[i].cells[lon]));
  }
}

TEST_CASE("a workbook keeps all twelve digits of an outlet and reads back like the CSV") {
  const auto csv = read_csv(bytes(ExportWhat::outlets, ExportFormat::csv));
  const auto xlsx = read_xlsx(bytes(ExportWhat::outlets, ExportFormat::xlsx));
  CHECK(xlsx.problems.empty());
  REQUIRE(xlsx.rows.size() == csv.rows.size());
  for (std::size_t i = 0; i < csv.rows.size(); ++i) CHECK(xlsx.rows[i].cells == csv.rows[i].cells);
}

TEST_CASE("every place on the map says where its position comes from") {
  const std::string map = bytes(ExportWhat::outlets, ExportFormat::geojson);
  json::Parser parser;
  json::Element root;
  std::string problem;
  REQUIRE(parser.parse(map, root, problem));
  simdjson::dom::array features = root["features"];
  CHECK(features.size() == 209);
  std::size_t nowhere = 0;
  for (const auto feature : features) {
    const std::string_view source = feature["properties"]["positionSource"];
    const bool is_null = feature["geometry"].is_null();
    nowhere += is_null;
    CHECK(source == (is_null ? "unknown" : "synthetic"));
  }
  CHECK(nowhere == 3);  // The back offices.
}

TEST_CASE("the outline of a zone is a closed ring that runs anticlockwise") {
  const std::string map = bytes(ExportWhat::zones, ExportFormat::geojson);
  CHECK(map.find(R"("coordinates":[[[123.377,41.8238],[123.3978,41.822],)") != map.npos);
  CHECK(map.find("[123.3775,41.833],[123.377,41.8238]]]") != map.npos);
}

TEST_CASE("people and rosters lie nowhere on a map") {
  for (const auto what : {ExportWhat::people, ExportWhat::roster}) {
    const auto refused = export_bytes(seen_by(Role::province_command), what, ExportFormat::geojson);
    CHECK(refused.error().code == "export.no-positions");
  }
}

TEST_CASE("names leave the bank only for who may see names, rows only within the scope") {
  const Scope outlet{{"SY"}, {"102221000905"}};
  const auto names = [](const ExportTable& table) {
    std::string out;
    for (const Cells& row : table.rows) out += row[1];
    return out;
  };
  const auto manager = *table_of(seen_by(Role::outlet_manager, outlet), ExportWhat::people, {});
  const auto teller = *table_of(seen_by(Role::teller, outlet), ExportWhat::people, {});
  CHECK(manager.rows.size() == teller.rows.size());
  CHECK(manager.rows.size() < shenyang().bank.people.size());
  CHECK(names(teller) != names(manager));
  CHECK(names(teller).find('*') != std::string::npos);
  CHECK(table_of(seen_by(Role::outlet_manager, outlet), ExportWhat::outlets, {})->rows.size() == 1);
}

TEST_CASE("degrees are written as they were given") {
  CHECK(degrees_text(123'390'100) == "123.3901");
  CHECK(degrees_text(-500'000) == "-0.5");
  CHECK(degrees_text(7'000'001) == "7.000001");
  CHECK(degrees_text(41'000'000) == "41.0");
}

}  // namespace waystation
