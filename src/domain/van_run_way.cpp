#include "domain/van_run_way.h"

#include <algorithm>

#include "domain/bank.h"

namespace waystation::van_run {

namespace {

std::optional<Refusal> refuse_load(const Bank& bank, const Run& run) {
  const auto& in_van = cash::load_of(bank, run.van).bags;
  std::vector<cash::BagId> wanted;
  for (const Stop& stop : run.stops)
    for (const RunBag& bag : stop.bags) {
      if (bag.carriage == Carriage::collect) continue;
      if (!in_van.contains(bag.bag)) return conflict("van-run.not-loaded", {{"bag", bag.bag.text}});
      wanted.push_back(bag.bag);
    }
  for (const auto& [id, bag] : in_van)
    if (std::ranges::find(wanted, id) == wanted.end())
      return conflict("van-run.not-on-list", {{"bag", id.text}});
  return {};
}

std::optional<Refusal> refuse_dirty_van(const Bank& bank, const Run& run, Time disinfected,
                                        Time now) {
  const auto lasts =
      policy::in_force(bank, policy::Key::round_valid_minutes, run.depot, run.day).value;
  if (disinfected <= now && now - disinfected <= std::chrono::minutes{lasts}) return {};
  return conflict("van-run.not-disinfected", {{"minutes", std::to_string(lasts)}});
}

bool is_on_road(const Run& run) {
  return run.stage == RunStage::departed || run.stage == RunStage::turned_back;
}

}  // namespace

Scope scope_of(const Bank& bank, const Depart& c) {
  return scope_of_run(bank, c.run);
}
Scope scope_of(const Bank& bank, const PassGate& c) {
  return scope_of_run(bank, c.run);
}
Scope scope_of(const Bank& bank, const TurnBack& c) {
  return scope_of_run(bank, c.run);
}
Scope scope_of(const Bank& bank, const Return& c) {
  return scope_of_run(bank, c.run);
}

// ---- Depart.

Decision<Departed> decide(const Bank& bank, const Depart& c, const Stamp& stamp) {
  if (auto no = refuse_run(bank, c.run, c.occurred_at, stamp)) return *no;
  const Run& run = bank.van_runs.at(c.run);
  if (run.stage != RunStage::planned) return wrong_stage(run);
  const Time at = moment_of(c, stamp);
  if (local_day(at, time_zone_of(bank, run)) != run.day)
    return conflict("van-run.not-today", {{"day", to_text(run.day)}});
  if (auto no = refuse_unfit(bank, run, at)) return *no;
  if (auto no = refuse_dirty_van(bank, run, c.disinfected_at, at)) return *no;
  if (auto no = refuse_load(bank, run)) return *no;
  const auto& book = cash::load_of(bank, run.van).book;
  return Departed{c.run, c.disinfected_at, cash::held_in(book, cash::Line::paid_out),
                  cash::held_in(book, cash::Line::paid_in), c.occurred_at};
}

void apply(Runs& runs, const Departed& e, const Mark& mark) {
  Run& run = runs.edit(e.run);
  run.stage = RunStage::departed;
  run.departed = {mark.by, moment_of(e, mark)};
}

// ---- The gate.

static std::optional<Refusal> refuse_gate(const Bank& bank, const auto& c, const Stamp& stamp) {
  if (auto no = refuse_run(bank, c.run, c.occurred_at, stamp)) return no;
  const Run& run = bank.van_runs.at(c.run);
  if (!run.zone) return conflict("van-run.no-gate");
  if (!is_on_road(run)) return wrong_stage(run);
  return {};
}

Decision<AtGate> decide(const Bank& bank, const PassGate& c, const Stamp& stamp) {
  if (auto no = refuse_gate(bank, c, stamp)) return *no;
  const Run& run = bank.van_runs.at(c.run);
  const TimeOfDay at = local_time_of_day(moment_of(c, stamp), time_zone_of(bank, run));
  if (run.kind == RunKind::regular && (at < run.gate_from || at > run.gate_to))
    return conflict(
        "van-run.gate-shut",
        {{"gate", run.gate}, {"from", to_text(run.gate_from)}, {"to", to_text(run.gate_to)}});
  return AtGate{c.run, c.occurred_at};
}

void apply(Runs& runs, const AtGate& e, const Mark& mark) {
  Run& run = runs.edit(e.run);
  run.stage = RunStage::inside;
  run.gate_tries.push_back({{}, "", mark.by, moment_of(e, mark)});
}

Decision<RefusedAtGate> decide(const Bank& bank, const TurnBack& c, const Stamp& stamp) {
  if (auto no = refuse_gate(bank, c, stamp)) return *no;
  if (c.reason == GateReason::other && c.note.empty()) return invalid("van-run.reason-missing");
  return RefusedAtGate{c.run, c.reason, c.note, c.occurred_at};
}

void apply(Runs& runs, const RefusedAtGate& e, const Mark& mark) {
  Run& run = runs.edit(e.run);
  run.stage = RunStage::turned_back;
  run.gate_tries.push_back({e.reason, e.note, mark.by, moment_of(e, mark)});
}

// ---- Return.

Decision<Returned> decide(const Bank& bank, const Return& c, const Stamp& stamp) {
  if (auto no = refuse_run(bank, c.run, c.occurred_at, stamp)) return *no;
  const Run& run = bank.van_runs.at(c.run);
  if (!is_on_road(run) && run.stage != RunStage::inside) return wrong_stage(run);
  const auto& book = cash::load_of(bank, run.van).book;
  return Returned{c.run, cash::held_in(book, cash::Line::paid_out),
                  cash::held_in(book, cash::Line::paid_in), c.occurred_at};
}

void apply(Runs& runs, const Returned& e, const Mark& mark) {
  Run& run = runs.edit(e.run);
  run.stage = RunStage::returned;
  run.ended = {mark.by, moment_of(e, mark)};
}

}  // namespace waystation::van_run
