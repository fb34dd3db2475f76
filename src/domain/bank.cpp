#include "domain/bank.h"

#include <algorithm>

namespace waystation {

namespace {

template <class Row> void join(std::vector<Row>& out, std::vector<Row> more) {
  out.insert(out.end(), more.begin(), more.end());
}

template <class Row> std::vector<Row> sorted(std::vector<Row> rows) {
  std::ranges::sort(rows, {}, &Row::name);
  const auto twice = std::ranges::adjacent_find(rows, {}, &Row::name);
  if (twice != rows.end()) throw std::logic_error("two rooms use " + std::string(twice->name));
  return rows;
}

// A room may answer with another room's event, as the machines do with a deed of cash: one row.
std::vector<EventRow> once_each(std::vector<EventRow> rows) {
  std::ranges::sort(rows, {}, &EventRow::name);
  const auto same = [](const EventRow& a, const EventRow& b) {
    return a.name == b.name && a.read == b.read;
  };
  rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
  return rows;
}

// Calls visit.operator()<Room's command list>() for each room.
void each_room(auto visit) {
  each_type<boost::mp11::mp_list<
      RoomTable<account::Commands>, RoomTable<policy::Commands>, RoomTable<city::Commands>,
      RoomTable<zone::Commands>, RoomTable<outlet::Commands>, RoomTable<staff::Commands>,
      RoomTable<quarantine::Commands>, RoomTable<disinfection::Commands>,
      RoomTable<supply::Commands>, RoomTable<van::Commands>, RoomTable<plan::Commands>,
      RoomTable<approval::Commands>, RoomTable<lobby::Commands>, RoomTable<queue::Commands>,
      RoomTable<evidence::Commands>, RoomTable<checklist::Commands>, RoomTable<roster::Commands>,
      RoomTable<ppe::Commands>, RoomTable<post_backup::Commands>, RoomTable<cash::Commands>,
      RoomTable<machine::Commands>, RoomTable<van_run::Commands>, RoomTable<cash_order::Commands>,
      RoomTable<cash_key::Commands>, RoomTable<cash_day::Commands>, RoomTable<directive::Commands>,
      RoomTable<contactless::Commands>, RoomTable<station::Commands>, RoomTable<duty::Commands>,
      RoomTable<incident::Commands>, RoomTable<daily_report::Commands>>>(visit);
}

template <class Row> const Row* row_named(std::span<const Row> rows, std::string_view name) {
  const auto at = std::ranges::lower_bound(rows, name, {}, &Row::name);
  return at != rows.end() && at->name == name ? &*at : nullptr;
}

}  // namespace

std::span<const CommandRow> all_commands() {
  static const auto rows = [] {
    std::vector<CommandRow> out;
    each_room([&]<class Room> { join(out, Room::commands()); });
    return sorted(std::move(out));
  }();
  return rows;
}

std::span<const EventRow> all_events() {
  static const auto rows = [] {
    std::vector<EventRow> out;
    each_room([&]<class Room> { join(out, Room::events()); });
    return sorted(once_each(std::move(out)));
  }();
  return rows;
}

const CommandRow* command_named(std::string_view name) {
  return row_named(all_commands(), name);
}
const EventRow* event_named(std::string_view name) {
  return row_named(all_events(), name);
}

}  // namespace waystation
