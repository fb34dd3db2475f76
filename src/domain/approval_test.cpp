#include "domain/sealed_zone_story.h"

namespace waystation::approval {

using namespace sealed_zone;

namespace {

const PlanId plan_id{"P1"};
const Stamp manager{{morning, {"manager"}}, Role::outlet_manager, {shenyang, xianggong}};
const Stamp city_command{{morning, {"SY-command"}}, Role::city_command, {shenyang, {}}};
const Stamp deputy{{morning, {"LN-deputy"}}, Role::province_command, {}};

plan::OutletPlan verdict_for(const OutletId& outlet, plan::Verdict verdict) {
  plan::OutletPlan out;
  out.outlet = outlet;
  out.verdict = verdict;
  return out;
}

Story proposed() {
  plan::PlanDocument document;
  document.zone = huanggu;
  document.from = eighth;
  document.days = 14;
  document.outlets = {verdict_for(xianggong, plan::Verdict::can_open),
                      verdict_for(elsewhere, plan::Verdict::cannot_open)};
  return scene().and_then(plan::Proposed{plan_id, document});
}

Story signed_by(const Story& story, const Stamp& who) {
  return story.by(who).and_then(Signed{plan_id, who.scope.level(), ""});
}

const Sign sign{plan_id, "同意"};

}  // namespace

TEST_CASE("outlet, city and province sign in this order, and then the plan is in force") {
  const auto fresh = proposed();
  fresh.by(manager).when_asked(sign).then({plan_id, Level::outlet, "同意"});
  const auto one = signed_by(fresh, manager);
  one.by(city_command).when_asked(sign).then({plan_id, Level::city, "同意"});
  const auto two = signed_by(one, city_command);
  CHECK(two.bank.plans.at(plan_id).status == plan::Status::proposed);
  two.by(deputy).when_asked(sign).then({plan_id, Level::province, "同意"});
  const auto three = signed_by(two, deputy);
  CHECK(three.bank.plans.at(plan_id).status == plan::Status::approved);
  CHECK(three.bank.approvals.at(plan_id).signatures.size() == 3);
  CHECK(!level_due(three.bank.approvals.at(plan_id)));
}

TEST_CASE("one person cannot approve a plan alone") {
  proposed().when_asked(sign).refused("approval.not-your-turn");
  const auto one = signed_by(proposed(), manager);
  Stamp promoted = city_command;
  promoted.by = manager.by;
  one.by(promoted).when_asked(sign).refused("approval.same-person");
}

TEST_CASE("nobody signs before the level below") {
  proposed().by(city_command).when_asked(sign).refused("approval.not-your-turn");
  signed_by(proposed(), manager).by(deputy).when_asked(sign).refused("approval.not-your-turn");
}

TEST_CASE("who proposed the plan cannot be the province's signature") {
  const auto two = signed_by(signed_by(proposed(), manager), city_command);
  two.by(province).when_asked(sign).refused("approval.proposer-cannot-approve");
}

TEST_CASE("the outlet's signature is that of an outlet which opens") {
  Stamp other = manager;
  other.scope.outlet = elsewhere;
  proposed().by(other).when_asked(sign).refused("approval.outlet-not-opening");
}

TEST_CASE("only the leading role of a level signs, and only for its own city") {
  Stamp teller = manager;
  teller.role = Role::teller;
  proposed().by(teller).when_asked(sign).refused("authority.role");
  Stamp inflated = manager;
  inflated.scope = {};
  proposed().by(inflated).when_asked(sign).refused("authority.role");
  Stamp dalian = city_command;
  dalian.scope.city = {"DL"};
  proposed().by(dalian).when_asked(sign).refused("authority.scope");
  proposed().by(dalian).when_asked(Return{plan_id, "no"}).refused("authority.scope");
}

TEST_CASE("an unknown plan is not signed") {
  scene().by(manager).when_asked(sign).refused("plan.unknown");
  scene().by(manager).when_asked(Return{plan_id, "no"}).refused("plan.unknown");
}

TEST_CASE("a plan is returned with what must change, by the level whose turn it is") {
  const auto one = signed_by(proposed(), manager);
  const Return back{plan_id, "一名柜员当日应做核酸"};
  one.by(city_command).when_asked(back).then({plan_id, Level::city, back.remark});
  one.by(city_command).when_asked(Return{plan_id, ""}).refused("approval.remark-empty");
  one.by(deputy).when_asked(back).refused("approval.not-your-turn");
}

TEST_CASE("what was returned or approved takes no further signature") {
  const auto returned = proposed().by(manager).and_then(Returned{plan_id, Level::outlet, "no"});
  CHECK(returned.bank.plans.at(plan_id).status == plan::Status::returned);
  CHECK(!level_due(returned.bank.approvals.at(plan_id)));
  returned.by(manager).when_asked(sign).refused("approval.already-decided");
  const auto approved = signed_by(signed_by(signed_by(proposed(), manager), city_command), deputy);
  approved.by(deputy).when_asked(sign).refused("approval.already-decided");
}

}  // namespace waystation::approval
