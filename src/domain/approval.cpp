#include <algorithm>

#include "domain/bank.h"

namespace waystation::approval {

namespace {

Role signing_role(Level level) {
  switch (level) {
    case Level::outlet:
      return Role::outlet_manager;
    case Level::city:
      return Role::city_command;
    case Level::province:
      return Role::province_command;
  }
  return Role::province_command;
}

std::string text_of(Level level) {
  return std::string(name_of(level));
}

// A signature is given at the level of one's own scope, and by the role that leads that level.
std::optional<Refusal> refuse_signer(const Bank& bank, const PlanId& id, const Stamp& stamp) {
  const Roles leads = role_set(signing_role(stamp.scope.level()));
  const auto* plan = bank.plans.find(id);
  if (!plan) return refuse_authority(leads, {}, {stamp, stamp.role, {}});
  const auto& zone = bank.zones.at(plan->document.zone);
  const Scope touched{zone.city, stamp.scope.outlet};
  return refuse_authority(leads, touched, stamp);
}

bool has_signed(const File& file, const AccountId& account) {
  return std::ranges::find(file.signatures, account, &Signature::by) != file.signatures.end();
}

bool opens_in(const plan::PlanDocument& document, const OutletId& outlet) {
  const auto* planned = plan::outlet_plan(document, outlet);
  return planned && planned->verdict == plan::Verdict::can_open;
}

File file_of(const Bank& bank, const PlanId& id) {
  const auto* file = bank.approvals.find(id);
  return file ? *file : File{};
}

// The same for a signature and a return: whose turn it is, on a plan that is still undecided.
std::optional<Refusal> refuse_turn(const Bank& bank, const PlanId& id, const Stamp& stamp) {
  const auto* plan = bank.plans.find(id);
  if (!plan) return unknown("plan.unknown", id.text);
  const auto due = level_due(file_of(bank, id));
  if (plan->status != plan::Status::proposed || !due)
    return conflict("approval.already-decided", {{"status", std::string(name_of(plan->status))}});
  const Level level = stamp.scope.level();
  if (has_signed(file_of(bank, id), stamp.by))
    return conflict("approval.same-person", {{"account", stamp.by.text}});
  if (level != *due)
    return conflict("approval.not-your-turn", {{"due", text_of(*due)}, {"yours", text_of(level)}});
  if (level == Level::outlet && !opens_in(plan->document, stamp.scope.outlet))
    return conflict("approval.outlet-not-opening", {{"outlet", stamp.scope.outlet.text}});
  return {};
}

}  // namespace

std::optional<Level> level_due(const File& file) {
  if (file.returned) return {};
  switch (file.signatures.size()) {
    case 0:
      return Level::outlet;
    case 1:
      return Level::city;
    case 2:
      return Level::province;
    default:
      return {};
  }
}

// ---- Sign.

std::optional<Refusal> refuse_command(const Bank& bank, const Sign& c, const Stamp& stamp) {
  return refuse_signer(bank, c.plan, stamp);
}

Decision<Signed> decide(const Bank& bank, const Sign& c, const Stamp& stamp) {
  if (auto no = refuse_turn(bank, c.plan, stamp)) return *no;
  const Level level = stamp.scope.level();
  if (level == Level::province && bank.plans.at(c.plan).proposed_by == stamp.by)
    return conflict("approval.proposer-cannot-approve", {{"account", stamp.by.text}});
  return Signed{c.plan, level, c.remark};
}

void apply(Files& files, const Signed& e, const Mark& mark) {
  files.edit(e.plan).signatures.push_back({e.level, mark.by, mark.at, e.remark});
}

// ---- Return.

std::optional<Refusal> refuse_command(const Bank& bank, const Return& c, const Stamp& stamp) {
  return refuse_signer(bank, c.plan, stamp);
}

Decision<Returned> decide(const Bank& bank, const Return& c, const Stamp& stamp) {
  if (auto no = refuse_turn(bank, c.plan, stamp)) return *no;
  if (c.remark.empty()) return invalid("approval.remark-empty");
  return Returned{c.plan, stamp.scope.level(), c.remark};
}

void apply(Files& files, const Returned& e, const Mark& mark) {
  files.edit(e.plan).returned = Signature{e.level, mark.by, mark.at, e.remark};
}

// ---- The plan's status.

// An older plan gives way from the day the new one begins; until then it stays in force.
static bool gives_way(const plan::Plan& old, const plan::PlanDocument& fresh, Time now) {
  if (old.status != plan::Status::approved || old.document.zone != fresh.zone) return false;
  return fresh.from <= old.document.from || Time{fresh.from} <= now;
}

void apply(plan::Plans& plans, const Signed& e, const Mark& mark) {
  if (e.level != Level::province) return;
  const plan::PlanDocument fresh = plans.at(e.plan).document;
  std::vector<PlanId> old;
  for (const auto& [id, plan] : plans)
    if (id != e.plan && gives_way(plan, fresh, mark.at)) old.push_back(id);
  for (const PlanId& id : old) plans.edit(id).status = plan::Status::superseded;
  plans.edit(e.plan).status = plan::Status::approved;
}

void apply(plan::Plans& plans, const Returned& e, const Mark&) {
  plans.edit(e.plan).status = plan::Status::returned;
}

}  // namespace waystation::approval

template struct waystation::RoomTable<waystation::approval::Commands>;
