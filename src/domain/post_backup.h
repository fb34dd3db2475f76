#pragma once
// Backups of each post 岗位备份 (A角、B角 and further): for the posts of an outlet and for the
// duties of the city and the province, who stands in, in which order, and when that was last tried.
// A backup that was never tried is a hope.
#include "domain/fit_for_duty.h"

namespace waystation::post_backup {

BOOST_DEFINE_ENUM_CLASS(BackedPost, supervisor, teller, guide, guard, key_holder, outlet_manager,
                        city_duty, province_duty)

struct Substitute {
  PersonId person;
  std::optional<Day> tested_on = {};  // The last drill, passed or not.
  bool passed = false;
};
BOOST_DESCRIBE_STRUCT(Substitute, (), (person, tested_on, passed))

struct Ranking {
  Scope at;
  BackedPost post = BackedPost::supervisor;
  std::optional<PersonId> holder;
  std::vector<Substitute> substitutes;  // The first is asked first.
};
BOOST_DESCRIBE_STRUCT(Ranking, (), (at, post, holder, substitutes))
using Rankings = Table<std::string, Ranking>;  // By place and post.

inline constexpr std::size_t most_substitutes = 10;

const Ranking* ranking_of(const Bank&, const Scope&, BackedPost);
Level level_of(BackedPost);
// What the post asks of a person, as codes of fit_for_duty.h.
std::vector<std::string> unqualified(const Bank&, BackedPost, const PersonId&);
bool is_test_overdue(const Bank&, const Substitute&, Day today);

// ---- Name who holds a post and who stands in, in order. Who stays keeps their drills.

struct Rank {
  static constexpr auto name = "backup.rank";
  static constexpr Roles roles = managers;
  Scope at;
  BackedPost post = BackedPost::supervisor;
  std::optional<PersonId> holder;
  std::vector<PersonId> substitutes;
};
BOOST_DESCRIBE_STRUCT(Rank, (), (at, post, holder, substitutes))

struct Ranked {
  static constexpr auto name = "backup.ranked";
  Scope at;
  BackedPost post = BackedPost::supervisor;
  std::optional<PersonId> holder;
  std::vector<PersonId> substitutes;
};
BOOST_DESCRIBE_STRUCT(Ranked, (), (at, post, holder, substitutes))

Scope scope_of(const Bank&, const Rank&);
Decision<Ranked> decide(const Bank&, const Rank&, const Stamp&);
void apply(Rankings&, const Ranked&, const Mark&);

// ---- Record a drill 演练.

struct RecordDrill {
  static constexpr auto name = "backup.record-drill";
  static constexpr Roles roles = managers;
  Scope at;
  BackedPost post = BackedPost::supervisor;
  PersonId person;
  Day on;
  bool passed = true;
};
BOOST_DESCRIBE_STRUCT(RecordDrill, (), (at, post, person, on, passed))

struct DrillRecorded {
  static constexpr auto name = "backup.drill-recorded";
  Scope at;
  BackedPost post = BackedPost::supervisor;
  PersonId person;
  Day on;
  bool passed = true;
};
BOOST_DESCRIBE_STRUCT(DrillRecorded, (), (at, post, person, on, passed))

Scope scope_of(const Bank&, const RecordDrill&);
Decision<DrillRecorded> decide(const Bank&, const RecordDrill&, const Stamp&);
void apply(Rankings&, const DrillRecorded&, const Mark&);

using Commands = boost::mp11::mp_list<Rank, RecordDrill>;

}  // namespace waystation::post_backup
