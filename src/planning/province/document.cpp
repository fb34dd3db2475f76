#include <algorithm>

#include "planning/province/crews.h"
#include "planning/province/planner.h"
#include "planning/province/transport.h"

namespace waystation::planning::province {

namespace {

// JSON of names and whole numbers: all that these files hold.
class Writer {
 public:
  Writer& open(char bracket) { return before(), text_ += bracket, is_first_ = true, *this; }
  Writer& close(char bracket) { return text_ += bracket, is_first_ = false, *this; }
  Writer& key(std::string_view name) {
    before();
    text_.append(1, '"').append(name).append("\":");
    is_first_ = true;
    return *this;
  }
  Writer& number(std::int64_t value) { return before(), text_ += std::to_string(value), *this; }
  Writer& word(std::string_view value) {
    before();
    text_.append(1, '"').append(value).append(1, '"');
    return *this;
  }
  template <class List> Writer& list(const List& values) {
    open('[');
    for (const auto value : values) number(value);
    return close(']');
  }
  Writer& line() { return text_ += '\n', *this; }
  std::string take() { return std::move(text_); }

 private:
  void before() {
    if (!is_first_) text_ += ',';
    is_first_ = false;
  }
  std::string text_;
  bool is_first_ = true;
};

void write_rules(Writer& out, const Network& network) {
  out.key("format").word("waystation province network 1");
  out.key("days").number(network.days).key("team_days").number(network.team_days);
  out.key("visits_per_window").number(network.visits_per_window);
  out.key("weights").open('{');
  out.key("critical").number(network.weights.critical);
  out.key("ordinary").number(network.weights.ordinary);
  out.key("person_day").number(network.weights.person_day);
  out.key("metre").number(network.weights.metre).close('}');
  out.key("crew").open('{').key("fixed").list(network.crew.fixed);
  out.key("per_window").list(network.crew.per_window).close('}');
}

void write_community(Writer& out, const Community& community) {
  out.line().open('[').number(community.region).open('[');
  for (const Walk& walk : community.walks) out.number(walk.outlet).number(walk.metres);
  out.close(']').list(community.critical).list(community.ordinary).close(']');
}

void write_windows(Writer& out, const PlannedArea& area, std::size_t type) {
  out.key("windows").open('[');
  for (int site = 0; site < area.area.sites; ++site)
    if (const int windows = area.plan.windows[type * area.area.sites + site])
      out.number(area.area.site_ids[site]).number(windows);
  out.close(']');
}

// Ordinary visits are lost first; of what is served, critical visits go to the first places.
void write_flows(Writer& out, const PlannedArea& planned, std::size_t type) {
  const Area& area = planned.area;
  const int demand = area.types[type].demand;
  Transport transport(area, demand);
  for (int site = 0; site < area.sites; ++site)
    transport.set_capacity(
        site, area.capacity[area.at(site, planned.plan.windows[type * area.sites + site])]);
  out.key("flows").open('[');
  for (int j = 0; j < area.customers; ++j) {
    std::int64_t critical = area.critical[area.of(demand, j)];
    for (int a = area.customer_first[j]; a < area.customer_first[j + 1]; ++a) {
      const std::int64_t visits = transport.flows()[a];
      const std::int64_t first = std::min(critical, visits);
      critical -= first;
      if (!visits) continue;
      out.number(area.customer_ids[j]).number(area.site_ids[area.arc_site[a]]);
      out.number(first).number(visits - first);
    }
  }
  out.close(']');
}

void write_prices(Writer& out, const PlannedArea& planned) {
  const Area& area = planned.area;
  out.key("prices").open('[');
  for (std::size_t group = 0; group < area.groups.size(); ++group) {
    out.line().open('{').key("days").open('[');
    for (const DayType& type : area.types)
      if (area.week_of_team[type.team] == area.groups[group].week &&
          type.demand == area.groups[group].demand)
        for (const int day : type.days) out.number(day);
    const auto mine = [&](const std::vector<std::int32_t>& all) {
      const auto first = all.begin() + std::ptrdiff_t(group) * area.customers;
      return std::vector(first, first + area.customers);
    };
    out.close(']').key("critical").list(mine(planned.prices.critical));
    out.key("ordinary").list(mine(planned.prices.ordinary)).close('}');
  }
  out.close(']').key("hall").open('[');
  for (std::size_t row = 0; row < area.rows.size(); ++row)
    if (planned.prices.row[row]) out.number(area.rows[row].name).number(planned.prices.row[row]);
  out.close(']');
}

void write_crews(Writer& out, const Network& network, const PlannedArea& planned) {
  out.key("crews").open('[');
  for (const Crew& crew : crews_of(network, planned.area, planned.plan, planned.region)) {
    out.line().open('{').key("outlet").number(crew.outlet).key("team").number(crew.team);
    out.key("windows").number(crew.windows).key("people").open('[');
    for (const auto& people : crew.people) out.list(people);
    out.close(']').close('}');
  }
  out.close(']');
}

}  // namespace

std::string network_text(const Network& network) {
  Writer out;
  out.open('{');
  write_rules(out, network);
  out.key("regions").open('[');
  for (const Region& region : network.regions)
    out.open('[').number(region.city).number(region.is_sealed).close(']');
  out.close(']').key("outlets").open('[');
  for (const Outlet& outlet : network.outlets)
    out.open('[').number(outlet.region).number(outlet.windows).close(']');
  out.close(']').key("communities").open('[');
  for (const Community& community : network.communities) write_community(out, community);
  out.close(']').key("staff").open('[');
  for (const Person& person : network.staff)
    out.open('[').number(person.region).number(person.skills).number(person.is_fit).close(']');
  return out.close(']').close('}').line().take();
}

std::string plan_text(const Network& network, const Outcome& outcome) {
  Writer out;
  out.open('{').key("format").word("waystation province plan 1");
  out.key("value").number(outcome.value).key("bound").number(outcome.bound);
  out.key("uncoverable").number(outcome.uncoverable).key("areas").open('[');
  for (const PlannedArea& planned : outcome.areas) {
    out.line().open('{').key("region").number(planned.region).key("days").open('[');
    for (std::size_t type = 0; type < planned.area.types.size(); ++type) {
      out.line().open('{').key("days").list(planned.area.types[type].days);
      write_windows(out, planned, type);
      write_flows(out, planned, type);
      out.close('}');
    }
    out.close(']');
    write_crews(out, network, planned);
    write_prices(out, planned);
    out.close('}');
  }
  return out.close(']').close('}').line().take();
}

}  // namespace waystation::planning::province
