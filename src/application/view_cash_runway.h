#pragma once
// 备付: when does the clean cash of each outlet run out, how likely before the next van, and what
// should be brought? The table reads a few points of each curve only; the page of one outlet shows
// the whole curve by quarters of an hour with the numbers that it was reckoned from.
#include "application/view_cash.h"
#include "domain/cash_runway_advice.h"

namespace waystation::view {

struct CashRunwayRow {
  OutletId outlet;
  std::string title;
  CityId city;
  bool sealed = false;
  bool paying = true;  // Otherwise it pays nothing out, and nothing runs out.
  cash::ForecastBasis basis = cash::ForecastBasis::none;
  Severity severity = Severity::normal;
  Fen clean;
  std::optional<Time> safe_until;   // With the policy's chance it has run out then; none: it lasts.
  std::optional<Time> runs_out_at;  // As likely as not.
  std::optional<Time> surely_out_at;  // 95 %.
  cash::Visits visits;
  std::int32_t risk_next_van = 0;    // Basis points.
  std::int32_t risk_missed_van = 0;  // Until the van after the next.
  cash::Advice advice;
};
BOOST_DESCRIBE_STRUCT(CashRunwayRow, (),
                      (outlet, title, city, sealed, paying, basis, severity, clean, safe_until,
                       runs_out_at, surely_out_at, visits, risk_next_van, risk_missed_van, advice))

struct CashRunwayQuery {
  std::optional<Scope> scope;
};
BOOST_DESCRIBE_STRUCT(CashRunwayQuery, (), (scope))

struct CashRunway {
  static constexpr auto name = "cash-runway";
  static constexpr Roles roles = CashTable::roles;
  using Query = CashRunwayQuery;
  std::vector<CashRunwayRow> rows;  // Outlets that keep a book of cash; worst first.
  std::int32_t urgent = 0;
  std::int32_t without_forecast = 0;
  std::string time_zone;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(CashRunway, (),
                      (rows, urgent, without_forecast, time_zone, now, as_of_seq, as_of))
// O(outlets × (slots + counted bags)).
Decision<CashRunway> see(const Viewing&, const CashRunwayQuery&);

// What the curve rests on, each as a number that the page names.
struct CashRunwayBasis {
  cash::DailyPayout daily;
  Fen payment;  // What one payment weighs in the variance.
  std::int64_t dispersion_basis_points = 0;
  std::int64_t warning_basis_points = 0;
  std::int64_t pension_day_of_month = 0;  // 0: none.
  std::int64_t pension_factor_percent = 0;
  std::int64_t van_interval_days = 0;
  std::int64_t drive_minutes = 0;
  std::int64_t gate_minutes = 0;
};
BOOST_DESCRIBE_STRUCT(CashRunwayBasis, (),
                      (daily, payment, dispersion_basis_points, warning_basis_points,
                       pension_day_of_month, pension_factor_percent, van_interval_days,
                       drive_minutes, gate_minutes))

struct CashReserve {
  std::int32_t left_over_basis_points = 0;
  Fen next_van;    // To last until the next van.
  Fen missed_van;  // Until the van after the next.
};
BOOST_DESCRIBE_STRUCT(CashReserve, (), (left_over_basis_points, next_van, missed_van))

struct CashRunwayPageQuery {
  OutletId outlet;
};
BOOST_DESCRIBE_STRUCT(CashRunwayPageQuery, (), (outlet))

struct CashRunwayPage {
  static constexpr auto name = "cash-runway-outlet";
  static constexpr Roles roles = CashTable::roles;
  using Query = CashRunwayPageQuery;
  CashRunwayRow row;
  Time until;                            // The end of the curve.
  std::vector<cash::RunwayPoint> curve;  // At each quarter's end in which something is paid.
  std::vector<CashReserve> reserves;     // For 95, 99 and 99.5 %.
  std::vector<cash::Becoming> becoming;  // Bags whose hold ends until then.
  CashRunwayBasis assumptions;
  std::string time_zone;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(CashRunwayPage, (),
                      (row, until, curve, reserves, becoming, assumptions, time_zone, now,
                       as_of_seq, as_of))
Decision<CashRunwayPage> see(const Viewing&, const CashRunwayPageQuery&);

}  // namespace waystation::view
