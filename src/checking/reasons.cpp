// The reasons of the shut outlets: recomputed, so that no "cannot open" is told without being true.
#include "checking/choices.h"
#include "checking/conflict.h"

namespace waystation::checking {

namespace {

void check_conflict(const Case& c, std::size_t i, const std::vector<PlannedReason>& right) {
  const auto& claimed = c.planned(i).conflict;
  demand(claimed.size() == right.size(), "why", c.at(i, "conflict"),
         instead(Wide(claimed.size()), Wide(right.size())) + " reasons");
  for (std::size_t k = 0; k < right.size(); ++k) {
    const auto where = c.at(i, "conflict/" + std::to_string(k));
    demand(claimed[k].rule == right[k].rule, "why", where + "/rule", "expected " + right[k].rule);
    demand(claimed[k].code == right[k].code, "why", where + "/code", "expected " + right[k].code);
    demand(claimed[k].facts == right[k].facts, "why", where + "/facts", "other facts");
  }
}

void check_fix(const Case& c, std::size_t i, const std::optional<PlannedFix>& right) {
  const auto& claimed = c.planned(i).cheapest_fix;
  const auto where = c.at(i, "cheapest_fix");
  demand(claimed.has_value() == right.has_value(), "why", where,
         right ? "expected " + right->code : "nothing to add helps");
  if (!right) return;
  demand(claimed->rule == right->rule, "why", where + "/rule", "expected " + right->rule);
  demand(claimed->code == right->code, "why", where + "/code", "expected " + right->code);
  demand(claimed->amount == right->amount, "why", where + "/amount",
         instead(claimed->amount, right->amount));
  demand(claimed->cost == right->cost, "why", where + "/cost", instead(claimed->cost, right->cost));
  demand(claimed->facts == right->facts, "why", where + "/facts", "other facts");
}

void check_shut(const Case& c, std::size_t i, bool pins_clash) {
  const Beside beside(c, i);
  const auto conflict = beside.conflict();
  if (conflict.empty()) {
    check_conflict(c, i,
                   {pins_clash ? PlannedReason{"H14", "why.pins-clash", {}}
                               : PlannedReason{"H1", "why.not-needed", {}}});
    return check_fix(c, i, {});
  }
  check_conflict(c, i, conflict);
  const bool hopeless = conflict.front().rule == "H1" || conflict.front().rule == "H2";
  check_fix(c, i, hopeless ? std::nullopt : beside.cheapest_fix());
}

}  // namespace

void check_reasons(const Case& c, const Choices& choices) {
  for (std::size_t i = 0; i < c.plan.outlets.size(); ++i)
    if (!c.planned(i).opens()) check_shut(c, i, choices.pins_clash());
}

}  // namespace waystation::checking
