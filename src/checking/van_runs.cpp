// H9, H10 and H11: the days that the passes allow, and the runs of the vans.
#include "checking/case.h"

namespace waystation::checking {

namespace {

void check_open_days(const Case& c) {
  const auto& open = c.model.van.open;
  for (const std::size_t i : c.open()) {
    const PlannedOutlet& o = c.planned(i);
    demand(!open.empty(), "H9", c.at(i, "verdict"), "no van can come, so nothing opens");
    demand(o.opens_on == open.front(), "H9", c.at(i, "opens_on"),
           "the first day is " + date_text(open.front()));
    demand(o.days.size() == open.size(), "H9", c.at(i, "days"),
           instead(Wide(o.days.size()), Wide(open.size())) + " open days");
    for (std::size_t d = 0; d < open.size(); ++d)
      demand(o.days[d].day == open[d], "H9", c.at(i, "days/" + std::to_string(d) + "/day"),
             "the open day is " + date_text(open[d]));
  }
}

Wide delivered_on(const Case& c, Date day) {
  Wide sum = 0;
  for (const std::size_t i : c.open())
    for (const PlannedDay& d : c.planned(i).days)
      if (d.day == day) sum += d.cash_delivered;
  return sum;
}

void check_run(const Case& c, const PlannedRun& run, const std::string& where) {
  const Pass& pass = *best_pass(*c.model.network, c.model.zone, run.day);
  demand(run.van == pass.holder, "H10", where + "/van", "the pass is of " + pass.holder);
  demand(run.gate == pass.gate, "H10", where + "/gate", "the pass says " + pass.gate);
  demand(run.from == pass.window_from && run.to == pass.window_to, "H10", where,
         "not the time of the pass");
  const auto open = c.open();
  demand(run.stops.size() == open.size(), "H10", where + "/stops", "not each open outlet");
  for (std::size_t k = 0; k < open.size(); ++k)
    demand(run.stops[k] == c.outlet(open[k]).id, "H10", where + "/stops",
           "expected " + c.outlet(open[k]).id);
  const auto limit = c.model.network->vans.at(run.van).carry_limit_fen;
  const Wide load = delivered_on(c, run.day);
  demand(load <= limit, "H10", where, instead(load, limit) + " fen at most");
}

}  // namespace

void check_van_days(const Case& c) {
  check_open_days(c);
  Wide need = 0;
  for (const std::size_t i : c.open()) need += c.model.cash_need(c.outlet(i), c.planned(i).windows);
  demand(need <= c.model.van.carry_fen, "H10", "/van_runs",
         instead(need, c.model.van.carry_fen) + " fen at most");
  const auto runs = c.open().empty() ? 0 : c.model.van.runs.size();
  demand(c.plan.van_runs.size() == runs, "H11", "/van_runs",
         instead(Wide(c.plan.van_runs.size()), Wide(runs)) + " runs");
  for (std::size_t r = 0; r < runs; ++r) {
    const auto where = "/van_runs/" + std::to_string(r);
    demand(c.plan.van_runs[r].day == c.model.van.runs[r], "H11", where + "/day",
           "the van comes on " + date_text(c.model.van.runs[r]));
    check_run(c, c.plan.van_runs[r], where);
  }
}

}  // namespace waystation::checking
