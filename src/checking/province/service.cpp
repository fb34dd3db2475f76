#include <map>

#include "checking/province/rules.h"

namespace waystation::checking::province {

namespace {

// One plan of a day while it is checked.
struct Day {
  const AreaCase& c;
  const PlannedDays& plan;
  std::string where;
  std::map<std::int64_t, std::int64_t> room{};  // By open outlet.
  Wide cost = 0;                                // Of one day.

  void windows(int team);
  void flows();
  void lost(std::int64_t day);

  std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> served{};  // By community.
};

void Day::windows(int team) {
  std::map<std::int64_t, std::int64_t> sizes;
  for (const PlannedCrew& crew : c.plan.crews)
    if (crew.team == team) sizes[crew.outlet] = crew.windows;
  for (const auto& [outlet, count] : plan.windows) {
    const std::string at = where + "/windows, outlet " + std::to_string(outlet);
    if (outlet >= std::ssize(c.network.outlets) ||
        c.network.outlets[outlet].region != c.plan.region)
      broken("H1", at, "is not an outlet of the region");
    if (count < 1 || count > c.network.outlets[outlet].windows)
      broken("H2", at, "has not so many windows");
    if (count > sizes[outlet]) broken("H3", at, "its team is not enough for so many windows");
    if (!room.emplace(outlet, count * c.network.visits_per_window).second)
      broken("H2", at, "stands twice");
    cost += Wide(c.network.person_day) * c.network.people(count);
  }
}

void Day::flows() {
  for (const PlannedFlow& flow : plan.flows) {
    const std::string at = where + "/flows, community " + std::to_string(flow.community);
    if (flow.community >= std::ssize(c.network.communities) ||
        c.network.communities[flow.community].region != c.plan.region)
      broken("H1", at, "is not a community of the region");
    const Walk* walk = nullptr;
    for (const Walk& known : c.network.communities[flow.community].walks)
      if (known.outlet == flow.outlet) walk = &known;
    if (!walk) broken("H1", at, "does not reach outlet " + std::to_string(flow.outlet));
    const std::int64_t visits = flow.critical + flow.ordinary;
    const auto open = room.find(flow.outlet);
    if (open == room.end() || (open->second -= visits) < 0)
      broken("H2", at, "outlet " + std::to_string(flow.outlet) + " cannot serve so many");
    served[flow.community].first += flow.critical;
    served[flow.community].second += flow.ordinary;
    cost += Wide(visits) * walk->metres * c.network.metre;
  }
}

void Day::lost(std::int64_t day) {
  for (const std::int64_t j : c.communities) {
    const Community& community = c.network.communities[j];
    const auto at = served.find(j);
    const auto [critical, ordinary] =
        at == served.end() ? std::pair<std::int64_t, std::int64_t>{} : at->second;
    if (critical > community.critical[day] || ordinary > community.ordinary[day])
      broken("H1", where, "community " + std::to_string(j) + " is served more than it asks");
    cost += Wide(community.critical[day] - critical) * c.network.loss_critical +
            Wide(community.ordinary[day] - ordinary) * c.network.loss_ordinary;
  }
}

}  // namespace

Wide check_service(const AreaCase& c) {
  std::vector<bool> is_planned(std::size_t(c.network.days), false);
  Wide sum = 0;
  for (std::size_t k = 0; k < c.plan.days.size(); ++k) {
    const PlannedDays& plan = c.plan.days[k];
    const std::string where = c.where + "/days/" + std::to_string(k);
    if (plan.days.empty()) broken("H3", where, "is for no day");
    for (const std::int64_t day : plan.days) {
      if (day >= c.network.days || is_planned[day]) broken("H3", where, "a day is not free");
      is_planned[day] = true;
      if (c.network.team_of(day) != c.network.team_of(plan.days.front()))
        broken("H3", where, "its days belong to both teams");
    }
    Day day{c, plan, where};
    day.windows(c.network.team_of(plan.days.front()));
    day.flows();
    const Wide before = day.cost;
    for (const std::int64_t d : plan.days) {
      day.cost = before;
      day.lost(d);
      sum += day.cost;
    }
  }
  for (const bool planned : is_planned)
    if (!planned) broken("H3", c.where + "/days", "a day has no plan");
  return sum;
}

Wide uncoverable_of(const AreaCase& c) {
  Wide sum = 0;
  for (const std::int64_t j : c.communities) {
    const Community& community = c.network.communities[j];
    for (std::int64_t day = 0; community.walks.empty() && day < c.network.days; ++day)
      sum += Wide(community.critical[day]) * c.network.loss_critical +
             Wide(community.ordinary[day]) * c.network.loss_ordinary;
  }
  return sum;
}

}  // namespace waystation::checking::province
