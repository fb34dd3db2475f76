#include "domain/checklist_phase.h"

#include <algorithm>

#include "domain/bank.h"
#include "domain/checklist_known.h"

namespace waystation::checklist {

namespace {

using std::chrono::minutes;

// Who is asked: one outlet, about one of its days.
struct Asked {
  const Bank& bank;
  const OutletId& id;
  const outlet::Outlet& outlet;
  const OutletDay* day;
  Time now;
  bool today;
  bool opened;  // Its doors were open that day.
};

Asked asked(const Bank& bank, const OutletId& id, Day day, Time now) {
  const auto& zone = outlet::time_zone_of(bank, id);
  const auto& outlet = bank.outlets.at(id);
  const bool today = local_day(now, zone) == day;
  const bool opened = outlet.opened_at && local_day(*outlet.opened_at, zone) == day;
  return {bank, id, outlet, day_of(bank, id, day), now, today, opened};
}

bool serves(const outlet::Outlet& outlet) {
  using enum outlet::State;
  return outlet.state == open || outlet.state == limited || outlet.state == paused;
}

ItemState state_of(const Answer& answer) {
  switch (answer.verdict) {
    case Verdict::pass:
      return ItemState::passed;
    case Verdict::fail:
      return ItemState::failed;
    case Verdict::cannot:
      return ItemState::cannot;
    case Verdict::not_applicable:
      return ItemState::not_applicable;
  }
  return ItemState::open;
}

// What the system knew when the phase was signed, else what it knows now. A signed list stays as it
// was signed: what the gate asks for at every opening, it asks for itself.
std::optional<bool> system_answer(const Asked& a, const Item& item) {
  if (!item.answered_by) return {};
  if (const auto* signature = signature_of(a.day, item.phase)) {
    const auto at = std::ranges::find(signature->known, item.item, &KnownAnswer::item);
    if (at != signature->known.end()) return at->met;
  }
  return a.today ? known(a.bank, a.id, *item.answered_by, a.now) : std::nullopt;
}

// What comes again falls due an interval after it was last seen to, until the doors are shut.
void set_due(const Asked& a, ItemNow& out) {
  if (!out.item->every_minutes || !a.today || !a.opened) return;
  const Time last = out.answer ? out.answer->at : *a.outlet.opened_at;
  out.due = last + minutes{*out.item->every_minutes};
  const Time until = serves(a.outlet) ? a.now : std::min(a.now, a.outlet.since);
  out.overdue = *out.due < until;
  if (out.overdue && out.state == ItemState::passed) out.state = ItemState::open;
}

ItemNow item_now(const Asked& a, const Item& item) {
  ItemNow out{.item = &item};
  if (a.day) {
    out.answer = a.day->answers.find(item.item);
    out.waiver = a.day->waivers.find(item.item);
  }
  if (const auto met = system_answer(a, item)) {
    out.by_system = true;
    out.state = *met ? ItemState::passed : ItemState::failed;
  } else if (out.answer) {
    out.state = state_of(*out.answer);
  }
  set_due(a, out);
  if (out.waiver && out.state != ItemState::passed) out.state = ItemState::overridden;
  return out;
}

bool has_failed(const std::vector<ItemNow>& before, const ItemId& id) {
  const auto is_it = [&](const ItemNow& i) { return i.item->item == id; };
  const auto at = std::ranges::find_if(before, is_it);
  // An override lets the outlet go on; it does not make good what failed.
  return at != before.end() && (at->state == ItemState::failed || at->state == ItemState::cannot ||
                                at->state == ItemState::overridden);
}

std::vector<ItemId> open_of(const std::vector<ItemNow>& items, Phase phase) {
  std::vector<ItemId> out;
  for (const ItemNow& now : items)
    if (now.item->phase == phase && now.item->mandatory && !now.settled())
      out.push_back(now.item->item);
  return out;
}

bool asks(const std::vector<ItemNow>& items, Phase phase) {
  return std::ranges::any_of(items, [&](const ItemNow& i) { return i.item->phase == phase; });
}

std::string joined(const std::vector<ItemId>& items) {
  std::string out;
  for (const ItemId& item : items) (out += out.empty() ? "" : ", ") += item.text;
  return out;
}

}  // namespace

std::vector<ItemNow> items_now(const Bank& bank, const OutletId& id, Day day, Time now) {
  std::vector<ItemNow> out;
  const auto* published = in_force(bank, day);
  if (!published || !bank.outlets.contains(id)) return out;
  const Asked a = asked(bank, id, day, now);
  for (const Item& item : published->items) {
    if (item.when && !holds(bank, id, *item.when, now)) continue;
    if (item.if_failed && !has_failed(out, *item.if_failed)) continue;
    out.push_back(item_now(a, item));
  }
  return out;
}

std::vector<ItemId> open_items(const Bank& bank, const OutletId& id, Phase phase, Day day,
                               Time now) {
  return open_of(items_now(bank, id, day, now), phase);
}

// Where only the signature is missing it says so.
Fact open_fact(const Bank& bank, const OutletId& id, Phase phase, Time now) {
  const Day today = local_day(now, outlet::time_zone_of(bank, id));
  const auto open = open_items(bank, id, phase, today, now);
  return {"items", open.empty() ? "checklist.sign" : joined(open)};
}

bool is_complete(const Bank& bank, const OutletId& id, Phase phase, Day day, Time now) {
  const auto items = items_now(bank, id, day, now);
  if (!asks(items, phase)) return true;
  return open_of(items, phase).empty() && signature_of(day_of(bank, id, day), phase);
}

bool is_locked(const Bank& bank, const OutletId& id, Phase phase, Day day, Time now) {
  const Asked a = asked(bank, id, day, now);
  if (!a.today) return false;
  switch (phase) {
    case Phase::before_opening:
      return false;
    case Phase::during_hours:
      return !a.opened && !serves(a.outlet);
    case Phase::after_closing:
      return !a.opened || serves(a.outlet);
  }
  return false;
}

std::optional<outlet::LeftOpen> left_open(const Bank& bank, const OutletId& id, Time now) {
  const Day today = local_day(now, outlet::time_zone_of(bank, id));
  const auto items = items_now(bank, id, today, now);
  if (items.empty()) return {};
  outlet::LeftOpen out{today, {}};
  for (const Phase phase : {Phase::during_hours, Phase::after_closing})
    for (const ItemId& item : open_of(items, phase)) out.items.push_back(item.text);
  return out;
}

// ---- Sign.

static std::optional<Refusal> refuse_signing(const Bank& bank, const Sign& c, Day day, Time at) {
  const Fact phase{"phase", std::string(name_of(c.phase))};
  const auto items = items_now(bank, c.outlet, day, at);
  if (!asks(items, c.phase)) return conflict("checklist.nothing-asked", {phase});
  if (is_locked(bank, c.outlet, c.phase, day, at))
    return conflict("checklist.phase-locked", {phase});
  if (signature_of(day_of(bank, c.outlet, day), c.phase))
    return conflict("checklist.already-signed", {phase});
  const auto open = open_of(items, c.phase);
  if (!open.empty()) return conflict("checklist.phase-open", {phase, {"items", joined(open)}});
  return {};
}

Decision<PhaseSigned> decide(const Bank& bank, const Sign& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = late_entry::refuse(bank, c.outlet, c.occurred_at, stamp)) return *no;
  const auto moment = late_entry::moment_of(bank, c.outlet, c.occurred_at, stamp);
  if (auto no = refuse_signing(bank, c, moment.day, stamp.at)) return *no;
  PhaseSigned e{c.outlet, moment.day, c.phase, {}, c.occurred_at};
  for (const ItemNow& now : items_now(bank, c.outlet, moment.day, stamp.at))
    if (now.by_system && now.item->phase == c.phase)
      e.known.push_back({now.item->item, now.state == ItemState::passed});
  return e;
}

void apply(Checklists& checklists, const PhaseSigned& e, const Mark& mark) {
  OutletDay& day = touch(checklists, e.outlet, e.on);
  withdraw_signature(day, e.phase);
  day.signatures.push_back({e.phase, e.occurred_at.value_or(mark.at), mark.by, e.known});
}

}  // namespace waystation::checklist
