#pragma once
// What several views read from the state: which part of it the viewer sees, and what a raw fact
// means on a page.
#include "application/view.h"
#include "application/view_outlets.h"

namespace waystation::view {

// The part that is asked for, or the viewer's own; "authority.scope" where it lies outside.
Decision<Scope> scope_seen(const Viewing&, const std::optional<Scope>& asked);
std::optional<Refusal> refuse_outside(const Viewing&, const Scope& touched);

// Whether a scope takes in an outlet, or any part of a zone.
bool sees(const Scope&, const OutletId&, const outlet::Outlet&);
bool sees(const Bank&, const Scope&, const ZoneId&);

std::string title_of(const Bank&, const OutletId&);
std::string title_of(const Bank&, const ZoneId&);
std::int64_t version_of(const Standing&, std::string_view room, std::string_view id);

// ---- Outlets.

ShownState shown_state(const Viewing&, const OutletId&, const outlet::Outlet&);
bool is_counter_open(const outlet::Outlet&);  // Open or limited.
bool has_counter(const outlet::Outlet&);      // Not a back office.
Day today_at(const Viewing&, const OutletId&);

// The plan in force today by which an outlet may open, with its own part and its day; all or none.
struct PlannedToday {
  const plan::Plan* plan = nullptr;
  const plan::OutletPlan* outlet = nullptr;
  const plan::OutletDay* day = nullptr;
  explicit operator bool() const { return plan != nullptr; }
};
PlannedToday planned_on(const Bank&, const OutletId&, Day);

// Inside a seal, and either serving or to be opened by a plan in force: what the board watches.
bool is_watched(const Viewing&, const OutletId&, const outlet::Outlet&);

// When the first touch point or machine of the outlet is due.
std::optional<Time> next_round_due(const Viewing&, const OutletId&);

// The crew that supplies are reckoned for, and how many days they must last: as the gate reckons. A
// warehouse has a stock and no crew.
struct Need {
  std::int64_t people;
  std::int64_t days;
};
Need need_of(const Viewing&, const OutletId&, Day today);
std::vector<StockLine> stock_lines(const Viewing&, const OutletId&);

// ---- People.

// The whole name for who may see it, else 张*; none where erased or the key is not at hand.
std::optional<std::string> name_seen(const Viewing&, const PersonId&, bool whole);
std::optional<std::string> phone_seen(const Viewing&, const PersonId&, bool allowed);
bool may_see_names(const Viewing&, const Scope& touched);
std::string masked_name(std::string_view name);    // 张*
std::string masked_phone(std::string_view phone);  // 138****1234

// ---- Zones.

std::vector<OutletId> outlets_of(const Bank&, const zone::Zone&);

template <class View> void stamp_as_of(View& view, const Standing& standing) {
  view.as_of_seq = standing.as_of_seq;
  view.as_of = standing.as_of;
}

}  // namespace waystation::view
