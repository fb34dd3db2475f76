#pragma once
// 可上车人员: whom may a van run be planned with on a day? The cash centre plans runs but may not
// read the list of people: from here it learns of those who come into question their number, a
// masked name, where they are at home, whether they are a guard and whether anything bars them on
// that day; never what bars them, where they live or a phone.
//
// In question come the people of a cash centre 金库 and every guard 押运员; the rule of two people
// with a guard among them stays with the command "van-run.plan".
#include "application/view.h"

namespace waystation::view {

struct VanRider {
  PersonId person;
  std::optional<std::string> name;  // 张*, whole for who sees names; absent without a key.
  OutletId home_outlet;
  std::string home_title;
  bool guard = false;
  bool fit = false;                        // No measure or missing test bars them on the day.
  std::optional<van_run::RunId> rides_in;  // Of the day and not over: they are taken.
  std::optional<VanId> rides_van;          // They may ride once more in the same one.
};
BOOST_DESCRIBE_STRUCT(VanRider, (),
                      (person, name, home_outlet, home_title, guard, fit, rides_in, rides_van))

struct VanRidersQuery {
  std::optional<Scope> scope;
  std::optional<Day> day;  // Today where absent.
};
BOOST_DESCRIBE_STRUCT(VanRidersQuery, (), (scope, day))

// Refuses "authority.scope". O(people + runs · crew).
struct VanRiders {
  static constexpr auto name = "van-riders";
  static constexpr Roles roles = van_run::planners;
  using Query = VanRidersQuery;
  Day day;
  std::vector<VanRider> rows;  // By number.
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(VanRiders, (), (day, rows, as_of_seq, as_of))
Decision<VanRiders> see(const Viewing&, const VanRidersQuery&);

}  // namespace waystation::view
