#include "application/view_checklist.h"

#include <algorithm>

#include "application/view_reading.h"

namespace waystation::view {

namespace {

using checklist::ItemNow;
using checklist::ItemState;
using checklist::Phase;
using std::chrono::days;
using std::chrono::minutes;

constexpr Phase phases[] = {Phase::before_opening, Phase::during_hours, Phase::after_closing};

std::string title_of(const Bank& bank, const AccountId& id) {
  const auto* account = bank.accounts.find(id);
  return account ? account->title : id.text;
}

minutes policy_minutes(const Viewing& v, policy::Key key, const OutletId& id, Day day) {
  return minutes{policy::in_force(v.standing.bank, key, id, day).value};
}

bool was_open_on(const Bank& bank, const OutletId& id, const outlet::Outlet& outlet, Day day) {
  return outlet.opened_at && local_day(*outlet.opened_at, outlet::time_zone_of(bank, id)) == day;
}

// ---- When a phase is to be done.

std::optional<Time> before_due(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet,
                               Day day) {
  if (outlet.opens == outlet.closes) return {};
  const auto& zone = outlet::time_zone_of(v.standing.bank, id);
  return at_local(day, outlet.opens, zone) -
         policy_minutes(v, policy::Key::checklist_before_minutes, id, day);
}

// After the doors were shut; while they are open nobody knows when that will be.
std::optional<Time> after_due(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet,
                              Day day) {
  const bool shut = outlet.state == outlet::State::closed;
  if (!shut || !was_open_on(v.standing.bank, id, outlet, day)) return {};
  return outlet.since + policy_minutes(v, policy::Key::checklist_after_minutes, id, day);
}

std::optional<Time> due_of(const Viewing& v, const OutletId& id, Day day,
                           const ChecklistStage& stage) {
  const auto& outlet = v.standing.bank.outlets.at(id);
  if (stage.asked == 0 || stage.complete) return {};
  switch (stage.phase) {
    case Phase::before_opening:
      return before_due(v, id, outlet, day);
    case Phase::during_hours: {
      std::optional<Time> first;
      for (const auto& line : stage.lines)
        if (line.due && (!first || *line.due < *first)) first = line.due;
      return first;
    }
    case Phase::after_closing:
      return after_due(v, id, outlet, day);
  }
  return {};
}

// ---- Lines and stages.

std::vector<ChecklistFile> files_of(const Bank& bank, const OutletId& id,
                                    const checklist::Answer& answer) {
  std::vector<ChecklistFile> out;
  for (const auto& sha256 : answer.evidence)
    if (const auto* file = evidence::file_of(bank, id, sha256))
      out.push_back({sha256, file->media, file->bytes});
  return out;
}

ChecklistLine line_of(const Bank& bank, const OutletId& id, const ItemNow& now) {
  const checklist::Item& item = *now.item;
  ChecklistLine line;
  line.item = item.item;
  line.title_zh = item.title_zh;
  line.title_en = item.title_en;
  line.mandatory = item.mandatory;
  line.evidence = item.evidence;
  line.measure = item.measure;
  line.every_minutes = item.every_minutes;
  if (now.by_system) line.known = item.answered_by;
  line.state = now.state;
  line.due = now.due;
  line.overdue = now.overdue;
  if (now.waiver) line.waiver = *now.waiver;
  if (!now.answer || now.by_system) return line;
  line.verdict = now.answer->verdict;
  line.value = now.answer->value;
  line.note = now.answer->note;
  line.files = files_of(bank, id, *now.answer);
  line.answered_at = now.answer->at;
  line.answered_by = title_of(bank, now.answer->by);
  line.times = now.answer->times;
  return line;
}

ChecklistStage stage_of(const Viewing& v, const OutletId& id, Day day, Phase phase,
                        const std::vector<ItemNow>& items) {
  const Bank& bank = v.standing.bank;
  ChecklistStage stage;
  stage.phase = phase;
  stage.locked = checklist::is_locked(bank, id, phase, day, v.now);
  for (const ItemNow& now : items) {
    if (now.item->phase != phase) continue;
    ++stage.asked;
    stage.settled += now.settled();
    stage.open += now.item->mandatory && !now.settled();
    stage.lines.push_back(line_of(bank, id, now));
  }
  if (const auto* name = checklist::signature_of(checklist::day_of(bank, id, day), phase)) {
    stage.signed_at = name->at;
    stage.signed_by = title_of(bank, name->by);
  }
  stage.complete = stage.asked == 0 || (stage.signed_at && stage.open == 0);
  stage.due = due_of(v, id, day, stage);
  return stage;
}

std::vector<ChecklistStage> stages_of(const Viewing& v, const OutletId& id, Day day) {
  const auto items = checklist::items_now(v.standing.bank, id, day, v.now);
  std::vector<ChecklistStage> out;
  for (const Phase phase : phases) out.push_back(stage_of(v, id, day, phase, items));
  return out;
}

// ---- Who is behind.

bool may_still_open(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet, Day today) {
  const auto& zone = outlet::time_zone_of(v.standing.bank, id);
  return !was_open_on(v.standing.bank, id, outlet, today) && outlet.closes.minutes > 0 &&
         v.now < at_local(today, outlet.closes, zone);
}

// What was not signed in the evening is still to be signed in the morning.
std::optional<Behind> behind_since_yesterday(const Viewing& v, const OutletId& id,
                                             const outlet::Outlet& outlet, Day today) {
  const Day yesterday = today - days{1};
  const auto* day = checklist::day_of(v.standing.bank, id, yesterday);
  const auto due = after_due(v, id, outlet, yesterday);
  if (!day || !due || *due >= v.now) return {};
  const auto stages = stages_of(v, id, yesterday);
  if (stages.back().complete) return {};
  return Behind{Phase::after_closing, *due, stages.back().open};
}

bool counts_today(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet, Day today,
                  Phase phase) {
  const bool opened = was_open_on(v.standing.bank, id, outlet, today);
  switch (phase) {
    case Phase::before_opening:
      return may_still_open(v, id, outlet, today);
    case Phase::during_hours:
      return opened && is_counter_open(outlet);
    case Phase::after_closing:
      return opened && outlet.state == outlet::State::closed;
  }
  return false;
}

std::optional<Behind> behind_in(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet,
                                const std::vector<ChecklistStage>& stages) {
  const Day today = today_at(v, id);
  if (auto old = behind_since_yesterday(v, id, outlet, today)) return old;
  for (const auto& stage : stages)
    if (stage.due && *stage.due < v.now && counts_today(v, id, outlet, today, stage.phase))
      return Behind{stage.phase, *stage.due, stage.open};
  return {};
}

ChecklistRow row_of(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet) {
  const auto stages = stages_of(v, id, today_at(v, id));
  ChecklistRow row;
  row.outlet = id;
  row.title = outlet.title;
  row.city = outlet.city;
  row.shown_state = shown_state(v, id, outlet);
  for (const auto& stage : stages)
    row.counts.push_back({stage.phase, stage.settled, stage.asked, stage.complete});
  if (const auto late = behind_in(v, id, outlet, stages)) {
    row.behind = late->phase;
    row.since = late->deadline;
  }
  for (const auto* item : waiting_for_override(v, id)) row.waiting.push_back(item->item.text);
  return row;
}

bool is_before(const ChecklistRow& a, const ChecklistRow& b) {
  const auto key = [](const ChecklistRow& row) {
    return std::tuple(row.waiting.empty(), row.since.value_or(Time::max()), row.title, row.outlet);
  };
  return key(a) < key(b);
}

}  // namespace

bool follows_checklist(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet) {
  const Bank& bank = v.standing.bank;
  if (!checklist::in_force(bank, today_at(v, id))) return false;
  return is_watched(v, id, outlet) || bank.checklists.contains(id);
}

std::optional<Behind> behind(const Viewing& v, const OutletId& id, const outlet::Outlet& outlet) {
  return behind_in(v, id, outlet, stages_of(v, id, today_at(v, id)));
}

std::vector<const checklist::Item*> waiting_for_override(const Viewing& v, const OutletId& id) {
  std::vector<const checklist::Item*> out;
  for (const ItemNow& now : checklist::items_now(v.standing.bank, id, today_at(v, id), v.now)) {
    const bool failed = now.state == ItemState::failed || now.state == ItemState::cannot;
    if (failed && now.item->mandatory && !now.by_system) out.push_back(now.item);
  }
  return out;
}

Decision<ChecklistPage> see(const Viewing& v, const ChecklistQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto* outlet = bank.outlets.find(q.outlet);
  if (!outlet) return unknown("outlet.unknown", q.outlet.text);
  if (auto no = refuse_outside(v, scope_of_outlet(bank, q.outlet))) return *no;
  ChecklistPage out;
  out.outlet = q.outlet;
  out.title = outlet->title;
  out.day = q.day.value_or(today_at(v, q.outlet));
  out.time_zone = outlet::time_zone_of(bank, q.outlet);
  out.now = v.now;
  stamp_as_of(out, v.standing);
  const auto* published = checklist::in_force(bank, out.day);
  if (!published) return out;
  const auto* day = checklist::day_of(bank, q.outlet, out.day);
  const auto age = (today_at(v, q.outlet) - out.day).count();
  if (!day && age >= std::int64_t(checklist::days_kept))
    return conflict("checklist.day-not-kept", {{"day", to_text(out.day)}});
  out.version = published->version;
  out.stages = stages_of(v, q.outlet, out.day);
  if (day) out.left_open = day->left_open;
  return out;
}

Decision<ChecklistTable> see(const Viewing& v, const ChecklistsQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  ChecklistTable out;
  for (const auto& [id, outlet] : v.standing.bank.outlets)
    if (sees(*scope, id, outlet) && follows_checklist(v, id, outlet))
      out.rows.push_back(row_of(v, id, outlet));
  std::ranges::stable_sort(out.rows, is_before);
  out.now = v.now;
  stamp_as_of(out, v.standing);
  return out;
}

}  // namespace waystation::view
