#pragma once
// The plan of a reopening, as it is stored, exchanged and checked: which outlets of one sealed zone
// may open, with how many windows, who works in which post of which team, the four backups
// 四项备份, cover, cash and van, and for each outlet that cannot open the smallest conflicting set
// of rules with the cheapest relaxation.
//
// The independent checker re-proves all of it from this document and the network alone, so every
// figure the plan claims stands in it. Rules H1 to H14 and levels L1 to L6 are those of
// docs/explanation/planner.md. Counts are visits, people, days and fen: whole numbers.
#include "domain/room.h"

namespace waystation::plan {

BOOST_DEFINE_ENUM_CLASS(Rule, H1, H2, H3, H4, H5, H6, H7, H8, H9, H10, H11, H12, H13, H14)
BOOST_DEFINE_ENUM_CLASS(Verdict, can_open, cannot_open)
BOOST_DEFINE_ENUM_CLASS(Team, a, b)
// A post is a station with the duties that may go with it. The supervisor leads and authorises.
BOOST_DEFINE_ENUM_CLASS(Post, supervisor, teller, guide, guard, spare)
// The two key-holders of dual control 双人双控; never the same person.
BOOST_DEFINE_ENUM_CLASS(Custody, none, key_a, key_b)
BOOST_DEFINE_ENUM_CLASS(BackupKind, business, people, service, management)
BOOST_DEFINE_ENUM_CLASS(Objective, L1, L2, L3, L4, L5, L6)

struct Member {
  PersonId person;
  Post post = Post::teller;
  Custody custody = Custody::none;
};
BOOST_DESCRIBE_STRUCT(Member, (), (person, post, custody))

struct Crew {
  Team team = Team::a;
  std::vector<Member> members;
};
BOOST_DESCRIBE_STRUCT(Crew, (), (team, members))

// 业务、人员、服务、管理. `who` is a person, an outlet or an account; `stands_in_for` is a post, an
// outlet or a duty. An unfilled backup has an empty `who`; one of people counts against L5.
struct Backup {
  BackupKind kind = BackupKind::business;
  std::string stands_in_for;
  std::string who;
};
BOOST_DESCRIBE_STRUCT(Backup, (), (kind, stands_in_for, who))

// One day of one open outlet. Stocks are at the end of the day.
struct OutletDay {
  Day day;
  Team team = Team::a;
  std::int32_t windows = 0;
  std::int32_t critical_served = 0;
  std::int32_t ordinary_served = 0;
  Fen payout;
  Fen cash_delivered;
  Fen float_left;
  std::int32_t suits_used = 0;
  std::int32_t suits_left = 0;
  std::int32_t wipes_used = 0;
  std::int32_t wipes_left = 0;
};
BOOST_DESCRIBE_STRUCT(OutletDay, (),
                      (day, team, windows, critical_served, ordinary_served, payout, cash_delivered,
                       float_left, suits_used, suits_left, wipes_used, wipes_left))

// Who is served where on a day.
struct Flow {
  Day day;
  CommunityId community;
  OutletId outlet;
  std::int32_t critical = 0;
  std::int32_t ordinary = 0;
};
BOOST_DESCRIBE_STRUCT(Flow, (), (day, community, outlet, critical, ordinary))

struct VanRun {
  Day day;
  VanId van;
  std::string gate;
  TimeOfDay from, to;
  std::vector<OutletId> stops;
};
BOOST_DESCRIBE_STRUCT(VanRun, (), (day, van, gate, from, to, stops))

// A way to make a closed outlet possible. `cost` orders the ways: people added, then papers, then
// stock.
struct Relaxation {
  Rule rule = Rule::H1;
  std::string code;  // Stable, "relax.…": the web and the command line translate it.
  std::int64_t amount = 0;
  std::int64_t cost = 0;
  std::vector<Fact> facts;
};
BOOST_DESCRIBE_STRUCT(Relaxation, (), (rule, code, amount, cost, facts))

struct Reason {
  Rule rule = Rule::H1;
  std::string code;  // Stable, "why.…".
  std::vector<Fact> facts;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (rule, code, facts))

struct OutletPlan {
  OutletId outlet;
  Verdict verdict = Verdict::cannot_open;
  std::optional<Day> opens_on;
  std::int32_t windows = 0;
  std::vector<Crew> crews;
  std::vector<Backup> backups;
  std::int32_t suit_cover_days = 0;
  std::int32_t wipe_cover_days = 0;
  Fen cash_need;
  std::vector<OutletDay> days;
  std::vector<Reason> conflict;  // Smallest set of rules that cannot hold together.
  std::optional<Relaxation> cheapest_fix;
};
BOOST_DESCRIBE_STRUCT(OutletPlan, (),
                      (outlet, verdict, opens_on, windows, crews, backups, suit_cover_days,
                       wipe_cover_days, cash_need, days, conflict, cheapest_fix))

// What a level of the objective reached, and the bound below it that the multipliers prove.
struct LevelResult {
  Objective level = Objective::L1;
  std::int64_t value = 0;
  std::int64_t bound = 0;
};
BOOST_DESCRIBE_STRUCT(LevelResult, (), (level, value, bound))

// A non-negative price on one row of the model; any prices give a valid bound.
struct Multiplier {
  Objective level = Objective::L1;
  std::string row;  // Which row: see docs/reference/plan-file.md.
  std::int64_t price = 0;
};
BOOST_DESCRIBE_STRUCT(Multiplier, (), (level, row, price))

struct PlanDocument {
  std::int32_t format = 1;
  ZoneId zone;
  Day from;
  std::int32_t days = 0;
  std::int64_t policy_version = 0;
  std::vector<OutletPlan> outlets;
  std::vector<Flow> flows;
  std::vector<VanRun> van_runs;
  std::vector<LevelResult> levels;
  std::vector<Multiplier> multipliers;
};
BOOST_DESCRIBE_STRUCT(PlanDocument, (),
                      (format, zone, from, days, policy_version, outlets, flows, van_runs, levels,
                       multipliers))

}  // namespace waystation::plan
