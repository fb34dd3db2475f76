#include "domain/fit_for_duty.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::quarantine {

namespace {

using policy::Key;
using staff::Skill;
using std::chrono::days;
using std::chrono::hours;

constexpr int horizon_days = 120;  // Longer than any course.

std::int64_t policy_of(const Bank& bank, Key key, const staff::Person& person, Day day) {
  return policy::in_force(bank, key, person.home_outlet, day).value;
}

// Who shares a home with somebody that the rules keep apart. In central quarantine that somebody is
// no longer at home, so that watching ends some days after they left; whoever isolates at home does
// so for as long as their measure lasts.
bool is_contagious(const Health& other, Day day, std::int64_t watch_days) {
  if (other.abnormal || other.result == TestResult::positive) return true;
  if (!other.measure || !covers(*other.measure, day)) return false;
  if (other.measure->kind != MeasureKind::central_quarantine) return true;
  return day < other.measure->from + days{watch_days};
}

bool is_watched_at_home(const Bank& bank, const PersonId& id, const staff::Person& person,
                        Day day) {
  for (const PersonId& other : staff::co_residents(bank, id)) {
    const auto* health = bank.health.find(other);
    if (health &&
        is_contagious(*health, day, policy_of(bank, Key::co_resident_watch_days, person, day)))
      return true;
  }
  return false;
}

bool is_loop_broken(const Bank& bank, const staff::Person& person, const Health& health, Day day) {
  if (!health.loop_broken_on || day < *health.loop_broken_on) return false;
  return day < *health.loop_broken_on + days{policy_of(bank, Key::loop_break_days, person, day)};
}

bool is_within(const std::optional<Time>& at, std::int64_t valid_hours, Time now) {
  return at && now - *at <= hours{valid_hours};
}

bool has_declared(const Bank& bank, const staff::Person& person, const Health& health, Day day,
                  Time now) {
  const auto asked = policy_of(bank, Key::loop_declaration_hours, person, day);
  return asked == 0 || is_within(health.loop_declared_at, asked, now);
}

// A test is due again on the interval's last day, and overdue after it.
bool has_valid_test(const Bank& bank, const PersonId& id, const Health& health, Day day) {
  if (!health.tested_at) return false;
  const auto& person = bank.people.at(id);
  return day <= today_of(bank, id, *health.tested_at) +
                    days{policy_of(bank, Key::staff_test_interval_days, person, day)};
}

Health health_of(const Bank& bank, const PersonId& id) {
  const auto* found = bank.health.find(id);
  return found ? *found : Health{};
}

// Adds a code for each thing that does not hold.
struct Reasons {
  std::vector<std::string> codes;
  void unless(bool holds, const char* code) {
    if (!holds) codes.emplace_back(code);
  }
};

bool has_skill_for(const staff::Person& person, plan::Post post) {
  using enum plan::Post;
  switch (post) {
    case supervisor:
      return has_skill(person, Skill::supervisor);
    case teller:
      return has_skill(person, Skill::teller);
    case guide:
      return has_skill(person, Skill::lobby);
    case guard:
      return has_skill(person, Skill::guard);
    case spare:
      break;
  }
  return has_skill(person, Skill::supervisor) || has_skill(person, Skill::teller) ||
         has_skill(person, Skill::lobby) || has_skill(person, Skill::guard);
}

bool lives_where_they_work(const Bank& bank, const OutletId& id, const staff::Person& person) {
  const auto* outlet = bank.outlets.find(id);
  const auto* around =
      outlet && outlet->community ? bank.communities.find(*outlet->community) : nullptr;
  if (!around || !around->zone || bank.zones.at(*around->zone).lifted_at) return true;
  const auto* home = person.residence ? bank.communities.find(*person.residence) : nullptr;
  return home && home->zone == around->zone;
}

}  // namespace

std::vector<std::string> bars(const Bank& bank, const PersonId& id, Day day) {
  const auto* person = bank.people.find(id);
  if (!person) return {"fit.unknown"};
  if (person->erased) return {"fit.erased"};
  const auto* found = bank.health.find(id);
  Reasons no;
  if (found) {
    no.unless(!found->measure || !covers(*found->measure, day), "fit.under-measure");
    no.unless(!found->abnormal, "fit.abnormal");
    no.unless(found->result == TestResult::negative, "fit.test-positive");
  }
  no.unless(!is_watched_at_home(bank, id, *person, day), "fit.co-resident");
  if (found) no.unless(!is_loop_broken(bank, *person, *found, day), "fit.loop-broken");
  return no.codes;
}

std::vector<std::string> unfit_reasons(const Bank& bank, const PersonId& id, Day day, Time now) {
  Reasons no{bars(bank, id, day)};
  const auto* person = bank.people.find(id);
  if (!person || person->erased || day != today_of(bank, id, now)) return no.codes;
  const Health health = health_of(bank, id);
  const auto valid = policy_of(bank, Key::health_check_valid_hours, *person, day);
  no.unless(has_valid_test(bank, id, health, day), "fit.test-overdue");
  no.unless(!is_exit_test_missing(health, day), "fit.exit-test-missing");
  no.unless(is_within(health.checked_at, valid, now), "fit.check-missing");
  no.unless(has_declared(bank, *person, health, day, now), "fit.loop-undeclared");
  return no.codes;
}

std::vector<std::string> unqualified(const Bank& bank, const OutletId& outlet,
                                     const plan::Member& member) {
  const auto* person = bank.people.find(member.person);
  if (!person || person->erased) return {};
  Reasons no;
  no.unless(has_skill_for(*person, member.post), "fit.skill-missing");
  no.unless(member.custody == plan::Custody::none || has_skill(*person, Skill::vault),
            "fit.key-missing");
  no.unless(lives_where_they_work(bank, outlet, *person), "fit.lives-outside");
  return no.codes;
}

std::vector<std::string> unfit_for_post(const Bank& bank, const OutletId& outlet,
                                        const plan::Member& member, Day day, Time now) {
  auto codes = unfit_reasons(bank, member.person, day, now);
  for (auto& code : unqualified(bank, outlet, member)) codes.push_back(std::move(code));
  return codes;
}

std::optional<Day> free_on(const Bank& bank, const PersonId& id, Day today) {
  for (int i = 0; i < horizon_days; ++i)
    if (bars(bank, id, today + days{i}).empty()) return today + days{i};
  return {};
}

}  // namespace waystation::quarantine
