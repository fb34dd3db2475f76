#include "domain/disinfection_check.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::disinfection {

Fact asked(std::int64_t value) {
  return {"asked", std::to_string(value)};
}
Fact given(std::int64_t value) {
  return {"given", std::to_string(value)};
}

namespace {

Fact agent_fact(Agent agent) {
  return {"agent", std::string(name_of(agent))};
}
Fact available(std::int64_t value) {
  return {"available", std::to_string(value)};
}

std::optional<Refusal> refuse_strength(const Bank& bank, const Treatment& t) {
  if (t.kind == Kind::terminal && t.agent != Agent::chlorine)
    return conflict("disinfection.terminal-agent", {agent_fact(t.agent)});
  const auto limits = rule_of(bank, t.outlet, t.agent, t.kind, t.moment.day);
  if (t.concentration < limits.strength)
    return conflict("disinfection.too-weak",
                    {agent_fact(t.agent), given(t.concentration), asked(limits.strength)});
  if (t.concentration > limits.strongest)
    return invalid("disinfection.concentration-impossible",
                   {agent_fact(t.agent), given(t.concentration)});
  return {};
}

// The batch is a lot on the shelf. What was mixed earlier, or is not kept in stock, takes nothing
// from it.
std::optional<Refusal> refuse_batch(const Bank& bank, const Treatment& t) {
  const supply::Item item = supply::item_of(t.agent, t.form);
  const supply::Lot* lot = supply::lot_on_shelf(bank, t.outlet, item, t.batch);
  const Fact batch{"batch", t.batch};
  if (t.agent_used < 0) return invalid("disinfection.agent-used-negative", {given(t.agent_used)});
  if (lot && !supply::is_usable(*lot, t.moment.day))
    return conflict("disinfection.batch-expired",
                    {batch, {"expires_on", to_text(*lot->expires_on)}});
  if (t.agent_used == 0) return {};
  if (!lot) return conflict("disinfection.batch-unknown", {batch});
  const auto there = supply::may_leave(bank, t.outlet, item, t.batch, t.moment);
  if (t.agent_used <= there) return {};
  return conflict("disinfection.batch-short", {batch, given(t.agent_used), available(there)});
}

std::optional<Refusal> refuse_points(const Bank& bank, const Treatment& t) {
  if (t.touch_points.empty()) return invalid("disinfection.no-touch-points");
  auto points = t.touch_points;
  std::ranges::sort(points);
  if (std::ranges::adjacent_find(points) != points.end())
    return invalid("disinfection.touch-point-twice");
  if (!t.machine) return {};
  const std::int32_t machines = bank.outlets.at(t.outlet).machines;
  if (*t.machine < 1 || *t.machine > machines)
    return invalid("disinfection.machine-unknown", {{"machine", std::to_string(*t.machine)},
                                                    {"machines", std::to_string(machines)}});
  const auto astray = std::ranges::find_if_not(points, is_of_a_machine);
  if (astray == points.end()) return {};
  return invalid("disinfection.not-of-a-machine", {{"point", std::string(name_of(*astray))}});
}

std::optional<Refusal> refuse_gaps(const Bank& bank, const Treatment& t) {
  if (t.kind != Kind::terminal) return {};
  std::string left;
  int count = 0;
  for (const TouchPoint point : touch_points_of(bank, t.outlet)) {
    const bool other_machines = t.machine && bank.outlets.at(t.outlet).machines > 1;
    if (!other_machines && std::ranges::find(t.touch_points, point) != t.touch_points.end())
      continue;
    left += (left.empty() ? "" : ", ") + std::string(name_of(point));
    ++count;
  }
  if (count == 0) return {};
  return conflict("disinfection.terminal-incomplete",
                  {{"left", std::to_string(count)}, {"points", left}});
}

}  // namespace

AgentLimits rule_of(const Bank& bank, const OutletId& outlet, Agent agent, Kind kind, Day day) {
  using enum policy::Key;
  const auto value = [&](policy::Key key) {
    return policy::in_force(bank, key, outlet, day).value;
  };
  switch (agent) {
    case Agent::chlorine: {
      const std::int64_t least = value(chlorine_min_mg_per_litre);
      const std::int64_t strength = kind == Kind::terminal
                                        ? std::max(least, value(terminal_chlorine_min_mg_per_litre))
                                        : least;
      // 5 % stock solution is the strongest that anyone dilutes from.
      return {strength, value(chlorine_contact_minutes), 50'000};
    }
    case Agent::alcohol:
      return {value(alcohol_min_percent), value(alcohol_contact_minutes), 100};
  }
  return {};
}

bool is_of_a_machine(TouchPoint point) {
  return point == TouchPoint::atm_keypad || point == TouchPoint::atm_slot;
}

std::vector<TouchPoint> touch_points_of(const Bank& bank, const OutletId& id) {
  std::vector<TouchPoint> out;
  const auto& outlet = bank.outlets.at(id);
  const bool counters = outlet.kind != outlet::Kind::back_office;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<TouchPoint>>([&](auto point) {
    const bool there = is_of_a_machine(point.value) ? outlet.machines > 0 : counters;
    if (there) out.push_back(point.value);
  });
  return out;
}

std::optional<Refusal> refuse(const Bank& bank, const Treatment& t) {
  if (auto no = refuse_points(bank, t)) return no;
  if (t.batch.empty()) return invalid("disinfection.batch-empty");
  if (auto no = refuse_strength(bank, t)) return no;
  if (auto no = refuse_gaps(bank, t)) return no;
  return refuse_batch(bank, t);
}

std::optional<Refusal> refuse_contact(const Bank& bank, const OutletId& outlet, Agent agent,
                                      std::int64_t minutes, Day day) {
  const auto limits = rule_of(bank, outlet, agent, Kind::routine, day);
  if (minutes >= limits.minutes) return {};
  return conflict("disinfection.too-short",
                  {agent_fact(agent), given(minutes), asked(limits.minutes)});
}

std::optional<Refusal> refuse_wipes(const Bank& bank, const OutletId& outlet,
                                    std::int32_t wipes_used, const late_entry::Moment& moment) {
  if (wipes_used < 0) return invalid("disinfection.wipes-negative", {given(wipes_used)});
  const auto there = supply::may_leave(bank, outlet, supply::Item::wipe, moment);
  if (wipes_used <= there) return {};
  return conflict("disinfection.wipes-short", {given(wipes_used), available(there)});
}

}  // namespace waystation::disinfection
