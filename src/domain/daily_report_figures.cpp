// The figures of a daily report, worked out from what the rooms hold.
#include <algorithm>

#include "domain/bank.h"
#include "domain/disinfection_check.h"
#include "domain/queue_wait.h"

namespace waystation::daily_report {

namespace {

using enum FigureKey;
using std::chrono::days;
using std::chrono::minutes;

// One outlet's day, as instants.
struct OutletDay {
  const Bank& bank;
  const OutletId& id;
  const outlet::Outlet& outlet;
  Day day;
  Time from, to;  // Midnight to midnight.
  Time now;

  bool has(Time at) const { return from <= at && at < to; }
  Time last() const { return std::min(now, to - std::chrono::microseconds{1}); }
};

void put(Figures& out, FigureKey key, std::int64_t value) {
  out.push_back({key, value});
}

// Until when the doors stood open; none where that is not known any more.
std::optional<Time> closed_at(const OutletDay& d) {
  switch (d.outlet.state) {
    case outlet::State::closed:
      return d.outlet.since;
    case outlet::State::open:
    case outlet::State::limited:
    case outlet::State::paused:
      return d.last();
    default:
      return {};
  }
}

std::optional<std::int64_t> minutes_of_opening(const OutletDay& d) {
  const auto& opened = d.outlet.opened_at;
  if (opened && *opened >= d.to) return {};
  if (!opened || !d.has(*opened)) return 0;
  const auto closed = closed_at(d);
  if (!closed || *closed < *opened) return {};
  return std::chrono::floor<minutes>(std::min(*closed, d.to) - *opened).count();
}

void add_doors(const OutletDay& d, Figures& out) {
  const auto& opened = d.outlet.opened_at;
  if (!opened || *opened < d.to) put(out, outlets_opened, opened && d.has(*opened));
  if (const auto open = minutes_of_opening(d)) put(out, minutes_open, *open);
}

void add_queue(const OutletDay& d, Figures& out) {
  const auto* queue = queue::queue_of(d.bank, d.id);
  if (!queue) return;
  const queue::Figures* day =
      queue->day == d.day ? &queue->figures : queue->past.find(to_text(d.day));
  static const queue::Figures none;
  if (!day) day = &none;
  put(out, tickets_taken, day->taken);
  put(out, tickets_served, day->served);
  put(out, tickets_turned_away, day->turned_away);
  if (const auto p90 = queue::wait_percentile(*day, 90)) put(out, wait_p90_minutes, *p90);
}

void add_lobby(const OutletDay& d, Figures& out) {
  const auto* lobby = d.bank.lobbies.find(d.id);
  if (!lobby || lobby->day > d.day) return;
  const lobby::Counts counts = lobby->day == d.day ? lobby->counts : lobby::Counts{};
  put(out, entered, counts.entered);
  put(out, most_inside, counts.most_inside);
  put(out, door_checked, counts.passed + counts.masks_missing + counts.suspected);
  put(out, suspected, counts.suspected);
}

// Left out where somebody was checked again on a later day: the earlier check is only in the log.
void add_staff(const OutletDay& d, Figures& out) {
  std::int64_t checked = 0, abnormal = 0;
  for (const auto& [id, person] : d.bank.people) {
    if (person.erased || person.home_outlet != d.id) continue;
    const auto* health = d.bank.health.find(id);
    if (!health || !health->checked_at) continue;
    if (*health->checked_at >= d.to) return;
    if (!d.has(*health->checked_at)) continue;
    ++checked;
    abnormal += health->abnormal;
  }
  put(out, staff_checked, checked);
  put(out, staff_abnormal, abnormal);
}

// One before opening, and then one for each full interval of the counters.
std::optional<std::int64_t> rounds_asked(const OutletDay& d) {
  using disinfection::TouchPoint;
  const auto open = minutes_of_opening(d);
  if (!open) return {};
  if (!d.outlet.opened_at || !d.has(*d.outlet.opened_at)) return 0;
  const auto plan = disinfection::plan_of(d.bank, d.id, *d.outlet.opened_at);
  const auto counter =
      std::ranges::find(plan, TouchPoint::counter, &disinfection::Duty::touch_point);
  if (counter == plan.end() || counter->interval_minutes <= 0) return 1;
  return 1 + *open / counter->interval_minutes;
}

// What is kept has an end: a list that is full and begins within the day may lack some of it.
bool may_lack(const auto& kept, std::size_t most, const OutletDay& d) {
  return kept.size() >= most && kept.front().at >= d.from;
}

void add_rounds(const OutletDay& d, Figures& out) {
  static const disinfection::Rounds none;
  const auto* held = d.bank.disinfections.find(d.id);
  const auto& rounds = held ? *held : none;
  if (!may_lack(rounds.last, disinfection::rounds_kept, d))
    put(out, rounds_done, std::ranges::count_if(rounds.last, [&](const auto& round) {
          return d.has(round.at) && disinfection::is_round(round);
        }));
  if (const auto asked = rounds_asked(d)) put(out, rounds_due, *asked);
  if (!may_lack(rounds.airings, disinfection::airings_kept, d))
    put(out, airings, std::ranges::count_if(rounds.airings, [&](const auto& airing) {
          return d.has(airing.at);
        }));
}

void add_item(const OutletDay& d, const supply::Shelf& shelf, supply::Item item, FigureKey used,
              FigureKey left, Figures& out) {
  std::int64_t away = 0;
  for (const auto& m : shelf.movements)
    if (m.item == item && m.change < 0 && d.has(m.at)) away -= m.change;
  if (!shelf.forgotten_to || *shelf.forgotten_to < d.from) put(out, used, away);
  if (const auto there = supply::balance(d.bank, d.id, item, d.last())) put(out, left, *there);
}

void add_supplies(const OutletDay& d, Figures& out) {
  using supply::Item;
  const auto* shelf = d.bank.shelves.find(d.id);
  if (!shelf) return;
  add_item(d, *shelf, Item::suit, suits_used, suits_left, out);
  add_item(d, *shelf, Item::mask, masks_used, masks_left, out);
  add_item(d, *shelf, Item::gloves, gloves_used, gloves_left, out);
  add_item(d, *shelf, Item::wipe, wipes_used, wipes_left, out);
}

// As two have signed it, or as it would be drawn up now.
std::optional<cash_day::Sheet> sheet_of_day(const OutletDay& d) {
  const auto& ledger = cash_day::ledger_of(d.bank, d.id);
  for (const auto& past : ledger.sheets)
    if (past.sheet.day == d.day) return past.sheet;
  const auto last = cash_day::last_signed(d.bank, d.id);
  if (last && *last >= d.day) return {};
  return cash_day::sheet_of(d.bank, d.id, d.day);
}

void add_cash(const OutletDay& d, Figures& out) {
  if (!d.bank.custody.sites.find(d.id)) return;
  const auto sheet = sheet_of_day(d);
  if (!sheet) return;
  std::int64_t in = std::max<std::int64_t>(sheet->others.count, 0);
  std::int64_t away = std::max<std::int64_t>(-sheet->others.count, 0);
  for (const auto& line : sheet->lines)
    (cash_day::comes_in(line.kind) ? in : away) += line.amount.count;
  put(out, cash_in_fen, in);
  put(out, cash_out_fen, away);
  put(out, cash_held_fen, sheet->closing.count);
  put(out, cash_differences, sheet->discrepancies_open);
}

void add_vans(const OutletDay& d, Figures& out) {
  std::int64_t planned = 0, served = 0;
  for (const auto& [id, run] : d.bank.van_runs) {
    if (run.day != d.day || run.stage == van_run::RunStage::cancelled) continue;
    const auto* stop = van_run::stop_at(run, d.id);
    planned += stop != nullptr;
    served += stop && stop->handed;
  }
  put(out, van_stops_planned, planned);
  put(out, van_stops_served, served);
}

Figures of_outlet(const Bank& bank, const OutletId& id, Day day, Time now) {
  const auto& zone = outlet::time_zone_of(bank, id);
  const OutletDay d{.bank = bank,
                    .id = id,
                    .outlet = bank.outlets.at(id),
                    .day = day,
                    .from = at_local(day, {}, zone),
                    .to = at_local(day + days{1}, {}, zone),
                    .now = now};
  Figures out;
  add_doors(d, out);
  add_queue(d, out);
  add_lobby(d, out);
  add_staff(d, out);
  add_rounds(d, out);
  add_supplies(d, out);
  add_cash(d, out);
  add_vans(d, out);
  return out;
}

void gather(Figures& out, const Figures& part) {
  for (const Line& line : part) {
    const auto at = std::ranges::find(out, line.key, &Line::key);
    if (at == out.end())
      out.push_back(line);
    else if (is_greatest(line.key))
      at->value = std::max(at->value, line.value);
    else
      at->value += line.value;
  }
}

}  // namespace

std::optional<std::int64_t> value_of(const Figures& figures, FigureKey key) {
  const auto at = std::ranges::find(figures, key, &Line::key);
  if (at == figures.end()) return {};
  return at->value;
}

bool is_greatest(FigureKey key) {
  return key == wait_p90_minutes || key == most_inside;
}

bool is_zero(const Figures& figures) {
  constexpr FigureKey happenings[] = {
      outlets_opened, minutes_open,       tickets_taken, entered,          suspected,
      staff_abnormal, rounds_done,        suits_used,    masks_used,       gloves_used,
      wipes_used,     cash_in_fen,        cash_out_fen,  cash_differences, van_stops_served,
      tickets_served, tickets_turned_away};
  return std::ranges::all_of(
      happenings, [&](FigureKey key) { return value_of(figures, key).value_or(0) == 0; });
}

Figures figures_of(const Bank& bank, const Scope& at, Day day, Time now) {
  if (at.level() == Level::outlet) return of_outlet(bank, at.outlet, day, now);
  Figures out;
  for (const Scope& part : below(bank, at, day))
    if (const Filed* filed = report_of(bank, part, day)) gather(out, filed->figures);
  std::ranges::sort(out, {}, &Line::key);
  return out;
}

}  // namespace waystation::daily_report
