#pragma once
// Approval 三级管理: a plan is in force when outlet, city and province have each signed it, in this
// order, and no person signed twice. Whoever proposed it cannot be its only other eyes: the
// province's signer is never the proposer.
#include "domain/plan.h"

namespace waystation::approval {

struct Signature {
  Level level = Level::outlet;
  AccountId by;
  Time at;
  std::string remark;
};
BOOST_DESCRIBE_STRUCT(Signature, (), (level, by, at, remark))

struct File {
  std::vector<Signature> signatures;
  std::optional<Signature> returned;  // Sent back, with what must change.
};
BOOST_DESCRIBE_STRUCT(File, (), (signatures, returned))
using Files = Table<PlanId, File>;

// The level whose signature is due; none when all have signed or the plan was returned.
std::optional<Level> level_due(const File&);

// ---- Sign at the level of one's own scope.

struct Sign {
  static constexpr auto name = "approval.sign";
  static constexpr Roles roles = managers;
  PlanId plan;
  std::string remark;
};
BOOST_DESCRIBE_STRUCT(Sign, (), (plan, remark))

struct Signed {
  static constexpr auto name = "approval.signed";
  PlanId plan;
  Level level = Level::outlet;
  std::string remark;
};
BOOST_DESCRIBE_STRUCT(Signed, (), (plan, level, remark))

std::optional<Refusal> refuse_command(const Bank&, const Sign&, const Stamp&);
Decision<Signed> decide(const Bank&, const Sign&, const Stamp&);
void apply(Files&, const Signed&, const Mark&);

// ---- Return it for change.

struct Return {
  static constexpr auto name = "approval.return";
  static constexpr Roles roles = managers;
  PlanId plan;
  std::string remark;
};
BOOST_DESCRIBE_STRUCT(Return, (), (plan, remark))

struct Returned {
  static constexpr auto name = "approval.returned";
  PlanId plan;
  Level level = Level::outlet;
  std::string remark;
};
BOOST_DESCRIBE_STRUCT(Returned, (), (plan, level, remark))

std::optional<Refusal> refuse_command(const Bank&, const Return&, const Stamp&);
Decision<Returned> decide(const Bank&, const Return&, const Stamp&);
void apply(Files&, const Returned&, const Mark&);

// The plan's own status follows its file.
void apply(plan::Plans&, const Signed&, const Mark&);
void apply(plan::Plans&, const Returned&, const Mark&);

using Commands = boost::mp11::mp_list<Sign, Return>;

}  // namespace waystation::approval
