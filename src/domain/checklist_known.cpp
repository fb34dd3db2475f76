#include "domain/checklist_known.h"

#include <algorithm>

#include "domain/bank.h"
#include "domain/outlet_gate.h"

namespace waystation::checklist {

namespace {

bool is_counted_today(const Bank& bank, const OutletId& id, Time now) {
  const auto& zone = outlet::time_zone_of(bank, id);
  const auto* shelf = bank.shelves.find(id);
  return shelf && std::ranges::any_of(shelf->counts, [&](const supply::LastCount& count) {
           return local_day(count.at, zone) == local_day(now, zone);
         });
}

bool is_cap_known(const Bank& bank, const OutletId& id, Day today) {
  const auto cap = lobby::cap_of(bank, id, today);
  return cap.by_area && cap.by_seats;
}

bool has_free_isolation_room(const Bank& bank, const OutletId& id, Day today) {
  const auto* lobby = bank.lobbies.find(id);
  const auto rooms = policy::in_force(bank, policy::Key::isolation_room_people, id, today).value;
  return std::ssize(lobby ? lobby->isolated : std::vector<lobby::Suspect>{}) < rooms;
}

// After the doors were shut: the full round of the evening.
bool has_closing_round(const Bank& bank, const OutletId& id) {
  const auto& outlet = bank.outlets.at(id);
  const auto last = disinfection::last_round(bank, id);
  return outlet.state == outlet::State::closed && last && *last >= outlet.since;
}

bool has_aired(const Bank& bank, const OutletId& id, Time now) {
  const auto airings = disinfection::airings_today(bank, id, now);
  const bool over = bank.outlets.at(id).state == outlet::State::closed;
  return airings.done >= (over ? airings.per_day : airings.due);
}

bool is_queue_closed(const Bank& bank, const OutletId& id, Day today) {
  const auto* queue = queue::queue_of(bank, id);
  return !queue || queue->day != today || queue->closed;
}

}  // namespace

std::optional<bool> known(const Bank& bank, const OutletId& id, KnownFact fact, Time now) {
  const Day today = local_day(now, outlet::time_zone_of(bank, id));
  switch (fact) {
    case KnownFact::round_valid:
      return outlet::is_disinfected(bank, id, now);
    case KnownFact::terminal_done:
      return outlet::is_clear_of_suspects(bank, id);
    case KnownFact::crew_fit:
      return outlet::is_crew_fit(bank, id, now);
    case KnownFact::health_checks_done:
      return outlet::are_checks_done(bank, id, now);
    case KnownFact::supplies_cover:
      return outlet::do_supplies_cover(bank, id, now);
    case KnownFact::stock_counted:
      return is_counted_today(bank, id, now);
    case KnownFact::lobby_cap_known:
      return is_cap_known(bank, id, today);
    case KnownFact::isolation_room_free:
      return has_free_isolation_room(bank, id, today);
    case KnownFact::rounds_in_time:
      return disinfection::overdue(bank, id, now).empty();
    case KnownFact::airings_done:
      return has_aired(bank, id, now);
    case KnownFact::closing_round_done:
      return has_closing_round(bank, id);
    case KnownFact::lobby_empty:
      return lobby::occupancy(bank, id, today).inside == 0;
    case KnownFact::queue_day_closed:
      return is_queue_closed(bank, id, today);
  }
  return {};
}

bool holds(const Bank& bank, const OutletId& id, Condition condition, Time now) {
  switch (condition) {
    case Condition::inside_seal:
      return zone::sealed_zone_of(bank, id, now).has_value();
    case Condition::raised_level:
      return disinfection::alert_of(bank, id, now) != disinfection::Alert::normal;
    case Condition::with_machines:
      return bank.outlets.at(id).machines > 0;
  }
  return true;
}

}  // namespace waystation::checklist
