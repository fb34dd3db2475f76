#include <algorithm>

#include "domain/bank.h"

namespace waystation::disinfection {

namespace {

// What the policy asks of an agent, and what is still a possible figure for it.
struct Limits {
  std::int64_t strength;
  std::int64_t minutes;
  std::int64_t strongest;
};

Limits limits_of(const Bank& bank, Agent agent, const OutletId& outlet, Day day) {
  using enum policy::Key;
  const auto value = [&](policy::Key key) {
    return policy::in_force(bank, key, outlet, day).value;
  };
  switch (agent) {
    case Agent::chlorine:
      // 5 % stock solution is the strongest that anyone dilutes from.
      return {value(chlorine_min_mg_per_litre), value(chlorine_contact_minutes), 50'000};
    case Agent::alcohol:
      return {value(alcohol_min_percent), value(alcohol_contact_minutes), 100};
  }
  return {};
}

Fact asked(std::int64_t value) {
  return {"asked", std::to_string(value)};
}
Fact given(std::int64_t value) {
  return {"given", std::to_string(value)};
}

std::optional<Refusal> refuse_agent(const Bank& bank, const Record& c, Day day) {
  const Limits limits = limits_of(bank, c.agent, c.outlet, day);
  const Fact agent{"agent", std::string(name_of(c.agent))};
  if (c.concentration < limits.strength)
    return conflict("disinfection.too-weak",
                    {agent, given(c.concentration), asked(limits.strength)});
  if (c.concentration > limits.strongest)
    return invalid("disinfection.concentration-impossible", {agent, given(c.concentration)});
  if (c.contact_minutes < limits.minutes)
    return conflict("disinfection.too-short",
                    {agent, given(c.contact_minutes), asked(limits.minutes)});
  return {};
}

std::optional<Refusal> refuse_wipes(const Bank& bank, const Record& c, Day day) {
  if (c.wipes_used < 0) return invalid("disinfection.wipes-negative", {given(c.wipes_used)});
  const auto available = supply::stock(bank, c.outlet, supply::Item::wipe, day);
  if (c.wipes_used <= available) return {};
  return conflict("disinfection.wipes-short",
                  {given(c.wipes_used), {"available", std::to_string(available)}});
}

bool has_twice(std::vector<TouchPoint> points) {
  std::ranges::sort(points);
  return std::ranges::adjacent_find(points) != points.end();
}

}  // namespace

Decision<Recorded> decide(const Bank& bank, const Record& c, const Stamp& stamp) {
  if (!bank.outlets.contains(c.outlet)) return unknown("outlet.unknown", c.outlet.text);
  if (c.touch_points.empty()) return invalid("disinfection.no-touch-points");
  if (has_twice(c.touch_points)) return invalid("disinfection.touch-point-twice");
  if (c.batch.empty()) return invalid("disinfection.batch-empty");
  const Day day = local_day(stamp.at, outlet::time_zone_of(bank, c.outlet));
  if (auto no = refuse_agent(bank, c, day)) return *no;
  if (auto no = refuse_wipes(bank, c, day)) return *no;
  return Recorded{c.outlet,          c.agent,        c.batch,     c.concentration,
                  c.contact_minutes, c.touch_points, c.wipes_used};
}

void apply(Disinfections& all, const Recorded& e, const Mark& mark) {
  Rounds& rounds = all.edit(e.outlet);
  if (rounds.last.size() == rounds_kept) rounds.last.erase(rounds.last.begin());
  rounds.last.push_back(
      {mark.at, mark.by, e.agent, e.batch, e.concentration, e.contact_minutes, e.touch_points});
  ++rounds.count;
}

}  // namespace waystation::disinfection

template struct waystation::RoomTable<waystation::disinfection::Commands>;
