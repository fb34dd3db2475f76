#pragma once
// 班组: who is on duty at an outlet today and who comes next, who is inside, what each wears and
// until when, and what one team hands over to the other.
#include "application/view.h"

namespace waystation::view {

struct PieceClock {
  ppe::Piece piece = ppe::Piece::mask;
  Time since;
  Time due;
};
BOOST_DESCRIBE_STRUCT(PieceClock, (), (piece, since, due))

struct TeamMember {
  PersonId person;
  std::optional<std::string> name;
  plan::Post post = plan::Post::teller;
  plan::Custody custody = plan::Custody::none;
  bool fit = false;                  // On the day that the page speaks of, in this post.
  std::vector<std::string> reasons;  // Why not; only for who sees the people view.
  bool may_arrive = false;           // Whoever would be turned away is not offered the door.
  std::optional<Time> present_since;
  std::optional<Time> checked_in_at;  // Today.
  std::vector<PieceClock> clocks;
};
BOOST_DESCRIBE_STRUCT(TeamMember, (),
                      (person, name, post, custody, fit, reasons, may_arrive, present_since,
                       checked_in_at, clocks))

struct TeamDays {
  plan::Team team = plan::Team::a;
  Day from;
  Day until;
  std::vector<TeamMember> members;
};
BOOST_DESCRIBE_STRUCT(TeamDays, (), (team, from, until, members))

struct TeamQuery {
  OutletId outlet;
};
BOOST_DESCRIBE_STRUCT(TeamQuery, (), (outlet))

struct TeamPage {
  static constexpr auto name = "team";
  static constexpr Roles roles =
      outlet_crew | administrators | role_set(Role::inspector, Role::auditor);
  using Query = TeamQuery;
  OutletId outlet;
  std::string title;
  std::string time_zone;
  std::optional<TeamDays> on_duty;  // Today.
  std::optional<TeamDays> next;     // The other team, from its first day on.
  std::vector<TeamMember> others;   // Inside, and of neither team.
  std::optional<roster::Sheet> sheet;
  std::vector<roster::OpenItem> open_items;
  std::vector<ppe::HandedOut> in_hand;
  Time check_in_by;
  std::int64_t version = 0;      // Of "roster/…".
  std::int64_t ppe_version = 0;  // Of "ppe/…".
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(TeamPage, (),
                      (outlet, title, time_zone, on_duty, next, others, sheet, open_items, in_hand,
                       check_in_by, version, ppe_version, now, as_of_seq, as_of))
Decision<TeamPage> see(const Viewing&, const TeamQuery&);

// ---- 岗位备份: who stands in for each post, in order, and where nobody could.

struct BackupPerson {
  PersonId person;
  std::optional<std::string> name;
  bool fit = false;  // Now.
  std::vector<std::string> reasons;
  std::optional<Day> tested_on;
  bool passed = false;
  bool test_overdue = false;
};
BOOST_DESCRIBE_STRUCT(BackupPerson, (),
                      (person, name, fit, reasons, tested_on, passed, test_overdue))

struct BackupRow {
  Scope at;
  std::string title;
  post_backup::BackedPost post{};
  std::optional<BackupPerson> holder;
  std::vector<BackupPerson> substitutes;
  bool from_plan = false;     // Nobody ranked them: the plan in force names them.
  bool single_point = false;  // Nobody who could stand in now.
};
BOOST_DESCRIBE_STRUCT(BackupRow, (),
                      (at, title, post, holder, substitutes, from_plan, single_point))

struct BackupsQuery {
  std::optional<Scope> scope;
};
BOOST_DESCRIBE_STRUCT(BackupsQuery, (), (scope))

struct Backups {
  static constexpr auto name = "backups";
  static constexpr Roles roles =
      managers | administrators | role_set(Role::supervisor, Role::inspector, Role::auditor);
  using Query = BackupsQuery;
  std::vector<BackupRow> rows;  // Single points of failure first.
  std::int64_t single_points = 0;
  Day today;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(Backups, (), (rows, single_points, today, as_of_seq, as_of))
Decision<Backups> see(const Viewing&, const BackupsQuery&);

}  // namespace waystation::view
