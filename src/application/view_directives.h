#pragma once
// 制度学习: what the province has issued, which version holds, and which places have not read or
// mastered it yet. Accounts are named by their title, as on every page; never a person's name.
#include "application/view.h"

namespace waystation::view {

// An account that has still to read, or to be tested.
struct Learner {
  AccountId account;
  std::string title;
  Scope scope;
  bool read = false;
};
BOOST_DESCRIBE_STRUCT(Learner, (), (account, title, scope, read))

struct DirectiveRow {
  directive::DirectiveId directive;
  directive::Kind kind = directive::Kind::management_scheme;
  std::int64_t version = 0;
  std::string title_zh, title_en;
  std::string text_zh, text_en;
  bool to_master = false;
  Time published_at;
  Time due;
  bool overdue = false;  // Somebody in the scope is late.
  // Of the accounts in the scope that must read it.
  std::int32_t readers = 0;
  std::int32_t read = 0;
  std::int32_t mastered = 0;
  std::vector<Learner> outstanding;  // At most `most_outstanding`, by place.
  // Of the account that was asked for.
  bool mine = false;  // It must read this.
  bool read_by_me = false;
  bool mastered_by_me = false;
};
BOOST_DESCRIBE_STRUCT(DirectiveRow, (),
                      (directive, kind, version, title_zh, title_en, text_zh, text_en, to_master,
                       published_at, due, overdue, readers, read, mastered, outstanding, mine,
                       read_by_me, mastered_by_me))

inline constexpr std::size_t most_outstanding = 200;

struct DirectivesQuery {
  std::optional<Scope> scope;
  std::optional<AccountId> account;  // Whose own reading is told.
};
BOOST_DESCRIBE_STRUCT(DirectivesQuery, (), (scope, account))

struct Directives {
  static constexpr auto name = "directives";
  static constexpr Roles roles = everyone_signed_in;
  using Query = DirectivesQuery;
  std::vector<DirectiveRow> directives;
  Time now;
  std::int64_t as_of_seq = 0;
  Time as_of;
};
BOOST_DESCRIBE_STRUCT(Directives, (), (directives, now, as_of_seq, as_of))
// O(directives × accounts). Refuses "authority.scope".
Decision<Directives> see(const Viewing&, const DirectivesQuery&);

}  // namespace waystation::view
