#include "application/view_cash_runway.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

constexpr std::int32_t as_likely_as_not = 5'000, nearly_sure = 9'500;

Severity severity_of(const CashRunwayRow& row) {
  if (!row.paying || row.basis == cash::ForecastBasis::none) return Severity::normal;
  if (row.clean <= Fen{} || row.risk_next_van >= as_likely_as_not) return Severity::alarm;
  return row.advice.urgent ? Severity::warning : Severity::normal;
}

CashRunwayRow row_of(const Viewing& v, const OutletId& id, const cash::Outlook& o) {
  const Bank& bank = v.standing.bank;
  const outlet::Outlet& outlet = bank.outlets.at(id);
  CashRunwayRow row{.outlet = id,
                    .title = outlet.title,
                    .city = outlet.city,
                    .sealed = zone::sealed_zone_of(bank, id, v.now).has_value(),
                    .paying = cash::is_paying(bank, id, v.now),
                    .basis = o.profile.basis,
                    .severity = Severity::normal,
                    .clean = o.supply.clean,
                    .safe_until = {},
                    .runs_out_at = o.runway.first_at(as_likely_as_not, v.now),
                    .surely_out_at = o.runway.first_at(nearly_sure, v.now),
                    .visits = o.visits,
                    .risk_next_van = 0,
                    .risk_missed_van = o.runway.risk_by(o.until),
                    .advice = cash::advice_of(bank, id, o, v.now)};
  row.safe_until = row.advice.needed_by;
  row.risk_next_van = row.advice.risk_if_not;
  row.severity = severity_of(row);
  return row;
}

bool is_worse(const CashRunwayRow& a, const CashRunwayRow& b) {
  const auto key = [](const CashRunwayRow& row) {
    return std::tuple(-int(row.severity), !row.paying, row.safe_until.value_or(Time::max()),
                      -row.risk_missed_van, std::string_view(row.outlet.text));
  };
  return key(a) < key(b);
}

std::string time_zone_of(const Bank& bank, const CashRunway& view) {
  return view.rows.empty() ? "Asia/Shanghai" : outlet::time_zone_of(bank, view.rows[0].outlet);
}

}  // namespace

Decision<CashRunway> see(const Viewing& v, const CashRunwayQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  const Bank& bank = v.standing.bank;
  CashRunway out;
  for (const auto& [id, site] : bank.custody.sites) {
    if (!scope->covers(scope_of_outlet(bank, id)) || !has_counter(bank.outlets.at(id))) continue;
    out.rows.push_back(row_of(v, id, cash::outlook_of(bank, id, v.now)));
    const CashRunwayRow& row = out.rows.back();
    out.urgent += row.severity != Severity::normal;
    out.without_forecast += row.paying && row.basis == cash::ForecastBasis::none;
  }
  std::ranges::sort(out.rows, is_worse);
  out.time_zone = time_zone_of(bank, out);
  out.now = v.now;
  stamp_as_of(out, v.standing);
  return out;
}

// ---- One outlet.

namespace {

CashRunwayBasis basis_of(const Viewing& v, const OutletId& id, const cash::Outlook& o) {
  const Bank& bank = v.standing.bank;
  const Day today = today_at(v, id);
  const auto value = [&](policy::Key key) { return policy::in_force(bank, key, id, today).value; };
  using enum policy::Key;
  return {.daily = cash::daily_payout(bank, id, v.now),
          .payment = o.profile.payment,
          .dispersion_basis_points = o.profile.dispersion_basis_points,
          .warning_basis_points = value(run_out_warning_basis_points),
          .pension_day_of_month = value(pension_day_of_month),
          .pension_factor_percent = value(pension_day_factor_percent),
          .van_interval_days = value(van_visit_interval_days),
          .drive_minutes = value(emergency_drive_minutes),
          .gate_minutes = value(gate_margin_minutes)};
}

std::vector<CashReserve> reserves_of(const cash::Outlook& o) {
  std::vector<CashReserve> out;
  for (const std::int32_t left_over : {500, 100, 50})
    out.push_back({left_over, o.runway.reserve_until(o.visits.next.value_or(o.until), left_over),
                   o.runway.reserve_until(o.until, left_over)});
  return out;
}

}  // namespace

Decision<CashRunwayPage> see(const Viewing& v, const CashRunwayPageQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto* outlet = bank.outlets.find(q.outlet);
  if (!outlet) return unknown("outlet.unknown", q.outlet.text);
  if (auto no = refuse_outside(v, {outlet->city, q.outlet})) return *no;
  const auto o = cash::outlook_of(bank, q.outlet, v.now);
  CashRunwayPage page;
  page.row = row_of(v, q.outlet, o);
  page.until = o.until;
  page.curve = o.runway.curve();
  page.reserves = reserves_of(o);
  page.becoming = o.supply.becoming;
  page.assumptions = basis_of(v, q.outlet, o);
  page.time_zone = outlet::time_zone_of(bank, q.outlet);
  page.now = v.now;
  stamp_as_of(page, v.standing);
  return page;
}

}  // namespace waystation::view
