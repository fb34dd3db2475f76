#pragma once
// What a round must be before it may count: strong enough, of a batch that has not expired, at
// touch points that the outlet has, and in a terminal disinfection at all of them.
#include "domain/disinfection.h"

namespace waystation::disinfection {

// What a record and a beginning have in common.
struct Treatment {
  const OutletId& outlet;
  Agent agent;
  const std::string& batch;
  std::int32_t concentration;
  const std::vector<TouchPoint>& touch_points;
  Kind kind;
  std::optional<std::int32_t> machine;
  std::optional<Form> form;
  std::int64_t agent_used;
  late_entry::Moment moment;
};

std::optional<Refusal> refuse(const Bank&, const Treatment&);
std::optional<Refusal> refuse_contact(const Bank&, const OutletId&, Agent, std::int64_t minutes,
                                      Day);
std::optional<Refusal> refuse_wipes(const Bank&, const OutletId&, std::int32_t wipes_used,
                                    const late_entry::Moment&);

// What the policy asks of an agent, and what is still a possible figure for it.
struct AgentLimits {
  std::int64_t strength = 0;  // At least.
  std::int64_t minutes = 0;   // At least.
  std::int64_t strongest = 0;
};
AgentLimits rule_of(const Bank&, const OutletId&, Agent, Kind, Day);

Fact given(std::int64_t value);
Fact asked(std::int64_t value);

bool is_of_a_machine(TouchPoint);
// The touch points that an outlet has: those of its counters, and those of its machines.
std::vector<TouchPoint> touch_points_of(const Bank&, const OutletId&);

}  // namespace waystation::disinfection
