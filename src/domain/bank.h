#pragma once
// The bank: every room's state, and every command that can change it. A copy costs nothing
// (core/table.h).
#include "domain/account.h"
#include "domain/approval.h"
#include "domain/cash.h"
#include "domain/cash_day.h"
#include "domain/cash_key.h"
#include "domain/cash_order.h"
#include "domain/cash_payouts.h"
#include "domain/checklist.h"
#include "domain/city.h"
#include "domain/contactless.h"
#include "domain/daily_report.h"
#include "domain/directive.h"
#include "domain/disinfection_mixing.h"
#include "domain/disinfection_plan.h"
#include "domain/duty.h"
#include "domain/fit_for_duty.h"
#include "domain/incident.h"
#include "domain/lobby.h"
#include "domain/machine.h"
#include "domain/outlet.h"
#include "domain/plan.h"
#include "domain/policy.h"
#include "domain/post_backup.h"
#include "domain/ppe.h"
#include "domain/quarantine_health.h"
#include "domain/queue.h"
#include "domain/room_table.h"
#include "domain/roster.h"
#include "domain/staff.h"
#include "domain/station.h"
#include "domain/supply_cover.h"
#include "domain/van.h"
#include "domain/van_run_stop.h"
#include "domain/zone.h"

namespace waystation {

struct Bank {
  account::Accounts accounts;
  policy::Policies policies;
  city::Cities cities;
  zone::Communities communities;
  zone::Zones zones;
  outlet::Outlets outlets;
  staff::People people;
  staff::Households households;
  quarantine::HealthRecords health;
  quarantine::Schemes schemes;
  disinfection::Disinfections disinfections;
  supply::Shelves shelves;
  supply::Transfers transfers;
  van::Vans vans;
  plan::Plans plans;
  plan::Pins pins;
  approval::Files approvals;
  lobby::Lobbies lobbies;
  queue::Queues queues;
  evidence::Evidences evidences;
  checklist::Templates checklist_templates;
  checklist::Checklists checklists;
  roster::Rosters rosters;
  ppe::Wardrobes wardrobes;
  post_backup::Rankings rankings;
  cash::Custody custody;
  cash::Payouts payouts;
  van_run::Runs van_runs;
  cash_order::Orders cash_orders;
  cash_key::Keys cash_keys;
  cash_day::Days cash_days;
  directive::Directives directives;
  contactless::Contactless contactless;
  station::Stations stations;
  duty::DutyRosters duty_rosters;
  incident::Incidents incidents;
  daily_report::Reports daily_reports;
};
BOOST_DESCRIBE_STRUCT(Bank, (),
                      (accounts, policies, cities, communities, zones, outlets, people, households,
                       health, schemes, disinfections, shelves, transfers, vans, plans, pins,
                       approvals, lobbies, queues, evidences, checklist_templates, checklists,
                       rosters, wardrobes, rankings, custody, payouts, van_runs, cash_orders,
                       cash_keys, cash_days, directives, contactless, stations, duty_rosters,
                       incidents, daily_reports))

using Commands = boost::mp11::mp_append<
    account::Commands, policy::Commands, city::Commands, zone::Commands, outlet::Commands,
    staff::Commands, quarantine::Commands, disinfection::Commands, supply::Commands, van::Commands,
    plan::Commands, approval::Commands, lobby::Commands, queue::Commands, evidence::Commands,
    checklist::Commands, roster::Commands, ppe::Commands, post_backup::Commands, cash::Commands,
    machine::Commands, van_run::Commands, cash_order::Commands, cash_key::Commands,
    cash_day::Commands, directive::Commands, contactless::Commands, station::Commands,
    duty::Commands, incident::Commands, daily_report::Commands>;

template <class Event> int apply_to_rooms(Bank& bank, const Event& event, const Mark& mark) {
  int rooms = 0;
  each_field<Bank>([&](auto, auto room) {
    if constexpr (requires { apply(bank.*room, event, mark); })
      apply(bank.*room, event, mark), ++rooms;
  });
  return rooms;
}

// Each room's .cpp holds its rows.
extern template struct RoomTable<account::Commands>;
extern template struct RoomTable<policy::Commands>;
extern template struct RoomTable<city::Commands>;
extern template struct RoomTable<zone::Commands>;
extern template struct RoomTable<outlet::Commands>;
extern template struct RoomTable<staff::Commands>;
extern template struct RoomTable<quarantine::Commands>;
extern template struct RoomTable<disinfection::Commands>;
extern template struct RoomTable<supply::Commands>;
extern template struct RoomTable<van::Commands>;
extern template struct RoomTable<plan::Commands>;
extern template struct RoomTable<approval::Commands>;
extern template struct RoomTable<lobby::Commands>;
extern template struct RoomTable<queue::Commands>;
extern template struct RoomTable<evidence::Commands>;
extern template struct RoomTable<checklist::Commands>;
extern template struct RoomTable<roster::Commands>;
extern template struct RoomTable<ppe::Commands>;
extern template struct RoomTable<post_backup::Commands>;
extern template struct RoomTable<cash::Commands>;
extern template struct RoomTable<machine::Commands>;
extern template struct RoomTable<van_run::Commands>;
extern template struct RoomTable<cash_order::Commands>;
extern template struct RoomTable<cash_key::Commands>;
extern template struct RoomTable<cash_day::Commands>;
extern template struct RoomTable<directive::Commands>;
extern template struct RoomTable<contactless::Commands>;
extern template struct RoomTable<station::Commands>;
extern template struct RoomTable<duty::Commands>;
extern template struct RoomTable<incident::Commands>;
extern template struct RoomTable<daily_report::Commands>;

}  // namespace waystation
