#include "domain/cash_day.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::cash_day {

bool comes_in(FlowKind kind) {
  return kind <= FlowKind::surplus;
}

Day day_of(Time at) {
  return std::chrono::floor<std::chrono::days>(at + std::chrono::hours{8});
}

const Ledger& ledger_of(const Bank& bank, const OutletId& outlet) {
  static const Ledger empty;
  const auto* ledger = bank.cash_days.find(outlet);
  return ledger ? *ledger : empty;
}

std::optional<Day> last_signed(const Bank& bank, const OutletId& outlet) {
  const auto& sheets = ledger_of(bank, outlet).sheets;
  if (sheets.empty()) return {};
  return sheets.back().sheet.day;
}

// ---- Flows.

namespace {

void add(Days& days, const OutletId& outlet, const Flow& more) {
  auto& flows = days.edit(outlet).flows;
  const auto same = [](const Flow& a, const Flow& b) { return a.day == b.day && a.kind == b.kind; };
  const auto put = [&](std::vector<Flow>& into, const Flow& flow) {
    const auto at = std::ranges::find_if(into, [&](const Flow& f) { return same(f, flow); });
    if (at == into.end()) return into.push_back(flow);
    at->amount = at->amount + flow.amount, at->times += flow.times;
  };
  put(flows, more);
  const Day oldest = more.day - flows_kept;
  if (std::ranges::none_of(flows, [&](const Flow& f) { return f.day < oldest; })) return;
  std::vector<Flow> kept;
  for (Flow flow : flows) {
    flow.day = std::max(flow.day, oldest);
    put(kept, flow);
  }
  flows = std::move(kept);
}

Fen net_of(const Flow& flow) {
  return comes_in(flow.kind) ? flow.amount : Fen{} - flow.amount;
}

std::optional<FlowKind> flow_of(cash::DeedKind kind) {
  switch (kind) {
    case cash::DeedKind::take_in:
      return FlowKind::taken_in;
    case cash::DeedKind::hand_over:
      return FlowKind::handed_over;
    case cash::DeedKind::take_over:
      return FlowKind::taken_over;
    case cash::DeedKind::hand_in:
      return FlowKind::handed_in;
    case cash::DeedKind::store:
    case cash::DeedKind::release:
    case cash::DeedKind::draw:
    case cash::DeedKind::put_back:
    case cash::DeedKind::sort_out:
    case cash::DeedKind::machine_mode:
    case cash::DeedKind::machine_load:
    case cash::DeedKind::machine_settle:
      return {};
  }
  return {};
}

}  // namespace

void apply(Days& days, const cash::Received& e, const Mark& mark) {
  add(days, e.outlet, {day_of(e.occurred_at.value_or(mark.at)), FlowKind::received, e.amount, 1});
}

void apply(Days& days, const cash::Paid& e, const Mark& mark) {
  add(days, e.outlet, {day_of(e.occurred_at.value_or(mark.at)), FlowKind::paid, e.amount, 1});
}

void apply(Days& days, const cash::Counted& e, const Mark& mark) {
  const Day day = day_of(mark.at);
  if (!e.missing.empty())
    add(days, e.outlet, {day, FlowKind::missing, value_of(cash::notes_of(e.missing)), 1});
  if (!e.surplus.empty())
    add(days, e.outlet, {day, FlowKind::surplus, value_of(cash::notes_of(e.surplus)), 1});
}

void apply(Days& days, const cash::Confirmed& e, const Mark& mark) {
  if (const auto kind = flow_of(e.deed.kind))
    add(days, e.outlet, {day_of(mark.at), *kind, e.amount, 1});
}

// ---- The sheet.

bool Sheet::operator==(const Sheet& other) const {
  return to_json(*this) == to_json(other);
}

namespace {

std::vector<Line> lines_of(const Ledger& ledger, Day day) {
  std::vector<Line> lines;
  for (const Flow& flow : ledger.flows) {
    if (flow.day > day) continue;
    const auto at = std::ranges::find(lines, flow.kind, &Line::kind);
    if (at == lines.end())
      lines.push_back({flow.kind, flow.amount, flow.times});
    else
      at->amount = at->amount + flow.amount, at->times += flow.times;
  }
  std::ranges::sort(lines, {}, &Line::kind);
  return lines;
}

std::vector<StageSum> held_by_stage(const cash::Book& book) {
  std::map<std::pair<cash::PlaceKind, cash::Stage>, cash::Notes> sums;
  for (const cash::Balance& b : book)
    if (!cash::is_outside(b.account.place)) sums[{b.account.place, b.account.stage}] += b.notes;
  std::vector<StageSum> out;
  for (const auto& [key, notes] : sums)
    out.push_back({key.first, key.second, value_of(notes), packs_of(notes)});
  return out;
}

}  // namespace

Sheet sheet_of(const Bank& bank, const OutletId& outlet, Day day) {
  const Ledger& ledger = ledger_of(bank, outlet);
  const cash::Site& site = cash::site_of(bank, outlet);
  Sheet sheet;
  sheet.day = day;
  if (!ledger.sheets.empty()) sheet.opening = ledger.sheets.back().sheet.closing;
  sheet.lines = lines_of(ledger, day);
  Fen known = sheet.opening;
  for (const Flow& flow : ledger.flows) {
    known = known + net_of(flow);
    if (flow.day > day) sheet.since = sheet.since + net_of(flow);
  }
  sheet.others = held_in(site.book) - known;
  sheet.closing = held_in(site.book) - sheet.since;
  sheet.held = held_by_stage(site.book);
  sheet.discrepancies_open = std::int32_t(site.discrepancies.size());
  return sheet;
}

// The day is over for cash: everything is bagged, nothing waits for a second signer.
std::optional<Refusal> refuse_sheet(const Bank& bank, const OutletId& outlet, Day day, Time now) {
  if (auto no = cash::refuse_site(bank, outlet)) return no;
  if (day > day_of(now)) return invalid("cash-day.in-future", {{"day", to_text(day)}});
  const auto closed = last_signed(bank, outlet);
  if (closed && day <= *closed)
    return conflict("cash-day.already-signed", {{"day", to_text(*closed)}});
  const cash::Site& site = cash::site_of(bank, outlet);
  if (!site.drawers.empty())
    return conflict("cash-day.drawer-not-empty",
                    {{"window", site.drawers.front().window.text},
                     {"amount", cash::in_yuan(value_of(site.drawers.front().notes))}});
  for (const cash::Act& act : site.acts)
    if (act.expires_at > now) return conflict("cash-day.deed-waits", {{"act", act.act.text}});
  return {};
}

// ---- Draw up.

Decision<DrawnUp> decide(const Bank& bank, const DrawUp& c, const Stamp& stamp) {
  if (auto no = refuse_sheet(bank, c.outlet, c.day, stamp.at)) return *no;
  return DrawnUp{c.outlet, sheet_of(bank, c.outlet, c.day)};
}

void apply(Days& days, const DrawnUp& e, const Mark& mark) {
  days.edit(e.outlet).drawn = Drawn{e.sheet, mark.by, mark.at};
}

// ---- Sign.

Decision<Signed> decide(const Bank& bank, const Sign& c, const Stamp& stamp) {
  if (auto no = refuse_sheet(bank, c.outlet, c.day, stamp.at)) return *no;
  const auto& drawn = ledger_of(bank, c.outlet).drawn;
  if (!drawn || drawn->sheet.day != c.day)
    return conflict("cash-day.not-drawn-up", {{"day", to_text(c.day)}});
  if (drawn->by == stamp.by) return conflict("cash-day.same-person", {{"account", stamp.by.text}});
  Sheet now = sheet_of(bank, c.outlet, c.day);
  if (now != drawn->sheet)
    return conflict("cash-day.moved-since", {{"drawn", cash::in_yuan(drawn->sheet.closing)},
                                             {"now", cash::in_yuan(now.closing)}});
  return Signed{c.outlet, std::move(now), drawn->by};
}

void apply(Days& days, const Signed& e, const Mark& mark) {
  Ledger& ledger = days.edit(e.outlet);
  ledger.sheets.push_back({e.sheet, e.drawn_up_by, mark.by, mark.at});
  if (ledger.sheets.size() > sheets_kept) ledger.sheets.erase(ledger.sheets.begin());
  std::erase_if(ledger.flows, [&](const Flow& flow) { return flow.day <= e.sheet.day; });
  ledger.drawn.reset();
}

}  // namespace waystation::cash_day

template struct waystation::RoomTable<waystation::cash_day::Commands>;
