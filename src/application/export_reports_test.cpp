#include "application/export.h"
#include "application/view_story.h"

using namespace waystation;
using namespace waystation::view_story;

namespace {

Cells column(const ExportTable& table, const std::string& name) {
  const auto at = std::ranges::find(table.columns, name) - table.columns.begin();
  Cells out;
  for (const Cells& row : table.rows) {
    REQUIRE(row.size() == table.columns.size());
    out.push_back(row[std::size_t(at)]);
  }
  return out;
}

}  // namespace

TEST_CASE("the exported reports of a day have a line for each figure, and name who is silent") {
  const auto story = scene().and_then(
      daily_report::HourSet{{20 * 60}, 60},
      daily_report::Submitted{
          outlet_scope, eighth, {{daily_report::FigureKey::rounds_done, 3}}, false, "", {}, {}});
  const Seen seen = Seen(story).at("2021-01-08T23:30:00+08:00");
  const auto table = table_of(seen.viewing(), ExportWhat::reports, {{}, eighth});
  REQUIRE(table.has_value());
  const auto figures = column(*table, "figure"), sent = column(*table, "sent"),
             scopes = column(*table, "scope"), states = column(*table, "state");
  std::size_t rounds = 0, overdue = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    rounds += scopes[i] == to_text(outlet_scope) && figures[i] == "rounds_done" && sent[i] == "3";
    overdue += scopes[i] == "SY" && states[i] == "overdue";
  }
  CHECK(rounds == 1);
  CHECK(overdue > 0);
  const auto guide = seen.by(Role::cash_centre, {});
  CHECK(export_bytes(guide.viewing(), ExportWhat::reports, ExportFormat::csv).error().code ==
        "authority.role");
}

TEST_CASE("the exported day sheet has its opening, its closing and an outlet") {
  const Seen seen{scene()};
  CHECK(table_of(seen.viewing(), ExportWhat::cash_day, {}).error().code == "export.outlet-missing");
  const auto table = table_of(seen.viewing(), ExportWhat::cash_day, {xianggong, eighth});
  REQUIRE(table.has_value());
  CHECK(column(*table, "line") == Cells{"opening", "others", "closing"});
  CHECK(column(*table, "held_fen") == Cells{"0", "0", "0"});
  CHECK(export_bytes(seen.by(Role::lobby_guide, outlet_scope).viewing(), ExportWhat::cash_day,
                     ExportFormat::xlsx, {xianggong, eighth})
            .error()
            .code == "authority.role");
}
