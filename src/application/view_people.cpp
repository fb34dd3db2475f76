#include "application/view_people.h"

#include "application/view_reading.h"

namespace waystation::view {

namespace {

std::size_t first_letter_bytes(std::string_view name) {
  std::size_t n = 1;
  while (n < name.size() && (static_cast<unsigned char>(name[n]) & 0xC0) == 0x80) ++n;
  return n;
}

std::optional<std::string> opened(const Viewing& v, const PersonId& id, std::string_view field,
                                  const Personal& value) {
  if (value.sealed_at == 0) return value.text;
  return v.journal ? v.journal->open(id, field, value) : std::nullopt;
}

}  // namespace

std::string masked_name(std::string_view name) {
  if (name.empty()) return {};
  return std::string(name.substr(0, first_letter_bytes(name))) + '*';
}

std::string masked_phone(std::string_view phone) {
  if (phone.size() < 8) return "****";
  return std::string(phone.substr(0, 3)) + "****" + std::string(phone.substr(phone.size() - 4));
}

bool may_see_names(const Viewing& v, const Scope& touched) {
  return (who_see_names & role_set(v.role)) && v.scope.covers(touched);
}

std::optional<std::string> name_seen(const Viewing& v, const PersonId& id, bool whole) {
  const auto* person = v.standing.bank.people.find(id);
  if (!person || person->erased) return {};
  const auto name = opened(v, id, "full_name", person->name);
  return name && !whole ? masked_name(*name) : name;
}

std::optional<std::string> phone_seen(const Viewing& v, const PersonId& id, bool allowed) {
  const auto* person = v.standing.bank.people.find(id);
  if (!allowed || !person || person->erased) return {};
  const auto phone = opened(v, id, "phone", person->phone);
  return phone && !phone->empty() ? std::optional(masked_phone(*phone)) : std::nullopt;
}

namespace {

using OutletOfEach = std::map<PersonId, OutletId>;

// Who is posted where by the plans that are in force today.
OutletOfEach postings_today(const Viewing& v) {
  OutletOfEach out;
  const Bank& bank = v.standing.bank;
  for (const auto& [id, outlet] : bank.outlets) {
    if (!zone::sealed_zone_of(bank, id, v.now)) continue;
    if (const auto planned = planned_on(bank, id, today_at(v, id)))
      for (const auto& crew : planned.outlet->crews)
        for (const auto& member : crew.members) out.emplace(member.person, id);
    if (const auto duty = roster::duty_on(bank, id, today_at(v, id)))
      for (const auto& member : duty->members) out.emplace(member.person, id);
  }
  return out;
}

bool is_asked(const PeopleQuery& q, const PersonRow& row) {
  return (!q.zone || row.zone == q.zone) &&
         (!q.outlet || row.home_outlet == *q.outlet || row.posted_to == q.outlet) &&
         (!q.fit || row.fit == *q.fit) &&
         (!q.volunteered || row.volunteered_on.has_value() == *q.volunteered);
}

void add_health(const Viewing& v, PersonRow& row, Day today) {
  const auto* health = v.standing.bank.health.find(row.person);
  if (!health) return;
  if (health->measure && health->measure->until >= today) row.measure = health->measure;
  if (quarantine::is_exit_test_missing(*health, today)) row.measure = health->measure;
  if (row.measure) row.tests = quarantine::tests_of(*health, today);
  row.checked_at = health->checked_at;
  row.tested_at = health->tested_at;
  row.loop_declared_at = health->loop_declared_at;
}

void add_fitness(const Viewing& v, PersonRow& row, Day today) {
  const Bank& bank = v.standing.bank;
  row.reasons = quarantine::unfit_reasons(bank, row.person, today, v.now);
  row.fit = row.reasons.empty();
  row.reasons_tomorrow = quarantine::bars(bank, row.person, today + std::chrono::days{1});
  row.fit_tomorrow = row.reasons_tomorrow.empty();
  row.free_on = quarantine::free_on(bank, row.person, today);
}

// Whether the request would be accepted is asked of the rule itself.
void add_volunteering(const Viewing& v, PersonRow& row) {
  if (row.volunteered_on || row.erased) return;
  if (!row.zone) {
    row.may_volunteer = "staff.lives-outside";
    return;
  }
  const Stamp stamp{{v.now, {}}, v.role, v.scope};
  const auto asked = decide(v.standing.bank, staff::Volunteer{row.person, *row.zone}, stamp);
  row.may_volunteer = asked ? "yes" : asked.error().code;
  if (!asked) row.volunteer_missing = asked.error().missing;
}

// Of one's own part of the province, or posted there.
bool is_within(const Bank& bank, const Scope& scope, const PersonId& id,
               const OutletOfEach& postings) {
  const auto posted = postings.find(id);
  return scope.covers(scope_of_person(bank, id)) ||
         (posted != postings.end() && scope.covers(scope_of_outlet(bank, posted->second)));
}

PersonRow row_of(const Viewing& v, const PersonId& id, const staff::Person& person,
                 const OutletOfEach& postings) {
  const Bank& bank = v.standing.bank;
  const bool whole = (who_see_names & role_set(v.role)) && is_within(bank, v.scope, id, postings);
  const Day today = today_at(v, person.home_outlet);
  PersonRow row;
  row.person = id;
  row.name = name_seen(v, id, whole);
  row.phone = phone_seen(v, id, whole);
  row.erased = person.erased;
  row.home_outlet = person.home_outlet;
  row.home_title = title_of(bank, person.home_outlet);
  row.residence = person.residence;
  if (const auto* home = person.residence ? bank.communities.find(*person.residence) : nullptr) {
    row.residence_title = home->title;
    row.zone = zone::sealed_zone_of(bank, *person.residence, v.now);
  }
  row.household = person.household;
  row.skills = person.skills;
  row.volunteered_on = person.volunteered_on;
  add_health(v, row, today);
  add_fitness(v, row, today);
  add_volunteering(v, row);
  if (const auto at = postings.find(id); at != postings.end()) row.posted_to = at->second;
  row.version = version_of(v.standing, "staff", id.text);
  row.health_version = version_of(v.standing, "quarantine", id.text);
  return row;
}

}  // namespace

Decision<People> see(const Viewing& v, const PeopleQuery& q) {
  const auto scope = scope_seen(v, q.scope);
  if (!scope) return scope.error();
  const Bank& bank = v.standing.bank;
  const OutletOfEach postings = postings_today(v);
  People out;
  for (const auto& [id, person] : bank.people) {
    if (!is_within(bank, *scope, id, postings)) continue;
    if (auto row = row_of(v, id, person, postings); is_asked(q, row))
      out.rows.push_back(std::move(row));
  }
  out.names_open = (who_see_names & role_set(v.role)) != 0;
  out.today = local_day(v.now, "Asia/Shanghai");
  if (!out.rows.empty()) out.today = today_at(v, out.rows.front().home_outlet);
  out.schemes = quarantine::schemes_on(bank, out.today);
  stamp_as_of(out, v.standing);
  return out;
}

}  // namespace waystation::view
