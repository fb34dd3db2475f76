// H1 and H2: who is served where, and by how many windows.
#include <map>

#include "checking/case.h"

namespace waystation::checking {

namespace {

struct Visits {
  Wide critical = 0, ordinary = 0;
  void add(const PlannedFlow& flow) { critical += flow.critical, ordinary += flow.ordinary; }
};

using ByDayAndIndex = std::map<std::pair<Date, std::size_t>, Visits>;

void check_flow(const Case& c, const PlannedFlow& flow, const std::string& where) {
  const auto community = c.community_of(flow.community);
  demand(community.has_value(), "H1", where + "/community", "not a community of the zone");
  const auto outlet = c.outlet_of(flow.outlet);
  demand(outlet && c.planned(*outlet).opens(), "H1", where + "/outlet",
         "no open outlet of the zone");
  demand(c.outlet(*outlet).metres[*community] >= 0, "H1", where, "the outlet is out of reach");
  demand(c.model.van.is_open(flow.day), "H1", where + "/day", "not an open day");
  demand(flow.critical >= 0 && flow.ordinary >= 0, "H1", where, "below 0");
}

// Every open day is served as the first one, because need and windows are the same.
void check_alike(const Case& c) {
  const auto days = c.model.van.open.size();
  const auto& flows = c.plan.flows;
  const auto each = days == 0 ? 0 : flows.size() / days;
  demand(each * days == flows.size(), "H1", "/flows", "the open days are not served alike");
  for (std::size_t i = each; i < flows.size(); ++i) {
    const PlannedFlow &a = flows[i - each], &b = flows[i];
    demand(a.community == b.community && a.outlet == b.outlet && a.critical == b.critical &&
               a.ordinary == b.ordinary,
           "H1", "/flows/" + std::to_string(i), "another flow than the day before");
  }
}

void check_demand(const Case& c, const ByDayAndIndex& from) {
  for (const auto& [key, visits] : from) {
    const ModelCommunity& community = c.model.communities[key.second];
    const auto detail = community.id + " on " + date_text(key.first) + ": ";
    demand(visits.critical <= community.critical, "H1", "/flows",
           detail + instead(visits.critical, community.critical) + " critical visits");
    demand(visits.ordinary <= community.visits - community.critical, "H1", "/flows",
           detail + instead(visits.ordinary, community.visits - community.critical) +
               " ordinary visits");
  }
}

void check_days(const Case& c, std::size_t i, const ByDayAndIndex& to) {
  const PlannedOutlet& o = c.planned(i);
  for (std::size_t d = 0; d < o.days.size(); ++d) {
    const PlannedDay& day = o.days[d];
    const auto found = to.find({day.day, i});
    const Visits visits = found == to.end() ? Visits{} : found->second;
    const auto where = c.at(i, "days/" + std::to_string(d));
    demand(day.critical_served == visits.critical, "H2", where + "/critical_served",
           instead(day.critical_served, visits.critical));
    demand(day.ordinary_served == visits.ordinary, "H2", where + "/ordinary_served",
           instead(day.ordinary_served, visits.ordinary));
    const Wide room = Wide(c.outlet(i).capacity) * o.windows;
    demand(visits.critical + visits.ordinary <= room, "H2", where,
           instead(visits.critical + visits.ordinary, room) + " visits");
  }
}

}  // namespace

void check_service(const Case& c) {
  ByDayAndIndex from, to;
  for (std::size_t i = 0; i < c.plan.flows.size(); ++i) {
    const PlannedFlow& flow = c.plan.flows[i];
    check_flow(c, flow, "/flows/" + std::to_string(i));
    from[{flow.day, *c.community_of(flow.community)}].add(flow);
    to[{flow.day, *c.outlet_of(flow.outlet)}].add(flow);
  }
  check_demand(c, from);
  check_alike(c);
  for (const std::size_t i : c.open()) {
    const auto windows = c.planned(i).windows;
    demand(windows >= 1 && windows <= c.outlet(i).facts->windows, "H2", c.at(i, "windows"),
           instead(windows, c.outlet(i).facts->windows) + " at most");
    check_days(c, i, to);
  }
}

}  // namespace waystation::checking
