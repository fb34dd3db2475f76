#include "application/view_work_people.h"

#include <algorithm>

#include "application/substitutes.h"
#include "application/view_reading.h"

namespace waystation::view {

namespace {

using std::chrono::days;
using Items = std::vector<WorkItem>;
using policy::Key;

Fact number(std::string name, std::int64_t value) {
  return {std::move(name), std::to_string(value)};
}

// An outlet whose people are watched, on a day of it.
struct Watched {
  const Viewing& v;
  const OutletId& id;
  const outlet::Outlet& outlet;
  Day today;

  const Bank& bank() const { return v.standing.bank; }
  std::int64_t policy(Key key) const { return policy::in_force(bank(), key, id, today).value; }
  Time at(Day day, TimeOfDay time) const {
    return at_local(day, time, outlet::time_zone_of(bank(), id));
  }
  WorkItem item(WorkCode code, Severity severity, std::string action) const {
    WorkItem out;
    out.code = code;
    out.severity = severity;
    out.city = outlet.city;
    out.outlet = id;
    out.title = outlet.title;
    out.action = std::move(action);
    return out;
  }
};

std::optional<std::string> name_at(const Watched& w, const PersonId& person) {
  return name_seen(w.v, person, may_see_names(w.v, {w.outlet.city, w.id}));
}

// ---- Somebody falls out.

void add_vacancy(const Watched& w, const Vacancy& vacancy, Items& items) {
  const Bank& bank = w.bank();
  const bool is_now = vacancy.from == w.today;
  auto item = w.item(WorkCode::person_fallen_out, is_now ? Severity::alarm : Severity::warning,
                     "roster.replace");
  item.person = vacancy.member.person;
  item.deadline = w.at(vacancy.from, w.outlet.opens);
  item.missing = quarantine::bars(bank, vacancy.member.person, vacancy.from);
  const Consequence effect = consequence_of(bank, vacancy);
  item.facts = {{"post", std::string(name_of(vacancy.member.post))},
                {"team", std::string(name_of(vacancy.team))},
                {"name", name_at(w, vacancy.member.person).value_or(vacancy.member.person.text)},
                {"from", to_text(vacancy.from)},
                {"until", to_text(vacancy.until)},
                number("windows_left", effect.windows_left),
                number("crew_needed", effect.crew_needed),
                number("crew_found", effect.crew_found)};
  const auto most = std::size_t(w.policy(Key::substitutes_shown_people));
  for (auto& s : substitutes_for(bank, vacancy, w.v.now, most))
    item.substitutes.push_back({s.person, name_at(w, s.person), std::move(s.why)});
  items.push_back(std::move(item));
}

// ---- Silence.

bool has_checked_in(const Watched& w, const PersonId& person) {
  const auto& zone = outlet::time_zone_of(w.bank(), w.id);
  if (roster::presence_of(w.bank(), w.id, person)) return true;
  const auto* said = roster::last_check_in(w.bank(), w.id, person);
  const auto* health = w.bank().health.find(person);
  return (said && local_day(said->at, zone) == w.today) ||
         (health && health->checked_at && local_day(*health->checked_at, zone) == w.today);
}

void add_silence(const Watched& w, const roster::Duty& duty, Items& items) {
  const Time by = w.at(w.today, {int(w.policy(Key::check_in_by_minutes))});
  if (w.v.now < by) return;
  std::int64_t silent = 0;
  std::string names;
  for (const auto& member : duty.members) {
    if (has_checked_in(w, member.person)) continue;
    ++silent;
    if (!names.empty()) names += "、";
    names += name_at(w, member.person).value_or(member.person.text);
  }
  if (silent == 0) return;
  // After the grace it is the city's alarm too.
  const bool late = w.v.now >= by + std::chrono::minutes{w.policy(Key::check_in_grace_minutes)};
  auto item = w.item(WorkCode::check_in_missing, late ? Severity::alarm : Severity::warning,
                     "roster.check-in");
  item.deadline = by;
  item.facts = {
      number("people", silent), {"names", names}, {"of", std::to_string(duty.members.size())}};
  items.push_back(std::move(item));
}

// ---- Clocks and handovers.

void add_clocks(const Watched& w, Items& items) {
  const auto* wardrobe = w.bank().wardrobes.find(w.id);
  if (!wardrobe) return;
  for (const auto& worn : wardrobe->worn) {
    const Time due = ppe::due_at(w.bank(), w.id, worn);
    if (due >= w.v.now) continue;
    auto item = w.item(WorkCode::ppe_overdue, Severity::alarm, "ppe.change");
    item.person = worn.person;
    item.deadline = due;
    item.facts = {
        {"piece", std::string(name_of(worn.piece))},
        {"name", name_at(w, worn.person).value_or(worn.person.text)},
        number("minutes", std::chrono::duration_cast<std::chrono::minutes>(w.v.now - due).count())};
    items.push_back(std::move(item));
  }
}

void add_handover(const Watched& w, Items& items) {
  const auto* roster = w.bank().rosters.find(w.id);
  if (!roster || !roster->sheet || roster->sheet->taken_by) return;
  auto item = w.item(WorkCode::handover_waits, Severity::warning, "roster.take-over");
  item.deadline = roster->sheet->given_at;
  item.facts = {{"team", std::string(name_of(roster->sheet->team))},
                number("items", std::ssize(roster->sheet->items))};
  items.push_back(std::move(item));
}

void add_outlets(const Viewing& v, const Scope& scope, Items& items) {
  for (const auto& [id, outlet] : v.standing.bank.outlets) {
    if (!sees(scope, id, outlet)) continue;
    if (!is_watched(v, id, outlet) && !v.standing.bank.rosters.contains(id)) continue;
    const Watched w{v, id, outlet, today_at(v, id)};
    for (const auto& vacancy : vacancies(v.standing.bank, id, w.today))
      add_vacancy(w, vacancy, items);
    if (const auto duty = roster::duty_on(v.standing.bank, id, w.today))
      add_silence(w, *duty, items);
    add_clocks(w, items);
    add_handover(w, items);
  }
}

// ---- Tests that a measure asks for.

void add_tests(const Viewing& v, const Scope& scope, Items& items) {
  const Bank& bank = v.standing.bank;
  for (const auto& [id, health] : bank.health) {
    if (!health.measure || health.measure->phases.empty()) continue;
    const auto* person = bank.people.find(id);
    const auto* outlet = person ? bank.outlets.find(person->home_outlet) : nullptr;
    if (!outlet || person->erased || !sees(scope, person->home_outlet, *outlet)) continue;
    const Watched w{v, person->home_outlet, *outlet, today_at(v, person->home_outlet)};
    const auto tests = quarantine::tests_of(health, w.today);
    const auto missed =
        std::ranges::count(tests, quarantine::TestState::missed, &quarantine::DueTest::state);
    const bool due = std::ranges::find(tests, quarantine::TestState::due_today,
                                       &quarantine::DueTest::state) != tests.end();
    const bool runs = w.today <= health.measure->until;
    if (!quarantine::is_exit_test_missing(health, w.today) && !(runs && (due || missed > 0)))
      continue;
    auto item = w.item(WorkCode::measure_test_due, missed > 0 ? Severity::alarm : Severity::warning,
                       "quarantine.record-test");
    item.person = id;
    item.deadline = w.at(w.today + days{due ? 1 : 0}, {});
    item.facts = {{"name", name_at(w, id).value_or(id.text)},
                  {"scheme", health.measure->scheme},
                  number("missed", missed)};
    items.push_back(std::move(item));
  }
}

// ---- Backups that were never tried, or long ago.

void add_backups(const Viewing& v, const Scope& scope, Items& items) {
  const Bank& bank = v.standing.bank;
  for (const auto& [key, ranking] : bank.rankings) {
    if (!scope.covers(ranking.at)) continue;
    const Day today = ranking.at.outlet.text.empty() ? local_day(v.now, "Asia/Shanghai")
                                                     : today_at(v, ranking.at.outlet);
    const auto untried = std::ranges::count_if(ranking.substitutes, [&](const auto& s) {
      return post_backup::is_test_overdue(bank, s, today);
    });
    if (untried == 0) continue;
    WorkItem item;
    item.code = WorkCode::backup_test_overdue;
    item.severity = Severity::normal;
    if (!ranking.at.city.text.empty()) item.city = ranking.at.city;
    if (!ranking.at.outlet.text.empty()) {
      item.outlet = ranking.at.outlet;
      item.title = title_of(bank, ranking.at.outlet);
    }
    item.facts = {{"post", std::string(name_of(ranking.post))}, number("people", untried)};
    item.action = "backup.record-drill";
    items.push_back(std::move(item));
  }
}

}  // namespace

void add_people_work(const Viewing& v, const Scope& scope, Items& items) {
  add_outlets(v, scope, items);
  add_tests(v, scope, items);
  add_backups(v, scope, items);
}

}  // namespace waystation::view
