#include "domain/cash_act.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::cash {

namespace {

const Act* act_named(const Site& site, const ActId& id) {
  const auto at = std::ranges::find(site.acts, id, &Act::act);
  return at == site.acts.end() ? nullptr : &*at;
}

bool is_handing_over(DeedKind kind) {
  return kind == DeedKind::hand_over || kind == DeedKind::take_over;
}

// The other side's signature of a handover may still lie on a device without a line.
constexpr std::chrono::hours late_signature_kept{72};

bool is_forgotten(const Act& act, Time now) {
  const Time until = act.expires_at;
  return (is_handing_over(act.deed.kind) ? until + late_signature_kept : until) <= now;
}

std::chrono::minutes time_for_two(const Bank& bank, const OutletId& outlet, Time at) {
  const Day today = local_day(at, outlet::time_zone_of(bank, outlet));
  return std::chrono::minutes{
      policy::in_force(bank, policy::Key::dual_control_expiry_minutes, outlet, today).value};
}

Decision<Proposed> propose(const Bank& bank, const auto& c, const Deed& deed, const Stamp& stamp,
                           const std::optional<Time>& occurred_at = {}) {
  return put_forward(bank, c.outlet, c.act, deed, stamp, occurred_at);
}

void forget(Site& site, const ActId& act) {
  std::erase_if(site.acts, [&](const Act& a) { return a.act == act; });
}

}  // namespace

Decision<Proposed> put_forward(const Bank& bank, const OutletId& outlet, const ActId& act,
                               const Deed& deed, const Stamp& stamp,
                               const std::optional<Time>& occurred_at) {
  if (auto no = refuse_site(bank, outlet)) return *no;
  if (auto no = late_entry::refuse(bank, outlet, occurred_at, stamp)) return *no;
  const auto* before = act_named(site_of(bank, outlet), act);
  if (before && before->expires_at > stamp.at)
    return conflict("cash.act-exists", {{"id", act.text}});
  if (auto no = refuse_deed(bank, outlet, deed, stamp)) return *no;
  const Time at = occurred_at.value_or(stamp.at);
  return Proposed{outlet,     act,
                  deed,       amount_of(bank.custody, outlet, deed),
                  stamp.role, at + time_for_two(bank, outlet, at),
                  occurred_at};
}

void apply(Custody& custody, const Proposed& e, const Mark& mark) {
  Site& site = custody.sites.edit(e.outlet);
  std::erase_if(site.acts,
                [&](const Act& a) { return a.act == e.act || is_forgotten(a, mark.at); });
  site.acts.push_back({e.act, e.deed, mark.by, e.role, e.expires_at});
}

// ---- What is put forward.

Decision<Proposed> decide(const Bank& bank, const TakeIn& c, const Stamp& stamp) {
  Deed deed{DeedKind::take_in, {}};
  deed.filling = c.filling, deed.source = c.source, deed.document = c.document;
  return propose(bank, c, deed, stamp);
}

Decision<Proposed> decide(const Bank& bank, const Store& c, const Stamp& stamp) {
  return propose(bank, c, {DeedKind::store, c.bags}, stamp);
}

Decision<Proposed> decide(const Bank& bank, const Release& c, const Stamp& stamp) {
  return propose(bank, c, {DeedKind::release, c.bags}, stamp);
}

Decision<Proposed> decide(const Bank& bank, const Draw& c, const Stamp& stamp) {
  Deed deed{DeedKind::draw, c.bags};
  deed.teller_box = c.teller_box;
  return propose(bank, c, deed, stamp);
}

Decision<Proposed> decide(const Bank& bank, const PutBack& c, const Stamp& stamp) {
  Deed deed{DeedKind::put_back, {}};
  deed.teller_box = c.teller_box, deed.filling = c.filling;
  return propose(bank, c, deed, stamp);
}

Decision<Proposed> decide(const Bank& bank, const SortOut& c, const Stamp& stamp) {
  Deed deed{DeedKind::sort_out, {c.bag}};
  deed.filling = c.filling;
  return propose(bank, c, deed, stamp);
}

Decision<Proposed> decide(const Bank& bank, const HandOver& c, const Stamp& stamp) {
  Deed deed{DeedKind::hand_over, c.bags};
  deed.van = c.van, deed.compartment = c.compartment, deed.seals = c.seals;
  deed.order = c.order;
  return propose(bank, c, deed, stamp, c.occurred_at);
}

Decision<Proposed> decide(const Bank& bank, const TakeOver& c, const Stamp& stamp) {
  Deed deed{DeedKind::take_over, c.bags};
  deed.van = c.van, deed.seals = c.seals, deed.order = c.order;
  return propose(bank, c, deed, stamp, c.occurred_at);
}

Decision<Proposed> decide(const Bank& bank, const HandIn& c, const Stamp& stamp) {
  Deed deed{DeedKind::hand_in, c.bags};
  deed.document = c.document;
  return propose(bank, c, deed, stamp);
}

// ---- Confirm.

static std::optional<Refusal> refuse_signer(const Act& act, const Stamp& stamp) {
  const std::string role(name_of(stamp.role));
  if (act.by == stamp.by) return conflict("cash.same-person", {{"account", stamp.by.text}});
  if (!(signers_of(act.deed.kind) & role_set(stamp.role)))
    return Refusal{Why::forbidden,
                   "cash.not-a-signer",
                   {},
                   {},
                   {{"role", role}, {"deed", std::string(name_of(act.deed.kind))}}};
  const bool both_of_one_side = (act.role == Role::van_crew) == (stamp.role == Role::van_crew);
  if (is_handing_over(act.deed.kind) && both_of_one_side)
    return conflict("cash.handover-one-sided", {{"role", role}});
  return {};
}

// Two people sign within the time that the policy lets: face to face, whoever was first.
static std::optional<Refusal> refuse_apart(const Bank& bank, const Confirm& c, const Act& act,
                                           const Stamp& stamp) {
  if (c.occurred_at && !is_handing_over(act.deed.kind))
    return invalid("cash.never-late", {{"deed", std::string(name_of(act.deed.kind))}});
  const Time at = c.occurred_at.value_or(stamp.at);
  const auto together = 2 * time_for_two(bank, c.outlet, at);
  if (at < act.expires_at && at >= act.expires_at - together) return {};
  const std::string& zone = outlet::time_zone_of(bank, c.outlet);
  return conflict("cash.act-expired", {{"at", to_local_text(act.expires_at, zone)}});
}

Decision<Confirmed> decide(const Bank& bank, const Confirm& c, const Stamp& stamp) {
  if (auto no = refuse_site(bank, c.outlet)) return *no;
  if (auto no = late_entry::refuse(bank, c.outlet, c.occurred_at, stamp)) return *no;
  const Act* act = act_named(site_of(bank, c.outlet), c.act);
  if (!act) return unknown("cash.act-unknown", c.act.text);
  if (auto no = refuse_apart(bank, c, *act, stamp)) return *no;
  if (auto no = refuse_signer(*act, stamp)) return *no;
  if (cash_key::is_of_vault(act->deed.kind))
    if (auto no = cash_key::refuse_pair(bank, c.outlet, act->by, stamp)) return *no;
  // As if it had not been put forward: its own bags wait for nothing but it.
  Bank rest = bank;
  forget(rest.custody.sites.edit(c.outlet), c.act);
  if (auto no = refuse_deed(rest, c.outlet, act->deed, stamp)) return *no;
  return Confirmed{c.outlet, c.act,        act->deed, amount_of(bank.custody, c.outlet, act->deed),
                   act->by,  c.occurred_at};
}

void apply(Custody& custody, const Confirmed& e, const Mark& mark) {
  expect_amount(e.amount, amount_of(custody, e.outlet, e.deed));
  carry_out(custody, e.outlet, e.deed, {e.proposed_by, mark.by}, mark.at);
  forget(custody.sites.edit(e.outlet), e.act);
}

// ---- Withdraw.

Decision<Withdrawn> decide(const Bank& bank, const Withdraw& c, const Stamp& stamp) {
  if (auto no = refuse_site(bank, c.outlet)) return *no;
  const Act* act = act_named(site_of(bank, c.outlet), c.act);
  if (!act) return unknown("cash.act-unknown", c.act.text);
  if (act->by != stamp.by) return conflict("cash.not-own-act", {{"by", act->by.text}});
  return Withdrawn{c.outlet, c.act};
}

void apply(Custody& custody, const Withdrawn& e, const Mark&) {
  forget(custody.sites.edit(e.outlet), e.act);
}

// ---- Refuse.

Decision<Refused> decide(const Bank& bank, const Refuse& c, const Stamp& stamp) {
  if (auto no = refuse_site(bank, c.outlet)) return *no;
  const Act* act = act_named(site_of(bank, c.outlet), c.act);
  if (!act) return unknown("cash.act-unknown", c.act.text);
  if (auto no = refuse_signer(*act, stamp)) return *no;
  if (c.reason.empty()) return invalid("cash.reason-missing");
  return Refused{c.outlet, c.act, act->deed, act->by, c.reason};
}

void apply(Custody& custody, const Refused& e, const Mark&) {
  forget(custody.sites.edit(e.outlet), e.act);
}

}  // namespace waystation::cash
