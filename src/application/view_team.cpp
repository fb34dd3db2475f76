#include "application/view_team.h"

#include <algorithm>

#include "application/view_people.h"
#include "application/view_reading.h"

namespace waystation::view {

namespace {

using std::chrono::days;

struct Asked {
  const Viewing& v;
  const OutletId& outlet;
  Day today;
  const Bank& bank() const { return v.standing.bank; }
  bool sees_reasons() const { return People::roles & role_set(v.role); }
};

std::vector<PieceClock> clocks_of(const Asked& a, const PersonId& person) {
  std::vector<PieceClock> out;
  if (const auto* wardrobe = a.bank().wardrobes.find(a.outlet))
    for (const auto& worn : wardrobe->worn)
      if (worn.person == person)
        out.push_back({worn.piece, worn.since, ppe::due_at(a.bank(), a.outlet, worn)});
  std::ranges::sort(out, {}, &PieceClock::piece);
  return out;
}

TeamMember member_of(const Asked& a, const plan::Member& member, Day day) {
  TeamMember out;
  out.person = member.person;
  out.post = member.post;
  out.custody = member.custody;
  out.name = name_seen(a.v, member.person, may_see_names(a.v, scope_of_outlet(a.bank(), a.outlet)));
  out.reasons = quarantine::unfit_for_post(a.bank(), a.outlet, member, day, a.v.now);
  out.fit = out.reasons.empty();
  if (!a.sees_reasons()) out.reasons.clear();
  const roster::Arrive arrive{a.outlet, member.person};
  out.may_arrive = decide(a.bank(), arrive, Stamp{{a.v.now, {}}}).has_value();
  if (const auto* there = roster::presence_of(a.bank(), a.outlet, member.person))
    out.present_since = there->since;
  const auto* said = roster::last_check_in(a.bank(), a.outlet, member.person);
  if (said && local_day(said->at, outlet::time_zone_of(a.bank(), a.outlet)) == a.today)
    out.checked_in_at = said->at;
  out.clocks = clocks_of(a, member.person);
  return out;
}

std::optional<TeamDays> days_of(const Asked& a, const std::optional<roster::Duty>& duty, Day day) {
  if (!duty) return {};
  TeamDays out{duty->team, duty->from, duty->until, {}};
  for (const auto& member : duty->members) out.members.push_back(member_of(a, member, day));
  return out;
}

bool is_named(const std::optional<TeamDays>& team, const PersonId& person) {
  return team &&
         std::ranges::find(team->members, person, &TeamMember::person) != team->members.end();
}

void add_others(const Asked& a, const roster::Roster& roster, TeamPage& page) {
  for (const auto& there : roster.present)
    if (!is_named(page.on_duty, there.person) && !is_named(page.next, there.person))
      page.others.push_back(
          member_of(a, {there.person, plan::Post::spare, plan::Custody::none}, a.today));
}

}  // namespace

Decision<TeamPage> see(const Viewing& v, const TeamQuery& q) {
  const Bank& bank = v.standing.bank;
  const auto* outlet = bank.outlets.find(q.outlet);
  if (!outlet) return unknown("outlet.unknown", q.outlet.text);
  if (auto no = refuse_outside(v, {outlet->city, q.outlet})) return *no;
  const Asked a{v, q.outlet, today_at(v, q.outlet)};
  TeamPage page;
  page.outlet = q.outlet;
  page.title = outlet->title;
  page.time_zone = outlet::time_zone_of(bank, q.outlet);
  page.on_duty = days_of(a, roster::duty_on(bank, q.outlet, a.today), a.today);
  const auto next = roster::next_duty(bank, q.outlet, a.today);
  page.next = days_of(a, next, next ? next->from : a.today);
  if (const auto* roster = bank.rosters.find(q.outlet)) {
    add_others(a, *roster, page);
    page.sheet = roster->sheet;
  }
  page.open_items = roster::open_items(bank, q.outlet, v.now);
  if (const auto* wardrobe = bank.wardrobes.find(q.outlet)) page.in_hand = wardrobe->in_hand;
  const auto by = policy::in_force(bank, policy::Key::check_in_by_minutes, q.outlet, a.today).value;
  page.check_in_by = at_local(a.today, {int(by)}, page.time_zone);
  page.version = version_of(v.standing, "roster", q.outlet.text);
  page.ppe_version = version_of(v.standing, "ppe", q.outlet.text);
  page.now = v.now;
  stamp_as_of(page, v.standing);
  return page;
}

// ---- Backups.

namespace {

using post_backup::BackedPost;

BackupPerson person_of(const Viewing& v, const Scope& at, const post_backup::Substitute& s,
                       Day today) {
  BackupPerson out;
  out.person = s.person;
  out.name = name_seen(v, s.person, may_see_names(v, at));
  out.reasons = quarantine::bars(v.standing.bank, s.person, today);
  out.fit = out.reasons.empty();
  out.tested_on = s.tested_on;
  out.passed = s.passed;
  out.test_overdue = post_backup::is_test_overdue(v.standing.bank, s, today);
  return out;
}

BackupRow row_of(const Viewing& v, const post_backup::Ranking& ranking, Day today) {
  BackupRow row;
  row.at = ranking.at;
  row.post = ranking.post;
  row.title = ranking.at.outlet.text.empty() ? to_text(ranking.at)
                                             : title_of(v.standing.bank, ranking.at.outlet);
  if (ranking.holder) row.holder = person_of(v, ranking.at, {*ranking.holder}, today);
  for (const auto& s : ranking.substitutes)
    row.substitutes.push_back(person_of(v, ranking.at, s, today));
  row.single_point =
      std::ranges::none_of(row.substitutes, [](const BackupPerson& p) { return p.fit; });
  return row;
}

constexpr BackedPost crew_posts[] = {BackedPost::supervisor, BackedPost::teller, BackedPost::guide,
                                     BackedPost::guard};

// What the plan in force names, where nobody has ranked anybody.
post_backup::Ranking from_plan(const Bank& bank, const OutletId& id, BackedPost post, Day today) {
  post_backup::Ranking out{scope_of_outlet(bank, id), post, {}, {}};
  const auto duty = roster::duty_on(bank, id, today);
  if (!duty) return out;
  const std::string of = '/' + std::string(name_of(post));
  const std::string key = std::string(name_of(duty->team)) + of;
  for (const auto& member : duty->members)
    if (!out.holder && name_of(member.post) == name_of(post)) out.holder = member.person;
  const auto* plan = plan::in_force(bank, id, today);
  const auto* outlet = plan ? plan::outlet_plan(plan->document, id) : nullptr;
  if (!outlet) return out;
  for (const auto& backup : outlet->backups)
    if (backup.kind == plan::BackupKind::people && backup.stands_in_for.starts_with(key) &&
        !backup.who.empty())
      out.substitutes.push_back({{backup.who}});
  return out;
}

void add_crew_posts(const Viewing& v, const Scope& scope, Backups& out) {
  const Bank& bank = v.standing.bank;
  for (const auto& [id, outlet] : bank.outlets) {
    if (!sees(scope, id, outlet)) continue;
    if (!is_watched(v, id, outlet) && !bank.rosters.contains(id)) continue;
    const Day today = today_at(v, id);
    for (const BackedPost post : crew_posts) {
      if (post_backup::ranking_of(bank, scope_of_outlet(bank, id), post)) continue;
      const auto ranking = from_plan(bank, id, post, today);
      if (!ranking.holder && ranking.substitutes.empty()) continue;
      out.rows.push_back(row_of(v, ranking, today));
      out.rows.back().from_plan = true;
    }
  }
}

}  // namespace

Decision<Backups> see(const Viewing& v, const BackupsQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  Backups out;
  out.today = local_day(v.now, "Asia/Shanghai");
  for (const auto& [key, ranking] : v.standing.bank.rankings)
    if (scope->covers(ranking.at)) out.rows.push_back(row_of(v, ranking, out.today));
  add_crew_posts(v, *scope, out);
  std::ranges::stable_sort(out.rows, {}, [](const BackupRow& row) {
    return std::tuple(!row.single_point, row.title, int(row.post));
  });
  out.single_points = std::ranges::count(out.rows, true, &BackupRow::single_point);
  stamp_as_of(out, v.standing);
  return out;
}

}  // namespace waystation::view
