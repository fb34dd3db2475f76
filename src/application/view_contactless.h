#pragma once
// 非接触服务: who waits for a call back and until when, what came of the calls of each day, how
// many need not come, and the appointed suppliers of each zone. How to reach a person is opened
// only for a crew of the place, once somebody has taken the call.
#include "application/view.h"

namespace waystation::view {

struct CallBackRow {
  OutletId outlet;
  std::string title;
  contactless::RequestId request;
  contactless::Kind kind = contactless::Kind::wealth_studio;
  contactless::Segment segment = contactless::Segment::other;
  Day day;
  TimeOfDay from, till;
  Time call_by;  // The window's end.
  bool overdue = false;
  contactless::Stage stage = contactless::Stage::waiting;
  Time asked_at;
  std::optional<PersonId> adviser;
  bool from_home = false;
  std::optional<std::string> contact;
  std::optional<contactless::Result> result;
  std::int64_t version = 0;  // Of "contactless/…" of the outlet.
};
BOOST_DESCRIBE_STRUCT(CallBackRow, (),
                      (outlet, title, request, kind, segment, day, from, till, call_by, overdue,
                       stage, asked_at, adviser, from_home, contact, result, version))

// Of one outlet and day.
struct DiversionRow {
  OutletId outlet;
  std::string title;
  Day on;
  std::int32_t asked = 0;
  std::int32_t solved = 0;
  std::int32_t needs_to_come = 0;
  std::int32_t not_reached = 0;
  std::int32_t diverted = 0;
  std::int32_t need_not_come = 0;  // Solved by a call, or said so beforehand.
};
BOOST_DESCRIBE_STRUCT(DiversionRow, (),
                      (outlet, title, on, asked, solved, needs_to_come, not_reached, diverted,
                       need_not_come))

struct SuppliersRow {
  ZoneId zone;
  std::string title;
  bool sealed = false;
  std::vector<contactless::Supplier> suppliers;
  std::int64_t version = 0;  // Of "contactless/…" of the zone.
};
BOOST_DESCRIBE_STRUCT(SuppliersRow, (), (zone, title, sealed, suppliers, version))

struct ContactlessQuery {
  std::optional<Scope> scope;
};
BOOST_DESCRIBE_STRUCT(ContactlessQuery, (), (scope))

struct ContactlessList {
  static constexpr auto name = "contactless";
  static constexpr Roles roles = outlet_crew | role_set(Role::inspector);
  using Query = ContactlessQuery;
  std::vector<CallBackRow> requests;  // Live ones by the window's end, then what ended.
  std::vector<DiversionRow> days;     // Of the last seven, the newest first.
  std::vector<SuppliersRow> zones;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(ContactlessList, (), (requests, days, zones, now, as_of_seq, as_of))
// O(r log r) of the scope's requests. Refuses "authority.scope".
Decision<ContactlessList> see(const Viewing&, const ContactlessQuery&);

// ---- What the public sees.

struct PublicSuppliers {
  ZoneId zone;
  std::string title;
  std::vector<contactless::Supplier> suppliers;
};
// Of the zones that are sealed now and have some.
std::vector<PublicSuppliers> public_suppliers(const Viewing&);

}  // namespace waystation::view
