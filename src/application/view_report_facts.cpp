// The events under a figure of a daily report, as the log has them.
#include <algorithm>

#include "application/view_reading.h"
#include "application/view_reports.h"

namespace waystation::view {

namespace {

using daily_report::FigureKey;

// What a figure rests on: the events that move it, and the view that holds its rows.
struct Ground {
  std::vector<std::string_view> events;
  std::string_view room;
};

Ground ground_of_work(FigureKey key) {
  using enum FigureKey;
  switch (key) {
    case staff_checked:
    case staff_abnormal:
      return {{"quarantine.check-recorded"}, "team"};
    case rounds_done:
    case rounds_due:
      return {{"disinfection.recorded", "disinfection.finished", "outlet.opened"}, "rounds"};
    case airings:
      return {{"disinfection.ventilated"}, "rounds"};
    case cash_in_fen:
    case cash_out_fen:
    case cash_held_fen:
      return {{"cash.received", "cash.paid", "cash.confirmed", "machine.reported",
               "cash-day.drawn-up", "cash-day.signed"},
              "cash-day"};
    case cash_differences:
      return {{"cash.counted", "cash.confirmed", "cash.discrepancy-closed"}, "cash-day"};
    case van_stops_planned:
    case van_stops_served:
      return {{"van-run.planned", "van-run.arrived", "van-run.handed-over", "van-run.left"},
              "van-runs"};
    default:
      return {{"supply.received", "supply.issued", "supply.counted", "supply.sent",
               "supply.accepted", "disinfection.recorded", "disinfection.finished"},
              "shelf"};
  }
}

Ground ground_of(FigureKey key) {
  using enum FigureKey;
  switch (key) {
    case outlets_opened:
    case minutes_open:
      return {{"outlet.opened", "outlet.closed"}, "outlet"};
    case tickets_taken:
      return {{"queue.taken"}, "queue"};
    case tickets_served:
      return {{"queue.finished"}, "queue"};
    case tickets_turned_away:
      return {{"queue.day-closed", "queue.cancelled"}, "queue"};
    case wait_p90_minutes:
      return {{"queue.called"}, "queue"};
    case entered:
    case most_inside:
      return {{"lobby.entered", "lobby.left", "lobby.counted"}, "queue"};
    case door_checked:
      return {{"lobby.door-checked"}, "queue"};
    case suspected:
      return {{"lobby.door-checked", "lobby.isolated"}, "queue"};
    default:
      return ground_of_work(key);
  }
}

// When it happened, where a late entry says so; else when it was recorded.
Time moment_of_entry(const Entry& entry) {
  constexpr std::string_view key = "\"occurred_at\":\"";
  const auto at = entry.body.find(key);
  if (at == std::string::npos) return entry.at;
  const auto from = at + key.size();
  const auto told =
      parse_time(std::string_view(entry.body).substr(from, entry.body.find('"', from) - from));
  return told.value_or(entry.at);
}

// By the outlet that the entry names, or of a person by where that person is at home.
bool is_about(const Bank& bank, const Entry& entry, const OutletId& outlet) {
  constexpr std::string_view health = "quarantine/";
  if (!entry.stream.starts_with(health)) return entry.body.find(outlet.text) != std::string::npos;
  const auto* person = bank.people.find(PersonId{entry.stream.substr(health.size())});
  return person && person->home_outlet == outlet;
}

}  // namespace

Decision<ReportFacts> see(const Viewing& v, const ReportFactsQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto* outlet = bank.outlets.find(q.outlet);
  if (!outlet) return unknown("outlet.unknown", q.outlet.text);
  if (auto no = refuse_outside(v, {outlet->city, q.outlet})) return *no;
  const Ground ground = ground_of(q.figure);
  ReportFacts out;
  out.outlet = q.outlet, out.title = outlet->title, out.day = q.day, out.figure = q.figure;
  out.room = ground.room;
  out.time_zone = outlet::time_zone_of(bank, q.outlet);
  const auto visit = [&](const Entry& entry) {
    if (std::ranges::find(ground.events, entry.type) == ground.events.end()) return;
    if (local_day(moment_of_entry(entry), out.time_zone) != q.day) return;
    if (!is_about(bank, entry, q.outlet)) return;
    if (out.facts.size() >= most_report_facts)
      ++out.left_off;
    else
      out.facts.push_back({entry.seq, entry.type, entry.at, {entry.actor}});
  };
  if (v.journal) v.journal->replay(1, v.standing.as_of_seq, visit);
  out.now = v.now;
  stamp_as_of(out, v.standing);
  return out;
}

}  // namespace waystation::view
