#include "application/view_reports.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

using daily_report::Filed;
using std::chrono::days;

// One place, and the day that is asked about.
struct ReportOf {
  const Viewing& v;
  Scope at;
  Day day;

  const Bank& bank() const { return v.standing.bank; }
  const Filed* filed() const { return daily_report::report_of(bank(), at, day); }
};

std::string title_of_place(const Bank& bank, const Scope& at) {
  if (at.level() == Level::outlet) return title_of(bank, at.outlet);
  const auto* city = bank.cities.find(at.city);
  return city ? city->name : std::string{};
}

Scope above(const Scope& at) {
  return at.level() == Level::outlet ? Scope{at.city, {}} : Scope{};
}

std::string absence_of(const ReportOf& r) {
  if (r.at.level() == Level::province) return {};
  const Filed* upper = daily_report::report_of(r.bank(), above(r.at), r.day);
  if (!upper) return {};
  const auto named = std::ranges::find(upper->absent, r.at, &daily_report::Absence::at);
  return named == upper->absent.end() ? std::string{} : named->reason;
}

ReportState state_of(const ReportOf& r, const ReportRow& row) {
  if (row.version > 0) return ReportState::sent;
  if (!row.absence.empty()) return ReportState::named_missing;
  if (daily_report::is_overdue(r.bank(), r.at, r.day, r.v.now)) return ReportState::overdue;
  return daily_report::owes(r.bank(), r.at, r.day) ? ReportState::awaited : ReportState::not_owed;
}

// Whether what was gathered is no longer what stands below.
bool has_changed_below(const ReportOf& r, const Filed& filed) {
  const auto below = daily_report::below(r.bank(), r.at, r.day);
  return std::ranges::any_of(below, [&](const Scope& part) {
    const Filed* now = daily_report::report_of(r.bank(), part, r.day);
    const auto had = std::ranges::find(filed.gathered, part, &daily_report::Gathered::at);
    return now && (had == filed.gathered.end() || had->version != now->version);
  });
}

std::vector<ReportFigure> figures_seen(const ReportOf& r) {
  const Filed* sent = r.filed();
  const Filed* before = daily_report::report_of(r.bank(), r.at, r.day - days{1});
  const auto now = daily_report::figures_of(r.bank(), r.at, r.day, r.v.now);
  std::vector<ReportFigure> out;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<daily_report::FigureKey>>(
      [&](auto key) {
        ReportFigure f;
        f.key = key.value;
        if (sent) f.sent = daily_report::value_of(sent->figures, f.key);
        if (before) f.day_before = daily_report::value_of(before->figures, f.key);
        f.now = daily_report::value_of(now, f.key);
        f.changed = f.sent && f.now && *f.sent != *f.now;
        if (f.sent || f.now || f.day_before) out.push_back(std::move(f));
      });
  return out;
}

ReportRow row_of(const ReportOf& r) {
  ReportRow row;
  row.at = r.at, row.level = r.at.level();
  row.title = title_of_place(r.bank(), r.at);
  row.may_be_sent_at = daily_report::may_be_sent_at(r.bank(), r.at, r.day);
  row.due_at = daily_report::due_at(r.bank(), r.at, r.day);
  row.absence = absence_of(r);
  if (const Filed* filed = r.filed()) {
    row.version = filed->version, row.zero = filed->zero;
    row.by = filed->by, row.sent_at = filed->at;
    row.below_changed = has_changed_below(r, *filed);
  }
  row.state = state_of(r, row);
  row.mine = (daily_report::senders & role_set(r.v.role)) && r.v.scope == r.at &&
             row.may_be_sent_at <= r.v.now;
  row.figures = figures_seen(r);
  return row;
}

void add_rows(const ReportOf& r, ReportDay& out) {
  out.rows.push_back(row_of(r));
  for (const Scope& part : daily_report::below(r.bank(), r.at, r.day))
    add_rows({r.v, part, r.day}, out);
}

// The part that is asked for, if there is such a place.
Decision<Scope> place_seen(const Viewing& v, const std::optional<Scope>& asked) {
  const auto scope = scope_seen(v, asked);
  if (!scope) return scope.error();
  const Bank& bank = v.standing.bank;
  if (!scope->city.text.empty() && !bank.cities.contains(scope->city))
    return unknown("city.unknown", scope->city.text);
  const auto* outlet = bank.outlets.find(scope->outlet);
  if (!scope->outlet.text.empty() && (!outlet || outlet->city != scope->city))
    return unknown("outlet.unknown", scope->outlet.text);
  return *scope;
}

}  // namespace

Decision<ReportDay> see(const Viewing& v, const ReportDayQuery& q) {
  const auto scope = place_seen(v, q.scope);
  if (!scope) return scope.error();
  const Bank& bank = v.standing.bank;
  ReportDay out;
  out.time_zone = daily_report::time_zone_of(bank, *scope);
  out.day = q.day.value_or(local_day(v.now, out.time_zone));
  out.from = bank.daily_reports.from, out.minutes = bank.daily_reports.minutes;
  add_rows({v, *scope, out.day}, out);
  for (const ReportRow& row : out.rows) {
    if (row.state == ReportState::awaited || row.state == ReportState::overdue)
      out.missing.push_back(row.at);
    if (row.state == ReportState::overdue) out.overdue.push_back(row.at);
  }
  out.now = v.now;
  stamp_as_of(out, v.standing);
  return out;
}

Decision<ReportPage> see(const Viewing& v, const ReportPageQuery& q) {
  const auto at = place_seen(v, q.at);
  if (!at) return at.error();
  const Bank& bank = v.standing.bank;
  ReportPage out;
  out.time_zone = daily_report::time_zone_of(bank, *at);
  out.day = q.day.value_or(local_day(v.now, out.time_zone));
  out.row = row_of({v, *at, out.day});
  for (const Filed* filed : daily_report::versions_of(bank, *at, out.day))
    out.versions.push_back(*filed);
  out.missing_below = daily_report::missing_below(bank, *at, out.day);
  out.now = v.now;
  stamp_as_of(out, v.standing);
  return out;
}

}  // namespace waystation::view
