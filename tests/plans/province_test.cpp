// Provinces: on tiny ones the planner finds what trying everything finds; the checker accepts every
// plan and notices what is changed in it. PLAN_EDITS=100000 changes more.
#include <doctest/doctest.h>

#include <cstdlib>

#include "checking/broken.h"
#include "checking/province/check.h"
#include "planning/min_cost_flow.h"
#include "planning/province/fold.h"
#include "planning/province/generator.h"
#include "planning/province/planner.h"
#include "planning/province/random.h"
#include "planning/province/transport.h"

namespace waystation::plans {

namespace {

namespace province = planning::province;
using planning::MinCostFlow;
using province::Random;

province::Request effort(double seconds, int threads) {
  return {.seconds = seconds, .threads = threads, .end = province::End::by_effort};
}

// Two or three outlets, two days of unlike demand, one a team, and hardly enough people.
province::Network tiny(std::uint64_t seed) {
  Random random(seed);
  province::Network out;
  out.days = 2;
  out.team_days = 1;
  out.visits_per_window = 10;
  out.crew = {{1, 1, 0, 0, 1}, {0, 0, 1, 0, 0}};
  out.regions = {{0, false}};
  const auto outlets = random.between(2, 3);
  for (int i = 0; i < outlets; ++i) out.outlets.push_back({0, std::int32_t(random.between(1, 2))});
  for (int j = 0; j < 5; ++j) {
    province::Community community;
    for (int i = 0; i < outlets; ++i)
      if (random.permille(600))
        community.walks.push_back({i, std::int32_t(random.between(100, 5000))});
    for (int day = 0; day < out.days; ++day) {
      community.critical.push_back(std::int32_t(random.between(0, 3)));
      community.ordinary.push_back(std::int32_t(random.between(0, 6)));
    }
    out.communities.push_back(std::move(community));
  }
  const auto people = random.between(6, 30);
  for (int s = 0; s < people; ++s)
    out.staff.push_back({0, std::uint32_t(random.between(1, 31)), random.permille(850)});
  return out;
}

// Person by person, without Hall's rows.
bool has_people(const province::Network& network, const std::vector<int>& sizes) {
  MinCostFlow flow;
  std::array<int, province::posts> node{};
  std::int64_t needed = 0;
  std::vector<int> ends;
  for (int post = 0; post < province::posts; ++post) {
    std::int64_t count = 0;
    for (const int size : sizes)
      if (size) count += network.crew.fixed[post] + network.crew.per_window[post] * size;
    needed += count;
    node[post] = flow.add_node();
    ends.push_back(flow.add_arc(node[post], MinCostFlow::sink, count, -1));
  }
  for (const province::Person& person : network.staff) {
    if (!person.is_fit) continue;
    const int who = flow.add_node();
    flow.add_arc(MinCostFlow::source, who, 1, 0);
    for (int post = 0; post < province::posts; ++post)
      if (person.skills >> post & 1U) flow.add_arc(who, node[post], 1, 0);
  }
  flow.run();
  for (const int end : ends) needed -= flow.flow(end);
  return needed == 0;
}

// Every number of windows for every outlet and day; with one day a team, sizes are windows.
std::int64_t least_value(const province::Network& network) {
  const province::Area area = province::fold(network, 0);
  const auto sites = std::size_t(area.sites);
  std::vector<int> windows(sites * area.types.size(), 0);
  std::int64_t best = INT64_MAX;
  const auto judge = [&] {
    if (!has_people(network, windows)) return;
    std::int64_t value = area.uncoverable;
    for (std::size_t type = 0; type < area.types.size(); ++type) {
      province::Transport day(area, area.types[type].demand);
      for (std::size_t site = 0; site < sites; ++site) {
        const int w = windows[type * sites + site];
        day.set_capacity(int(site), area.capacity[area.at(int(site), w)]);
        value += area.day_cost[area.at(int(site), w)];
      }
      value += day.cost();
    }
    best = std::min(best, value);
  };
  const auto next = [&] {
    for (std::size_t k = 0; k < windows.size(); ++k) {
      if (++windows[k] <= area.windows[k % sites]) return true;
      windows[k] = 0;
    }
    return false;
  };
  do judge();
  while (next());
  return best;
}

checking::province::Result check(const province::Network& network, const std::string& plan) {
  return checking::province::check_plan(
      checking::province::read_network(province::network_text(network)), plan);
}

}  // namespace

TEST_CASE("a tiny province is planned as well as by trying everything, and the bound is below") {
  int proven = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const auto network = tiny(seed);
    const auto outcome = province::plan(network, effort(20, 1));
    const auto best = least_value(network);
    CHECK(outcome.value == best);
    CHECK(outcome.bound <= best);
    proven += best - outcome.bound <= best / 100;
    const auto checked = check(network, province::plan_text(network, outcome));
    CHECK_MESSAGE(checked.ok, checked.rule, checked.where, checked.detail);
  }
  CHECK(proven > 20);  // The relaxation is no empty promise.
}

TEST_CASE("a province has the same plan to the byte from one thread and from two") {
  const auto network = province::generate({"two towns", 2, 24, 120, 400, 6}, 5);
  const auto one = province::plan(network, effort(2, 1));
  const auto two = province::plan(network, effort(2, 2));
  REQUIRE(one.areas.size() == 2);
  CHECK(province::plan_text(network, one) == province::plan_text(network, two));
}

TEST_CASE("whatever number of a province's plan is changed, the checker notices or promises less") {
  const auto network = province::generate(*province::size_named("town"), 2);
  const auto outcome = province::plan(network, effort(1, 1));
  const std::string text = province::plan_text(network, outcome);
  const auto read = checking::province::read_network(province::network_text(network));
  REQUIRE(checking::province::check_plan(read, text).ok);
  const char* const more = std::getenv("PLAN_EDITS");
  const long edits = more ? std::strtol(more, nullptr, 10) : 2000;
  Random random(11);
  long noticed = 0;
  for (long n = 0; n < edits; ++n) {
    std::size_t at = std::size_t(random.below(std::ssize(text)));
    while (at > 0 && !(std::isdigit(text[at]) && !std::isdigit(text[at - 1]))) --at;
    std::size_t end = at;
    while (end < text.size() && std::isdigit(text[end])) ++end;
    if (end == at) continue;
    const std::int64_t was = std::stoll(text.substr(at, end - at));
    const std::int64_t now =
        random.permille(500) ? random.below(2 * was + 2) : was + random.between(-1, 1);
    std::string changed = text;
    changed.replace(at, end - at, std::to_string(std::max<std::int64_t>(now, 0)));
    const auto result = checking::province::check_plan(read, changed);
    noticed += !result.ok;
    if (!result.ok) continue;
    CHECK(result.value == outcome.value);
    CHECK(result.bound <= outcome.bound);
  }
  CHECK(noticed > edits / 2);
}

}  // namespace waystation::plans
