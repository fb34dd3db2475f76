#include "application/export.h"
#include "application/view_cash.h"
#include "application/view_cash_day.h"
#include "application/view_reading.h"

namespace waystation {

namespace {

Cells columns() {
  Cells out{"outlet", "outlet_name", "place", "line", "stage", "source", "amount_fen"};
  each_field<cash::Notes>([&](std::string_view name, auto) { out.emplace_back(name); });
  return out;
}

Cells line_of(const Cells& head, const cash::Balance& b) {
  Cells out = head;
  out.insert(out.end(), {std::string(name_of(b.account.place)),
                         std::string(name_of(cash::line_of(b.account.stage))),
                         std::string(name_of(b.account.stage)),
                         std::string(name_of(b.account.source)), std::to_string(b.amount.count)});
  each_field<cash::Notes>(
      [&](std::string_view, auto count) { out.push_back(std::to_string(b.notes.*count)); });
  return out;
}

void append_book(const Cells& head, const cash::Book& book, ExportTable& table) {
  for (const cash::Balance& b : book) table.rows.push_back(line_of(head, b));
}

}  // namespace

// The balance sheet of the moment. Each column of the whole province adds up to nothing, vans
// included; they are shown to who sees all of it.
ExportTable cash_table(const Viewing& v) {
  const Bank& bank = v.standing.bank;
  ExportTable table{"cash", columns(), {}};
  for (const auto& [id, site] : bank.custody.sites)
    if (v.scope.covers(scope_of_outlet(bank, id)))
      append_book({id.text, view::title_of(bank, id)}, site.book, table);
  for (const auto& [id, load] : bank.custody.vans)
    if (sees_city(v.scope, bank.vans.at(id).city) && v.scope.outlet.text.empty())
      append_book({id.text, bank.vans.at(id).plate}, load.book, table);
  return table;
}

// The sheet of a day as its page shows it, one line after the other; signatures stand in each.
Decision<ExportTable> cash_day_table(const Viewing& v, const ExportOf& of) {
  const OutletId outlet = of.outlet.value_or(v.scope.outlet);
  if (outlet.text.empty()) return invalid("export.outlet-missing");
  const auto page = view::see(v, view::CashDayQuery{outlet, of.day});
  if (!page) return page.error();
  ExportTable table{"cash-day",
                    {"outlet", "outlet_name", "day", "state", "drawn_up_by", "signed_by", "line",
                     "place", "stage", "times", "in_fen", "out_fen", "held_fen"},
                    {}};
  const Cells head{page->outlet.text,
                   page->title,
                   to_text(page->sheet.day),
                   std::string(name_of(page->state)),
                   page->drawn_up_by ? page->drawn_up_by->text : "",
                   page->signed_by ? page->signed_by->text : ""};
  const auto add = [&](Cells cells) {
    Cells row = head;
    row.insert(row.end(), cells.begin(), cells.end());
    table.rows.push_back(std::move(row));
  };
  const auto fen = [](Fen amount) { return std::to_string(amount.count); };
  const cash_day::Sheet& sheet = page->sheet;
  add({"opening", "", "", "", "", "", fen(sheet.opening)});
  for (const auto& line : sheet.lines) {
    const bool in = cash_day::comes_in(line.kind);
    add({std::string(name_of(line.kind)), "", "", std::to_string(line.times),
         in ? fen(line.amount) : "", in ? "" : fen(line.amount), ""});
  }
  add({"others", "", "", "", "", "", fen(sheet.others)});
  add({"closing", "", "", "", "", "", fen(sheet.closing)});
  for (const auto& held : sheet.held)
    add({"held", std::string(name_of(held.place)), std::string(name_of(held.stage)), "", "", "",
         fen(held.amount)});
  return table;
}

std::optional<Refusal> refuse_cash_export(const Viewing& v) {
  return refuse_authority(view::CashTable::roles, v.scope, {{v.now, {}}, v.role, v.scope});
}

}  // namespace waystation
