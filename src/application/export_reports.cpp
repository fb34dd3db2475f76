#include "application/export.h"
#include "application/view_reports.h"

namespace waystation {

namespace {

std::string number_or_empty(const std::optional<std::int64_t>& value) {
  return value ? std::to_string(*value) : std::string{};
}

}  // namespace

// The daily reports of a day, one line a figure; who has sent nothing has lines without figures.
Decision<ExportTable> reports_table(const Viewing& v, const ExportOf& of) {
  if (auto no = refuse_authority(view::ReportDay::roles, v.scope, {{v.now, {}}, v.role, v.scope}))
    return *no;
  const auto seen = view::see(v, view::ReportDayQuery{{}, of.day});
  if (!seen) return seen.error();
  ExportTable table{"reports",
                    {"day", "scope", "name", "state", "version", "zero", "sent_at", "sent_by",
                     "absence", "figure", "sent", "now", "day_before"},
                    {}};
  for (const auto& row : seen->rows) {
    const Cells head{to_text(seen->day),
                     to_text(row.at),
                     row.title,
                     std::string(name_of(row.state)),
                     std::to_string(row.version),
                     row.zero ? "yes" : "no",
                     row.sent_at ? to_local_text(*row.sent_at, seen->time_zone) : "",
                     row.by ? row.by->text : "",
                     row.absence};
    const auto add = [&](Cells cells) {
      Cells line = head;
      line.insert(line.end(), cells.begin(), cells.end());
      table.rows.push_back(std::move(line));
    };
    if (row.figures.empty()) add({"", "", "", ""});
    for (const auto& figure : row.figures)
      add({std::string(name_of(figure.key)), number_or_empty(figure.sent),
           number_or_empty(figure.now), number_or_empty(figure.day_before)});
  }
  return table;
}

}  // namespace waystation
