#pragma once
// The policy set: every number that the bank works by, with the grade of its source. One versioned
// document; a value may be overridden for a zone, an outlet or the whole province, from a day on.
// Grades: L law, G government or regulator, N news of real practice, T exam bank, W weak, S the
// Liaoning Daily report of January 2021, A our assumption. Orders of the local command (指挥部) are
// grade G overrides.
#include "core/long_enum.h"
#include "domain/room.h"

namespace waystation::policy {

BOOST_DEFINE_ENUM_CLASS(Grade, L, G, N, T, W, S, A)

// The unit is the last word of each key. Whole numbers only: a tenth of a degree, not 37.3.
WAYSTATION_DEFINE_LONG_ENUM_CLASS(
    Key,
    (fever_tenths_celsius, distance_cm, lobby_waiting_max_people, lobby_m2_per_person,
     cash_hold_key_area_days, cash_hold_other_days, uv_per_pass_minutes, uv_cabinet_minutes,
     rounds_normal_per_day, rounds_raised_per_day, rounds_sealed_interval_minutes,
     atm_rounds_per_day, dual_control_min_people, van_window_minutes, wait_p90_minutes,
     ticket_calls, first_report_minutes, release_clear_days, staff_test_interval_days,
     impact_record_keep_years, mask_exposed_hours, mask_public_hours, suit_hours,
     suits_per_person_day, wipes_per_suit_change, ppe_cover_min_days, chlorine_min_mg_per_litre,
     chlorine_contact_minutes, alcohol_min_percent, alcohol_contact_minutes, ventilation_per_day,
     ventilation_minutes, cassette_code_months, onsite_settle_per_week, reserve_cover_days,
     pension_day_factor_percent, appointment_band_minutes, written_report_hours,
     home_isolation_after_days, visitor_log_keep_days, network_log_keep_months, shift_team_days,
     spare_per_team_people, visits_per_window_day, reopening_lead_days, van_visit_interval_days,
     reach_walk_max_metres, pass_valid_days, health_check_valid_hours, round_valid_minutes,
     critical_visit_payout_yuan, visits_per_thousand_customers),
    (seats_usable_percent, lobby_per_window_people, lobby_beyond_windows_people,
     priority_head_start_minutes, appointment_head_start_minutes, missed_back_places,
     missed_returns, tickets_most_per_day, proxy_holders_max_people, appointment_hold_minutes,
     appointment_share_percent, appointment_ahead_days, waitlist_max_people, service_cash_minutes,
     service_pension_minutes, service_social_card_minutes, service_passbook_minutes,
     service_account_minutes, service_variation_percent, isolation_room_people,
     suspect_close_minutes, late_entry_max_hours, supply_lead_days, reorder_margin_days,
     expiry_warning_days, disinfection_least_level, terminal_chlorine_min_mg_per_litre,
     closing_round_within_minutes),
    (evidence_max_kilobytes, checklist_before_minutes, checklist_after_minutes,
     co_resident_watch_days, loop_break_days, loop_declaration_hours, gloves_hours,
     check_in_by_minutes, check_in_grace_minutes, backup_test_interval_days,
     substitutes_shown_people, chlorine_stock_mg_per_litre, chlorine_tablet_mg,
     public_page_valid_minutes, public_status_valid_minutes, public_come_early_minutes,
     public_acts_address_per_hour, public_codes_wrong_address_per_hour,
     public_codes_wrong_ticket_per_hour, public_acts_outlet_per_minute, dual_control_expiry_minutes,
     run_out_warning_basis_points, payout_dispersion_basis_points, declared_payout_per_day_yuan,
     pension_day_of_month, small_note_floor_percent, small_note_floor_pension_percent,
     emergency_drive_minutes, gate_margin_minutes, cassette_floor_percent, cassette_full_percent,
     van_grace_minutes, van_plan_b_minutes, cash_order_answer_hours,
     cash_order_second_approval_yuan, cash_pair_max_days, cash_pair_blocks))

struct Value {
  std::int64_t value = 0;
  Grade grade = Grade::A;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(Value, (), (value, grade, source))

// Where an override holds: exactly one of zone and outlet, or neither for the province.
struct Override {
  Key key{};
  std::optional<ZoneId> zone;
  std::optional<OutletId> outlet;
  Day from;
  Value value;
  Time since;
  AccountId by;
};
BOOST_DESCRIBE_STRUCT(Override, (), (key, zone, outlet, from, value, since, by))

struct Policies {
  std::int64_t version = 1;  // Grows by one with each change.
  std::vector<Override> overrides;
};
BOOST_DESCRIBE_STRUCT(Policies, (), (version, overrides))

const Value& default_of(Key);

// The value in force at an outlet (or in a zone) on a day: outlet before zone before province
// before default; of several the latest `from`. O(number of overrides).
Value in_force(const Bank&, Key, const OutletId&, Day);
Value in_force(const Bank&, Key, const ZoneId&, Day);
Value in_force(const Bank&, Key, Day);

// ---- Change a value, by order of a named document.

struct Change {
  static constexpr auto name = "policy.change";
  static constexpr Roles roles = province_only | administrators;
  Key key{};
  std::optional<ZoneId> zone;
  std::optional<OutletId> outlet;
  Day from;
  Value value;
};
BOOST_DESCRIBE_STRUCT(Change, (), (key, zone, outlet, from, value))

struct Changed {
  static constexpr auto name = "policy.changed";
  Key key{};
  std::optional<ZoneId> zone;
  std::optional<OutletId> outlet;
  Day from;
  Value value;
};
BOOST_DESCRIBE_STRUCT(Changed, (), (key, zone, outlet, from, value))

Decision<Changed> decide(const Bank&, const Change&, const Stamp&);
void apply(Policies&, const Changed&, const Mark&);

// ---- Withdraw an override, so that the next wider value holds again.

struct Withdraw {
  static constexpr auto name = "policy.withdraw";
  static constexpr Roles roles = province_only | administrators;
  Key key{};
  std::optional<ZoneId> zone;
  std::optional<OutletId> outlet;
};
BOOST_DESCRIBE_STRUCT(Withdraw, (), (key, zone, outlet))

struct Withdrawn {
  static constexpr auto name = "policy.withdrawn";
  Key key{};
  std::optional<ZoneId> zone;
  std::optional<OutletId> outlet;
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (key, zone, outlet))

Decision<Withdrawn> decide(const Bank&, const Withdraw&, const Stamp&);
void apply(Policies&, const Withdrawn&, const Mark&);

using Commands = boost::mp11::mp_list<Change, Withdraw>;

}  // namespace waystation::policy
