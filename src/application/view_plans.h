#pragma once
// 恢复计划: the plans and their signatures; one plan with what it changes against the one before
// it.
#include "application/view.h"

namespace waystation::view {

struct PlanRow {
  PlanId plan;
  ZoneId zone;
  std::string zone_title;
  plan::Status status = plan::Status::proposed;
  Day from;
  std::int32_t days = 0;
  std::int32_t outlets_opening = 0;
  std::int32_t outlets = 0;
  std::int32_t people = 0;
  Time proposed_at;
  AccountId proposed_by;
  std::vector<approval::Signature> signatures;
  std::optional<Level> level_due;
  std::optional<approval::Signature> returned;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (),
                      (plan, zone, zone_title, status, from, days, outlets_opening, outlets, people,
                       proposed_at, proposed_by, signatures, level_due, returned))

struct PlansQuery {
  std::optional<Scope> scope;
  std::optional<ZoneId> zone;
};
BOOST_DESCRIBE_STRUCT(PlansQuery, (), (scope, zone))

struct PlanTable {
  static constexpr auto name = "plans";
  static constexpr Roles roles = everyone_signed_in;
  using Query = PlansQuery;
  std::vector<PlanRow> rows;  // Newest first.
  std::vector<plan::Pin> pins;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(PlanTable, (), (rows, pins, as_of_seq, as_of))
Decision<PlanTable> see(const Viewing&, const PlansQuery&);

// ---- One plan.

struct Posting {
  OutletId outlet;
  plan::Team team = plan::Team::a;
  plan::Post post = plan::Post::teller;
  bool operator==(const Posting&) const = default;
};
BOOST_DESCRIBE_STRUCT(Posting, (), (outlet, team, post))

// Without `before` the person is new, without `after` they left, with both they moved.
struct PersonChange {
  PersonId person;
  std::optional<Posting> before;
  std::optional<Posting> after;
};
BOOST_DESCRIBE_STRUCT(PersonChange, (), (person, before, after))

struct OutletChange {
  OutletId outlet;
  std::optional<plan::Verdict> verdict_before;
  std::optional<plan::Verdict> verdict_after;
  std::int32_t windows_before = 0;
  std::int32_t windows_after = 0;
};
BOOST_DESCRIBE_STRUCT(OutletChange, (),
                      (outlet, verdict_before, verdict_after, windows_before, windows_after))

struct PlanDifference {
  PlanId against;
  std::vector<PersonChange> people;
  std::vector<OutletChange> outlets;
};
BOOST_DESCRIBE_STRUCT(PlanDifference, (), (against, people, outlets))

struct PlanQuery {
  PlanId plan;
  std::optional<PlanId> against;  // The plan approved before it where absent.
};
BOOST_DESCRIBE_STRUCT(PlanQuery, (), (plan, against))

struct PlanPage {
  static constexpr auto name = "plan";
  static constexpr Roles roles = everyone_signed_in;
  using Query = PlanQuery;
  PlanRow summary;
  plan::PlanDocument document;
  Table<PersonId, std::string> names;  // By the same rule as in the people view.
  Table<OutletId, std::string> outlet_titles;
  Table<CommunityId, std::string> community_titles;
  Table<VanId, std::string> van_plates;
  std::optional<PlanDifference> difference;
  bool may_sign = false;              // The viewer's level is the one that is due.
  std::int64_t version = 0;           // Of "plan/…".
  std::int64_t approval_version = 0;  // Of "approval/…", for If-Match of a signature.
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(PlanPage, (),
                      (summary, document, names, outlet_titles, community_titles, van_plates,
                       difference, may_sign, version, approval_version, as_of_seq, as_of))
Decision<PlanPage> see(const Viewing&, const PlanQuery&);

}  // namespace waystation::view
