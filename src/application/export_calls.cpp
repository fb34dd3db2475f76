#include "application/export.h"
#include "application/standing_state.h"
#include "application/upcast.h"
#include "application/view_reading.h"

namespace waystation {

namespace {

// What the calling rule reads: the outlet with its lobby and queue, and the rules in force there.
bool matters(std::string_view stream, const OutletId& outlet) {
  const auto slash = std::min(stream.find('/'), stream.size());
  const auto room = stream.substr(0, slash);
  if (room == "outlet" || room == "lobby" || room == "queue")
    return slash < stream.size() && stream.substr(slash + 1) == outlet.text;
  return room == "policy" || room == "city" || room == "zone";
}

std::string yes_or_no(bool yes) {
  return yes ? "yes" : "no";
}

// The rule asked again, at the state before the call: whom would it have called?
Cells cells_of(const Bank& before, const Entry& entry, const queue::Called& e,
               const std::string& zone) {
  const auto* ticket = queue::ticket_of(before, e.outlet, e.ticket);
  const auto next = queue::next_at(before, e.outlet, e.window, entry.at);
  const bool kept = next && next->ticket == e.ticket && next->inside == e.holder_inside &&
                    !queue::why_nobody_callable(before, e.outlet, e.window, entry.at);
  return {std::to_string(entry.seq),
          to_local_text(entry.at, zone),
          std::to_string(e.window),
          e.ticket.text,
          ticket ? std::string(name_of(ticket->service)) : "",
          ticket ? std::string(name_of(ticket->priority)) : "",
          ticket ? to_local_text(ticket->taken_at, zone) : "",
          to_local_text(e.virtual_arrival, zone),
          yes_or_no(e.holder_inside),
          std::to_string(e.waiting),
          std::to_string(e.lobby.inside),
          std::to_string(e.lobby.coming),
          std::to_string(e.lobby.cap),
          std::to_string(e.rule_version),
          next ? next->ticket.text : "",
          yes_or_no(kept),
          entry.actor};
}

}  // namespace

Decision<ExportTable> calls_table(const Viewing& v, const ExportOf& of) {
  const OutletId outlet = of.outlet.value_or(v.scope.outlet);
  if (outlet.text.empty()) return invalid("export.outlet-missing");
  const auto* known = v.standing.bank.outlets.find(outlet);
  if (!known) return unknown("outlet.unknown", outlet.text);
  if (auto no = view::refuse_outside(v, {known->city, outlet})) return *no;
  const Day day = of.day.value_or(view::today_at(v, outlet));
  const std::string zone = outlet::time_zone_of(v.standing.bank, outlet);
  ExportTable table{"calls",
                    {"seq", "called_at", "window", "ticket", "service", "priority", "taken_at",
                     "virtual_arrival", "holder_inside", "waiting", "lobby_inside", "lobby_coming",
                     "lobby_cap", "rule_version", "next_by_rule", "rule_kept", "called_by"},
                    {}};
  if (!v.journal) return table;
  Standing before;
  json::Parser parser;
  v.journal->replay(1, v.standing.as_of_seq, [&](const Entry& entry) {
    if (!matters(entry.stream, outlet)) return;
    if (entry.type == queue::Called::name && local_day(entry.at, zone) == day) {
      const Happening happening = read_event(entry, parser);
      const auto& called = *static_cast<const queue::Called*>(happening.event.get());
      table.rows.push_back(cells_of(before.bank, entry, called, zone));
    }
    apply_entry(before, entry, parser);
  });
  return table;
}

}  // namespace waystation
