#pragma once
// Directives 制度文件: the management scheme 三级管理方案, the quarantine rule 隔离规定, emergency
// plans and guidance, issued by the province [S], and who has read and mastered which version. A
// new version asks everybody again; what was read before stays on record.
#include "domain/account.h"

namespace waystation::directive {

using DirectiveId = Id<struct DirectiveKind>;  // Such as "quarantine-rule".

BOOST_DEFINE_ENUM_CLASS(Kind, management_scheme, quarantine_rule, emergency_plan, guidance)

inline constexpr std::size_t most_directives = 100;
inline constexpr std::size_t longest_title = 120;  // Bytes of each language.
inline constexpr std::size_t longest_text = 4000;  // Bytes of each language.
inline constexpr std::int32_t longest_reading_days = 30;

// The newest version. Chinese is the text that holds; English helps.
struct Directive {
  Kind kind = Kind::management_scheme;
  std::int64_t version = 0;
  std::string title_zh, title_en;
  std::string text_zh, text_en;
  std::int32_t days_to_read = 0;
  bool to_master = false;  // Reading is not enough: training with a test.
  Time at;
  AccountId by;
};
BOOST_DESCRIBE_STRUCT(Directive, (),
                      (kind, version, title_zh, title_en, text_zh, text_en, days_to_read, to_master,
                       at, by))

struct Learnt {
  DirectiveId directive;
  std::int64_t read = 0;  // The version, and since when.
  Time read_at;
  std::int64_t mastered = 0;
  std::optional<Time> mastered_at = {};
  std::optional<AccountId> tested_by = {};
};
BOOST_DESCRIBE_STRUCT(Learnt, (), (directive, read, read_at, mastered, mastered_at, tested_by))

struct Directives {
  Table<DirectiveId, Directive> documents;
  Table<AccountId, std::vector<Learnt>> learnt;
};
BOOST_DESCRIBE_STRUCT(Directives, (), (documents, learnt))

// The people of cities and outlets; not machines, and not the province, which wrote it.
bool must_read(const account::Account&);
const Learnt* learnt_of(const Bank&, const AccountId&, const DirectiveId&);
bool has_read(const Bank&, const AccountId&, const DirectiveId&);      // The newest version.
bool has_mastered(const Bank&, const AccountId&, const DirectiveId&);  // The newest version.
// Read, and mastered where that is asked.
bool is_done(const Bank&, const AccountId&, const DirectiveId&);
Time read_by(const Directive&);

// ---- Publish a directive, or its next version.

struct Publish {
  static constexpr auto name = "directive.publish";
  static constexpr Roles roles = province_only | administrators;
  DirectiveId directive;
  Kind kind = Kind::management_scheme;
  std::string title_zh, title_en;
  std::string text_zh, text_en;
  std::int32_t days_to_read = 0;
  bool to_master = false;
};
BOOST_DESCRIBE_STRUCT(Publish, (),
                      (directive, kind, title_zh, title_en, text_zh, text_en, days_to_read,
                       to_master))

struct Published {
  static constexpr auto name = "directive.published";
  DirectiveId directive;
  std::int64_t version = 0;
  Kind kind = Kind::management_scheme;
  std::string title_zh, title_en;
  std::string text_zh, text_en;
  std::int32_t days_to_read = 0;
  bool to_master = false;
};
BOOST_DESCRIBE_STRUCT(Published, (),
                      (directive, version, kind, title_zh, title_en, text_zh, text_en, days_to_read,
                       to_master))

Decision<Published> decide(const Bank&, const Publish&, const Stamp&);
void apply(Directives&, const Published&, const Mark&);

// ---- Acknowledge: "I have read this version". Nobody does it for another.

struct Acknowledge {
  static constexpr auto name = "directive.acknowledge";
  static constexpr Roles roles = everyone | administrators;
  DirectiveId directive;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Acknowledge, (), (directive, version))

struct Acknowledged {
  static constexpr auto name = "directive.acknowledged";
  DirectiveId directive;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Acknowledged, (), (directive, version))

// At one's own place, wherever that is.
std::optional<Refusal> refuse_command(const Bank&, const Acknowledge&, const Stamp&);
Decision<Acknowledged> decide(const Bank&, const Acknowledge&, const Stamp&);
void apply(Directives&, const Acknowledged&, const Mark&);

// ---- Record that somebody passed the test of a version. Nobody passes themselves.

struct RecordTraining {
  static constexpr auto name = "directive.record-training";
  static constexpr Roles roles = managers;
  AccountId account;
  DirectiveId directive;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(RecordTraining, (), (account, directive, version))

struct TrainingRecorded {
  static constexpr auto name = "directive.training-recorded";
  AccountId account;
  DirectiveId directive;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(TrainingRecorded, (), (account, directive, version))

Scope scope_of(const Bank&, const RecordTraining&);  // The account's.
Decision<TrainingRecorded> decide(const Bank&, const RecordTraining&, const Stamp&);
void apply(Directives&, const TrainingRecorded&, const Mark&);

using Commands = boost::mp11::mp_list<Publish, Acknowledge, RecordTraining>;

}  // namespace waystation::directive
