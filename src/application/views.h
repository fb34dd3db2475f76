#pragma once
// The read side: every view by name. HTTP serves GET /views/<name>?<query>, the command line
// `show`.
#include <map>

#include "application/view_board.h"
#include "application/view_cash.h"
#include "application/view_cash_bag.h"
#include "application/view_cash_day.h"
#include "application/view_cash_order.h"
#include "application/view_cash_runway.h"
#include "application/view_checklist.h"
#include "application/view_contactless.h"
#include "application/view_directives.h"
#include "application/view_incidents.h"
#include "application/view_machines.h"
#include "application/view_outlets.h"
#include "application/view_people.h"
#include "application/view_plans.h"
#include "application/view_policy.h"
#include "application/view_queue.h"
#include "application/view_reports.h"
#include "application/view_rounds.h"
#include "application/view_stations.h"
#include "application/view_supplies.h"
#include "application/view_team.h"
#include "application/view_van_riders.h"
#include "application/view_van_runs.h"
#include "application/view_worklist.h"
#include "application/view_zones.h"

namespace waystation {

using Views = boost::mp11::mp_list<
    view::Board, view::GroundMap, view::Worklist, view::Timeline, view::OutletTable,
    view::OutletPage, view::People, view::ZoneTable, view::ZonePage, view::PlanTable,
    view::PlanPage, view::PolicySet, view::CityTable, view::AccountTable, view::Personas,
    view::QueuePage, view::ChecklistPage, view::ChecklistTable, view::TeamPage, view::Backups,
    view::RoundsPage, view::Supplies, view::ShelfPage, view::CashTable, view::CashPage,
    view::CashRunway, view::CashRunwayPage, view::CashBagTrail, view::CashOrders, view::CashDayPage,
    view::Machines, view::Appointments, view::VanRuns, view::VanRunPage, view::VanCrew,
    view::VanStops, view::Directives, view::VanRiders, view::StationList, view::ContactlessList,
    view::IncidentList, view::IncidentPage, view::DutyTable, view::ReportDay, view::ReportPage,
    view::ReportFacts>;

using QueryText = std::map<std::string, std::string>;  // Decoded, by key.

// `see` answers canonical JSON. It refuses "authority.role", "authority.scope",
// "view.unknown-parameter", "view.parameter-missing" and "view.parameter-malformed" with the key in
// `where`, and what the view itself refuses.
struct ViewRow {
  std::string_view name;
  Roles roles;
  Decision<std::string> (*see)(const Viewing&, const QueryText& query);
};

std::span<const ViewRow> all_views();  // Sorted by name.
const ViewRow* view_named(std::string_view name);

}  // namespace waystation
