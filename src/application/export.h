#pragma once
// Export 导出: the network as a file for others: CSV (UTF-8 with byte order mark) and XLSX with
// the columns that import reads, JSON with the same rows, and GeoJSON (RFC 7946), in which every
// position says where it comes from. What is exported is what the viewer may see: their scope, and
// names only for who may see names. `calls` is one outlet's day out of the log, each call with what
// it was decided on and what the calling rule says of it today. `cash_day` is one outlet's day sheet,
// `reports` are the daily reports of a day.
#include "application/view.h"
#include "core/csv.h"

namespace waystation {

BOOST_DEFINE_ENUM_CLASS(ExportWhat, outlets, people, communities, zones, roster, supplies, cash,
                        calls, cash_day, reports)
BOOST_DEFINE_ENUM_CLASS(ExportFormat, csv, xlsx, geojson, json)

// The media type of a format, as HTTP names it.
std::string_view media_type_of(ExportFormat);

// Of which outlet and day, where one is asked for; the viewer's own and today where absent.
struct ExportOf {
  std::optional<OutletId> outlet;
  std::optional<Day> day;
};

// Refused "export.no-positions" where GeoJSON is asked for what lies nowhere, and
// "export.outlet-missing" where calls or a day sheet are asked for without an outlet.
Decision<std::string> export_bytes(const Viewing&, ExportWhat, ExportFormat,
                                   const ExportOf& = ExportOf{});

// ---- The parts.

struct ExportTable {
  std::string title;
  Cells columns;
  std::vector<Cells> rows;
};
Decision<ExportTable> table_of(const Viewing&, ExportWhat, const ExportOf&);
Decision<ExportTable> calls_table(const Viewing&, const ExportOf&);
ExportTable cash_table(const Viewing&);
// Both refuse what their view refuses.
Decision<ExportTable> cash_day_table(const Viewing&, const ExportOf&);
Decision<ExportTable> reports_table(const Viewing&, const ExportOf&);
std::optional<Refusal> refuse_cash_export(const Viewing&);  // Not everybody sees cash.

ExportTable supplies_table(const Viewing&);  // Cover and order advice, one row an item.

std::string write_xlsx(
    const ExportTable&);  // Throws std::runtime_error where no temporary file can be made.
Decision<std::string> write_geojson(const Viewing&, ExportWhat);

std::string degrees_text(std::int32_t micro_degrees);  // "123.3901"
bool sees_city(const Scope&, const CityId&);

}  // namespace waystation
