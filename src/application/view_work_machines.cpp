// What the machines ask for: by time alone, as settling and the floors of a dated policy, or since
// something was found. Each machine is named; what waits for two people is due when it is found.
#include "application/view_reading.h"
#include "application/view_work.h"

namespace waystation::view {

namespace {

// One machine of one outlet.
struct OneMachine {
  const Viewing& v;
  const OutletId& id;
  const outlet::Outlet& outlet;
  const machine::Machine& machine;

  const Bank& bank() const { return v.standing.bank; }
  WorkItem item(WorkCode code, Severity severity, std::string action) const {
    auto out = about_outlet(code, id, outlet);
    out.severity = severity;
    out.facts = {{"machine", machine.machine.text}};
    out.action = std::move(action);
    return out;
  }
};

void add_settling(const OneMachine& m, WorkItems& items) {
  const Time due = settle_due(m.bank(), m.id, m.machine, m.v.now);
  if (due > m.v.now + std::chrono::hours{12}) return;
  const auto severity = due <= m.v.now ? Severity::alarm : Severity::warning;
  auto item = m.item(WorkCode::machine_settle_due, severity, "machine.settle");
  item.deadline = due;
  items.push_back(std::move(item));
}

void add_mode(const OneMachine& m, WorkItems& items) {
  const auto& [mode, confirmed] = std::pair(m.machine.mode, m.machine.confirmed);
  if (mode && is_forbidden(m.bank(), m.id, *mode, m.v.now))
    items.push_back(
        m.item(WorkCode::machine_mode_forbidden, Severity::alarm, "machine.switch-mode"));
  if (!mode || !confirmed || mode == confirmed) return;
  auto item = m.item(WorkCode::machine_mode_drift, Severity::alarm, "machine.report");
  item.facts.push_back({"mode", std::string(name_of(*mode))});
  item.facts.push_back({"confirmed", std::string(name_of(*confirmed))});
  items.push_back(std::move(item));
}

void add_cassette(const OneMachine& m, const machine::Cassette& c, WorkItems& items) {
  const auto add = [&](WorkCode code, Severity severity, const char* action, Fact fact) {
    auto item = m.item(code, severity, action);
    item.facts.push_back({"cassette", c.spec.cassette.text});
    item.facts.push_back(number("held", held(c)));
    item.facts.push_back(std::move(fact));
    items.push_back(std::move(item));
  };
  const auto floor = floor_of(m.bank(), m.id, c, m.v.now);
  const bool pays_out = m.machine.mode && serves(*m.machine.mode, machine::Service::withdraw);
  if (pays_out && is_low(m.bank(), m.id, c, m.v.now))
    add(WorkCode::machine_cassette_low, held(c) == 0 ? Severity::alarm : Severity::warning,
        "machine.load", number("floor", floor));
  if (is_full(m.bank(), m.id, c, m.v.now))
    add(WorkCode::machine_cassette_full, Severity::warning, "machine.settle",
        number("capacity", c.spec.capacity));
  if (c.difference)
    add(WorkCode::machine_difference, Severity::alarm, "machine.close-difference",
        number("notes", c.difference->notes));
}

// Two machines or more, and none of them serves one of the lines.
void add_lines(const Viewing& v, const OutletId& id, const std::vector<machine::Machine>& machines,
               WorkItems& items) {
  if (machines.size() < 2) return;
  for (const auto service : {machine::Service::deposit, machine::Service::withdraw}) {
    if (is_served(machines, service)) continue;
    auto item = about_outlet(WorkCode::machine_line_unserved, id, v.standing.bank.outlets.at(id));
    item.severity = Severity::warning;
    item.facts = {{"service", std::string(name_of(service))}};
    item.action = "machine.resume";
    items.push_back(std::move(item));
  }
}

}  // namespace

void add_machines(const Viewing& v, const Scope& scope, WorkItems& items) {
  for (const auto& [id, site] : v.standing.bank.custody.sites) {
    const auto& outlet = v.standing.bank.outlets.at(id);
    if (site.machines.empty() || !sees(scope, id, outlet)) continue;
    for (const machine::Machine& machine : site.machines) {
      const OneMachine m{v, id, outlet, machine};
      add_settling(m, items);
      add_mode(m, items);
      for (const machine::Cassette& c : machine.cassettes) add_cassette(m, c, items);
    }
    add_lines(v, id, site.machines, items);
  }
}

}  // namespace waystation::view
