// The worklist of vans: a window that was missed asks the outlet's upper level for plan B within
// the time of the policy; plan B itself is due until it has helped.
#include "application/view_reading.h"
#include "application/view_work.h"

namespace waystation::view {

namespace {

struct Waiting {
  const Viewing& v;
  const van_run::RunId& id;
  const van_run::Run& run;
  const van_run::Stop& stop;

  const Bank& bank() const { return v.standing.bank; }
  Time at(TimeOfDay time) const {
    return at_local(run.day, time, van_run::time_zone_of(bank(), run));
  }
  WorkItem item(WorkCode code, Severity severity, std::string action) const {
    auto out = about_outlet(code, stop.outlet, bank().outlets.at(stop.outlet));
    out.severity = severity;
    out.action = std::move(action);
    const auto* van = bank().vans.find(run.van);
    out.facts = {{"run", id.text}, {"plate", van ? van->plate : run.van.text}};
    return out;
  }
};

void add_missed(const Waiting& w, Time missed, WorkItems& items) {
  const auto minutes =
      policy::in_force(w.bank(), policy::Key::van_plan_b_minutes, w.stop.outlet, w.run.day).value;
  auto item = w.item(WorkCode::van_window_missed, Severity::alarm, "van-run.plan-b");
  item.deadline = missed + std::chrono::minutes{minutes};
  item.facts.push_back({"from", to_text(w.stop.from)});
  item.facts.push_back({"to", to_text(w.stop.to)});
  items.push_back(std::move(item));
}

bool is_limited(const outlet::Outlet& outlet) {
  return outlet.state == outlet::State::limited || !is_counter_open(outlet);
}

void add_plan_b(const Waiting& w, const van_run::PlanB& b, WorkItems& items) {
  const bool limits = b.remedy == van_run::Remedy::limit_payouts;
  const bool helped = limits ? is_limited(w.bank().outlets.at(w.stop.outlet))
                             : van_run::is_remedied(w.bank(), w.stop);
  if (helped) return;
  const bool late = w.v.now >= b.due;
  auto item = w.item(WorkCode::van_plan_b_due, late ? Severity::alarm : Severity::warning,
                     limits ? "outlet.restrict" : "van-run.plan");
  item.deadline = b.due;
  item.facts.push_back({"remedy", std::string(name_of(b.remedy))});
  if (b.replacement) item.facts.push_back({"replacement", b.replacement->text});
  items.push_back(std::move(item));
}

// A week after, an old run is a matter of the record.
constexpr std::chrono::days shown{7};

}  // namespace

void add_vans(const Viewing& v, const Scope& scope, WorkItems& items) {
  const Bank& bank = v.standing.bank;
  for (const auto& [id, run] : bank.van_runs) {
    if (at_local(run.day, {}, van_run::time_zone_of(bank, run)) + shown < v.now) continue;
    for (const auto& stop : run.stops) {
      if (!sees(scope, stop.outlet, bank.outlets.at(stop.outlet))) continue;
      const auto missed = van_run::missed_at(bank, run, stop, v.now);
      const Waiting w{v, id, run, stop};
      if (missed && !stop.plan_b) add_missed(w, *missed, items);
      if (stop.plan_b && !stop.check) add_plan_b(w, *stop.plan_b, items);
    }
  }
}

}  // namespace waystation::view
