// Rows about people: staff, what they volunteered for, measures, tests and accounts.
#include "application/import_trial.h"

namespace waystation::import_rows {

namespace {

std::vector<staff::Skill> skills_of(ImportRow& row) {
  std::vector<staff::Skill> out;
  std::string rest = row.text("skills");
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    const std::string word = rest.substr(0, end);
    rest.erase(0, end + 1);
    if (!from_name(word, out.emplace_back()))
      row.fault("skills", "import.word-unknown", {{"value", word}});
  }
  return out;
}

std::optional<ZoneId> zone_of_home(const Bank& bank, const PersonId& id) {
  const auto* person = bank.people.find(id);
  if (!person || !person->residence) return {};
  const auto* home = bank.communities.find(*person->residence);
  return home ? home->zone : std::nullopt;
}

}  // namespace

void person(ImportTrial& trial, ImportRow& row) {
  staff::Register add;
  add.person = row.id<PersonId>("id");
  add.full_name = {row.text("name")};
  add.phone = {row.text("phone")};
  add.home_outlet = row.id<OutletId>("outlet");
  add.residence = row.optional_id<CommunityId>("residence");
  add.household = row.text("household");
  add.skills = skills_of(row);
  row.optional_day("volunteered_on");
  trial.give(row, add,
             {{"full_name", "name"},
              {"home_outlet", "outlet"},
              {"community", "residence"},
              {"person", "id"}});
}

void volunteer(ImportTrial& trial, ImportRow& row) {
  const auto on = row.optional_day("volunteered_on");
  const PersonId person = row.id<PersonId>("id");
  const auto* known = trial.bank().people.find(person);
  if (!on || !known) return;
  const auto& time_zone = outlet::time_zone_of(trial.bank(), known->home_outlet);
  if (*on > local_day(trial.stamp().at, time_zone)) return trial.postpone();
  const auto zone = zone_of_home(trial.bank(), person);
  if (!zone) return row.fault("residence", "import.volunteer-outside");
  trial.give(row, staff::Volunteer{person, *zone, on}, {{"person", "id"}});
}

void measure(ImportTrial& trial, ImportRow& row) {
  quarantine::Start start;
  start.person = row.id<PersonId>("person");
  start.kind = row.word<quarantine::MeasureKind>("kind");
  start.scheme = row.text("scheme");
  start.from = row.day("from");
  start.until = row.day("until");
  trial.give(row, start);
}

void test(ImportTrial& trial, ImportRow& row) {
  const quarantine::RecordTest record{row.id<PersonId>("person"), row.moment("sampled_at"),
                                      row.word<quarantine::TestResult>("result")};
  if (row.ok() && record.sampled_at > trial.stamp().at) return trial.postpone();
  trial.give(row, record);
}

void account(ImportTrial& trial, ImportRow& row) {
  account::Create create;
  create.account = row.id<AccountId>("id");
  create.title = row.text("title");
  create.role = row.word<Role>("role");
  const auto scope = parse_scope(row.text("scope"));
  if (!scope) row.fault("scope", "import.not-a-scope", {{"value", row.text("scope")}});
  create.scope = scope.value_or(Scope{});
  trial.give(row, create, {{"account", "id"}});
}

}  // namespace waystation::import_rows
