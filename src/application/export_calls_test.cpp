#include "application/export.h"
#include "application/journal_in_memory.h"
#include "domain/outlet_day_story.h"

using namespace waystation;
using namespace waystation::outlet_day;

namespace {

// A day that is told and logged at once.
struct Logged {
  JournalInMemory journal;
  Standing standing;

  void happened(const auto& event, const char* at) {
    const EventRow* row = event_named(event.name);
    Entry entry;
    entry.seq = entry.version = journal.head() + 1;
    entry.stream = row->stream(&event);
    entry.type = row->name;
    entry.schema = row->schema;
    entry.at = time(at);
    entry.actor = "TX-teller";
    entry.body = to_json(event);
    journal.append(entry);
    apply_to_rooms(standing.bank, event, Mark{entry.at, {entry.actor}});
    standing.as_of_seq = entry.seq;
    standing.as_of = entry.at;
  }

  Logged() {
    const char* dawn = "2021-01-08T08:00:00+08:00";
    happened(city::Added{shenyang, "沈阳市", "Asia/Shanghai"}, dawn);
    happened(community(outside, "铁西社区"), dawn);
    happened(with_lobby(2, 40, 20), dawn);
    happened(queue::WindowOpened{tiexi, eighth, 1, {queue::Service::cash}}, dawn);
    take("2021-01-08-A001", "2021-01-08T09:00:00+08:00");
    take("2021-01-08-A002", "2021-01-08T09:01:00+08:00");
  }
  void take(const char* ticket, const char* at) {
    queue::Taken e;
    e.outlet = tiexi;
    e.ticket = {ticket};
    e.day = eighth;
    e.virtual_arrival = time(at);
    happened(e, at);
  }
  void call(const char* ticket, const char* at) {
    queue::Called e;
    e.outlet = tiexi;
    e.ticket = {ticket};
    e.virtual_arrival = standing.bank.queues.outlets.at(tiexi).tickets.at({ticket}).virtual_arrival;
    e.waiting = 2;
    e.lobby = lobby::occupancy(standing.bank, tiexi, eighth);
    happened(e, at);
  }
  Viewing seen(Role role = Role::outlet_manager, Scope scope = {shenyang, tiexi}) const {
    return {standing, standing.as_of, role, scope, &journal};
  }
  std::string csv(const ExportOf& of = {}) const {
    return *export_bytes(seen(), ExportWhat::calls, ExportFormat::csv, of);
  }
};

}  // namespace

TEST_CASE("each call of a day stands with what it was decided on, and the rule says yes to it") {
  Logged log;
  log.call("2021-01-08-A001", "2021-01-08T09:05:00+08:00");
  const std::string csv = log.csv();
  CHECK(csv.find("2021-01-08-A001,cash,ordinary") != csv.npos);
  CHECK(csv.find("2021-01-08-A001,yes,TX-teller") != csv.npos);
  CHECK(log.csv({{}, day("2021-01-07")}).find("A001") == std::string::npos);
}

TEST_CASE("a call that passed somebody over is found out") {
  Logged log;
  log.call("2021-01-08-A002", "2021-01-08T09:05:00+08:00");
  CHECK(log.csv().find("2021-01-08-A001,no,TX-teller") != std::string::npos);
}

TEST_CASE("calls are of an outlet that is named and that the asker may see") {
  const Logged log;
  const auto code = [&](Role role, Scope scope, const ExportOf& of) {
    return export_bytes(log.seen(role, scope), ExportWhat::calls, ExportFormat::json, of)
        .error()
        .code;
  };
  CHECK(code(Role::province_command, {}, {}) == "export.outlet-missing");
  CHECK(code(Role::province_command, {}, {OutletId{"1"}, {}}) == "outlet.unknown");
  CHECK(code(Role::city_command, {{"DL"}, {}}, {tiexi, {}}) == "authority.scope");
  CHECK(code(Role::hall_display, {shenyang, tiexi}, {}) == "authority.role");
  CHECK(export_bytes(log.seen(), ExportWhat::calls, ExportFormat::geojson).error().code ==
        "export.no-positions");
}
