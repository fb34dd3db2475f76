#include "planning/van_days.h"

#include <algorithm>

namespace waystation::planning {

namespace {

const van::Van* van_of(const Bank& bank, const zone::Zone& zone, const zone::Pass& pass) {
  const auto* van = bank.vans.find({pass.holder});
  return van && van->city == zone.city ? van : nullptr;
}

bool is_usable(const Bank& bank, const zone::Zone& zone, const zone::Pass& pass, Day day) {
  return pass.kind == zone::PassKind::cash_van && pass.valid_from <= day && day <= pass.valid_to &&
         van_of(bank, zone, pass);
}

// The van that carries most; of equal ones the first by id, then by the order of the passes.
const zone::Pass* best_pass(const Bank& bank, const zone::Zone& zone, Day day) {
  const zone::Pass* best = nullptr;
  const auto rank = [&](const zone::Pass& p) {
    return std::tuple(-van_of(bank, zone, p)->carry_limit.count, p.holder);
  };
  for (const zone::Pass& pass : zone.passes)
    if (is_usable(bank, zone, pass, day) && (!best || rank(pass) < rank(*best))) best = &pass;
  return best;
}

}  // namespace

VanDays van_days(const Bank& bank, const ZoneId& id, Day from, int days, std::int64_t interval) {
  const zone::Zone& zone = bank.zones.at(id);
  VanDays out;
  out.carry_fen = INT64_MAX;
  for (int d = 0; d < days; ++d) {
    const Day day = from + std::chrono::days{d};
    if (!out.runs.empty() && (day - out.runs.back().day).count() < interval) {
      out.open.push_back(day);
      continue;
    }
    for (int r = d; r >= 0 && d - r < interval; --r) {
      const Day run = from + std::chrono::days{r};
      const zone::Pass* pass = best_pass(bank, zone, run);
      if (!pass) continue;
      out.runs.push_back({run, {pass->holder}, pass});
      out.open.push_back(day);
      out.carry_fen = std::min(out.carry_fen, van_of(bank, zone, *pass)->carry_limit.count);
      break;
    }
  }
  return out;
}

}  // namespace waystation::planning
