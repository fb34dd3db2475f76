#include "domain/roster.h"

#include <algorithm>
#include <set>

#include "domain/bank.h"

namespace waystation::roster {

namespace {

using policy::Key;
using std::chrono::days;

constexpr std::size_t most_members = 40;
constexpr std::size_t duties_kept = 12;
constexpr std::size_t stand_ins_kept = 64;
constexpr int horizon_days = 60;  // As far as a plan reaches.

const Roster* roster_of(const Bank& bank, const OutletId& id) {
  return bank.rosters.find(id);
}

// Applied in order, so that a substitute may be replaced in turn.
void put_stand_ins(const Roster& roster, Day day, std::vector<Member>& members) {
  for (const StandIn& s : roster.stand_ins) {
    if (day < s.from || s.until < day) continue;
    const auto at = std::ranges::find(members, s.out, &Member::person);
    if (at == members.end()) continue;
    // A spare who steps into a post leaves the place of a spare.
    std::erase_if(members, [&](const Member& m) { return m.person == s.in; });
    std::ranges::find(members, s.out, &Member::person)->person = s.in;
  }
}

std::optional<Duty> planned_duty(const Bank& bank, const OutletId& id, Day day) {
  const auto* plan = plan::in_force(bank, id, day);
  const auto* outlet = plan ? plan::outlet_plan(plan->document, id) : nullptr;
  if (!outlet) return {};
  const auto open = std::ranges::find(outlet->days, day, &plan::OutletDay::day);
  if (open == outlet->days.end()) return {};
  return Duty{open->team, day, day, plan::on_duty(plan->document, id, day)};
}

std::optional<Duty> set_duty(const Roster* roster, Day day) {
  if (!roster) return {};
  const auto covers = [&](const Duty& d) { return d.from <= day && day <= d.until; };
  const auto at = std::ranges::find_if(roster->duties, covers);
  return at == roster->duties.end() ? std::nullopt : std::optional(*at);
}

bool has(const std::vector<Member>& members, const PersonId& person) {
  return std::ranges::find(members, person, &Member::person) != members.end();
}

Refusal unfit(const PersonId& id, std::vector<std::string> codes) {
  return {Why::conflict, "staff.unfit", {}, std::move(codes), {{"id", id.text}}};
}

// Somebody of them shares a household with the person.
bool shares_home(const Bank& bank, const PersonId& person, const std::vector<Member>& members) {
  const auto others = staff::co_residents(bank, person);
  return std::ranges::any_of(others, [&](const PersonId& o) { return has(members, o); });
}

}  // namespace

std::optional<Duty> duty_on(const Bank& bank, const OutletId& id, Day day) {
  const Roster* roster = roster_of(bank, id);
  auto duty = planned_duty(bank, id, day);
  if (!duty) duty = set_duty(roster, day);
  if (duty && roster) put_stand_ins(*roster, day, duty->members);
  return duty;
}

std::optional<Duty> next_duty(const Bank& bank, const OutletId& id, Day day) {
  const auto now = duty_on(bank, id, day);
  for (int i = 1; i <= horizon_days; ++i) {
    const auto later = duty_on(bank, id, day + days{i});
    if (later && (!now || later->team != now->team)) {
      auto duty = *later;
      duty.from = std::max(duty.from, day + days{i});
      return duty;
    }
  }
  return {};
}

bool works_at(const Bank& bank, const OutletId& id, const PersonId& person, Day day) {
  const auto* known = bank.people.find(person);
  if (!known) return false;
  if (known->home_outlet == id || plan::is_posted(bank, id, person, day)) return true;
  const Roster* roster = roster_of(bank, id);
  if (!roster) return false;
  return std::ranges::any_of(roster->duties,
                             [&](const Duty& d) { return has(d.members, person); }) ||
         std::ranges::any_of(roster->stand_ins, [&](const StandIn& s) { return s.in == person; });
}

const CheckIn* last_check_in(const Bank& bank, const OutletId& id, const PersonId& person) {
  const Roster* roster = roster_of(bank, id);
  if (!roster) return nullptr;
  const auto at = std::ranges::find(roster->check_ins, person, &CheckIn::person);
  return at == roster->check_ins.end() ? nullptr : &*at;
}

const Presence* presence_of(const Bank& bank, const OutletId& id, const PersonId& person) {
  const Roster* roster = roster_of(bank, id);
  if (!roster) return nullptr;
  const auto at = std::ranges::find(roster->present, person, &Presence::person);
  return at == roster->present.end() ? nullptr : &*at;
}

// ---- Set a team.

namespace {

std::optional<Refusal> refuse_dates(const Bank& bank, const SetTeam& c) {
  if (c.until < c.from)
    return invalid("roster.dates-reversed",
                   {{"from", to_text(c.from)}, {"until", to_text(c.until)}});
  const auto most = policy::in_force(bank, Key::shift_team_days, c.outlet, c.from).value;
  const auto asked = (c.until - c.from).count() + 1;
  if (asked > most)
    return conflict("roster.shift-too-long",
                    {{"days", std::to_string(asked)}, {"most", std::to_string(most)}});
  for (Day day = c.from; day <= c.until; day += days{1}) {
    if (planned_duty(bank, c.outlet, day))
      return conflict("roster.plan-in-force", {{"day", to_text(day)}});
    if (set_duty(roster_of(bank, c.outlet), day))
      return conflict("roster.days-taken", {{"day", to_text(day)}});
  }
  return {};
}

std::optional<Refusal> refuse_members(const Bank& bank, const SetTeam& c) {
  if (c.members.empty() || c.members.size() > most_members)
    return invalid("roster.team-size", {{"most", std::to_string(most_members)}});
  std::set<PersonId> seen;
  for (const Member& m : c.members) {
    if (auto no = quarantine::refuse_person(bank, m.person)) return no;
    if (!seen.insert(m.person).second)
      return invalid("roster.person-twice", {{"id", m.person.text}});
    if (auto codes = quarantine::unqualified(bank, c.outlet, m); !codes.empty())
      return unfit(m.person, std::move(codes));
  }
  return {};
}

// Nobody is in both teams, and nobody carries the infection home to the other one (H7).
std::optional<Refusal> refuse_meeting(const Bank& bank, const SetTeam& c) {
  const Roster* roster = roster_of(bank, c.outlet);
  if (!roster) return {};
  for (const Duty& other : roster->duties) {
    if (other.team == c.team) continue;
    for (const Member& m : c.members)
      if (has(other.members, m.person) || shares_home(bank, m.person, other.members))
        return conflict("roster.teams-would-meet", {{"id", m.person.text}});
  }
  return {};
}

}  // namespace

Decision<TeamSet> decide(const Bank& bank, const SetTeam& c, const Stamp&) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = refuse_dates(bank, c)) return *no;
  if (auto no = refuse_members(bank, c)) return *no;
  if (auto no = refuse_meeting(bank, c)) return *no;
  return TeamSet{c.outlet, c.team, c.from, c.until, c.members};
}

void apply(Rosters& rosters, const TeamSet& e, const Mark&) {
  auto& duties = rosters.edit(e.outlet).duties;
  duties.push_back({e.team, e.from, e.until, e.members});
  std::ranges::sort(duties, {}, &Duty::from);
  if (duties.size() > duties_kept) duties.erase(duties.begin());
}

// ---- Replace.

namespace {

// Of whose place is it, and for how long.
struct Vacancy {
  const Replace& order;
  const Duty& duty;
  Day today;
};

// Fit on every day of duty of the team, until the last.
std::optional<Refusal> refuse_substitute(const Bank& bank, const Vacancy& v) {
  const Replace& c = v.order;
  const auto post = std::ranges::find(v.duty.members, c.out, &Member::person);
  auto codes = quarantine::unqualified(bank, c.outlet, {c.in, post->post, post->custody});
  for (Day day = c.from.value_or(v.today); codes.empty() && day <= c.until; day += days{1})
    if (const auto then = duty_on(bank, c.outlet, day); then && then->team == v.duty.team)
      codes = quarantine::bars(bank, c.in, day);
  if (!codes.empty()) return unfit(c.in, std::move(codes));
  return {};
}

std::optional<Refusal> refuse_other_outlets(const Bank& bank, const Vacancy& v) {
  const auto* plan = plan::in_force(bank, v.order.outlet, v.today);
  if (!plan) return {};
  for (const auto& planned : plan->document.outlets)
    for (const auto& crew : planned.crews)
      if (planned.outlet != v.order.outlet && has(crew.members, v.order.in))
        return conflict("roster.already-posted",
                        {{"id", v.order.in.text}, {"outlet", planned.outlet.text}});
  return {};
}

std::optional<Refusal> refuse_posted(const Bank& bank, const Vacancy& v) {
  const Replace& c = v.order;
  const auto taken = std::ranges::find(v.duty.members, c.in, &Member::person);
  if (taken != v.duty.members.end() && taken->post != plan::Post::spare)
    return conflict("roster.already-posted", {{"id", c.in.text}, {"outlet", c.outlet.text}});
  for (Day day = v.today; day <= c.until; day += days{1}) {
    const auto other = duty_on(bank, c.outlet, day);
    if (!other || other->team == v.duty.team) continue;
    if (has(other->members, c.in) || shares_home(bank, c.in, other->members))
      return conflict("roster.teams-would-meet", {{"id", c.in.text}});
  }
  return refuse_other_outlets(bank, v);
}

// Inside a seal only who asked to serve may be posted.
bool has_asked_to_serve(const Bank& bank, const Replace& c, Time now) {
  return !zone::sealed_zone_of(bank, c.outlet, now) || bank.people.at(c.in).volunteered_on;
}

}  // namespace

Decision<Replaced> decide(const Bank& bank, const Replace& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (auto no = quarantine::refuse_person(bank, c.in)) return *no;
  const Day today = local_day(stamp.at, outlet::time_zone_of(bank, c.outlet));
  const Day from = c.from.value_or(today);
  if (from < today || c.until < from || c.until > today + days{horizon_days})
    return invalid("roster.until-out-of-range", {{"until", to_text(c.until)}});
  const auto duty = duty_on(bank, c.outlet, from);
  if (!duty || !has(duty->members, c.out))
    return conflict("roster.not-on-team", {{"id", c.out.text}});
  if (!has_asked_to_serve(bank, c, stamp.at))
    return conflict("roster.not-volunteered", {{"id", c.in.text}});
  const Vacancy vacancy{c, *duty, today};
  if (auto no = refuse_posted(bank, vacancy)) return *no;
  if (auto no = refuse_substitute(bank, vacancy)) return *no;
  return Replaced{c.outlet, c.out, c.in, from, c.until};
}

void apply(Rosters& rosters, const Replaced& e, const Mark&) {
  auto& stand_ins = rosters.edit(e.outlet).stand_ins;
  stand_ins.push_back({e.out, e.in, e.from, e.until});
  if (stand_ins.size() > stand_ins_kept) stand_ins.erase(stand_ins.begin());
}

}  // namespace waystation::roster
