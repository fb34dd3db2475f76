// 防疫物资 as a table: what the page of supplies shows, with every figure of its formula in a
// column of its own.
#include "application/export.h"
#include "application/view_supplies.h"

namespace waystation {

namespace {

template <class T> std::string number_or_empty(const std::optional<T>& value) {
  return value ? std::to_string(*value) : std::string{};
}

Cells cells_of(const Bank& bank, const view::SupplyRow& row) {
  const supply::Reorder& advice = row.advice;
  const supply::Cover& cover = advice.cover;
  const std::string& zone = outlet::time_zone_of(bank, row.outlet);
  const auto moment = [&](const std::optional<Time>& at) {
    return at ? to_local_text(*at, zone) : std::string{};
  };
  return {row.outlet.text,
          row.title,
          row.city.text,
          std::string(name_of(cover.item)),
          std::to_string(cover.stock),
          std::to_string(cover.spoils),
          std::to_string(row.expired),
          std::to_string(cover.people),
          std::to_string(cover.use_per_day),
          number_or_empty(cover.hours),
          number_or_empty(cover.days),
          std::to_string(row.minimum_days),
          std::to_string(advice.in_transit),
          moment(row.arrives_by),
          moment(advice.runs_out_at),
          std::to_string(advice.lead_days),
          std::to_string(advice.margin_days),
          std::to_string(advice.safety_days),
          std::to_string(advice.quantity),
          moment(advice.order_by),
          row.first_expiry ? to_text(*row.first_expiry) : "",
          row.keeper ? row.keeper->text : ""};
}

}  // namespace

ExportTable supplies_table(const Viewing& v) {
  ExportTable table{
      "supplies",
      {"outlet",     "outlet_name", "city",         "item",        "stock",       "spoils",
       "expired",    "people",      "use_per_day",  "cover_hours", "cover_days",  "minimum_days",
       "in_transit", "arrives_by",  "runs_out_at",  "lead_days",   "margin_days", "safety_days",
       "order",      "order_by",    "first_expiry", "keeper"},
      {}};
  const auto seen = see(v, view::SuppliesQuery{});
  if (!seen) return table;
  for (const auto& row : seen->rows) table.rows.push_back(cells_of(v.standing.bank, row));
  return table;
}

}  // namespace waystation
