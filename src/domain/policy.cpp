#include <algorithm>

#include "domain/bank.h"

namespace waystation::policy {

namespace {

using enum Key;

// One row of the default set of domain.md. `least` keeps a value from being set to nonsense: most
// of them divide or limit something, so zero is allowed only where it means "none".
struct Default {
  Key key;
  Value value;
  std::int64_t least = 1;
  std::int64_t most = 1'000'000;  // Beyond every unit that the keys use.
};

const std::array defaults = {
    Default{fever_tenths_celsius, {373, Grade::G, "G5, W3"}, 350},
    Default{distance_cm, {100, Grade::S, "S, G5"}},
    Default{lobby_waiting_max_people, {10, Grade::N, "N12"}},
    Default{lobby_m2_per_person, {4, Grade::A, "A"}},
    Default{cash_hold_key_area_days, {14, Grade::G, "G1"}, 0},
    Default{cash_hold_other_days, {7, Grade::G, "G1"}, 0},
    Default{uv_per_pass_minutes, {30, Grade::N, "N4"}},
    Default{uv_cabinet_minutes, {90, Grade::N, "N1"}},
    Default{rounds_normal_per_day, {2, Grade::G, "G5"}},
    Default{rounds_raised_per_day, {3, Grade::G, "G4, N16"}},
    Default{rounds_sealed_interval_minutes, {120, Grade::A, "A"}},
    Default{atm_rounds_per_day, {3, Grade::N, "N1"}},
    Default{dual_control_min_people, {2, Grade::T, "T2, T3"}, 2},
    Default{van_window_minutes, {30, Grade::A, "A"}},
    Default{wait_p90_minutes, {20, Grade::A, "A"}},
    Default{ticket_calls, {3, Grade::A, "A"}},
    Default{first_report_minutes, {30, Grade::T, "T1"}},
    Default{release_clear_days, {14, Grade::G, "G14"}},
    Default{staff_test_interval_days, {3, Grade::A, "A"}},
    Default{impact_record_keep_years, {3, Grade::L, "L1"}, 3},
    Default{mask_exposed_hours, {4, Grade::W, "W1"}},
    Default{mask_public_hours, {8, Grade::W, "W1"}},
    Default{suit_hours, {4, Grade::A, "A"}},
    Default{suits_per_person_day, {2, Grade::A, "A"}, 0},
    Default{wipes_per_suit_change, {5, Grade::S, "S, ratio of 1,250 wipes to 250 suits"}, 0},
    Default{ppe_cover_min_days, {15, Grade::W, "W3"}, 0},
    Default{chlorine_min_mg_per_litre, {500, Grade::G, "G6, upper end of 250-500"}},
    Default{chlorine_contact_minutes, {30, Grade::G, "G6"}},
    Default{alcohol_min_percent, {75, Grade::G, "G6"}},
    Default{alcohol_contact_minutes, {3, Grade::A, "A"}},
    Default{ventilation_per_day, {3, Grade::N, "N7"}},
    Default{ventilation_minutes, {20, Grade::N, "N7"}},
    Default{cassette_code_months, {6, Grade::T, "T2"}},
    Default{onsite_settle_per_week, {2, Grade::T, "T2"}},
    Default{reserve_cover_days, {3, Grade::A, "A, sealed"}},
    Default{pension_day_factor_percent, {250, Grade::A, "A"}, 100},
    Default{appointment_band_minutes, {30, Grade::A, "A"}},
    Default{written_report_hours, {12, Grade::T, "T1"}},
    Default{home_isolation_after_days, {7, Grade::G, "G12"}, 0},
    Default{visitor_log_keep_days, {14, Grade::A, "A"}},
    Default{network_log_keep_months, {6, Grade::L, "L3"}, 6},
    Default{shift_team_days, {7, Grade::A, "A"}},
    Default{spare_per_team_people, {1, Grade::A, "A"}, 0},
    Default{visits_per_window_day, {70, Grade::A, "A"}},
    Default{reopening_lead_days, {2, Grade::A, "A, as from 6 to 8 January in S"}, 0},
    Default{van_visit_interval_days, {3, Grade::A, "A"}},
    Default{reach_walk_max_metres, {2500, Grade::A, "A"}},
    Default{pass_valid_days, {7, Grade::A, "A"}},
    Default{health_check_valid_hours, {14, Grade::A, "A"}},
    Default{round_valid_minutes, {120, Grade::A, "A"}},
    Default{critical_visit_payout_yuan, {2000, Grade::A, "A"}, 0},
    Default{visits_per_thousand_customers, {4, Grade::A, "A"}, 0},
    Default{seats_usable_percent, {50, Grade::N, "N12, every second seat"}},
    Default{lobby_per_window_people, {3, Grade::A, "A"}},
    Default{lobby_beyond_windows_people, {4, Grade::A, "A"}, 0},
    Default{priority_head_start_minutes, {10, Grade::A, "A"}, 0},
    Default{appointment_head_start_minutes, {15, Grade::A, "A"}, 0},
    Default{missed_back_places, {3, Grade::A, "A"}},
    Default{missed_returns, {1, Grade::A, "A"}, 0},
    Default{tickets_most_per_day, {600, Grade::A, "A"}},
    Default{proxy_holders_max_people, {5, Grade::A, "A"}},
    Default{appointment_hold_minutes, {10, Grade::A, "A"}, 0},
    Default{appointment_share_percent, {50, Grade::A, "A"}},
    Default{appointment_ahead_days, {7, Grade::A, "A"}, 0},
    Default{waitlist_max_people, {10, Grade::A, "A"}, 0},
    Default{service_cash_minutes, {5, Grade::W, "W5"}},
    Default{service_pension_minutes, {6, Grade::A, "A"}},
    Default{service_social_card_minutes, {9, Grade::A, "A"}},
    Default{service_passbook_minutes, {6, Grade::A, "A"}},
    Default{service_account_minutes, {15, Grade::A, "A"}},
    Default{service_variation_percent, {60, Grade::A, "A"}, 0},
    Default{isolation_room_people, {1, Grade::A, "A"}},
    Default{suspect_close_minutes, {30, Grade::W, "W3"}},
    Default{late_entry_max_hours, {72, Grade::A, "A"}, 0, supply::remembered.count()},
    Default{supply_lead_days, {3, Grade::A, "A, as the van's interval"}, 0},
    Default{reorder_margin_days, {3, Grade::A, "A"}, 0},
    Default{expiry_warning_days, {30, Grade::A, "A"}, 0},
    // 0 normal, 1 raised, 2 sealed: what an order asks for beyond what the zone calls for.
    Default{disinfection_least_level, {0, Grade::A, "A"}, 0, 2},
    Default{terminal_chlorine_min_mg_per_litre, {1000, Grade::W, "W3"}},
    Default{closing_round_within_minutes, {60, Grade::A, "A"}},
    // The server takes no larger body whatever the policy says.
    Default{evidence_max_kilobytes, {2048, Grade::A, "A"}, 64, 2048},
    Default{checklist_before_minutes, {15, Grade::A, "A"}, 0, 24 * 60},
    Default{checklist_after_minutes, {90, Grade::A, "A"}, 0, 24 * 60},
    Default{co_resident_watch_days, {7, Grade::A, "A, as G12 for those who were downgraded"}, 0},
    Default{loop_break_days, {7, Grade::A, "A, as G12"}, 0},
    // 0: no declaration is asked for.
    Default{loop_declaration_hours, {0, Grade::A, "A"}, 0},
    Default{gloves_hours, {2, Grade::A, "A"}},
    // After midnight; 480 is 08:00.
    Default{check_in_by_minutes, {480, Grade::A, "A"}, 0, 1440},
    Default{check_in_grace_minutes, {60, Grade::A, "A"}, 0},
    Default{backup_test_interval_days, {365, Grade::W, "W2, a drill at least once a year"}},
    Default{substitutes_shown_people, {3, Grade::A, "A"}},
    // Of the products on the shelf; an outlet that is sent others has its own figure.
    Default{chlorine_stock_mg_per_litre, {50'000, Grade::G, "G6, 5 % stock"}},
    Default{chlorine_tablet_mg, {500, Grade::A, "A"}},
    Default{public_page_valid_minutes, {10, Grade::A, "A"}},
    Default{public_status_valid_minutes, {120, Grade::A, "A, as a round inside a seal"}},
    Default{public_come_early_minutes, {10, Grade::A, "A"}, 0},
    // A whole estate may stand behind one address of a mobile network.
    Default{public_acts_address_per_hour, {30, Grade::A, "A"}},
    Default{public_codes_wrong_address_per_hour, {10, Grade::A, "A"}},
    Default{public_codes_wrong_ticket_per_hour, {20, Grade::A, "A"}},
    Default{public_acts_outlet_per_minute, {60, Grade::A, "A"}},
    Default{dual_control_expiry_minutes, {30, Grade::A, "A"}},
    // The reserve is its complement: 95 of 100 forecasts last.
    Default{run_out_warning_basis_points, {500, Grade::A, "A, p95 of the reserve"}, 1, 5'000},
    // How far a whole day's payout strays from its forecast, as a part of it: one standard
    // deviation.
    Default{payout_dispersion_basis_points, {3'000, Grade::A, "A"}, 0, 20'000},
    // Where the ledger knows too few days. 0: not declared.
    Default{declared_payout_per_day_yuan, {0, Grade::A, "A, none declared"}, 0, 100'000'000},
    // 0: none. The factor of the day is pension_day_factor_percent.
    Default{pension_day_of_month, {15, Grade::A, "A"}, 0, 28},
    Default{small_note_floor_percent, {5, Grade::A, "A"}, 0, 100},
    Default{small_note_floor_pension_percent, {15, Grade::A, "A"}, 0, 100},
    Default{emergency_drive_minutes, {60, Grade::A, "A"}, 0, 1'440},
    Default{gate_margin_minutes, {30, Grade::A, "A, as the gate's window"}, 0, 1'440},
    Default{cassette_floor_percent, {10, Grade::A, "A, beside each cassette's own floor"}, 0, 100},
    Default{cassette_full_percent, {90, Grade::A, "A"}, 1, 100},
    Default{van_grace_minutes, {15, Grade::A, "A"}},
    Default{van_plan_b_minutes, {60, Grade::A, "A"}},
    Default{cash_order_answer_hours, {4, Grade::A, "A"}},
    Default{cash_order_second_approval_yuan, {1'000'000, Grade::A, "A"}, 0},
    // 轮岗: swapping pairs is the exam bank's rule, its days are ours.
    Default{cash_pair_max_days, {30, Grade::A, "A, for the swap of T2"}},
    // 0: it is only shown; 1: a pair beyond its days is refused.
    Default{cash_pair_blocks, {0, Grade::A, "A"}, 0, 1},
};

static_assert(defaults.size() ==
                  boost::mp11::mp_size<boost::describe::describe_enumerators<Key>>::value,
              "every key has a default");

// By the key's number: it is asked for a dozen times by one command.
const Default& row_of(Key key) {
  static const auto rows = [] {
    std::array<const Default*, defaults.size()> out{};
    for (const Default& row : defaults) out[std::size_t(row.key)] = &row;
    return out;
  }();
  return *rows[std::size_t(key)];
}

// The latest override of exactly this place that has begun by the day.
const Override* latest(const Bank& bank, Key key, const std::optional<ZoneId>& zone,
                       const std::optional<OutletId>& outlet, Day day) {
  const Override* found = nullptr;
  for (const Override& o : bank.policies.overrides)
    if (o.key == key && o.zone == zone && o.outlet == outlet && o.from <= day)
      if (!found || o.from >= found->from) found = &o;
  return found;
}

std::optional<ZoneId> zone_around(const Bank& bank, const OutletId& id) {
  const auto* outlet = bank.outlets.find(id);
  if (!outlet || !outlet->community) return {};
  const auto* community = bank.communities.find(*outlet->community);
  return community ? community->zone : std::nullopt;
}

std::optional<Refusal> refuse_place(const Bank& bank, const std::optional<ZoneId>& zone,
                                    const std::optional<OutletId>& outlet) {
  if (zone && outlet) return invalid("policy.two-places");
  if (zone && !bank.zones.contains(*zone)) return unknown("zone.unknown", zone->text);
  if (outlet && !bank.outlets.contains(*outlet)) return unknown("outlet.unknown", outlet->text);
  return {};
}

}  // namespace

const Value& default_of(Key key) {
  return row_of(key).value;
}

Value in_force(const Bank& bank, Key key, const OutletId& outlet, Day day) {
  if (bank.policies.overrides.empty()) return default_of(key);
  if (const auto* own = latest(bank, key, {}, outlet, day)) return own->value;
  if (const auto zone = zone_around(bank, outlet)) return in_force(bank, key, *zone, day);
  return in_force(bank, key, day);
}

Value in_force(const Bank& bank, Key key, const ZoneId& zone, Day day) {
  if (const auto* own = latest(bank, key, zone, {}, day)) return own->value;
  return in_force(bank, key, day);
}

Value in_force(const Bank& bank, Key key, Day day) {
  const auto* own = latest(bank, key, {}, {}, day);
  return own ? own->value : default_of(key);
}

// ---- Change.

Decision<Changed> decide(const Bank& bank, const Change& c, const Stamp&) {
  if (auto no = refuse_place(bank, c.zone, c.outlet)) return *no;
  if (c.value.source.empty()) return invalid("policy.source-empty");
  const auto [least, most] = std::pair(row_of(c.key).least, row_of(c.key).most);
  if (c.value.value < least || c.value.value > most)
    return invalid("policy.value-out-of-range", {{"key", std::string(name_of(c.key))},
                                                 {"value", std::to_string(c.value.value)},
                                                 {"least", std::to_string(least)},
                                                 {"most", std::to_string(most)}});
  return Changed{c.key, c.zone, c.outlet, c.from, c.value};
}

void apply(Policies& policies, const Changed& e, const Mark& mark) {
  const auto same = [&](const Override& o) {
    return o.key == e.key && o.zone == e.zone && o.outlet == e.outlet && o.from == e.from;
  };
  std::erase_if(policies.overrides, same);
  policies.overrides.push_back({e.key, e.zone, e.outlet, e.from, e.value, mark.at, mark.by});
  ++policies.version;
}

// ---- Withdraw.

static auto of_place(const auto& e) {
  return [&e](const Override& o) {
    return o.key == e.key && o.zone == e.zone && o.outlet == e.outlet;
  };
}

Decision<Withdrawn> decide(const Bank& bank, const Withdraw& c, const Stamp&) {
  if (std::ranges::none_of(bank.policies.overrides, of_place(c)))
    return conflict("policy.not-overridden", {{"key", std::string(name_of(c.key))}});
  return Withdrawn{c.key, c.zone, c.outlet};
}

void apply(Policies& policies, const Withdrawn& e, const Mark&) {
  std::erase_if(policies.overrides, of_place(e));
  ++policies.version;
}

}  // namespace waystation::policy

template struct waystation::RoomTable<waystation::policy::Commands>;
