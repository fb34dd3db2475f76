#include "planning/ask_problem.h"

namespace waystation::planning {

namespace {

// The seal must have closed by the first day of service, and still stand.
bool is_sealed_on(const Bank& bank, const zone::Zone& zone, Day day) {
  const auto* city = bank.cities.find(zone.city);
  const std::string clock = city ? city->time_zone : "Asia/Shanghai";
  return !zone.lifted_at && local_day(zone.sealed_at, clock) <= day;
}

std::optional<Refusal> refuse(const Bank& bank, const PlanRequest& request) {
  const auto* zone = bank.zones.find(request.zone);
  if (!zone) return unknown("zone.unknown", request.zone.text);
  if (!is_sealed_on(bank, *zone, request.from))
    return conflict("plan.zone-not-sealed",
                    {{"zone", request.zone.text}, {"from", to_text(request.from)}});
  if (request.days < 1 || request.days > most_days)
    return invalid("plan.days-out-of-range",
                   {{"days", std::to_string(request.days)}, {"most", std::to_string(most_days)}});
  return {};
}

}  // namespace

Refusal too_large(const Problem& p) {
  return conflict("plan.zone-too-large", {{"outlets", std::to_string(p.sites.size())},
                                          {"most", std::to_string(most_outlets)}});
}

Decision<Problem> ask_problem(const Bank& bank, const PlanRequest& request) {
  if (auto no = refuse(bank, request)) return *no;
  Problem out = read_problem(bank, request.zone, request.from, request.days);
  if (out.sites.size() > most_outlets) return too_large(out);
  return out;
}

}  // namespace waystation::planning
