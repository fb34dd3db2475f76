#include "application/export.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation {

namespace {

std::string yuan_text(Fen amount) {
  return std::to_string(amount.count / 100);
}

template <class T> std::string text_or_empty(const std::optional<T>& id) {
  return id ? id->text : std::string{};
}

// An unknown position is an empty cell, not a place in the Atlantic.
Cells position_cells(Point at, PositionSource source) {
  const std::string name{name_of(source)};
  if (source == PositionSource::unknown) return {"", "", name};
  return {degrees_text(at.lon_e6), degrees_text(at.lat_e6), name};
}

void append(Cells& row, Cells more) {
  std::ranges::move(more, std::back_inserter(row));
}

Cells outlet_cells(const OutletId& id, const outlet::Outlet& o) {
  Cells row{id.text, o.title, o.city.text, o.district, o.address};
  append(row, position_cells(o.at, o.position_source));
  append(row, {text_or_empty(o.community), std::string(name_of(o.kind)), std::to_string(o.windows),
               std::to_string(o.machines), std::to_string(o.lobby_m2), std::to_string(o.seats),
               to_text(o.opens), to_text(o.closes), yuan_text(o.cash_float),
               yuan_text(o.cash_limit), o.phone.value_or(""), std::string(name_of(o.state)),
               std::to_string(o.windows_open), o.self_service ? "on" : "off", o.reason});
  return row;
}

ExportTable outlets(const Viewing& v) {
  ExportTable table{"outlets",
                    {"code",
                     "name",
                     "city",
                     "district",
                     "address",
                     "lon",
                     "lat",
                     "position_source",
                     "community",
                     "kind",
                     "windows",
                     "machines",
                     "lobby_m2",
                     "seats",
                     "opens",
                     "closes",
                     "cash_float_yuan",
                     "cash_limit_yuan",
                     "phone",
                     "state",
                     "windows_open",
                     "self_service",
                     "reason"},
                    {}};
  for (const auto& [id, outlet] : v.standing.bank.outlets)
    if (view::sees(v.scope, id, outlet)) table.rows.push_back(outlet_cells(id, outlet));
  return table;
}

std::string skills_text(const staff::Person& person) {
  std::string out;
  for (const staff::Skill skill : person.skills) {
    if (!out.empty()) out += ';';
    out += name_of(skill);
  }
  return out;
}

// The name as this viewer sees it: whole, shortened to 张*, or nothing after erasure.
std::string name_text(const Viewing& v, const PersonId& id, const OutletId& home) {
  const bool whole = view::may_see_names(v, scope_of_outlet(v.standing.bank, home));
  return view::name_seen(v, id, whole).value_or("");
}

ExportTable people(const Viewing& v) {
  ExportTable table{
      "people", {"id", "name", "outlet", "residence", "household", "skills", "volunteered_on"}, {}};
  for (const auto& [id, person] : v.standing.bank.people) {
    if (!v.scope.covers(scope_of_outlet(v.standing.bank, person.home_outlet))) continue;
    const bool erased = person.erased;
    table.rows.push_back({id.text, name_text(v, id, person.home_outlet), person.home_outlet.text,
                          erased ? "" : text_or_empty(person.residence),
                          erased ? "" : person.household, skills_text(person),
                          person.volunteered_on ? to_text(*person.volunteered_on) : ""});
  }
  return table;
}

ExportTable communities(const Viewing& v) {
  ExportTable table{"communities",
                    {"id", "name", "city", "zone", "lon", "lat", "position_source", "people",
                     "card_customers", "elderly_permille"},
                    {}};
  for (const auto& [id, c] : v.standing.bank.communities) {
    if (!sees_city(v.scope, c.city)) continue;
    Cells row{id.text, c.title, c.city.text, text_or_empty(c.zone)};
    append(row, position_cells(c.at, c.position_source));
    append(row, {std::to_string(c.people), std::to_string(c.card_customers),
                 std::to_string(c.elderly_permille)});
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string outline_text(const std::vector<Point>& outline) {
  std::string out;
  for (const Point corner : outline) {
    if (!out.empty()) out += ';';
    out += degrees_text(corner.lon_e6) + ' ' + degrees_text(corner.lat_e6);
  }
  return out;
}

ExportTable zones(const Viewing& v) {
  const Bank& bank = v.standing.bank;
  ExportTable table{
      "zones", {"id", "name", "city", "scheme", "kind", "sealed_at", "outline", "lifted_at"}, {}};
  for (const auto& [id, zone] : bank.zones) {
    if (!view::sees(bank, v.scope, id)) continue;
    const std::string& time_zone = bank.cities.at(zone.city).time_zone;
    table.rows.push_back({id.text, zone.title, zone.city.text, zone.scheme,
                          std::string(name_of(zone.kind)), to_local_text(zone.sealed_at, time_zone),
                          outline_text(zone.outline),
                          zone.lifted_at ? to_local_text(*zone.lifted_at, time_zone) : ""});
  }
  return table;
}

void append_crews(const Viewing& v, const PlanId& id, const plan::Plan& plan,
                  const plan::OutletPlan& outlet, ExportTable& table) {
  for (const plan::Crew& crew : outlet.crews)
    for (const plan::Member& member : crew.members)
      table.rows.push_back({id.text, std::string(name_of(plan.status)), outlet.outlet.text,
                            view::title_of(v.standing.bank, outlet.outlet),
                            outlet.opens_on ? to_text(*outlet.opens_on) : "",
                            std::string(name_of(crew.team)), std::string(name_of(member.post)),
                            std::string(name_of(member.custody)), member.person.text,
                            name_text(v, member.person, outlet.outlet)});
}

// Who works where by the plans that are proposed or in force.
ExportTable planned_crews(const Viewing& v) {
  ExportTable table{"roster",
                    {"plan", "status", "outlet", "outlet_name", "opens_on", "team", "post",
                     "custody", "person", "name"},
                    {}};
  for (const auto& [id, plan] : v.standing.bank.plans) {
    using enum plan::Status;
    if (plan.status != proposed && plan.status != approved) continue;
    for (const plan::OutletPlan& outlet : plan.document.outlets)
      if (v.scope.covers(scope_of_outlet(v.standing.bank, outlet.outlet)))
        append_crews(v, id, plan, outlet, table);
  }
  return table;
}

std::string write_table_csv(ExportTable table) {
  for (Cells& row : table.rows)
    for (std::string& cell : row) cell = guarded(std::move(cell));
  table.rows.insert(table.rows.begin(), table.columns);
  return write_csv(table.rows);
}

std::string write_table_json(const ExportTable& table) {
  std::string out = "[";
  for (const Cells& row : table.rows) {
    out += out.size() > 1 ? ",\n{" : "\n{";
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      json::append_string(out, table.columns[i]);
      out += ':';
      json::append_string(out, row[i]);
    }
    out += '}';
  }
  return out += "\n]\n";
}

}  // namespace

std::string_view media_type_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::csv:
      return "text/csv; charset=utf-8";
    case ExportFormat::xlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case ExportFormat::geojson:
      return "application/geo+json";
    case ExportFormat::json:
      return "application/json";
  }
  return {};
}

Decision<ExportTable> table_of(const Viewing& v, ExportWhat what, const ExportOf& of) {
  switch (what) {
    case ExportWhat::outlets:
      return outlets(v);
    case ExportWhat::people:
      return people(v);
    case ExportWhat::communities:
      return communities(v);
    case ExportWhat::zones:
      return zones(v);
    case ExportWhat::roster:
      return planned_crews(v);
    case ExportWhat::supplies:
      return supplies_table(v);
    case ExportWhat::cash:
      return cash_table(v);
    case ExportWhat::calls:
      return calls_table(v, of);
    case ExportWhat::cash_day:
      return cash_day_table(v, of);
    case ExportWhat::reports:
      return reports_table(v, of);
  }
  return ExportTable{};
}

Decision<std::string> export_bytes(const Viewing& v, ExportWhat what, ExportFormat format,
                                   const ExportOf& of) {
  if (auto no = refuse_authority(view::everyone_signed_in, v.scope, {{v.now, {}}, v.role, v.scope}))
    return *no;
  if (what == ExportWhat::cash || what == ExportWhat::cash_day)
    if (auto no = refuse_cash_export(v)) return *no;
  if (format == ExportFormat::geojson) return write_geojson(v, what);
  const auto table = table_of(v, what, of);
  if (!table) return table.error();
  switch (format) {
    case ExportFormat::csv:
      return write_table_csv(*table);
    case ExportFormat::xlsx:
      return write_xlsx(*table);
    case ExportFormat::json:
      return write_table_json(*table);
    case ExportFormat::geojson:
      break;
  }
  return std::string{};
}

std::string degrees_text(std::int32_t micro_degrees) {
  const std::int64_t whole = std::abs(std::int64_t{micro_degrees});
  std::string fraction = std::to_string(1'000'000 + whole % 1'000'000).substr(1);
  fraction.erase(std::max<std::size_t>(fraction.find_last_not_of('0') + 1, 1));
  return (micro_degrees < 0 ? "-" : "") + std::to_string(whole / 1'000'000) + '.' + fraction;
}

bool sees_city(const Scope& scope, const CityId& city) {
  return scope.city.text.empty() || scope.city == city;
}

}  // namespace waystation
