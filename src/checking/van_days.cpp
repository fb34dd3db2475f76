#include "checking/van_days.h"

#include <limits>
#include <tuple>

namespace waystation::checking {

const Pass* best_pass(const Network& network, const std::string& zone, Date day) {
  const Pass* best = nullptr;
  const auto rank = [&](const Pass* pass) {
    return std::tuple(-network.vans.at(pass->holder).carry_limit_fen, pass->holder);
  };
  for (const Pass& pass : network.passes) {
    if (pass.zone != zone || pass.kind != "cash_van") continue;
    if (day < pass.valid_from || day > pass.valid_to) continue;
    const auto van = network.vans.find(pass.holder);
    if (van == network.vans.end() || van->second.city != network.zones.at(zone).city) continue;
    if (!best || rank(&pass) < rank(best)) best = &pass;
  }
  return best;
}

VanDays van_days(const Network& network, const std::string& zone, Date from, std::int64_t days,
                 std::int64_t interval) {
  std::vector<std::int64_t> brings;  // By day of the horizon; −1 where no pass is usable.
  for (Date day = from; day < from + days; ++day) {
    const Pass* pass = best_pass(network, zone, day);
    brings.push_back(pass ? network.vans.at(pass->holder).carry_limit_fen : -1);
  }
  VanDays out;
  out.carry_fen = std::numeric_limits<std::int64_t>::max();
  for (std::int64_t d = 0, last = -interval; d < days; ++d) {
    if (d - interval >= last) {
      std::int64_t r = d;
      while (r > 0 && r > d - interval + 1 && brings[std::size_t(r)] < 0) --r;
      if (brings[std::size_t(r)] < 0) continue;
      last = r;
      out.runs.push_back(Date(from + r));
      out.carry_fen = std::min(out.carry_fen, brings[std::size_t(r)]);
    }
    out.open.push_back(Date(from + d));
  }
  if (out.runs.empty()) out.carry_fen = 0;
  return out;
}

}  // namespace waystation::checking
