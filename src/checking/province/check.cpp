#include "checking/province/check.h"

#include <algorithm>

#include "checking/province/rules.h"

namespace waystation::checking::province {

namespace {

// Every open region in which somebody lives is planned once, and nothing else.
void check_areas(const Network& network, const Plan& plan) {
  std::vector<bool> is_due(network.regions.size(), false);
  for (const Community& community : network.communities)
    is_due[community.region] = !network.regions[community.region].is_sealed;
  for (const PlannedArea& area : plan.areas) {
    if (area.region >= std::ssize(network.regions) || !is_due[area.region])
      throw Broken{"H1", "/areas", "region " + std::to_string(area.region) + " is not due"};
    is_due[area.region] = false;
  }
  if (std::ranges::find(is_due, true) != is_due.end())
    throw Broken{"H1", "/areas", "an open region has no plan"};
}

void equal(const std::string& where, Wide proven, std::int64_t stated) {
  if (proven != stated)
    throw Broken{"value", where,
                 "is " + std::to_string(exact(proven)) + ", and not " + std::to_string(stated)};
}

void check_everything(const Network& network, const Plan& plan) {
  check_areas(network, plan);
  std::vector<bool> is_taken(network.staff.size(), false);
  Wide value = 0, bound = 0, uncoverable = 0;
  for (std::size_t k = 0; k < plan.areas.size(); ++k) {
    const AreaCase c = area_case(network, plan.areas[k], "/areas/" + std::to_string(k));
    check_crews(c, is_taken);
    value += check_service(c);
    const Wide out_of_reach = uncoverable_of(c);
    uncoverable += out_of_reach;
    bound += bound_of(c) + out_of_reach;
  }
  equal("/value", value, plan.value);
  equal("/uncoverable", uncoverable, plan.uncoverable);
  if (bound < plan.bound)
    throw Broken{"bound", "/bound", "the prices prove only " + std::to_string(exact(bound))};
}

}  // namespace

AreaCase area_case(const Network& network, const PlannedArea& plan, std::string where) {
  AreaCase out{network, plan, std::move(where)};
  for (std::size_t j = 0; j < network.communities.size(); ++j)
    if (network.communities[j].region == plan.region) out.communities.push_back(std::int64_t(j));
  for (std::size_t i = 0; i < network.outlets.size(); ++i)
    if (network.outlets[i].region == plan.region) out.outlets.push_back(std::int64_t(i));
  return out;
}

Result check_plan(const Network& network, std::string_view plan_text) {
  Result result;
  try {
    const Plan plan = read_plan(plan_text);
    result.value = plan.value;
    result.bound = plan.bound;
    result.uncoverable = plan.uncoverable;
    result.areas = plan.areas.size();
    check_everything(network, plan);
    result.ok = true;
  } catch (const Broken& broken) {
    result.rule = broken.rule;
    result.where = broken.where;
    result.detail = broken.detail;
  }
  return result;
}

}  // namespace waystation::checking::province
