#include "planning/replan.h"

#include <algorithm>
#include <map>

#include "planning/ask_problem.h"
#include "planning/choices.h"

namespace waystation::planning {

namespace {

Kind kind_of(const plan::Member& member) {
  switch (member.post) {
    case plan::Post::supervisor:
      return Kind::supervisor;
    case plan::Post::teller:
      return member.custody == plan::Custody::key_b ? Kind::key_teller : Kind::teller;
    case plan::Post::guide:
      return Kind::guide;
    case plan::Post::guard:
      return Kind::guard;
    case plan::Post::spare:
      break;
  }
  return Kind::spare;
}

struct Work {
  Problem problem;
  const ReplanRequest& request;
  Windows before{};
  Seats seats{};
  std::vector<std::optional<Standby>> standby{};
  Replan out{};

  void read();
  void read_outlet(const plan::OutletPlan&, const std::map<PersonId, std::size_t>& worker);
  void fix_teams();
  void run();
  void shrink();
  void report(const Windows&, const Reseated&);
};

void Work::read_outlet(const plan::OutletPlan& outlet,
                       const std::map<PersonId, std::size_t>& worker) {
  const auto site = std::ranges::find(problem.sites, outlet.outlet, &Site::id);
  if (site == problem.sites.end()) return;
  const auto at = std::size_t(site - problem.sites.begin());
  before[at] = std::int16_t(outlet.windows);
  for (const plan::Crew& crew : outlet.crews)
    for (const plan::Member& member : crew.members)
      if (const auto who = worker.find(member.person); who != worker.end())
        seats[who->second] = Seat{at, int(crew.team), kind_of(member)};
  for (const plan::Backup& backup : outlet.backups) {
    if (backup.kind != plan::BackupKind::people) continue;
    const auto who = worker.find({backup.who});
    if (who == worker.end()) continue;
    const bool is_of_b = backup.stands_in_for.starts_with("b/");
    standby[who->second] = Standby{at, is_of_b ? 1 : 0};
  }
}

void Work::read() {
  std::map<PersonId, std::size_t> worker;
  for (std::size_t w = 0; w < problem.workers.size(); ++w) worker[problem.workers[w].id] = w;
  for (const PersonId& person : request.out)
    if (const auto at = worker.find(person); at != worker.end())
      problem.workers[at->second].excluded = true;
  seats.resize(problem.workers.size());
  standby.resize(problem.workers.size());
  for (const plan::OutletPlan& outlet : request.before.outlets) read_outlet(outlet, worker);
  for (const Worker& w : problem.workers) out.people.push_back(w.id);
  for (const Site& site : problem.sites) out.outlets.push_back(site.id);
}

// Who serves in a team, or lives with somebody who does, can serve in no other.
void Work::fix_teams() {
  std::map<std::string, int> household;
  for (std::size_t w = 0; w < seats.size(); ++w) {
    if (!seats[w]) continue;
    Worker& worker = problem.workers[w];
    worker.fit[1 - seats[w]->team] = false;
    if (!worker.household.empty()) household.emplace(worker.household, seats[w]->team);
    if (!worker.is_available(seats[w]->team)) {
      out.gone.push_back(worker.id);
      seats[w].reset();
    }
  }
  for (Worker& worker : problem.workers)
    if (const auto at = household.find(worker.household); at != household.end())
      worker.fit[1 - at->second] = false;
}

void Work::report(const Windows& windows, const Reseated& found) {
  out.windows = windows;
  out.seats = *found.seats;
  for (std::size_t w = 0; w < seats.size(); ++w)
    if (seats[w] != out.seats[w]) out.changes.push_back({out.people[w], seats[w], out.seats[w]});
}

// Changes that no staffing avoids: crews that grow or shrink.
std::int64_t least_changes(const Problem& p, const Seats& seats, const Windows& windows) {
  std::array<std::array<int, teams>, most_outlets> crew{};
  for (const auto& seat : seats)
    if (seat) ++crew[seat->site][seat->team];
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < p.sites.size(); ++i)
    for (int team = 0; team < teams; ++team) {
      if (!p.in_use[team]) continue;
      const auto size = windows[i] ? crew_size(p.sites[i], windows[i]) : 0;
      sum += std::max<std::int64_t>(0, size - crew[i][team]);
    }
  return sum;
}

// The windows that serve most with who is left, and of these the fewest changes.
void Work::shrink() {
  const Service service(problem);
  auto all = choices(problem, service);
  if (!all) all = std::vector<Choice>{{}};
  const auto rank = [](const Choice& c) { return std::pair(-c.critical, -c.visits); };
  std::ranges::stable_sort(*all, {}, rank);
  for (auto first = all->begin(); first != all->end();) {
    const auto end =
        std::find_if(first, all->end(), [&](const Choice& c) { return rank(c) != rank(*first); });
    std::optional<std::pair<Windows, Reseated>> best;
    std::pair<std::int64_t, int> least{INT64_MAX, 0};
    for (auto at = first; at != end; ++at) {
      if (least_changes(problem, seats, at->windows) > least.first) continue;
      Reseated found = reseat(problem, seats, standby, at->windows);
      int flips = 0;
      for (std::size_t i = 0; i < problem.sites.size(); ++i)
        flips += std::abs(at->windows[i] - before[i]);
      if (!found.seats || std::pair(found.changes, flips) >= least) continue;
      least = {found.changes, flips};
      best = {at->windows, std::move(found)};
    }
    if (best) {
      out.critical = first->critical;
      out.visits = first->visits;
      return report(best->first, best->second);
    }
    first = end;
  }
  throw std::logic_error("that nothing opens can be staffed");
}

void Work::run() {
  read();
  fix_teams();
  const Reseated kept = reseat(problem, seats, standby, before);
  out.keeps_windows = kept.seats.has_value();
  const Service service(problem);
  out.critical_before = service.most(Demand::critical, before);
  out.visits_before = service.most(Demand::all, before);
  if (!out.keeps_windows) {
    out.lack = kept.lack;
    return shrink();
  }
  out.critical = out.critical_before;
  out.visits = out.visits_before;
  report(before, kept);
}

}  // namespace

Replan replan(Problem problem, const ReplanRequest& request) {
  Work work{std::move(problem), request};
  work.run();
  return std::move(work.out);
}

Decision<Replan> replan(const Bank& bank, const ReplanRequest& request) {
  const plan::PlanDocument& before = request.before;
  auto problem = ask_problem(bank, {before.zone, before.from, before.days});
  if (!problem) return problem.error();
  return replan(std::move(*problem), request);
}

}  // namespace waystation::planning
