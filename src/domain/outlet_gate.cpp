// The hard gate: everything that still keeps an outlet shut, each by its own code, never just the
// first.
#include "domain/outlet_gate.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::outlet {

namespace {

using std::chrono::days;

// Who asks the gate: one outlet inside a seal, on one day.
struct Asked {
  const Bank& bank;
  const OutletId& id;
  Day today;
  std::int32_t windows;
  Time now;

  std::int64_t policy(policy::Key key) const {
    return policy::in_force(bank, key, id, today).value;
  }
};

// The plan counts only for a day and a number of windows that it speaks of.
const plan::Plan* plan_of(const Asked& asked) {
  const auto* plan = plan::in_force(asked.bank, asked.id, asked.today);
  const auto* outlet = plan ? plan::outlet_plan(plan->document, asked.id) : nullptr;
  if (!outlet || outlet->verdict != plan::Verdict::can_open) return nullptr;
  const auto day = std::ranges::find(outlet->days, asked.today, &plan::OutletDay::day);
  return day != outlet->days.end() && asked.windows <= day->windows ? plan : nullptr;
}

// The crew at the door: how many stand fit in each post, and whether a check alone is missing.
struct Present {
  std::array<std::int64_t, 5> fit_in_post{};
  bool check_missing = false;
};

Present present(const Asked& asked) {
  Present crew;
  const auto duty = roster::duty_on(asked.bank, asked.id, asked.today);
  if (!duty) return crew;
  for (const auto& member : duty->members) {
    auto reasons = quarantine::unfit_for_post(asked.bank, asked.id, member, asked.today, asked.now);
    if (std::erase(reasons, "fit.check-missing") > 0) crew.check_missing = true;
    if (reasons.empty()) ++crew.fit_in_post[std::size_t(member.post)];
  }
  return crew;
}

// One to lead and authorise, one guide, one guard, a teller for each window, and the spare.
bool is_complete(const Asked& asked, const Present& crew) {
  const auto fit = [&](plan::Post post) { return crew.fit_in_post[std::size_t(post)]; };
  return fit(plan::Post::supervisor) >= 1 && fit(plan::Post::guide) >= 1 &&
         fit(plan::Post::guard) >= 1 && fit(plan::Post::teller) >= asked.windows &&
         fit(plan::Post::spare) >= asked.policy(policy::Key::spare_per_team_people);
}

bool has_van_pass(const Asked& asked, const zone::Zone& zone) {
  return std::ranges::any_of(zone.passes, [&](const zone::Pass& p) {
    return p.kind == zone::PassKind::cash_van && p.valid_from <= asked.today &&
           asked.today <= p.valid_to;
  });
}

// The minimum cover, or to the end of the plan where that is nearer: nobody needs suits after it.
bool has_supplies(const Asked& asked, const plan::Plan* plan) {
  using enum supply::Item;
  const auto spare = asked.policy(policy::Key::spare_per_team_people);
  std::int64_t people = 3 + asked.windows + spare;
  std::int64_t needed = asked.policy(policy::Key::ppe_cover_min_days);
  if (plan) {
    const auto& document = plan->document;
    people =
        std::max<std::int64_t>(people, std::ssize(plan::on_duty(document, asked.id, asked.today)));
    const auto left = (document.from + days{document.days} - asked.today).count();
    needed = std::min<std::int64_t>(needed, left);
  }
  return std::ranges::all_of(std::array{suit, wipe}, [&](supply::Item item) {
    const auto cover = supply::days_of_cover(asked.bank, asked.id, item, people, asked.today);
    return !cover || *cover >= needed;
  });
}

bool is_disinfected(const Asked& asked) {
  return disinfection::untreated(asked.bank, asked.id, asked.now).empty();
}

// After a suspected case: a terminal disinfection, once nobody is in the isolation room.
bool is_clear_of_suspects(const Asked& asked) {
  const auto* lobby = asked.bank.lobbies.find(asked.id);
  if (!lobby || !lobby->suspected_at) return true;
  return lobby->isolated.empty() && !disinfection::is_terminal_outstanding(asked.bank, asked.id);
}

void ask_inside_seal(const Asked& asked, const zone::Zone& zone,
                     std::vector<std::string>& missing) {
  const auto unless = [&](bool met, const char* code) {
    if (!met) missing.emplace_back(code);
  };
  const auto* plan = plan_of(asked);
  const Present crew = plan ? present(asked) : Present{};
  unless(zone::grant_for(zone, asked.id), "gate.grant-missing");
  unless(plan, "gate.plan-not-approved");
  unless(is_complete(asked, crew), "gate.crew-short");
  unless(!crew.check_missing, "gate.health-check-missing");
  unless(has_van_pass(asked, zone), "gate.van-pass-missing");
  unless(has_supplies(asked, plan), "gate.supplies-short");
}

// By the windows that the plan opens today; outside a seal the gate asks for neither.
struct Planned {
  const plan::Plan* plan = nullptr;
  Asked asked;
};

std::optional<Planned> planned(const Bank& bank, const OutletId& id, Time now) {
  const Day today = local_day(now, time_zone_of(bank, id));
  if (!zone::sealed_zone_of(bank, id, now)) return {};
  const auto* plan = plan::in_force(bank, id, today);
  const auto* outlet = plan ? plan::outlet_plan(plan->document, id) : nullptr;
  if (!outlet) return {};
  const auto day = std::ranges::find(outlet->days, today, &plan::OutletDay::day);
  if (day == outlet->days.end()) return {};
  return Planned{plan, {bank, id, today, day->windows, now}};
}

}  // namespace

bool is_disinfected(const Bank& bank, const OutletId& id, Time now) {
  return is_disinfected({bank, id, local_day(now, time_zone_of(bank, id)), 0, now});
}

bool is_clear_of_suspects(const Bank& bank, const OutletId& id) {
  return is_clear_of_suspects({bank, id, {}, 0, {}});
}

std::optional<bool> is_crew_fit(const Bank& bank, const OutletId& id, Time now) {
  const auto day = planned(bank, id, now);
  if (!day) return {};
  return is_complete(day->asked, present(day->asked));
}

std::optional<bool> are_checks_done(const Bank& bank, const OutletId& id, Time now) {
  const auto day = planned(bank, id, now);
  if (!day) return {};
  return !present(day->asked).check_missing;
}

std::optional<bool> do_supplies_cover(const Bank& bank, const OutletId& id, Time now) {
  const auto day = planned(bank, id, now);
  if (!day) return {};
  return has_supplies(day->asked, day->plan);
}

std::vector<std::string> unmet(const Bank& bank, const OutletId& id, std::int32_t windows,
                               Time now) {
  std::vector<std::string> missing;
  const Asked asked{bank, id, local_day(now, time_zone_of(bank, id)), windows, now};
  if (const auto zone = zone::sealed_zone_of(bank, id, now))
    ask_inside_seal(asked, bank.zones.at(*zone), missing);
  if (!is_disinfected(asked)) missing.emplace_back("gate.disinfection-missing");
  if (!is_clear_of_suspects(asked)) missing.emplace_back("gate.terminal-missing");
  if (!checklist::is_complete(bank, id, checklist::Phase::before_opening, asked.today, now))
    missing.emplace_back("gate.checklist-incomplete");
  if (incident::keeps_shut(bank, id)) missing.emplace_back("gate.reopening-unapproved");
  if (lobby::is_evacuated(bank, id)) missing.emplace_back("gate.evacuated");
  return missing;
}

}  // namespace waystation::outlet
