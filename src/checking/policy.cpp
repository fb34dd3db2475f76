#include "checking/policy.h"

#include <algorithm>
#include <array>

namespace waystation::checking {

namespace {

struct Default {
  std::string_view key;
  std::int64_t value;
};

constexpr std::array defaults{
    Default{"fever_tenths_celsius", 373},
    Default{"distance_cm", 100},
    Default{"lobby_waiting_max_people", 10},
    Default{"lobby_m2_per_person", 4},
    Default{"cash_hold_key_area_days", 14},
    Default{"cash_hold_other_days", 7},
    Default{"uv_per_pass_minutes", 30},
    Default{"uv_cabinet_minutes", 90},
    Default{"rounds_normal_per_day", 2},
    Default{"rounds_raised_per_day", 3},
    Default{"rounds_sealed_interval_minutes", 120},
    Default{"atm_rounds_per_day", 3},
    Default{"dual_control_min_people", 2},
    Default{"van_window_minutes", 30},
    Default{"wait_p90_minutes", 20},
    Default{"ticket_calls", 3},
    Default{"first_report_minutes", 30},
    Default{"release_clear_days", 14},
    Default{"staff_test_interval_days", 3},
    Default{"impact_record_keep_years", 3},
    Default{"mask_exposed_hours", 4},
    Default{"mask_public_hours", 8},
    Default{"suit_hours", 4},
    Default{"suits_per_person_day", 2},
    Default{"wipes_per_suit_change", 5},
    Default{"ppe_cover_min_days", 15},
    Default{"chlorine_min_mg_per_litre", 500},
    Default{"chlorine_contact_minutes", 30},
    Default{"alcohol_min_percent", 75},
    Default{"alcohol_contact_minutes", 3},
    Default{"ventilation_per_day", 3},
    Default{"ventilation_minutes", 20},
    Default{"cassette_code_months", 6},
    Default{"onsite_settle_per_week", 2},
    Default{"reserve_cover_days", 3},
    Default{"pension_day_factor_percent", 250},
    Default{"appointment_band_minutes", 30},
    Default{"written_report_hours", 12},
    Default{"home_isolation_after_days", 7},
    Default{"visitor_log_keep_days", 14},
    Default{"network_log_keep_months", 6},
    Default{"shift_team_days", 7},
    Default{"spare_per_team_people", 1},
    Default{"visits_per_window_day", 70},
    Default{"reopening_lead_days", 2},
    Default{"van_visit_interval_days", 3},
    Default{"reach_walk_max_metres", 2500},
    Default{"pass_valid_days", 7},
    Default{"health_check_valid_hours", 14},
    Default{"round_valid_minutes", 120},
    Default{"critical_visit_payout_yuan", 2000},
    Default{"visits_per_thousand_customers", 4},
    Default{"seats_usable_percent", 50},
    Default{"lobby_per_window_people", 3},
    Default{"lobby_beyond_windows_people", 4},
    Default{"priority_head_start_minutes", 10},
    Default{"appointment_head_start_minutes", 15},
    Default{"missed_back_places", 3},
    Default{"missed_returns", 1},
    Default{"tickets_most_per_day", 600},
    Default{"proxy_holders_max_people", 5},
    Default{"appointment_hold_minutes", 10},
    Default{"appointment_share_percent", 50},
    Default{"appointment_ahead_days", 7},
    Default{"waitlist_max_people", 10},
    Default{"service_cash_minutes", 5},
    Default{"service_pension_minutes", 6},
    Default{"service_social_card_minutes", 9},
    Default{"service_passbook_minutes", 6},
    Default{"service_account_minutes", 15},
    Default{"service_variation_percent", 60},
    Default{"isolation_room_people", 1},
    Default{"suspect_close_minutes", 30},
    Default{"late_entry_max_hours", 72},
    Default{"supply_lead_days", 3},
    Default{"reorder_margin_days", 3},
    Default{"expiry_warning_days", 30},
    Default{"disinfection_least_level", 0},
    Default{"terminal_chlorine_min_mg_per_litre", 1000},
    Default{"closing_round_within_minutes", 60},
    Default{"evidence_max_kilobytes", 2048},
    Default{"checklist_before_minutes", 15},
    Default{"checklist_after_minutes", 90},
    Default{"co_resident_watch_days", 7},
    Default{"loop_break_days", 7},
    Default{"loop_declaration_hours", 0},
    Default{"gloves_hours", 2},
    Default{"check_in_by_minutes", 480},
    Default{"check_in_grace_minutes", 60},
    Default{"backup_test_interval_days", 365},
    Default{"substitutes_shown_people", 3},
    Default{"chlorine_stock_mg_per_litre", 50000},
    Default{"chlorine_tablet_mg", 500},
};

const Default* find_default(std::string_view key) {
  const auto found = std::find_if(defaults.begin(), defaults.end(),
                                  [&](const Default& d) { return d.key == key; });
  return found == defaults.end() ? nullptr : &*found;
}

}  // namespace

bool PolicySet::knows(std::string_view key) {
  return find_default(key) != nullptr;
}

void PolicySet::add(PolicyOverride o) {
  overrides_.push_back(std::move(o));
}

std::int64_t PolicySet::at_outlet(std::string_view key, std::string_view zone,
                                  std::string_view outlet, Date day) const {
  // Narrowness first, then the later beginning; of equal ones the later row of the file.
  const PolicyOverride* best = nullptr;
  const auto narrowness = [](const PolicyOverride& o) {
    return o.outlet.empty() ? (o.zone.empty() ? 0 : 1) : 2;
  };
  for (const PolicyOverride& o : overrides_) {
    if (o.key != key || o.from > day) continue;
    if (!o.outlet.empty() ? o.outlet != outlet : !o.zone.empty() && o.zone != zone) continue;
    const auto rank = [&](const PolicyOverride& x) { return std::pair{narrowness(x), x.from}; };
    if (!best || rank(o) >= rank(*best)) best = &o;
  }
  return best ? best->value : find_default(key)->value;
}

}  // namespace waystation::checking
