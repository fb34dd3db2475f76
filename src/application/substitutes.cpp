#include "application/substitutes.h"

#include <algorithm>
#include <set>

#include "planning/crew_question.h"
#include "planning/planner.h"

namespace waystation {

namespace {

using plan::Post;
using std::chrono::days;

planning::Kind kind_of(const plan::Member& member) {
  switch (member.post) {
    case Post::supervisor:
      return member.custody == plan::Custody::none ? planning::Kind::substitute_supervisor
                                                   : planning::Kind::supervisor;
    case Post::teller:
      return member.custody == plan::Custody::none ? planning::Kind::teller
                                                   : planning::Kind::key_teller;
    case Post::guide:
      return planning::Kind::guide;
    case Post::guard:
      return planning::Kind::guard;
    case Post::spare:
      break;
  }
  return planning::Kind::spare;
}

// The zone's problem for the days that are left; none outside a seal, or too large to plan.
std::optional<planning::Problem> problem_of(const Bank& bank, const Vacancy& vacancy) {
  const auto* outlet = bank.outlets.find(vacancy.outlet);
  const auto* community =
      outlet && outlet->community ? bank.communities.find(*outlet->community) : nullptr;
  if (!community || !community->zone || bank.zones.at(*community->zone).lifted_at) return {};
  const auto length = (vacancy.until - vacancy.from).count() + 1;
  if (length < 1) return {};
  auto problem = planning::read_problem(bank, *community->zone, vacancy.from,
                                        int(std::min<std::int64_t>(length, planning::most_days)));
  if (problem.sites.size() > planning::most_outlets) return {};
  return problem;
}

// Inside a seal whom the planner would let work there; elsewhere the outlet's own people.
std::vector<PersonId> people_in_question(const Bank& bank, const Vacancy& vacancy) {
  std::vector<PersonId> out;
  if (const auto problem = problem_of(bank, vacancy)) {
    for (const auto& worker : problem->workers)
      if (worker.inside && !worker.excluded &&
          planning::qualifies(worker.skills, kind_of(vacancy.member)))
        out.push_back(worker.id);
    return out;
  }
  for (const auto& [id, person] : bank.people)
    if (!person.erased && person.home_outlet == vacancy.outlet) out.push_back(id);
  return out;
}

post_backup::BackedPost backed_post(Post post) {
  using enum post_backup::BackedPost;
  switch (post) {
    case Post::supervisor:
      return supervisor;
    case Post::guide:
      return guide;
    case Post::guard:
      return guard;
    case Post::teller:
    case Post::spare:
      break;
  }
  return teller;
}

// The named backups in their order, then those whom the plan names.
std::vector<PersonId> named_backups(const Bank& bank, const Vacancy& vacancy, std::size_t& ranked) {
  std::vector<PersonId> out;
  const auto* ranking = post_backup::ranking_of(bank, scope_of_outlet(bank, vacancy.outlet),
                                                backed_post(vacancy.member.post));
  if (ranking)
    for (const auto& s : ranking->substitutes) out.push_back(s.person);
  ranked = out.size();
  const auto* plan = plan::in_force(bank, vacancy.outlet, vacancy.from);
  const auto* outlet = plan ? plan::outlet_plan(plan->document, vacancy.outlet) : nullptr;
  const std::string post =
      std::string(name_of(vacancy.team)) + '/' + std::string(name_of(vacancy.member.post));
  if (outlet)
    for (const auto& backup : outlet->backups)
      if (backup.kind == plan::BackupKind::people && backup.stands_in_for.starts_with(post) &&
          !backup.who.empty())
        out.push_back({backup.who});
  return out;
}

std::vector<std::string> why(const Bank& bank, const Vacancy& vacancy, const PersonId& id,
                             const std::vector<PersonId>& named, std::size_t ranked) {
  std::vector<std::string> out;
  const auto at = std::size_t(std::ranges::find(named, id) - named.begin());
  if (at < named.size()) out.emplace_back(at < ranked ? "substitute.ranked" : "substitute.in-plan");
  const auto duty = roster::duty_on(bank, vacancy.outlet, vacancy.from);
  if (duty && std::ranges::find(duty->members, id, &plan::Member::person) != duty->members.end())
    out.emplace_back("substitute.on-spare");
  if (bank.people.at(id).home_outlet == vacancy.outlet) out.emplace_back("substitute.own-outlet");
  out.emplace_back("substitute.qualified");
  return out;
}

}  // namespace

std::vector<Substitution> substitutes_for(const Bank& bank, const Vacancy& vacancy, Time now,
                                          std::size_t most) {
  std::size_t ranked = 0;
  const auto named = named_backups(bank, vacancy, ranked);
  auto people = people_in_question(bank, vacancy);
  // By name on the list, then the outlet's own people, then by number.
  std::ranges::sort(people, {}, [&](const PersonId& id) {
    return std::tuple(std::ranges::find(named, id) - named.begin(),
                      bank.people.at(id).home_outlet != vacancy.outlet, id);
  });
  std::vector<Substitution> out;
  for (const PersonId& id : people) {
    if (out.size() == most) break;
    const roster::Replace order{vacancy.outlet, vacancy.member.person, id, vacancy.until,
                                vacancy.from};
    if (id != vacancy.member.person && decide(bank, order, Stamp{{now, {}}}))
      out.push_back({id, why(bank, vacancy, id, named, ranked)});
  }
  return out;
}

// ---- If nobody does.

namespace {

// As the gate counts: one to lead, one guide, one guard, the spares, and a teller for each window.
std::int64_t windows_of(const Bank& bank, const Vacancy& vacancy,
                        const std::vector<plan::Member>& members) {
  std::array<std::int64_t, 5> fit{};
  for (const auto& member : members)
    fit[std::size_t(member.post)] += quarantine::bars(bank, member.person, vacancy.from).empty();
  const auto spares =
      policy::in_force(bank, policy::Key::spare_per_team_people, vacancy.outlet, vacancy.from)
          .value;
  const auto of = [&](Post post) { return fit[std::size_t(post)]; };
  const bool led = of(Post::supervisor) > 0 && of(Post::guide) > 0 && of(Post::guard) > 0;
  return led && of(Post::spare) >= spares ? of(Post::teller) : 0;
}

}  // namespace

Consequence consequence_of(const Bank& bank, const Vacancy& vacancy) {
  Consequence out;
  if (const auto duty = roster::duty_on(bank, vacancy.outlet, vacancy.from))
    out.windows_left = windows_of(bank, vacancy, duty->members);
  const auto problem = problem_of(bank, vacancy);
  if (!problem) return out;
  using enum plan::Rule;
  const auto site = std::ranges::find(problem->sites, vacancy.outlet, &planning::Site::id);
  if (site == problem->sites.end()) return out;
  const auto answer = planning::ask_crews(*problem, {}, std::size_t(site - problem->sites.begin()),
                                          {H4, H5, H6, H7, H8, H14});
  out.crew_needed = answer.needed;
  out.crew_found = answer.filled;
  return out;
}

// ---- Who has fallen out.

namespace {

// The last day that the plan or the roster speaks of.
Day last_day(const Bank& bank, const OutletId& id, Day day, const roster::Duty& duty) {
  const auto* plan = plan::in_force(bank, id, day);
  return plan ? plan->document.from + days{plan->document.days - 1} : duty.until;
}

}  // namespace

std::vector<Vacancy> vacancies(const Bank& bank, const OutletId& id, Day today) {
  std::vector<Vacancy> out;
  const auto ahead = policy::in_force(bank, policy::Key::shift_team_days, id, today).value;
  for (std::int64_t i = 0; i <= ahead; ++i) {
    const Day day = today + days{i};
    const auto duty = roster::duty_on(bank, id, day);
    if (!duty) continue;
    for (const auto& member : duty->members) {
      const bool known = std::ranges::any_of(
          out, [&](const Vacancy& v) { return v.member.person == member.person; });
      if (!known && !quarantine::bars(bank, member.person, day).empty())
        out.push_back({id, member, duty->team, day, last_day(bank, id, day, *duty)});
    }
  }
  return out;
}

}  // namespace waystation
